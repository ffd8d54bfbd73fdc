"""Strikes that were drawn over a scan with a PDF program: lines and annotations upon the words of its picture."""

from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.reading.pdf.content import Glyph, PageContent, Style
from schedgraph.parser.reading.pdf.strikes import strikes
from schedgraph.parser.reading.word import PageWords, StruckPart, Word

_DESCENT = 0.22


def with_drawn_strikes(page: PageWords, content: PageContent) -> PageWords:
    """The words of a scan with the strikes that the PDF draws over them.

    A scan shows where a word stands and not each of its letters: they are taken to be of one width.
    """
    if not content.inks and not content.strikeouts:
        return page
    letters = [(index, glyph) for index, word in enumerate(page.words) for glyph in _letters(word)]
    found = strikes([glyph for _, glyph in letters], content.inks, content.strikeouts).glyphs
    if not found:
        return page
    words = list(page.words)
    by_word: dict[int, list[StruckPart]] = {}
    place = 0
    for index, word in enumerate(words):
        for offset in range(len(word.text)):
            if strike := found.get(place):
                by_word.setdefault(index, []).append(StruckPart(start=offset, end=offset + 1, strike=strike))
            place += 1
    for index, parts in by_word.items():
        words[index] = replace(words[index], struck=_joined((*words[index].struck, *parts)))
    return replace(page, words=tuple(words))


def _letters(word: Word) -> list[Glyph]:
    x0, top, x1, bottom = word.bbox
    width = (x1 - x0) / max(1, len(word.text))
    style = Style(size=word.size, bold=word.bold, angle=0.0, visible=True)
    baseline = bottom - _DESCENT * word.size if word.upright else word.baseline
    return [
        Glyph(letter, x0 + n * width, top, x0 + (n + 1) * width, bottom, x0 + n * width, baseline, style)
        for n, letter in enumerate(word.text)
    ]


def _joined(parts: Sequence[StruckPart]) -> tuple[StruckPart, ...]:
    """The parts in order, those that touch or overlap as one."""
    joined: list[StruckPart] = []
    for part in sorted(parts, key=lambda part: part.start):
        if joined and part.start <= joined[-1].end:
            joined[-1] = replace(joined[-1], end=max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return tuple(joined)
