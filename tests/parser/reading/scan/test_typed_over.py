"""X's and hyphens typed over words, and ink that no engine reads, on drawn arrays; no OCR."""

import math
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

np = pytest.importorskip("numpy", reason="the extra `scan` is not installed")
cv2 = pytest.importorskip("cv2", reason="the extra `scan` is not installed")

from schedgraph.parser.reading.scan import blanks, rules, strokes, struck, typed_over, unread
from schedgraph.parser.reading.scan.engine import OcrWord
from schedgraph.parser.reading.scan.page import read_page
from schedgraph.parser.reading.scan.writing import WrittenLine

EM, PITCH, LEFT, BASELINE = 30, 18, 40, 100
TEXT = "Destroy when ten years old"


class Reader:
    """An engine that gives the words it is told, surely on a page whose upper edge is dark."""

    name = "told"

    def __init__(self, *words: OcrWord) -> None:
        self.words = words

    def read(self, image, dpi, lines=()):
        if lines:
            return ()
        upright = image[:40].mean() < image[-40:].mean()
        confidence = 0.95 if upright else 0.3
        return tuple(
            OcrWord(text=word.text, box=word.box, confidence=confidence, line=word.line)
            for word in self.words
        )


def typed(text: str = TEXT, mark: str = "", first: int = 0, last: int | None = None):
    """A line typed at one pitch, and marks over its cells from `first` to `last`."""
    drawing = Image.new("L", (700, 200), 255)
    pen, font = ImageDraw.Draw(drawing), ImageFont.load_default(EM)
    for cell, character in enumerate(text):
        x = LEFT + (cell + 0.5) * PITCH
        pen.text((x, BASELINE), character, font=font, fill=0, anchor="ms")
        if not mark or cell < first or cell >= (len(text) if last is None else last):
            continue
        if mark == "x":
            pen.line((x - 6, BASELINE - 13, x + 6, BASELINE), fill=0, width=3)
            pen.line((x + 6, BASELINE - 13, x - 6, BASELINE), fill=0, width=3)
        else:
            pen.line((x - 6, BASELINE - 9, x + 6, BASELINE - 9), fill=0, width=3)
    return np.array(drawing) < 128


def line(*texts: str) -> WrittenLine:
    words, cell = [], 0
    for text in texts:
        x0 = LEFT + cell * PITCH
        box = (x0, BASELINE - 24, x0 + len(text) * PITCH, BASELINE + 8)
        words.append(OcrWord(text=text, box=box, confidence=0.9, line=0))
        cell += len(text) + 1
    return WrittenLine(words=tuple(words), baseline=BASELINE, em=EM)


def struck_texts(ink, written: WrittenLine) -> list[str]:
    (spans,) = struck.struck_spans(ink, [written], strokes.trace(ink, [written]))
    return [
        word.text
        for word in written.words
        if any(span.x0 <= (word.box[0] + word.box[2]) / 2 <= span.x1 for span in spans)
    ]


def test_words_under_typed_crosses_are_struck_and_those_beside_them_are_not() -> None:
    words = line("Destroy", "when", "ten", "years", "old")
    assert struck_texts(typed(mark="x", last=16), words) == ["Destroy", "when", "ten"]
    assert struck_texts(typed(), words) == []


@pytest.mark.parametrize("read", ["5", "§"])
def test_a_figure_under_a_single_x_is_struck(read: str) -> None:
    """One mark is no row of them: the x shows by its diagonals, and by the ink of two characters in one cell."""
    ink = typed("Destroy 5 3 years after close", "x", 8, 9)
    assert struck_texts(ink, line("Destroy", read, "3", "years", "after", "close")) == [read]
    plain = "Destroy 4 8 years after close"
    assert struck_texts(typed(plain), line(*plain.split())) == []


def test_a_figure_under_an_x_is_told_by_the_page_s_other_figures_where_its_letters_are_fat() -> None:
    """On a dark scan words of letters hold nearly as much ink as a figure and an x together; bare figures do not."""
    ink = typed("Destroy 5 3 years after close", "x", 8, 9)
    words = line("Destroy", "5", "3", "years", "after", "close")
    crossed = words.words[1]
    assert typed_over.ink_of_figures(ink, [words]) is None
    bare = typed_over.ink_of_figures(typed("3 4 7 9 3"), [line("3", "4", "7", "9", "3")])
    assert bare is not None
    fat = bare * 2
    assert typed_over.over_a_figure(ink, words, crossed, fat) is None
    assert typed_over.over_a_figure(ink, words, crossed, fat, bare)
    assert typed_over.over_a_figure(ink, words, crossed, fat, fat) is None
    assert typed_over.over_a_figure(ink, words, words.words[2], fat, bare) is None


