"""Notes of which a transcript says that they were crossed out again: they end nothing, and are told."""

import pytest

from tests.parser.forms.sf115_text import read_items
from tests.parser.forms.test_crosswalk import ERA, read_schedule
from tests.parser.forms.test_sf115_announced import LATER, items

GONE = [
    '[handwritten, crossed out by the same hand: "superseded by"]',
    "(handwritten, struck out) Obsolete 3/98",
    "[pencilled note, later erased: obsolete 3/98]",
    "Obsolete 3/98 [crossed out in ink]",
]


@pytest.mark.parametrize("note", GONE)
def test_words_that_were_crossed_out_stand_with_that_remark(note: str) -> None:
    for item in items(note):
        assert [each.text.value for each in item.annotations] == [note]
        assert item.action_taken is None
        assert item.citations == ()


@pytest.mark.parametrize(
    "note",
    [
        "[handwritten, crossed out: Superseded by N1-95-03-2/4]",
        "[margin, crossed out in ink: S/S by N1-95-03-2/4]",
        "Superseded by N1-95-03-2/4 (this note was later struck out)",
    ],
)
def test_a_successor_that_was_crossed_out_is_disputed(note: str) -> None:
    for item in items(note):
        assert [(each.relation, each.target, each.disputed) for each in item.citations] == [
            ("superseded-by", LATER, True)
        ]


@pytest.mark.parametrize(
    "note",
    [
        "[handwritten beside the crossed out item: superseded by N1-95-03-2/4]",
        "[crossed out by hand; margin: superseded by N1-95-03-2/4]",
        "[handwritten, number crossed out and written above: S/S by N1-95-03-2/4]",
    ],
)
def test_a_note_beside_what_was_crossed_out_stands(note: str) -> None:
    for item in items(note):
        assert [(each.target, each.disputed) for each in item.citations] == [(LATER, False)]


def test_an_item_whose_own_words_were_crossed_out_is_no_note() -> None:
    (item,) = read_items("1. Tour Logs. Destroy when 2 years old [crossed out].\n").values()
    assert item.annotations == ()


def test_notes_on_an_era_printout_are_taken_back_alike() -> None:
    retention = "Retention Period Destroy 20 year(s) after the emergency.\n"
    note = "[handwritten, crossed out: Superseded by N1-95-03-2/4]"
    (item,) = read_schedule(ERA.replace(retention, f"{retention}{note}\n")).items
    assert [(each.relation, each.target, each.disputed) for each in item.citations] == [
        ("superseded-by", LATER, True)
    ]
    (item,) = read_schedule(ERA.replace(retention, f"{retention}{GONE[0]}\n")).items
    assert ([each.text.value for each in item.annotations], item.citations) == ([GONE[0]], ())
