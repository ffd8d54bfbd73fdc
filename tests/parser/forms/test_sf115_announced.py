"""Notes of which a transcript says that somebody added them: none is lost, whatever they say."""

import pytest

from schedgraph.parser.document import Item
from tests.parser.forms.sf115_text import read_items

TABLE = (
    "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION"
    " | 10. ACTION TAKEN |\n|---|---|---|---|\n"
    "| 1 | Tour Logs. Destroy when 2 years old. {} | | |\n| 2 | Maps. Destroy when 9 years old. | | |\n"
)
LINES = (
    "7. ITEM NO.  8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN\n\n"
    "1. Tour Logs. Destroy when 2 years old.\n\n{}\n\n2. Maps. Destroy when 9 years old.\n"
)
LATER = "N1-095-03-002/4"


def items(note: str) -> list[Item]:
    read = [read_items(form.replace("{}", note)) for form in (TABLE, LINES)]
    assert [list(each) for each in read] == [["1", "2"], ["1", "2"]]
    assert all(not each["2"].annotations and not each["2"].citations for each in read)
    return [each["1"] for each in read]


@pytest.mark.parametrize(
    "note",
    [
        "[handwritten: S/S by N1-95-03-2/4]",
        "[handwritten] Sup. by N1-95-03-2, item 4",
        "[margin: superseded N1-95-03-2/4, 3/4/03]",
        "(in pencil: now N1-95-03-2/4)",
        "[handwritten in red ink: merged into N1-95-03-2, item 4]",
        '[Annotation, hand: "Supers. by N1-95-03-2, item 4, 11/4/97"]',
        "[handwritten: Superseded by N1-95-03-2/4, 3/15/93]",
    ],
)
def test_a_short_form_of_superseded_names_the_successor(note: str) -> None:
    for item in items(note):
        assert [(each.relation, each.target) for each in item.citations] == [("superseded-by", LATER)]
        assert item.annotations == ()


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ('{{handwriting: "Obs."}}', "Obs."),
        ("[handwritten: OBE 5/97]", "OBE 5/97"),
        ("[crossed out by hand; margin: withdrawn per agency 4/2/99]", "withdrawn per agency 4/2/99"),
        ("[handwritten: inactive - records destroyed 1999]", "inactive - records destroyed 1999"),
    ],
)
def test_a_note_without_a_number_is_kept_as_what_was_written(note: str, words: str) -> None:
    for item in items(note):
        assert [each.text.value for each in item.annotations] == [words]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("(handwritten note: see N1-95-03-2/4)", "see N1-95-03-2/4"),
        ("[handwritten: amended by N1-95-03-2, item 4]", "amended by N1-95-03-2, item 4"),
        ("[handwritten: superseded? N1-95-03-2/4]", "superseded? N1-95-03-2/4"),
    ],
)
def test_a_note_whose_number_may_mean_anything_is_cited_and_kept(note: str, words: str) -> None:
    for item in items(note):
        assert [(each.relation, each.target) for each in item.citations] == [("cites", LATER)]
        assert [each.text.value for each in item.annotations] == [words]


def test_a_stamp_told_in_brackets_between_two_items_is_on_the_first() -> None:
    for item in items("[stamp: DISPOSITION NOT APPROVED]"):
        assert item.action_taken
        assert item.action_taken.value == "DISPOSITION NOT APPROVED"


def test_a_note_beside_one_item_that_names_another_is_of_that_one() -> None:
    note = "[handwritten: item 2 superseded by N1-95-03-2/4]"
    for form in (TABLE, LINES):
        read = read_items(form.replace("{}", note))
        assert read["1"].citations == ()
        assert [(each.relation, each.target) for each in read["2"].citations] == [("superseded-by", LATER)]
