"""A sheet of paper under the pen: typed words that are remembered, lines, strikes of every kind."""

import io
import math
import random
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
SOLID = ("line", "double", "slanted", "wavy")
OVERTYPED = ("xs", "hyphens")
BROKEN = ("dashed",)
CROSSED = ("diagonal", "cross")


@dataclass(slots=True)
class TrueWord:
    """A word as drawn; points from the upper left corner. `strike` names how it was struck, or nothing."""

    text: str
    box: tuple[float, float, float, float]
    strike: str = ""
    number: bool = False
    aside: bool = False


@dataclass(slots=True)
class Drawn:
    """A drawn page: its PDF and what is true of it."""

    pdf: bytes
    words: list[TrueWord] = field(default_factory=list)
    boxes: list[tuple[float, float, bool]] = field(default_factory=list)


class Sheet:
    """A page under the pen; y grows downwards."""

    def __init__(self, seed: int, font: str, size: float) -> None:
        self.random = random.Random(seed)
        self.font, self.size = font, size
        self.words: list[TrueWord] = []
        self.boxes: list[tuple[float, float, bool]] = []
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT), invariant=1)

    def type(
        self, x: float, baseline: float, text: str, *, number: bool = False, font: str = "", size: float = 0
    ) -> list[TrueWord]:
        """Type the words of `text`, and remember them."""
        font, size = font or self.font, size or self.size
        self.canvas.setFont(font, size)
        self.canvas.setFillGray(0)
        self.canvas.drawString(x, HEIGHT - baseline, text)
        typed, at = [], 0
        for part in text.split(" "):
            if part:
                left = x + stringWidth(text[:at], font, size)
                right = left + stringWidth(part, font, size)
                typed.append(
                    TrueWord(
                        part, (left, baseline - 0.72 * size, right, baseline + 0.2 * size), number=number
                    )
                )
            at += len(part) + 1
        self.words += typed
        return typed

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.8) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def strike(self, words: list[TrueWord], baseline: float, kind: str, size: float = 0) -> None:
        """Strike `words`, which stand on one line."""
        size, rng = size or self.size, self.random
        x0, x1 = words[0].box[0] - rng.uniform(0, 2), words[-1].box[2] + rng.uniform(0, 2)
        y = baseline - size * rng.uniform(0.2, 0.36)
        width = rng.uniform(0.7, 1.6)
        for word in words:
            word.strike = kind
        if kind == "line":
            self.line(x0, y, x1, y, width)
        elif kind == "double":
            self.line(x0, y - 1.3, x1, y - 1.3, 0.7)
            self.line(x0, y + 1.3, x1, y + 1.3, 0.7)
        elif kind == "slanted":
            lift = min(size * 0.16, (x1 - x0) * math.tan(math.radians(3))) * rng.choice((-1, 1))
            self.line(x0, y + lift, x1, y - lift, width)
        elif kind == "wavy":
            path = self.canvas.beginPath()
            path.moveTo(x0, HEIGHT - y)
            at = x0
            while at < x1:
                step = min(rng.uniform(12, 26), x1 - at + 0.1)
                a, b = rng.uniform(-1.6, 1.6), rng.uniform(-1.6, 1.6)
                path.curveTo(
                    at + step / 3, HEIGHT - y + a, at + 2 * step / 3, HEIGHT - y + b, at + step, HEIGHT - y
                )
                at += step
            self.canvas.setLineWidth(width)
            self.canvas.drawPath(path)
        elif kind == "dashed":
            self.canvas.setDash(4, 2)
            self.line(x0, y, x1, y, width)
            self.canvas.setDash()
        elif kind in OVERTYPED:
            mark = "x" if kind == "xs" else "-"
            self.canvas.setFont(self.font, size)
            for word in words:
                advance = (word.box[2] - word.box[0]) / len(word.text)
                for place in range(len(word.text)):
                    self.canvas.drawString(
                        word.box[0] + place * advance + rng.uniform(-0.4, 0.4), HEIGHT - baseline, mark
                    )

    def finish(self) -> Drawn:
        self.canvas.showPage()
        self.canvas.save()
        return Drawn(self._file.getvalue(), self.words, self.boxes)
