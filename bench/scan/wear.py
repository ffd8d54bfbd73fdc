"""A drawn sheet as a scanner gives it: askew, blurred, noisy, uneven, compressed."""

from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from bench.scan.sheet import Drawn, TrueWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Wear:
    """How a page was scanned."""

    dpi: int = 200
    skew: float = 0.0
    blur: float = 0.6
    noise: float = 8.0
    uneven: float = 0.12
    jpeg: int = 60
    bilevel: bool = False


def scan(drawn: Drawn, wear: Wear, seed: int) -> tuple[NDArray[np.uint8], list[TrueWord]]:
    """The page as a grey image, and its words where they stand on it (points)."""
    rng = np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(drawn.pdf)
    grey = document[0].render(scale=wear.dpi / 72, grayscale=True).to_numpy()
    grey = np.ascontiguousarray(grey.reshape(grey.shape[:2])).astype(np.float32)
    document.close()
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), wear.skew, 1.0)
    grey = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    if wear.blur:
        grey = cv2.GaussianBlur(grey, (0, 0), wear.blur * wear.dpi / 200)
    light = cv2.resize(
        rng.uniform(1 - wear.uneven, 1, (4, 3)).astype(np.float32),
        (width, height),
        interpolation=cv2.INTER_CUBIC,
    )
    paper = grey * 0.86 + 28
    image = paper * light + rng.normal(0, wear.noise, grey.shape)
    page = np.clip(image, 0, 255).astype(np.uint8)
    if wear.bilevel:
        page = np.where(page < 150 * light, 0, 255).astype(np.uint8)
    elif wear.jpeg:
        page = cv2.imdecode(
            cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, wear.jpeg])[1], cv2.IMREAD_GRAYSCALE
        )
    scale = wear.dpi / 72
    moved = []
    for word in drawn.words:
        x0, y0, x1, y1 = (value * scale for value in word.box)
        corners = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]]) @ turn.T / scale
        box = (*corners.min(axis=0), *corners.max(axis=0))
        moved.append(TrueWord(word.text, tuple(map(float, box)), word.strike, word.number, word.aside))
    return page, moved
