"""Words that a strike glued together: the stroke through a blank is read as a hyphen, or the blank is lost."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.reading.scan.engine import OcrWord
from schedgraph.parser.reading.scan.struck import StruckSpan

# "transfer-N1-567-94-32", "NE=174=40reports", "cut-processing": a number holds no lower-case words.
_GLUED = re.compile(
    r"(?<=[a-z]{2})[-=~](?=[A-Za-z0-9])|(?<=[0-9)])[-=~](?=[a-z]{2})|(?<=[0-9)])(?=[a-z]{3})|(?<=[a-z]{2})(?=[A-Z]{1,3}-?[0-9])"
)


def parted(words: Sequence[OcrWord], spans: Sequence[StruckSpan]) -> list[OcrWord]:
    """The words of a line, those under a strike parted where a word and a number, or two words, were glued."""
    pieces: list[OcrWord] = []
    for word in words:
        touched = any(span.x0 < word.box[2] and span.x1 > word.box[0] for span in spans)
        pieces += _pieces(word) if touched else [word]
    return pieces


def _pieces(word: OcrWord) -> list[OcrWord]:
    cuts = [(match.start(), match.end()) for match in _GLUED.finditer(word.text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(word.text)]
    x0, top, x1, bottom = word.box
    advance = (x1 - x0) / max(1, len(word.text))
    return [
        replace(
            word, text=word.text[a:b], box=(round(x0 + a * advance), top, round(x0 + b * advance), bottom)
        )
        for a, b in zip(starts, ends, strict=True)
        if b > a
    ]
