"""The characters of a page, by pypdfium2's raw interface: the fast reader that also tells what does not show."""

import ctypes
from collections.abc import Mapping, Sequence
from math import atan2, degrees, hypot
from typing import NamedTuple

import pypdfium2.raw as pdfium

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.pdf.affine import Affine, moved
from schedgraph.parser.reading.pdf.content import Glyph, Style
from schedgraph.parser.reading.pdf.covering import Cover, Placed, shows

_SPACE = 32
_LAST_PLAIN = 126
_NOTHING = frozenset({0, 9, 10, 13})
# The library's signs for a hyphen at the end of a line.
_HYPHENS = frozenset({2, 0xFFFE})
_PALEST_INK = 236
_INVISIBLE_MODES = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_BOLD_FROM = 600
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\u00a0": " "}
_PARTS_OF_LIGATURES = frozenset({"ff", "fi", "fl", "ffi", "ffl", "ft", "st"})
# The signs that Wingdings and ZapfDingbats show for these codes: boxes, ticked or not.
_SIGNS = {
    "wingdings": {"o": "☐", "q": "☐", "¨": "☐", "x": "☒", "ý": "☒", "þ": "☒", "R": "☒", "ü": "☒", "": "☐"},
    "dingbats": {"4": "☒", "8": "☒", "6": "☒", "5": "☒", "3": "☒", "o": "☐", "q": "☐", "n": "■"},
}


class _Font(NamedTuple):
    """What the text objects of one font share: its name in small letters, "" where that is not known."""

    name: str
    bold: bool
    signs: str


