"""Which words of a page are struck, from the paths through its lines and from long slanted strokes."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.scan import typed_over
from schedgraph.parser.reading.scan.blanks import Chain, chains
from schedgraph.parser.reading.scan.engine import Box, Mask, OcrWord
from schedgraph.parser.reading.scan.rules import Stroke
from schedgraph.parser.reading.scan.strokes import Path, Traced, traced
from schedgraph.parser.reading.scan.writing import WrittenLine

KIND, OVERTYPED = "pixels", "overtyped"
_LONG_RUN = 2.0
"""In em: letters that touch make no unbroken row of ink as long as this."""
_LONGER_RUN = 3.0
"""The same for bold type."""
_INK_ABOVE = 0.3
"""Share of a dashed word's columns with ink above the dashes."""
_LONG_WORD, _LEVEL = 4.0, 2.0
"""Over a word as long as this, in em, a row of dashes falls or rises by less than these degrees."""
_MANY_WORDS = 12.0
_AS_SLANTED = 5.0
"""Degrees between a stamp's writing and its frame."""
_NARROW = 1.2
"""In em: two figures."""
_STRAIGHT = 0.2
"""Rows that the path changes a column: more where it winds through letters that touch."""
_FEW_DASHES, _MANY_DASHES = 3.0, 6.5
"""Em of dashed words in a row that are enough: where blanks are dashed too, and where there is none."""
_BLANKS_THROUGH = 2
"""The blanks in a row with a stroke in them that no unstruck line has."""
_DRAWN, _PARTLY, _MOSTLY = 0.8, 0.3, 0.5
"""Of words without an open blank between them: how much of each must be covered where one blank holds a stroke;
the share that must be struck for all to be, of three words and more, and of two."""
_WORDS_JOINED = re.compile(r"[a-z][-~]+[A-Za-z0-9(]")


@dataclass(frozen=True, slots=True, kw_only=True)
class StruckSpan:
    """A stretch of a line, in pixels, with ink through it."""

    x0: int
    x1: int
    strike: Strike


def struck_spans(ink: Mask, lines: Sequence[WrittenLine], paths: Sequence[Path]) -> list[list[StruckSpan]]:
    """The struck stretches of each line."""
    return [[] if line.slanted else _spans(ink, line, path) for line, path in zip(lines, paths, strict=True)]


def _spans(ink: Mask, line: WrittenLine, path: Path) -> list[StruckSpan]:
    spans = []
    measured = list(zip(line.words, traced(ink, line, path), strict=True))
    through = {seen.run for word, seen in measured if _solid(seen, word.box, line.em)}
    dashed = _dashed(measured, path, line.em)
    typed = [*typed_over.crosses(ink, line), *_hyphens(ink, line)]
    for place, (word, seen) in enumerate(measured):
        x0, _, x1, _ = word.box
        if not any(character.isalnum() for character in word.text):
            continue
        # A slanted stroke may leave a line's last word near its foot: what it does to the others tells.
        same_stroke = seen.run in through and seen.covered > 0.9 and seen.beyond > 0.1
        if same_stroke or place in dashed or _solid(seen, word.box, line.em):
            spans.append(StruckSpan(x0=x0, x1=x1, strike=_strike(seen, KIND)))
        elif _reads_as_overtyped(word.text):
            spans.append(StruckSpan(x0=x0, x1=x1, strike=_strike(seen, OVERTYPED)))
        elif under := [marks for marks in typed if marks.x0 < x1 and x0 < marks.x1]:
            first, last = max(x0, round(under[0].x0)), min(x1, round(under[-1].x1))
            spans.append(StruckSpan(x0=first, x1=last, strike=_strike(seen, OVERTYPED)))
        elif _in_part(seen):
            first, last = seen.run
            spans.append(StruckSpan(x0=max(x0, first), x1=min(x1, last), strike=_strike(seen, KIND)))
    return _through_blanks(spans, measured, chains(ink, line, path))


def _through_blanks(
    spans: Sequence[StruckSpan], measured: Sequence[tuple[OcrWord, Traced]], joined: Sequence[Chain]
) -> list[StruckSpan]:
    """The spans, and whole words where no open blank parts them from struck ones: a strike runs through blanks."""
    found = list(spans)
    for chain in joined:
        words = measured[chain.first : chain.last + 1]
        x0, x1 = words[0][0].box[0], words[-1][0].box[2]
        inside = [span for span in spans if span.x0 < x1 and span.x1 > x0]
        known = sum(min(span.x1, x1) - max(span.x0, x0) for span in inside) / max(1, x1 - x0)
        drawn = chain.strokes >= _BLANKS_THROUGH or (
            chain.strokes > 0
            and all(
                seen.covered >= _DRAWN and seen.bends <= _STRAIGHT and not _beside(seen) for _, seen in words
            )
        )
        if not drawn and known < (_PARTLY if len(words) > 2 else _MOSTLY):
            continue
        kind = (
            max((span.strike.kind for span in inside), key=[s.strike.kind for s in inside].count)
            if inside
            else KIND
        )
        found = [span for span in found if span not in inside]
        found += [
            StruckSpan(x0=word.box[0], x1=word.box[2], strike=_strike(seen, kind)) for word, seen in words
        ]
    return sorted(found, key=lambda span: span.x0)


