"""Tables as programs write them out: quoted fields with commas between."""

from schedgraph.parser.blocks import blocks
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode

TABLE = """Food and Drug Administration - File code conversion, FY 2018
"Prior authority","Series","Status","New authority","Effective"
"N1-88-05-1 item 2","Travel itineraries, advisory committees","Superseded","GRS 6.2, item 060","2018-01-08"
"N1-88-05-1 item 3b","Adverse event database","Retain","",""
"N1-88-05-1 item 5","Import alert teletypes","Obsolete - no longer created","",""
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
