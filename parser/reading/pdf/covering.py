"""What hides text that a page holds: an opaque area drawn over it later, or the clip that it is drawn through.

A correction laid over an old number, a name blacked out, a label outside its window: the characters are in the file
all the same, and nobody who looks at the page sees them.
"""

import ctypes
from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.affine import Point
from schedgraph.parser.reading.pdf.content import Glyph

_OPAQUE, _WHITE, _BLACK = 250, 250, 60
"""Highlights are neither white nor black, and are shown as if they were transparent whatever their file says."""
_LOWEST = 5.0
_BODY = 0.6
"""A cover reaches from the baseline to so many em above it; less is a strike."""
_LEVEL = 0.1


class Cover(NamedTuple):
    """An opaque area, and its place in the order of drawing."""

    drawn: int
    box: BoundingBox


class Placed(NamedTuple):
    """Of a text object its place in the order of drawing, and the box of its clip; None where all of it shows."""

    drawn: int
    window: BoundingBox | None


def is_cover(shape: "ctypes.c_void_p", points: Sequence[Point], bounds: BoundingBox) -> bool:
    """Whether a filled path is an opaque white or black rectangle as high as a line of small type."""
    if bounds[3] - bounds[1] < _LOWEST or bounds[2] - bounds[0] < _LOWEST or not _is_upright(points, bounds):
        return False
    channels = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(shape, *channels):
        return False
    *colours, alpha = (channel.value for channel in channels)
    plain = min(colours) >= _WHITE or max(colours) <= _BLACK
    return plain and alpha >= _OPAQUE and not pdfium.FPDFPageObj_HasTransparency(shape)


def _is_upright(points: Sequence[Point], bounds: BoundingBox) -> bool:
    """Whether all points are corners of their box."""
    return 4 <= len(points) <= 5 and all(
        min(abs(x - bounds[0]), abs(x - bounds[2])) <= _LEVEL
        and min(abs(y - bounds[1]), abs(y - bounds[3])) <= _LEVEL
        for x, y in points
    )


def shows(glyph: Glyph, covers: Sequence[Cover]) -> bool:
    """Whether a character lies within its clip and under no cover that was drawn after it."""
    style = glyph.style
    x, body = (glyph.x0 + glyph.x1) / 2, glyph.baseline - _BODY * style.size
    if style.window is not None:
        left, top, right, bottom = style.window
        if not (left <= x <= right and top <= glyph.baseline - 0.3 * style.size <= bottom):
            return False
    return not any(
        cover.drawn > style.drawn >= 0
        and cover.box[0] <= x <= cover.box[2]
        and cover.box[1] <= body
        and glyph.baseline <= cover.box[3]
        for cover in covers
    )
