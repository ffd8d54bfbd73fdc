"""Marks typed over words: x's and hyphens, told from letters by standing cell after cell at one pitch."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from schedgraph.parser.reading.scan.engine import Mask, OcrWord
from schedgraph.parser.reading.scan.writing import WrittenLine

LEAST_CROSSES, LEAST_HYPHENS = 5, 6
"""Cells in a row; fewer are letters."""
_MISSED = 0.12
"""Share of the cells of a row of marks in which noise may hide the mark."""
_CLEAR, _FAINT = 0.86, 0.74
"""The share of an x's diagonals that is ink: among words that were read, and where nothing was."""
_LONGEST_WORD = 14
"""A row of hyphens as long as this runs through the blank between two words."""
_CROSSED = 0.35
"""Share of the cells of an unread line whose x must be seen."""
_SCALES, _LIFTS = (0.85, 1.0, 1.15, 1.3), (-0.06, 0.0, 0.06)
_NARROWEST, _WIDEST = 0.38, 0.92
"""The pitch of a typewriter or of a row of x's, in em; estimates of the em are off by a fifth."""


_CELL, _BODY, _FULL = 0.55, 0.48, 1.5
"""The width of a cell and the height of an x, in em; how much more ink than words of letters a figure with an x over it
holds: figures alone hold up to 1.3 times as much, but for the 8, which has diagonals of its own."""
_FULLER, _FEWEST_FIGURES = 1.6, 4
"""The same against the page's other figures, where there are so many of them and it holds as much as words of letters."""
_FIGURE_CROSSED = re.compile("[0-79§]{1,3}")
_LONE_FIGURE = re.compile("[2-9][.]?")

_CROSSED_IN_A_LINE = 3
"""X's where English has none that no line of print has: one of them may be a misreading or a name."""
# rexsults   kxrbnxt   xxyeaxx   but index, next, tax, exhibit, anxiety, Bronx, XVI
_NO_ENGLISH = re.compile(r"(?<=[b-df-hj-mp-tv-z])x|x(?=[bdfgj-nrsvwxz])")


