"""The text layer of a scan as one of the two readings of its picture."""

from collections.abc import Sequence
from itertools import pairwise

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.scan.engine import Box, Gray, Mask, OcrWord
from schedgraph.parser.reading.scan.skew import Turn
from schedgraph.parser.reading.word import Word

CONFIDENCE = 0.9
_SAME_LINE = 0.4
_WIDEST_GAP = 2.0
_NARROWEST_GAP, _BODY = 0.12, 0.55
"""Of the height of a word: a blank that can be looked at, and how much of it letters fill."""
_FEWEST_GAPS, _IN_PLACE = 12, 0.3
"""Blanks that tell, and the share of them in which the picture must be blank, too: 0.8 and more where a layer lies
right, 0.2 and less where it is shifted by a letter."""


class LayerEngine:
    """Gives the words that the PDF has for a picture, at their places on the straightened page.

    `pixels` is the number of pixels to the point, `turn` how the page was straightened.
    """

    name = "text layer"

    def __init__(self, words: Sequence[Word], turn: Turn, pixels: float) -> None:
        self._words = words
        self._turn = turn
        self._pixels = pixels

    def read(self, image: Gray, dpi: int, lines: Sequence[Box] = ()) -> tuple[OcrWord, ...]:
        """All words, line by line; a layer cannot look again at single `lines`."""
        if lines:
            return ()
        placed = sorted(((self._box(word.bbox), word) for word in self._words), key=lambda each: each[0][3])
        rows: list[list[tuple[Box, Word]]] = []
        for box, word in placed:
            if rows and box[3] - rows[-1][-1][0][3] <= _SAME_LINE * (box[3] - box[1]):
                rows[-1].append((box, word))
            else:
                rows.append([(box, word)])
        found: list[OcrWord] = []
        line = -1
        for row in rows:
            row.sort(key=lambda each: each[0][0])
            for place, (box, word) in enumerate(row):
                if place == 0 or box[0] - row[place - 1][0][2] > _WIDEST_GAP * (box[3] - box[1]):
                    line += 1
                tilt = -word.angle if abs(word.angle) > 1.0 else 0.0
                found.append(OcrWord(text=word.text, box=box, confidence=CONFIDENCE, line=line, tilt=tilt))
        return tuple(found)

    def _box(self, bbox: BoundingBox) -> Box:
        x0, top, x1, bottom = (each * self._pixels for each in bbox)
        x0, top, x1, bottom = self._turn.straight((x0, top, x1, bottom))
        return (int(x0), int(top), int(x1) + 1, int(bottom) + 1)


def lies_right(words: Sequence[OcrWord], letters: Mask) -> bool:
    """Whether the blanks between the words of a layer are blank in the picture, whose ink without lines is `letters`."""
    blank = [
        not letters[top:bottom, middle - 1 : middle + 2].any()
        for one, other in pairwise(words)
        if one.line == other.line and not one.tilt
        for tall in (one.box[3] - one.box[1],)
        if other.box[0] - one.box[2] >= _NARROWEST_GAP * tall
        for middle in ((one.box[2] + other.box[0]) // 2,)
        for top, bottom in (
            (max(0, round(one.box[3] - (0.22 + _BODY) * tall)), round(one.box[3] - 0.22 * tall)),
        )
        if bottom > top
    ]
    return len(blank) < _FEWEST_GAPS or sum(blank) >= _IN_PLACE * len(blank)
