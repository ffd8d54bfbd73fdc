"""Which words of a page are struck, from the paths through its lines and from long slanted strokes."""

import math
from collections.abc import Sequence

import numpy as np

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.scan.engine import Box, Mask
from schedgraph.parser.reading.scan.rules import Stroke
from schedgraph.parser.reading.scan.strokes import Path, Traced, traced
from schedgraph.parser.reading.scan.writing import WrittenLine

KIND = "pixels"


def struck_words(
    ink: Mask, lines: Sequence[WrittenLine], paths: Sequence[Path]
) -> dict[tuple[int, int], Strike]:
    """The strikes by (line, word) that a path through the line shows."""
    found: dict[tuple[int, int], Strike] = {}
    for index, (line, path) in enumerate(zip(lines, paths, strict=True)):
        if abs(line.words[0].tilt) > 3.0:
            continue
        measured = traced(ink, line, path)
        for place, (word, seen) in enumerate(zip(line.words, measured, strict=True)):
            if _solid(seen, word.box, line.em) or _broken(seen):
                found[index, place] = _strike(seen)
    return found


def _strike(seen: Traced) -> Strike:
    return Strike(
        kind=KIND,
        height=round(seen.height, 3),
        coverage=round(seen.covered, 3),
        thickness=round(seen.thickness, 3),
        slope=round(seen.slope, 2),
    )


def _solid(seen: Traced, box: Box, em: float) -> bool:
    """One unbroken stroke through the whole word and out of it, with letters on both sides of it."""
    width = max(1, box[2] - box[0]) / em
    if seen.longest < 0.9 * width or seen.covered < 0.93:
        return False
    if seen.below < 0.08 and seen.height < 0.2:
        return False
    return seen.beyond >= 0.12


def _broken(seen: Traced) -> bool:
    """Dashes or overtyped hyphens: ink in most of the columns between the letters as well."""
    if seen.covered < 0.8 or seen.between < 0.55 or seen.blank < 0.25:
        return False
    return seen.above + seen.below > 0.4 and abs(seen.slope) < 4


def crossed_words(lines: Sequence[WrittenLine], slanted: Sequence[Stroke]) -> dict[tuple[int, int], Strike]:
    """The words of the blocks that a long slanted stroke or a cross lies over."""
    found: dict[tuple[int, int], Strike] = {}
    for stroke in slanted:
        if any(_edge_of_a_frame(stroke, other) for other in slanted if other is not stroke):
            continue
        top, bottom = sorted((stroke.y0, stroke.y1))
        left, right = sorted((stroke.x0, stroke.x1))
        touched = {
            index for index, line in enumerate(lines) for word in line.words if _passes(stroke, word.box)
        }
        if len(touched) < 2 or any(abs(lines[index].words[0].tilt) > 3.0 for index in touched):
            continue
        angle = math.degrees(math.atan2(stroke.y1 - stroke.y0, stroke.x1 - stroke.x0))
        for index, line in enumerate(lines):
            middle = line.baseline - 0.3 * line.em
            if not top - 0.2 * line.em <= middle <= bottom + 0.2 * line.em or abs(line.words[0].tilt) > 3.0:
                continue
            for place, word in enumerate(line.words):
                if left - line.em <= word.box[0] and word.box[2] <= right + line.em:
                    found[index, place] = Strike(
                        kind=KIND,
                        height=0.3,
                        coverage=1.0,
                        thickness=round(stroke.thickness / line.em, 3),
                        slope=angle,
                    )
    return found


def _edge_of_a_frame(stroke: Stroke, other: Stroke) -> bool:
    """Whether `other` runs beside `stroke`: the frame of a stamp has two long parallel sides."""
    one = math.atan2(stroke.y1 - stroke.y0, stroke.x1 - stroke.x0)
    two = math.atan2(other.y1 - other.y0, other.x1 - other.x0)
    if abs(math.remainder(one - two, math.pi)) > math.radians(2.5):
        return False
    length = math.hypot(stroke.x1 - stroke.x0, stroke.y1 - stroke.y0)
    middle = ((other.x0 + other.x1) / 2 - stroke.x0, (other.y0 + other.y1) / 2 - stroke.y0)
    apart = abs(middle[0] * math.sin(one) - middle[1] * math.cos(one))
    return apart < 0.5 * length


def _passes(stroke: Stroke, box: Box) -> bool:
    share = np.linspace(0, 1, 200)
    x = stroke.x0 + share * (stroke.x1 - stroke.x0)
    y = stroke.y0 + share * (stroke.y1 - stroke.y0)
    return bool(((x >= box[0]) & (x <= box[2]) & (y >= box[1]) & (y <= box[3])).any())
