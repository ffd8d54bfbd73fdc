"""The rows of a signatory table: the cells of each signature, from one date to the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.forms.signatories.cells import Cell, column_of, is_heading, starts_with_date
from schedgraph.parser.forms.signatories.vocabulary import columns
from schedgraph.parser.passage import Passage

_DATE, _ACTION, _NAME = range(3)
# More cells than a signature has, with a word a line.
_LONGEST_ROW = 80


@dataclass(slots=True)
class Row:
    """The cells of one signature, in reading order, the date's first."""

    cells: list[Cell]

    @property
    def placed(self) -> bool:
        """Whether the column of every cell is known."""
        return all(cell.column is not None for cell in self.cells)


def rows(lines: Iterable[Sequence[Cell]]) -> Iterator[Row]:
    """The cells between one date and the next."""
    row: Row | None = None
    ended = False
    for line in lines:
        if is_heading(line):
            continue
        if starts_with_date(line[0].passage):
            if row:
                yield _unwrapped(row)
            row = Row(cells=_date_apart(line))
            ended = False
        elif row and not ended:
            ended = len(row.cells) > _LONGEST_ROW or (len(line) == 1 and _is_sentence(line[0].text))
            if not ended:
                row.cells.extend(line)
    if row:
        yield _unwrapped(row)


def is_torn(lines: Sequence[Sequence[Cell]]) -> bool:
    """Whether some of the headings, but not all, stand between rows: other columns follow."""
    begun = False
    run = 0
    for line in lines:
        if is_heading(line):
            run += sum(len(cell.text.split()) for cell in line)
            continue
        if begun and 0 < run < len(columns()) - 1:
            return True
        begun = begun or bool(starts_with_date(line[0].passage))
        run = 0
    return False


def _unwrapped(row: Row) -> Row:
    """A row without headings: what goes on on further lines is joined to what it stands under."""
    first = [cell for cell in row.cells if cell.line == row.cells[0].line]
    if row.placed or len(first) < 3:
        return row
    joined = list(first)
    for cell in row.cells[len(first) :]:
        if cell.start < first[1].start - 1:
            return row
        under = min(range(1, len(first)), key=lambda number: abs(first[number].start - cell.start))
        joined[under] = replace(
            joined[under], passage=Passage.join([joined[under].passage, cell.passage], separator=" ")
        )
    return Row(cells=[replace(cell, column=None) for cell in joined])


def _is_sentence(text: str) -> bool:
    """Whether a line is running text that comes after the table."""
    parts = text.split()
    return (
        text.endswith(".") and len(parts) >= 8 and sum(part[0].islower() for part in parts) * 2 > len(parts)
    )


def label_by_label(lines: Sequence[Sequence[Cell]]) -> list[list[Cell]] | None:
    """A table with a heading before each value, one a line; None where it is none."""
    labelled: list[list[Cell]] = []
    column: int | None = None
    headings = 0
    value_since = True
    for line in lines:
        named = column_of(line[0].text) if len(line) == 1 else None
        if named is not None:
            if not value_since and named != _NAME + 1:
                return None
            column, headings, value_since = named, headings + 1, False
        elif column is None:
            return None
        else:
            labelled.append([replace(cell, column=column) for cell in line])
            value_since = True
    return labelled if headings >= len(columns()) - 1 else None


def _date_apart(line: Sequence[Cell]) -> list[Cell]:
    """The date as a cell of its own, where one space parts it from the action."""
    first, *rest = line
    end = starts_with_date(first.passage)
    if not first.passage.text[end:].strip():
        return [replace(first, column=_DATE if first.column is not None else None), *rest]
    taken = any(cell.column == _ACTION for cell in rest)
    behind = first.passage.part(end)
    return [
        replace(first, passage=first.passage.part(0, end)),
        replace(
            first, passage=behind, mark="", column=_ACTION if first.column is not None and not taken else None
        ),
        *rest,
    ]
