"""`/audit`: what is wrong, open or doubtful in the store."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from schedgraph.graph.audit import Audit
from schedgraph.graph.audit import audit as audited
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.store import Store
from schedgraph.graph.web.errand import Errand, Stage
from schedgraph.graph.web.representations import Representation
from schedgraph.graph.web.resource import Resource, Sibling, Visit, Writer, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.plain import plain

MOST = 500
"""Lines of a section that the page shows; the formats for programs have all of them."""
OFFERS: tuple[Representation, ...] = ("html", "json", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the audit: its lines, and how many more there are."""

    title: str
    lines: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """Everything that the page shows. `lacking` tells what of the audit is not in it, and why."""

    sections: tuple[Section, ...]
    lacking: str | None
    siblings: tuple[Sibling, ...]


def audit(visit: Visit) -> Resource:
    """The audit of the store as it is now, made once for each state of the store."""
    site = visit.site
    errand = Errand(
        kind="audit",
        folder=str(site.folder),
        base=site.base,
        revision=visit.revision,
        seconds=site.errand_seconds,
        megabytes=site.errand_megabytes,
    )
    made = visit.errands.made(errand, site.audit_seconds)
    return Resource(path="/audit", writers={each: partial(made.read, each) for each in OFFERS})


def audit_stages(errand: Errand) -> Iterator[tuple[Stage, Mapping[Representation, Writer]]]:
    """The audit without the shapes, which take longest, and then the whole of it."""
    from schedgraph.graph.rdf.quads import quads
    from schedgraph.graph.shapes_check import check_shapes

    with Store.open(Path(errand.folder), errand.base) as store, store.ledger.snapshot():
        found = audited(store.ledger, errand.base, shapes=False)
        writers = _writers(
            found, "The graph is being held against its SHACL shapes; load the page again for them."
        )
        yield "meanwhile", {"html": writers["html"]}
        yield (
            "instead",
            _writers(
                found,
                "The graph was not held against its SHACL shapes: for a store of this size that takes more than this "
                f"server spends on it ({errand.seconds} seconds, {errand.megabytes} MB). "
                "The command schedgraph audit does it however long it takes.",
            ),
        )
        shapes = check_shapes(quads(store.ledger, errand.base), errand.base)
        yield "whole", _writers(replace(found, shapes=shapes), None)


def _writers(found: Audit, lacking: str | None) -> Mapping[Representation, Writer]:
    def page() -> str:
        sections = tuple(
            Section(title=title, lines=lines[:MOST], more=max(0, len(lines) - MOST))
            for title, lines in found.sections
        )
        offered = siblings("/audit", "", ("json", "csv"))
        return rendered("audit", view=AuditView(sections=sections, lacking=lacking, siblings=offered))

    return {
        "html": page,
        "json": lambda: json_text(found.to_json()),
        "csv": lambda: "".join(_csv(found, lacking)),
    }


def _csv(found: Audit, lacking: str | None) -> Iterator[str]:
    yield csv_line(("section", "finding"))
    for title, lines in found.sections:
        for line in lines:
            yield csv_line((title, plain(line)))
    if lacking:
        yield csv_line(("Shapes (SHACL)", lacking))
