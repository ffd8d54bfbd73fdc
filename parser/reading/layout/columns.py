"""Columns that stand side by side, found before lines are put together: each may have a leading of its own.

A line that is put together across two columns holds what only happens to stand at one height where their lines are
set at different pitches. So the edge of a column is looked for first, as a place at which many pieces begin and
that no word crosses; then each side's lines are told by themselves; and only where the lines of one side keep step
with those of the other are they read across.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.reading.layout.flow import FAR, flow
from schedgraph.parser.reading.layout.grid import Grid
from schedgraph.parser.reading.layout.phrases import COLUMN_GAP, Phrase, phrases, visual_lines
from schedgraph.parser.reading.layout.row import Row, is_wrapped
from schedgraph.parser.reading.word import Word

_UNRULED = Grid(horizontal=(), vertical=())
_SAME_EDGE = 1.5
"""Points by which pieces that begin at one edge may differ."""
_NARROWEST_GUTTER, _LEAST_GUTTER = 0.45, 0.2
"""In em, the latter for single lines; the space between two words is 0.25 to 0.35, of a typewriter 0.6."""
_NARROWEST_COLUMN = 1.0
"""In em: what begins so near behind an edge is set in a little, and no column of its own."""
_FEWEST = 3
"""Lines on either side of a gutter; fewer have no pitch to be told by."""
_EDGES_SEEN = 2
"""How often pieces must begin at an edge before it is believed."""
_RISE, _FALL = 0.75, 0.2
"""In em, how far a line reaches above its baseline, and how much of it hangs below."""
_BESIDE, _ONE_STEP = 0.95, 0.3
"""In em: how far in height a line may be from one that it stands beside, and by how much this differs among lines
that keep step."""
_ONE_PITCH = 0.03
"""Share by which the steps of evenly set lines differ."""
_ALIGNED = 0.8
"""The share of the rows of a table whose cells stand at one height."""
_IN_STEP = 0.75
"""The share of what begins on either side that stands at one distance from the line beside it, where both keep step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Lines `first` to `last` (exclusive) of a region, across which a column begins at `edge`."""

    edge: float
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """Lines of a column, or of several in step; `starts` are those that do not go on from the line above them.

    `leading` is the step from most lines to the next, 0 where there is no single one.
    """

    lines: tuple[Phrase, ...]
    starts: tuple[Phrase, ...]
    leading: float

    @staticmethod
    def of(words: Sequence[Word]) -> "_Side":
        lines = tuple(Phrase(words=tuple(line)) for line in visual_lines(words))
        steps = [below.baseline - above.baseline for above, below in itertools.pairwise(lines)]
        leading = sorted(steps)[len(steps) // 4] if steps else 0.0
        right = max((line.x1 for line in lines), default=0.0) + 2.0
        starts = [
            below
            for (above, below), step in zip(itertools.pairwise(lines), steps, strict=True)
            if step > 1.15 * leading or not is_wrapped(above, below, right)
        ]
        even = all(_is_multiple(step, leading) for step in steps)
        return _Side(lines=lines, starts=(*lines[:1], *starts), leading=leading if even else 0.0)

    def beside(self, other: "_Side") -> "_Side":
        """Both as one."""
        return _Side(lines=(*self.lines, *other.lines), starts=(*self.starts, *other.starts), leading=0.0)


def in_columns(lines: Sequence[Sequence[Phrase]]) -> list[Row]:
    """The rows of a region that no ruled line parts, of whose visual lines `lines` gives the phrases, top line first.

    Columns out of step are read one after the other, the left one first.
    """
    stretches = _stretches(lines)
    for stretch in stretches:
        beside = [each for each in stretches if each.first < stretch.last and each.last > stretch.first]
        region = lines[stretch.first : stretch.last]
        if (edge := _step(region, sorted(each.edge for each in beside))) is None:
            continue
        left, right = _sides(region, edge)
        return [
            *(in_columns(lines[: stretch.first]) if stretch.first else ()),
            *in_columns(_lined(left)),
            *in_columns(_lined(right)),
            *(in_columns(lines[stretch.last :]) if stretch.last < len(lines) else ()),
        ]
    return flow([_parted(line, index, stretches) for index, line in enumerate(lines)])


def _step(region: Sequence[Sequence[Phrase]], edges: Sequence[float]) -> float | None:
    """The edge at which the lines of a region fall out of step; None where all its columns keep step.

    Columns in step (labels with their values) are put together first: what stands beside them is held against both.
    """
    words = [word for line in region for phrase in line for word in phrase.words]
    narrowest = _NARROWEST_COLUMN * max(word.size for word in words)
    kept = [-1e9]
    for edge in edges:
        if edge - kept[-1] >= narrowest:
            kept.append(edge)
    groups: list[tuple[float, _Side]] = []
    for left, right in itertools.pairwise((*kept, 1e9)):
        within = [word for word in words if left <= word.place[0] + _SAME_EDGE < right]
        if within:
            groups.append((left, _Side.of(within)))
    while True:
        apart = [
            (offsets[-1] - offsets[0], place)
            for place, (one, other) in enumerate(itertools.pairwise(groups))
            if len(offsets := _offsets(one[1], other[1])) > _FEWEST
        ]
        spread, place = min(apart, default=(_ONE_STEP, 0))
        if spread >= _ONE_STEP:
            break
        (left, one), (_, other) = groups[place : place + 2]
        groups[place : place + 2] = [(left, one.beside(other))]
    return next(
        (right[0] for left, right in itertools.pairwise(groups) if _is_out_of_step(left[1], right[1])), None
    )


def _lined(words: Sequence[Word]) -> list[list[Phrase]]:
    return [phrases(line, _UNRULED) for line in visual_lines(words)]


def _sides(region: Sequence[Sequence[Phrase]], edge: float) -> tuple[list[Word], list[Word]]:
    words = [word for line in region for phrase in line for word in phrase.words]
    return (
        [word for word in words if word.place[0] < edge - _SAME_EDGE],
        [word for word in words if word.place[0] >= edge - _SAME_EDGE],
    )


def _stretches(lines: Sequence[Sequence[Phrase]]) -> list[_Stretch]:
    """The places where a column begins, by their edges, with the lines over which nothing crosses them."""
    found = []
    for edge in _edges(lines):
        crossed = _crossed(lines, edge)
        first = 0
        for index in range(len(lines) + 1):
            ends = index == len(lines) or crossed[index]
            if not ends and not _stands_apart(lines, index, first):
                continue
            stretch = _Stretch(edge=edge, first=first, last=index)
            if _has_columns(lines, stretch):
                found.append(stretch)
            first = index + ends
    return found


def _crossed(lines: Sequence[Sequence[Phrase]], edge: float) -> list[bool]:
    """Which lines run over an edge. A label that fills its column leaves its value as little room as a space does: so
    one such line between others that do not run over it does not, either."""
    crossed = [_is_crossed(line, edge, _NARROWEST_GUTTER) for line in lines]
    alone = [
        over and not crossed[index - 1] and not crossed[index + 1]
        for index, over in enumerate(crossed[1:-1], start=1)
    ]
    return [
        over and not (between and not _is_crossed(line, edge, _LEAST_GUTTER))
        for line, over, between in zip(lines, crossed, (False, *alone, False), strict=False)
    ]


def _edges(lines: Sequence[Sequence[Phrase]]) -> list[float]:
    """Where pieces of lines begin, more than once, but for the left edge of the region."""
    begins = sorted(piece.x0 for line in lines for piece in line)
    groups: list[list[float]] = []
    for x in begins:
        if groups and x - groups[-1][0] <= _SAME_EDGE:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [group[0] for group in groups[1:] if len(group) >= _EDGES_SEEN]


def _is_crossed(line: Sequence[Phrase], edge: float, least: float) -> bool:
    """Whether a word lies across the edge, or text runs over it: what begins there has a gap of `least` em before it."""
    words = [word for phrase in line for word in phrase.words]
    before = [word for word in words if word.place[0] < edge - _SAME_EDGE]
    behind = [word for word in words if word.place[0] >= edge - _SAME_EDGE]
    if any(word.place[2] > edge for word in before):
        return True
    if not before or not behind:
        return False
    gap = min(word.place[0] for word in behind) - max(word.place[2] for word in before)
    size = max(word.size for word in words)
    begins = min(word.place[0] for word in behind) - edge <= _SAME_EDGE
    return gap < (least if begins else COLUMN_GAP) * size


def _stands_apart(lines: Sequence[Sequence[Phrase]], index: int, first: int) -> bool:
    """Whether white space parts a line from those above it."""
    if index <= first:
        return False
    size = max(piece.size for piece in lines[index])
    return lines[index][0].baseline - lines[index - 1][0].baseline > FAR * size


def _has_columns(lines: Sequence[Sequence[Phrase]], stretch: _Stretch) -> bool:
    """Whether enough lines stand on both sides of a stretch, and one of them begins at its edge."""
    left, right = _sides(lines[stretch.first : stretch.last], stretch.edge)
    enough = min(len(visual_lines(left)), len(visual_lines(right))) >= _FEWEST
    return enough and any(abs(word.place[0] - stretch.edge) <= _SAME_EDGE for word in right)


def _parted(line: Sequence[Phrase], index: int, stretches: Sequence[_Stretch]) -> list[Phrase]:
    """The phrases of a line, parted also at the edges of columns that stand behind a narrow gap in it."""
    found: list[Phrase] = []
    for phrase in line:
        cuts = {
            place
            for stretch in stretches
            if stretch.first <= index < stretch.last
            for place, word in enumerate(phrase.words)
            if place and abs(word.place[0] - stretch.edge) <= _SAME_EDGE
        }
        ends = [0, *sorted(cuts), len(phrase.words)]
        found += [Phrase(words=phrase.words[a:b]) for a, b in itertools.pairwise(ends)]
    return found


def _offsets(left: _Side, right: _Side) -> list[float]:
    """How far below the left lines the right ones stand, in em, where either begins something; smallest first."""
    return sorted(
        offset
        for side, other in ((left, right), (right, left))
        for line in side.starts
        if (offset := _offset(line, other.lines, down=side is left)) is not None
    )


def _most_at_one(offsets: Sequence[float]) -> int:
    return max(
        (sum(first <= offset <= first + _ONE_STEP for offset in offsets) for first in offsets), default=0
    )


def _is_out_of_step(left: _Side, right: _Side) -> bool:
    """Whether what begins on either side stands now higher and now lower than the line beside it.

    So do the rows of a table whose cells are centred, or hang from below: they are told by their middles and feet.
    """
    offsets = _offsets(left, right)
    if len(offsets) <= _FEWEST:
        return False
    if left.leading and right.leading and not _are_multiples(left.leading, right.leading):
        return offsets[-1] - offsets[0] > _ONE_STEP
    return _most_at_one(offsets) < _IN_STEP * len(offsets) and not _are_cells(left, right)


def _are_cells(left: _Side, right: _Side) -> bool:
    """Whether the lines of both sides make rows with white space between, whose cells share their middles or feet."""
    rows: list[tuple[list[Phrase], list[Phrase]]] = []
    reached = -1e9
    for line, at in sorted(
        ((line, at) for at, side in enumerate((left, right)) for line in side.lines),
        key=lambda each: each[0].baseline - _RISE * each[0].size,
    ):
        if line.baseline - _RISE * line.size >= reached:
            rows.append(([], []))
        rows[-1][at].append(line)
        reached = max(reached, line.baseline + _FALL * line.size)
    filled = [row for row in rows if row[0] and row[1]]
    starts = set(map(id, (*left.starts, *right.starts)))
    if any(sum(id(line) in starts for line in cell[1:]) for row in filled for cell in row):
        return False
    feet = [row[1][-1].baseline - row[0][-1].baseline for row in filled]
    heads = [row[1][0].baseline - row[0][0].baseline for row in filled]
    size = min(line.size for line in left.lines)
    middles = [(foot + head) / 2 for foot, head in zip(feet, heads, strict=True)]
    return any(
        sum(abs(each) <= _ONE_STEP * size for each in places) >= _ALIGNED * len(filled)
        for places in (middles, feet)
    )


def _offset(line: Phrase, others: Sequence[Phrase], *, down: bool) -> float | None:
    """How far the right of two lines lies below the left, in em; None where none of `others` stands beside `line`."""
    other = min(others, key=lambda other: abs(other.baseline - line.baseline))
    apart = (other.baseline - line.baseline) / min(line.size, other.size)
    return None if abs(apart) > _BESIDE else apart if down else -apart


def _is_multiple(step: float, leading: float) -> bool:
    times = round(step / leading) if leading > 0 else 0
    return times >= 1 and abs(step - times * leading) <= _ONE_PITCH * leading


def _are_multiples(one: float, other: float) -> bool:
    return _is_multiple(one, other) or _is_multiple(other, one)
