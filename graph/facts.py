"""The shipped facts as statements, each quoting the row of the table that says it."""

import hashlib
from dataclasses import replace
from typing import Any

from schedgraph.corpus import DepartmentRow, FactRow, GrsUseRow, departments, facts, grs_uses
from schedgraph.corpus.table import Sourced
from schedgraph.graph.statements import Statement, Uncertain, record_group_subject
from schedgraph.parser.evidence import Evidence

_PREDICATES = {
    "superseded-by": "superseded-by",
    "proposed": "superseded-by",
    "same-as": "same-as",
    "part-of": "part-of",
    "does-not-supersede": "does-not-supersede",
}
"""A correction of a published crosswalk relates no two authorities itself: see `_misprint`."""


def fact_statements() -> tuple[Statement, ...]:
    """Every shipped fact, in the order of the tables."""
    found: list[Statement] = []
    for row in facts():
        found += [_statement(row)] if row.relation in _PREDICATES else _misprint(row)
    return (*found, *map(_department, departments()), *map(_use, grs_uses()))


def _misprint(row: FactRow) -> list[Statement]:
    """That `old` was printed in the entry of `about` where `new` is right: two statements of one group."""
    said = _said(
        row,
        row.old,
        "misprinted-in",
        row.about or "",
        dated=row.dated,
        known_by=row.known_by,
        group=row.group,
    )
    return [said, replace(said, predicate="misprinted-for", object=row.new)]


def _department(row: DepartmentRow) -> Statement:
    return _said(row, record_group_subject(row.record_group), "department", row.department, dated=row.since)


def _use(row: GrsUseRow) -> Statement:
    return _said(row, row.authority, "reach", row.use, dated=row.since, known_by=row.since)


def _said(row: Sourced, subject: str, predicate: str, value: str, **more: Any) -> Statement:
    """What a row says, quoting it."""
    evidence = Evidence(
        page=1, quote=row.quote, start=row.start, end=row.end, method="crosswalk", confidence=row.confidence
    )
    return Statement(
        subject=subject,
        predicate=predicate,
        object=value,
        document=f"fact:{row.file}",
        evidence=evidence,
        source="fact",
        confidence=row.confidence,
        printed=row.source,
        **more,
    )


def facts_digest() -> str:
    """A digest of all shipped facts, to tell whether a store holds them."""
    text = "\n".join(f"{each.key}\t{each.evidence.quote}" for each in fact_statements())
    return hashlib.sha256(text.encode()).hexdigest()


def _statement(row: FactRow) -> Statement:
    uncertain: Uncertain = ""
    if row.certainty == "possible":
        uncertain = "succession" if row.scope == "item-not-stated" else "target"
    return _said(
        row,
        row.subject,
        _PREDICATES[row.relation],
        row.object,
        dated=row.dated,
        known_by=row.known_by,
        proposed=row.relation == "proposed",
        uncertain=uncertain,
    )
