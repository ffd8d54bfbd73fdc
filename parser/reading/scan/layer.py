"""The text layer of a scan as one of the two readings of its picture."""

from collections.abc import Sequence

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.scan.engine import Box, Gray, OcrWord
from schedgraph.parser.reading.scan.skew import Turn
from schedgraph.parser.reading.word import Word

CONFIDENCE = 0.9
_SAME_LINE = 0.4
_WIDEST_GAP = 2.0


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
