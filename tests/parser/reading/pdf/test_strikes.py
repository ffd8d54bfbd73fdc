"""Which characters of a digital page are struck: by the ink that runs through them, and by nothing else."""

import io
from collections.abc import Callable

import pytest
from reportlab.lib.colors import Color, black, white, yellow
from reportlab.pdfgen.canvas import Canvas

from schedgraph.parser.page import Page, Strike
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pdf import read_pdf

SIZE = 10.0
TEXT = "Temporary. Destroy when 5 years old."
BASE, LEFT = 600.0, 72.0
Drawing = Callable[[Canvas, float], None]
"""Draws over a text of the given width that stands at (LEFT, BASE)."""


def page(draw: Drawing, *, font: str = "Helvetica", text: str = TEXT, before: Drawing | None = None) -> Page:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(612, 792), invariant=True)
    width = canvas.stringWidth(text, font, SIZE)
    if before:
        before(canvas, width)
    canvas.setFont(font, SIZE)
    canvas.setFillColor(black)
    canvas.drawString(LEFT, BASE, text)
    canvas.drawString(LEFT, BASE - 14, "The next line stays as it is.")
    canvas.drawString(LEFT, BASE + 14, "The line above stays as it is.")
    draw(canvas, width)
    canvas.save()
    return read_pdf(stream.getvalue(), "page.pdf", Limits()).pages[0]


def struck(found: Page) -> str:
    return "".join(run.text for line in found.lines for run in line.runs if run.struck)


def strike(found: Page) -> Strike:
    return next(run.strike for line in found.lines for run in line.runs if run.strike)


def stroke(canvas: Canvas, width: float) -> None:
    canvas.line(LEFT, BASE + 3, LEFT + width, BASE + 3)


def bar(canvas: Canvas, width: float) -> None:
    canvas.rect(LEFT, BASE + 2.6, width, 0.8, stroke=0, fill=1)


def curve(canvas: Canvas, width: float) -> None:
    canvas.bezier(
        LEFT, BASE + 3, LEFT + width / 3, BASE + 4, LEFT + 2 * width / 3, BASE + 2, LEFT + width, BASE + 3
    )


def dashes(canvas: Canvas, width: float) -> None:
    x = LEFT
    while x < LEFT + width:
        canvas.line(x, BASE + 3, min(x + 5, LEFT + width), BASE + 3)
        x += 8


def dash_pattern(canvas: Canvas, width: float) -> None:
    canvas.setDash(4, 2)
    stroke(canvas, width)


def slanted(canvas: Canvas, width: float) -> None:
    canvas.line(LEFT, BASE + 1.6, LEFT + width, BASE + 5)


def pieces(canvas: Canvas, width: float) -> None:
    canvas.line(LEFT, BASE + 3, LEFT + width / 2 + 2, BASE + 3)
    canvas.line(LEFT + width / 2, BASE + 3.6, LEFT + width, BASE + 3.4)


def in_a_form(canvas: Canvas, width: float) -> None:
    canvas.beginForm("strike")
    canvas.line(0, 0, width, 0)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(LEFT, BASE + 3)
    canvas.doForm("strike")
    canvas.restoreState()


def gray(canvas: Canvas, width: float) -> None:
    canvas.setStrokeColor(Color(0.5, 0.5, 0.5))
    stroke(canvas, width)


@pytest.mark.parametrize(
    "draw",
    [stroke, bar, curve, dashes, dash_pattern, slanted, pieces, in_a_form, gray],
    ids=lambda each: each.__name__,
)
def test_ink_through_the_body_of_letters_strikes_all_of_them(draw: Drawing) -> None:
    assert struck(page(draw)) == TEXT


def test_what_was_measured_on_the_ink_is_kept() -> None:
    found = strike(page(stroke))
    assert found.kind == "stroke"
    assert found.height == pytest.approx(0.3, abs=0.02)
    assert found.coverage == pytest.approx(1.0, abs=0.01)
    assert found.thickness == pytest.approx(0.1, abs=0.02)


def test_a_strike_may_begin_in_the_middle_of_a_word() -> None:
    def half(canvas: Canvas, width: float) -> None:
        start = LEFT + canvas.stringWidth("Tempo", "Helvetica", SIZE)
        canvas.line(start, BASE + 3, LEFT + width, BASE + 3)

    assert struck(page(half)) == TEXT.removeprefix("Tempo")


@pytest.mark.parametrize("sign", ["-", "x", "X", "/"])
def test_a_line_of_typed_signs_over_a_text_strikes_it_and_is_no_text(sign: str) -> None:
    def over(canvas: Canvas, width: float) -> None:
        canvas.setFont("Courier", SIZE)
        canvas.drawString(LEFT, BASE, sign * len(TEXT))

    found = page(over, font="Courier")
    assert struck(found).replace(" ", "") == TEXT.replace(" ", "")
    assert TEXT in found.source.text


def test_a_letter_printed_twice_is_once_in_the_text() -> None:
    found = page(lambda canvas, width: canvas.drawString(LEFT + 0.3, BASE, TEXT))
    line = next(line for line in found.lines if "Temporary" in line.text)
    assert line.text == TEXT
    assert not struck(found)


def underline(canvas: Canvas, width: float) -> None:
    canvas.line(LEFT, BASE - 1.5, LEFT + width, BASE - 1.5)


def overline(canvas: Canvas, width: float) -> None:
    canvas.line(LEFT, BASE + 8, LEFT + width, BASE + 8)


def redaction(canvas: Canvas, width: float) -> None:
    canvas.rect(LEFT, BASE - 2, width, 11, stroke=0, fill=1)


def white_stroke(canvas: Canvas, width: float) -> None:
    canvas.setStrokeColor(white)
    stroke(canvas, width)


