"""Lines that no ruled line parts, into rows: columns are found by the white space between them."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from schedgraph.parser.reading.layout.measure import Measure
from schedgraph.parser.reading.layout.phrases import Phrase
from schedgraph.parser.reading.layout.row import Row, is_wrapped, row

# White space above a line, in em of its size, from which a new thing begins.
GAP = 1.75
FAR = 4.0
_CLOSE = 1.4
# A table whose columns are all narrower than this, in characters, holds no running text.
_NARROW = 40
_LONGEST_SIGN = 4
_HEAD_LINES = 5
# How far (em) from its text a designator may stand and still be the beginning of it.
_DESIGNATOR_REACH = 5.0

#   1.   A.   (1)   a.   iv.   1.2   12)
_DESIGNATOR = re.compile(r"\(?(?:[0-9]{1,3}(?:[.][0-9]{1,3})?|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})[.)]|[-•*☐☒]")


@dataclass(slots=True)
class _Block:
    """Consecutive lines whose pieces keep to the same columns."""

    columns: list[tuple[float, float]]
    lines: list[list[list[Phrase]]] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)


def flow(lines: Sequence[Sequence[Phrase]]) -> list[Row]:
    """Rows from lines of phrases, top line first. The depth of a line is kept as spaces before it."""
    page = Measure.of(lines)
    rows: list[Row] = []
    block: _Block | None = None
    above: float | None = None
    joined = [_with_designators(pieces) for pieces in lines]
    for index, line in enumerate(joined):
        size = max(piece.size for piece in line)
        gap = 99.0 if above is None else (line[0].baseline - above) / size
        above = line[0].baseline
        if block is not None and gap <= FAR and (fitted := _fitted(block.columns, line)):
            block.columns, line = fitted
            block.lines.append(_assigned(block.columns, line))
            block.gaps.append(gap)
            continue
        if block is not None:
            rows.extend(_rows(block, page))
        block = None
        if len(line) > 1:
            columns, line = _begun(line, joined[index + 1 : index + 1 + _HEAD_LINES])
            block = _Block(columns=columns)
            block.lines.append(_assigned(columns, line))
            block.gaps.append(gap)
        else:
            rows.append(row([[page.indented(line[0])]], gap=gap > GAP))
    if block is not None:
        rows.extend(_rows(block, page))
    return rows


def _with_designators(pieces: Sequence[Phrase]) -> list[Phrase]:
    """A designator that stands a little before its text is the first word of it."""
    found: list[Phrase] = []
    for piece in pieces:
        if (
            found
            and len(found[-1].words) == 1
            and _DESIGNATOR.fullmatch(found[-1].words[0].text)
            and not _DESIGNATOR.fullmatch(piece.words[0].text)
            and piece.x0 - found[-1].x1 <= _DESIGNATOR_REACH * piece.size
        ):
            found[-1] = Phrase(words=(*found[-1].words, *piece.words))
        else:
            found.append(piece)
    return found


def _begun(
    line: list[Phrase], following: Sequence[list[Phrase]]
) -> tuple[list[tuple[float, float]], list[Phrase]]:
    """The columns of a block that begins with `line`; a head of several lines shows them all in one of these."""
    above = line[0]
    for other in following:
        if (other[0].baseline - above.baseline) > GAP * other[0].size:
            break
        above = other[0]
        if len(other) > len(line) and (fitted := _fitted([(piece.x0, piece.x1) for piece in other], line)):
            return fitted
    return [(piece.x0, piece.x1) for piece in line], line


def _fitted(
    columns: Sequence[tuple[float, float]], line: Sequence[Phrase]
) -> tuple[list[tuple[float, float]], list[Phrase]] | None:
    """The columns widened by the pieces of `line`, and the pieces, one a column.

    None where a piece bridges two columns, or where two share one and the first is no short sign before the
    other ("a   Commercial permits").
    """
    widened = list(columns)
    found: dict[int, Phrase] = {}
    for piece in line:
        touched = [n for n, (x0, x1) in enumerate(widened) if piece.x0 < x1 and piece.x1 > x0]
        if len(touched) != 1:
            return None
        column = touched[0]
        if column in found:
            sign = found[column]
            if len(sign.words) > 1 or len(sign.words[0].text) > _LONGEST_SIGN:
                return None
            piece = Phrase(words=(*sign.words, *piece.words))
        found[column] = piece
        x0, x1 = widened[column]
        widened[column] = (min(x0, piece.x0), max(x1, piece.x1))
    if any(a[1] > b[0] for a, b in itertools.pairwise(widened)):
        return None
    return widened, list(found.values())


def _assigned(columns: Sequence[tuple[float, float]], line: Sequence[Phrase]) -> list[list[Phrase]]:
    cells: list[list[Phrase]] = [[] for _ in columns]
    for piece in line:
        index = max(
            range(len(columns)),
            key=lambda n: (min(piece.x1, columns[n][1]) - max(piece.x0, columns[n][0]), -n),
        )
        cells[index].append(piece)
    return cells


def _rows(block: _Block, page: Measure) -> list[Row]:
    """The rows of a block: wrapped pieces go to the piece that they go on from.

    Where the right of two columns is mostly empty (numbers beside a running text) nothing was wrapped, and
    each line keeps its pieces where they stand.
    """
    if (
        len(block.columns) == 2
        and sum(not line[1] for line in block.lines) > sum(not line[0] for line in block.lines)
        and not _is_labels(block, page)
    ):
        return [
            row([page.spread([piece for cell in line for piece in cell])], gap=gap > GAP)
            for line, gap in zip(block.lines, block.gaps, strict=True)
        ]
    edges = [start for start, _ in block.columns[1:]] + [max(end for _, end in block.columns)]
    rights = [min(edge, end + 2.0) for edge, (_, end) in zip(edges, block.columns, strict=True)]
    spaced = any(gap > GAP for gap, line in zip(block.gaps[1:], block.lines[1:], strict=True) if line[0])
    narrow = all((right - left) / page.advance <= _NARROW for left, right in block.columns)
    found: list[list[list[Phrase]]] = []
    gaps: list[bool] = []
    for line, gap in zip(block.lines, block.gaps, strict=True):
        if found and (
            (narrow and spaced and gap <= _CLOSE and not line[0] and len(line) > 2)
            or _goes_on(found[-1], line, gap, rights, spaced)
        ):
            for cell, more in zip(found[-1], line, strict=True):
                cell.extend(more)
        else:
            found.append([list(cell) for cell in line])
            gaps.append(gap > GAP)
    for cells in found:
        if cells[0]:
            cells[0][0] = page.indented(cells[0][0])
    return [row(cells, gap=gap) for cells, gap in zip(found, gaps, strict=True)]


def _is_labels(block: _Block, page: Measure) -> bool:
    """Whether the left of two columns holds labels, wrapped more often than their values: white space parts them,
    and what is no wider than a label has its value beside its first line."""
    left, right = block.columns[0]
    firsts = [line for line, gap in zip(block.lines, block.gaps, strict=True) if gap > GAP]
    both = sum(bool(line[0]) and bool(line[1]) for line in firsts)
    return (right - left) / page.advance <= _NARROW and len(firsts) > 2 and 2 * both > len(firsts)


def _goes_on(
    before: Sequence[Sequence[Phrase]],
    line: Sequence[Sequence[Phrase]],
    gap: float,
    rights: Sequence[float],
    spaced: bool,
) -> bool:
    """Whether every piece of `line` goes on from a piece above it, wrapped at the edge of its column."""
    if gap > GAP or (line[0] and not (spaced and gap <= _CLOSE)):
        return False
    for cell, more, right in zip(before, line, rights, strict=True):
        if not more:
            continue
        if not cell:
            return False
        if _DESIGNATOR.fullmatch(more[0].words[0].text):
            return False
        if not is_wrapped(cell[-1], more[0], right):
            return False
    return True
