"""A report: columns, rows, and what could not be put into a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.statements import Statement

SEPARATOR = "; "
"""Between the values of a cell that holds several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of as many cells as there are columns. `left_out` are sentences about what is not in them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[str, ...] = ()

    def csv(self) -> Iterator[str]:
        """The lines of a CSV file with a header, safe to open in a spreadsheet."""
        yield csv_line(self.columns)
        for row in self.rows:
            yield csv_line(row)

    def objects(self) -> Iterator[dict[str, str]]:
        """The rows as objects, for JSON."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))


def one_line(text: str | None) -> str:
    """`text` without line breaks; empty for None."""
    return " ".join((text or "").split())


def sources(statements: Iterable[Statement], documents: Mapping[str, str]) -> str:
    """Where the statements are written: document, page and words of each, once."""
    found = dict.fromkeys(
        f"{documents.get(each.document, each.document.removeprefix('fact:'))}, page {each.evidence.page}: "
        f"“{one_line(each.evidence.quote)}”"
        for each in statements
        if each.evidence.quote
    )
    return SEPARATOR.join(found)
