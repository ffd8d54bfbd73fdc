"""Columns 9 and 10 that a transcript gives apart from the items, each cell with the item that it is of."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

HEAD = (
    "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-370-88-2\nDATE RECEIVED 12-7-87\n1. FROM Department of Commerce\n"
    "DATE 5-31-88 ARCHIVIST OF THE UNITED STATES (signed)\n\n7. ITEM NO.   8. DESCRIPTION OF ITEM\n\n"
    "1.  Hydrographic survey sheets.  Permanent.  Offer to NARA in annual accretions.\n\n"
    "2.  Tide station leveling records.  Destroy 75 years after station is closed.\n\n"
    "3.A.  Chart correction cards.  Destroy when 3 years old.\n\n3.B.  Field sheets.  Destroy when 5 years old.\n\n"
)
LISTS = (
    "9. GRS OR SUPERSEDED JOB CITATION\nItem 1:  NC1-370-79-4, item 6\nItem 2:  NC1-370-79-4, item 8\n\n"
    "10. ACTION TAKEN (NARS USE ONLY)\nItem 3.B:  disposal not approved\n"
)
SENTENCES = (
    "9. GRS OR SUPERSEDED JOB CITATION: item 1, NC1-370-79-4/6; item 2,\n   NC1-370-79-4/8.\n"
    "10. ACTION TAKEN: item 3.B., disposition not approved.\n"
)
TABLE = (
    "                 COLUMN 9                   COLUMN 10\n1                NC1-370-79-4, item 6       approved\n"
    "2                NC1-370-79-4, item 8       approved\n3.A              --                         approved\n"
    "3.B              --                         disposition not approved\n"
)


@pytest.mark.parametrize("stated", [LISTS, SENTENCES, TABLE], ids=["lists", "sentences", "table"])
def test_each_cell_goes_to_the_item_that_it_names(stated: str) -> None:
    items = read_items(HEAD + stated + "STANDARD FORM 115 (REV. 8-83)\n")
    assert list(items) == ["1", "2", "3/a", "3/b"]
    assert [[each.target for each in item.citations] for item in items.values()] == [
        ["NC1-370-79-004/6"],
        ["NC1-370-79-004/8"],
        [],
        [],
    ]
    assert {each.relation for item in items.values() for each in item.citations} == {"supersedes"}
    action = items["3/b"].action_taken
    assert action is not None and "not approved" in action.value


def test_a_cell_of_an_item_that_is_not_there_is_told() -> None:
    document = read_text(HEAD + "10. ACTION TAKEN\nItem 9: withdrawn\n")
    assert not any(item.action_taken for item in document.items)
    assert "annotation-unplaced" in {doubt.code for doubt in document.doubts}


def test_the_heads_of_columns_one_under_another_are_no_such_list() -> None:
    items = read_items(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-370-88-2\n7. ITEM NO.\n8. DESCRIPTION OF ITEM\n"
        "9. GRS OR SUPERSEDED JOB CITATION\n10. ACTION TAKEN\n"
        "1. Logs. Destroy when 2 years old.\n2. Cards. Destroy when 1 year old.\n"
    )
    assert list(items) == ["1", "2"]


def test_a_note_in_brackets_over_several_lines_names_its_items() -> None:
    items = read_items(
        HEAD
        + "[Stamped at the foot of the sheet, 9/4/2003: Items 3.A. and 3.B. superseded by\nN1-370-03-2, item 1.]\n"
    )
    assert {path: [each.target for each in item.citations] for path, item in items.items()} == {
        "1": [],
        "2": [],
        "3/a": ["N1-370-03-002/1"],
        "3/b": ["N1-370-03-002/1"],
    }


@pytest.mark.parametrize("sign", ["*", "+", "†"])
def test_footnote_signs_at_item_numbers_are_read_where_they_are_called(sign: str) -> None:
    text = (
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-75-91-2\n1. FROM Department of the Interior\n"
        "DATE 4-25-91 ARCHIVIST OF THE UNITED STATES (signed)\n\n"
        "ITEM  DESCRIPTION AND DISPOSITION       CITATION              ACTION\n"
        "1.*   Tribal enrollment applications.  Permanent.  Offer to NARA.\n"
        "2.    Grazing permits.  Destroy 6 years after permit\n"
        "      expires.\n3.**  Bonding worksheets.  Destroy when 6 years old.\n"
        "4.*   Resolutions.  Permanent.  Offer to NARA.\n\n"
        "*   Superseded by DAA-0075-2012-0003-0001.\n**  Withdrawn by agency, 2-12-91.\n"
    )
    items = read_items(text.replace("*", sign))
    successors = {path: [each.target for each in item.citations] for path, item in items.items()}
    assert successors == {
        "1": ["DAA-0075-2012-0003-0001"],
        "2": [],
        "3": [],
        "4": ["DAA-0075-2012-0003-0001"],
    }
    assert [path for path, item in items.items() if item.annotations] == ["3"]


def test_sentences_below_the_items_say_what_each_supersedes() -> None:
    items = read_items(
        HEAD
        + "NOTES:  Item 2 supersedes NC1-370-79-4, item 14.  Items 3.A and 3.B supersede NC1-370-79-4,\n"
        + "        item 15.\n"
    )
    assert list(items) == ["1", "2", "3/a", "3/b"]
    assert {path: [each.target for each in item.citations] for path, item in items.items()} == {
        "1": [],
        "2": ["NC1-370-79-004/14"],
        "3/a": ["NC1-370-79-004/15"],
        "3/b": ["NC1-370-79-004/15"],
    }
