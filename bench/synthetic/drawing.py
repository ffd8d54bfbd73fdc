"""Pages drawn into a PDF with reportlab, each piece of ink as the kind of object that it is meant to be."""

from collections.abc import Sequence
from io import BytesIO
from math import cos, radians, sin
from pathlib import Path
from random import Random

import reportlab
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bench.synthetic.production import Production
from bench.synthetic.sheet import Ink, Sheet, Text

for _name in ("Vera", "VeraBd"):
    pdfmetrics.registerFont(TTFont(_name, str(Path(reportlab.__file__).parent / "fonts" / f"{_name}.ttf")))


def pdf(
    sheets: Sequence[Sheet],
    production: Production,
    rng: Random,
    backdrops: Sequence[ImageReader] | None = None,
) -> bytes:
    """The bytes of a PDF with these pages, each over its backdrop where there are any."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True, pageCompression=1)
    for number, sheet in enumerate(sheets):
        _page(canvas, sheet, production, rng, backdrops[number] if backdrops else None)
    canvas.save()
    return out.getvalue()


def _page(
    canvas: Canvas, sheet: Sheet, production: Production, rng: Random, backdrop: ImageReader | None
) -> None:
    left, low = production.crop
    width, height = sheet.width, sheet.height
    turned = production.rotate in {90, 270}
    # reportlab swaps the sides of a rotated page itself: it wants the size as shown.
    canvas.setPageSize(
        (width + 2 * low, height + 2 * left) if turned else (width + 2 * left, height + 2 * low)
    )
    if left or low:
        shown = (height, width) if turned else (width, height)
        canvas.setCropBox((left, low, left + shown[0], low + shown[1]))
    canvas.setPageRotation(production.rotate)
    canvas.saveState()
    canvas.translate(left, low)
    if production.rotate == 90:
        canvas.transform(0, 1, -1, 0, height, 0)
    elif production.rotate == 270:
        canvas.transform(0, -1, 1, 0, 0, width)
    elif production.rotate == 180:
        canvas.transform(-1, 0, 0, -1, width, height)
    pen = _Pen(canvas, height, production, (left, low, width, height))
    if backdrop:
        canvas.drawImage(backdrop, 0, 0, width, height)
    for ink in sheet.ink:
        if ink.under:
            pen.ink(ink)
    jobs: list[Text | Ink] = [*sheet.texts, *(ink for ink in sheet.ink if not ink.under)]
    if production.scrambled:
        rng.shuffle(jobs)
    for job in jobs:
        if isinstance(job, Ink):
            pen.ink(job)
        else:
            pen.text(job)
    canvas.restoreState()
    canvas.showPage()


class _Pen:
    """Draws on one page whose y grows downwards."""

    def __init__(
        self, canvas: Canvas, height: float, production: Production, frame: tuple[float, float, float, float]
    ) -> None:
        self.canvas, self.height, self.production, self.frame = canvas, height, production, frame
        self.forms = 0

    def text(self, text: Text) -> None:
        """Characters on their baseline, glyph by glyph where the production does so."""
        canvas = self.canvas
        canvas.setFillColorRGB(*text.color)
        y = self.height - text.baseline
        if text.angle:
            canvas.saveState()
            canvas.translate(text.x, y)
            canvas.rotate(text.angle)
            self._string(text, 0, 0)
            canvas.restoreState()
        elif self.production.glyph_by_glyph and text.text.isascii():
            for character, x in zip(text.text, text.edges(), strict=False):
                if character != " ":
                    canvas.setFont(text.font, text.size)
                    canvas.drawString(x, y, character, mode=text.mode or None)
        else:
            self._string(text, text.x, y)

    def _string(self, text: Text, x: float, y: float) -> None:
        shown = text.text
        if self.production.ligatures and text.font.startswith("Vera"):
            self._with_ligatures(text, x, y)
            return
        line = self.canvas.beginText(x, y)
        line.setFont(text.font, text.size)
        line.setTextRenderMode(text.mode)
        line.textOut(shown)
        line.setTextRenderMode(0)
        self.canvas.drawText(line)

    def _with_ligatures(self, text: Text, x: float, y: float) -> None:
        """fi and fl as one glyph, set so wide that every other character keeps its place."""
        pieces: list[tuple[str, int]] = []
        at = 0
        while at < len(text.text):
            pair = text.text[at : at + 2]
            if pair in {"fi", "fl"}:
                pieces.append(("ﬁ" if pair == "fi" else "ﬂ", at))
                at += 2
                continue
            end = at + 1
            while end < len(text.text) and text.text[end : end + 2] not in {"fi", "fl"}:
                end += 1
            pieces.append((text.text[at:end], at))
            at = end
        edges = text.edges()
        self.canvas.setFont(text.font, text.size)
        for piece, start in pieces:
            self.canvas.drawString(x + edges[start] - text.x, y, piece)

    def ink(self, ink: Ink) -> None:
        """One piece of ink."""
        canvas, shape = self.canvas, ink.shape
        x0, y0, *rest = ink.points
        x1, y1 = rest[-2:]
        top, bottom = self.height - y0, self.height - y1
        canvas.setStrokeColorRGB(*ink.color)
        canvas.setFillColorRGB(*ink.color)
        canvas.setLineWidth(ink.width)
        if shape == "line":
            canvas.line(x0, top, x1, bottom)
        elif shape == "box":
            canvas.rect(x0, bottom, x1 - x0, top - bottom, stroke=1, fill=0)
        elif shape == "fill":
            canvas.rect(x0, top - ink.width / 2, x1 - x0, ink.width, stroke=0, fill=1)
        elif shape == "curve":
            ys = [self.height - value for value in ink.points[1::2]]
            xs = ink.points[0::2]
            canvas.bezier(xs[0], ys[0], xs[1], ys[1], xs[2], ys[2], xs[3], ys[3])
        elif shape == "dashed":
            canvas.setDash(3, 1.2)
            canvas.line(x0, top, x1, bottom)
            canvas.setDash()
        elif shape == "image":
            dot = ImageReader(Image.new("RGB", (1, 1), tuple(round(255 * part) for part in ink.color)))
            canvas.drawImage(dot, x0, top - ink.width / 2, x1 - x0, ink.width)
        elif shape == "form":
            self._form(x0, x1, top, ink)
        elif shape in {"clipped", "transparent"}:
            self._unseen(shape, x0, x1, top)
        else:
            self._annotation(ink, x0, x1, top)

    def _form(self, x0: float, x1: float, y: float, ink: Ink) -> None:
        name = f"F{len(self.canvas._doc.idToObject)}"
        self.canvas.beginForm(name, 0, 0, 2000, 2000)
        self.canvas.setLineWidth(ink.width)
        self.canvas.setStrokeColorRGB(*ink.color)
        self.canvas.line(x0, y, x1, y)
        self.canvas.endForm()
        self.canvas.doForm(name)

    def _unseen(self, shape: str, x0: float, x1: float, y: float) -> None:
        canvas = self.canvas
        canvas.saveState()
        if shape == "clipped":
            path = canvas.beginPath()
            path.rect(x0, y - 60, 1, 1)
            canvas.clipPath(path, stroke=0, fill=0)
        else:
            canvas.setStrokeAlpha(0)
        canvas.line(x0, y, x1, y)
        canvas.restoreState()

    def _annotation(self, ink: Ink, x0: float, x1: float, y: float) -> None:
        """A markup annotation with its own appearance, as annotating programs write it."""
        low, high = y - 6, y + 6
        subtype = {
            "strikeout": "StrikeOut",
            "line-annotation": "Line",
            "ink-annotation": "Ink",
            "highlight-annotation": "Highlight",
            "underline-annotation": "Underline",
        }[ink.shape]
        corners = [self._user(*point) for point in ((x0, low), (x1, high))]
        xs, ys = sorted(point[0] for point in corners), sorted(point[1] for point in corners)
        ends = [self._user(x0, y), self._user(x1, y)]
        quad = [
            value for point in ((x0, high), (x1, high), (x0, low), (x1, low)) for value in self._user(*point)
        ]
        entries: dict[str, object] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName(subtype),
            "Rect": PDFArray([xs[0], ys[0], xs[1], ys[1]]),
            "C": PDFArray(list(ink.color)),
            "F": 4,
            "Contents": PDFString(""),
        }
        if subtype in {"StrikeOut", "Highlight", "Underline"}:
            entries["QuadPoints"] = PDFArray(quad)
        elif subtype == "Line":
            entries["L"] = PDFArray([*ends[0], *ends[1]])
        else:
            entries["InkList"] = PDFArray([PDFArray([*ends[0], *ends[1]])])
        red, green, blue = ink.color
        operator = "/G gs " if subtype == "Highlight" else ""
        path = f"{ends[0][0]:.2f} {ends[0][1]:.2f} m {ends[1][0]:.2f} {ends[1][1]:.2f} l S"
        content = f"{operator}{red} {green} {blue} RG {ink.width:.2f} w {path}"
        look = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([xs[0], ys[0], xs[1], ys[1]]),
            "Resources": PDFDictionary(
                {"ExtGState": PDFDictionary({"G": PDFDictionary({"BM": PDFName("Multiply")})})}
            ),
        }
        stream = PDFStream(dictionary=PDFDictionary(look), content=content, filters=())
        document = self.canvas._doc
        entries["AP"] = PDFDictionary({"N": document.Reference(stream)})
        self.canvas._addAnnotation(PDFDictionary(entries))

    def _user(self, x: float, y: float) -> tuple[float, float]:
        """A place of the shown page in the page's own, unrotated coordinates."""
        left, low, width, height = self.frame
        angle = radians(self.production.rotate)
        turned_x, turned_y = (
            x * round(cos(angle)) - y * round(sin(angle)),
            x * round(sin(angle)) + y * round(cos(angle)),
        )
        shift = {0: (0.0, 0.0), 90: (height, 0.0), 180: (width, height), 270: (0.0, width)}[
            self.production.rotate
        ]
        return left + turned_x + shift[0], low + turned_y + shift[1]
