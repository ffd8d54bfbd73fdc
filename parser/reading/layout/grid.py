"""The ruled lines of a page as a grid: which cell a point stands in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schedgraph.parser.reading.word import RuledLine

# Lines this near to each other (points) are one line, drawn in pieces or twice.
_SAME = 1.8
_JOINED = 6.0
# A line belongs to the grid where its end is this near to a line that crosses it.
_TOUCHES = 5.0
_SHORTEST = 9.0
# A scanned frame's corners are this far out of true; a line this near to a side of its box touches it.
_CORNER = 4.5
_INSET = 2.5
_WIDE = 0.6
_BEYOND = 8.0

Line = tuple[float, float, float]
"""Where a line lies across its direction, and where it starts and ends along it."""

Frame = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle around a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The nearest lines around a point; None where no line stands between it and the edge of the page."""

    left: float | None
    top: float | None
    right: float | None
    bottom: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Horizontal lines (y, x0, x1) and vertical lines (x, y0, y1) that part boxes and columns.

    `frames` lie over lines between columns: these part nothing of what stands in them.
    """

    horizontal: tuple[Line, ...]
    vertical: tuple[Line, ...]
    frames: tuple[Frame, ...] = ()

    def cell(self, x: float, y: float) -> Cell:
        """The cell around (x, y)."""
        beside = [line[0] for line in self.vertical if line[1] - _SAME <= y <= line[2] + _SAME]
        across = [line[0] for line in self.horizontal if line[1] - _SAME <= x <= line[2] + _SAME]
        return Cell(
            left=max((each for each in beside if each <= x), default=None),
            right=min((each for each in beside if each > x), default=None),
            top=max((each for each in across if each <= y), default=None),
            bottom=min((each for each in across if each > y), default=None),
        )

    def frame(self, x: float, y: float) -> Frame | None:
        """The frame around (x, y) that lies over a line between columns."""
        return next(
            (each for each in self.frames if each[0] <= x <= each[2] and each[1] <= y <= each[3]), None
        )

    def between(self, x0: float, x1: float, y: float) -> tuple[float, ...]:
        """The vertical lines that cross height `y` between `x0` and `x1`, from left to right."""
        return tuple(
            sorted(
                x for x, top, bottom in self.vertical if x0 < x < x1 and top - _SAME <= y <= bottom + _SAME
            )
        )

    def across(self, x: float, top: float, bottom: float) -> float | None:
        """The height of the first horizontal line that crosses `x` between `top` and `bottom`."""
        heights = (y for y, x0, x1 in self.horizontal if x0 - _SAME <= x <= x1 + _SAME and top < y <= bottom)
        return min(heights, default=None)


def grid(rules: Iterable[RuledLine], width: float) -> Grid:
    """The lines among `rules` that part cells: those that meet others, and those that part the whole page.

    An underline, a signature line or a bracket in the margin meets nothing and parts nothing; a frame around
    some lines of a column (a note that was put in later) stands in the column and does not part it.
    """
    rules = tuple(rules)
    horizontal = _merged((rule.y0, rule.x0, rule.x1) for rule in rules if rule.y0 == rule.y1)
    vertical = _merged((rule.x0, rule.y0, rule.y1) for rule in rules if rule.x0 == rule.x1)
    found = list(_frames(horizontal, vertical))
    level, upright = ({line for frame in found for line in frame[at]} for at in (0, 1))
    horizontal = [line for line in horizontal if line not in level]
    vertical = [line for line in vertical if line not in upright]
    horizontal = [
        line
        for line in horizontal
        if line[2] - line[1] >= _WIDE * width
        or (_meets(line, vertical, 1) and _meets(line, vertical, 2) and not _is_inset(line, vertical))
    ]
    vertical = [line for line in vertical if _meets(line, horizontal, 1) or _meets(line, horizontal, 2)]
    boxes = {(top[1], top[0], top[2], bottom[0]) for (top, bottom), _ in found}
    over = sorted(box for box in boxes if any(_lies_over(box, line) for line in vertical))
    return Grid(horizontal=tuple(horizontal), vertical=tuple(vertical), frames=tuple(over))


def _lies_over(box: Frame, line: Line) -> bool:
    """Whether an upright line runs through a frame from above to below it, clear of its sides."""
    left, top, right, bottom = box
    return left + _CORNER < line[0] < right - _CORNER and _runs_through(line, top, bottom)


def _merged(lines: Iterable[Line]) -> list[Line]:
    """Lines at the same place that follow on each other as one; scraps are dropped."""
    merged: list[list[float]] = []
    for place, start, end in sorted(lines):
        for other in reversed(merged):
            if place - other[0] > _SAME:
                continue
            if start <= other[2] + _JOINED and end >= other[1] - _JOINED:
                other[1], other[2] = min(start, other[1]), max(end, other[2])
                break
        else:
            merged.append([place, start, end])
    return [(place, start, end) for place, start, end in merged if end - start >= _SHORTEST]


def _frames(
    horizontal: Sequence[Line], vertical: Sequence[Line]
) -> Iterable[tuple[tuple[Line, Line], Sequence[Line]]]:
    """Rectangles that no other line touches, each as its own lines: the upper and the lower, and its upright sides.

    A line that runs through all of a rectangle, and on at both ends, was there before it: a note drawn over it. Where
    it is drawn on the very line that parts two columns, that line stands for its side.
    """
    for top in horizontal:
        corners = [_corner(vertical, top[end], top[0]) for end in (1, 2)]
        own = [side for side in corners if side is not None]
        if not own or (len(own) == 2 and abs(own[0][2] - own[1][2]) > _CORNER):
            continue
        low = own[0][2]
        bottom = next((line for line in horizontal if line is not top and _is_below(line, top, low)), None)
        if bottom is None or not all(
            side is not None or any(_parts(line, top[end], top[0], low) for line in vertical)
            for end, side in zip((1, 2), corners, strict=True)
        ):
            continue
        others_across = [
            line
            for line in horizontal
            if line not in (top, bottom) and not _runs_through(line, top[1], top[2])
        ]
        others_upright = [
            line for line in vertical if line not in own and not _runs_through(line, top[0], low)
        ]
        if not (
            any(_touches(line, side) for line in others_across for side in own)
            or any(_touches(line, side) for line in others_upright for side in (top, bottom))
        ):
            yield (top, bottom), own


def _is_below(line: Line, top: Line, low: float) -> bool:
    """Whether a line closes at height `low` what `top` opens."""
    return (
        abs(line[0] - low) <= _CORNER
        and abs(line[1] - top[1]) <= _CORNER
        and abs(line[2] - top[2]) <= _CORNER
    )


def _parts(line: Line, x: float, top: float, bottom: float) -> bool:
    """Whether an upright line at `x` parts columns from above `top` to below `bottom`."""
    return abs(line[0] - x) <= _CORNER and _runs_through(line, top, bottom)


def _corner(vertical: Sequence[Line], x: float, y: float) -> Line | None:
    """The upright line that begins at (x, y)."""
    return next(
        (line for line in vertical if abs(line[0] - x) <= _CORNER and abs(line[1] - y) <= _CORNER), None
    )


def _runs_through(line: Line, start: float, end: float) -> bool:
    return line[1] < start - _BEYOND and line[2] > end + _BEYOND


def _touches(line: Line, side: Line) -> bool:
    """Whether `line` reaches `side`, which runs across it."""
    return (
        line[1] - _CORNER <= side[0] <= line[2] + _CORNER
        and side[1] - _CORNER <= line[0] <= side[2] + _CORNER
    )


def _is_inset(line: Line, others: Sequence[Line]) -> bool:
    """Whether a line stands off `others` at both its ends: lines to sign on fill a box and do not part it."""
    return not any(_meets(line, others, end, _INSET) for end in (1, 2))


def _meets(line: Line, others: Sequence[Line], end: int, least: float = _TOUCHES) -> bool:
    """Whether the start (`end` 1) or the end (2) of a line lies within `least` of one of `others`."""
    place, at = line[0], line[end]
    return any(
        abs(other[0] - at) <= least and other[1] - _TOUCHES <= place <= other[2] + _TOUCHES
        for other in others
    )
