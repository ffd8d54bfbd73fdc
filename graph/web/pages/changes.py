"""`/changes`: which answers are others on a later day than on an earlier one, and which evidence made them so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from schedgraph.graph.atom import atom
from schedgraph.graph.changes import Change, State, newest_day, took_effect
from schedgraph.graph.changes import changes as changed
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.web import links
from schedgraph.graph.web.kept import Kept
from schedgraph.graph.web.pages.evidence import EvidenceRow, rows
from schedgraph.graph.web.problems import RequestError
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.changes import headline
from schedgraph.graph.wording.plain import plain

if TYPE_CHECKING:
    from schedgraph.graph.statements import Statement

YEARS_BACK = 10
"""How far back the page looks where no earlier day is given: as long as a schedule stands unreviewed (36 CFR 1225.22)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What changed between two days, with the names of the documents."""

    start: date
    end: date
    changes: tuple[Change, ...]
    documents: Mapping[str, str]


CHANGES: Kept[tuple[object, ...], Told] = Kept(kept=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One changed answer in words, with the evidence."""

    id: str
    headline: str
    day: date | None
    because: tuple[EvidenceRow, ...]
    no_longer: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """Everything that the page shows."""

    start: date
    end: date
    changes: tuple[ChangeView, ...]
    feed: str
    siblings: tuple[Sibling, ...]


def changes(visit: Visit) -> Resource:
    """What changed between `from` and `to`; without them, in the ten years up to the newest day of the store."""
    site = visit.site
    start, end = visit.day("from"), visit.day("to")
    if start and end and end < start:
        raise RequestError(400, f"The day {end} lies before {start}; give the earlier one first.")

    def make() -> Told:
        with site.open() as store, store.ledger.snapshot():
            said: tuple[Statement, ...] = () if start and end else tuple(store.ledger.all())
            last = end or newest_day(each for each in said if each.source != "correction") or date.today()
            first = start or last.replace(year=last.year - YEARS_BACK, day=min(last.day, 28))
            known = frozenset(store.ledger.identifiers())
            before = State(name=str(first), case=store.ledger, known=known, day=first)
            after = State(name=str(last), case=store.ledger, known=known, day=last)
            return Told(
                start=first,
                end=last,
                changes=changed(before, after, took_effect(before, after)),
                documents=dict(store.document_names),
            )

    told = CHANGES.get((site.folder, visit.revision, start, end), make, wait=site.audit_seconds)
    query = links.with_query("", **{"from": str(start or ""), "to": str(end or "")})

    def page() -> str:
        view = ChangesView(
            start=told.start,
            end=told.end,
            changes=tuple(_view(each, told) for each in told.changes),
            feed=f"/changes.atom{query}",
            siblings=siblings("/changes", query, ("json", "csv", "atom")),
        )
        return rendered("changes", view=view)

    return Resource(
        path="/changes",
        query=query,
        writers={
            "html": page,
            "json": lambda: json_text(
                {
                    "from": str(told.start),
                    "to": str(told.end),
                    "changes": [each.to_json(told.documents) for each in told.changes],
                }
            ),
            "csv": lambda: "".join(_csv(told)),
            "atom": lambda: "".join(
                atom(told.changes, (str(told.start), str(told.end)), told.end, told.documents, site.base)
            ),
        },
    )


def _view(each: Change, told: Told) -> ChangeView:
    return ChangeView(
        id=each.id,
        headline=headline(each),
        day=each.dated,
        because=rows(each.because, told.documents),
        no_longer=rows(each.no_longer, told.documents),
    )


def _csv(told: Told) -> Iterator[str]:
    yield csv_line(
        ("id", "kind", "verdict_before", "verdict_after", "current_before", "current_after", "because")
    )
    for each in told.changes:
        yield csv_line(
            (
                each.id,
                each.kind,
                each.before or "",
                each.after or "",
                "; ".join(name for name, _, _ in each.ends_before),
                "; ".join(name for name, _, _ in each.ends_after),
                "; ".join(plain(row.quote) for row in rows(each.because, told.documents)),
            )
        )
