"""`/changes`: which answers are others on a later day than on an earlier one, and which evidence made them so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from schedgraph.graph.atom import atom
from schedgraph.graph.changes import Change, State, newest_day, took_effect
from schedgraph.graph.changes import changes as changed
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.store import Store
from schedgraph.graph.web import links
from schedgraph.graph.web.errand import Errand, Stage
from schedgraph.graph.web.pages.evidence import EvidenceRow, rows
from schedgraph.graph.web.problems import RequestError
from schedgraph.graph.web.representations import Representation
from schedgraph.graph.web.resource import Resource, Sibling, Visit, Writer, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.changes import headline
from schedgraph.graph.wording.plain import plain

if TYPE_CHECKING:
    from schedgraph.graph.statements import Statement

YEARS_BACK = 10
"""How far back the page looks where no earlier day is given: as long as a schedule stands unreviewed (36 CFR 1225.22)."""


OFFERS: tuple[Representation, ...] = ("html", "json", "csv", "atom")
MOST = 500
"""Changes that the page shows; the other formats have all of them."""
LEAST = "the least evidence"
EFFECT = "what took effect in between"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What changed between two days, with the names of the documents.

    `because` tells what the evidence of a change is: the least that makes it, found by trying what would be said
    without each piece, or what took effect between the days on the way to the answer. `lacking` tells why not the least.
    """

    start: date
    end: date
    changes: tuple[Change, ...]
    documents: Mapping[str, str]
    because: str
    lacking: str | None = None


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
    count: int
    because: str
    lacking: str | None
    feed: str
    siblings: tuple[Sibling, ...]


def changes(visit: Visit) -> Resource:
    """What changed between `from` and `to`; without them, in the ten years up to the newest day of the store."""
    site = visit.site
    start, end = visit.day("from"), visit.day("to")
    if start and end and end < start:
        raise RequestError(400, f"The day {end} lies before {start}; give the earlier one first.")

    errand = Errand(
        kind="changes",
        folder=str(site.folder),
        base=site.base,
        revision=visit.revision,
        given=(str(start or ""), str(end or "")),
        seconds=site.errand_seconds,
        megabytes=site.errand_megabytes,
    )
    made = visit.errands.made(errand, site.audit_seconds)
    return Resource(
        path="/changes",
        query=_query(errand),
        writers={each: partial(made.read, each) for each in OFFERS},
    )


def changes_stages(errand: Errand) -> Iterator[tuple[Stage, Mapping[Representation, Writer]]]:
    """The changes with what took effect between the days, and then with the least evidence, as `diff` gives it."""
    start, end = (date.fromisoformat(each) if each else None for each in errand.given)
    with Store.open(Path(errand.folder), errand.base) as store, store.ledger.snapshot():
        said: tuple[Statement, ...] = () if start and end else tuple(store.ledger.all())
        last = end or newest_day(each for each in said if each.source != "correction") or date.today()
        first = start or last.replace(year=max(last.year - YEARS_BACK, 1), day=min(last.day, 28))
        known = frozenset(store.ledger.identifiers())
        before = State(name=str(first), case=store.ledger, known=known, day=first)
        after = State(name=str(last), case=store.ledger, known=known, day=last)
        told = Told(
            start=first,
            end=last,
            changes=changed(before, after, took_effect(before, after)),
            documents=dict(store.document_names),
            because=EFFECT,
            lacking="The least evidence that makes each change is being worked out; load the page again for it.",
        )
        yield "meanwhile", {"html": _writers(told, errand)["html"]}
        instead = (
            "The least evidence that makes each change is not shown: for so many changes that takes more than this "
            f"server spends on it ({errand.seconds} seconds). The command schedgraph diff works it out however long it "
            "takes; two days that lie nearer to each other take less."
        )
        yield "instead", _writers(replace(told, lacking=instead), errand)
        whole = changed(before, after)
        yield "whole", _writers(replace(told, changes=whole, because=LEAST, lacking=None), errand)


def _query(errand: Errand) -> str:
    return links.with_query("", **dict(zip(("from", "to"), errand.given, strict=True)))


def _writers(told: Told, errand: Errand) -> Mapping[Representation, Writer]:
    query = _query(errand)

    def page() -> str:
        view = ChangesView(
            start=told.start,
            end=told.end,
            changes=tuple(_view(each, told) for each in told.changes[:MOST]),
            count=len(told.changes),
            because=told.because,
            lacking=told.lacking,
            feed=f"/changes.atom{query}",
            siblings=siblings("/changes", query, ("json", "csv", "atom")),
        )
        return rendered("changes", view=view)

    return {
        "html": page,
        "json": lambda: json_text(
            {
                "from": str(told.start),
                "to": str(told.end),
                "evidence": told.because,
                "changes": [each.to_json(told.documents) for each in told.changes],
            }
        ),
        "csv": lambda: "".join(_csv(told)),
        "atom": lambda: "".join(
            atom(told.changes, (str(told.start), str(told.end)), told.end, told.documents, errand.base)
        ),
    }


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
        (
            "id",
            "kind",
            "verdict_before",
            "verdict_after",
            "current_before",
            "current_after",
            "because",
            "evidence",
        )
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
                told.because,
            )
        )
