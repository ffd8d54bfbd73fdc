"""Sheets of the real forms drawn as PDFs, for tests of how their lines are put in order."""

import io
import itertools

from reportlab.pdfgen.canvas import Canvas

_LEFT, _MIDDLE, _RIGHT = 36, 370, 576
_COLUMNS = (36, 80, 400, 490, 576)
_HEADS = (
    ("7.", "ITEM", "NO."),
    ("8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION",),
    ("9. GRS OR", "SUPERSEDED", "JOB CITATION"),
    ("10. ACTION", "TAKEN (NARA", "USE ONLY)"),
)
Line = tuple[str, str, str, str, bool]


class Sheet:
    """A page of a form; `rotation` is the page's own, in degrees."""

    def __init__(self, rotation: int = 0) -> None:
        self._stream = io.BytesIO()
        # The library swaps the sides of a page that is turned by a quarter; the sheet stays upright.
        size = (792, 612) if rotation % 180 else (612, 792)
        self.canvas = Canvas(self._stream, pagesize=size, invariant=True)
        if rotation:
            self.canvas.setPageRotation(rotation)

    def box(self, x0: float, y0: float, x1: float, y1: float, label: str, value: str = "") -> None:
        self.canvas.rect(x0, y0, x1 - x0, y1 - y0)
        self.canvas.setFont("Helvetica", 6.5)
        self.canvas.drawString(x0 + 4, y1 - 8, label)
        if value:
            self.canvas.setFont("Courier", 10)
            self.canvas.drawString(x0 + 8, y0 + 6, value)

    def bytes(self) -> bytes:
        self.canvas.save()
        return self._stream.getvalue()


def sf115(lines: list[Line], rotation: int = 0) -> bytes:
    """The first sheet of an SF-115 (3-91): number, description, column 9, column 10, struck or not."""
    sheet = Sheet(rotation)
    c = sheet.canvas
    sheet.box(_LEFT, 700, _MIDDLE, 750, "REQUEST FOR RECORDS DISPOSITION AUTHORITY")
    sheet.box(_MIDDLE, 720, _RIGHT, 750, "JOB NUMBER", "N1-059-91-4")
    sheet.box(_MIDDLE, 694, _RIGHT, 720, "DATE RECEIVED", "3/14/91")
    sheet.box(_LEFT, 672, _MIDDLE, 700, "TO: NATIONAL ARCHIVES and RECORDS ADMINISTRATION")
    sheet.box(_LEFT, 646, _MIDDLE, 672, "1. FROM (Agency or establishment)", "Department of State")
    sheet.box(_LEFT, 620, _MIDDLE, 646, "2. MAJOR SUBDIVISION", "Bureau of Consular Affairs")
    sheet.box(_LEFT, 594, _MIDDLE, 620, "3. MINOR SUBDIVISION", "Passport Services")
    sheet.box(_MIDDLE, 594, _RIGHT, 694, "NOTIFICATION TO AGENCY")
    sheet.box(_LEFT, 566, 230, 594, "4. NAME OF PERSON WITH WHOM TO CONFER")
    sheet.box(230, 566, _MIDDLE, 594, "5. TELEPHONE", "202-555-0100")
    sheet.box(_MIDDLE, 566, 440, 594, "DATE", "8/2/91")
    sheet.box(440, 566, _RIGHT, 594, "ARCHIVIST OF THE UNITED STATES", "Don W. Wilson")
    sheet.box(_LEFT, 510, _RIGHT, 566, "6. AGENCY CERTIFICATION")
    c.rect(60, 516, 7, 7)
    c.drawString(61.5, 517, "X")
    c.drawString(72, 517, "is not required;")
    c.rect(160, 516, 7, 7)
    c.drawString(172, 517, "is attached; or")
    sheet.box(_LEFT, 482, 110, 510, "DATE", "2/28/91")
    sheet.box(110, 482, _MIDDLE, 510, "SIGNATURE OF AGENCY REPRESENTATIVE")
    sheet.box(_MIDDLE, 482, _RIGHT, 510, "TITLE", "Records Officer")
    c.setFont("Helvetica", 6.5)
    for left, right, head in zip(_COLUMNS, _COLUMNS[1:], _HEADS, strict=False):
        c.rect(left, 454, right - left, 28)
        for place, text in enumerate(head):
            c.drawString(left + 6, 474 - 8 * place, text)
    for x in _COLUMNS:
        c.line(x, 60, x, 454)
    c.line(_LEFT, 60, _RIGHT, 60)
    c.setFont("Courier", 9)
    y = 440.0
    for number, text, ninth, tenth, struck in lines:
        c.drawString(44, y, number)
        c.drawString(86, y, text)
        c.drawString(403, y, ninth)
        c.drawString(493, y, tenth)
        if struck:
            c.line(86, y + 2.7, 86 + c.stringWidth(text, "Courier", 9), y + 2.7)
        y -= 12 if text else 6
    return sheet.bytes()


def signatory_table(rows: list[tuple[str, ...]], widths: tuple[float, ...], ruled: bool) -> bytes:
    """A table of wrapped cells; a line end in a cell is where its column was full."""
    sheet = Sheet()
    c = sheet.canvas
    c.setFont("Helvetica", 9)
    edges = [36.0]
    for width in widths:
        edges.append(edges[-1] + width)
    y = 700.0
    for cells in rows:
        lines = max(cell.count("\n") + 1 for cell in cells)
        height = 11 * lines + 6
        for left, cell in zip(edges, cells, strict=False):
            for place, text in enumerate(cell.split("\n")):
                c.drawString(left + 3, y - 10 - 11 * place, text)
        if ruled:
            for left, right in itertools.pairwise(edges):
                c.rect(left, y - height, right - left, height)
        y -= height + (0 if ruled else 6)
    return sheet.bytes()