def read_through(words: Sequence[OcrWord]) -> frozenset[int]:
    """The places of the words of a line that were read together with x's typed over them, from the first to the last."""
    places = [
        (place, len(_NO_ENGLISH.findall(word.text.casefold())))
        for place, word in enumerate(words)
        if not word.text.isupper()
    ]
    crossed = [place for place, count in places if count]
    if sum(count for _, count in places) < _CROSSED_IN_A_LINE:
        return frozenset()
    return frozenset(range(crossed[0], crossed[-1] + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """A row of marks, in pixels from the left edge of the first cell to the right edge of the last."""

    x0: float
    x1: float
    row: float
    cells: int


def crosses(ink: Mask, line: WrittenLine) -> list[Marks]:
    """The stretches of a line in which an x stands in every cell."""
    found: list[Marks] = []
    for scale in _SCALES:
        em = scale * line.em
        for lift in _LIFTS:
            middles = _crossed(ink, line, em, lift, _CLEAR)
            found += _rows_of(middles, line, line.baseline - 0.22 * em, LEAST_CROSSES)
    return _longest_apart(found)


def over_a_figure(
    ink: Mask, line: WrittenLine, word: OcrWord, usual: float, figures: float | None = None
) -> Marks | None:
    """The one x that was typed over a figure of a word without letters: the only cell of so much ink with crossed diagonals.

    `usual` is the share of ink in words of letters, `figures` that in the cells of the page's figures. Whoever reads such
    a cell reads the figure, or a §.
    """
    if not _FIGURE_CROSSED.fullmatch(word.text):
        return None
    least = _FULL * usual if figures is None else min(_FULL * usual, max(usual, _FULLER * figures))
    x0, _, x1, _ = word.box
    half = _CELL * line.em / 2
    for scale in _SCALES:
        for lift in _LIFTS:
            for middle in _crossed(ink, line, scale * line.em, lift, _CLEAR):
                if x0 <= middle <= x1 and _cell(ink, line, float(middle)) >= least:
                    row = line.baseline - 0.22 * scale * line.em
                    return Marks(x0=float(middle - half), x1=float(middle + half), row=row, cells=1)
    return None


def ink_of_figures(ink: Mask, lines: Sequence[WrittenLine]) -> float | None:
    """The median share of ink in the cells of the page's lone figures; None where they are too few to tell."""
    cells = [
        _cell(ink, line, (word.box[0] + word.box[2]) / 2)
        for line in lines
        if not line.slanted
        for word in line.words
        if _LONE_FIGURE.fullmatch(word.text)
    ]
    return float(np.median(cells)) if len(cells) >= _FEWEST_FIGURES else None


def _cell(ink: Mask, line: WrittenLine, middle: float) -> float:
    """The share of ink in the cell of a small letter about `middle`."""
    half = _CELL * line.em / 2
    top, bottom = max(0, round(line.baseline - _BODY * line.em)), max(1, round(line.baseline))
    cell = ink[top:bottom, max(0, round(middle - half)) : max(1, round(middle + half))]
    return float(cell.mean()) if cell.size else 0.0


def cells_crossed(ink: Mask, line: WrittenLine) -> int:
    """How many cells wide a line is that no engine could read, if x's stand in many of them; 0 where they do not.

    Handwriting has no crossed diagonals, so that neither the pitch nor every cell needs to be seen.
    """
    x0, _, x1, _ = line.box
    best = max(
        (_crossed(ink, line, scale * line.em, lift, _FAINT) for scale in _SCALES for lift in _LIFTS),
        key=len,
    )
    steps = np.diff(best)
    steps = steps[(steps >= _NARROWEST * line.em) & (steps <= _WIDEST * line.em)]
    if len(best) < LEAST_CROSSES or steps.size == 0:
        return 0
    cells = max(1, round((x1 - x0) / float(np.median(steps))))
    return cells if len(best) >= _CROSSED * cells else 0


def hyphens(ink: Mask, line: WrittenLine) -> list[Marks]:
    """The stretches of a line in which a hyphen stands in every cell, those between words too."""
    x0, _, x1, _ = line.box
    em = line.em
    left, right = max(0, round(x0 - 0.6 * em)), min(ink.shape[1], round(x1 + 0.6 * em))
    top, bottom = (
        max(1, round(line.baseline - 0.8 * em)),
        min(ink.shape[0] - 1, round(line.baseline + 0.1 * em)),
    )
    strip = ink[top:bottom, left:right]
    if strip.shape[0] < 8 or strip.shape[1] < 8:
        return []
    found: list[Marks] = []
    half = max(2, round(0.11 * em))
    inked: Mask = np.asarray(strip.any(axis=0))
    for row in range(round(line.baseline - 0.40 * em), round(line.baseline - 0.14 * em)):
        at = row - top
        if not 2 <= at < strip.shape[0] - 2:
            continue
        level: Mask = np.asarray(strip[at - 1 : at + 2].any(axis=0))
        cells = filled(level, half)
        # What is no thicker than a hyphen and stands alone is a mark in the blank between two words.
        clear = max(3, round(0.12 * em))
        bare = level & ~strip[: max(0, at - clear)].any(axis=0) & ~strip[at + clear :].any(axis=0)
        alone = filled(bare, half)
        rows = _rows_of(_middles(cells, left), line, float(row), LEAST_HYPHENS)
        for marks in (part for whole in rows for part in _unbroken(whole, inked, left)):
            blank = alone[max(0, round(marks.x0) - left) : round(marks.x1) - left]
            if len(_middles(blank, 0)) >= max(1, marks.cells / _LONGEST_WORD):
                found.append(marks)
    return _longest_apart(found)


def filled(level: Mask, half: int) -> Mask:
    """The columns about which `level` holds ink for `half` a mark to either side."""
    width = 2 * half + 1
    sums = np.convolve(level.astype(np.int32), np.ones(width, dtype=np.int32), mode="same")
    return np.asarray(sums >= width, dtype=bool)


def _crossed(ink: Mask, line: WrittenLine, em: float, lift: float, clear: float) -> NDArray[np.float64]:
    """The middles of the places where the share `clear` of both diagonals of an x is ink."""
    x0, _, x1, _ = line.box
    half = 0.17 * em
    top, bottom = line.baseline - (0.40 + lift) * em, line.baseline - (0.05 + lift) * em
    share = np.linspace(0.0, 1.0, 13)
    rows = np.rint(top + share * (bottom - top)).astype(int)
    aside = np.rint((2 * share - 1) * half).astype(int)
    first, last = (
        max(int(half) + 1, round(x0 - 0.3 * em)),
        min(ink.shape[1] - int(half) - 2, round(x1 + 0.3 * em)),
    )
    if rows[0] < 0 or rows[-1] >= ink.shape[0] or last <= first:
        return np.zeros(0)
    middles = np.arange(first, last)
    down = ink[rows[None, :], middles[:, None] + aside[None, :]].mean(axis=1)
    up = ink[rows[None, :], middles[:, None] - aside[None, :]].mean(axis=1)
    return _middles(np.minimum(down, up) >= clear, first)


def _middles(marked: Mask, left: int) -> NDArray[np.float64]:
    """The middle of each unbroken stretch of marked columns."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], marked.astype(np.int8), [0]])))
    return (edges[::2] + edges[1::2] - 1) / 2 + left


def _rows_of(middles: NDArray[np.float64], line: WrittenLine, row: float, least: int) -> list[Marks]:
    """The rows of at least `least` marks that follow each other at one pitch."""
    if middles.size < least:
        return []
    steps = np.diff(middles)
    usual = steps[(steps >= _NARROWEST * line.em) & (steps <= _WIDEST * line.em)]
    if usual.size < 0.6 * (least - 1):
        return []
    pitch = float(np.median(usual))
    found: list[Marks] = []
    start, last, cells, missed = 0, middles[0], 1, 0
    for index in range(1, len(middles) + 1):
        step = (middles[index] - last) / pitch if index < len(middles) else math.inf
        if step < 0.6:
            continue
        over = round(step) if step < 2.5 else 0
        if over and abs(step - over) <= 0.2:
            cells, missed, last = cells + 1, missed + over - 1, middles[index]
            continue
        if cells >= least and missed <= _MISSED * (cells + missed):
            found.append(
                Marks(x0=float(middles[start] - pitch / 2), x1=float(last + pitch / 2), row=row, cells=cells)
            )
        if index < len(middles):
            start, last, cells, missed = index, middles[index], 1, 0
    return found


def _unbroken(marks: Marks, inked: Mask, left: int) -> list[Marks]:
    """The parts of a row of marks between blanks as wide as a cell: no mark was typed there."""
    pitch = (marks.x1 - marks.x0) / marks.cells
    first = max(0, round(marks.x0) - left)
    part = inked[first : round(marks.x1) - left]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (~part).astype(np.int8), [0]])))
    blanks = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 0.85 * pitch]
    starts, ends = [0, *(int(b) for _, b in blanks)], [*(int(a) for a, _ in blanks), len(part)]
    return [
        replace(marks, x0=float(first + left + a), x1=float(first + left + b), cells=round((b - a) / pitch))
        for a, b in zip(starts, ends, strict=True)
        if b - a >= (LEAST_HYPHENS - 0.5) * pitch
    ]


def _longest_apart(found: Sequence[Marks]) -> list[Marks]:
    """The rows of marks that do not overlap a longer one."""
    kept: list[Marks] = []
    for marks in sorted(found, key=lambda marks: -marks.cells):
        if not any(marks.x0 < other.x1 and other.x0 < marks.x1 for other in kept):
            kept.append(marks)
    return sorted(kept, key=lambda marks: marks.x0)
