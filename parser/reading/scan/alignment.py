"""The words of a text layer moved onto the ink that they stand for.

Programs that write a layer line by line stretch another typeface over each line of the picture: its ends are right,
and the blanks between the words fall into letters.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from schedgraph.parser.reading.scan.engine import Mask
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_ABOVE, _BELOW = 0.72, 0.22
_ASIDE = 0.5
"""How far the ends of a line may lie beside its ink."""
_NARROWEST = 0.1
"""The narrowest blank between two words of print."""
_ASTRAY = 0.2
"""How much wider a blank must be for each em that it lies farther from where the layer has one."""
_HYPHEN = (0.08, 0.38)
"""Above the baseline, where the ink of a typed hyphen lies; the arches of small letters are higher and their feet lower."""
_AS_WIDE, _LETTER = 1.3, 0.5
"""How many times as wide as its layer has it a word may be, or as narrow, and a letter more or less."""


def aligned(line: WrittenLine, letters: Mask) -> WrittenLine:
    """The line with the edges of its words moved to the blanks of the picture that they are likely to stand for.

    `letters` is the ink without long strokes. Where it shows fewer blanks than the layer has, or words of other widths,
    the line is left as it is.
    """
    if line.slanted or len(line.words) < 2:
        return line
    starts, ends = _stretches(line, letters)
    widths = (starts[1:] - ends[:-1]) / line.em
    middles = (starts[1:] + ends[:-1]) / 2
    meant = np.array([(one.box[2] + other.box[0]) / 2 for one, other in pairwise(line.words)])
    chosen = _chosen(widths, np.abs(middles[None, :] - meant[:, None]) / line.em)
    if not chosen or widths[chosen].min() < _NARROWEST:
        return line
    lefts = [int(starts[0]), *(int(starts[at + 1]) for at in chosen)]
    rights = [*(int(ends[at]) for at in chosen), int(ends[-1])]
    if not all(
        _is_as_wide(word.box[2] - word.box[0], x1 - x0, line.em)
        for word, x0, x1 in zip(line.words, lefts, rights, strict=True)
    ):
        return line
    words = (
        replace(word, box=(x0, word.box[1], x1, word.box[3]))
        for word, x0, x1 in zip(line.words, lefts, rights, strict=True)
    )
    return replace(line, words=tuple(words))


def _is_as_wide(given: int, shown: int, em: float) -> bool:
    return max(given, shown) <= _AS_WIDE * min(given, shown) + _LETTER * em


def _stretches(line: WrittenLine, letters: Mask) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the stretches of ink of a line begin and end.

    A hyphen typed over a blank of the layer is none: beside it there is paper to both sides, and either would be taken
    for the blank.
    """
    x0, _, x1, _ = line.box
    left, right = max(0, round(x0 - _ASIDE * line.em)), round(x1 + _ASIDE * line.em)
    top, bottom = max(0, round(line.baseline - _ABOVE * line.em)), round(line.baseline + _BELOW * line.em)
    body = letters[top : max(top + 1, bottom), left:right]
    low, high = (round(line.baseline - height * line.em) - top for height in _HYPHEN)
    inked: Mask = np.asarray(body.any(axis=0))
    beside_hyphen: Mask = np.asarray(body[: max(0, high)].any(axis=0) | body[max(0, low) :].any(axis=0))
    for one, other in pairwise(line.words):
        blank = slice(max(0, one.box[2] - left), max(0, other.box[0] - left))
        inked[blank] = beside_hyphen[blank]
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inked.astype(np.int8), [0]]))) + left
    return edges[::2], edges[1::2]


def _chosen(widths: NDArray[np.float64], astray: NDArray[np.float64]) -> list[int]:
    """For each blank of a layer one of the picture's, in order: wide ones near by; none where the picture has fewer.

    `astray` tells how far each of the picture's blanks lies from each of the layer's.
    """
    wanted, shown = astray.shape
    if shown < wanted:
        return []
    worth = widths[None, :] - _ASTRAY * astray
    best = np.full((wanted, shown), -np.inf)
    before = np.zeros((wanted, shown), dtype=np.intp)
    best[0] = worth[0]
    for row in range(1, wanted):
        reached, at = -np.inf, 0
        for column in range(1, shown):
            if best[row - 1, column - 1] > reached:
                reached, at = best[row - 1, column - 1], column - 1
            best[row, column], before[row, column] = reached + worth[row, column], at
    chosen = [int(best[-1].argmax())]
    for row in range(wanted - 1, 0, -1):
        chosen.append(int(before[row, chosen[-1]]))
    return chosen[::-1]
