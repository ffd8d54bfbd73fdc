"""What the prose of a schedule says of authorities that are not its own; of its own it says nothing here."""

import pytest

from schedgraph.parser.forms.saidofothers import said_of_others
from schedgraph.parser.passage import Passage
from schedgraph.parser.reading.markup import read_markup

SCHEDULE = "NC-174-203"


def said(text: str) -> list[tuple[str | None, str | None, str | None, bool]]:
    """The older authority, the number named, the words and whether they are only told, of each citation."""
    passage = Passage.of(read_markup(text)[0][0].lines)
    return [
        (each.of, each.target, each.words and each.words.value, each.disputed)
        for each in said_of_others(passage, SCHEDULE, (SCHEDULE,))
    ]


def test_an_end_told_in_a_description_is_read() -> None:
    text = "The tapes replaced the cards of Job NN-172-88, item 4, none of which remain; that authority is rescinded."
    assert said(text) == [(None, "NN-172-88/4", "rescinded", False)]


def test_plain_items_are_those_of_the_only_other_schedule_named_before_them() -> None:
    text = "N1-207-84-2: item 1 is obsolete; item 2 was absorbed by N1-207-92-1, item 7."
    assert said(text) == [
        (None, "N1-207-84-002/1", "inactive", False),
        ("N1-207-84-002/2", "N1-207-92-001/7", None, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "This item supersedes NN-172-88, item 4.",
        "Items 3a and 3b of NN-172-88 are superseded by this item.",
        "Formerly under NC1-207-79-2/7. This item supersedes NN-172-88, item 4.",
        "See NN-172-88, item 4. Superseded by NC1-207-79-2, item 7",
        "Destroy when superseded or obsolete. Related files are under NN-172-88, item 4.",
        "NN-172-88, item 4, remains in effect.",
        "NN-172-88, item 4, will be rescinded by NARA.",
        "Replaced 6-3-91, see N1-257-91-2, item 4\n++ The tables were moved to N1-257-91-2, item 9",
        "Items 1 to 3 replace NN-172-88, item 4; item 5 is obsolete.",
    ],
)
def test_what_the_schedule_says_of_itself_is_no_word_about_others(text: str) -> None:
    """Nor is a note beside the number, nor what stands or has not come."""
    assert said(text) == []


def test_what_is_not_understood_is_told() -> None:
    ((of, target, words, disputed),) = said("NN-172-88, item 4, was superseded long ago.")
    assert (of, target, words, disputed) == (
        None,
        "NN-172-88/4",
        "NN-172-88, item 4, was superseded long ago.",
        True,
    )
