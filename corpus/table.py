"""Tables of facts: tab-separated, first line the columns, every row a statement that can be quoted."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict


class CorpusError(ValueError):
    """A shipped file does not say what it should; the message names file, line and column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table, and where it stands: `quote` is `text[start:end]`, `line` counts from 1."""

    file: str
    line: int
    start: int
    end: int
    quote: str
    cells: dict[str, str]

    def error(self, column: str, complaint: str) -> CorpusError:
        """The error for one cell of this row."""
        return CorpusError(f"{self.file}, line {self.line}, column {column}: {complaint}")

    def required(self, column: str) -> str:
        """The text of a cell that must not be empty."""
        if not self.cells[column]:
            raise self.error(column, "is empty")
        return self.cells[column]

    def one_of(self, column: str, words: Collection[str]) -> str:
        """The text of a cell that must be one of `words`."""
        value = self.cells[column]
        if value not in words:
            raise self.error(column, f"{value!r} is none of {', '.join(words)}")
        return value

    def day(self, column: str) -> date | None:
        """The date in a cell, None where the cell is empty."""
        value = self.cells[column]
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.error(column, f"{value!r} is no date of the form 2017-07-20") from None

    def share(self, column: str) -> float:
        """The number from 0 to 1 in a cell."""
        value = self.cells[column]
        try:
            number = float(value)
        except ValueError:
            raise self.error(column, f"{value!r} is no number") from None
        if not 0 <= number <= 1:
            raise self.error(column, f"{value} is not between 0 and 1")
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """What every row of facts has: how sure it is, its source, and where it stands, so that an answer can quote it."""

    confidence: float
    source: str
    file: str
    quote: str
    start: int
    end: int


class SourcedCells(TypedDict):
    """The fields of Sourced."""

    confidence: float
    source: str
    file: str
    quote: str
    start: int
    end: int


def sourced(row: Row) -> SourcedCells:
    """What a row of facts has besides what it says. Raises CorpusError where a cell of it is empty or wrong."""
    return SourcedCells(
        confidence=row.share("confidence"),
        source=row.required("source"),
        file=row.file,
        quote=row.quote,
        start=row.start,
        end=row.end,
    )


def rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of the table at `path`, which must have exactly these columns in this order."""
    # Read as bytes: universal newlines would shift every offset where a checkout has changed the line ends.
    text = path.read_bytes().decode("utf-8")
    name = f"{path.parent.name}/{path.name}"
    offset = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        written = line.rstrip("\r\n")
        cells = written.split("\t")
        if number == 1:
            if cells != list(columns):
                raise CorpusError(f"{name}, line 1: the columns are {cells}, not {list(columns)}")
        elif len(cells) != len(columns):
            raise CorpusError(f"{name}, line {number}: {len(cells)} cells, not {len(columns)}")
        else:
            yield Row(
                file=name,
                line=number,
                start=offset,
                end=offset + len(written),
                quote=written,
                cells=dict(zip(columns, (cell.strip() for cell in cells), strict=True)),
            )
        offset += len(line)
