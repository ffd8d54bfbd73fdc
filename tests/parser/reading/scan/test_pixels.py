"""Skew, strikes, rules and boxes on drawn arrays; no OCR."""

import random

import pytest
from PIL import Image, ImageDraw, ImageFont

np = pytest.importorskip("numpy", reason="the extra `scan` is not installed")
cv2 = pytest.importorskip("cv2", reason="the extra `scan` is not installed")

from schedgraph.parser.reading.scan import boxes, crossed, paper, parting, rules, skew, strokes, struck
from schedgraph.parser.reading.scan.components import components
from schedgraph.parser.reading.scan.engine import OcrWord
from schedgraph.parser.reading.scan.writing import WrittenLine, written_lines

WORDS = ("transfer", "N1-567-94-32", "records", "of", "agency")
EM = 30


def sheet():
    """A white page with one line of typed words, and the words."""
    drawing = Image.new("L", (900, 200), 255)
    pen, font = ImageDraw.Draw(drawing), ImageFont.load_default(EM)
    words, x = [], 40
    for text in WORDS:
        pen.text((x, 100), text, font=font, fill=0, anchor="ls")
        right = x + int(pen.textlength(text, font=font))
        words.append(OcrWord(text=text, box=(x, 76, right, 110), confidence=1.0, line=0))
        x = right + 12
    return np.array(drawing), words


def written_page():
    """A page of lines that differ."""
    drawing = Image.new("L", (850, 1100), 255)
    pen, font = ImageDraw.Draw(drawing), ImageFont.load_default(22)
    pick = random.Random(5)
    for y in range(100, 1000, 32):
        pen.text((80, y), " ".join(pick.choices(WORDS, k=pick.randint(4, 6))), font=font, fill=0, anchor="ls")
    return np.array(drawing)


def struck_texts(image, words):
    ink = image < 128
    _, level = rules.level_strokes(ink, 26, 10)
    lines = written_lines(words, ink & ~level)
    spans = struck.struck_spans(ink, lines, strokes.trace(ink, lines))
    return [
        word.text
        for line, through in zip(lines, spans, strict=True)
        for word in line.words
        if any(span.x0 <= (word.box[0] + word.box[2]) / 2 <= span.x1 for span in through)
    ]


