"""Which characters a page strikes through, measured on its ink.

A strike is near-horizontal ink in the band of a letter's body that covers at least half of its width. An
underline lies below the band, a rule of the line above it over it, a highlight or a redaction is too thick.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.pdf.content import Glyph, Ink, StrikeOut

LOWEST, HIGHEST = 0.10, 0.58
_COVERAGE = 0.5
_THICKEST = 0.3
_STEEPEST = 12.0
# A line that comes down by more than this, in points, crosses several lines of text.
_TALLEST = 20.0
# Dashes of one line leave gaps of less than this between them, in em.
_DASH_GAP = 0.4
_SHORTEST_DIAGONAL = 72.0
_FEWEST_CROSSED = 3
# A line that is less steep crosses two lines off where it rises by the height of a line and runs over both of them.
_SHALLOW, _RISE = 3.0, 9.0
_WHOLE, _SAME_TEXT = 0.8, 2.0
_BUCKET = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """The strike through each struck glyph, by the glyph's index, and the pieces of ink that make them."""

    glyphs: dict[int, Strike]
    inks: frozenset[Ink]


def strikes(glyphs: Sequence[Glyph], inks: Iterable[Ink], strikeouts: Sequence[StrikeOut]) -> Struck:
    """What is struck of `glyphs`; only upright ones are looked at."""
    by_height: dict[int, list[int]] = defaultdict(list)
    for index, glyph in enumerate(glyphs):
        if abs(glyph.style.angle) < 1.0 and not glyph.text.isspace():
            by_height[int(glyph.baseline // _BUCKET)].append(index)
    flat: list[Ink] = []
    slanted: list[Ink] = []
    for ink in inks:
        slope = abs(_slope(ink))
        if slope <= _STEEPEST and abs(ink.y1 - ink.y0) < _TALLEST:
            flat.append(ink)
        elif slope <= 80.0:
            slanted.append(ink)
    covered, used = _covered(glyphs, by_height, flat)
    shallow = [
        ink
        for ink in (*flat, *slanted)
        if _SHALLOW <= abs(_slope(ink)) <= _STEEPEST and abs(ink.y1 - ink.y0) >= _RISE
    ]
    found = {
        **_crossed(glyphs, by_height, shallow, two_lines=True),
        **_crossed(glyphs, by_height, slanted),
    }
    found.update(_boxed(glyphs, by_height, strikeouts))
    found.update(covered)
    return Struck(glyphs=found, inks=used)


def _covered(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], inks: Iterable[Ink]
) -> tuple[dict[int, Strike], frozenset[Ink]]:
    over: dict[int, list[Ink]] = defaultdict(list)
    for ink in inks:
        top, bottom = min(ink.y0, ink.y1), max(ink.y0, ink.y1)
        for bucket in range(int(top // _BUCKET), int((bottom + _BUCKET) // _BUCKET) + 1):
            for index in by_height.get(bucket, ()):
                if _in_band(glyphs[index], ink):
                    over[index].append(ink)
    found: dict[int, Strike] = {}
    used: set[Ink] = set()
    for index, pieces in over.items():
        glyph = glyphs[index]
        coverage = _coverage(glyph, pieces)
        if coverage >= _COVERAGE:
            longest = max(pieces, key=lambda ink: min(ink.x1, glyph.x1) - max(ink.x0, glyph.x0))
            found[index] = Strike(
                kind=longest.kind,
                height=round(_height(glyph, longest), 3),
                coverage=round(coverage, 3),
                thickness=round(longest.thickness / glyph.style.size, 3),
                slope=round(_slope(longest), 2),
            )
            used.update(pieces)
    return found, frozenset(used)


def _in_band(glyph: Glyph, ink: Ink) -> bool:
    size = glyph.style.size
    gap = _DASH_GAP * size
    if size <= 0 or ink.thickness > _THICKEST * size or ink.x1 + gap < glyph.x0 or ink.x0 - gap > glyph.x1:
        return False
    return LOWEST <= _height(glyph, ink) <= HIGHEST


def _height(glyph: Glyph, ink: Ink) -> float:
    """How far above the baseline the ink passes the middle of the glyph, in em."""
    middle = (glyph.x0 + glyph.x1) / 2
    length = ink.x1 - ink.x0
    share = min(1.0, max(0.0, (middle - ink.x0) / length)) if length else 0.0
    return (glyph.baseline - (ink.y0 + (ink.y1 - ink.y0) * share)) / glyph.style.size


def _coverage(glyph: Glyph, pieces: list[Ink]) -> float:
    """The share of the glyph's width under the union of the pieces; the gaps between dashes count as ink."""
    spans = sorted((ink.x0, ink.x1) for ink in pieces)
    joined: list[list[float]] = []
    for x0, x1 in spans:
        if joined and x0 - joined[-1][1] <= _DASH_GAP * glyph.style.size:
            joined[-1][1] = max(joined[-1][1], x1)
        else:
            joined.append([x0, x1])
    width = glyph.x1 - glyph.x0
    covered = sum(max(0.0, min(x1, glyph.x1) - max(x0, glyph.x0)) for x0, x1 in joined)
    return covered / width if width > 0 else 0.0


def _boxed(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], strikeouts: Sequence[StrikeOut]
) -> dict[int, Strike]:
    found: dict[int, Strike] = {}
    for left, top, right, bottom in (each.bbox for each in strikeouts):
        for bucket in range(int(top // _BUCKET), int(bottom // _BUCKET) + 2):
            for index in by_height.get(bucket, ()):
                glyph = glyphs[index]
                body = glyph.baseline - 0.3 * glyph.style.size
                if left <= (glyph.x0 + glyph.x1) / 2 <= right and top <= body <= bottom:
                    height = (glyph.baseline - (top + bottom) / 2) / glyph.style.size
                    found[index] = Strike(
                        kind="annotation", height=round(height, 3), coverage=1.0, thickness=0.0
                    )
    return found


def _crossed(
    glyphs: Sequence[Glyph],
    by_height: dict[int, list[int]],
    slanted: Sequence[Ink],
    *,
    two_lines: bool = False,
) -> dict[int, Strike]:
    """Glyphs of a block that a long diagonal lines off; the slanted edges of a stamp's frame are none."""
    found: dict[int, Strike] = {}
    for ink in slanted:
        if hypot(ink.x1 - ink.x0, ink.y1 - ink.y0) < _SHORTEST_DIAGONAL:
            continue
        if any(_is_corner(ink, other) for other in slanted if other is not ink):
            continue
        top, bottom = min(ink.y0, ink.y1), max(ink.y0, ink.y1)
        under = [
            index
            for bucket in range(int(top // _BUCKET), int(bottom // _BUCKET) + 2)
            for index in by_height.get(bucket, ())
            if _is_under(glyphs[index], ink, top, bottom)
        ]
        crossed = {round(glyphs[index].baseline / 3) for index in under}
        if len(crossed) < (2 if two_lines else _FEWEST_CROSSED):
            continue
        if two_lines and not all(_is_whole(glyphs, by_height, under, line) for line in crossed):
            continue
        for index in under:
            found[index] = Strike(
                kind="diagonal",
                height=0.0,
                coverage=1.0,
                thickness=round(ink.thickness / glyphs[index].style.size, 3),
                slope=round(_slope(ink), 2),
            )
    return found


def _is_whole(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], under: Sequence[int], line: int
) -> bool:
    """Whether those of `under` that stand on one line are most of the text that runs on there without a wide blank."""
    own = [glyphs[index] for index in under if round(glyphs[index].baseline / 3) == line]
    left, right = min(glyph.x0 for glyph in own), max(glyph.x1 for glyph in own)
    start, end, gap = left, right, _SAME_TEXT * own[0].style.size
    bucket = int(own[0].baseline // _BUCKET)
    others = [glyphs[index] for near in (bucket - 1, bucket, bucket + 1) for index in by_height.get(near, ())]
    others = [glyph for glyph in others if round(glyph.baseline / 3) == line]
    for glyph in sorted(others, key=lambda glyph: glyph.x0):
        if glyph.x0 <= end + gap and glyph.x1 > end:
            end = glyph.x1
    for glyph in sorted(others, key=lambda glyph: -glyph.x1):
        if glyph.x1 >= start - gap and glyph.x0 < start:
            start = glyph.x0
    return right - left >= _WHOLE * (end - start)


def _is_under(glyph: Glyph, ink: Ink, top: float, bottom: float) -> bool:
    body = glyph.baseline - 0.3 * glyph.style.size
    return ink.x0 <= (glyph.x0 + glyph.x1) / 2 <= ink.x1 and top <= body <= bottom


def _is_corner(ink: Ink, other: Ink) -> bool:
    """Whether two slanted lines meet at their ends at about a right angle, as the sides of a frame do."""
    ends = ((ink.x0, ink.y0), (ink.x1, ink.y1))
    others = ((other.x0, other.y0), (other.x1, other.y1))
    if min(hypot(a - c, b - d) for a, b in ends for c, d in others) > 4.0:
        return False
    between = abs(_slope(ink) - _slope(other)) % 180.0
    return abs(between - 90.0) < 12.0


def _slope(ink: Ink) -> float:
    """Degrees; a line that rises to the right has a positive slope."""
    return degrees(atan2(ink.y0 - ink.y1, ink.x1 - ink.x0)) if (ink.x1, ink.y1) != (ink.x0, ink.y0) else 0.0
