"""The words of a text layer and the ink that they stand for."""

from itertools import pairwise

import pytest
from PIL import Image, ImageDraw, ImageFont

np = pytest.importorskip("numpy", reason="the extra `scan` is not installed")
pytest.importorskip("cv2", reason="the extra `scan` is not installed")

from schedgraph.parser.reading.scan.alignment import aligned
from schedgraph.parser.reading.scan.blanks import fillings
from schedgraph.parser.reading.scan.engine import Box, OcrWord
from schedgraph.parser.reading.scan.strokes import trace
from schedgraph.parser.reading.scan.struck import struck_spans
from schedgraph.parser.reading.scan.writing import WrittenLine

EM, PITCH, LEFT, BASELINE = 30, 18, 40, 100
TYPED = "Copies of vouchers of witnesses"
FONT = ImageFont.load_default(EM)


def typed(text: str):
    """A line typed at one pitch, whose letters are frames as wide as those of a typewriter."""
    drawing = Image.new("L", (760, 160), 255)
    pen = ImageDraw.Draw(drawing)
    for cell, character in enumerate(text):
        if character != " ":
            x = LEFT + cell * PITCH
            pen.rectangle((x + 2, BASELINE - 15, x + PITCH - 3, BASELINE - 1), outline=0, width=2)
    return np.array(drawing) < 128


def stretched(text: str) -> WrittenLine:
    """The words of `text` set in a typeface of many widths that is stretched from end to end of the typed line."""
    scale = len(text) * PITCH / FONT.getlength(text)
    words = []
    place = 0
    for part in text.split():
        x0 = LEFT + FONT.getlength(text[:place]) * scale
        box = (round(x0), BASELINE - 24, round(x0 + FONT.getlength(part) * scale), BASELINE + 8)
        words.append(OcrWord(text=part, box=box, confidence=0.9, line=0))
        place += len(part) + 1
    return WrittenLine(words=tuple(words), baseline=BASELINE, em=EM)


def beside(box: Box, start: int, length: int) -> float:
    """How far a box lies beside the cells from `start` on."""
    x0, x1 = LEFT + start * PITCH, LEFT + (start + length) * PITCH
    return max(abs(box[0] - x0), abs(box[2] - x1))


def test_words_of_a_layer_in_another_typeface_are_moved_onto_the_ink_of_their_own() -> None:
    given = stretched(TYPED)
    moved = aligned(given, typed(TYPED))
    start = 0
    for before, after in zip(given.words, moved.words, strict=True):
        assert after.text == before.text
        assert beside(after.box, start, len(after.text)) <= PITCH / 2
        start += len(after.text) + 1
    assert any(
        abs(one.box[0] - other.box[0]) > PITCH / 2
        for one, other in zip(given.words, moved.words, strict=True)
    )


def test_hyphens_typed_over_the_blanks_part_no_words_beside_them() -> None:
    """To both sides of each there is paper, as narrow as between two letters."""
    ink = typed(TYPED)
    for cell in (cell for cell, character in enumerate(TYPED) if character == " "):
        x = LEFT + cell * PITCH
        ink[BASELINE - 9 : BASELINE - 6, x + 3 : x + PITCH - 3] = True
    starts = [0, *(cell + 1 for cell, character in enumerate(TYPED) if character == " ")]
    parts = list(zip(starts, TYPED.split(), strict=True))
    boxes = [
        (LEFT + start * PITCH + 2, BASELINE - 24, LEFT + (start + len(part)) * PITCH - 2, BASELINE + 8)
        for start, part in parts
    ]
    words = tuple(
        OcrWord(text=part, box=box, confidence=0.9, line=0)
        for (_, part), box in zip(parts, boxes, strict=True)
    )
    moved = aligned(WrittenLine(words=words, baseline=BASELINE, em=EM), ink)
    assert max(
        beside(word.box, start, len(part)) for word, (start, part) in zip(moved.words, parts, strict=True)
    ) < (PITCH / 4)


@pytest.mark.parametrize(
    "layer", ["Copies of it", "Copies", "Copies of the vouchers of all the witnesses there"]
)
def test_words_stay_where_the_picture_shows_others(layer: str) -> None:
    given = stretched(layer)
    assert aligned(given, typed(TYPED)) == given


@pytest.mark.parametrize(("em", "found"), [(45, "letters"), (EM, "stroke")])
def test_ink_in_a_few_columns_of_a_letter_is_no_stroke_in_a_blank(em: int, found: str) -> None:
    """Where a layer lies beside its words, the blank that it tells of may lie in a letter with a crossbar."""
    ink = typed("moon seen")
    gap = LEFT + 4 * PITCH
    ink[BASELINE - 10 : BASELINE - 7, gap - 3 : gap + 5] = True
    ink[:, gap + 5 : gap + PITCH] = typed("moonsseen")[:, gap + 5 : gap + PITCH]
    ink[BASELINE - 15 : BASELINE, gap + 5 : gap + 7] = True
    boxes = [(LEFT, BASELINE - 24, gap, BASELINE + 8), (gap, BASELINE - 24, LEFT + 9 * PITCH, BASELINE + 8)]
    words = tuple(OcrWord(text="moon", box=box, confidence=0.9, line=0) for box in boxes)
    line = WrittenLine(words=words, baseline=BASELINE, em=em)
    assert fillings(ink, line, trace(ink, [line])[0]) == [found]


def test_the_arches_of_letters_are_no_stroke_through_words_that_lie_beside_their_boxes() -> None:
    """Each edge of a box falls into an h; a stroke would go on between the letters, too."""
    ink = np.zeros((160, 400), dtype=bool)
    wide = 22
    for left in range(LEFT, LEFT + 12 * wide, wide):
        ink[BASELINE - 24 : BASELINE, left : left + 4] = True
        ink[BASELINE - 15 : BASELINE, left + 11 : left + 15] = True
        ink[BASELINE - 15 : BASELINE - 12, left : left + 15] = True
    edges = [LEFT + 3 * wide * word + 8 for word in range(5)]
    boxes = [(x0, BASELINE - 24, x1, BASELINE + 8) for x0, x1 in pairwise(edges)]
    words = tuple(OcrWord(text="hhh", box=box, confidence=0.9, line=0) for box in boxes)
    line = WrittenLine(words=words, baseline=BASELINE, em=EM)
    (path,) = trace(ink, [line])
    assert fillings(ink, line, path) == ["stroke"] * 3
    assert struck_spans(ink, [line], [path]) == [[]]
    ink[BASELINE - 15 : BASELINE - 12, LEFT : LEFT + 12 * wide] = True
    (path,) = trace(ink, [line])
    assert len(struck_spans(ink, [line], [path])[0]) >= 3
