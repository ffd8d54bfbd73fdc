"""Signs for several letters of which the font names the first alone: "office" comes as "ofce".

A font gives each letter one width. Where a letter of a font comes in two widths, the wider one stands for more.
"""

from collections import defaultdict
from collections.abc import Sequence

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
    for glyph in glyphs:
        if glyph.style.font and glyph.style.size and glyph.text.isalpha() and not glyph.style.angle:
            width = (glyph.x1 - glyph.x0) / glyph.style.size
            fonts[glyph.style.font, glyph.style.bold][glyph.text].append((width, glyph))
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
    for letter, drawn in letters.items():
        widths = [width for width, _ in drawn]
        if letter not in _BEGIN_LIGATURES and max(widths) > _SAME_WIDTH * min(widths):
            return []
    return [
        glyph
        for letter in _BEGIN_LIGATURES & letters.keys()
        for width, glyph in letters[letter]
        if width >= _WIDER * min(each for each, _ in letters[letter]) > 0
    ]
