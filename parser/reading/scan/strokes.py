"""Ink through words: the best path through the band of a line, and what it says about each word.

A stroke is told from letters by the columns between the letters: they hold ink only where something is drawn
through them. Underlines and rules lie outside the band; a true strike has letter ink above and below it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schedgraph.parser.reading.scan.engine import Mask
from schedgraph.parser.reading.scan.writing import WrittenLine

LOWEST, HIGHEST = 0.10, 0.58
"""The band above the baseline, in em, in which ink through a word is a strike."""
_BLANK, _STEP = -1.6, -0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """What the best path through a word's band found; shares of columns, lengths in em.

    `width`: the word's; `between`: share of the columns without letter ink that the path fills; `blank` how wide
    these columns are together; `longest`: longest unbroken run of ink; `beyond`: how far that run reaches out of the
    word; `run`: its first and last column; `bends`: rows that the path changes a column.
    """

    width: float
    covered: float
    between: float
    blank: float
    longest: float
    beyond: float
    above: float
    below: float
    height: float
    thickness: float
    slope: float
    bends: float
    run: tuple[int, int]

    @property
    def beside(self) -> bool:
        """Whether it is a line below the letters or above them that reaches into the band: no ink on its other side."""
        under = self.below < 0.08 and self.height < 0.16
        # The upper line of a double strike is as high, but the lower one fills every column below it.
        over = self.height > 0.555 and self.below < 0.97
        return under or over


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A path through a line: from column `left` on, its row in each column, and whether there is ink on it."""

    left: int
    rows: NDArray[np.intp]
    inked: Mask
    thickness: NDArray[np.intp]


def trace(ink: Mask, lines: Sequence[WrittenLine]) -> list[Path]:
    """The path through the band of each line that gathers most ink while it bends least."""
    if not lines:
        return []
    height, width = ink.shape
    bands = []
    for line in lines:
        x0, _, x1, _ = line.box
        margin = int(0.6 * line.em)
        left, right = max(0, x0 - margin), min(width, x1 + margin)
        top = min(max(0, round(line.baseline - HIGHEST * line.em)), height - 1)
        bottom = min(max(top + 3, round(line.baseline - LOWEST * line.em)), height)
        bands.append((left, max(right, left + 1), top, max(bottom, top + 1)))
    columns = max(right - left for left, right, _, _ in bands)
    rows = max(bottom - top for _, _, top, bottom in bands)
    gain = np.full((len(lines), rows, columns), -9.0, dtype=np.float32)
    for index, (left, right, top, bottom) in enumerate(bands):
        part = ink[top:bottom, left:right]
        gain[index, : bottom - top, : right - left] = np.where(part, 1.0, _BLANK)
    chosen = _best_rows(gain)
    return [
        _path(ink, chosen[index, : right - left] + top, left, top, bottom)
        for index, (left, right, top, bottom) in enumerate(bands)
    ]


def _best_rows(gain: NDArray[np.float32]) -> NDArray[np.intp]:
    """Dynamic programming over all bands at once; a step to a neighbouring row costs `_STEP`."""
    lines, rows, columns = gain.shape
    came = np.zeros((columns, lines, rows), dtype=np.int8)
    score = gain[:, :, 0].copy()
    outside = np.full((lines, 1), -1e9, dtype=np.float32)
    for column in range(1, columns):
        higher = np.concatenate([outside, score[:, :-1]], axis=1) + _STEP
        lower = np.concatenate([score[:, 1:], outside], axis=1) + _STEP
        best = score
        step = came[column]
        better = higher > best
        best = np.where(better, higher, best)
        step[better] = -1
        better = lower > best
        best = np.where(better, lower, best)
        step[better] = 1
        score = best + gain[:, :, column]
    chosen = np.zeros((lines, columns), dtype=np.intp)
    each = np.arange(lines)
    chosen[:, -1] = score.argmax(axis=1)
    for column in range(columns - 1, 0, -1):
        chosen[:, column - 1] = chosen[:, column] + came[column, each, chosen[:, column]]
    return chosen


def _path(ink: Mask, rows: NDArray[np.intp], left: int, top: int, bottom: int) -> Path:
    height = ink.shape[0]
    at = np.arange(left, left + len(rows))
    rows = np.clip(rows, 0, height - 1)
    inked = ink[rows, at]
    for nudge in (-1, 1):
        beside = np.clip(rows + nudge, 0, height - 1)
        inked = inked | ink[beside, at]
    reach = max(4, bottom - top)
    thickness = np.zeros(len(rows), dtype=np.intp)
    for direction in (-1, 1):
        going = ink[rows, at].copy()
        for step in range(1, reach):
            going &= ink[np.clip(rows + direction * step, 0, height - 1), at]
            thickness += going
    return Path(left=left, rows=rows, inked=inked, thickness=thickness + 1)


def traced(ink: Mask, line: WrittenLine, path: Path) -> list[Traced]:
    """What the path says of each word of the line."""
    return [_traced(ink, line, path, word.box[0], word.box[2]) for word in line.words]


def _traced(ink: Mask, line: WrittenLine, path: Path, x0: int, x1: int) -> Traced:
    em = line.em
    first = max(0, x0 - path.left)
    last = min(len(path.rows), x1 - path.left)
    if last - first < 2:
        return Traced(
            width=0,
            covered=0,
            between=0,
            blank=0,
            longest=0,
            beyond=0,
            above=0,
            below=0,
            height=0,
            thickness=0,
            slope=0,
            bends=0,
            run=(0, 0),
        )
    at = np.arange(path.left + first, path.left + last)
    rows, on = path.rows[first:last], path.inked[first:last]
    thin = path.thickness[first:last][on]
    thickness = float(np.percentile(thin, 25)) if thin.size else 0.0
    clear = int(np.ceil(thickness / 2 + 1.5))
    top, bottom = max(0, int(line.baseline - 0.72 * em)), min(ink.shape[0], int(line.baseline + 0.02 * em))
    strip = ink[top:bottom, at[0] : at[-1] + 1]
    depth = np.arange(top, bottom)[:, None]
    over = (strip & (depth < rows - clear)).any(axis=0)
    under = (strip & (depth > rows + clear)).any(axis=0)
    free = ~(over | under)
    longest, start, end = _longest_run(path.inked, first, last)
    steps = np.polyfit(np.arange(len(rows)), rows, 1)[0] if len(rows) > 2 else 0.0
    return Traced(
        width=(last - first) / em,
        covered=float(on.mean()),
        between=float(on[free].mean()) if free.any() else 0.0,
        blank=float(free.sum() / em),
        longest=longest / em,
        beyond=(max(0, first - start) + max(0, end - last)) / em,
        above=float(over.mean()),
        below=float(under.mean()),
        height=float((line.baseline - np.median(rows)) / em),
        thickness=thickness / em,
        slope=float(np.degrees(np.arctan(steps))),
        run=(path.left + start, path.left + end),
        bends=float(np.abs(np.diff(rows)).sum() / len(rows)),
    )


def _longest_run(inked: Mask, first: int, last: int) -> tuple[int, int, int]:
    """Length within [first, last) of the run that covers most of it, and where the whole run starts and ends."""
    best = (0, first, first)
    at = first
    while at < last:
        if not inked[at]:
            at += 1
            continue
        end = at
        while end < len(inked) and inked[end]:
            end += 1
        start = at
        while start > 0 and inked[start - 1]:
            start -= 1
        within = min(end, last) - at
        if within > best[0]:
            best = (within, start, end)
        at = end
    return best
