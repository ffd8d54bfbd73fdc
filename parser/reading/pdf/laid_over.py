"""What readers laid over a form: the outlines of their notes part nothing of it, and a stamp that lies across its
boxes belongs to none of them."""

from collections.abc import Iterable, Sequence

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.content import Glyph, Ink, PageContent
from schedgraph.parser.reading.word import RuledLine

_AT_EDGE = 2.5
_WITHIN = 2.0
_BODY = 0.3


def outlines(inks: Iterable[Ink], boxes: Sequence[BoundingBox]) -> frozenset[Ink]:
    """The straight inks that run along an edge of one of `boxes`, and no farther."""
    if not boxes:
        return frozenset()
    return frozenset(ink for ink in inks if any(_is_edge(ink, box) for box in boxes))


def _is_edge(ink: Ink, box: BoundingBox) -> bool:
    left, top, right, bottom = box
    low, high = min(ink.y0, ink.y1), max(ink.y0, ink.y1)
    if (
        ink.x0 < left - _AT_EDGE
        or ink.x1 > right + _AT_EDGE
        or low < top - _AT_EDGE
        or high > bottom + _AT_EDGE
    ):
        return False
    level = high - low <= _WITHIN and min(abs(low - top), abs(low - bottom)) <= _AT_EDGE
    upright = ink.x1 - ink.x0 <= _WITHIN and min(abs(ink.x0 - left), abs(ink.x0 - right)) <= _AT_EDGE
    return level or upright


def of_stamps_across(
    glyphs: Sequence[tuple[int, Glyph]], content: PageContent, rules: Sequence[RuledLine]
) -> frozenset[int]:
    """The indices of those of `glyphs` that belong to a stamp with words on both sides of a level rule of the page.

    A stamp whose words stand within one box may be what the box was made for: a date of receipt, "withdrawn".
    """
    if content.annotated is None:
        return frozenset()
    found: set[int] = set()
    for box in content.stamps:
        own = [
            (index, glyph)
            for index, glyph in glyphs
            if glyph.style.drawn > content.annotated and _holds(box, glyph)
        ]
        bodies = [glyph.baseline - _BODY * glyph.style.size for _, glyph in own]
        if bodies and any(_crosses(rule, box) and min(bodies) < rule.y0 < max(bodies) for rule in rules):
            found.update(index for index, _ in own)
    return frozenset(found)


def _crosses(rule: RuledLine, box: BoundingBox) -> bool:
    left, _, right, _ = box
    reaches_out = rule.x0 < left - _WITHIN or rule.x1 > right + _WITHIN
    return rule.y0 == rule.y1 and reaches_out and min(rule.x1, right) - max(rule.x0, left) > _WITHIN


def _holds(box: BoundingBox, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
