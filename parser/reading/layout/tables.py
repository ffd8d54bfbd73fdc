"""Rows of a ruled table."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schedgraph.parser.reading.layout.grid import Cell, Grid
from schedgraph.parser.reading.layout.measure import Measure
from schedgraph.parser.reading.layout.phrases import Phrase
from schedgraph.parser.reading.layout.row import Row, is_wrapped, row

_SAME_EDGE = 2.5
_GAP = 1.75
# A cell with more lines than this holds several things, one under another.
_TALLEST_CELL = 9
TALL_COLUMN = 6
"""Lines in one column from which a row of cells is a table of its own, read line by line."""
_ANY_WRAP = 3
"""Lines of a cell that are one text wherever they break."""
_ONE_LINE = 0.5
_OFF_MIDDLE = 0.6
_MOSTLY_EMPTY, _ROOM = 3.0, 4.0
"""A band that is as many times as high as its text, and by so many lines more, was made for more of them."""

#   1.   A.   (1)   a.   but not the NO. of "7. ITEM NO."
_DESIGNATED = re.compile(r"(?!NO[.])\(?[A-Za-z0-9]{1,3}[.)]")
#   1.   12   (3)   4a   but not the year or the number of a page's count
_NUMBER = re.compile(r"\(?[0-9]{1,2}[A-Za-z]?[.)]{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row of cells between two horizontal lines; `edges` are the vertical lines that part them."""

    top: float | None
    bottom: float | None
    edges: tuple[float, ...]
    cells: tuple[Cell, ...]


def bands(grid: Grid, held: Mapping[Cell, Sequence[object]]) -> list[list[Band]]:
    """The ruled tables among the cells that hold text: bands that follow on each other with the same columns.

    `held` gives the lines in each cell. One band alone is a table where it holds a column of many lines, as
    on the continuation sheet of an SF-115; a row of boxes with a label and a value each is none.
    """
    candidates: dict[tuple[float | None, float | None], Band] = {}
    for cell in held:
        key = (cell.top, cell.bottom)
        if key not in candidates and (band := band_around(grid, cell)):
            candidates[key] = band
    ordered = sorted(candidates.values(), key=lambda band: (band.top or 0.0, band.bottom or 1e9))
    runs: list[list[Band]] = []
    for band in ordered:
        if runs and _follows(runs[-1][-1], band):
            runs[-1].append(band)
        else:
            runs.append([band])
    return [run for run in runs if _is_table(run, held)]


def _is_table(run: Sequence[Band], held: Mapping[Cell, Sequence[object]]) -> bool:
    columns = len(run[0].edges) - 1
    tallest = max(len(held.get(cell, ())) for band in run for cell in band.cells)
    return (columns >= 3 and (len(run) >= 2 or tallest >= TALL_COLUMN)) or (columns == 2 and len(run) >= 3)


def band_around(grid: Grid, cell: Cell) -> Band | None:
    """The band of a cell: all its columns must begin and end at the same lines.

    A table may be open at its sides; it is then as wide as the line above or below it.
    """
    if cell.left is None and cell.right is None:
        return None
    top = cell.top if cell.top is not None else min((line[1] for line in grid.vertical), default=0.0)
    bottom = cell.bottom if cell.bottom is not None else max((line[2] for line in grid.vertical), default=0.0)
    middle = (top + bottom) / 2
    edges = [x for x, y0, y1 in sorted(grid.vertical) if y0 - 2 <= middle <= y1 + 2]
    bounds = [line for line in grid.horizontal if line[0] in (cell.top, cell.bottom)]
    if edges and bounds:
        left, right = min(line[1] for line in bounds), max(line[2] for line in bounds)
        edges = [left, *(x for x in edges if left < x < right), right]
    edges = [x for n, x in enumerate(edges) if n == 0 or x - edges[n - 1] > _SAME_EDGE]
    if len(edges) < 3:
        return None
    cells = tuple(grid.cell((a + b) / 2, middle) for a, b in itertools.pairwise(edges))
    same = [each for each in cells if (each.top, each.bottom) == (cell.top, cell.bottom)]
    if len(same) < len(cells):
        return None
    return Band(top=cell.top, bottom=cell.bottom, edges=tuple(edges), cells=cells)


def _follows(above: Band, below: Band) -> bool:
    return (
        above.bottom is not None
        and above.bottom == below.top
        and len(above.edges) == len(below.edges)
        and all(abs(a - b) <= _SAME_EDGE for a, b in zip(above.edges, below.edges, strict=True))
    )


