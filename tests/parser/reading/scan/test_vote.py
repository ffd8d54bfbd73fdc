"""Two readings of a line, one vote."""

from dataclasses import replace

import pytest

pytest.importorskip("numpy", reason="the extra `scan` is not installed")

from schedgraph.parser.reading.scan.engine import OcrWord
from schedgraph.parser.reading.scan.known import as_known, unbarred
from schedgraph.parser.reading.scan.vote import Voted, outvoted, vote


def line(text: str, confidence: float = 0.98) -> list[OcrWord]:
    words, x = [], 0
    for part in text.split():
        words.append(OcrWord(text=part, box=(x, 0, x + 10 * len(part), 12), confidence=confidence, line=0))
        x += 10 * len(part) + 10
    return words


def test_a_number_that_both_readings_have_is_sure() -> None:
    (voted,) = vote(line("N1-567-09-6"), line("N1-567-09-6"))
    assert (voted.word.text, voted.confidence, voted.other) == ("N1-567-09-6", 0.99, None)


def test_a_number_on_which_the_readings_differ_keeps_both_and_is_not_sure() -> None:
    (voted,) = vote(line("N1-567-09-6"), line("N1-561-09-6"))
    assert (voted.word.text, voted.other) == ("N1-567-09-6", "N1-561-09-6")
    assert voted.confidence < 0.9


def test_a_word_that_the_second_reading_missed_is_not_sure() -> None:
    first, second = vote(line("see N1-567-09-6"), line("see"))
    assert first.other is None
    assert second.other == ""
    assert second.confidence < 0.9


def test_blanks_are_those_of_the_second_reading_where_the_characters_agree() -> None:
    voted = vote(line("investigationssuperseded"), line("investigations superseded"))
    assert [each.word.text for each in voted] == ["investigations", "superseded"]


def test_a_number_stays_whole_and_no_word_reaches_into_it_where_the_second_reading_parts_otherwise() -> None:
    first, second = line("to end N1-567-97-19"), line("toend N 1-567-97-19")
    second[0] = replace(second[0], box=(0, 0, 185, 12))
    word, number = (each.word for each in vote(first, second))
    assert (word.text, number.text) == ("toend", "N1-567-97-19")
    assert (word.box[0], word.box[2]) == (first[0].box[0], first[1].box[2])
    assert number.box == first[2].box


def test_hyphens_that_went_with_an_erased_strike_do_not_make_a_number_sure() -> None:
    (voted,) = vote(line("N1-567-09-6"), line("N1 567 09 6"), frozenset({0}))
    assert voted.other is None
    assert voted.confidence == pytest.approx(0.9)


def test_hyphens_missing_without_a_strike_are_a_difference() -> None:
    (voted,) = vote(line("N1-567-09-6"), line("N1 567 09 6"))
    assert voted.other == "N1 567 09 6"


def test_an_e_that_two_readings_without_the_stroke_call_c_is_a_c() -> None:
    (word,) = line("N1-237-91-25/5e(2)")
    found = outvoted(Voted(word=word, confidence=0.7, other="N1-237-91-25/5c(2)"), "N1-237-91-25/5c(2)")
    assert found.word.text == "N1-237-91-25/5c(2)"
    assert found.confidence == pytest.approx(0.7)


def test_a_figure_damaged_by_erasing_its_stroke_outvotes_nothing() -> None:
    (word,) = line("N1-567-94-32")
    found = outvoted(Voted(word=word, confidence=0.7, other="N1-567-91-32"), "N1-567-91-32")
    assert found.word.text == "N1-567-94-32"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("any·medium", "any medium"),
        (".interviews", "interviews"),
        ("NC1-079~76-7", "NC1-079-76-7"),
        ("organizationaI", "organizational"),
    ],
)
def test_specks_that_only_the_first_reading_saw_go_and_are_kept_as_the_other_reading(first, second) -> None:
    voted = vote(line(first), line(second))
    assert " ".join(each.word.text for each in voted) == second
    assert all(each.other == first and each.confidence == 0.9 for each in voted)


def test_a_struck_word_is_mended_where_the_page_has_the_mended_word_elsewhere() -> None:
    struck = Voted(word=line("fiseal")[0], confidence=0.7, other="fiscal")
    assert unbarred(struck, {"fiscal"}).word.text == "fiscal"
    assert unbarred(struck, {"year"}) == struck


def test_a_struck_word_that_the_page_has_elsewhere_keeps_the_letters_that_erasing_would_take() -> None:
    struck = Voted(word=line("each")[0], confidence=0.7, other="cach")
    assert unbarred(struck, {"each", "cach"}) == struck


def test_no_family_of_numbers_begins_with_an_l_where_the_other_reading_has_a_1() -> None:
    (voted,) = vote(line("NCl-85-84-45"), line("NC1-85-84-45"))
    assert (voted.word.text, voted.other) == ("NC1-85-84-45", "NCl-85-84-45")
    assert voted.confidence < 0.95
    (other,) = vote(line("NCl-85-84-45"), line("NC1-85-84-46"))
    assert other.word.text == "NCl-85-84-45"


@pytest.mark.parametrize(
    ("first", "second"), [("year5", "years"), ("ycars", "years"), ("Dcstroy", "Destroy"), ("afler", "after")]
)
def test_a_word_that_nobody_knows_gives_way_to_the_known_word_that_the_other_reading_saw(
    first: str, second: str
) -> None:
    known = {"years", "destroy", "after"}
    found = as_known(Voted(word=line(first)[0], confidence=0.7, other=second), known)
    assert (found.word.text, found.other, found.confidence) == (second, first, 0.7)


def test_a_word_that_both_readings_misread_is_the_one_known_word_that_misreading_explains() -> None:
    known = {"after", "alter", "years"}
    voted = Voted(word=line("Afler")[0], confidence=0.7, other="yoars-atler")
    found = as_known(voted, known - {"alter"})
    assert (found.word.text, found.other) == ("After", "Afler")
    assert as_known(voted, known) == found
    assert as_known(replace(voted, other=None), known).word.text == "Afler"
    assert as_known(replace(voted, word=line("Affer")[0]), {"aster"}).word.text == "Affer"


@pytest.mark.parametrize(("first", "second"), [("after", "aftcr"), ("rcraft", "aircraft"), ("1O5", "for")])
def test_what_is_known_itself_or_is_little_like_the_other_reading_stays(first: str, second: str) -> None:
    voted = Voted(word=line(first)[0], confidence=0.7, other=second)
    assert as_known(voted, {"after", "aircraft", "for"}) == voted


@pytest.mark.parametrize(("read", "meant"), [("whon", "when"), ("yoars", "years"), ("-Destrey", "Destroy")])
def test_a_stroke_hides_the_bar_of_an_e_and_begins_before_the_first_letter(read: str, meant: str) -> None:
    struck = Voted(word=line(read)[0], confidence=0.99)
    assert unbarred(struck, {"when", "years", "destroy"}).word.text == meant
