"""The blanks between the words of a line, which paper leaves open and a strike fills."""

from dataclasses import dataclass

import numpy as np

from schedgraph.parser.reading.scan.engine import Mask
from schedgraph.parser.reading.scan.strokes import LOWEST, Path
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_OPEN = 0.05
"""A blank as narrow as this is open: a strike that ends between two words leaves no more."""
_WIDE = 0.15
"""The narrowest stretch between two words in which a stroke is told from letters that touch."""
_ASIDE = 0.35
"""How far into a word the blank beside it is looked for: a reading's edges of words are no better than that."""
_BODY = 0.62
"""The height of the letters looked at, from just above the baseline."""
_THROUGH = 0.8
"""Share of a blank that a stroke fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Words `first` to `last` of a line with ink in every blank between them; `drawn`: it is a stroke in each."""

    first: int
    last: int
    drawn: bool


def chains(ink: Mask, line: WrittenLine, path: Path) -> list[Chain]:
    """The runs of two and more words that no open blank parts."""
    if line.slanted or len(line.words) < 2:
        return []
    filled = [_filled(ink, line, path, place) for place in range(len(line.words) - 1)]
    found: list[Chain] = []
    first = 0
    for place, state in enumerate([*filled, ""]):
        if state:
            continue
        if place > first:
            drawn = all(each == "stroke" for each in filled[first:place])
            found.append(Chain(first=first, last=place, drawn=drawn))
        first = place + 1
    return found


def _filled(ink: Mask, line: WrittenLine, path: Path, place: int) -> str:
    """What fills the blank behind word `place`: a `stroke` at the path's height, `marks`, or nothing."""
    before, after = line.words[place].box, line.words[place + 1].box
    em = line.em
    left = max(before[0], before[2] - round(_ASIDE * em))
    right = min(after[2], after[0] + round(_ASIDE * em))
    top, bottom = max(0, round(line.baseline - _BODY * em)), max(1, round(line.baseline - LOWEST * em))
    body = ink[top:bottom, left:right]
    if right - left < 3 or body.size == 0:
        return ""
    if _longest(~body.any(axis=0)) >= max(2, _OPEN * em):
        return ""
    at = np.clip(np.arange(left, right) - path.left, 0, len(path.rows) - 1)
    rows, on, thick = path.rows[at], path.inked[at], path.thickness[at]
    clear = int(np.percentile(thick[on], 25) / 2 + 2) if on.any() else 1
    apart = np.abs(np.arange(top, bottom)[:, None] - rows[None, :]) > clear
    free = ~(body & apart).any(axis=0)
    for start, end in _runs(free):
        if end - start >= _WIDE * em and on[start:end].mean() >= _THROUGH:
            return "stroke"
    return "marks"


def _runs(columns: Mask) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], columns.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _longest(columns: Mask) -> int:
    return max((end - start for start, end in _runs(columns)), default=0)
