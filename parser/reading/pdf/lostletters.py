"""Signs for several letters of which the font names the first alone: "office" comes as "ofce".

A font gives each letter one width. Where a letter of a font comes in two widths, the wider one stands for more.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.reading.pdf.content import Glyph, Style

_BEGIN_LIGATURES = frozenset("fFtTsc")
_WIDER = 1.3
"""How much wider than the letter the narrowest ligature is: "fi" is 1.6 to 2 times as wide as "f"."""
_SAME_WIDTH = 1.05
"""By how much a letter's widths may differ where the type is neither stretched nor condensed."""
_MOST_TOLD = 3


def lost_letters(glyphs: Sequence[Glyph], page: int) -> tuple[Doubt, ...]:
    """A doubt with the places of the signs on `page` that stand for more letters than they give."""
    fonts: dict[tuple[str, bool], list[tuple[Style, list[Glyph]]]] = defaultdict(list)
    for style, drawn in groupby(glyphs, key=attrgetter("style")):
        if style.font and style.size and not style.angle:
            fonts[style.font, style.bold].append((style, list(drawn)))
    found = [glyph for texts in fonts.values() for glyph in _too_wide(texts)]
    if not found:
        return ()
    told = "; ".join(
        f"{round(glyph.x0)} points from the left and {round(glyph.top)} from the top"
        for glyph in found[:_MOST_TOLD]
    )
    more = f" and in {len(found) - _MOST_TOLD} more places" if len(found) > _MOST_TOLD else ""
    message = (
        f"The fonts of page {page} name one letter for signs that are wider than it, so that letters are missing:"
        f" {told}{more}; look at it there."
    )
    return (Doubt(code="letters-missing", message=message),)


def _too_wide(texts: Sequence[tuple[Style, Sequence[Glyph]]]) -> list[Glyph]:
    """The wide ones among the letters that may begin a ligature, in type of which the others are all of one width."""
    beginning: dict[str, list[tuple[float, Glyph]]] = defaultdict(list)
    for style, drawn in texts:
        for glyph in drawn:
            if glyph.text in _BEGIN_LIGATURES:
                beginning[glyph.text].append(((glyph.x1 - glyph.x0) / style.size, glyph))
    found: list[Glyph] = []
    for sized in beginning.values():
        narrowest = min(width for width, _ in sized)
        found.extend(glyph for width, glyph in sized if width >= _WIDER * narrowest > 0)
    return found if found and _are_of_one_width(texts) else []


def _are_of_one_width(texts: Sequence[tuple[Style, Sequence[Glyph]]]) -> bool:
    """Whether each of the other letters comes in one width."""
    widths: dict[str, list[float]] = defaultdict(list)
    for style, drawn in texts:
        for glyph in drawn:
            if glyph.text.isalpha() and glyph.text not in _BEGIN_LIGATURES:
                widths[glyph.text].append((glyph.x1 - glyph.x0) / style.size)
    return all(max(each) <= _SAME_WIDTH * min(each) for each in widths.values())
