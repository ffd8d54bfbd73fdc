"""What a rule of the form goes through is read without the rule, and is never sure; dirt is no point."""

import pytest

np = pytest.importorskip("numpy", reason="the extra `scan` is not installed")
cv2 = pytest.importorskip("cv2", reason="the extra `scan` is not installed")

from schedgraph.parser.reading.scan import rereading, rules
from schedgraph.parser.reading.scan.engine import OcrWord
from schedgraph.parser.reading.scan.vote import Voted, unruled, vote
from schedgraph.parser.reading.scan.writing import WrittenLine, without_specks


def word(text: str, x0: int, x1: int) -> OcrWord:
    return OcrWord(text=text, box=(x0, 80, x1, 110), confidence=0.9, line=0)


def test_the_strokes_of_a_letter_are_joined_where_a_rule_went_through_it() -> None:
    page = np.full((200, 200), 255, np.uint8)
    cv2.circle(page, (100, 90), 16, 0, 4)
    cv2.line(page, (40, 150), (60, 150), 0, 4)
    letter = page.copy()
    cv2.line(page, (100, 20), (100, 180), 0, 5)
    ink = page < 128
    uprights, upright_ink = rules.upright_strokes(ink, 60, 8)
    cleaned = rereading.without_strokes(page, [], [], [], upright_ink, [])
    assert len(uprights) == 1
    assert (cleaned[30:60, 96:105] > 200).all() and (cleaned[120:180, 96:105] > 200).all()
    assert ((cleaned < 128) != (letter < 128)).sum() < 0.15 * (letter < 128).sum()


def test_a_date_with_a_rule_through_it_is_what_both_readings_without_the_rule_say_and_not_sure() -> None:
    line = WrittenLine(words=(word("Jun.27,19$9", 20, 180),), baseline=105, em=30)

    class Third:
        name = "third"

        def read(self, image, dpi, lines=()):
            return (OcrWord(text="Jun.27,1989", box=lines[0], confidence=0.9, line=0),)

    class Second(Third):
        name = "second"

    rule = rules.Stroke(x0=150, y0=20, x1=150, y1=190, thickness=4)
    page = np.full((200, 220), 255, np.uint8)
    ((read,),) = rereading.weighed([Third(), Second()], page, 200, [line], [[]], [rule])
    assert (read.word.text, read.other) == ("Jun.27,1989", "Jun.27,19$9")
    assert read.confidence <= 0.7
    ((unread,),) = rereading.weighed([Third(), Second()], page, 200, [line], [[]], [])
    assert unread.word.text == "Jun.27,19$9"


def test_a_figure_on_which_the_two_readings_without_the_rule_differ_stays_as_it_was_read() -> None:
    voted = Voted(word=word("19$9", 20, 80), confidence=0.7, other="1949")
    assert unruled(voted, "1989") == voted
    assert unruled(voted, "1949").word.text == "1949"


def test_a_number_parted_from_its_neighbour_stays_so_though_the_second_reading_glues_them() -> None:
    first = [word("NC1-170-80-35", 20, 120), word("National", 124, 180)]
    glued = [word("NC1-170-80-35National", 20, 180)]
    assert [each.word.text for each in vote(first, glued)] == ["NC1-170-80-35", "National"]


def test_a_dot_that_stands_apart_is_dirt_and_one_that_ends_a_word_is_a_point() -> None:
    line = WrittenLine(
        words=(word("DATE", 20, 80), word(".", 110, 113), word("No", 150, 180), word(".", 184, 187)),
        baseline=105,
        em=30,
    )
    (kept,) = without_specks([line])
    assert [each.text for each in kept.words] == ["DATE", "No", "."]
    alone = WrittenLine(words=(word("·", 20, 23),), baseline=105, em=30)
    assert without_specks([alone]) == []
