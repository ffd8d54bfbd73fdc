"""Words under long slanted strokes and crosses, which line off a whole block; a stamp's frame is none."""

import math
from collections.abc import Sequence

import numpy as np

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.scan.engine import Box
from schedgraph.parser.reading.scan.rules import Stroke
from schedgraph.parser.reading.scan.struck import KIND, StruckSpan
from schedgraph.parser.reading.scan.writing import WrittenLine

_AS_SLANTED = 5.0
"""Degrees between a stamp's writing and its frame."""


def crossed_spans(lines: Sequence[WrittenLine], slanted: Sequence[Stroke]) -> list[list[StruckSpan]]:
    """The words of the blocks that a long slanted stroke or a cross lies over, line by line."""
    found: list[list[StruckSpan]] = [[] for _ in lines]
    for stroke in slanted:
        if any(_sides_of_a_frame(stroke, other) for other in slanted if other is not stroke):
            continue
        top, bottom = sorted((stroke.y0, stroke.y1))
        left, right = sorted((stroke.x0, stroke.x1))
        touched = {
            index for index, line in enumerate(lines) for word in line.words if _passes(stroke, word.box)
        }
        angle = round(math.degrees(math.atan2(stroke.y1 - stroke.y0, stroke.x1 - stroke.x0)), 2)
        if len(touched) < 2 or any(_runs_along(lines[index], angle) for index in touched):
            continue
        for index, line in enumerate(lines):
            middle = line.baseline - 0.3 * line.em
            if not top - 0.5 * line.em <= middle <= bottom + 0.5 * line.em or line.slanted:
                continue
            for word in line.words:
                if left - line.em <= word.box[0] and word.box[2] <= right + line.em:
                    thickness = round(stroke.thickness / line.em, 3)
                    strike = Strike(kind=KIND, height=0.3, coverage=1.0, thickness=thickness, slope=angle)
                    found[index].append(StruckSpan(x0=word.box[0], x1=word.box[2], strike=strike))
    return found


def _runs_along(line: WrittenLine, angle: float) -> bool:
    """Whether a slanted line of writing runs as a stroke at `angle` does: that of a stamp in its frame."""
    return line.slanted and abs(math.remainder(line.words[0].tilt - angle, 180)) < _AS_SLANTED


def _sides_of_a_frame(stroke: Stroke, other: Stroke) -> bool:
    """Whether `other` runs beside `stroke`, as long as it: the frame of a stamp has two such sides."""
    one = math.atan2(stroke.y1 - stroke.y0, stroke.x1 - stroke.x0)
    two = math.atan2(other.y1 - other.y0, other.x1 - other.x0)
    if abs(math.remainder(one - two, math.pi)) > math.radians(2.5):
        return False
    length = math.hypot(stroke.x1 - stroke.x0, stroke.y1 - stroke.y0)
    long = math.hypot(other.x1 - other.x0, other.y1 - other.y0)
    if not 0.6 < length / long < 1.7:
        return False
    dx = (other.x0 + other.x1 - stroke.x0 - stroke.x1) / 2
    dy = (other.y0 + other.y1 - stroke.y0 - stroke.y1) / 2
    apart = abs(dx * math.sin(one) - dy * math.cos(one))
    onward = abs(dx * math.cos(one) + dy * math.sin(one))
    return 0.03 * length < apart < 0.15 * length and onward < 0.4 * length


def _passes(stroke: Stroke, box: Box) -> bool:
    share = np.linspace(0, 1, 200)
    x = stroke.x0 + share * (stroke.x1 - stroke.x0)
    y = stroke.y0 + share * (stroke.y1 - stroke.y0)
    return bool(((x >= box[0]) & (x <= box[2]) & (y >= box[1]) & (y <= box[3])).any())
