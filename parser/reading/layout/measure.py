"""Places along a line, counted in characters: how far text is indented, and where columns stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.reading.layout.phrases import Phrase

# Fewer spaces than this between two columns would look like the space between two words.
_NARROWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The left edge of a region and the width of its characters, to count in spaces."""

    left: float
    advance: float

    @staticmethod
    def of(lines: Sequence[Sequence[Phrase]]) -> "Measure":
        """The measure of a region by its lines, of which there is one at least."""
        words = [word for line in lines for piece in line for word in piece.words]
        advances = sorted((word.place[2] - word.place[0]) / len(word.text) for word in words)
        return Measure(
            left=min(word.place[0] for word in words), advance=max(advances[len(advances) // 2], 0.5)
        )

    def column(self, x: float) -> int:
        """How many characters stand to the left of `x`."""
        return round((x - self.left) / self.advance)

    def indented(self, piece: Phrase) -> Phrase:
        """The phrase with the spaces that its depth comes to; a single one is no depth."""
        depth = self.column(piece.x0)
        return replace(piece, indent=depth if depth > 1 else 0)

    def spread(self, pieces: Sequence[Phrase]) -> list[Phrase]:
        """Phrases of one line, each at its place by spaces."""
        found: list[Phrase] = []
        reached = 0
        for piece in pieces:
            column = self.column(piece.x0)
            indent = max(_NARROWEST if found else 0, column - reached)
            found.append(replace(piece, indent=indent))
            reached += indent + sum(len(word.text) + 1 for word in piece.words) - 1
        return found
