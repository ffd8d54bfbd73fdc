"""Optional content: layers of a page that may be switched off (PDF 32000-1, 8.11).

The library gives the text of every layer. Which of them show is seen where it draws the page.
"""

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from schedgraph.parser.reading.pdf.content import Glyph

_SCALE, _LONGEST_SIDE = 2.0, 3000.0
_INKED = 200
_NAME = "OC"


def is_optional(each: "ctypes.c_void_p") -> bool:
    """Whether an object of a page is marked as part of a layer."""
    for index in range(min(8, pdfium.FPDFPageObj_CountMarks(each))):
        mark = pdfium.FPDFPageObj_GetMark(each, index)
        name, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
        if pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length):
            told = bytes(name)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
            if told == _NAME:
                return True
    return False


def drawn_ones(page: pypdfium2.PdfPage, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """The glyphs in whose place the drawn page has ink, and those in whose place it has none."""
    scale = min(_SCALE, _LONGEST_SIDE / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
        width, height = bitmap.width, bitmap.height
        shown: list[Glyph] = []
        hidden: list[Glyph] = []
        for glyph in glyphs:
            left, right = max(0, int(glyph.x0 * scale)), min(width, int(glyph.x1 * scale) + 1)
            top = max(0, int((glyph.baseline - 0.7 * glyph.style.size) * scale))
            bottom = min(height, int(glyph.baseline * scale) + 1)
            inked = any(
                min(rows[row * stride + left : row * stride + right], default=255) < _INKED
                for row in range(top, bottom)
            )
            (shown if inked or glyph.text.isspace() else hidden).append(glyph)
        return shown, hidden
    finally:
        bitmap.close()