def test_words_under_typed_hyphens_that_the_reading_joins_are_struck() -> None:
    joined = line("Destrey-when-ten", "years", "old")
    assert struck_texts(typed(mark="-", last=16), joined) == ["Destrey-when-ten"]
    assert struck_texts(typed(), joined) == []


def test_a_row_of_marks_ends_at_a_blank_without_one() -> None:
    (row,) = typed_over.hyphens(typed(mark="-", last=12), line("Destrey-when", "ten", "years", "old"))
    assert row.x1 == pytest.approx(LEFT + 12 * PITCH, abs=PITCH)


def test_dashes_through_words_and_blanks_are_a_strike() -> None:
    ink = typed()
    for x in range(LEFT, LEFT + 12 * PITCH, 10):
        ink[BASELINE - 9 : BASELINE - 6, x : x + 8] = True
    words = line("Destroy", "when", "ten", "years", "old")
    assert struck_texts(ink, words) == ["Destroy", "when"]


def test_an_overtyped_line_that_no_engine_reads_is_kept_as_struck_marks_of_its_length() -> None:
    ink = typed(mark="x")
    elsewhere = OcrWord(text="records", box=(40, 10, 160, 42), confidence=0.9, line=0)
    missed = unread.missed([Reader()], np.where(ink, 0, 255).astype(np.uint8), 200, ink, [elsewhere])
    (word,) = missed.words
    assert set(word.text) == {"x"}
    assert len(word.text) == pytest.approx(len(TEXT), abs=2)
    assert word.confidence <= 0.3
    assert missed.unread == ()


class Unstruck:
    """Reads what stands on a line of an image in which no row is dark from end to end."""

    name = "unstruck"

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, image, dpi, lines=()):
        ((x0, top, x1, bottom),) = lines
        if (image[top:bottom, x0 + 8 : x1 - 8] < 128).mean(axis=1).max() > 0.9:
            return ()
        return (OcrWord(text=self._text, box=lines[0], confidence=0.9, line=0),)


@pytest.mark.parametrize(("second", "kept"), [("2.", ["2."]), ("=", [])])
def test_a_number_that_is_read_only_without_the_stroke_through_it_is_kept_if_all_readings_agree(
    second: str, kept: list[str]
) -> None:
    """A struck item would go to the item before it, for want of its number."""
    page = np.full((200, 400), 255, np.uint8)
    cv2.putText(page, "2.", (112, 110), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2)
    page[101:105, 98:158] = 0
    ink = page < 128
    elsewhere = OcrWord(text="records", box=(200, 20, 330, 46), confidence=0.9, line=0)
    levels, _ = rules.level_strokes(ink, 25, 9)
    readers = [Unstruck("-2."), Unstruck(second)]
    missed = unread.missed(readers, page, 200, ink, [elsewhere], levels)
    assert [word.text for word in missed.words] == kept
    assert bool(missed.unread) is not bool(kept)
    assert unread.missed(readers, page, 200, ink, [elsewhere]).words == ()


def test_the_number_of_a_struck_item_that_looks_like_another_script_is_read_without_the_stroke() -> None:
    """What is left of it above and below the stroke is joined: the stem of a 1 would be in two parts."""
    page = np.full((200, 400), 255, np.uint8)
    page[86:112, 112:116] = 0
    page[109:112, 106:122] = 0
    page[99:103, 98:380] = 0
    seen = OcrWord(text="\u4e2d", box=(98, 80, 130, 116), confidence=0.4, line=0)
    levels, _ = rules.level_strokes(page < 128, 25, 9)

    class Joined(Unstruck):
        def read(self, image, dpi, lines=()):
            return super().read(image, dpi, lines) if (image[86:112, 113:115] < 128).all() else ()

    for readers, kept in (([Joined("1."), Joined("1.-")], ["1."]), ([Joined("1."), Joined("a")], [])):
        missed = unread.missed(readers, page, 200, page < 128, [seen], levels)
        assert [word.text for word in missed.words] == kept
        assert missed.unread == (() if kept else (seen.box,))