@pytest.mark.parametrize("degrees", [-3.0, -0.7, 0.0, 1.5, 3.0])
def test_a_page_askew_is_straightened_and_boxes_find_their_way_back(degrees: float) -> None:
    page = written_page()
    cv2.rectangle(page, (780, 500), (800, 520), 0, -1)
    turn = cv2.getRotationMatrix2D((425, 550), -degrees, 1.0)
    askew = cv2.warpAffine(page, turn, (850, 1100), borderValue=255)
    found = skew.skew_of(paper.ink_of(askew))
    assert found == pytest.approx(degrees, abs=0.15)
    _, back = skew.straighten(askew, found)
    x0, top, x1, bottom = back.shown((780, 500, 800, 520))
    assert (askew[int(top + bottom) // 2, int(x0 + x1) // 2]) < 60


def test_a_page_on_its_side_is_noticed() -> None:
    page = written_page()
    assert not skew.lies_on_its_side(page < 128)
    assert skew.lies_on_its_side(np.rot90(page < 128))


def test_a_line_through_two_words_strikes_these_two() -> None:
    image, words = sheet()
    cv2.line(image, (words[0].box[0] - 3, 91), (words[1].box[2] + 3, 91), 0, 3)
    assert struck_texts(image, words) == ["transfer", "N1-567-94-32"]


def test_hyphens_of_a_number_are_no_strike() -> None:
    image, words = sheet()
    assert struck_texts(image, words) == []


def test_an_underline_is_no_strike() -> None:
    image, words = sheet()
    cv2.line(image, (words[2].box[0], 105), (words[2].box[2], 105), 0, 2)
    assert struck_texts(image, words) == []


def test_a_rule_above_the_letters_is_no_strike() -> None:
    image, words = sheet()
    cv2.line(image, (0, 66), (899, 66), 0, 2)
    assert struck_texts(image, words) == []


def test_a_cross_over_a_block_strikes_its_words_and_the_frame_of_a_stamp_does_not() -> None:
    block = [
        WrittenLine(
            words=(OcrWord(text="records", box=(100, y - 20, 400, y), confidence=1.0, line=index),),
            baseline=y,
            em=EM,
        )
        for index, y in enumerate((100, 140, 180, 220))
    ]
    diagonal = rules.Stroke(x0=95, y0=80, x1=405, y1=222, thickness=2)
    assert [len(spans) for spans in crossed.crossed_spans(block, [diagonal])] == [1, 1, 1, 1]
    other_side = rules.Stroke(x0=95, y0=110, x1=405, y1=252, thickness=2)
    assert not any(crossed.crossed_spans(block, [diagonal, other_side]))


def test_a_slanted_stroke_with_a_faint_place_is_one_from_end_to_end() -> None:
    """Drawn by hand: its straight parts are found one by one, and the words under its ends are struck, too."""
    drawing = Image.new("L", (900, 400), 255)
    for part in ((50, 60, 400, 150), (425, 157, 850, 268)):
        ImageDraw.Draw(drawing).line(part, fill=0, width=5)
    (stroke,) = rules.slanted_strokes(np.array(drawing) < 128, 160)
    assert (stroke.x0, stroke.x1) == pytest.approx((50, 850), abs=25)


@pytest.mark.parametrize("ticked", [True, False])
def test_a_small_square_is_a_box_ticked_or_not(ticked: bool) -> None:
    image = np.full((200, 200), 255, np.uint8)
    cv2.rectangle(image, (80, 80), (102, 102), 0, 2)
    if ticked:
        cv2.line(image, (76, 76), (106, 106), 0, 2)
        cv2.line(image, (76, 106), (106, 76), 0, 2)
    (box,) = boxes.tick_boxes(image < 128, 200 / 72)
    assert box.ticked is ticked


def test_words_glued_by_a_stroke_are_parted_and_the_number_stays_whole() -> None:
    image, words = sheet()
    joined = OcrWord(
        text="transfer-N1-567-94-32", box=(words[0].box[0], 72, words[1].box[2], 112), confidence=1.0, line=0
    )
    line = WrittenLine(words=(joined,), baseline=100, em=EM)
    strike = struck.Strike(kind="pixels", height=0.3, coverage=1.0, thickness=0.1)
    span = struck.StruckSpan(x0=joined.box[0], x1=joined.box[2], strike=strike)
    parts = parting.parted(line, [span], image < 128).words
    assert [word.text for word in parts] == ["transfer", "N1-567-94-32"]
    assert parts[1].box[0] == pytest.approx(words[1].box[0], abs=6)
    assert parting.parted(line, [], image < 128) == line


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("b-Financial", ["b", "Financial"]),
        ("12-Records", ["12", "Records"]),
        ("X-Ray", ["X-Ray"]),
        ("A-Z", ["A-Z"]),
        ("e-mail", ["e-mail"]),
    ],
)
def test_the_letter_of_a_struck_item_is_parted_from_its_text(glued: str, parts: list[str]) -> None:
    word = OcrWord(text=glued, box=(40, 72, 240, 112), confidence=1.0, line=0)
    strike = struck.Strike(kind="pixels", height=0.3, coverage=1.0, thickness=0.1)
    span = struck.StruckSpan(x0=40, x1=240, strike=strike)
    written = WrittenLine(words=(word,), baseline=100, em=EM)
    blank = np.zeros((200, 300), dtype=bool)
    assert [each.text for each in parting.parted(written, [span], blank).words] == parts


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("afterN1-563-05-6", ["after", "N1-563-05-6"]),
        ("NC1-361-83-8after", ["NC1-361-83-8", "after"]),
        ("N1-64-05-34of", ["N1-64-05-34", "of"]),
        ("DAA-0361-2010-0004records", ["DAA-0361-2010-0004", "records"]),
        ("N1-361-93-12-permanent", ["N1-361-93-12", "permanent"]),
        ("N1-563-97-19/7c(2)schedule", ["N1-563-97-19/7c(2)", "schedule"]),
        ("DISPOSITION:Destroy", ["DISPOSITION:", "Destroy"]),
        ("NC1-170-80-35National", ["NC1-170-80-35", "National"]),
        ("N1-361-09-36-at", ["N1-361-09-36", "at"]),
        ("training.N1-361-10-60", ["training.", "N1-361-10-60"]),
        ("laterNN1681", ["later", "NN1681"]),
        ("DAA-0563-2016-0005-0010NC1-64-82-8", ["DAA-0563-2016-0005-0010", "NC1-64-82-8"]),
        ("and_negatives_with", ["and", "negatives", "with"]),
        ("1.Market", ["1.", "Market"]),
        ("12.Market", ["12.", "Market"]),
        ("U.S.Market", ["U.S.Market"]),
        ("N1-AU-93-8", ["N1-AU-93-8"]),
        ("N1-GRS-92-4", ["N1-GRS-92-4"]),
        ("NC1-NU-77-84", ["NC1-NU-77-84"]),
        ("DAA-GRS-2013-0005-0001", ["DAA-GRS-2013-0005-0001"]),
        ("N1-563-05-6/1a(2)", ["N1-563-05-6/1a(2)"]),
        ("1985-present", ["1985-present"]),
        ("1501-16a", ["1501-16a"]),
    ],
)
def test_no_number_goes_on_as_a_word_though_nothing_is_struck(glued: str, parts: list[str]) -> None:
    """An item's letters, a year before a hyphen and an agency's code are parts of what they stand in."""
    image, words = sheet()
    joined = OcrWord(text=glued, box=(words[0].box[0], 72, words[1].box[2], 112), confidence=1.0, line=0)
    line = WrittenLine(words=(joined,), baseline=100, em=EM)
    assert [word.text for word in parting.numbers_apart(line, image < 128).words] == parts


