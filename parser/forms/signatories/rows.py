"""The rows of a signatory table: the cells of each signature, from tabs, pipes, spaces or bare lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import DateReading, read_date
from schedgraph.parser.forms.signatories.vocabulary import columns
from schedgraph.parser.labels import fold
from schedgraph.parser.passage import Passage

# "05/30/2017   Concur   Margaret Hawkins    Director of Records Management"
_SPACES = re.compile(r"[ \t]{2,}|\t")
# "111132017", "06/0812017", "O5/30/2O17": digits and their look-alikes, at least six of them
_DATE_LIKE = re.compile(r"[0-9OoQlISBZ|/.\-]{6,12}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell and its column: its place in a table row, or its offset on a line of text."""

    passage: Passage
    column: int | None
    line: int


@dataclass(slots=True)
class Row:
    """The cells of one signature, in reading order, the date's first."""

    cells: list[Cell]


def rows(blocks: Sequence[Block]) -> Iterator[Row]:
    """The cells between one date and the next."""
    row: Row | None = None
    starts: dict[int, int] = {}
    for line, block in enumerate(blocks):
        if block.kind in ("furniture", "rule"):
            continue
        cells = _cells(block, line)
        if not cells or _is_header(cells):
            continue
        if _date_at(cells[0].passage):
            if row:
                yield row
            row = Row(cells=_date_apart(cells))
            starts = {number: cell.column for number, cell in enumerate(row.cells) if cell.column is not None}
        elif row:
            row.cells.extend(_in_columns(cells, starts))
    if row:
        yield row


def _cells(block: Block, line: int) -> list[Cell]:
    """The cells of a line, with the column (of a table) or the place on the line (of a text) of each."""
    if block.kind == "row":
        return [
            Cell(passage=cell, column=number, line=line) for number, cell in enumerate(block.cells) if cell
        ]
    passage = block.passage
    parts: list[Cell] = []
    start = 0
    margin = _margin(passage)
    for gap in (*_SPACES.finditer(passage.text), None):
        end = gap.start() if gap else len(passage.text)
        if start < end:
            parts.append(Cell(passage=passage.slice(start, end).strip(), column=margin + start, line=line))
        start = gap.end() if gap else end
    if len(parts) == 1 and not margin:
        parts = [replace(parts[0], column=None)]
    return parts


def _margin(passage: Passage) -> int:
    """How far from the start of its line a passage stands."""
    piece = passage.pieces[0]
    return piece.run.start - (piece.source.text.rfind("\n", 0, piece.run.start) + 1)


def _in_columns(cells: Sequence[Cell], starts: dict[int, int]) -> list[Cell]:
    """The cells of a line that goes on in the columns of the line above."""
    if not starts or any(cell.column is None for cell in cells):
        return [replace(cell, column=None) for cell in cells]
    return [
        replace(cell, column=min(starts.values(), key=lambda start: abs(start - (cell.column or 0))))
        for cell in cells
    ]


def _date_at(passage: Passage) -> tuple[int, DateReading | None] | None:
    """Where the date at the start of a line ends, and how it reads; the reading may be lost."""
    text = passage.text
    candidate = _DATE_LIKE.match(text)
    if candidate and sum(character.isdigit() for character in candidate[0]) >= 4:
        return candidate.end(), read_date(candidate[0])
    reading = read_date(text[:24])
    return (reading.end, reading) if reading and reading.start == 0 else None


def _date_apart(cells: list[Cell]) -> list[Cell]:
    """The date as a cell of its own, where one space parts it from the action."""
    first = cells[0]
    found = _date_at(first.passage)
    end = found[0] if found else 0
    if not first.passage.text[end:].strip():
        return cells
    return [
        replace(first, passage=first.passage.slice(0, end).strip()),
        replace(first, passage=first.passage.slice(end).strip(), column=None),
        *cells[1:],
    ]


def _is_header(cells: Sequence[Cell]) -> bool:
    words = {fold(word) for cell in cells for word in cell.passage.text.split()}
    return words <= {fold(column) for column in columns()}
