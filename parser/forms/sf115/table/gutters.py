"""Where the columns of a table parted by spaces begin in its body: values do not always stand under their headings."""

from collections import Counter
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.table.cells import Cell, cells_of

SLACK = 4
"""How far left of its heading a value may begin, whatever else stands on its line."""

_NARROWEST = 8
"""Columns of the source that an authority number at least takes, with the blanks behind it."""


def fitted(heads: Sequence[tuple[int, str]], body: Sequence[Block]) -> tuple[tuple[int, str], ...]:
    """The columns `heads` (offset and role), each moved left to where the cells of `body` begin.

    A column begins at the leftmost offset at which more cells begin behind a cell of the column before it than
    cells run across; none begins in the left half of the descriptions.
    """
    lines = [cells for block in body if len(block.cells) == 1 and (cells := cells_of(block))]
    result = list(heads[:1])
    for offset, role in heads[1:]:
        left, before = result[-1]
        places = range(_lowest(left, before, offset, role), offset - SLACK)
        result.append((_leftmost(lines, left, places, default=offset), role))
    return tuple(result)


def is_laid_out(columns: Sequence[tuple[int, str]], body: Sequence[Block]) -> bool:
    """Whether more lines of `body` part what stands in the narrow columns by a run of spaces than run across into them."""
    narrow = min((offset for offset, role in columns if role not in ("number", "description")), default=0)
    lines = [cells for block in body if len(block.cells) == 1 and (cells := cells_of(block))]
    begun = sum(any(cell.column >= narrow - SLACK for cell in cells[1:]) for cells in lines)
    crossed = sum(
        any(cell.column < narrow - SLACK and narrow < _end(cell) for cell in cells) for cells in lines
    )
    return begun > crossed


def _lowest(left: int, before: str, offset: int, role: str) -> int:
    if role == "description":
        return left + 2
    if before in ("number", "description"):
        # The descriptions may have no heading on this line; they are under what stands before the narrow columns.
        return (left + offset) // 2
    return left + _NARROWEST


def _leftmost(lines: Sequence[Sequence[Cell]], left: int, places: range, default: int) -> int:
    begun: Counter[int] = Counter()
    crossed: Counter[int] = Counter()
    for cells in lines:
        for index, cell in enumerate(cells):
            if index and cells[index - 1].column >= left - SLACK and cell.column in places:
                begun[cell.column] += 1
            crossed.update(place for place in places if cell.column < place <= _end(cell))
    for place in places:
        if begun[place] > crossed[place]:
            return place
    return default


def _end(cell: Cell) -> int:
    """The last column in which a cell stands, of a line that is not wrapped."""
    return cell.column + len(cell.passage.text.rstrip()) - 1
