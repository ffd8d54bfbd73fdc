"""Rows to the text of a page, with every character's place and marks."""

from collections.abc import Iterator

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.page import Line, Page, PageText, PlacedWord, Run, Strike
from schedgraph.parser.reading.layout.arrange import arranged
from schedgraph.parser.reading.layout.row import Row
from schedgraph.parser.reading.word import PageWords, Word

_Marks = tuple[bool, Strike | None]


def composed(page: PageWords) -> Page:
    """The page as text: a tab parts cells, a wrapped cell keeps its line ends, white space is a blank line."""
    text: list[str] = []
    placed: list[PlacedWord] = []
    lines: list[tuple[int, int, tuple[Run, ...], bool]] = []
    offset = 0
    for each in arranged(page):
        if each.gap and lines:
            lines.append((offset, offset, (), False))
            text.append("\n")
            offset += 1
        start = offset
        runs: list[Run] = []
        for characters, word, marks in _pieces(each):
            end = offset + len(characters)
            if word is not None:
                placed.append(_placed(page, word, offset))
                runs.extend(_runs(word, offset))
            else:
                struck, strike = marks
                visible = " " if characters == "\n" else characters
                runs.append(Run(text=visible, start=offset, end=end, struck=struck, strike=strike))
            text.append(characters)
            offset = end
        lines.append((start, offset, tuple(_merged(runs)), each.slanted))
        text.append("\n")
        offset += 1
    source = PageText(number=page.number, text="".join(text), method=page.method, words=tuple(placed))
    return Page(
        source=source,
        lines=tuple(
            Line(source=source, start=start, end=end, runs=runs, slanted=slanted)
            for start, end, runs, slanted in lines
        ),
    )


def _pieces(each: Row) -> Iterator[tuple[str, Word | None, _Marks]]:
    """The words of a row and what stands between them: a space, the end of a wrapped line, a tab."""
    for column, cell in enumerate(each.cells):
        if column:
            yield "\t", None, (False, None)
        before: Word | None = None
        for line, phrase in enumerate(cell):
            for place, word in enumerate(phrase.words):
                if place == 0 and phrase.indent is not None:
                    if phrase.indent:
                        yield " " * phrase.indent, None, (False, None)
                elif before is not None:
                    wraps = place == 0 and line > 0
                    yield ("\n" if wraps else " "), None, _between(before, word)
                yield word.text, word, (False, None)
                before = word


def _between(before: Word, after: Word) -> _Marks:
    """The space between two words is struck where both its neighbours are."""
    if before.struck and after.struck:
        last, first = before.struck[-1], after.struck[0]
        if last.end == len(before.text) and first.start == 0:
            return True, last.strike
    return False, None


def _runs(word: Word, offset: int) -> Iterator[Run]:
    position = 0
    for part in word.struck:
        if part.start > position:
            yield _run(word, offset, position, part.start, None)
        yield _run(word, offset, part.start, part.end, part.strike)
        position = part.end
    if position < len(word.text):
        yield _run(word, offset, position, len(word.text), None)


def _run(word: Word, offset: int, start: int, end: int, strike: Strike | None) -> Run:
    return Run(
        text=word.text[start:end],
        start=offset + start,
        end=offset + end,
        bold=word.bold,
        struck=strike is not None,
        strike=strike,
    )


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Neighbours with the same marks as one run; a space takes the weight of what stands before it."""
    current: Run | None = None
    for run in runs:
        blank = not run.text.strip()
        if (
            current is not None
            and current.struck == run.struck
            and (current.bold == run.bold or blank)
            and (current.strike and current.strike.kind) == (run.strike and run.strike.kind)
        ):
            current = current._replace(text=current.text + run.text, end=run.end)
        else:
            if current is not None:
                yield current
            current = run
    if current is not None:
        yield current


def _placed(page: PageWords, word: Word, offset: int) -> PlacedWord:
    return PlacedWord(
        start=offset,
        end=offset + len(word.text),
        bbox=_as_shown(word.bbox, page) if word.upright is None else word.bbox,
        confidence=word.confidence,
        other=word.other,
    )


def _as_shown(bbox: BoundingBox, page: PageWords) -> BoundingBox:
    """A box on the page as it is shown, before the turns that made its text upright."""
    x0, top, x1, bottom = bbox
    width, height = page.width, page.height
    for _ in range(page.turns % 4):
        x0, top, x1, bottom = top, width - x1, bottom, width - x0
        width, height = height, width
    return (round(x0, 2), round(top, 2), round(x1, 2), round(bottom, 2))
