"""Page images: grey values from what is given, and a page of a PDF rendered at the density of its image."""

import math
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.reading.scan.engine import Gray

if TYPE_CHECKING:
    import pypdfium2

LEAST_DPI, MOST_DPI = 200, 300
MOST_PIXELS = 16_000_000


def grey(image: Any) -> Gray:
    """A PIL image or an array as grey values, made smaller where it has more pixels than can be read."""
    values = np.asarray(image.convert("L") if hasattr(image, "convert") else image)
    if values.ndim != 2 or values.size == 0:
        message = "the image of a page is empty or not grey; save the page as a grey image"
        raise DocumentError(message)
    if values.dtype != np.uint8:
        values = (
            np.where(values, 255, 0).astype(np.uint8) if values.dtype == bool else values.astype(np.uint8)
        )
    if values.size > MOST_PIXELS:
        scale = math.sqrt(MOST_PIXELS / values.size)
        values = np.asarray(cv2.resize(values, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    return np.ascontiguousarray(values)


def render(page: "pypdfium2.PdfPage") -> Gray:
    """The page as it is shown, at the dpi of its largest image held between 200 and 300, and within 16 MP."""
    width, height = page.get_size()
    dpi = min(max(_image_dpi(page), LEAST_DPI), MOST_DPI)
    dpi = min(dpi, 72 * math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    values = bitmap.to_numpy()
    return np.ascontiguousarray(values.reshape(values.shape[:2]), dtype=np.uint8)


def _image_dpi(page: "pypdfium2.PdfPage") -> float:
    """Pixels per inch of the image that covers most of the page; 0 where there is none."""
    import pypdfium2
    import pypdfium2.raw

    largest, density = 0.0, 0.0
    for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = image.get_bounds()
        area = (right - left) * (top - bottom)
        if area > largest:
            pixels = math.prod(image.get_px_size())
            largest, density = area, 72 * math.sqrt(pixels / area)
    return density
