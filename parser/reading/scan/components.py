"""Ink that hangs together, part by part."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """The connected parts of a mask, numbered from 1 in `labels`; 0 is what belongs to none.

    `boxes` has a row for each part, the first for part 1: left, top, width, height and number of pixels; `middles`
    the x and y of its centre.
    """

    labels: NDArray[np.integer[Any]]
    boxes: NDArray[np.int32]
    middles: NDArray[np.float64]


def components(mask: NDArray[Any], connectivity: int = 8) -> Components:
    """The parts of what is not 0 in `mask`, an array of bytes or of truth values."""
    pixels = np.ascontiguousarray(mask).view(np.uint8)
    try:
        # Short labels take a third of the time; a page so full of specks that they do not suffice is told as an error.
        found = cv2.connectedComponentsWithStats(pixels, connectivity=connectivity, ltype=cv2.CV_16U)
    except cv2.error:
        found = cv2.connectedComponentsWithStats(pixels, connectivity=connectivity, ltype=cv2.CV_32S)
    _, labels, stats, middles = found
    return Components(
        labels=np.asarray(labels),
        boxes=np.asarray(stats[1:], dtype=np.int32),
        middles=np.asarray(middles[1:], dtype=np.float64),
    )