def transparent_stroke(canvas: Canvas, width: float) -> None:
    canvas.setStrokeAlpha(0.0)
    stroke(canvas, width)


def clipped_stroke(canvas: Canvas, width: float) -> None:
    outline = canvas.beginPath()
    outline.rect(400, 100, 50, 50)
    canvas.clipPath(outline, stroke=0)
    stroke(canvas, width)


def box(canvas: Canvas, width: float) -> None:
    canvas.rect(LEFT - 3, BASE - 3, width + 6, 14)


def stamp(canvas: Canvas, width: float) -> None:
    canvas.translate(LEFT + 20, BASE - 60)
    canvas.rotate(20)
    canvas.rect(0, 0, 260, 40)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(10, 12, "ALL ITEMS SUPERSEDED")


def short(canvas: Canvas, width: float) -> None:
    canvas.line(LEFT - 30, BASE + 3, LEFT - 2, BASE + 3)


@pytest.mark.parametrize(
    "draw",
    [underline, overline, redaction, white_stroke, transparent_stroke, clipped_stroke, box, stamp, short],
    ids=lambda each: each.__name__,
)
def test_what_lies_beside_letters_or_is_not_seen_strikes_nothing(draw: Drawing) -> None:
    assert struck(page(draw)) == ""


def test_a_highlight_strikes_nothing() -> None:
    def highlight(canvas: Canvas, width: float) -> None:
        canvas.setFillColor(yellow)
        canvas.rect(LEFT, BASE - 2, width, 11, stroke=0, fill=1)

    assert struck(page(lambda canvas, width: None, before=highlight)) == ""


def test_a_long_diagonal_lines_off_the_block_that_it_crosses() -> None:
    def diagonal(canvas: Canvas, width: float) -> None:
        canvas.line(LEFT - 5, BASE + 25, LEFT + width + 5, BASE - 20)

    found = struck(page(diagonal))
    assert TEXT in found
    assert "The next line" in found
    assert "The line above" in found


def test_a_line_that_goes_up_and_down_over_a_block_lines_it_off() -> None:
    def zigzag(canvas: Canvas, width: float) -> None:
        path = canvas.beginPath()
        path.moveTo(LEFT - 2, BASE + 20)
        for step in range(1, 6):
            path.lineTo(LEFT - 2 + step * (width + 4) / 5, BASE + (-16 if step % 2 else 20))
        canvas.drawPath(path)

    def chart(canvas: Canvas, width: float) -> None:
        path = canvas.beginPath()
        path.moveTo(LEFT, BASE + 14)
        for step, height in enumerate((0, 20, 6, 20, 2), start=1):
            path.lineTo(LEFT + step * width / 5, BASE + height)
        canvas.drawPath(path)

    found = struck(page(zigzag))
    assert TEXT in found
    assert "The next line" in found
    assert struck(page(chart)) == ""


def test_two_lines_crosswise_that_waver_line_off_what_they_cover_together() -> None:
    """Drawn by hand in pieces; neither of the two runs over all of a line."""

    def line(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
        path = canvas.beginPath()
        path.moveTo(x0, y0)
        for step in range(1, 13):
            waver = 0.8 if step % 2 else -0.6
            path.lineTo(x0 + (x1 - x0) * step / 12, y0 + (y1 - y0) * step / 12 + waver)
        canvas.drawPath(path)

    def both(canvas: Canvas, width: float) -> None:
        line(canvas, LEFT - 2, BASE + 8, LEFT + width * 0.6, BASE - 16)
        line(canvas, LEFT - 2, BASE - 16, LEFT + width + 2, BASE + 8)

    def one(canvas: Canvas, width: float) -> None:
        line(canvas, LEFT - 2, BASE + 8, LEFT + width * 0.6, BASE - 16)

    found = struck(page(both))
    assert TEXT in found
    assert "The next line" in found
    assert len(struck(page(one))) < len(TEXT)


def test_a_shallow_diagonal_over_two_whole_lines_lines_them_off() -> None:
    """A line over parts of two lines may point at something."""
    whole = page(lambda canvas, width: canvas.line(LEFT - 2, BASE - 14, LEFT + width + 2, BASE + 8))
    assert "Temporary" in struck(whole)
    assert "The next line" in struck(whole)
    part = page(lambda canvas, width: canvas.line(LEFT - 2, BASE - 13, LEFT + width / 2, BASE + 4))
    assert len(struck(part)) < 8


@pytest.mark.parametrize("angle", [-13.0, -2.5, 1.49, 2.5, 12.5, 30.0])
def test_a_stamp_across_the_sheet_is_read_as_a_line_of_its_own(angle: float) -> None:
    def laid(canvas: Canvas, width: float) -> None:
        canvas.saveState()
        canvas.translate(110, 640)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "INACTIVE - ALL ITEMS SUPERSEDED OR OBSOLETE")
        canvas.restoreState()

    last = [line for line in page(laid).lines if line.text][-1]
    assert (last.text, last.slanted) == ("INACTIVE - ALL ITEMS SUPERSEDED OR OBSOLETE", True)


@pytest.mark.parametrize(("foot", "expected"), [(BASE + 3, ""), (BASE - 30, TEXT)])
def test_the_edge_of_a_box_is_no_strike_and_a_line_between_columns_that_run_on_is_one(
    foot: float, expected: str
) -> None:
    """Upright lines end on the edge that closes a box, through which a value was typed too low."""

    def draw(canvas: Canvas, width: float) -> None:
        canvas.line(LEFT - 6, BASE + 3, LEFT + width + 6, BASE + 3)
        for x in (LEFT - 6, LEFT + width + 6):
            canvas.line(x, BASE + 60, x, foot)

    assert struck(page(draw)) == expected
