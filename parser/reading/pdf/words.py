"""Glyphs to words: characters that stand on one line with no space between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians, sin, tan
from operator import attrgetter
from statistics import median_low
from typing import NamedTuple

from schedgraph.parser.evidence import enclosing
from schedgraph.parser.page import Strike
from schedgraph.parser.reading.pdf.content import Glyph
from schedgraph.parser.reading.word import StruckPart, Word

# Wider than this, in em, a gap parts two words though no space is drawn.
_WORD_GAP = 0.17
_OFF_LINE = 0.12
_OTHER_SIZE = 1.35
# Degrees: a stamp's own glyphs differ by less than this, and text that is tilted by less counts as upright.
_SAME_ANGLE = 0.5


def words(
    glyphs: Iterable[tuple[int, Glyph]], struck: Mapping[int, Strike], confidence: float = 1.0
) -> tuple[Word, ...]:
    """The words that `glyphs` (each with its index) form; `struck` tells the strike through an index."""
    placed = list(glyphs)
    angles = _writing_angles({glyph.style.angle for _, glyph in placed})
    by_angle: dict[float, list[tuple[int, Glyph]]] = defaultdict(list)
    for index, glyph in placed:
        by_angle[angles[glyph.style.angle]].append((index, glyph))
    found: list[Word] = []
    for angle, members in by_angle.items():
        for line in _lines(members, angle):
            found.extend(_word(part, struck, angle, confidence) for part in _parted(line, angle))
    return tuple(found)


def _writing_angles(angles: set[float]) -> dict[float, float]:
    """The angle of the line that a glyph of each of `angles` stands on: those close together are of one line."""
    of_line: dict[float, float] = {}
    last = None
    for angle in sorted(angles):
        quarter = 90.0 * round(angle / 90)
        if abs(angle - quarter) < _SAME_ANGLE:
            of_line[angle] = quarter
            last = None
        elif last is not None and angle - last < _SAME_ANGLE:
            of_line[angle] = of_line[last]
            last = angle
        else:
            of_line[angle] = last = angle
    return of_line


class _Placed(NamedTuple):
    """A glyph where it begins along its line, how far down the page that line lies, and its index."""

    start: float
    place: int
    down: float
    glyph: Glyph


_BY_LINE = attrgetter("down", "place")
_BY_START = attrgetter("start", "place")


def _along(members: Iterable[tuple[int, Glyph]], angle: float) -> list[_Placed]:
    """`members` on lines that run at `angle`.

    The lines of a scan lie a little aslant, and its text layer with them: a long one climbs by more than its letters
    may stand off it, though it counts as level.
    """
    members = list(members)
    if angle == 0:
        angle = median_low([glyph.style.angle for _, glyph in members])
        if angle == 0:
            return [_Placed(glyph.x0, index, glyph.baseline, glyph) for index, glyph in members]
        slope = tan(radians(angle))
        return [_Placed(glyph.x0, index, glyph.baseline + glyph.x * slope, glyph) for index, glyph in members]
    turn = radians(angle)
    c, s = cos(turn), sin(turn)
    return [
        _Placed(glyph.x * c - glyph.baseline * s, index, glyph.x * s + glyph.baseline * c, glyph)
        for index, glyph in members
    ]


def _lines(members: Iterable[tuple[int, Glyph]], angle: float) -> list[list[_Placed]]:
    lines: list[list[_Placed]] = []
    open_lines: list[tuple[float, float, list[_Placed]]] = []
    down = size = 0.0
    line: list[_Placed] = []
    for placed in sorted(_along(members, angle), key=_BY_LINE):
        own = placed.glyph.style.size or 1.0
        if line and placed.down == down and own == size:
            line.append(placed)
            continue
        down, size = placed.down, own
        open_lines = [each for each in open_lines if down - each[0] <= _OFF_LINE * max(size, each[1])]
        for _, other_size, other in open_lines:
            if max(size, other_size) <= _OTHER_SIZE * min(size, other_size):
                line = other
                line.append(placed)
                break
        else:
            line = [placed]
            lines.append(line)
            open_lines.append((down, size, line))
    for line in lines:
        line.sort(key=_BY_START)
    return lines


def _parted(line: Sequence[_Placed], angle: float) -> Iterable[list[_Placed]]:
    part: list[_Placed] = []
    end = 0.0
    for placed in line:
        start, glyph = placed.start, placed.glyph
        if glyph.text.isspace():
            if part:
                yield part
            part = []
            continue
        if part and start - end > _WORD_GAP * glyph.style.size:
            yield part
            part = []
        part.append(placed)
        end = start + _advance(glyph, angle)
    if part:
        yield part


def _advance(glyph: Glyph, angle: float) -> float:
    """How long the glyph is along its line; the upright box of a slanted glyph is larger than that."""
    if angle in (0, 180):
        return glyph.x1 - glyph.x0
    if abs(angle) == 90:
        return glyph.bottom - glyph.top
    width, height = glyph.x1 - glyph.x0, glyph.bottom - glyph.top
    c, s = abs(cos(radians(angle))), abs(sin(radians(angle)))
    # The box around a w by h rectangle turned by the angle is wc + hs by ws + hc.
    divisor = c * c - s * s
    return max(0.0, (width * c - height * s) / divisor) if abs(divisor) > 0.2 else 0.5 * glyph.style.size


def _word(part: Sequence[_Placed], struck: Mapping[int, Strike], angle: float, confidence: float) -> Word:
    glyphs = [placed.glyph for placed in part]
    parts = _struck_parts(part, struck) if struck else ()
    bounds = enclosing(glyph[1:5] for glyph in glyphs)
    assert bounds is not None  # noqa: S101 - a word has a glyph
    first = glyphs[0]
    text = "".join([glyph.text for glyph in glyphs])
    bold = sum([len(glyph.text) for glyph in glyphs if glyph.style.bold])
    return Word(
        text=text,
        bbox=bounds,
        baseline=first.baseline,
        size=first.style.size,
        bold=2 * bold > len(text),
        angle=angle,
        struck=parts,
        confidence=confidence,
    )


def _struck_parts(part: Sequence[_Placed], struck: Mapping[int, Strike]) -> tuple[StruckPart, ...]:
    """What of a word is struck; neighbours under strikes of one kind are one part."""
    parts: list[StruckPart] = []
    offset = 0
    for placed in part:
        end = offset + len(placed.glyph.text)
        if strike := struck.get(placed.place):
            if parts and parts[-1].end == offset and parts[-1].strike.kind == strike.kind:
                parts[-1] = StruckPart(start=parts[-1].start, end=end, strike=_both(parts[-1].strike, strike))
            else:
                parts.append(StruckPart(start=offset, end=end, strike=strike))
        offset = end
    return tuple(parts)


def _both(one: Strike, other: Strike) -> Strike:
    """Neighbouring strikes as one: the weaker coverage counts."""
    return Strike(
        kind=one.kind,
        height=one.height,
        coverage=min(one.coverage, other.coverage),
        thickness=max(one.thickness, other.thickness),
        slope=one.slope,
    )
