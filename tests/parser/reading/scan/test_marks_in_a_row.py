"""Hyphens told cell by cell and dashes by their pitch, on drawn arrays; what strokes make of numbers."""

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

np = pytest.importorskip("numpy", reason="the extra `scan` is not installed")
cv2 = pytest.importorskip("cv2", reason="the extra `scan` is not installed")

from schedgraph.parser.reading.scan import strokes, struck
from schedgraph.parser.reading.scan.barred import named
from schedgraph.parser.reading.scan.cells import hyphenated
from schedgraph.parser.reading.scan.dashes import dashed
from schedgraph.parser.reading.scan.engine import OcrWord
from schedgraph.parser.reading.scan.openings import open_letters
from schedgraph.parser.reading.scan.pieces import pieced
from schedgraph.parser.reading.scan.vote import Voted
from schedgraph.parser.reading.scan.weight import borne_out, ink_of_letters
from schedgraph.parser.reading.scan.writing import WrittenLine

EM, PITCH, LEFT, BASELINE = 30, 18, 40, 100


def typed(text: str, *, hyphens: str = "", height: int = 8, heavy: float = 0):
    """A line typed at one pitch, with a hyphen over each cell that is not blank in `hyphens`."""
    drawing = Image.new("L", (760, 160), 255)
    pen, font = ImageDraw.Draw(drawing), ImageFont.load_default(EM)
    for cell, character in enumerate(text):
        x = LEFT + (cell + 0.5) * PITCH
        pen.text((x, BASELINE), character, font=font, fill=0, anchor="ms", stroke_width=heavy)
        if hyphens[cell : cell + 1].strip():
            pen.line((x - 6, BASELINE - height, x + 6, BASELINE - height), fill=0, width=4)
    return np.array(drawing) < 128


def line(text: str) -> WrittenLine:
    words, cell = [], 0
    for part in text.split(" "):
        box = (LEFT + cell * PITCH + 2, BASELINE - 24, LEFT + (cell + len(part)) * PITCH - 2, BASELINE + 8)
        words.append(OcrWord(text=part, box=box, confidence=0.9, line=0))
        cell += len(part) + 1
    return WrittenLine(words=tuple(words), baseline=BASELINE, em=EM)


def below(above: WrittenLine, rows: int) -> WrittenLine:
    words = tuple(
        replace(word, box=(word.box[0], word.box[1] + rows, word.box[2], word.box[3] + rows))
        for word in above.words
    )
    return replace(above, words=words, baseline=above.baseline + rows)


def test_hyphens_typed_over_letters_alone_strike_the_word_and_the_short_one_beside_it() -> None:
    """No blank holds a mark, and the reading saw nothing but an e for an o."""
    text = "destroy training to permanent"
    ink = typed(text, hyphens="        -------- --          ")
    assert hyphenated(ink, line("destroy training te permanent")) == {1, 2}
    assert hyphenated(typed(text), line(text)) == frozenset()


def test_a_row_of_ink_along_the_tops_of_small_letters_is_no_row_of_hyphens() -> None:
    text = "nurse mourner"
    assert hyphenated(typed(text, hyphens="x" * len(text), height=16), line(text)) == frozenset()


def test_letters_that_hold_a_bar_of_their_own_tell_nothing() -> None:
    text = "eases"
    assert hyphenated(typed(text, hyphens="xxxxx"), line(text)) == frozenset()


def struck_words(ink, text: str) -> list[str]:
    written = line(text)
    (spans,) = struck.struck_spans(ink, [written], strokes.trace(ink, [written]))
    return [
        word.text for word in written.words if any(s.x0 < word.box[2] and word.box[0] < s.x1 for s in spans)
    ]


@pytest.mark.parametrize(("text", "fattened"), [("the map sample tags", 4), ("coats and guides when", 5)])
def test_letters_so_fat_that_they_fill_any_pitch_are_not_struck(text: str, fattened: int) -> None:
    """The blanks beside them are open."""
    ink = cv2.dilate(typed(text).astype(np.uint8), np.ones((2, fattened), np.uint8)) > 0
    assert dashed(ink, line(text), ["stroke"] * 4)
    assert struck_words(ink, text) == []


def test_hyphens_that_leave_the_blanks_open_strike_words_of_thin_type() -> None:
    ink = typed("destroy training to permanent", hyphens="        -------- --          ")
    assert struck_words(ink, "destroy training te permanent") == ["training", "te"]


