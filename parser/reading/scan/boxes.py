"""Small square boxes on a form, ticked or not."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from schedgraph.parser.reading.scan.components import components
from schedgraph.parser.reading.scan.engine import Box, Mask

TICKED, UNTICKED = "☒", "☐"
PRINTED = "□☐☑☒■▢"
"""What engines make of a box."""
_SMALLEST, _LARGEST = 5.5, 15.0  # points
_TICK_INK = 0.07


@dataclass(frozen=True, slots=True, kw_only=True)
class TickBox:
    """A box in pixels and whether anything is drawn in it."""

    box: Box
    ticked: bool


def tick_boxes(ink: Mask, pixels: float) -> list[TickBox]:
    """The boxes whose four sides are drawn; `pixels` is the number of pixels in a point."""
    closed = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((2, 2), np.uint8))
    bridged = np.asarray(closed, dtype=np.uint8)
    # A tick may split the hollow inside or run out of the outline: both are looked for, and the straight sides.
    hollows, dark = components(1 - bridged, connectivity=4).boxes[:, :4], components(bridged).boxes[:, :4]
    found: dict[Box, TickBox] = {}
    drawn = _between(dark, 1.2 * _SMALLEST * pixels, 2 * _LARGEST * pixels)
    crossed = [_square_within(bridged, part, pixels) for part in drawn]
    small = [_between(parts, _SMALLEST * pixels, _LARGEST * pixels) for parts in (hollows, dark)]
    for x, y, width, height in [*small[0], *small[1], *(part for part in crossed if part)]:
        if not _SMALLEST * pixels <= min(width, height) <= max(width, height) <= _LARGEST * pixels:
            continue
        if max(width, height) > 1.25 * min(width, height):
            continue
        box = (int(x), int(y), int(x + width), int(y + height))
        if _sides_drawn(ink, box, pixels) and not any(_same_place(box, known) for known in found):
            found[box] = TickBox(box=box, ticked=_inside(ink, box) > _TICK_INK)
    return list(found.values())


def _between(parts: NDArray[np.int32], least: float, most: float) -> list[tuple[int, int, int, int]]:
    """The parts both of whose sides are from `least` to `most` pixels long."""
    sides = parts[:, 2:4]
    chosen = (sides.min(axis=1) >= least) & (sides.max(axis=1) <= most)
    return [(x, y, width, height) for x, y, width, height in parts[chosen].tolist()]


def _square_within(
    bridged: NDArray[np.uint8], part: tuple[int, int, int, int], pixels: float
) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of what the straight lines of a small drawing enclose: its tick may stick out."""
    x, y, width, height = part
    drawing = bridged[y : y + height, x : x + width]
    least = int(_SMALLEST * pixels)
    level = cv2.morphologyEx(drawing, cv2.MORPH_OPEN, np.ones((1, least), np.uint8)).any(axis=1)
    upright = cv2.morphologyEx(drawing, cv2.MORPH_OPEN, np.ones((least, 1), np.uint8)).any(axis=0)
    rows, columns = np.flatnonzero(level), np.flatnonzero(upright)
    if rows.size < 2 or columns.size < 2:
        return None
    left, top = x + int(columns[0]), y + int(rows[0])
    return (left, top, int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1)


def _sides_drawn(ink: Mask, box: Box, pixels: float) -> bool:
    """Whether a straight line lies along each side of `box`, within a point and a half of it."""
    x0, top, x1, bottom = box
    reach = max(2, round(1.5 * pixels))
    height, width = ink.shape
    if x0 < reach or top < reach or x1 + reach > width or bottom + reach > height:
        return False
    across = (ink[top - reach : top + reach, x0:x1], ink[bottom - reach : bottom + reach, x0:x1])
    along = (ink[top:bottom, x0 - reach : x0 + reach], ink[top:bottom, x1 - reach : x1 + reach])
    level = all(float(np.max(part.mean(axis=1))) > 0.85 for part in across)
    upright = all(float(np.max(part.mean(axis=0))) > 0.85 for part in along)
    return level and upright


def _inside(ink: Mask, box: Box) -> float:
    x0, top, x1, bottom = box
    inset = max(2, round(0.22 * (x1 - x0)))
    part = ink[top + inset : bottom - inset, x0 + inset : x1 - inset]
    return float(part.mean()) if part.size else 0.0


def _same_place(one: Box, other: Box) -> bool:
    middle = ((one[0] + one[2]) / 2, (one[1] + one[3]) / 2)
    return other[0] <= middle[0] <= other[2] and other[1] <= middle[1] <= other[3]
