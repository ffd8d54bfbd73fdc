"""The outlines that a page draws, as straight pieces of ink."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import hypot

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.affine import Point
from schedgraph.parser.reading.pdf.content import Ink

_CURVE_PIECES = 8
_LONGEST_OUTLINE = 200
# A filled shape is a line where it is at most this thick for its length; anything else is an area.
_THIN = 0.2
_SMALLEST_SQUARE, _LARGEST_SQUARE = 4.0, 18.0


def curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points along a cubic Bézier curve, `start` left out."""
    points = []
    for step in range(1, _CURVE_PIECES + 1):
        t = step / _CURVE_PIECES
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        corners = (start, first, second, end)
        points.append(
            (
                sum(w * x for w, (x, _) in zip(weights, corners, strict=True)),
                sum(w * y for w, (_, y) in zip(weights, corners, strict=True)),
            )
        )
    return points


def stroked(points: Sequence[Point], thickness: float, kind: str) -> Iterator[Ink]:
    """The pieces of a line drawn through `points`; pieces of a curve that go on straight are one."""
    for start, end in pairwise(_straightened(points)):
        yield piece(kind, start, end, thickness)


def filled(points: Sequence[Point], kind: str) -> Ink | None:
    """A thin filled shape as the line along it; None for an area."""
    if not 3 <= len(points) <= _LONGEST_OUTLINE:
        return None
    length, start, end = max(
        (hypot(a[0] - b[0], a[1] - b[1]), a, b) for a, b in combinations(_corners(points), 2)
    )
    if length == 0:
        return None
    thickness = _area(points) / length
    if thickness > length * _THIN:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if min(width, height) <= thickness * 1.2:
        # An upright bar: its axis, not its diagonal.
        middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
        flat = width >= height
        start = (min(xs), middle_y) if flat else (middle_x, min(ys))
        end = (max(xs), middle_y) if flat else (middle_x, max(ys))
    return piece(kind, start, end, thickness)


def piece(kind: str, start: Point, end: Point, thickness: float) -> Ink:
    """A piece of ink from left to right."""
    (x0, y0), (x1, y1) = sorted((start, end))
    return Ink(kind, x0, y0, x1, y1, thickness)


def box(points: Iterable[Point]) -> BoundingBox:
    """The smallest upright box around `points`."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def is_small_square(bounds: BoundingBox) -> bool:
    """Whether a box is of the size and shape of a box to tick."""
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    low, high = min(width, height), max(width, height)
    return low >= _SMALLEST_SQUARE and high <= _LARGEST_SQUARE and high <= 1.3 * low


def lies_within(ink: Ink, bounds: BoundingBox) -> bool:
    """Whether all of `ink` lies in a box."""
    low, high = min(ink.y0, ink.y1), max(ink.y0, ink.y1)
    return bounds[0] <= ink.x0 and ink.x1 <= bounds[2] and bounds[1] <= low and high <= bounds[3]


def clipped(ink: Ink, bounds: BoundingBox) -> Ink | None:
    """The part of `ink` inside `bounds`; None where nothing of it shows."""
    left, top, right, bottom = bounds
    half = ink.thickness / 2
    if ink.x1 - ink.x0 < 1e-6:
        y0, y1 = sorted((ink.y0, ink.y1))
        if ink.x0 + half <= left or ink.x0 - half >= right or max(y0, top) > min(y1, bottom):
            return None
        return ink._replace(y0=max(y0, top), y1=min(y1, bottom))
    slope = (ink.y1 - ink.y0) / (ink.x1 - ink.x0)
    x0, x1 = max(ink.x0, left), min(ink.x1, right)
    if x0 >= x1:
        return None
    y0, y1 = ink.y0 + slope * (x0 - ink.x0), ink.y0 + slope * (x1 - ink.x0)
    if max(y0, y1) + half <= top or min(y0, y1) - half >= bottom:
        return None
    return ink._replace(x0=x0, x1=x1, y0=y0, y1=y1)


def _corners(points: Sequence[Point]) -> Sequence[Point]:
    """At most 24 points, enough to find the two that lie farthest apart."""
    step = max(1, len(points) // 24)
    return points[::step] if len(points) > 2 else points


def _area(points: Sequence[Point]) -> float:
    closed = [*points, points[0]]
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(closed))) / 2


def _straightened(points: Sequence[Point]) -> list[Point]:
    kept: list[Point] = []
    for point in points:
        if kept and hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) < 1e-3:
            continue
        if len(kept) >= 2 and _is_between(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return kept


def _is_between(start: Point, middle: Point, end: Point) -> bool:
    """Whether `middle` lies on the way from `start` to `end`, within a tenth of a point."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length < 1e-6:
        return False
    cross = (end[0] - start[0]) * (middle[1] - start[1]) - (end[1] - start[1]) * (middle[0] - start[0])
    dot = (end[0] - middle[0]) * (middle[0] - start[0]) + (end[1] - middle[1]) * (middle[1] - start[1])
    return abs(cross) / length < 0.1 and dot >= 0
