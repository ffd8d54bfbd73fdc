"""The small interface behind which an OCR engine sits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]
"""A page in grey, rows by columns; 0 is black."""

Mask = NDArray[np.bool_]
"""The same page as ink or no ink."""

Box = tuple[int, int, int, int]
"""x0, top, x1, bottom in pixels; the last two just outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OcrWord:
    """Characters without white space, in pixels of the image that was read.

    `line` counts the lines of the reading; `tilt` is the line's angle in degrees, clockwise positive, in an
    image that is otherwise upright.
    """

    text: str
    box: Box
    confidence: float
    line: int
    tilt: float = 0.0


class Engine(Protocol):
    """Reads words from an image."""

    name: str

    def read(self, image: Gray, dpi: int, lines: Sequence[Box] = ()) -> tuple[OcrWord, ...]:
        """The words of `image`; where `lines` are given and the engine can, of these lines alone.

        `OcrWord.line` is then the index into `lines`.
        """
        ...
