"""The words of a text layer moved onto the ink that they stand for.

Programs that write a layer line by line stretch another typeface over each line of the picture: its ends are right,
and the blanks between the words fall into letters.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from schedgraph.parser.reading.scan.engine import Mask
from schedgraph.parser.reading.scan.writing import WrittenLine

# Lengths in em.
_ABOVE, _BELOW = 0.72, 0.22
_ASIDE = 0.5
"""How far the ends of a line may lie beside its ink."""
_NARROWEST = 0.18
"""The narrowest blank between two words of print."""
_CLEARLY = 1.3
"""How much wider the narrowest blank between words is than the widest within one."""
_AS_WIDE = 1.8
"""How much wider or narrower a word may be than its layer has it."""


def aligned(line: WrittenLine, letters: Mask) -> WrittenLine:
    """The line with each word over the ink between two blanks, where the picture shows as many words as the layer has.

    `letters` is the ink without long strokes.
    """
    if line.slanted or len(line.words) < 2:
        return line
    pieces = _pieces(line, letters)
    if len(pieces) != len(line.words):
        return line
    for word, (x0, x1) in zip(line.words, pieces, strict=True):
        wide = word.box[2] - word.box[0]
        if not wide <= _AS_WIDE * (x1 - x0) + line.em or not x1 - x0 <= _AS_WIDE * wide + line.em:
            return line
    words = (
        replace(word, box=(x0, word.box[1], x1, word.box[3]))
        for word, (x0, x1) in zip(line.words, pieces, strict=True)
    )
    return replace(line, words=tuple(words))


def _pieces(line: WrittenLine, letters: Mask) -> Sequence[tuple[int, int]]:
    """The stretches of ink between the widest blanks of a line, as many as it has words; none where that is not clear."""
    x0, _, x1, _ = line.box
    left, right = max(0, round(x0 - _ASIDE * line.em)), round(x1 + _ASIDE * line.em)
    top, bottom = max(0, round(line.baseline - _ABOVE * line.em)), round(line.baseline + _BELOW * line.em)
    inked: Mask = np.asarray(letters[top : max(top + 1, bottom), left:right].any(axis=0))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inked.astype(np.int8), [0]]))) + left
    starts, ends = edges[::2], edges[1::2]
    blanks = starts[1:] - ends[:-1]
    parting = len(line.words) - 1
    if len(blanks) < parting:
        return ()
    widest = np.sort(np.argsort(-blanks, kind="stable")[:parting])
    within = np.delete(blanks, widest).max(initial=0)
    if blanks[widest].min() < max(_NARROWEST * line.em, _CLEARLY * within):
        return ()
    return list(
        zip(
            [int(starts[0]), *(int(starts[at + 1]) for at in widest)],
            [*(int(ends[at]) for at in widest), int(ends[-1])],
            strict=True,
        )
    )
