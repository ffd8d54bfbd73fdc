"""What readers laid over a form: the outlines of their notes part nothing of it, and a stamp that lies across its
boxes belongs to none of them."""

from collections.abc import Iterable, Sequence

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.content import Glyph, Ink, PageContent
from schedgraph.parser.reading.word import RuledLine

_AT_EDGE = 2.5
_WITHIN = 2.0


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
    glyphs: Iterable[tuple[int, Glyph]], content: PageContent, rules: Sequence[RuledLine]
) -> frozenset[int]:
    """The indices of those of `glyphs` that belong to a stamp across a level rule of the page.

    A stamp within one box may be what the box was made for: a date of receipt.
    """
    across = [box for box in content.stamps if any(_crosses(rule, box) for rule in rules)]
    if not across or content.annotated is None:
        return frozenset()
    first = content.annotated
    return frozenset(
        index
        for index, glyph in glyphs
        if glyph.style.drawn > first and any(_holds(box, glyph) for box in across)
    )


def _crosses(rule: RuledLine, box: BoundingBox) -> bool:
    left, top, right, bottom = box
    if rule.y0 != rule.y1 or not top + _WITHIN < rule.y0 < bottom - _WITHIN:
        return False
    reaches_out = rule.x0 < left - _WITHIN or rule.x1 > right + _WITHIN
    return reaches_out and min(rule.x1, right) - max(rule.x0, left) > _WITHIN


def _holds(box: BoundingBox, glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
