"""Notes of which a transcript says that somebody added them: none is lost, whatever they say."""

import pytest

from schedgraph.parser.document import Item
from schedgraph.parser.forms.announced import announced_words
from tests.parser.forms.sf115_text import read_items
from tests.parser.meaning.conftest import passage_of

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


@pytest.mark.parametrize(
    "note",
    [
        "[typed label, added later] Superseded by job / item number:\nN1-95-03-2/4 Date (MM/DD/YYYY): 03/12/2018",
        "[label pasted on] Superseded by job / item number: N1-95-03-2,\nitem 4 Date (MM/DD/YYYY): 03/12/2018",
        "[handwritten] Superseded by job / item number:\nN1-95-03-2/4\nDate (MM/DD/YYYY): 03/12/2018",
    ],
)
def test_an_announced_label_has_its_successor_and_its_date_on_the_next_line(note: str) -> None:
    item = read_items(LINES.replace("{}", note))["1"]
    said = [
        (each.relation, each.target, each.date and each.date.value.isoformat()) for each in item.citations
    ]
    assert said == [("superseded-by", LATER, "2018-03-12")]
    assert not item.annotations


@pytest.mark.parametrize(
    "remark",
    ["typed beside the lined-out text", "typed in the margin beside the crossed-out description", "typed"],
)
def test_what_is_typed_beside_a_struck_item_is_a_note_on_it_and_not_its_words(remark: str) -> None:
    struck = "| 1 | ~~Tour Logs. Destroy when 2 years old.~~ [{}: Item withdrawn by agreement 9/8/99] | | |\n"
    head = TABLE[: TABLE.index("| 1 |")]
    item = read_items(head + struck.replace("{}", remark))["1"]
    assert item.strike == "full"
    assert [each.text.value for each in item.annotations] == ["Item withdrawn by agreement 9/8/99"]


def test_typed_records_are_no_note() -> None:
    item = read_items(LINES.replace("{}", "(typed transcripts)"))["1"]
    assert not item.annotations


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (">>> margin, pencil: OBSOLETE. Not created any more.", "OBSOLETE. Not created any more."),
        ("** handwritten in red: Rescinded by NARA 3/4/2009", "Rescinded by NARA 3/4/2009"),
        ("== pencil note - Obsolete 3/98 ==", "Obsolete 3/98"),
    ],
)
def test_a_note_may_be_led_by_marks_instead_of_brackets(line: str, words: str) -> None:
    announced = announced_words(passage_of(line))
    assert announced is not None and announced.text == words


def test_a_remark_about_the_sheet_that_ends_with_marks_is_no_note() -> None:
    assert announced_words(passage_of("== Pasted on the back of sheet 2 is a slip, typewritten: ==")) is None


@pytest.mark.parametrize("action", ["{withdrawn}", "{disposition not approved}", "[withdrawn]"])
def test_an_action_may_stand_in_brackets_or_braces_behind_the_disposition(action: str) -> None:
    first, *_ = read_items(LINES.format("").replace("2 years old.", f"2 years old. {action}", 1)).values()
    assert first.action_taken is not None and first.action_taken.value == action[1:-1]


@pytest.mark.parametrize(
    "cell",
    [
        "--- N1-95-90-5 item 5 (video only)",
        "N1-95-90-5/5 (in part)",
        "[9: N1-95-90-5, item 5, in part (reports of 2003 and later)]",
    ],
)
def test_a_cell_of_column_9_may_say_which_part_is_meant(cell: str) -> None:
    first, *_ = read_items(LINES.replace("\n\n{}", "\n   {}").format(cell)).values()
    assert [(each.relation, each.target, each.partial) for each in first.citations] == [
        ("supersedes", "N1-095-90-005/5", True)
    ]


@pytest.mark.parametrize(
    "label", ["Superseded job:", "Superseded job number:", "Superseded items:", "Superseded authority:"]
)
def test_a_label_without_by_names_what_the_item_replaces(label: str) -> None:
    """ "Superseded by job" is the nearest label of the other direction."""
    first, *_ = read_items(LINES.format(f"   {label} N1-95-90-5, item 4")).values()
    assert [(each.relation, each.target) for each in first.citations] == [("supersedes", "N1-095-90-005/4")]
