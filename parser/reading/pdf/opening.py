"""One page of an open PDF to its content, upright as the page is shown."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from schedgraph.parser.reading.pdf.affine import Affine
from schedgraph.parser.reading.pdf.annotations import marks
from schedgraph.parser.reading.pdf.content import PageContent
from schedgraph.parser.reading.pdf.glyphs import glyphs, seen_on
from schedgraph.parser.reading.pdf.objects import drawings
from schedgraph.parser.reading.pdf.optional import drawn_ones
from schedgraph.parser.reading.pdf.unset import set_in_place

# The library gives device coordinates as whole numbers: a thousandth of a point is fine enough.
_FINENESS = 1000
_LARGEST_SIDE = 20_000.0


def page_content(document: pypdfium2.PdfDocument, number: int, most_objects: int) -> PageContent:
    """The content of page `number` (from 1). Raises pypdfium2.PdfiumError where the page cannot be loaded."""
    page = document[number - 1]
    try:
        shown, width, height = _frame(page)
        annotated = marks(page.raw, shown, most_objects, lambda: _form(document))
        own = pdfium.FPDFPage_CountObjects(page.raw) if annotated.any else None
        if annotated.any and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == 1:
            page.close()
            page = document[number - 1]
        frame = (0.0, 0.0, width, height)
        drawn = drawings(page.raw, shown, frame, most_objects, own)
        characters, too_many = glyphs(page.raw, shown, frame, most_objects, drawn.texts)
        visible, hidden = seen_on(characters, drawn.dark, drawn.covers)
        if drawn.layered:
            shows, switched_off = drawn_ones(page, visible)
            visible, hidden = tuple(shows), (*hidden, *switched_off)
        return PageContent(
            number=number,
            width=width,
            height=height,
            glyphs=visible,
            hidden=hidden,
            inks=(*drawn.inks, *annotated.lines),
            strikeouts=annotated.strikeouts,
            pictures=tuple(drawn.pictures),
            squares=tuple(drawn.squares),
            unset=set_in_place(annotated.unset, visible, shown),
            notes=annotated.notes,
            boxes=annotated.boxes,
            stamps=annotated.stamps,
            annotated=drawn.annotated,
            crowded=drawn.crowded or too_many,
        )
    finally:
        page.close()


def _form(document: pypdfium2.PdfDocument) -> "ctypes.c_void_p | None":
    """The form whose fields a page shows. The fields of an XFA form show nothing: its data is read by itself."""
    if document.get_formtype() != pdfium.FORMTYPE_ACRO_FORM:
        return None
    document.init_forms()
    return document.formenv.raw if document.formenv else None


def _frame(page: pypdfium2.PdfPage) -> tuple[Affine, float, float]:
    """The map from the page's user space to the page as shown (rotation and crop box applied), and its size."""
    width, height = page.get_size()
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        raise pypdfium2.PdfiumError(f"the page is {width:g} by {height:g} points")
    x, y = ctypes.c_int(), ctypes.c_int()

    def device(user_x: float, user_y: float) -> tuple[float, float]:
        pdfium.FPDF_PageToDevice(
            page.raw, 0, 0, int(width * _FINENESS), int(height * _FINENESS), 0, user_x, user_y, x, y
        )
        return x.value / _FINENESS, y.value / _FINENESS

    (e, f), (ax, ay), (cx, cy) = device(0, 0), device(1000, 0), device(0, 1000)
    return ((ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f), width, height
