"""Rules inside one column of a table: an underline or a stroke that runs from one column's edge to the other.

Such a rule ends at the lines between the columns as a row's rule does, but the columns beside it go on unparted.
Taken for the edge of a cell it would break up the table, for the cells of a row begin and end together.
"""

from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.reading.layout.grid import Grid, Line
from schedgraph.parser.reading.layout.tables import TALL_COLUMN, band_around
from schedgraph.parser.reading.word import Word

_AT_EDGE = 5.0
_THROUGH = 12.0
"""Points by which the lines between columns run on above and below; where they end, a row ends."""
_FEWEST_COLUMNS = 3


def without_crossbars(grid: Grid, lines: Sequence[Sequence[Word]]) -> Grid:
    """The grid without the rules that part one column of a tall table; `lines` are the page's lines of words."""
    inner = [line for line in grid.horizontal if _is_within_column(line, grid)]
    if not inner:
        return grid
    rest = replace(grid, horizontal=tuple(line for line in grid.horizontal if line not in inner))
    crossbars = {line for line in inner if _is_in_tall_table(line, rest, lines)}
    return replace(grid, horizontal=tuple(line for line in grid.horizontal if line not in crossbars))


def _is_within_column(line: Line, grid: Grid) -> bool:
    y, x0, x1 = line
    through = [x for x, top, bottom in grid.vertical if top < y - _THROUGH and bottom > y + _THROUGH]
    return (
        any(abs(x - x0) <= _AT_EDGE for x in through)
        and any(abs(x - x1) <= _AT_EDGE for x in through)
        and not grid.between(x0 + _AT_EDGE, x1 - _AT_EDGE, y)
    )


def _is_in_tall_table(line: Line, grid: Grid, lines: Sequence[Sequence[Word]]) -> bool:
    y, x0, x1 = line
    band = band_around(grid, grid.cell((x0 + x1) / 2, y))
    if band is None or len(band.cells) < _FEWEST_COLUMNS:
        return False
    tallest = max(
        sum(
            any(
                grid.cell((word.place[0] + word.place[2]) / 2, word.baseline - 0.3 * word.size) == cell
                for word in words
            )
            for words in lines
        )
        for cell in band.cells
    )
    return tallest >= TALL_COLUMN