def table_rows(table: Sequence[Band], held: dict[Cell, list[list[Phrase]]]) -> list[Row]:
    """The rows of a table; `held` gives the lines of phrases in each cell.

    A cell of few lines is one text that was wrapped. A tall band (the items of an SF-115 stand in one) is
    read line by line across its columns.
    """
    found: list[Row] = []
    for band in table:
        columns = [held.get(cell, []) for cell in band.cells]
        if not any(columns):
            continue
        few = 1 if _is_of_an_item(columns) else _ANY_WRAP
        one_text = all(
            _is_one_text(lines, cell, few) for lines, cell in zip(columns, band.cells, strict=True)
        )
        if one_text and not _is_column(band, columns):
            found.append(row([[_joined(line) for line in lines] for lines in columns], gap=not found))
        else:
            found.extend(_across(columns, band.cells))
    return found


def _is_column(band: Band, columns: Sequence[Sequence[Sequence[Phrase]]]) -> bool:
    """Whether a band is far higher than what stands in it: the columns of a sheet that few lines were typed on."""
    if band.top is None or band.bottom is None:
        return False
    pieces = [piece for lines in columns for line in lines for piece in line]
    size = max(piece.size for piece in pieces)
    written = max(piece.baseline for piece in pieces) - min(piece.baseline for piece in pieces) + size
    return band.bottom - band.top > _MOSTLY_EMPTY * written + _ROOM * size


def _joined(line: Sequence[Phrase]) -> Phrase:
    return Phrase(words=tuple(word for piece in line for word in piece.words))


def _is_of_an_item(columns: Sequence[Sequence[Sequence[Phrase]]]) -> bool:
    """Whether a row begins with the number of an item: what stands beside that has a title, and lines of its own."""
    first = columns[0]
    return (
        len(first) == 1
        and _NUMBER.fullmatch(" ".join(word.text for word in _joined(first[0]).words)) is not None
    )


def _is_one_text(lines: Sequence[Sequence[Phrase]], cell: Cell, few: int) -> bool:
    """Whether the lines of a cell are one text that was wrapped; up to `few` of them are, wherever they break."""
    if len(lines) > _TALLEST_CELL:
        return False
    texts = [_joined(line) for line in lines]
    if len({all(word.bold for word in text.words) for text in texts}) > 1:
        return False
    if any(_DESIGNATED.fullmatch(text.words[0].text) for text in texts[1:]):
        return False
    if len(texts) <= few or cell.left is None or cell.right is None or _is_centered(texts):
        return True
    padding = max(0.0, min(text.x0 for text in texts) - cell.left)
    return all(
        is_wrapped(above, below, cell.right - min(padding, 8.0)) for above, below in itertools.pairwise(texts)
    )


def _is_centered(texts: Sequence[Phrase]) -> bool:
    """Whether lines of different lengths stand under each other's middle, as the heads of a form's columns do."""
    lefts = [text.x0 for text in texts]
    middles = [(text.x0 + text.x1) / 2 for text in texts]
    size = max(text.size for text in texts)
    return max(middles) - min(middles) <= _OFF_MIDDLE * size < max(lefts) - min(lefts)


def _measure(lines: Sequence[Sequence[Phrase]], cell: Cell) -> Measure:
    """The measure of a column by the lines that begin in it, not by a framed note that begins in the one before."""
    own = [line for line in lines if cell.left is None or line[0].x0 >= cell.left - line[0].size]
    return Measure.of(own or lines)


def _across(columns: Sequence[Sequence[Sequence[Phrase]]], cells: Sequence[Cell]) -> list[Row]:
    placed: list[tuple[float, int, Phrase]] = []
    for column, (lines, cell) in enumerate(zip(columns, cells, strict=True)):
        if lines:
            measure = _measure(lines, cell)
            placed.extend((line[0].baseline, column, measure.indented(_joined(line))) for line in lines)
    placed.sort(key=lambda place: place[:2])
    found: list[Row] = []
    group: list[tuple[float, int, Phrase]] = []
    above: float | None = None

    def close() -> None:
        nonlocal above
        cells: list[list[Phrase]] = [[] for _ in columns]
        for _, column, piece in group:
            cells[column].append(piece)
        size = max(piece.size for _, _, piece in group)
        found.append(row(cells, gap=above is None or group[0][0] - above > _GAP * size))
        above = group[0][0]

    for baseline, column, piece in placed:
        if group and (
            baseline - group[0][0] > _ONE_LINE * piece.size or column in {other for _, other, _ in group}
        ):
            close()
            group = []
        group.append((baseline, column, piece))
    if group:
        close()
    return found
