"""What a reader drew over a page with a PDF program counts as ink; what is hidden does not."""

import io

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from schedgraph.parser.page import Page
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pdf import read_pdf

TEXT = "Temporary. Destroy when 5 years old."
LEFT, BASE, SIZE = 72.0, 600.0, 10.0
HIDDEN = 2


def sheet() -> tuple[bytes, float]:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(612, 792), invariant=True)
    canvas.setFont("Helvetica", SIZE)
    canvas.drawString(LEFT, BASE, TEXT)
    canvas.drawString(LEFT, BASE - 14, "The next line stays as it is.")
    canvas.save()
    return stream.getvalue(), canvas.stringWidth(TEXT, "Helvetica", SIZE)


def annotated(kind: int, flags: int = 4) -> Page:
    data, width = sheet()
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, kind)
    left, right, low, high = LEFT, LEFT + width, BASE - 2, BASE + 8
    pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, high, right, low))
    pdfium.FPDFAnnot_SetFlags(annotation, flags)
    if kind == pdfium.FPDF_ANNOT_INK:
        points = (pdfium.FS_POINTF * 3)()
        for point, (x, y) in zip(
            points, ((left, BASE + 3), ((left + right) / 2, BASE + 3.5), (right, BASE + 3)), strict=True
        ):
            point.x, point.y = x, y
        pdfium.FPDFAnnot_AddInkStroke(annotation, points, 3)
    else:
        quad = pdfium.FS_QUADPOINTSF(left, high, right, high, left, low, right, low)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, quad)
    pdfium.FPDFPage_CloseAnnot(annotation)
    stream = io.BytesIO()
    document.save(stream)
    return read_pdf(stream.getvalue(), "page.pdf", Limits()).pages[0]


def struck(page: Page) -> str:
    return "".join(run.text for line in page.lines for run in line.runs if run.struck)


@pytest.mark.parametrize("kind", [pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_INK])
def test_a_strike_out_and_a_drawn_line_strike_the_words_under_them(kind: int) -> None:
    page = annotated(kind)
    assert struck(page) == TEXT
    assert {run.strike.kind for line in page.lines for run in line.runs if run.strike} == {"annotation"}


@pytest.mark.parametrize("kind", [pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE])
def test_a_highlight_and_an_underline_strike_nothing(kind: int) -> None:
    assert struck(annotated(kind)) == ""


def test_an_annotation_that_is_hidden_strikes_nothing() -> None:
    assert struck(annotated(pdfium.FPDF_ANNOT_STRIKEOUT, HIDDEN)) == ""


def test_the_words_of_a_filled_field_are_read() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(612, 792), invariant=True)
    canvas.drawString(LEFT, BASE, "JOB NUMBER")
    canvas.acroForm.textfield(name="job", value="N1-059-91-4", x=LEFT, y=BASE - 40, width=200, height=20)
    canvas.save()
    found = read_pdf(stream.getvalue(), "page.pdf", Limits())
    assert "N1-059-91-4" in found.pages[0].source.text
