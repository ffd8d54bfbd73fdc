"""Hyphens typed over a word, told cell by cell: each letter of a typewriter has its cell, and a hyphen its middle.

A hyphen alone is a mark that few letters have: where every cell of a word holds one at the same height, and most of
its letters are none that hold a bar themselves, they were typed over it. It needs neither ink between the
letters nor between the words, of which typed hyphens leave none.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from schedgraph.parser.reading.scan.engine import Mask, OcrWord
from schedgraph.parser.reading.scan.openings import open_letters
from schedgraph.parser.reading.scan.typed_over import filled
from schedgraph.parser.reading.scan.weight import is_bold
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_LOWEST, _HIGHEST = 0.15, 0.33
"""Where the hyphen of a typewriter stands; from 0.36 on small letters have their upper edge."""
_HALF, _ASTRAY = 0.13, 0.09
"""Half of the ink of a hyphen that must be seen, and how far beside the middle of its cell it may be."""
_BEARING = 0.1
"""What a cell is wider than the ink of its letter."""
_NARROWEST, _WIDEST = 0.42, 0.85
_LETTER_ABOVE, _LETTER_TOP = 0.08, 0.22
SMALLEST_EM = 22.0
"""In pixels: in smaller type a letter's hollow is as narrow as the ink that noise adds."""
_TALLER = 0.85
"""The share of the cells in which a letter stands higher than the mark."""
_FEWEST_ROWS, _FEWEST_LETTERS, _FEWEST_OPEN = 2, 4, 3
"""Of a word that tells by itself: rows of pixels with the marks, letters, and those among them without a bar."""
_SAME_ROW = 0.07


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cells:
    """Of a word that has a mark in every cell: the rows in which it has, and its letters without a bar."""

    rows: tuple[int, ...]
    letters: int
    open_letters: int


def hyphenated(ink: Mask, line: WrittenLine, bold: Collection[int] = ()) -> frozenset[int]:
    """The places of the words of `line` over which hyphens were typed, letter by letter.

    The words at the places `bold` tell nothing: the serifs of bold letters fill their cells.
    """
    if line.slanted or line.em < SMALLEST_EM:
        return frozenset()
    seen = [None if place in bold else _cells(ink, line, word) for place, word in enumerate(line.words)]
    found = {
        place
        for place, cells in enumerate(seen)
        if cells
        and len(cells.rows) >= _FEWEST_ROWS
        and cells.letters >= _FEWEST_LETTERS
        and cells.open_letters >= _FEWEST_OPEN
    }
    # What is too short to tell by itself goes with the word beside it.
    for step in (1, -1):
        for place in sorted(found, reverse=step < 0):
            beside = place + step
            while 0 <= beside < len(seen) and _goes_on(seen[beside - step], seen[beside], line.em):
                found.add(beside)
                beside += step
    return frozenset(found)


def marked_cells(ink: Mask, line: WrittenLine) -> frozenset[int]:
    """The places of the words that hold a mark in every cell, though some are too short to tell anything by it."""
    return frozenset(place for place, word in enumerate(line.words) if _cells(ink, line, word))


def _goes_on(cells: _Cells | None, beside: _Cells | None, em: float) -> bool:
    if cells is None or beside is None:
        return False
    return any(abs(row - other) <= _SAME_ROW * em for row in cells.rows for other in beside.rows)


def _cells(ink: Mask, line: WrittenLine, word: OcrWord) -> _Cells | None:
    """The cells of `word`, if there is a row in which each holds a mark under the upper part of a letter."""
    x0, _, x1, _ = word.box
    em, count = line.em, len(word.text)
    pitch = (x1 - x0 + _BEARING * em) / count
    if not _NARROWEST * em <= pitch <= _WIDEST * em:
        return None
    half, astray = max(2, round(_HALF * em)), max(1, round(_ASTRAY * em))
    left, right = max(0, x0 - half - astray), min(ink.shape[1], x1 + half + astray)
    middles = [round(x0 - _BEARING / 2 * em + (each + 0.5) * pitch) - left for each in range(count)]
    rows = []
    for row in range(round(line.baseline - _HIGHEST * em), round(line.baseline - _LOWEST * em) + 1):
        top, bottom = row - round(_LETTER_TOP * em), row - round(_LETTER_ABOVE * em)
        if top < 0 or row + 2 > ink.shape[0]:
            continue
        marks = filled(np.asarray(ink[row - 1 : row + 2, left:right].any(axis=0)), half)
        above: Mask = np.asarray(ink[top : bottom + 1, left:right].any(axis=0))
        wide = round(pitch / 2)
        taller = sum(bool(above[max(0, at - wide) : at + wide + 1].any()) for at in middles)
        marked = all(marks[max(0, at - astray) : at + astray + 1].any() for at in middles)
        if marked and taller >= _TALLER * count:
            rows.append(row)
    if not rows:
        return None
    told = open_letters(word.text, bold=is_bold(ink, line, word))
    return _Cells(rows=tuple(rows), letters=count, open_letters=told)
