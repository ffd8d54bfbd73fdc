"""A page as it will be drawn: every piece of text with its place and source, every line and box. Points, y downwards."""

from dataclasses import dataclass, field
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth

from bench.synthetic.schedule import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Which characters of which part of which item a text shows: it begins at `offset` of the part."""

    item: str
    part: str
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Characters on one baseline. `origin` is None for the form's own words."""

    text: str
    x: float
    baseline: float
    font: str
    size: float
    origin: Source | None = None
    struck: tuple[Span, ...] = ()
    kind: str | None = None
    angle: float = 0.0
    color: tuple[float, float, float] = (0, 0, 0)
    mode: int = 0
    form: bool = False

    def edges(self) -> list[float]:
        """x of the left edge of every character, and of the right edge of the last."""
        return [
            self.x + stringWidth(self.text[:index], self.font, self.size)
            for index in range(len(self.text) + 1)
        ]

    @property
    def width(self) -> float:
        """The advance of the whole text."""
        return float(stringWidth(self.text, self.font, self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Something drawn that is no text.

    `shape`: line, fill, curve, image, dashed, strikeout, line-annotation, ink-annotation, highlight-annotation,
    underline-annotation, form, box, clipped, transparent. `points` are x0, y0, x1, y1 (a curve has eight).
    `strike` marks what goes through words.
    `under` is drawn before the text.
    """

    shape: str
    points: tuple[float, ...]
    width: float = 0.6
    color: tuple[float, float, float] = (0, 0, 0)
    under: bool = False
    strike: bool = False


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One page while it is laid out."""

    width: float = 612.0
    height: float = 792.0
    texts: list[Text] = field(default_factory=list)
    ink: list[Ink] = field(default_factory=list)

    def write(self, text: str, x: float, baseline: float, font: str, size: float, **more: object) -> float:
        """Put text down; the x at which it ends."""
        placed = Text(text=text, x=x, baseline=baseline, font=font, size=size, **more)  # type: ignore[arg-type]
        if text.strip():
            self.texts.append(placed)
        return x + placed.width

    def paragraph(
        self,
        text: str,
        x: float,
        baseline: float,
        width: float,
        font: str,
        size: float,
        leading: float,
        **more: object,
    ) -> float:
        """Put a wrapped paragraph of the form's own words down; the baseline below it."""
        for line, _ in wrap(text, width, font, size):
            self.write(line, x, baseline, font, size, **more)
            baseline += leading
        return baseline

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6) -> None:
        """A ruled line."""
        self.ink.append(Ink(shape="line", points=(x0, y0, x1, y1), width=width))

    def box(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6) -> None:
        """A box of four ruled lines drawn as one."""
        self.ink.append(Ink(shape="box", points=(x0, y0, x1, y1), width=width))

    def tick(self, x: float, baseline: float, *, ticked: bool, size: float = 6.5) -> None:
        """A checkbox."""
        self.box(x, baseline - size, x + size, baseline, 0.5)
        if ticked:
            for points in (
                (x, baseline - size, x + size, baseline),
                (x, baseline, x + size, baseline - size),
            ):
                self.line(*points, 0.8)


def wrap(
    text: str, width: float, font: str, size: float, *, breaks: Random | None = None
) -> list[tuple[str, int]]:
    """Lines that fit, each with the offset of its first character.

    With `breaks`, a word that does not fit on the line is sometimes broken there without a hyphen, as the narrow
    cells of ERA printouts do; a word longer than the line always is.
    """
    lines: list[tuple[str, int]] = []
    start = 0
    while start < len(text):
        end = start
        while (
            end < len(text) and text[end] != "\n" and stringWidth(text[start : end + 1], font, size) <= width
        ):
            end += 1
        if end == start:
            end += 1
        if end < len(text) and text[end] != "\n" and text[end] != " ":
            space = text.rfind(" ", start, end)
            inside = end - space - 1 >= 4
            if space > start and not (breaks and inside and breaks.random() < 0.3):
                end = space
        lines.append((text[start:end].rstrip(), start))
        while end < len(text) and text[end] in " \n":
            end += 1
        start = end
    return lines or [("", 0)]


def struck_in(offset: int, length: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The struck stretches of a part as stretches of the line that begins at `offset` of it."""
    found = []
    for start, end in spans:
        low, high = max(0, start - offset), min(length, end - offset)
        if low < high:
            found.append((low, high))
    return tuple(found)
