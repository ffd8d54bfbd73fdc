"""A page as it was read: the text, and its lines as runs of visible characters with their marks.

Text files, PDF pages and scans all become these types; every offset points into `PageText.text`,
which is never cleaned.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, NamedTuple

from schedgraph.parser.evidence import BoundingBox

Method = Literal["text", "text-layer", "ocr", "form-data"]
"""How characters were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """Ink through characters, as it was measured.

    `kind` names what drew it (markup, stroke, fill, curve, image, annotation, overtyped, pixels); `height` is
    its middle above the baseline and `thickness` its own height, both in em; `coverage` is the share of the
    characters' width that it covers; `slope` is in degrees.
    """

    kind: str
    height: float
    coverage: float
    thickness: float
    slope: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedWord:
    """Where on the page `text[start:end]` stands, how sure the reading is, and what another reading saw there."""

    start: int
    end: int
    bbox: BoundingBox
    confidence: float = 1.0
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The text of a page exactly as read, and how.

    `words` tells the place of each word in order of `start`; a text file has none.
    """

    number: int
    text: str
    method: Method = "text"
    words: tuple[PlacedWord, ...] = ()

    def words_in(self, start: int, end: int) -> tuple[PlacedWord, ...]:
        """The placed words that `text[start:end]` touches."""
        first = bisect_right(self.words, start, key=lambda word: word.end)
        return tuple(takewhile(lambda word: word.start < end, self.words[first:]))


class Run(NamedTuple):
    """Visible characters that share their marks and stand for `source[start:end]`.

    Where `len(text) == end - start` the characters map one to one; otherwise (an entity, a checkbox) the
    run stands for the whole stretch.
    """

    text: str
    start: int
    end: int
    bold: bool = False
    struck: bool = False
    strike: Strike | None = None

    def source_start(self, index: int) -> int:
        """The source offset of visible character `index`."""
        return self.start + index if len(self.text) == self.end - self.start else self.start

    def source_end(self, index: int) -> int:
        """The source offset just after visible character `index - 1`."""
        return self.start + index if len(self.text) == self.end - self.start else self.end


class Line(NamedTuple):
    """One line of a page. A tab character in the visible text separates two cells of a table row.

    `slanted` tells that it lies across the sheet or its boxes, as a stamp does: no text of the form stands beside it.
    """

    source: PageText
    start: int
    end: int
    runs: tuple[Run, ...]
    heading_level: int = 0
    slanted: bool = False

    @property
    def text(self) -> str:
        """The visible text, without markup."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and its lines in reading order; blank lines are kept, for they part paragraphs."""

    source: PageText
    lines: tuple[Line, ...]
