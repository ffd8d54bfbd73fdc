"""Where the lines of writing stand: baseline, em and the exact edges of words, measured on the ink."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from schedgraph.parser.reading.scan.engine import Box, Mask, OcrWord

CAPITAL = 0.66
"""Height of capitals and figures in em; 0.57 to 0.72 in the usual typefaces."""

_DOTS = frozenset(".,·•'`")
_APART = 0.5
"""In em: a point stands nearer to the word that it ends, and leaders stand nearer to each other."""

_IN_ONE_PLACE = 0.6
"""The share of the smaller of two boxes that lies in the other where both hold the same line."""

SLANTED = 3.0
"""Degrees that the lines of a straightened page do not reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLine:
    """Words on one baseline; pixels."""

    words: tuple[OcrWord, ...]
    baseline: float
    em: float

    @property
    def slanted(self) -> bool:
        """Whether the line is no line of the page, as that of a stamp."""
        return abs(self.words[0].tilt) > SLANTED

    @property
    def box(self) -> Box:
        """The box around the words."""
        boxes = [word.box for word in self.words]
        return (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )


def written_lines(words: Iterable[OcrWord], letters: Mask) -> list[WrittenLine]:
    """The lines of a reading, measured on `letters`: the ink without long strokes."""
    lines = []
    for _, group in groupby(words, key=lambda word: word.line):
        members = sorted(group, key=lambda word: word.box[0])
        lines.append(_measured(members, letters))
    return lines


def without_repeats(lines: Iterable[WrittenLine]) -> list[WrittenLine]:
    """The lines without those that were read before: an engine may find the words in the frame of a stamp twice."""
    found: list[WrittenLine] = []
    for line in lines:
        if not any(_is_repeat(line, other) for other in found):
            found.append(line)
    return found


def _is_repeat(line: WrittenLine, other: WrittenLine) -> bool:
    x0, y0 = max(line.box[0], other.box[0]), max(line.box[1], other.box[1])
    x1, y1 = min(line.box[2], other.box[2]), min(line.box[3], other.box[3])
    if x0 >= x1 or y0 >= y1:
        return False
    smaller = min((each[2] - each[0]) * (each[3] - each[1]) for each in (line.box, other.box))
    return (x1 - x0) * (y1 - y0) > _IN_ONE_PLACE * smaller and _letters(line) in _letters(other)


def _letters(line: WrittenLine) -> str:
    return "".join(character for word in line.words for character in word.text if character.isalnum())


def without_specks(lines: Iterable[WrittenLine]) -> list[WrittenLine]:
    """The lines without what is no more than a dot and stands apart from every word: dirt that was read as a point."""
    found = []
    for line in lines:
        words = [word for place, word in enumerate(line.words) if not _is_speck(line, place)]
        if words:
            found.append(replace(line, words=tuple(words)))
    return found


def _is_speck(line: WrittenLine, place: int) -> bool:
    word = line.words[place]
    if word.text not in _DOTS:
        return False
    before = word.box[0] - line.words[place - 1].box[2] if place else line.em
    after = line.words[place + 1].box[0] - word.box[2] if place + 1 < len(line.words) else line.em
    return min(before, after) > _APART * line.em


def _measured(words: Sequence[OcrWord], letters: Mask) -> WrittenLine:
    boxes = [word.box for word in words]
    top, bottom = min(b[1] for b in boxes), max(b[3] for b in boxes)
    tall = float(np.median([b[3] - b[1] for b in boxes]))
    guess = WrittenLine(words=tuple(words), baseline=bottom - 0.2 * tall, em=0.85 * tall)
    if guess.slanted:
        return guess
    left, right = max(0, boxes[0][0]), boxes[-1][2]
    band = letters[max(0, top) : bottom, left:right]
    if not band.any():
        return guess
    inked = band.any(axis=0)
    tops = band.argmax(axis=0)[inked]
    feet = (band.shape[0] - band[::-1].argmax(axis=0))[inked]
    # Most columns of ink end on the baseline, whatever hangs below it or was cut above it.
    ending = np.bincount(feet, minlength=band.shape[0] + 1).astype(float)
    ending[: int(0.5 * tall)] = 0
    ending = np.convolve(ending, np.ones(3), mode="same")
    if not ending.any():
        return guess
    baseline = float(ending.argmax())
    rise = baseline - float(np.percentile(tops[tops < baseline], 6)) if (tops < baseline).any() else 0.0
    em = min(max(rise / CAPITAL, 0.7 * tall), 1.15 * tall)
    exact = WrittenLine(words=tuple(words), baseline=baseline + max(0, top), em=em)
    return replace(exact, words=tuple(_edged(exact, letters)))


def _edged(line: WrittenLine, letters: Mask) -> list[OcrWord]:
    """The words with their left and right edges moved to the blank columns beside their ink."""
    above, below = int(line.baseline - 0.75 * line.em), int(line.baseline + 0.25 * line.em)
    width = letters.shape[1]
    columns: Mask = np.asarray(letters[max(0, above) : max(below, 1)].any(axis=0))
    edged = []
    ordered = list(line.words)
    slack = max(2, int(0.3 * line.em))
    for place, word in enumerate(ordered):
        x0, _, x1, _ = word.box
        before = ordered[place - 1].box[2] if place else x0 - slack
        after = ordered[place + 1].box[0] if place + 1 < len(ordered) else x1 + slack
        x0 = _edge(columns, x0, max(0, (before + x0) // 2 if place else before), -1, slack)
        x1 = _edge(columns, x1 - 1, min(width - 1, (after + x1) // 2), 1, slack) + 1
        if x1 <= x0:
            x0, x1 = word.box[0], word.box[2]
        edged.append(replace(word, box=(x0, max(0, above), x1, below)))
    return edged


def _edge(columns: Mask, at: int, outermost: int, step: int, slack: int) -> int:
    """The last inked column going outwards from `at`, or the first going inwards where `at` is blank."""
    at = min(max(at, 0), len(columns) - 1)
    if columns[at]:
        while at != outermost and 0 <= at + step < len(columns) and columns[at + step]:
            at += step
        return at
    for inwards in range(1, 2 * slack):
        if 0 <= at - step * inwards < len(columns) and columns[at - step * inwards]:
            return at - step * inwards
    return at
