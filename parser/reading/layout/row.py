"""A row of a page: cells side by side, each of one or more pieces of lines that belong together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schedgraph.parser.reading.layout.phrases import Phrase
from schedgraph.parser.reading.word import Word

CellPieces = tuple[Phrase, ...]
"""The pieces of a cell from top to bottom: a text that was wrapped has one a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells from left to right, empty ones included.

    `gap` tells that white space stands above the row, `slanted` that it lies across the page.
    """

    cells: tuple[CellPieces, ...]
    gap: bool = False
    slanted: bool = False

    @property
    def words(self) -> list[Word]:
        """Its words, cell by cell."""
        return [word for cell in self.cells for piece in cell for word in piece.words]

    @property
    def top(self) -> float:
        """Where its highest word begins."""
        return min(word.place[1] for word in self.words)

    @property
    def bottom(self) -> float:
        """Where its lowest word ends."""
        return max(word.place[3] for word in self.words)

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return min(word.place[0] for word in self.words)


def row(cells: Iterable[Sequence[Phrase]], *, gap: bool = False) -> Row:
    """A row without the empty cells after its last text."""
    kept = [tuple(cell) for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return Row(cells=tuple(kept), gap=gap)


def is_wrapped(above: Phrase, below: Phrase, right: float) -> bool:
    """Whether `below` had no room at the end of `above`, so that a machine broke the line there.

    `right` is the edge that text of this column may reach. A word cut in the middle leaves less than one
    letter free, so no space is counted.
    """
    first = below.words[0]
    return above.x1 + (first.place[2] - first.place[0]) > right
