"""What a page of a PDF or a scan shows, before it has an order: words with their place and ink, and ruled lines."""

from dataclasses import dataclass

from schedgraph.parser.evidence import BoundingBox, Doubt
from schedgraph.parser.page import Method, Strike


@dataclass(frozen=True, slots=True, kw_only=True)
class StruckPart:
    """Characters `start` to `end` of a word with ink through them."""

    start: int
    end: int
    strike: Strike


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Characters without white space between them, upright as the page is shown.

    Lengths are points, y grows downwards. `size` is the font's size (for a scan: estimated from the height),
    `baseline` the y on which the letters stand, `angle` in degrees counterclockwise; `other` is what a second
    reading saw where it differs (empty where it saw nothing, or where there was none). `bbox` lies on the page
    as it is shown. On a scan that was straightened, `upright` is the box on the straightened page, where
    `baseline` and the page's ruled lines are measured too. `apart` says that it belongs to no line of the form: it was
    stamped across its boxes.
    """

    text: str
    bbox: BoundingBox
    baseline: float
    size: float
    bold: bool = False
    angle: float = 0.0
    struck: tuple[StruckPart, ...] = ()
    confidence: float = 1.0
    other: str | None = None
    upright: BoundingBox | None = None
    apart: bool = False

    @property
    def place(self) -> BoundingBox:
        """The box by which the word is put in order among others."""
        return self.upright or self.bbox


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledLine:
    """A straight line that parts cells or boxes; horizontal where y0 == y1, else vertical where x0 == x1."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words and ruled lines of one page, in no order.

    `turns` counts the quarter turns, clockwise, that the page as shown was given so that its text is upright.
    """

    number: int
    width: float
    height: float
    method: Method
    words: tuple[Word, ...]
    rules: tuple[RuledLine, ...] = ()
    turns: int = 0
    doubts: tuple[Doubt, ...] = ()
