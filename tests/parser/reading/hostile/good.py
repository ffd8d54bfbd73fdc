"""Sound PDFs, made anew in each run."""

import io
from functools import cache

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from tests.parser.reading.hostile.build import deflated, packed, page_objects


@cache
def schedule_pages(pages: int = 2, encryption: StandardEncryption | None = None) -> bytes:
    """Typed lines of a schedule, some of them underlined or struck."""
    file = io.BytesIO()
    paper = canvas.Canvas(file, invariant=True, encrypt=encryption)
    for page in range(pages):
        paper.setFont("Courier", 10)
        for row in range(20):
            height = 720 - 14 * row
            paper.drawString(
                72, height, f"{row + 1}. Case files, N1-567-09-6/{page}. Destroy after {row} years."
            )
            if row % 7 == 3:
                paper.line(72, height + 3, 320, height + 3)
        paper.showPage()
    paper.save()
    return file.getvalue()


@cache
def packed_pages() -> bytes:
    """Typed lines, deflated, in a file whose objects lie in an object stream."""
    rows = b"".join(
        b"BT /F1 10 Tf 72 %d Td (%d. Case files. Destroy after %d years.) Tj ET\n"
        % (720 - 14 * row, row, row)
        for row in range(1, 21)
    )
    return packed(page_objects(deflated(rows)))


@cache
def form_pages() -> bytes:
    """A page with an image, a filled field, a link and a bookmark."""
    from PIL import Image

    file = io.BytesIO()
    paper = canvas.Canvas(file, invariant=True)
    paper.bookmarkPage("top")
    paper.addOutlineEntry("Schedule", "top")
    paper.drawString(72, 700, "REQUEST FOR RECORDS DISPOSITION AUTHORITY")
    paper.drawImage(ImageReader(Image.linear_gradient("L").resize((80, 40))), 72, 500, 160, 80)
    paper.acroForm.textfield(name="number", value="N1-567-09-6", x=72, y=600, width=200, height=20)
    paper.linkURL("https://www.archives.gov", (72, 650, 200, 670))
    paper.beginForm("stamp")
    paper.drawString(0, 0, "INACTIVE - ALL ITEMS SUPERSEDED")
    paper.endForm()
    paper.doForm("stamp")
    paper.showPage()
    paper.save()
    return file.getvalue()
