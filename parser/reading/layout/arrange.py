"""The words of a page to rows in reading order: box by box, table by table."""

from collections import defaultdict
from collections.abc import Sequence
from math import cos, radians, sin

from schedgraph.parser.evidence import enclosing
from schedgraph.parser.reading.layout.columns import in_columns
from schedgraph.parser.reading.layout.crossbars import without_crossbars
from schedgraph.parser.reading.layout.flow import GAP
from schedgraph.parser.reading.layout.grid import Cell, Grid, grid
from schedgraph.parser.reading.layout.heads import with_heads_parted
from schedgraph.parser.reading.layout.phrases import SAME_LINE, Phrase, phrases, visual_lines
from schedgraph.parser.reading.layout.row import Row
from schedgraph.parser.reading.layout.tables import Band, bands, table_rows
from schedgraph.parser.reading.word import PageWords, Word

_SAME_LINE = 3.0
_WITHIN = 5.0
"""Points from the side of a frame to what is surely in it: the side may lie on the line of a column."""
_RISE = 0.52
"""In em, how far the small letters of a line and a little of its capitals reach above the baseline."""


def arranged(page: PageWords) -> list[Row]:
    """The rows of a page. Slanted text and what stands apart (stamps) comes after the upright, a line a row; but a stamp
    in a blank of a table, with nothing under it, was set below the row above it and is read there."""
    upright = [word for word in page.words if not _is_apart(word)]
    lines = visual_lines(upright)
    ruled = without_crossbars(grid(with_heads_parted(page.rules, upright), page.width), lines)
    held: dict[Cell, list[list[Phrase]]] = defaultdict(list)
    for line in lines:
        parts: dict[Cell, list[Phrase]] = {}
        for phrase in phrases(line, ruled):
            parts.setdefault(_cell(ruled, phrase), []).append(phrase)
        for cell, pieces in parts.items():
            held[cell].append(pieces)
    held = {cell: _without_neighbours(pieces) for cell, pieces in held.items()}
    groups: list[tuple[float | None, list[Row]]] = []
    laid = _laid_on(page)
    for table in bands(ruled, held):
        rows = table_rows(table, held)
        standing = [each for each in laid if _stands_in(table, each) and not _covers(each, upright)]
        laid = [each for each in laid if each not in standing]
        groups.append((table[0].top, _with_stamps(rows, standing)))
        for band in table:
            for cell in band.cells:
                held.pop(cell, None)
    groups.extend((cell.top, in_columns(lines)) for cell, lines in held.items())
    groups.sort(key=_place)
    across = [row for stamp in laid for row in stamp]
    return [*(each for _, group in groups for each in _opened(group)), *across]


def _without_neighbours(lines: list[list[Phrase]]) -> list[list[Phrase]]:
    """The lines of a cell told by its own words: what stands between two heights in the next box parts no line of this."""
    joined: list[list[Phrase]] = []
    for line in lines:
        if joined and _is_level(joined[-1], line):
            joined[-1] = sorted((*joined[-1], *line), key=lambda piece: piece.x0)
        else:
            joined.append(line)
    return joined


def _is_level(above: list[Phrase], line: list[Phrase]) -> bool:
    """Whether the pieces of two lines stand at one height, and none over another."""
    return all(
        abs(one.baseline - other.baseline) <= SAME_LINE * min(one.size, other.size)
        and (one.x1 < other.x0 or other.x1 < one.x0)
        for one in above
        for other in line
    )


def _cell(ruled: Grid, phrase: Phrase) -> Cell:
    """The cell that a phrase stands in; what was typed too low goes through the line that closes its own box.

    All that a frame over columns holds stands in the last of them.
    """
    middle = (phrase.x0 + phrase.x1) / 2
    if (frame := ruled.frame(middle, phrase.body)) is not None:
        left, _, right, _ = frame
        lines = ruled.between(left, right, phrase.body)
        cells = [ruled.cell(x - _WITHIN, phrase.body) for x in (*lines, right)]
        # A frame may reach out of the table, into the margin.
        return next((cell for cell in reversed(cells) if (cell.top, cell.bottom) != (None, None)), cells[-1])
    size = phrase.words[0].size
    through = ruled.across(middle, phrase.baseline - _RISE * size, phrase.body)
    return ruled.cell(middle, phrase.body if through is None else through - _SAME_LINE)


def _place(group: tuple[float | None, list[Row]]) -> tuple[int, float]:
    """Boxes that hang from one line are read from left to right, whatever their text's height."""
    top, rows = group
    return round((rows[0].top if top is None else top) / _SAME_LINE), rows[0].left


def _opened(group: list[Row]) -> list[Row]:
    """A box or a table begins with white space."""
    return [Row(cells=group[0].cells, gap=True), *group[1:]] if group else group


def _is_apart(word: Word) -> bool:
    return word.apart or abs(word.angle) >= 1.0


def _stands_in(table: Sequence[Band], stamp: Sequence[Row]) -> bool:
    """Whether all of a stamp stands between the first line of a table and its last."""
    top, bottom = table[0].top, table[-1].bottom
    above = top is None or stamp[0].top >= top
    return above and (bottom is None or stamp[-1].bottom <= bottom)


def _covers(stamp: Sequence[Row], upright: Sequence[Word]) -> bool:
    """Whether a stamp lies on words of the form."""
    box = enclosing(word.place for row in stamp for word in row.words)
    assert box is not None  # noqa: S101 - a stamp has words
    left, top, right, bottom = box
    return any(
        x0 < right and left < x1 and top < word.baseline and y0 < bottom
        for word, (x0, y0, x1, _) in ((word, word.place) for word in upright)
    )


def _with_stamps(rows: Sequence[Row], stamps: Sequence[list[Row]]) -> list[Row]:
    """The rows of a table, each stamp behind the last one that begins above it."""
    found = list(rows)
    # From below, so that none moves the place of the next.
    for stamp in sorted(stamps, key=lambda stamp: stamp[0].top, reverse=True):
        behind = sum(row.top <= stamp[0].top for row in rows)
        found[behind:behind] = stamp
    return found


def _laid_on(page: PageWords) -> list[list[Row]]:
    """What was stamped or written aslant on the page, the lines of each piece as rows."""
    by_angle: dict[int, list[Word]] = defaultdict(list)
    for word in page.words:
        if _is_apart(word):
            by_angle[round(word.angle)].append(word)
    stamps: list[list[Row]] = []
    for angle, words in sorted(by_angle.items()):
        turn = radians(angle)

        def along(word: Word, turn: float = turn) -> tuple[float, float]:
            x, y = (word.place[0] + word.place[2]) / 2, (word.place[1] + word.place[3]) / 2
            return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)

        lines: list[list[Word]] = []
        down = 0.0
        for word in sorted(words, key=lambda word: along(word)[1]):
            if lines and along(word)[1] - down <= GAP / 3 * word.size:
                lines[-1].append(word)
            else:
                lines.append([word])
                down = along(word)[1]
        reached: float | None = None
        for line in lines:
            line.sort(key=lambda word: along(word)[0])
            down, size = along(line[0])[1], max(word.size for word in line)
            if reached is None or down - reached > GAP * size:
                stamps.append([])
            stamps[-1].append(Row(cells=((Phrase(words=tuple(line)),),), gap=True, slanted=True))
            reached = down
    return stamps