@pytest.mark.parametrize(
    ("struck_through", "parts"),
    [
        ("N1-237-87-16-", ["N1-237-87-16"]),
        ("DAA-0567-2011-0002-0030-is-delete", ["DAA-0567-2011-0002-0030", "is", "delete"]),
        ("backgroundNe1-85-74-16", ["background", "Ne1-85-74-16"]),
        ("#f-N1-567-06-46", ["#f", "N1-567-06-46"]),
        ("NC-174-52-NH-237-85-21/8c(4)", ["NC-174-52", "NH-237-85-21/8c(4)"]),
        ("NC-172-6-NE4-64-80-16", ["NC-172-6", "NE4-64-80-16"]),
        ("N1-563-89-5+DAA-0567-2020-0018", ["N1-563-89-5+", "DAA-0567-2020-0018"]),
        ("N1-237-87-", ["N1-237-87-"]),
    ],
)
def test_the_stroke_through_a_number_is_read_as_hyphens_about_it(
    struck_through: str, parts: list[str]
) -> None:
    """A number that goes on in the next line keeps its hyphen."""
    image, words = sheet()
    joined = OcrWord(
        text=struck_through, box=(words[0].box[0], 72, words[1].box[2], 112), confidence=1.0, line=0
    )
    line = WrittenLine(words=(joined,), baseline=100, em=EM)
    strike = struck.Strike(kind="pixels", height=0.3, coverage=1.0, thickness=0.1)
    span = struck.StruckSpan(x0=joined.box[0], x1=joined.box[2], strike=strike)
    assert [word.text for word in parting.parted(line, [span], image < 128).words] == parts


def test_parts_of_ink_are_counted_beyond_what_short_labels_hold() -> None:
    specks = np.zeros((800, 1400), dtype=bool)
    specks[::4, ::4] = True
    few, many = components(specks[:40]), components(specks)
    assert (len(few.boxes), len(many.boxes)) == (10 * 350, 200 * 350)
    assert (many.boxes[:, 4] == 1).all()
    assert many.labels[0, 0] == 1
    assert tuple(many.middles[1]) == (4.0, 0.0)
