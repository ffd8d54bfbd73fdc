"""The lines of a page read again, without its rules and strikes, and both readings weighed."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import groupby, zip_longest

import cv2
import numpy as np

from schedgraph.parser.reading.scan import barred, rules, strokes, struck, vote, writing
from schedgraph.parser.reading.scan.components import components
from schedgraph.parser.reading.scan.engine import Box, Engine, Gray, Mask, OcrWord
from schedgraph.parser.reading.scan.known import as_known, bare, unbarred

_BESIDE, _INK = 3, 140
"""Pixels beside an upright rule in which the strokes of a letter must be seen, and the grey that is ink."""
_USUAL_BLANK = 2.0
"""The widest blank between two words, in em."""


def weighed(
    engines: Sequence[Engine],
    cleaned: Gray,
    dpi: int,
    lines: Sequence[writing.WrittenLine],
    spans: Sequence[Sequence[struck.StruckSpan]],
    uprights: Sequence[rules.Stroke] = (),
) -> list[list[vote.Voted]]:
    """The words of each line by the first of `engines`, which read them, weighed against the second if there is one.

    `cleaned` is the page without rules and strikes; `spans` are the struck stretches of each line, `uprights` the
    page's upright rules.
    """
    first, *rest = engines
    if not rest:
        return [[vote.unconfirmed(word) for word in line.words] for line in lines]
    second = _second_reading(rest[0], cleaned, dpi, lines)
    readings = [
        vote.vote(line.words, seen, _touched(line, through))
        for line, seen, through in zip(lines, second, spans, strict=True)
    ]
    known = usual_words() | {
        bare(voted.word.text)
        for reading, through in zip(readings, spans, strict=True)
        for voted in reading
        if voted.confidence >= vote.AGREED
        and voted.word.text.strip(".,;:()").isalpha()
        and not _is_touched(voted.word, through)
    }
    readings = [
        [
            as_known(unbarred(voted, known) if _is_touched(voted.word, through) else voted, known)
            for voted in reading
        ]
        for reading, through in zip(readings, spans, strict=True)
    ]
    return [
        [barred.named(voted, struck=_is_touched(voted.word, through)) for voted in reading]
        for reading, through in zip(
            _third_reading(first, cleaned, dpi, lines, spans, readings, uprights), spans, strict=True
        )
    ]


@cache
def usual_words() -> frozenset[str]:
    """The words of `vocabulary.txt`."""
    text = files("schedgraph.parser.reading.scan").joinpath("vocabulary.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def without_strokes(
    level: Gray,
    lines: Sequence[writing.WrittenLine],
    paths: Sequence[strokes.Path],
    spans: Sequence[Sequence[struck.StruckSpan]],
    upright_ink: Mask,
    ruled: Sequence[rules.Stroke],
) -> Gray:
    """The page without rules and without the strikes through words."""
    erased = cv2.dilate(upright_ink.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    for stroke in ruled:
        half = int(stroke.thickness / 2 + 2)
        row = int(stroke.y0)
        erased[max(0, row - half) : row + half + 1, int(stroke.x0) : int(stroke.x1)] = True
    for line, path, through in zip(lines, paths, spans, strict=True):
        for span in _without_gaps(through, _USUAL_BLANK * line.em):
            thick = max(1.0, span.strike.thickness * line.em)
            reach = round(0.3 * line.em)
            for at in range(
                max(0, span.x0 - reach - path.left), min(len(path.rows), span.x1 + reach - path.left)
            ):
                if path.inked[at] and path.thickness[at] <= 1.6 * thick + 1:
                    row, half = path.rows[at], int(thick / 2 + 1.5)
                    erased[max(0, row - half) : row + half + 1, path.left + at] = True
    return _bridged(np.where(erased, np.uint8(255), level), level, upright_ink)


def _bridged(cleaned: Gray, level: Gray, upright_ink: Mask) -> Gray:
    """The page with what was erased of letters that an upright rule goes through: ink on both sides of it is joined.

    A rule leaves a letter its left and its right; the strokes between them went with the rule.
    """
    rule = cv2.dilate(upright_ink.astype(np.uint8), np.ones((3, 3), np.uint8))
    joined = cleaned.copy()
    for x, y, width, height, _ in components(rule).boxes.tolist():
        if x < _BESIDE or x + width + _BESIDE > level.shape[1]:
            continue
        # Half a line of pixels up or down: strokes of a letter cross the rule aslant.
        left, right = (
            cv2.erode(np.ascontiguousarray(side), np.ones((3, 1), np.uint8)).min(axis=1)
            for side in (
                cleaned[y : y + height, x - _BESIDE : x],
                cleaned[y : y + height, x + width : x + width + _BESIDE],
            )
        )
        across = np.maximum(left, right) < _INK
        joined[y : y + height, x : x + width][across] = np.maximum(left, right)[across][:, None]
    return joined


def _without_gaps(spans: Sequence[struck.StruckSpan], widest: float) -> list[struck.StruckSpan]:
    """The spans of a line, each reaching to the next: a stroke runs through the blanks between words, too."""
    ordered = sorted(spans, key=lambda span: span.x0)
    return [
        replace(span, x1=after.x0) if after and 0 < after.x0 - span.x1 <= widest else span
        for span, after in zip_longest(ordered, ordered[1:])
    ]


def _second_reading(
    engine: Engine, image: Gray, dpi: int, lines: Sequence[writing.WrittenLine]
) -> list[list[OcrWord]]:
    """What the second engine reads on each of the lines."""
    height, width = image.shape
    bands: list[Box] = []
    for line in lines:
        x0, top, x1, bottom = line.box
        if not line.slanted:
            top, bottom = int(line.baseline - 0.95 * line.em), int(line.baseline + 0.38 * line.em)
        side = int(0.35 * line.em)
        bands.append((max(0, x0 - side), max(0, top), min(width, x1 + side), min(height, bottom)))
    second: list[list[OcrWord]] = [[] for _ in lines]
    for index, words in groupby(engine.read(image, dpi, bands), key=lambda word: word.line):
        second[index] += words
    return second


def _third_reading(
    engine: Engine,
    cleaned: Gray,
    dpi: int,
    lines: Sequence[writing.WrittenLine],
    spans: Sequence[Sequence[struck.StruckSpan]],
    readings: list[list[vote.Voted]],
    uprights: Sequence[rules.Stroke],
) -> list[list[vote.Voted]]:
    """The words with figures on which the two readings differ, read once more without the strikes and rules through them."""
    asked = [
        (index, place)
        for index, (reading, through) in enumerate(zip(readings, spans, strict=True))
        for place, voted in enumerate(reading)
        if voted.other
        and any(c.isdigit() for c in voted.word.text)
        and (_is_touched(voted.word, through) or _is_ruled(voted.word, uprights))
    ]
    if not asked:
        return readings
    bands = []
    for index, place in asked:
        x0, _, x1, _ = readings[index][place].word.box
        line = lines[index]
        side = int(0.15 * line.em)
        top, bottom = int(line.baseline - 0.9 * line.em), int(line.baseline + 0.3 * line.em)
        bands.append((max(0, x0 - side), max(0, top), min(cleaned.shape[1], x1 + side), bottom))
    decided = [list(reading) for reading in readings]
    for word in engine.read(cleaned, dpi, bands):
        index, place = asked[word.line]
        before = decided[index][place]
        ruled = not _is_touched(before.word, spans[index])
        decided[index][place] = (vote.unruled if ruled else vote.outvoted)(before, word.text)
    return decided


def _is_ruled(word: OcrWord, uprights: Sequence[rules.Stroke]) -> bool:
    """Whether an upright rule of the form goes through a word: what was typed did not keep to its box."""
    x0, top, x1, bottom = word.box
    return any(
        x0 < rule.x0 < x1 and min(bottom, rule.y1) - max(top, rule.y0) > 0.5 * (bottom - top)
        for rule in uprights
    )


def _touched(line: writing.WrittenLine, spans: Sequence[struck.StruckSpan]) -> frozenset[int]:
    """The words that a strike goes through."""
    return frozenset(place for place, word in enumerate(line.words) if _is_touched(word, spans))


def _is_touched(word: OcrWord, spans: Sequence[struck.StruckSpan]) -> bool:
    return any(span.x0 < word.box[2] and span.x1 > word.box[0] for span in spans)
