"""Ink and paper told apart on uneven, noisy and bilevel pages."""

import cv2
import numpy as np

from schedgraph.parser.reading.scan.components import components
from schedgraph.parser.reading.scan.engine import Gray, Mask

_DARKEST_LIMIT, _LIGHTEST_LIMIT = 110, 190
_STRIPS, _EVERY, _OF_PAPER = 6, 3, 70
"""Paper is looked at in so many strips, in every so many columns; so many percent of a line of type are darker than it."""
_SHADED, _DARKEST_PAPER = 225, 60
_SPECK = 5
"""Pixels that hang together, of which fewer are dirt."""


def even(image: Gray) -> Gray:
    """The page with its paper made white: shadows and highlights go, ink stays."""
    height, width = image.shape
    small = cv2.resize(image, (max(1, width // 4), max(1, height // 4)), interpolation=cv2.INTER_AREA)
    reach = max(3, (min(small.shape) // 60) | 1)
    paper = cv2.morphologyEx(cv2.medianBlur(small, 3), cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.resize(
        cv2.GaussianBlur(paper, (0, 0), reach / 3), (width, height), interpolation=cv2.INTER_LINEAR
    )
    return np.asarray(cv2.divide(image, np.maximum(paper, 40), scale=255), dtype=np.uint8)


def without_folds(level: Gray, widest_rule: int) -> Gray:
    """An evened page that lies straight, without the shadows of folds across it.

    A shadow darkens the paper between the letters of whole lines, too, and is wider than any rule, which is at most
    `widest_rule` pixels thick; `even` cannot tell a narrow one from type.
    """
    result = level
    for part in np.array_split(np.arange(level.shape[1]), _STRIPS):
        strip = level[:, part[0] : part[-1] + 1]
        paper = np.percentile(strip[:, ::_EVERY], _OF_PAPER, axis=1).astype(np.uint8)
        # A closing takes what is dark on fewer rows, such as rules, out of what is taken for paper.
        wide = cv2.morphologyEx(paper[:, None], cv2.MORPH_CLOSE, np.ones((widest_rule + 1, 1), np.uint8))
        shaded = wide[:, 0] < _SHADED
        if not shaded.any():
            continue
        if result is level:
            result = level.copy()
        lit = cv2.divide(
            strip[shaded],
            np.maximum(np.repeat(wide[shaded], strip.shape[1], axis=1), _DARKEST_PAPER),
            scale=255,
        )
        result[shaded, part[0] : part[-1] + 1] = lit
    return result


def ink_of(level: Gray) -> Mask:
    """Where there is ink on an evened page."""
    limit, _ = cv2.threshold(level, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    limit = min(max(limit, _DARKEST_LIMIT), _LIGHTEST_LIMIT)
    ink = (cv2.GaussianBlur(level, (3, 3), 0) < limit).astype(np.uint8)
    parts = components(ink)
    speck = np.concatenate(([False], parts.boxes[:, cv2.CC_STAT_AREA] < _SPECK))
    if speck.any():
        ink[speck[parts.labels]] = 0
    return ink.view(bool)
