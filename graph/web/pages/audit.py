"""`/audit`: what is wrong, open or doubtful in the store."""

from collections.abc import Iterator
from dataclasses import dataclass

from schedgraph.graph.audit import Audit
from schedgraph.graph.audit import audit as audited
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.web.kept import Kept
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.plain import plain

AUDITS: Kept[tuple[object, ...], Audit] = Kept(kept=1)
MOST = 500
"""Lines of a section that the page shows; the formats for programs have all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the audit: its lines, and how many more there are."""

    title: str
    lines: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """Everything that the page shows."""

    sections: tuple[Section, ...]
    siblings: tuple[Sibling, ...]


def audit(visit: Visit) -> Resource:
    """The audit of the store as it is now. It is made once for each state of the store, without the shapes, which take long."""
    site = visit.site

    def make() -> Audit:
        with site.open() as store, store.ledger.snapshot():
            return audited(store.ledger, site.base, shapes=False)

    found = AUDITS.get((site.folder, site.base, visit.revision), make, wait=site.audit_seconds)

    def page() -> str:
        sections = tuple(
            Section(title=title, lines=lines[:MOST], more=max(0, len(lines) - MOST))
            for title, lines in found.sections
        )
        view = AuditView(sections=sections, siblings=siblings("/audit", "", ("json", "csv")))
        return rendered("audit", view=view)

    return Resource(
        path="/audit",
        writers={
            "html": page,
            "json": lambda: json_text(found.to_json()),
            "csv": lambda: "".join(_csv(found)),
        },
    )


def _csv(found: Audit) -> Iterator[str]:
    yield csv_line(("section", "finding"))
    for title, lines in found.sections:
        for line in lines:
            yield csv_line((title, plain(line)))
