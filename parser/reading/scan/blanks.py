"""The blanks between the words of a line, which paper leaves open and a strike fills."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import numpy as np

from schedgraph.parser.reading.scan.engine import Mask
from schedgraph.parser.reading.scan.strokes import LOWEST, Path
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_OPEN = 0.2
"""The narrowest blank that parts two words, and the narrowest paper in one; between typed marks there is less."""
_OPEN_ABOUT = 0.3
"""The same to both sides of a mark in the blank; a dash that was typed between two words has more."""
_MARK = 0.2
_LEAST: dict[str, float] = {"paper": 0.05, "stroke": 0.1}
"""What is narrower is a speck, or the edge of a letter."""
_ASIDE = 0.35
"""How far into a word the blank beside it is looked for: a reading's edges of words are no better than that."""
_BODY = 0.62
"""The height of the letters looked at, from just above the baseline."""

Column = Literal["paper", "stroke", "letter"]
Filling = Literal["open", "partly", "broken", "stroke", "letters"]
"""Paper; a stroke with paper on one side of it, or on both or between two; ink all through; no blank at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Words `first` to `last` of a line without an open blank, and what is in the blanks about each, in order.

    `fillings` has one more than the words: the first stands before the first word.
    """

    first: int
    last: int
    fillings: tuple[Filling, ...]


def fillings(ink: Mask, line: WrittenLine, path: Path) -> list[Filling]:
    """What is in the blank behind each word of a line but the last."""
    if line.slanted:
        return ["open"] * max(0, len(line.words) - 1)
    return [_filling(_blank(ink, line, path, place), line.em) for place in range(len(line.words) - 1)]


def runs_on(place: int, between: Sequence[Filling]) -> bool:
    """Whether a blank beside a word is not open."""
    ends: list[Filling] = ["open", *between, "open"]
    return (ends[place], ends[place + 1]) != ("open", "open")


def chains(found: Sequence[Filling], closed: Collection[Filling]) -> list[Chain]:
    """The runs of two and more words with a blank of the `closed` kinds between each two."""
    ends: list[Filling] = ["open", *found, "open"]
    runs: list[Chain] = []
    first = 0
    for place, filling in enumerate(ends[1:]):
        if filling in closed:
            continue
        if place > first:
            runs.append(Chain(first=first, last=place, fillings=tuple(ends[first : place + 2])))
        first = place + 1
    return runs


def _blank(ink: Mask, line: WrittenLine, path: Path, place: int) -> list[Column]:
    """The columns without letters that are nearest to where word `place` ends and the next begins."""
    before, after = line.words[place].box, line.words[place + 1].box
    columns = _columns(ink, line, path, place)
    middle = (before[2] + after[0]) / 2 - max(before[0], before[2] - round(_ASIDE * line.em))
    stretches: list[tuple[float, list[Column]]] = []
    at = 0
    for letters, group in groupby(columns, key=lambda each: each == "letter"):
        part = list(group)
        if not letters and len(part) > 1:
            stretches.append((max(at - middle, middle - at - len(part), 0.0), part))
        at += len(part)
    return min(stretches, key=lambda each: (each[0], -len(each[1])), default=(0.0, []))[1]


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
    inked: Mask = np.asarray(body.any(axis=0))
    beside: Mask = np.asarray((body & (np.abs(rows - path.rows[at][None, :]) > clear)).any(axis=0))
    return [
        "letter" if tall else "stroke" if dark else "paper" for tall, dark in zip(beside, inked, strict=True)
    ]


def _filling(blank: Sequence[Column], em: float) -> Filling:
    runs = [(kind, len(list(group))) for kind, group in groupby(blank)]
    runs = [(kind, length) for kind, length in runs if length >= max(2, _LEAST[kind] * em)]
    kinds = [kind for kind, _ in runs]
    widest = max((length for kind, length in runs if kind == "paper"), default=0)
    alone = any(
        kinds[at - 1 : at + 2] == ["paper", "stroke", "paper"] and runs[at][1] >= _MARK * em
        for at in range(1, len(runs) - 1)
    )
    if alone and widest < _OPEN_ABOUT * em:
        return "broken"
    if widest >= _OPEN * em:
        return "open"
    if "stroke" not in kinds or len(blank) < _OPEN * em:
        return "letters"
    if "paper" not in kinds:
        return "stroke"
    return "broken" if kinds[0] == kinds[-1] else "partly"
