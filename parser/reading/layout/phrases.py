"""Words to phrases: what stands on one line with no more than ordinary spaces between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schedgraph.parser.reading.layout.grid import Grid
from schedgraph.parser.reading.word import Word

# Wider than this, in em, a space parts columns; two typed spaces after a full stop do not.
COLUMN_GAP = 1.45
SAME_LINE = 0.42


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of one line, from left to right.

    `indent` counts the spaces that stand before it in the text. A phrase that goes on a wrapped cell has
    None: it stands on the next line.
    """

    words: tuple[Word, ...]
    indent: int | None = None

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].place[0]

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.place[2] for word in self.words)

    @property
    def baseline(self) -> float:
        """The y that its first word stands on."""
        return self.words[0].baseline

    @property
    def size(self) -> float:
        """The size of its largest word."""
        return max(word.size for word in self.words)

    @property
    def body(self) -> float:
        """The height of the middle of its letters."""
        return self.baseline - 0.3 * self.words[0].size


def visual_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words that share a line of sight, top line first; columns set a little apart in height still share it."""
    lines: list[list[Word]] = []
    heights: list[float] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.place[0])):
        if lines:
            other = lines[-1][-1]
            near = SAME_LINE * min(word.size, other.size)
            if abs(word.baseline - heights[-1]) <= near:
                lines[-1].append(word)
                continue
        lines.append([word])
        heights.append(word.baseline)
    for line in lines:
        line.sort(key=lambda word: word.place[0])
    return lines


def phrases(line: Sequence[Word], grid: Grid) -> list[Phrase]:
    """The phrases of a line: parted by wide gaps, by the grid's vertical lines and by frames that lie over these."""
    found: list[Phrase] = []
    part: list[Word] = []
    reached = middle_before = 0.0
    for word in line:
        x0, _, x1, _ = word.place
        middle = (x0 + x1) / 2
        if part:
            y = word.baseline - 0.3 * word.size
            frame = grid.frame(middle, y)
            parted = grid.frame(middle_before, y) != frame or (
                frame is None and bool(grid.between(middle_before, middle, y))
            )
            if parted or x0 - reached > COLUMN_GAP * max(word.size, part[-1].size):
                found.append(Phrase(words=tuple(part)))
                part = []
        reached = max(reached, x1) if part else x1
        middle_before = middle
        part.append(word)
    if part:
        found.append(Phrase(words=tuple(part)))
    return found
