"""rapidocr: PP-OCRv6 small, whose models come in the package. It reads through strikes."""

import logging
import math
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from schedgraph.parser.reading.scan.engine import Box, Gray, OcrWord

# Detection gains nothing above this side length, and its memory grows with the area.
DETECTION_SIDE = 1280
LONGEST_SIDE = 4000
_LONG_ENOUGH = 4.0
"""Times its height, for a line's slant to be trusted."""


@cache
def _reader() -> Any:
    """The engine with every model named by its file, so that nothing is ever fetched."""
    import rapidocr

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": LONGEST_SIDE,
            "Global.text_score": 0.3,
            "Det.limit_type": "max",
            "Det.limit_side_len": DETECTION_SIDE,
            "Det.model_path": str(_only(models, "*det*.onnx")),
            "Rec.model_path": str(_only(models, "*rec*.onnx")),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


_LATIN = str.maketrans("。，、：；（）！？－", ".,,:;()!?-")
"""Signs of Chinese print, which the model knows too, as those that they are on a form: "a。" opens an item like "a."."""


def _only(folder: Path, pattern: str) -> Path:
    return max(folder.glob(pattern))


def _words(text: str, characters: Sequence[tuple[str, float, Any]]) -> Iterator[tuple[str, list[Any], float]]:
    """The words of a line with the corners of their characters; confidences count the spaces, places do not."""
    text = text.translate(_LATIN)
    confidences = [confidence for _, confidence, _ in characters]
    places = [place for _, _, place in characters]
    seen = 0
    for part in text.split():
        chosen = places[seen : seen + len(part)]
        if len(chosen) == len(part):
            yield part, chosen, min(confidences[seen : seen + len(part)])
        seen += len(part)


class RapidEngine:
    """Reads whole pages, or single lines as one word each."""

    name = "rapidocr"

    def read(self, image: Gray, dpi: int, lines: Sequence[Box] = ()) -> tuple[OcrWord, ...]:
        """Every word that the detector finds; where `lines` are given, what each of them says as one word."""
        colour = np.repeat(image[:, :, None], 3, axis=2)
        if lines:
            return tuple(word for index, box in enumerate(lines) for word in _line(colour, index, box))
        return tuple(_page(colour))


def _line(colour: NDArray[np.uint8], index: int, box: Box) -> Iterator[OcrWord]:
    x0, top, x1, bottom = box
    found = _reader()(np.ascontiguousarray(colour[top:bottom, x0:x1]), use_det=False, return_word_box=False)
    if found.txts and found.txts[0].strip():
        text = "".join(found.txts[0].translate(_LATIN).split())
        yield OcrWord(text=text, box=box, confidence=float(found.scores[0]), line=index)


def _page(colour: NDArray[np.uint8]) -> Iterator[OcrWord]:
    found = _reader()(colour, use_det=True, return_word_box=True, return_single_char_box=True)
    if found.txts is None or found.boxes is None:
        return
    for line, (text, corners, characters) in enumerate(
        zip(found.txts, found.boxes, found.word_results, strict=True)
    ):
        tilt = _tilt(corners)
        for part, places, confidence in _words(text, characters):
            points = np.array(places, dtype=float).reshape(-1, 2)
            left, top = points.min(axis=0)
            right, bottom = points.max(axis=0)
            box = (int(left), int(top), math.ceil(right), math.ceil(bottom))
            yield OcrWord(text=part, box=box, confidence=float(confidence), line=line, tilt=tilt)


def _tilt(corners: Any) -> float:
    """Degrees by which a line falls; 0 for one too short to tell."""
    (x0, y0), (x1, y1), _, (x3, y3) = ((float(x), float(y)) for x, y in corners)
    length, height = math.hypot(x1 - x0, y1 - y0), math.hypot(x3 - x0, y3 - y0)
    return math.degrees(math.atan2(y1 - y0, x1 - x0)) if length >= _LONG_ENOUGH * height else 0.0