def scribbled():
    """A page with a dark upper edge, one word, and a scribble that nobody can read."""
    page = np.full((792, 612), 255, np.uint8)
    page[2:8, 100:500] = 0
    cv2.putText(page, "records", (100, 300), cv2.FONT_HERSHEY_SIMPLEX, 0.5, 0, 2)
    points = [(200 + step, 500 + round(5 * math.sin(step / 4))) for step in range(90)]
    cv2.polylines(page, [np.array(points, np.int32)], isClosed=False, color=0, thickness=2)
    return page


def test_ink_that_is_no_word_raises_a_doubt_that_says_where() -> None:
    word = OcrWord(text="records", box=(100, 288, 160, 302), confidence=0.9, line=0)
    read = read_page(scribbled(), [Reader(word)], number=4, width=612, height=792)
    (doubt,) = read.doubts
    assert doubt.code == "ink-not-read"
    assert "Page 4" in doubt.message
    assert "200 to 292 points from the left" in doubt.message


def test_a_page_on_its_head_is_turned_and_its_words_lie_where_they_are_shown() -> None:
    word = OcrWord(text="records" * 10, box=(100, 288, 160, 302), confidence=0.9, line=0)
    page = np.ascontiguousarray(np.rot90(scribbled(), 2))
    (read,) = read_page(page, [Reader(word)], number=1, width=612, height=792).words
    assert read.upright is not None
    assert read.upright[0] == pytest.approx(100, abs=4)
    assert read.bbox[2] == pytest.approx(512, abs=4)
    assert read.bbox[3] == pytest.approx(504, abs=10)


def test_words_of_a_slanted_stamp_tell_their_angle() -> None:
    stamp = OcrWord(text="INACTIVE", box=(100, 288, 160, 302), confidence=0.95, line=0, tilt=-9.0)

    class Slanted(Reader):
        def read(self, image, dpi, lines=()):
            return () if lines else (stamp,)

    (word,) = read_page(scribbled(), [Slanted()], number=1, width=612, height=792).words
    assert word.angle == 9.0


def test_letters_of_another_script_are_handwriting_and_no_word() -> None:
    words = [
        OcrWord(text=text, box=(0, 0, 9, 9), confidence=0.5, line=0) for text in ("へ~へm", "へ~へ", "a：")
    ]
    assert [word.text for word in unread.scribbles(words)] == ["へ~へ"]


def drawn_through(ink, first: int, last: int):
    """The line with one level stroke from the middle of cell `first` to the end of cell `last`."""
    ink = ink.copy()
    row = BASELINE - 9
    ink[row - 1 : row + 2, LEFT + first * PITCH + 2 : LEFT + (last + 1) * PITCH - 2] = True
    return ink


def test_a_blank_that_ink_fills_joins_the_words_beside_it_and_an_open_one_parts_them() -> None:
    """A strike runs through blanks; the paper between words that are not struck is white."""
    words = line("Destroy", "when", "ten", "years", "old")

    def between(ink) -> list[str]:
        (path,) = strokes.trace(ink, [words])
        return blanks.fillings(ink, words, path)

    assert between(typed()) == ["open"] * 4
    assert between(drawn_through(typed(), 0, 15)) == ["stroke", "stroke", "open", "open"]
    assert "open" not in between(typed(mark="x"))
    (chain,) = blanks.chains(["stroke", "stroke", "open", "open"], ("stroke",))
    assert (chain.first, chain.last, chain.fillings) == (0, 2, ("open", "stroke", "stroke", "open"))


def test_a_strike_that_ends_in_a_blank_does_not_reach_the_next_word() -> None:
    """The stroke goes half way to the word behind it."""
    words = line("Destroy", "when", "ten", "years", "old")
    assert struck_texts(drawn_through(typed(), 0, 15), words) == ["Destroy", "when", "ten"]


@pytest.mark.parametrize(
    ("read", "through"),
    [
        ("Bxuxkaatebooksxinx which chxmistsxakd records", [0, 1, 2]),
        ("a. rexsultsxofxtestsx", [1]),
        ("Tax exemption index, next text and maximum expenditure", []),
        ("Exxon permits", []),
        ("PART XXXVIII OF XXL", []),
    ],
)
def test_x_s_where_english_has_none_are_marks_typed_over_the_words(read: str, through: list[int]) -> None:
    """What lies between two such words was typed over, too."""
    assert sorted(typed_over.read_through(line(*read.split()).words)) == through


