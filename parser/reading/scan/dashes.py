"""A row of dashes through a word, told by its pitch: every dash of it holds ink, whatever the letters are.

Letters fill the places of a row of marks at one pitch only where their own upper edges do, and there nothing
stands above. So a word is dashed where such a row runs below the tops of its letters.
"""

from collections.abc import Sequence

import numpy as np

from schedgraph.parser.reading.scan.blanks import Filling, runs_on
from schedgraph.parser.reading.scan.cells import SMALLEST_EM
from schedgraph.parser.reading.scan.engine import Mask, OcrWord
from schedgraph.parser.reading.scan.openings import open_letters
from schedgraph.parser.reading.scan.weight import is_bold
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_LOWEST, _HIGHEST = 0.12, 0.40
_NARROWEST = 1.4
_PITCHES = np.arange(0.26, 0.73, 0.02)
_HALF_DASH = 0.26
"""Half of the inked part of a dash and its gap: a little more than the half of them."""
_FEWEST = 4
_PHASES = 12
_COVERED = 0.7
"""The least share of its columns that a row with dashes holds ink in."""
_ABOVE = 0.25
_ABOVE_FROM, _ABOVE_TO = 0.10, 0.30
"""The share of columns with letters above the row, and where above it they are looked for."""
_FEWEST_ROWS = 2
_FEWEST_OPEN = 3


def dashed(ink: Mask, line: WrittenLine, between: Sequence[Filling]) -> frozenset[int]:
    """The places of the words of `line` through which a row of dashes runs.

    `between` tells what fills the blank behind each word but the last: where the blanks about a word are open, its
    letters must be such as leave the row open.
    """
    if line.slanted or line.em < SMALLEST_EM:
        return frozenset()
    return frozenset(
        place
        for place, word in enumerate(line.words)
        if (runs_on(place, between) or open_letters(word.text, bold=is_bold(ink, line, word)) >= _FEWEST_OPEN)
        and _is_dashed(ink, line, word)
    )


def _is_dashed(ink: Mask, line: WrittenLine, word: OcrWord) -> bool:
    x0, _, x1, _ = word.box
    em = line.em
    x0, x1 = max(0, x0), min(ink.shape[1], x1)
    if x1 - x0 < _NARROWEST * em:
        return False
    found = 0
    for row in range(round(line.baseline - _HIGHEST * em), round(line.baseline - _LOWEST * em) + 1):
        top, bottom = row - round(_ABOVE_TO * em), row - round(_ABOVE_FROM * em)
        if top < 0 or row + 2 > ink.shape[0]:
            continue
        level: Mask = np.asarray(ink[row - 1 : row + 2, x0:x1].any(axis=0))
        if level.mean() < _COVERED or ink[top:bottom, x0:x1].any(axis=0).mean() < _ABOVE:
            found = 0
            continue
        found = found + 1 if _has_pitch(level, em) else 0
        if found >= _FEWEST_ROWS:
            return True
    return False


def _has_pitch(level: Mask, em: float) -> bool:
    """Whether there are a pitch and a phase at which every mark is ink from end to end."""
    sums = np.concatenate([[0], np.cumsum(level)])
    width = len(level)
    for pitch in _PITCHES * em:
        half = max(1.5, _HALF_DASH * pitch)
        if (width - 2 * half) / pitch < _FEWEST - 1:
            break
        phases = np.arange(_PHASES) * pitch / _PHASES
        middles = phases[:, None] + np.arange(int(width / pitch) + 1)[None, :] * pitch
        left, right = np.rint(middles - half).astype(int), np.rint(middles + half).astype(int) + 1
        inside = (left >= 0) & (right <= width)
        left, right = np.where(inside, left, 0), np.where(inside, right, 0)
        full = (sums[right] - sums[left] == right - left) | ~inside
        if bool((full.all(axis=1) & (inside.sum(axis=1) >= _FEWEST)).any()):
            return True
    return False
