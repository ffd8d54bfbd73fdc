"""Ink that looks like writing and that no reading touched: words typed over beyond reading, or handwriting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from schedgraph.parser.reading.scan.components import components
from schedgraph.parser.reading.scan.engine import Box, Engine, Gray, Mask, OcrWord
from schedgraph.parser.reading.scan.rules import Stroke
from schedgraph.parser.reading.scan.typed_over import cells_crossed
from schedgraph.parser.reading.scan.writing import written_lines

# Lengths in em of the page's usual type.
_JOINED, _NARROWEST, _LOWEST, _TALLEST = 0.9, 2.2, 0.35, 1.7
_LEAST_INK, _MOST_INK = 0.10, 0.65
_WIDEST = 6.0
"""What is wider and joined is no letter and no signature, but words and the stroke through them."""
_EDGE = 0.2
"""Share of a word's height above and below that another line may reach into."""
_CROSSED = 0.8
"""How much of a place a stroke crosses that goes on beside it."""
_STROKE_READ, _PAPER = "-_~—– ", 255
"""What is left of a stroke beside a word may be read as these."""
_OTHER_SCRIPTS = 0x2E80
_LEGIBLE, _GARBAGE_LIMIT = 0.8, 0.3
"""The confidence from which a line that the detector passed over is believed; that of what was typed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What the first look at a page passed over: words that a second look made out, and places that stay unread."""

    words: tuple[OcrWord, ...]
    unread: tuple[Box, ...]


def scribbles(words: Sequence[OcrWord]) -> tuple[OcrWord, ...]:
    """The words in which the engine, whose models know other scripts, saw none but foreign letters: handwriting."""
    return tuple(
        word
        for word in words
        if any(ord(character) >= _OTHER_SCRIPTS and character.isalpha() for character in word.text)
        and not any(character.isascii() and character.isalnum() for character in word.text)
    )


def missed(
    engines: Sequence[Engine],
    level: Gray,
    dpi: int,
    letters: Mask,
    words: Sequence[OcrWord],
    levels: Sequence[Stroke] = (),
) -> Missed:
    """The bands of ink without words read once more, by the first engine and where it sees nothing by the others.

    What x's are typed over is kept as these x's, hardly trusted: it is struck, and its length tells. What one of the
    level strokes `levels` goes through is read without it, and so are scribbles.
    """
    bands = unread_bands(letters, words)
    seen: list[tuple[str, float]] = [("", 0.0)] * len(bands)
    for engine in engines:
        asked = [index for index, (text, _) in enumerate(seen) if not text]
        if not asked:
            break
        for word in engine.read(level, dpi, [_grown(bands[index], level) for index in asked]):
            text, confidence = seen[asked[word.line]]
            least = min(confidence, word.confidence) if text else word.confidence
            seen[asked[word.line]] = (text + word.text, least)
    found: list[OcrWord] = []
    unread: list[Box] = []
    line = max((word.line for word in words), default=0)
    for band, (text, confidence) in zip(bands, seen, strict=True):
        line += 1
        word = OcrWord(text=text or "x", box=band, confidence=confidence, line=line)
        if cells := cells_crossed(letters, written_lines([word], letters)[0]):
            # Nothing is made out beneath the x's, but how much was struck.
            found.append(replace(word, text="x" * cells, confidence=min(confidence, _GARBAGE_LIMIT)))
        elif confidence >= _LEGIBLE and sum(character.isalnum() for character in text) >= 2:
            found.append(word)
        elif under := _without_stroke(engines, level, dpi, letters, word, levels):
            found.append(under)
        else:
            unread.append(band)
    for word in scribbles(words):
        # A figure with a stroke through it looks like a letter of another script.
        if under := _without_stroke(engines, level, dpi, letters, word, levels):
            found.append(under)
        else:
            unread.append(word.box)
    return Missed(words=tuple(found), unread=tuple(unread))


