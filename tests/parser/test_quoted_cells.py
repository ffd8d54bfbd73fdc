"""Tables as programs write them out: quoted fields with commas between."""

import re

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode
from tests.parser.forms.sf115_text import read_items

TABLE = """Food and Drug Administration - File code conversion, FY 2018
"Prior authority","Series","Status","New authority","Effective"
"N1-88-05-1 item 2","Travel itineraries, advisory committees","Superseded","GRS 6.2, item 060","2018-01-08"
"N1-88-05-1 item 3b","Adverse event database","Retain","",""
"N1-88-05-1 item 5","Import alert teletypes","Obsolete - no longer created","",""
"""

ITEMS = """"7. Item No.","8. Description of Item","9. GRS or Superseded Job Citation","10. Action Taken"
"1","Visa cards. Destroy when 5 years old.","NC1-59-77-3, item 4a",""
"2","Treaty files.
a. Originals, also ""drafts"". Permanent.

b. Copies. Destroy when 3 years old.","NC1-59-77-3, item 5
NC1-59-77-3, item 6","Withdrawn"
"3","Maps. Permanent.
Superseded by N1-59-99-3, item 2","",""
"""


def test_the_rows_of_a_written_out_crosswalk_are_read() -> None:
    document = read_text(decode(TABLE.encode(), "crosswalk.csv"))
    told = [
        (each.relation, each.of, each.target, each.words and each.words.value) for each in document.citations
    ]
    assert told == [
        ("superseded-by", "N1-088-05-001/2", "GRS 6.2/060", None),
        ("cites", None, "N1-088-05-001/3/b", None),
        ("cites", None, "N1-088-05-001/5", "Obsolete - no longer created"),
    ]


def test_each_field_is_a_cell_and_keeps_its_place() -> None:
    row = blocks(read_markup(TABLE)[0])[2]
    assert [cell.text for cell in row.cells] == [
        "N1-88-05-1 item 2",
        "Travel itineraries, advisory committees",
        "Superseded",
        "GRS 6.2, item 060",
        "2018-01-08",
    ]
    for cell in row.cells:
        place = cell.evidence()
        assert TABLE[place.start : place.end] == cell.text == place.quote


def test_quotations_in_a_sentence_are_no_row() -> None:
    text = '"One", "two", and "three" are the titles.\n' * 4
    assert all(len(block.cells) == 1 for block in blocks(read_markup(text)[0]))


@pytest.mark.parametrize("table", [ITEMS, ITEMS.replace("\n", "\r\n")], ids=["lines", "lines of Windows"])
def test_a_field_over_several_lines_is_one_cell(table: str) -> None:
    items = read_items(table)
    assert list(items) == ["1", "2", "2/a", "2/b", "3"]
    assert items["2"].action_taken and items["2"].action_taken.value == "Withdrawn"
    told = {path: [(each.relation, each.target) for each in item.citations] for path, item in items.items()}
    assert told == {
        "1": [("supersedes", "NC1-059-77-003/4/a")],
        "2": [("supersedes", "NC1-059-77-003/5"), ("supersedes", "NC1-059-77-003/6")],
        "2/a": [],
        "2/b": [],
        "3": [("superseded-by", "N1-059-99-003/2")],
    }
    assert items["2/a"].title and items["2/a"].title.value == 'Originals, also "drafts"'


def test_fields_that_need_no_quotes_may_have_none() -> None:
    bare = re.sub(r'"([^",\n]*)"(?=,|\n)', r"\1", TABLE)
    told = [[cell.text for cell in block.cells] for block in blocks(read_markup(TABLE)[0])]
    assert [[cell.text for cell in block.cells] for block in blocks(read_markup(bare)[0])] == told


def test_a_quote_that_nothing_closes_begins_no_row() -> None:
    text = '"One","two","three of them\n' * 4
    assert all(len(block.cells) == 1 for block in blocks(read_markup(text)[0]))


def test_a_row_that_breaks_off_is_a_row_of_its_table() -> None:
    items = read_items(ITEMS.removesuffix('","",""\n'))
    assert list(items) == ["1", "2", "2/a", "2/b", "3"]
    assert [each.target for each in items["3"].citations] == ["N1-059-99-003/2"]
