"""The edges of a form's boxes, told from strikes by the upright lines that end on them.

A line that is drawn through words leaves the lines between columns alone; the edge of a box goes through words
only where they were typed too low or too high.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from schedgraph.parser.reading.pdf.content import Ink

_STRAIGHT = 0.8
_SHORTEST, _LOWEST = 12.0, 9.0
"""Points: the length of an edge, and the height of an upright line; a strike drawn as a thin frame is lower."""
_AT_END = 1.6
_APART = 3.0
_MOST = 40
"""The ends looked at from either side; a page may hold tens of thousands of lines."""


def box_edges(inks: Sequence[Ink]) -> frozenset[Ink]:
    """The level lines among `inks` on which upright lines end at two places or more."""
    ends: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for ink in inks:
        if abs(ink.x0 - ink.x1) <= _STRAIGHT and abs(ink.y1 - ink.y0) >= _LOWEST:
            for y in (ink.y0, ink.y1):
                ends[round(y / _AT_END)].append((ink.x0, y))
    for found in ends.values():
        found.sort()
    return frozenset(
        ink
        for ink in inks
        if abs(ink.y0 - ink.y1) <= _STRAIGHT and ink.x1 - ink.x0 >= _SHORTEST and _holds_two(ink, ends)
    )


def _holds_two(edge: Ink, ends: dict[int, list[tuple[float, float]]]) -> bool:
    y = (edge.y0 + edge.y1) / 2
    near = [
        x
        for bucket in (round(y / _AT_END) + step for step in (-1, 0, 1))
        for x in _outermost(edge, y, ends.get(bucket, []))
    ]
    return bool(near) and max(near) - min(near) > _APART


def _outermost(edge: Ink, y: float, ends: list[tuple[float, float]]) -> list[float]:
    """The first and the last of `ends` on the edge; they are in order from left to right."""
    first = bisect_left(ends, (edge.x0 - _AT_END, -1.0))
    last = bisect_right(ends, (edge.x1 + _AT_END, 1e9))
    looked_at = (*ends[first : min(last, first + _MOST)], *ends[max(first, last - _MOST) : last])
    within = [x for x, height in looked_at if abs(height - y) <= _AT_END]
    return [within[0], within[-1]] if within else []