def _without_stroke(
    engines: Sequence[Engine],
    level: Gray,
    dpi: int,
    letters: Mask,
    band: OcrWord,
    levels: Sequence[Stroke],
) -> OcrWord | None:
    """The word or number of `band`, if all engines read the same where the stroke through its middle is erased."""
    x0, top, x1, bottom = band.box
    reach = (bottom - top) * _EDGE
    through = [
        stroke
        for stroke in levels
        if top + reach <= stroke.y0 <= bottom - reach
        and (
            x0 - reach <= stroke.x0 < stroke.x1 <= x1 + reach
            or min(x1, stroke.x1) - max(x0, stroke.x0) >= _CROSSED * (x1 - x0)
        )
    ]
    if len(through) != 1:
        return None
    half, row = int(through[0].thickness / 2 + 2), int(through[0].y0)
    erased, bare = level.copy(), letters[top:bottom, x0:x1].copy()
    # The strokes of a letter that the stroke crosses go on below it.
    above, below = (erased[row + step, x0:x1].copy() for step in (-half - 1, half + 1))
    erased[row - half : row + half + 1, x0:x1] = np.maximum(above, below)
    bare[max(0, row - half - top) : row + half + 1 - top] = False
    read = [engine.read(erased, dpi, [_grown(band.box, level)]) for engine in engines]
    texts = {"".join(word.text for word in words).strip(_STROKE_READ) for words in read}
    columns = np.flatnonzero(bare.any(axis=0))
    confidence = max((word.confidence for words in read for word in words), default=0.0)
    if len(texts) != 1 or confidence < _LEGIBLE or not columns.size:
        return None
    text = texts.pop()
    if not any(character.isalnum() for character in text):
        return None
    box = (x0 + int(columns[0]), top, x0 + int(columns[-1]) + 1, bottom)
    return replace(band, text=text, box=box, confidence=confidence)


def _grown(band: Box, level: Gray) -> Box:
    """The band with the margin that engines need."""
    x0, top, x1, bottom = band
    grow = max(2, int(0.25 * (bottom - top)))
    height, width = level.shape
    return (max(0, x0 - grow), max(0, top - grow), min(width, x1 + grow), min(height, bottom + grow))


def unread_bands(letters: Mask, words: Sequence[OcrWord]) -> list[Box]:
    """The places of a page, as high as a line of writing and at least two letters wide, that hold ink and no word.

    `letters` is the ink without the form's lines; a tall part of it (a stamp's frame, a signature) is left out.
    """
    if not words:
        return []
    em = _usual_em(words)
    left = _untouched(letters, words, em)
    flat = np.ones((1, max(3, int(_JOINED * em))), np.uint8)
    joined = cv2.morphologyEx(left.astype(np.uint8), cv2.MORPH_CLOSE, flat)
    bands = []
    for x, y, width, height, _ in components(joined).boxes.tolist():
        if width < _NARROWEST * em or not _LOWEST * em <= height <= _TALLEST * em:
            continue
        ink = float(left[y : y + height, x : x + width].mean())
        if _LEAST_INK <= ink <= _MOST_INK:
            bands.append(_as_tall(left, (x, y, x + width, y + height), em))
    return bands


def _untouched(letters: Mask, words: Sequence[OcrWord], em: float) -> Mask:
    """The ink that belongs to no word.

    The boxes of words reach into the lines above and below them: what only hangs into one is not its own, and a
    line between two that were read must not be taken for their edges.
    """
    read, inner = np.zeros_like(letters), np.zeros_like(letters)
    side = int(0.3 * em)
    for word in words:
        x0, top, x1, bottom = word.box
        read[max(0, top - side // 2) : bottom + side // 2, max(0, x0 - side) : x1 + side] = True
        core = int(_EDGE * (bottom - top))
        inner[max(0, top + core) : bottom - core, max(0, x0 - side) : x1 + side] = True
    parts = components(letters)
    across, down = np.rint(parts.middles).astype(int).T
    own = read[np.clip(down, 0, letters.shape[0] - 1), np.clip(across, 0, letters.shape[1] - 1)]
    free = np.concatenate(([False], ~own))
    # A stroke joins all that it goes through, words that were read and words that were not.
    joined = np.concatenate(([False], parts.boxes[:, 2] > _WIDEST * em))
    return np.asarray((free[parts.labels] | (joined[parts.labels] & ~read)) & ~inner, dtype=bool)


def _usual_em(words: Sequence[OcrWord]) -> float:
    return float(np.median([word.box[3] - word.box[1] for word in words])) * 0.85


def _as_tall(ink: Mask, band: Box, em: float) -> Box:
    """The band made as high as the boxes of words are, about its baseline: it may hold small letters alone."""
    x0, top, x1, bottom = band
    rows = ink[top:bottom, x0:x1].sum(axis=1)
    full = np.flatnonzero(rows > 0.5 * rows.max())
    baseline = top + int(full[-1]) + 1
    return (x0, max(0, min(top, round(baseline - 0.8 * em))), x1, max(bottom, round(baseline + 0.2 * em)))
