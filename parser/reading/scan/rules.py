"""Long straight lines on pixels: the rules of tables and boxes, and other strokes that are as long."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from schedgraph.parser.reading.scan.components import components
from schedgraph.parser.reading.scan.engine import Mask

_BARE = 0.3
"""Share of a stroke's columns with ink beside it, of which a rule has no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A straight line in pixels, from (x0, y0) to (x1, y1), and its thickness."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float


def _level_strokes(ink: Mask, shortest: int, thickest: int) -> tuple[list[Stroke], Mask]:
    """Level strokes and their pixels; a stroke may rise by a pixel now and then."""
    pixels = ink.astype(np.uint8)
    bridged = cv2.morphologyEx(pixels, cv2.MORPH_CLOSE, np.ones((1, 5), np.uint8))
    bridged = cv2.dilate(bridged, np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    # Heavy type and filled areas are as long, but not as thin.
    thick = cv2.morphologyEx(runs, cv2.MORPH_OPEN, np.ones((thickest + 2, 1), np.uint8))
    runs[thick > 0] = 0
    strokes = []
    for x, y, width, height, area in components(runs).boxes.tolist():
        thickness = max(1.0, area / width - 2)
        if width >= shortest and thickness <= thickest and height <= thickest + 2 + 0.03 * width:
            middle = y + height / 2
            strokes.append(
                Stroke(x0=float(x), y0=middle, x1=float(x + width), y1=middle, thickness=thickness)
            )
    return strokes, np.asarray((runs > 0) & ink, dtype=bool)


def level_strokes(ink: Mask, shortest: int, thickest: int) -> tuple[list[Stroke], Mask]:
    """Level strokes at least `shortest` long and at most `thickest`, and the pixels they are made of."""
    return _level_strokes(ink, shortest, thickest)


def bare_strokes(ink: Mask, strokes: Sequence[Stroke], beside: int) -> Mask:
    """The pixels of level strokes that stand alone: within `beside` pixels above and below most of them is paper.

    The feet of type, and of marks typed over it, join to level strokes, too: these have letters above them.
    """
    bare = np.zeros_like(ink)
    height = ink.shape[0]
    for stroke in strokes:
        half = int(stroke.thickness / 2 + 2)
        row, x0, x1 = int(stroke.y0), int(stroke.x0), int(stroke.x1)
        above = ink[max(0, row - half - beside) : max(0, row - half), x0:x1].any(axis=0)
        below = ink[min(height, row + half + 1) : row + half + 1 + beside, x0:x1].any(axis=0)
        if float((above | below).mean()) <= _BARE:
            bare[max(0, row - half) : row + half + 1, x0:x1] = True
    return np.asarray(bare & ink, dtype=bool)


def upright_strokes(ink: Mask, shortest: int, thickest: int) -> tuple[list[Stroke], Mask]:
    """The same for strokes that stand upright."""
    strokes, mask = _level_strokes(np.ascontiguousarray(ink.T), shortest, thickest)
    turned = [Stroke(x0=s.y0, y0=s.x0, x1=s.y1, y1=s.x1, thickness=s.thickness) for s in strokes]
    return turned, np.ascontiguousarray(mask.T)


def slanted_strokes(ink: Mask, shortest: int) -> list[Stroke]:
    """Strokes at 4° to 75° that are at least `shortest` long, the longest first; pieces of one are joined."""
    scale = 0.5
    small = cv2.resize(ink.astype(np.uint8) * 255, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.where(small > 80, 255, 0).astype(np.uint8)
    least = int(shortest * scale)
    found = cv2.HoughLinesP(small, 1, np.pi / 720, threshold=least // 2, minLineLength=least, maxLineGap=3)
    pieces = (
        [] if found is None else [tuple(float(v) / scale for v in piece) for piece in found.reshape(-1, 4)]
    )
    kept: list[Stroke] = []
    for x0, y0, x1, y1 in sorted(pieces, key=lambda p: -np.hypot(p[2] - p[0], p[3] - p[1])):
        angle = abs(np.degrees(np.arctan2(y1 - y0, x1 - x0)))
        if not 4 <= min(angle, 180 - angle) <= 75:
            continue
        stroke = Stroke(x0=x0, y0=y0, x1=x1, y1=y1, thickness=2.0)
        before = next((place for place, longer in enumerate(kept) if _along(stroke, longer)), None)
        if before is None:
            kept.append(stroke)
        else:
            kept[before] = _extended(kept[before], stroke, shortest)
    return kept


def _extended(longer: Stroke, piece: Stroke, widest: float) -> Stroke:
    """`longer` with a piece that goes on where it ends: a stroke by hand is no straight line, and Hough finds its parts."""
    length = np.hypot(longer.x1 - longer.x0, longer.y1 - longer.y0)
    dx, dy = (longer.x1 - longer.x0) / length, (longer.y1 - longer.y0) / length
    ends = sorted(
        ((x - longer.x0) * dx + (y - longer.y0) * dy, x, y)
        for x, y in ((piece.x0, piece.y0), (piece.x1, piece.y1))
    )
    (first, x0, y0), (last, x1, y1) = ends
    if first > length + widest or last < -widest:
        return longer
    start = (x0, y0) if first < 0 else (longer.x0, longer.y0)
    end = (x1, y1) if last > length else (longer.x1, longer.y1)
    return Stroke(x0=start[0], y0=start[1], x1=end[0], y1=end[1], thickness=longer.thickness)


def _along(stroke: Stroke, longer: Stroke) -> bool:
    """Whether `stroke` lies on `longer`, which Hough finds many times over."""
    length = np.hypot(longer.x1 - longer.x0, longer.y1 - longer.y0)
    dx, dy = (longer.x1 - longer.x0) / length, (longer.y1 - longer.y0) / length
    apart = [
        abs((x - longer.x0) * dy - (y - longer.y0) * dx)
        for x, y in ((stroke.x0, stroke.y0), (stroke.x1, stroke.y1))
    ]
    return bool(max(apart) < 8)
