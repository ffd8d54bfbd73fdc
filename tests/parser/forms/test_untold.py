"""Words about an end that were not understood are kept with the number, and change nothing."""

import pytest

from tests.parser.forms.test_unknown import read


def untold(text: str) -> list[tuple[str | None, str]]:
    return [(each.target, each.words.value) for each in read(text).citations if each.words and each.disputed]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chicago replaced the cards of N1-436-92-1, item 4, years ago.",
        "Chicago calls N1-436-92-1, item 4, void since the move of 1990.",
        "Instead of N1-436-92-1, item 4, the field uses the new manual.",
        "Deletion of N1-436-92-1, item 4: concurred.",
        "The cards of N1-436-92-1, item 4, are inactive unless the agency shows otherwise.",
    ],
)
def test_a_sentence_about_an_end_is_kept(sentence: str) -> None:
    assert untold(f"Note to the field.\n\n{sentence}\n") == [("N1-436-92-001/4", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "N1-436-92-1, item 4, has not been superseded.",
        "N1-436-92-1, item 4, remains in effect until it is replaced.",
        "N1-436-92-1, item 4, will be superseded when the new schedule is approved.",
        "N1-436-92-1, item 4, superseded the old manual.",
        "The old manual was superseded by N1-436-92-1, item 4.",
        "N1-436-92-1, item 4, covers the case files.",
        "N1-436-92-1, item 4, case files. No change.",
        "N1-436-92-1, item 4: destroy when superseded or obsolete",
        "N1-436-92-1, item 4, keeps cards until they are no longer needed.",
    ],
)
def test_what_stands_or_is_newer_or_to_come_is_not(sentence: str) -> None:
    assert untold(f"Note to the field.\n\n{sentence}\n") == []


def test_what_was_understood_is_not_told_again() -> None:
    assert untold("N1-436-92-1, item 4, was superseded by DAA-0436-2012-0001-0002.\n") == []


def test_a_row_of_two_numbers_without_a_heading_is_kept_with_the_first() -> None:
    """Which of the two took the place of the other nobody says."""
    text = "What was replaced in 2012\n\nN1-436-92-1      Case files     DAA-0436-2012-0001\n"
    assert [target for target, _ in untold(text)] == ["N1-436-92-001"]


def test_rows_of_schedules_in_a_document_that_speaks_of_no_end_are_not() -> None:
    text = "What we use\n\nN1-436-92-1      Case files     DAA-0436-2012-0001\n"
    assert untold(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Item 3 went away with the old stations.", "Item 3 went away with the old stations."),
        ("N1-436-92-1, item 3: the stations closed in 1994.", "the stations closed in 1994."),
        ("Item 3, station logs. These were given up in 1994.", "Item 3, station logs. These were given up in 1994."),
        ("Item 3, station logs. These were superseded in 1994.", "Item 3, station logs. These were superseded in 1994."),
        ("N1-436-92-1, item 2   obsolete\nN1-436-92-1, item 3   gone since the move, nothing left\n",
         "gone since the move, nothing left"),
        ("Job N1-436-92-1\n  2   Index cards     Superseded by GRS 5.2, item 020\n  3   Station logs    see the 1994 file\n",
         "Station logs see the 1994 file"),
    ],
)  # fmt: skip
def test_an_item_of_which_something_is_said_that_nobody_understood_is_kept(text: str, words: str) -> None:
    """Its words for an end may be new."""
    found = untold(f"Memorandum\nSubject: N1-436-92-1, its items\n\n{text}\n")
    assert ("N1-436-92-001/3", words) in found


def test_the_paragraphs_of_a_memo_are_no_items() -> None:
    text = "Job N1-436-92-1\n\n1. We looked at the cards.\n2. They went away with the old stations.\n"
    assert untold(text) == []
