"""A marked text printed as a PDF: every line on one line of the page, struck parts struck by a drawn line."""

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from schedgraph.parser.page import Line, Page, Run

_SIZE, _LEADING, _LEFT, _TOP, _BOTTOM = 7.0, 10.0, 30.0, 760.0, 40.0
_WIDTH = 1500.0
_FONTS = {False: "Courier", True: "Courier-Bold"}
_ADVANCE = 0.6 * _SIZE


def printed(pages: Sequence[Page]) -> bytes:
    """The lines of `pages` as a PDF; a line that is too long goes on in the next at the same left edge."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(_WIDTH, 792), invariant=True)
    most = int((_WIDTH - 2 * _LEFT) / _ADVANCE)
    for page in pages:
        y = _TOP
        for line in page.lines:
            for part in _wrapped(line, most):
                if y < _BOTTOM:
                    canvas.showPage()
                    y = _TOP
                _draw(canvas, part, y)
                y -= _LEADING
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _wrapped(line: Line, most: int) -> list[list[tuple[str, Run]]]:
    """The characters of a line, broken at a space where it is too long; a tab keeps a wide gap."""
    characters = [
        (each, run)
        for run in line.runs
        for character in run.text
        for each in ("    " if character == "\t" else character)
    ]
    parts: list[list[tuple[str, Run]]] = []
    while len(characters) > most:
        cut = next((n for n in range(most, most // 2, -1) if characters[n][0] == " "), most)
        parts.append(characters[:cut])
        characters = characters[cut:]
        while characters and characters[0][0] == " ":
            characters.pop(0)
    return [*parts, characters]


def _draw(canvas: Canvas, characters: Sequence[tuple[str, Run]], y: float) -> None:
    for place, (character, run) in enumerate(characters):
        x = _LEFT + place * _ADVANCE
        if character != " ":
            canvas.setFont(_FONTS[run.bold], _SIZE)
            canvas.drawString(x, y, character)
        if run.struck:
            canvas.line(x, y + 0.3 * _SIZE, x + _ADVANCE, y + 0.3 * _SIZE)
