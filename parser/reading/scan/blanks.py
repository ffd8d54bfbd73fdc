"""The blanks between the words of a line, which paper leaves open and a strike fills."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import numpy as np

from schedgraph.parser.reading.scan.engine import Mask
from schedgraph.parser.reading.scan.strokes import LOWEST, Path
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_OPEN = 0.2
"""The narrowest stretch of paper that parts two words; between typed marks there is less."""
_OPEN_ABOUT = 0.3
"""The same to both sides of a mark in the blank; a dash that was typed between two words has more."""
_MARK, _SPECK = 0.2, 0.05
_ASIDE = 0.35
"""How far into a word the blank beside it is looked for: a reading's edges of words are no better than that."""
_BODY = 0.62
"""The height of the letters looked at, from just above the baseline."""

Column = Literal["paper", "stroke", "letter"]
Filling = Literal["open", "partly", "stroke", "letters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Words `first` to `last` of a line without an open blank; in `strokes` of the blanks a stroke is seen."""

    first: int
    last: int
    strokes: int


def chains(ink: Mask, line: WrittenLine, path: Path) -> list[Chain]:
    """The runs of two and more words that no open blank parts."""
    if line.slanted or len(line.words) < 2:
        return []
    fillings = [_filling(_columns(ink, line, path, place), line.em) for place in range(len(line.words) - 1)]
    fillings = ["open" if _ends_here(fillings, place) else filling for place, filling in enumerate(fillings)]
    found: list[Chain] = []
    first = 0
    for place, filling in enumerate([*fillings, "open"]):
        if filling != "open":
            continue
        if place > first:
            found.append(Chain(first=first, last=place, strokes=fillings[first:place].count("stroke")))
        first = place + 1
    return found


def _ends_here(fillings: Sequence[Filling], place: int) -> bool:
    """Whether a blank with paper beside a stroke is the end of it: within one, the next blanks are filled."""
    beside = [fillings[at] for at in (place - 1, place + 1) if 0 <= at < len(fillings)]
    return fillings[place] == "partly" and not (
        len(beside) == 2 and all(each in ("stroke", "letters") for each in beside)
    )


def _columns(ink: Mask, line: WrittenLine, path: Path, place: int) -> list[Column]:
    """What stands in each column about the blank behind word `place`: paper, the path's stroke alone, or a letter."""
    before, after = line.words[place].box, line.words[place + 1].box
    left = max(before[0], before[2] - round(_ASIDE * line.em))
    right = min(after[2], after[0] + round(_ASIDE * line.em))
    top = max(0, round(line.baseline - _BODY * line.em))
    bottom = max(top + 1, round(line.baseline - LOWEST * line.em))
    if right <= left:
        return []
    body = ink[top:bottom, left:right]
    at = np.clip(np.arange(left, right) - path.left, 0, len(path.rows) - 1)
    thick = path.thickness[at][path.inked[at]]
    clear = int(np.percentile(thick, 25) / 2 + 2) if thick.size else 1
    rows = np.arange(top, top + body.shape[0])[:, None]
    beside = (body & (np.abs(rows - path.rows[at][None, :]) > clear)).any(axis=0)
    return [
        "letter" if tall else "stroke" if inked else "paper"
        for tall, inked in zip(beside, body.any(axis=0), strict=True)
    ]


def _filling(columns: Sequence[Column], em: float) -> Filling:
    """Whether the widest stretch without letters is open, crossed by a stroke, or too narrow for a blank.

    `partly`: a stroke with paper on one side alone. It ends in the blank, or it is a typed hyphen among others.
    """
    stretches = [
        list(group) for letters, group in groupby(columns, key=lambda each: each == "letter") if not letters
    ]
    blank = max(stretches, key=len, default=[])
    runs = [(kind, length) for kind, length in _runs(blank) if length >= max(2, _SPECK * em)]
    kinds = [kind for kind, _ in runs]
    widest = max((length for kind, length in runs if kind == "paper"), default=0)
    alone = any(
        kinds[at - 1 : at + 2] == ["paper", "stroke", "paper"] and runs[at][1] >= _MARK * em
        for at in range(1, len(runs) - 1)
    )
    if alone and widest < _OPEN_ABOUT * em:
        return "stroke"
    if widest >= _OPEN * em:
        return "open"
    if "stroke" not in kinds:
        return "letters"
    return "stroke" if kinds[0] == kinds[-1] else "partly"


def _runs(columns: Sequence[Column]) -> list[tuple[Column, int]]:
    return [(kind, len(list(group))) for kind, group in groupby(columns)]
