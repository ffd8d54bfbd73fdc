"""Glyphs to words: characters that stand on one line with no space between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians, sin

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


def _along(glyph: Glyph, angle: float) -> tuple[float, float]:
    """Where a glyph begins along its line, and how far down its line lies."""
    if angle == 0:
        return glyph.x0, glyph.baseline
    turn = radians(angle)
    return (
        glyph.x * cos(turn) - glyph.baseline * sin(turn),
        glyph.x * sin(turn) + glyph.baseline * cos(turn),
    )


def _lines(members: list[tuple[int, Glyph]], angle: float) -> list[list[tuple[int, Glyph]]]:
    placed = sorted((_along(glyph, angle)[1], index, glyph) for index, glyph in members)
    lines: list[list[tuple[int, Glyph]]] = []
    open_lines: list[tuple[float, float, list[tuple[int, Glyph]]]] = []
    for down, index, glyph in placed:
        size = glyph.style.size or 1.0
        open_lines = [each for each in open_lines if down - each[0] <= _OFF_LINE * max(size, each[1])]
        for _, other_size, line in open_lines:
            if max(size, other_size) <= _OTHER_SIZE * min(size, other_size):
                line.append((index, glyph))
                break
        else:
            line = [(index, glyph)]
            lines.append(line)
            open_lines.append((down, size, line))
    for line in lines:
        line.sort(key=lambda pair: (_along(pair[1], angle)[0], pair[0]))
    return lines


def _parted(line: Sequence[tuple[int, Glyph]], angle: float) -> Iterable[list[tuple[int, Glyph]]]:
    part: list[tuple[int, Glyph]] = []
    end = 0.0
    for index, glyph in line:
        start = _along(glyph, angle)[0]
        if glyph.text.isspace():
            if part:
                yield part
            part = []
            continue
        if part and start - end > _WORD_GAP * glyph.style.size:
            yield part
            part = []
        part.append((index, glyph))
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


def _word(
    part: Sequence[tuple[int, Glyph]], struck: Mapping[int, Strike], angle: float, confidence: float
) -> Word:
    text: list[str] = []
    parts: list[StruckPart] = []
    offset = 0
    for index, glyph in part:
        if strike := struck.get(index):
            end = offset + len(glyph.text)
            if parts and parts[-1].end == offset and parts[-1].strike.kind == strike.kind:
                parts[-1] = StruckPart(start=parts[-1].start, end=end, strike=_both(parts[-1].strike, strike))
            else:
                parts.append(StruckPart(start=offset, end=end, strike=strike))
        text.append(glyph.text)
        offset += len(glyph.text)
    bounds = enclosing((glyph.x0, glyph.top, glyph.x1, glyph.bottom) for _, glyph in part)
    assert bounds is not None  # noqa: S101 - a word has a glyph
    first = part[0][1]
    bold = sum(len(glyph.text) for _, glyph in part if glyph.style.bold)
    return Word(
        text="".join(text),
        bbox=bounds,
        baseline=first.baseline,
        size=first.style.size,
        bold=2 * bold > offset,
        angle=angle,
        struck=tuple(parts),
        confidence=confidence,
    )


def _both(one: Strike, other: Strike) -> Strike:
    """Neighbouring strikes as one: the weaker coverage counts."""
    return Strike(
        kind=one.kind,
        height=one.height,
        coverage=min(one.coverage, other.coverage),
        thickness=max(one.thickness, other.thickness),
        slope=one.slope,
    )
