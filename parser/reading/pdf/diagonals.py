"""Which characters of a block are lined off by a long diagonal through it, or by a line that goes up and down over it."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from math import atan2, degrees, hypot

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.pdf.content import Glyph, Ink

BUCKET = 16.0
"""Glyphs are looked up by the height of their baselines, in steps of so many points."""
_SHORTEST_DIAGONAL = 72.0
_FEWEST_CROSSED = 3
_FEWEST_LEGS, _FEWEST_ZIGZAGGED = 3, 2
# How near the pieces of a zigzag come to each other, in points.
_MEETING = 2.0
# How far a line that is drawn by hand leaves its way, in points.
_WAVER = 2.5
# Pieces that rise or lead on by less are a rule's, in points.
_LEVEL = 0.02
# How far above and below the ends of a line letters may stand that it lines off, in points.
_OVERLAP = 2.0
_WHOLE, _SAME_TEXT = 0.8, 2.0


def crossed(
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
            for bucket in range(int(top // BUCKET), int(bottom // BUCKET) + 2)
            for index in by_height.get(bucket, ())
            if _is_under(glyphs[index], ink, top, bottom)
        ]
        lines = {round(glyphs[index].baseline / 3) for index in under}
        if len(lines) < (2 if two_lines else _FEWEST_CROSSED):
            continue
        if two_lines and not all(_is_whole(glyphs, by_height, under, line) for line in lines):
            continue
        for index in under:
            found[index] = Strike(
                kind="diagonal",
                height=0.0,
                coverage=1.0,
                thickness=round(ink.thickness / glyphs[index].style.size, 3),
                slope=round(slope(ink), 2),
            )
    return found


def _is_whole(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], under: Sequence[int], line: int
) -> bool:
    """Whether those of `under` that stand on one line are most of the text that runs on there without a wide blank."""
    own = [glyphs[index] for index in under if round(glyphs[index].baseline / 3) == line]
    left, right = min(glyph.x0 for glyph in own), max(glyph.x1 for glyph in own)
    start, end, gap = left, right, _SAME_TEXT * own[0].style.size
    bucket = int(own[0].baseline // BUCKET)
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
    between = abs(slope(ink) - slope(other)) % 180.0
    return abs(between - 90.0) < 12.0


def joined(inks: Iterable[Ink]) -> list[Ink]:
    """The pieces of ink, those of one line drawn by hand as few long ones: it wavers by no more than a letter's stroke."""
    rules: list[Ink] = []
    slanted: list[Ink] = []
    for ink in inks:
        (rules if abs(ink.y1 - ink.y0) < _LEVEL or ink.x1 - ink.x0 < _LEVEL else slanted).append(ink)
    chains: list[list[Ink]] = []
    ends: dict[tuple[int, int], list[Ink]] = {}
    for ink in sorted(slanted, key=lambda each: (each.x0, each.x1)):
        near = (ends.get((int(ink.x0) + dx, int(ink.y0) + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        chain = next((each for each in near if each and _goes_on(each[-1], ink)), None)
        if chain is None:
            chain = []
            chains.append(chain)
        else:
            del ends[int(chain[-1].x1), int(chain[-1].y1)]
        chain.append(ink)
        ends[int(ink.x1), int(ink.y1)] = chain
    return [*rules, *(piece for chain in chains for piece in _long_pieces(chain))]


def _long_pieces(chain: Sequence[Ink]) -> list[Ink]:
    """The fewest straight pieces from which no end of a piece of the chain lies far."""
    whole = chain[0]._replace(x1=chain[-1].x1, y1=chain[-1].y1)
    if len(chain) == 1 or whole.x1 - whole.x0 < 1.0:
        return list(chain)
    off = [abs(each.y1 - _height_at(whole, each.x1)) for each in chain[:-1]]
    if max(off) <= _WAVER:
        return [whole]
    cut = off.index(max(off)) + 1
    return [*_long_pieces(chain[:cut]), *_long_pieces(chain[cut:])]


def crossed_by_two(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], slanted: Sequence[Ink]
) -> dict[int, Strike]:
    """Glyphs of a block over which two long lines lie crosswise, though neither of them runs over all of it."""
    found: dict[int, Strike] = {}
    long = [ink for ink in slanted if hypot(ink.x1 - ink.x0, ink.y1 - ink.y0) >= _SHORTEST_DIAGONAL]
    for one, other in combinations(long, 2):
        if (slope(one) > 0) == (slope(other) > 0) or not _cross(one, other):
            continue
        heights = (one.y0, one.y1, other.y0, other.y1)
        over = one._replace(x0=min(one.x0, other.x0), x1=max(one.x1, other.x1))
        found.update(_lined_off(glyphs, by_height, over, min(heights), max(heights)))
    return found


def _cross(one: Ink, other: Ink) -> bool:
    """Whether two lines, each from left to right, meet within both."""
    left, right = max(one.x0, other.x0), min(one.x1, other.x1)
    if right - left < 1.0:
        return False
    begin = _height_at(one, left) - _height_at(other, left)
    return begin * (_height_at(one, right) - _height_at(other, right)) < 0


def _height_at(ink: Ink, x: float) -> float:
    return ink.y0 + (ink.y1 - ink.y0) * (x - ink.x0) / (ink.x1 - ink.x0)


def _lined_off(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], over: Ink, top: float, bottom: float
) -> dict[int, Strike]:
    """The glyphs of a block, where `over` lies over whole lines of it from `top` to `bottom`."""
    under = [
        index
        for bucket in range(int(top // BUCKET), int((bottom + BUCKET) // BUCKET) + 1)
        for index in by_height.get(bucket, ())
        if _is_under(glyphs[index], over, top - _OVERLAP, bottom + _OVERLAP)
    ]
    lines = {round(glyphs[index].baseline / 3) for index in under}
    if len(lines) < _FEWEST_ZIGZAGGED or not all(_is_whole(glyphs, by_height, under, line) for line in lines):
        return {}
    return {
        index: Strike(
            kind="diagonal",
            height=0.0,
            coverage=1.0,
            thickness=round(over.thickness / glyphs[index].style.size, 3),
        )
        for index in under
    }


def zigzagged(
    glyphs: Sequence[Glyph], by_height: dict[int, list[int]], slanted: Sequence[Ink]
) -> dict[int, Strike]:
    """Glyphs of a block that a line crosses which goes up and down over it from left to right."""
    found: dict[int, Strike] = {}
    for chain in _chains(slanted):
        legs = _legs(chain)
        top, bottom = min(leg[0] for leg in legs), max(leg[1] for leg in legs)
        if len(legs) < _FEWEST_LEGS or any(low - high < _WHOLE * (bottom - top) for high, low in legs):
            continue
        over = chain[0]._replace(x1=chain[-1].x1)
        found.update(_lined_off(glyphs, by_height, over, top, bottom))
    return found


def _chains(slanted: Sequence[Ink]) -> list[list[Ink]]:
    """Slanted pieces from left to right, each beginning where the one before it ends."""
    chains: list[list[Ink]] = []
    for ink in sorted(slanted, key=lambda each: each.x0):
        chain = next((each for each in chains if _goes_on(each[-1], ink)), None)
        if chain is None:
            chains.append([ink])
        else:
            chain.append(ink)
    return chains


def _goes_on(before: Ink, ink: Ink) -> bool:
    return hypot(ink.x0 - before.x1, ink.y0 - before.y1) < _MEETING


def _legs(chain: Sequence[Ink]) -> list[tuple[float, float]]:
    """From where to where, downwards, a chain goes before it turns back each time."""
    legs: list[tuple[float, float]] = []
    rises: bool | None = None
    for ink in chain:
        top, bottom = min(ink.y0, ink.y1), max(ink.y0, ink.y1)
        if rises == (slope(ink) > 0):
            top, bottom = min(top, legs[-1][0]), max(bottom, legs[-1][1])
            legs.pop()
        rises = slope(ink) > 0
        legs.append((top, bottom))
    return legs


def slope(ink: Ink) -> float:
    """Degrees; a line that rises to the right has a positive slope."""
    return degrees(atan2(ink.y0 - ink.y1, ink.x1 - ink.x0)) if (ink.x1, ink.y1) != (ink.x0, ink.y0) else 0.0