@pytest.mark.parametrize(("higher", "found"), [(0.05, {0, 1, 2}), (0.2, {0})])
def test_words_behind_a_blank_in_a_row_of_dashes_are_struck_where_they_stand_at_its_height(
    higher: float, found: set[int]
) -> None:
    """A typist leaves a blank now and then; what stands at another height is the next thing."""
    seen = strokes.Traced(
        width=11.0,
        covered=0.9,
        between=0.77,
        blank=2.0,
        longest=1.2,
        beyond=0.0,
        above=0.45,
        below=0.75,
        height=0.28,
        thickness=0.17,
        slope=0.1,
        bends=0.06,
        run=(0, 40),
    )
    widths, places = (200, 100, 100), (0, 220, 330)
    measured = [
        (
            OcrWord(text="word", box=(x, 0, x + width, EM), confidence=0.9, line=0),
            replace(seen, height=0.28 + (higher if x else 0)),
        )
        for x, width in zip(places, widths, strict=True)
    ]
    blank = np.zeros(500, dtype=bool)
    path = strokes.Path(left=0, rows=blank.astype(int), inked=blank, thickness=blank.astype(int))
    assert pieced(measured, path, EM) == found


def test_dashes_through_one_word_are_told_by_their_pitch() -> None:
    ink = typed("destroy training permanent")
    for x in range(LEFT + 8 * PITCH, LEFT + 16 * PITCH, 12):
        ink[BASELINE - 9 : BASELINE - 6, x : x + 8] = True
    assert dashed(ink, line("destroy training permanent"), ["open", "open"]) == {1}


@pytest.mark.parametrize(
    "word", ["Rate", "Based", "Releases", "Legal", "Estate", "and", "latest", "Register"]
)
@pytest.mark.parametrize(("heavy", "fattened"), [(1.5, 1), (1.5, 2), (2, 1)])
def test_bold_letters_that_touch_at_one_height_are_no_marks_and_lighter_type_is_about_them(
    word: str, heavy: float, fattened: int
) -> None:
    """Their crossbars and serifs make a row, and few of them would leave the place of a hyphen open."""
    title, text = f"{word} to", "destroy when no longer needed"
    ink = cv2.dilate(typed(title, heavy=heavy).astype(np.uint8), np.ones((1, fattened), np.uint8)) > 0
    page = np.vstack([ink, typed(text)])
    lines = [line(title), below(line(text), len(ink))]
    assert struck.struck_spans(page, lines, strokes.trace(page, lines)) == [[], []]


def test_an_open_letter_is_one_without_ink_where_a_hyphen_would_be() -> None:
    assert open_letters("Nomination", bold=True) == 4
    assert open_letters("Register", bold=True) == 0
    assert open_letters("Register", bold=False) == 3


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("NG1-237-81-4", "NC1-237-81-4"),
        ("NH-64-97-56/5b(2)", "N1-64-97-56/5b(2)"),
        ("NE-472-5", "NC-172-5"),
        ("ĐAA-0563-2018-0014", "DAA-0563-2018-0014"),
        ("N1-85-11-4G", "N1-85-11-46"),
        ("NC-178-&", "NC-178-8"),
    ],
)
def test_a_struck_number_has_the_family_that_it_must_have_and_is_not_sure(read: str, meant: str) -> None:
    """Both readings may have read the stroke into the number."""
    word = OcrWord(text=read, box=(0, 0, 9, 9), confidence=0.99, line=0)
    voted = named(Voted(word=word, confidence=0.99), struck=True)
    assert (voted.word.text, voted.other) == (meant, read)
    assert voted.confidence < 0.9


@pytest.mark.parametrize(
    "read", ["N1-412-95-8", "N2-64-1-2", "NC-174-59", "NN-163-1", "GRS-5-2", "A-13-001-4G"]
)
def test_a_number_that_fits_a_family_and_a_number_of_none_stay_as_read(read: str) -> None:
    word = OcrWord(text=read, box=(0, 0, 9, 9), confidence=0.99, line=0)
    assert named(Voted(word=word, confidence=0.99), struck=True) == Voted(word=word, confidence=0.99)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("BAA-0567-2020-0014", "DAA-0567-2020-0014"),
        ("NE1-412-75-57", "NC1-412-75-57"),
        ("NE-178-15", "NC-178-15"),
    ],
)
def test_a_number_that_is_whole_but_for_its_family_has_the_only_one_and_is_not_sure(
    read: str, meant: str
) -> None:
    """A stroke that was not seen may have gone through it."""
    word = OcrWord(text=read, box=(0, 0, 9, 9), confidence=0.99, line=0)
    kept = named(Voted(word=word, confidence=0.99), struck=False)
    assert (kept.word.text, kept.other) == (meant, read)
    assert kept.confidence < 0.9