def _hyphens(ink: Mask, line: WrittenLine) -> list[typed_over.Marks]:
    """The rows of hyphens that the reading bears out: it saw hyphens between words where a blank is usual."""
    return [
        marks
        for marks in typed_over.hyphens(ink, line)
        if any(
            _WORDS_JOINED.search(word.text)
            for word in line.words
            if marks.x0 < word.box[2] and word.box[0] < marks.x1
        )
    ]


def _reads_as_overtyped(text: str) -> bool:
    """Whether most of a word was read as x's, or as the k that an x makes of a stem."""
    marks = sum(character in "xX×kK%" for character in text)
    return marks >= 2 and marks >= 0.5 * len(text) and any(character in "xX×" for character in text)


def _strike(seen: Traced, kind: str) -> Strike:
    return Strike(
        kind=kind,
        height=round(seen.height, 3),
        coverage=round(seen.covered, 3),
        thickness=round(seen.thickness, 3),
        slope=round(seen.slope, 2),
    )


def _beside(seen: Traced) -> bool:
    """A line below the letters or above them that reaches into the band: no letter ink on its other side."""
    under = seen.below < 0.08 and seen.height < 0.16
    # The upper line of a double strike is as high, but the lower one fills every column below it.
    over = seen.height > 0.555 and seen.below < 0.97
    return under or over


def _in_part(seen: Traced) -> bool:
    """A stroke through a part of what was read as one word: out of it, or longer than bold letters touch."""
    straight = seen.bends <= _STRAIGHT and not _beside(seen)
    return straight and (seen.longest >= _LONGER_RUN or (seen.longest >= _LONG_RUN and seen.beyond >= 0.1))


def _solid(seen: Traced, box: Box, em: float) -> bool:
    """One unbroken stroke through the whole word and out of it, or longer than letters that touch."""
    width = max(1, box[2] - box[0]) / em
    if seen.longest < 0.9 * width or seen.covered < 0.93 or seen.bends > _STRAIGHT or _beside(seen):
        return False
    # The bars of 44 touch and reach out of it a little.
    least = 0.1 if width >= _NARROW else 0.25
    return seen.beyond >= least or seen.longest >= _LONG_RUN


def _dashed(measured: Sequence[tuple[OcrWord, Traced]], path: Path, em: float) -> set[int]:
    """The places of words under dashes. Small type that runs together looks like dashes, but not between words."""
    stretches: list[list[int]] = []
    for place, (word, seen) in enumerate(measured):
        if not _broken(seen, word.box, em):
            continue
        if stretches and stretches[-1][-1] == place - 1 and _joined(measured[place - 1][0], word, path):
            stretches[-1].append(place)
        else:
            stretches.append([place])
    found: set[int] = set()
    for stretch in stretches:
        width = sum(measured[place][0].box[2] - measured[place][0].box[0] for place in stretch) / em
        seen = measured[stretch[0]][1]
        plain = seen.between >= 0.8 and seen.bends <= 0.06
        if width >= (_FEW_DASHES if plain or len(stretch) > 1 else _MANY_DASHES):
            found.update(stretch)
    return found


def _joined(one: OcrWord, other: OcrWord, path: Path) -> bool:
    """Whether the blank between two words holds ink at the height of the dashes."""
    blank = path.inked[max(0, one.box[2] - path.left) : max(0, other.box[0] - path.left)]
    return bool(blank.size == 0 or blank.mean() >= 0.3)


def _broken(seen: Traced, box: Box, em: float) -> bool:
    """Dashes or overtyped hyphens: a straight row of pieces, between the letters as well."""
    width = max(1, box[2] - box[0]) / em
    if abs(seen.slope) > 3 or seen.above + seen.below < 0.5 or _beside(seen):
        return False
    straight = seen.bends <= 0.085
    if straight and seen.covered >= 0.72 and seen.bends <= 0.07 and seen.above >= 0.35 and seen.below >= 0.5:
        return width >= 0.9
    if seen.covered < 0.82 or (width >= _LONG_WORD and abs(seen.slope) > _LEVEL):
        return False
    if seen.above < _INK_ABOVE:
        # Bold type runs together along its x-height and its feet, where little ink stands above.
        return width >= _MANY_WORDS and seen.between >= 0.7
    if straight and seen.between >= 0.5:
        return width >= 1.6
    return seen.between >= 0.58 and seen.blank >= 0.5 and seen.bends <= 0.14 and width >= 1.8


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
