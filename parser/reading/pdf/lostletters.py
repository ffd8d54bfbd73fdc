"""Signs for several letters of which the font names the first alone: "office" comes as "ofce".

A font gives each letter one width. Where a letter of a font comes in two widths, the wider one stands for more.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.reading.pdf.content import Glyph

_BEGIN_LIGATURES = frozenset("fFtTsc")
_WIDER = 1.3
"""How much wider than the letter the narrowest ligature is: "fi" is 1.6 to 2 times as wide as "f"."""
_SAME_WIDTH = 1.05
"""By how much a letter's widths may differ where the type is neither stretched nor condensed."""
_MOST_TOLD = 3


def lost_letters(glyphs: Sequence[Glyph], page: int) -> tuple[Doubt, ...]:
    """A doubt with the places of the signs on `page` that stand for more letters than they give."""
    fonts: dict[tuple[str, bool], dict[str, list[tuple[float, Glyph]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for style, drawn in groupby(glyphs, key=attrgetter("style")):
        if style.font and style.size and not style.angle:
            letters = fonts[style.font, style.bold]
            for glyph in drawn:
                letters[glyph.text].append(((glyph.x1 - glyph.x0) / style.size, glyph))
    found = [glyph for letters in fonts.values() for glyph in _too_wide(letters)]
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


def _too_wide(letters: dict[str, list[tuple[float, Glyph]]]) -> list[Glyph]:
    """The wide ones among the letters that may begin a ligature, in type of which the others are all of one width."""
    found: list[Glyph] = []
    for letter in _BEGIN_LIGATURES & letters.keys():
        narrowest = min(width for width, _ in letters[letter])
        found.extend(glyph for width, glyph in letters[letter] if width >= _WIDER * narrowest > 0)
    return found if found and all(map(_of_one_width, letters.items())) else []


def _of_one_width(drawn: tuple[str, list[tuple[float, Glyph]]]) -> bool:
    letter, sized = drawn
    if letter in _BEGIN_LIGATURES or not letter.isalpha():
        return True
    widths = [width for width, _ in sized]
    return max(widths) <= _SAME_WIDTH * min(widths)
