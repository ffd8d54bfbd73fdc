"""A page as it was read: the text, and its lines as runs of visible characters with their marks.

Text files, PDF pages and scans all become these types; every offset points into `PageText.text`,
which is never cleaned.
"""

from dataclasses import dataclass

from schedgraph.parser.evidence import BoundingBox


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """The text of a page exactly as read. `method` says how: text, text-layer, ocr or form-data."""

    number: int
    text: str
    method: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Visible characters that share their marks and stand for `source[start:end]`.

    Where `len(text) == end - start` the characters map one to one; otherwise (an entity, a checkbox) the
    run stands for the whole stretch.
    """

    text: str
    start: int
    end: int
    bold: bool = False
    struck: bool = False
    bbox: BoundingBox | None = None

    def source_start(self, index: int) -> int:
        """The source offset of visible character `index`."""
        return self.start + index if len(self.text) == self.end - self.start else self.start

    def source_end(self, index: int) -> int:
        """The source offset just after visible character `index - 1`."""
        return self.start + index if len(self.text) == self.end - self.start else self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page. A tab character in the visible text separates two cells of a table row."""

    source: PageText
    start: int
    end: int
    runs: tuple[Run, ...]
    heading_level: int = 0

    @property
    def text(self) -> str:
        """The visible text, without markup."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and its lines in reading order; blank lines are kept, for they part paragraphs."""

    source: PageText
    lines: tuple[Line, ...]
