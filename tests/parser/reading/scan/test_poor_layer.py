"""A scan's own text layer counts only where its picture bears it out."""

import io

import pytest

pytest.importorskip("rapidocr", reason="the packages that read scans are not installed")
pytest.importorskip("tesserocr", reason="the packages that read scans are not installed")

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pages import PdfPages
from schedgraph.parser.reading.pdf import read_pdf

SHOWN = [
    "Request for Records Disposition Authority",
    "Department of State Bureau of Consular Affairs",
    "Passport application files and supporting papers",
    "Destroy when fifteen years old after cutoff",
]
SPOILED = [
    "Rcqucst far Rccords Dispasition Authorily",
    "Deportmcnt of Stote Bureou of Cansular Affoirs",
    "Posspart opplicotion files and suppartlng popers",
    "Dcstroy whcn fiftecn ycors ald oftcr cutaff",
]


def scan(layer: list[str]) -> PdfPages:
    """One page whose picture shows SHOWN and whose hidden text says `layer`."""
    picture = Image.new("L", (1275, 1650), 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=32)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    for number, line in enumerate(SHOWN):
        pen.text((120, 180 + 80 * number), line, fill=0, font=font)
    canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
    for number, line in enumerate(layer):
        text = canvas.beginText(120 * 0.48, 792 - (180 + 80 * number + 30) * 0.48)
        text.setFont("Helvetica", 15)
        text.setTextRenderMode(3)
        text.textOut(line)
        canvas.drawText(text)
    canvas.save()
    return read_pdf(file.getvalue(), "scan.pdf", Limits())


@pytest.mark.slow
def test_a_layer_that_the_picture_denies_is_not_read_and_that_is_told() -> None:
    """Misread letters that make words are no text that could be called illegible."""
    read = scan(SPOILED)
    assert [line.text.strip() for line in read.pages[0].lines if line.text] == SHOWN
    assert read.pages[0].source.method == "ocr"
    assert "text-layer-poor" in [doubt.code for doubt in read.doubts]


@pytest.mark.slow
def test_a_layer_that_the_picture_bears_out_is_the_reading() -> None:
    read = scan(SHOWN)
    assert read.pages[0].source.method == "text-layer"
    assert "text-layer-poor" not in [doubt.code for doubt in read.doubts]
