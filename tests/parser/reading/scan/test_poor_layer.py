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
from schedgraph.parser.reading.pdf.poor import fault
from schedgraph.parser.reading.word import Word

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


def scan(layer: list[str], aside: float = 0, crossed: int | None = None) -> PdfPages:
    """One page whose picture shows SHOWN and whose hidden text says `layer`, so many points to the right.

    Over the line `crossed` x's are typed.
    """
    picture = Image.new("L", (1275, 1650), 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(size=32)
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    for number, line in enumerate(SHOWN):
        pen.text((120, 180 + 80 * number), line, fill=0, font=font)
        for x in range(122, 120 + round(font.getlength(line)), 19) if number == crossed else ():
            top = 180 + 80 * number + 15
            pen.line((x, top, x + 13, top + 14), fill=0, width=3)
            pen.line((x + 13, top, x, top + 14), fill=0, width=3)
    canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
    for number, (line, seen) in enumerate(zip(layer, SHOWN, strict=True)):
        text = canvas.beginText()
        text.setFont("Helvetica", 15)
        text.setTextRenderMode(3)
        place = 0
        for word, shown in zip(line.split(), seen.split(), strict=True):
            left, wide = font.getlength(seen[:place]), font.getlength(shown)
            text.setTextOrigin((120 + left) * 0.48 + aside, 792 - (180 + 80 * number + 30) * 0.48)
            text.setHorizScale(100 * wide * 0.48 / canvas.stringWidth(word, "Helvetica", 15))
            text.textOut(word)
            place += len(shown) + 1
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


@pytest.mark.slow
def test_a_misread_word_of_a_good_layer_is_read_as_the_picture_shows_it() -> None:
    read = scan([*SHOWN[:3], SHOWN[3].replace("years", "year5")])
    assert [line.text.strip() for line in read.pages[0].lines if line.text] == SHOWN
    assert read.pages[0].source.method == "text-layer"


@pytest.mark.slow
def test_words_that_no_other_reading_could_see_do_not_speak_against_a_layer() -> None:
    """The engine that looks at the picture sees x's; the layer was made before they were typed, or through them."""
    read = scan(SHOWN, crossed=2)
    assert read.pages[0].source.method == "text-layer"
    assert [run.text for line in read.pages[0].lines for run in line.runs if run.struck] == [SHOWN[2]]


@pytest.mark.slow
def test_a_layer_that_lies_beside_its_words_is_not_read_and_that_is_told() -> None:
    """Its words would be right, and every strike and box on the wrong one."""
    read = scan(SHOWN, aside=9)
    assert [line.text.strip() for line in read.pages[0].lines if line.text] == SHOWN
    assert read.pages[0].source.method == "ocr"
    assert [doubt.code for doubt in read.doubts] == ["text-layer-misplaced"]


def seen(*read: tuple[str, str]) -> list[Word]:
    """A page whose layer has the first of each two words where another reading of the picture has the second."""
    agreed = [("Records", "")] * 60
    return [
        Word(text=text, bbox=(0, 0, 9, 9), baseline=9, size=9, other=other)
        for text, other in (*agreed, *read)
    ]


def test_a_layer_whose_words_are_in_pieces_is_poor_though_it_has_their_letters() -> None:
    pieces = [("mecha", "merhanisms,"), ("nisms,", "merhanisms,"), ("STANDA", "STANUARD"), ("RD", "STANUARD")]
    assert fault(seen(*pieces)) == "parts words that its picture shows whole"
    assert fault(seen(*pieces[:2])) is None


@pytest.mark.parametrize(
    "read",
    [
        # Two words that the other reading ran together.
        [("visits", "visitstq"), ("to", "visitstq"), ("ITEM", "ITEMNO"), ("NO.", "ITEMNO")],
        # An i read as a 1 with a blank beside it.
        [("a1", "aircraft"), ("rcraft", "aircraft"), ("Inter1", "Interior"), ("or", "Interior")],
        # Two words that the other reading read otherwise, and one after another.
        [("shift", "shifttatiager."), ("mgr.", "shifttatiager."), ("rental", "relol Qf"), ("of", "relol Qf")],
    ],
)
def test_words_run_together_or_misread_break_no_layer(read: list[tuple[str, str]]) -> None:
    assert fault(seen(*read)) is None
