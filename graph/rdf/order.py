"""The order of rows for which a query asks for none: equal answers, equal bytes."""

from collections.abc import Iterable
from functools import cache

from schedgraph.graph.rdf.answer_text import Row
from schedgraph.graph.rdf.notation import Term, parts

_RANKS = {"iri": 1, "literal": 2, "blank": 3}


def sorted_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """By what the terms say: nothing first, then IRIs, values, blank nodes."""
    # Verdicts, dates and documents come again and again in a large answer.
    rank = cache(_rank)
    return tuple(sorted(rows, key=lambda row: [rank(each) for each in row]))


def _rank(term: Term | None) -> tuple[int, str, str]:
    if term is None:
        return (0, "", "")
    kind, value, datatype, language = parts(term)
    return (_RANKS[kind], value, datatype or language or "")