def test_a_short_word_beside_one_typed_over_is_struck_where_it_holds_as_much_ink() -> None:
    """Each word was typed over by itself, out of step: three cells are too few to be told by their pitch."""
    words = line("Destroy", "the", "old", "files")
    drawn = Image.fromarray(
        np.where(typed("Destroy the old files", mark="x", last=7), 0, 255).astype(np.uint8)
    )
    pen = ImageDraw.Draw(drawn)
    for x in (LEFT + 8 * PITCH + 4, LEFT + 9 * PITCH + 7, LEFT + 10 * PITCH + 13):
        pen.line((x - 6, BASELINE - 13, x + 6, BASELINE), fill=0, width=5)
        pen.line((x + 6, BASELINE - 13, x - 6, BASELINE), fill=0, width=5)
    assert struck_texts(np.array(drawn) < 128, words) == ["Destroy", "the"]


def test_a_typed_over_line_between_two_that_were_read_is_found_though_their_boxes_reach_into_it() -> None:
    """Lines set close: the boxes that the engine gives the lines above and below cover most of this one."""
    page = typed(mark="x")
    above, below = np.roll(typed(), -28, axis=0), np.roll(typed(), 28, axis=0)
    words = [
        OcrWord(text=TEXT, box=(LEFT, BASELINE - 54, LEFT + 460, BASELINE - 15), confidence=0.9, line=0),
        OcrWord(text=TEXT, box=(LEFT, BASELINE + 2, LEFT + 460, BASELINE + 38), confidence=0.9, line=1),
    ]
    (band,) = unread.unread_bands(page | above | below, words)
    assert band[1] < BASELINE - 10 < band[3]
    assert band[2] - band[0] > 0.8 * len(TEXT) * PITCH
    assert unread.unread_bands(above | below, words) == []


def test_words_behind_others_under_one_stroke_are_found_though_it_joins_them() -> None:
    """The reading ended in the middle of the line: the stroke makes one piece of ink of what was read and what was not."""
    page = typed()
    page[BASELINE - 9 : BASELINE - 5, LEFT : LEFT + len(TEXT) * PITCH] = True
    (band,) = unread.unread_bands(page, line("Destroy", "when", "ten").words)
    assert band[0] == pytest.approx(LEFT + 17 * PITCH, abs=PITCH)
    assert band[2] == pytest.approx(LEFT + len(TEXT) * PITCH, abs=PITCH)
    assert unread.unread_bands(page, line(*TEXT.split()).words) == []


def test_a_stroke_through_words_that_were_read_in_two_parts_is_no_rule_of_the_form() -> None:
    ink = typed()
    ink[BASELINE - 9 : BASELINE - 5, LEFT : LEFT + len(TEXT) * PITCH] = True
    first, second = line(*TEXT.split()).words[:2], line(*TEXT.split()).words[2:]
    reader = Reader(*first, *(replace(word, line=1) for word in second))
    read = read_page(np.where(ink, 0, 255).astype(np.uint8), [reader], number=1, width=252, height=72)
    assert [word.text for word in read.words if word.struck] == TEXT.split()
    assert read.rules == ()


def test_the_feet_of_marks_that_join_are_no_rule_of_the_form() -> None:
    page = typed(mark="x")
    page[BASELINE - 1 : BASELINE + 1, LEFT : LEFT + 400] = True
    page[170:172, LEFT : LEFT + 400] = True
    strokes_of_page, _ = rules.level_strokes(page, 60, 9)
    bare = rules.bare_strokes(page, strokes_of_page, 8)
    assert bare[170, LEFT + 200] and not bare[: BASELINE + 5].any()


def test_words_that_cannot_be_read_for_the_marks_over_them_are_told_with_their_place() -> None:
    page = np.full((792, 612), 255, np.uint8)
    page[200:400] = np.where(typed(mark="x")[:, :612], 0, 255)
    words = [
        OcrWord(text="records of the agency", box=(40, 20, 200, 44), confidence=0.9, line=0),
        OcrWord(text="Dxsxroyxwxexntxn", box=(40, 276, 328, 308), confidence=0.9, line=1),
    ]
    read = read_page(page, [Reader(*words)], number=3, width=612, height=792)
    (doubt,) = [doubt for doubt in read.doubts if doubt.code == "typed-over"]
    assert "Page 3" in doubt.message and "41 to 326 points from the left" in doubt.message
