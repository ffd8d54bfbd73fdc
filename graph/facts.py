"""The shipped facts as statements, each quoting the row of the table that says it."""

import hashlib

from schedgraph.corpus import FactRow, facts
from schedgraph.graph.statements import Statement, Uncertain
from schedgraph.parser.evidence import Evidence

_PREDICATES = {
    "superseded-by": "superseded-by",
    "proposed": "superseded-by",
    "same-as": "same-as",
    "part-of": "part-of",
    "does-not-supersede": "does-not-supersede",
}
"""A correction of a published crosswalk changes the rows above it and relates no two authorities itself."""


def fact_statements() -> tuple[Statement, ...]:
    """Every shipped fact that relates two authorities, in the order of the tables."""
    return tuple(_statement(row) for row in facts() if row.relation in _PREDICATES)


def facts_digest() -> str:
    """A digest of all shipped facts, to tell whether a store holds them."""
    text = "\n".join(f"{each.key}\t{each.evidence.quote}" for each in fact_statements())
    return hashlib.sha256(text.encode()).hexdigest()


def _statement(row: FactRow) -> Statement:
    uncertain: Uncertain = ""
    if row.certainty == "possible":
        uncertain = "succession" if row.scope == "item-not-stated" else "target"
    return Statement(
        subject=row.subject,
        predicate=_PREDICATES[row.relation],
        object=row.object,
        document=f"fact:{row.file}",
        evidence=Evidence(
            page=1,
            quote=row.quote,
            start=row.start,
            end=row.end,
            method="crosswalk",
            confidence=row.confidence,
        ),
        source="fact",
        dated=row.dated,
        known_by=row.known_by,
        confidence=row.confidence,
        printed=row.source,
        proposed=row.relation == "proposed",
        uncertain=uncertain,
    )