def test_an_i_in_the_place_of_a_1_is_not_sure_though_both_readings_have_it_and_nothing_is_struck() -> None:
    word = OcrWord(text="NI-237-02-25", box=(0, 0, 9, 9), confidence=0.99, line=0)
    voted = named(Voted(word=word, confidence=0.99), struck=False)
    assert (voted.word.text, voted.other) == ("N1-237-02-25", "NI-237-02-25")
    assert voted.confidence < 0.9
    plain = Voted(word=OcrWord(text="MC-12-34", box=(0, 0, 9, 9), confidence=0.99, line=0), confidence=0.99)
    kept = named(plain, struck=False)
    assert (kept.word.text, kept.other) == ("MC-12-34", None)
    assert kept.confidence < 0.9


@pytest.mark.parametrize(("beside", "told"), [(0.35, {0}), (0.48, set())])
def test_a_word_that_is_as_heavy_as_the_others_of_its_title_bears_no_marks_out(
    beside: float, told: set[int]
) -> None:
    """In a bold title every word holds more ink than those of the page."""
    written = line("Data Systems")
    ink = np.zeros((160, 760), dtype=bool)
    for word, share in zip(written.words, (0.5, beside), strict=True):
        x0, _, x1, _ = word.box
        columns = np.arange(x0, x1)
        ink[:, columns[np.floor((columns + 1) * share) > np.floor(columns * share)]] = True
    assert borne_out({0}, ink, written, ["open"], 0.35, {0}, {}) == told


def test_words_that_are_struck_themselves_tell_nothing_of_a_bold_title() -> None:
    """Hyphens over a whole line leave none of it as light as the page, whether or not each was told by its cells."""
    written = line("Cards based on loans")
    ink = np.zeros((160, 760), dtype=bool)
    for word in written.words:
        columns = np.arange(word.box[0], word.box[2])
        ink[:, columns[np.floor((columns + 1) * 0.45) > np.floor(columns * 0.45)]] = True
    assert borne_out({0}, ink, written, ["open"] * 3, 0.35, {0}, {}) == set()
    assert borne_out({0}, ink, written, ["open"] * 3, 0.35, {0, 1, 2, 3}, {}) == {0}
    assert borne_out({0}, ink, written, ["open", "partly", "letters"], 0.35, {0, 1}, {}) == {0}


def test_bold_words_with_open_blanks_are_not_told_by_their_cells() -> None:
    text = "destroy training to permanent"
    ink = typed(text, hyphens="        -------- --          ")
    assert hyphenated(ink, line("destroy training te permanent"), {1}) == frozenset()


def test_the_hyphens_of_a_compound_are_no_row_of_marks_where_it_holds_less_ink_than_the_page() -> None:
    """Unless they go from its first letter to its last: the letters and blanks of a whole line may be lighter, too."""
    text, others = "right-of-way", "destroy when ten years old"
    for hyphens, heavy, told in (
        (" ---------- ", 0, ["right-of-way"]),
        (" ---------- ", 2, []),
        ("------------", 2, ["right-of-way"]),
    ):
        ink = typed(text, hyphens=hyphens)
        page = np.vstack([ink, *[typed(others, heavy=heavy)] * 3])
        lines = [line(text), *(below(line(others), (n + 1) * len(ink)) for n in range(3))]
        spans = struck.struck_spans(page, lines, strokes.trace(page, lines))[0]
        told_of = [w.text for w in lines[0].words if any(s.x0 < w.box[2] and w.box[0] < s.x1 for s in spans)]
        assert told_of == told


@pytest.mark.parametrize(("usual", "told"), [(0.30, {0}), (0.35, set()), (None, set())])
def test_a_word_is_held_against_the_ink_of_its_own_letters(usual: float | None, told: set[int]) -> None:
    """An i, l or t holds half the ink of an m: typed over, a word of them is no heavier than others of the page."""
    written = line("little Files")
    ink = np.zeros((160, 760), dtype=bool)
    x0, _, x1, _ = written.words[0].box
    columns = np.arange(x0, x1)
    ink[:, columns[np.floor((columns + 1) * 0.34) > np.floor(columns * 0.34)]] = True
    letters = dict.fromkeys("lite", usual) if usual else {}
    assert borne_out({0}, ink, written, ["open"], 0.35, {0}, letters) == told


def test_the_ink_of_a_letter_is_known_where_the_page_has_it_often() -> None:
    text = "little table title billet lottery"
    known = ink_of_letters(typed(text), [line(text)])
    assert {"l", "t"} <= set(known)
    assert "y" not in known
    assert all(0 < share < 1 for share in known.values())


def test_a_short_word_whose_letters_have_bars_goes_with_the_words_beside_it() -> None:
    """The c of "case" is read as e where a hyphen goes through it, and no open letter is left."""
    text = "output case training"
    ink = typed(text, hyphens="-" * len("output") + " ---- " + "-" * len("training"))
    assert 1 in hyphenated(ink, line("output ease training"))
