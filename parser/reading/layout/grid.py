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
_WIDE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The nearest lines around a point; None where no line stands between it and the edge of the page."""

    left: float | None
    top: float | None
    right: float | None
    bottom: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Horizontal lines (y, x0, x1) and vertical lines (x, y0, y1) that part boxes and columns."""

    horizontal: tuple[tuple[float, float, float], ...]
    vertical: tuple[tuple[float, float, float], ...]

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

    def between(self, x0: float, x1: float, y: float) -> tuple[float, ...]:
        """The vertical lines that cross height `y` between `x0` and `x1`, from left to right."""
        return tuple(
            sorted(
                x for x, top, bottom in self.vertical if x0 < x < x1 and top - _SAME <= y <= bottom + _SAME
            )
        )


def grid(rules: Iterable[RuledLine], width: float) -> Grid:
    """The lines among `rules` that part cells: those that meet others, and those that part the whole page.

    An underline, a signature line or a bracket in the margin meets nothing and parts nothing.
    """
    rules = tuple(rules)
    horizontal = _merged((rule.y0, rule.x0, rule.x1) for rule in rules if rule.y0 == rule.y1)
    vertical = _merged((rule.x0, rule.y0, rule.y1) for rule in rules if rule.x0 == rule.x1)
    horizontal = [
        line
        for line in horizontal
        if line[2] - line[1] >= _WIDE * width or (_meets(line, vertical, 1) and _meets(line, vertical, 2))
    ]
    vertical = [line for line in vertical if _meets(line, horizontal, 1) or _meets(line, horizontal, 2)]
    return Grid(horizontal=tuple(horizontal), vertical=tuple(vertical))


def _merged(lines: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
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


def _meets(line: tuple[float, float, float], others: Sequence[tuple[float, float, float]], end: int) -> bool:
    """Whether the start (`end` 1) or the end (2) of a line lies on one of `others`."""
    place, at = line[0], line[end]
    return any(
        abs(other[0] - at) <= _TOUCHES and other[1] - _TOUCHES <= place <= other[2] + _TOUCHES
        for other in others
    )
