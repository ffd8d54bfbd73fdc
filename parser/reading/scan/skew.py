"""How far a page is turned, and the way back from the straightened page to the page as it is shown."""

from dataclasses import dataclass

import cv2
import numpy as np

from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.reading.scan.engine import Gray, Mask

FURTHEST = 6.0
"""Degrees to either side that are tried."""
_SEARCH_WIDTH = 900
_PAPER = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A straightened page: the page as shown, turned by `quarters` times 90° and then by `degrees`, both clockwise.

    `width` and `height` are those of the straightened image in pixels.
    """

    degrees: float
    quarters: int
    width: int
    height: int

    def shown(self, box: BoundingBox) -> BoundingBox:
        """The box around `box` (pixels of the straightened page) on the page as it is shown."""
        x0, top, x1, bottom = box
        corners = np.array([[x0, top], [x1, top], [x1, bottom], [x0, bottom]], dtype=float)
        back = cv2.getRotationMatrix2D((self.width / 2, self.height / 2), self.degrees, 1.0)
        points = corners @ back[:, :2].T + back[:, 2]
        x, y = points[:, 0], points[:, 1]
        width, height = self.width, self.height
        for _ in range(self.quarters % 4):
            x, y = y, width - x
            width, height = height, width
        x, y = np.clip(x, 0, width), np.clip(y, 0, height)
        return (float(x.min()), float(y.min()), float(x.max()), float(y.max()))

    def straight(self, box: BoundingBox) -> BoundingBox:
        """Where `box` (pixels of the page as shown) stands on the straightened page.

        Its middle is turned and its size kept: a word that lies level has the box of its letters again.
        """
        x0, top, x1, bottom = box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        wide, high = x1 - x0, bottom - top
        # The page as shown is as wide as the straightened one is high after an odd number of quarters.
        shown_height = self.width if self.quarters % 2 else self.height
        for _ in range(self.quarters % 4):
            x, y = shown_height - y, x
            shown_height = self.height if shown_height == self.width else self.width
            wide, high = high, wide
        back = cv2.getRotationMatrix2D((self.width / 2, self.height / 2), -self.degrees, 1.0)
        x, y = (float(each) for each in back[:, :2] @ np.array([x, y]) + back[:, 2])
        return (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def _sharpness(small: Gray, degrees: float) -> float:
    """How sharply the rows of the turned page part into lines and gaps."""
    height, width = small.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    rows = cv2.warpAffine(small, turn, (width, height)).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def _reduced(ink: Mask) -> Gray:
    height, width = ink.shape
    scale = min(1.0, _SEARCH_WIDTH / max(width, 1))
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    return np.asarray(
        cv2.resize(ink.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA), dtype=np.uint8
    )


def skew_of(ink: Mask) -> float:
    """The angle in degrees by which the lines fall to the right; between -6 and 6."""
    small = _reduced(ink)
    best = 0.0
    for reach, step in ((FURTHEST, 0.5), (0.5, 0.1), (0.1, 0.025)):
        tried = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(tried, key=lambda degrees: _sharpness(small, float(degrees))))
    return max(-FURTHEST, min(FURTHEST, best))


def lies_on_its_side(ink: Mask) -> bool:
    """Whether the lines of writing run up and down."""
    small = _reduced(ink)
    across = max(_sharpness(small, degrees) for degrees in (-2.0, -1.0, 0.0, 1.0, 2.0))
    turned = np.ascontiguousarray(small.T)
    upright = max(_sharpness(turned, degrees) for degrees in (-2.0, -1.0, 0.0, 1.0, 2.0))
    return bool(upright / turned.shape[1] > 1.5 * across / small.shape[1])


def straighten(image: Gray, degrees: float, quarters: int = 0) -> tuple[Gray, Turn]:
    """The page turned by `quarters` times 90° clockwise, then so that lines falling by `degrees` lie level."""
    image = np.ascontiguousarray(np.rot90(image, -quarters))
    height, width = image.shape
    turn = Turn(degrees=-degrees, quarters=quarters, width=width, height=height)
    if abs(degrees) < 0.03:
        return image, Turn(degrees=0.0, quarters=quarters, width=width, height=height)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    level = cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=_PAPER)
    return np.asarray(level, dtype=np.uint8), turn
