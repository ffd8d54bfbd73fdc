"""Which characters a page strikes through, measured on its ink.

A strike is near-horizontal ink in the band of a letter's body that covers at least half of its width. An
underline lies below the band, a rule of the line above it over it, a highlight or a redaction is too thick.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.pdf.content import Glyph, Ink, StrikeOut
from schedgraph.parser.reading.pdf.diagonals import BUCKET, crossed, crossed_by_two, joined, slope, zigzagged

LOWEST, HIGHEST = 0.10, 0.58
_COVERAGE = 0.5
_THICKEST = 0.3
_STEEPEST = 12.0
# A line that comes down by more than this, in points, crosses several lines of text.
_TALLEST = 20.0
# Dashes of one line leave gaps of less than this between them, in em.
_DASH_GAP = 0.4
# A line that is less steep crosses two lines off where it rises by the height of a line and runs over both of them.
_SHALLOW, _RISE = 3.0, 9.0


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
            by_height[int(glyph.baseline // BUCKET)].append(index)
    flat: list[Ink] = []
    slanted: list[Ink] = []
    for ink in inks:
        steep = abs(slope(ink))
        if steep <= _STEEPEST and abs(ink.y1 - ink.y0) < _TALLEST:
            flat.append(ink)
        elif steep <= 80.0:
            slanted.append(ink)
    covered, used = _covered(glyphs, by_height, flat)
    long = joined((*flat, *slanted))
    slanted = [ink for ink in long if abs(slope(ink)) > _STEEPEST or abs(ink.y1 - ink.y0) >= _TALLEST]
    shallow = [
        ink for ink in long if _SHALLOW <= abs(slope(ink)) <= _STEEPEST and abs(ink.y1 - ink.y0) >= _RISE
    ]
    found = {
        **crossed(glyphs, by_height, shallow, two_lines=True),
        **crossed(glyphs, by_height, slanted),
        **crossed_by_two(glyphs, by_height, [*shallow, *slanted]),
        **zigzagged(glyphs, by_height, slanted),
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
        for bucket in range(int(top // BUCKET), int((bottom + BUCKET) // BUCKET) + 1):
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
                slope=round(slope(longest), 2),
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
        for bucket in range(int(top // BUCKET), int(bottom // BUCKET) + 2):
            for index in by_height.get(bucket, ()):
                glyph = glyphs[index]
                body = glyph.baseline - 0.3 * glyph.style.size
                if left <= (glyph.x0 + glyph.x1) / 2 <= right and top <= body <= bottom:
                    height = (glyph.baseline - (top + bottom) / 2) / glyph.style.size
                    found[index] = Strike(
                        kind="annotation", height=round(height, 3), coverage=1.0, thickness=0.0
                    )
    return found