def glyphs(
    page: "ctypes.c_void_p", shown: Affine, frame: BoundingBox, most: int, placed: Mapping[int, Placed]
) -> tuple[list[Glyph], bool]:
    """The characters of a page in the order of its content, and whether there were more than `most`.

    A space that the page really draws is a glyph; one that the library made up is not. `placed` tells by the
    address of a text object when and where it is drawn.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], False
    try:
        return _read(text, shown, frame, most, placed)
    finally:
        pdfium.FPDFText_ClosePage(text)


def _read(
    text: "ctypes.c_void_p", shown: Affine, frame: BoundingBox, most: int, placed: Mapping[int, Placed]
) -> tuple[list[Glyph], bool]:
    count = pdfium.FPDFText_CountChars(text)
    found: list[Glyph] = []
    styles: dict[int, Style] = {}
    fonts: dict[int, _Font] = {}
    box = pdfium.FS_RECTF()
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    # A page has thousands of characters: what is looked up for each of them is looked up once.
    unicode, loose_box, origin = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    text_object, address_of = pdfium.FPDFText_GetTextObject, ctypes.addressof
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(origin_x), ctypes.byref(origin_y)
    left, top, right, bottom = frame
    a, b, c, d, e, f = shown
    pending = 0
    for index in range(min(count, most)):
        code = unicode(text, index)
        if code in _NOTHING or (code == _SPACE and pdfium.FPDFText_IsGenerated(text, index)):
            continue
        if 0xD800 <= code < 0xE000:
            if code < 0xDC00:
                pending = code
                continue
            code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00) if pending else 0xFFFD
        pending = 0
        if not loose_box(text, index, box_at):
            continue
        origin(text, index, x_at, y_at)
        owner = text_object(text, index)
        address = address_of(owner.contents) if owner else 0
        style = styles.get(address)
        if style is None:
            # The address of the font that the text object is set in; an object that is not known has none.
            used = pdfium.FPDFTextObj_GetFont(owner) if owner else None
            of_font = address_of(used.contents) if used else -1 - index
            font = fonts.get(of_font)
            if font is None:
                font = fonts[of_font] = _font(text, index)
            style = styles[address] = _style(text, index, owner, shown, placed.get(address), font)
        user_x, user_y = box.left, box.top
        x0, y0 = a * user_x + c * user_y + e, b * user_x + d * user_y + f
        user_x, user_y = box.right, box.bottom
        x1, y1 = a * user_x + c * user_y + e, b * user_x + d * user_y + f
        if x1 < x0:
            x0, x1 = x1, x0
        if y1 < y0:
            y0, y1 = y1, y0
        if not (left <= (x0 + x1) / 2 <= right and top <= (y0 + y1) / 2 <= bottom):
            continue
        user_x, user_y = origin_x.value, origin_y.value
        x, baseline = a * user_x + c * user_y + e, b * user_x + d * user_y + f
        character = _shown(code, style) if not _SPACE <= code <= _LAST_PLAIN or style.signs else chr(code)
        glyph = Glyph(character, x0, y0, x1, y1, x, baseline, style)
        if (
            found
            and x0 == found[-1].x0
            and style is found[-1].style
            and (joined := _joined(found[-1], glyph))
        ):
            glyph = joined
            found.pop()
        found.append(glyph)
    return found, count > most


def _joined(before: Glyph, glyph: Glyph) -> Glyph | None:
    """Both as one, where they are letters of one sign of their text object: the library parts a ligature, and gives
    each letter its box."""
    if before[1:7] != glyph[1:7]:
        return None
    letters = before.text + glyph.text
    return glyph._replace(text=letters) if letters in _PARTS_OF_LIGATURES else None


def _shown(code: int, style: Style) -> str:
    if code in _HYPHENS:
        return "-"
    character = chr(code) if code < 0x110000 else "\ufffd"
    if style.signs:
        # A symbol font's codes may be shifted into the private area.
        plain = chr(code - 0xF000) if 0xF000 <= code < 0xF100 else character
        return _SIGNS[style.signs].get(plain, character)
    return _LIGATURES.get(character, character)


def _style(
    text: "ctypes.c_void_p",
    index: int,
    owner: "ctypes.c_void_p",
    shown: Affine,
    placed: Placed | None,
    font: _Font,
) -> Style:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(text, index)
    angle = 0.0
    if pdfium.FPDFText_GetMatrix(text, index, matrix):
        size *= hypot(matrix.c, matrix.d) or 1.0
        # Along the writing direction, as shown (y grows downwards there, hence the sign).
        x0, y0 = moved(shown, 0, 0)
        x1, y1 = moved(shown, matrix.a, matrix.b)
        angle = degrees(atan2(y0 - y1, x1 - x0)) if (x1, y1) != (x0, y0) else 0.0
        if size < 0:
            # Type of a negative size stands on its head before the matrix turns it.
            angle = (angle + 360.0) % 360.0 - 180.0
    mode = pdfium.FPDFTextObj_GetTextRenderMode(owner) if owner else pdfium.FPDF_TEXTRENDERMODE_FILL
    tone = _tone(text, index, mode)
    return Style(
        size=abs(size),
        bold=font.bold,
        angle=angle,
        visible=mode not in _INVISIBLE_MODES and tone is not None,
        pale=tone is not None and tone >= _PALEST_INK,
        signs=font.signs,
        drawn=placed.drawn if placed else -1,
        window=placed.window if placed else None,
        known=pdfium.FPDFText_HasUnicodeMapError(text, index) != 1,
        font=font.name,
    )


def _font(text: "ctypes.c_void_p", index: int) -> _Font:
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, ctypes.c_int())
    known = name.value.decode("utf-8", "replace").lower()
    heavy = "bold" in known or "black" in known or "heavy" in known
    return _Font(
        name=known,
        bold=heavy or pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_FROM,
        signs=next((family for family in _SIGNS if family in known), ""),
    )


def _tone(text: "ctypes.c_void_p", index: int, mode: int) -> int | None:
    """How pale a character is, 0 to 255 (its darkest channel); None where it is transparent."""
    channels = [ctypes.c_uint() for _ in range(4)]
    read = (
        pdfium.FPDFText_GetStrokeColor
        if mode == pdfium.FPDF_TEXTRENDERMODE_STROKE
        else pdfium.FPDFText_GetFillColor
    )
    if not read(text, index, *channels):
        return 0
    red, green, blue, alpha = (channel.value for channel in channels)
    return min(red, green, blue) if alpha >= 20 else None


def seen_on(
    found: Sequence[Glyph], dark: Sequence[BoundingBox], covers: Sequence[Cover]
) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    """The glyphs that a reader sees, and those that are hidden; pale ones show where a dark area lies under them."""
    visible: list[Glyph] = []
    hidden: list[Glyph] = []
    for glyph in found:
        style = glyph.style
        inked = style.visible and (not style.pale or _lies_on(dark, glyph))
        whole = not covers and style.window is None
        (visible if inked and (whole or shows(glyph, covers)) else hidden).append(glyph)
    return tuple(visible), tuple(hidden)


def _lies_on(areas: Sequence[BoundingBox], glyph: Glyph) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in areas)
