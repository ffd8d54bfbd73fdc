"""The words of annotations and fields that no drawing shows, set as a program that shows the page would set them.

A PDF may leave the drawing of a typewritten note (`FreeText`) or of a filled field to the program that opens it (PDF
32000-1, 12.5.5 and 12.7.3.3). The words are then in the file, and the place, but where each line breaks is not: they
are set in the box from the left, at the size that the file names, or smaller where they would not fit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf import ink as inks
from schedgraph.parser.reading.pdf.affine import Affine, moved
from schedgraph.parser.reading.pdf.content import Glyph, Style

_LEADING, _MARGIN = 1.15, 2.0
_LARGEST, _LEAST = 12.0, 4.0
"""Points: the size where the file leaves it to the program, and the smallest that is legible."""
_ASCENT, _DESCENT = 0.75, 0.22
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[]-/ "), frozenset("mwMW@%")
_PALEST_INK = 0.92

#   /Helv 10 Tf 0 g
_SIZE = re.compile(r"([0-9.]{1,8})\s{1,4}Tf")
_GREY = re.compile(r"(?<![0-9.])([0-9.]{1,8})\s{1,4}g(?![a-z])")
_COLOUR = re.compile(r"([0-9.]{1,8})\s{1,4}([0-9.]{1,8})\s{1,4}([0-9.]{1,8})\s{1,4}rg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unset:
    """Words and the box that they belong in: x0, y0, x1, y1 in the page's own space, where y grows upwards.

    `appearance` is the string that names their font and colour.
    """

    text: str
    box: BoundingBox
    appearance: str = ""

    @property
    def pale(self) -> bool:
        """Whether their colour is white, or nearly."""
        if colours := _COLOUR.findall(self.appearance):
            return min(map(_number, colours[-1])) > _PALEST_INK
        greys = _GREY.findall(self.appearance)
        return bool(greys) and _number(greys[-1]) > _PALEST_INK


def set_in_place(words: Sequence[Unset], drawn: Sequence[Glyph], shown: Affine) -> tuple[Glyph, ...]:
    """The characters of `words` as the page shows them (`shown` maps its own space to that).

    What is `drawn` in a box already is not set once more: another program drew it.
    """
    found: list[Glyph] = []
    for each in words:
        left, low, right, high = each.box
        box = inks.box([moved(shown, left, low), moved(shown, right, high)])
        within = "".join(glyph.text for glyph in drawn if _is_in(glyph, box))
        if letters(each.text) not in letters(within):
            found.extend(_set(each, shown))
    return tuple(found)


def letters(text: str) -> str:
    """What is left of a text to compare it by."""
    return "".join(character for character in text.casefold() if character.isalnum() or character in "☒☐")


def _is_in(glyph: Glyph, box: BoundingBox) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] - _MARGIN <= x <= box[2] + _MARGIN and box[1] - _MARGIN <= y <= box[3] + _MARGIN


def _set(words: Unset, shown: Affine) -> list[Glyph]:
    left, low, right, high = words.box
    width, height = max(right - left - 2 * _MARGIN, 1.0), high - low
    size = _number(match[1]) if (match := _SIZE.search(words.appearance)) else 0.0
    size = size or min(_LARGEST, max(_LEAST, 0.75 * height))
    lines = _wrapped(words.text, width, size)
    while size > _LEAST and len(lines) * _LEADING * size > height:
        size = max(_LEAST, 0.9 * size)
        lines = _wrapped(words.text, width, size)
    (x0, y0), (x1, y1) = moved(shown, 0, 0), moved(shown, 1, 0)
    style = Style(size=size, bold=False, angle=degrees(atan2(y0 - y1, x1 - x0)), visible=True)
    # One line stands in the middle of its box, several hang from its upper edge.
    first = (low + high) / 2 - 0.3 * size if len(lines) == 1 else high - _MARGIN - _ASCENT * size
    found: list[Glyph] = []
    for number, line in enumerate(lines):
        x, baseline = left + _MARGIN, first - number * _LEADING * size
        for character in line:
            after = x + _advance(character) * size
            box = inks.box(
                [moved(shown, x, baseline - _DESCENT * size), moved(shown, after, baseline + _ASCENT * size)]
            )
            found.append(Glyph(character, *box, *moved(shown, x, baseline), style))
            x = after
    return found


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and sum(map(_advance, longer)) * size > width:
                lines.append(line)
                line = word
            else:
                line = longer
        if line:
            lines.append(line)
    return lines


def _advance(character: str) -> float:
    """How wide a character is, in em: about what the usual typeface without serifs has."""
    if character in _NARROW:
        return 0.3
    return 0.85 if character in _WIDE else 0.67 if character.isupper() else 0.54


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
