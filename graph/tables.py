"""The items of a store as a table, one row an item, safe to open in a spreadsheet."""

from collections.abc import Iterator
from datetime import date

from schedgraph.graph.answers import horizon, title
from schedgraph.graph.casefile import above
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import Statement
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Walk, walk

COLUMNS = (
    "id",
    "title",
    "verdict",
    "current",
    "possible_current",
    "in_corpus",
    "approved",
    "superseded",
    "horizon",
    "final_disposition",
    "retention_action",
    "retention_period",
    "retention_trigger",
    "conflicts",
    "caveats",
    "documents",
)
SEPARATOR = "; "
"""Between the values of a cell that holds several."""


def items_table(ledger: Ledger) -> Iterator[str]:
    """CSV with a header, one row for every item that a document shows or a source names, by identifier."""
    names = ledger.document_names()
    bench = Bench(ledger)
    yield csv_line(COLUMNS)
    for identifier in ledger.identifiers():
        if above(identifier):
            walked = walk(bench, identifier)
            yield csv_line(_row(ledger, identifier, walked, names))


def _row(ledger: Ledger, identifier: str, walked: Walk, names: dict[str, str]) -> tuple[str, ...]:
    about = ledger.about(identifier)
    judgement = walked.judgement
    known_until = horizon(ledger, identifier, walked.links)
    return (
        identifier,
        " ".join((title(ledger, identifier) or "").split()),
        judgement.verdict,
        _joined(end.id for end in walked.ends if end.scope == "certain"),
        _joined(end.id for end in walked.ends if end.scope == "possible"),
        "yes" if is_seen(ledger, identifier) else "no",
        _iso(judgement.approval.since),
        _joined(_iso(each.since) for each in judgement.successions if each.settled and each.since),
        _iso(known_until),
        *(
            _said(about, f)
            for f in ("final-disposition", "retention-action", "retention-period", "retention-trigger")
        ),
        _joined(each.code for each in walked.conflicts),
        _joined(each.code for each in walked.caveats),
        _joined(names.get(each.document, each.document.removeprefix("fact:")) for each in about),
    )


def _said(about: tuple[Statement, ...], predicate: str) -> str:
    return _joined(each.object for each in about if each.predicate == predicate)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _joined(values: Iterator[str]) -> str:
    return SEPARATOR.join(sorted(set(values)))
