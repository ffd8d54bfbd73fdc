"""Tables in the marks of a wiki."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.reading.markup import read_markup
from tests.parser.forms.sf115_text import read_items

IN_LINES = """\
{| class="wikitable"
! 7. Item No. !! 8. Description of Item !! 9. GRS or Superseded Job Citation !! 10. Action Taken
|-
| 1 || Visa cards. Destroy when 5 years old. || NC1-59-77-3, item 4a ||
|- valign="top"
| 2 || Treaty files. Permanent. || || Withdrawn
|-
| 3 || Maps. '''Permanent.'''
|}
"""
IN_CELLS = """\
{|
|+ Items
! scope="col" | 7. Item No.
! 8. Description of Item
! 9. GRS or Superseded Job Citation
! 10. Action Taken
|-
| 1
| Visa cards. Destroy when 5
years old.
| NC1-59-77-3, item 4a
|
|-
! 2
| style="color: red" | Treaty files. Permanent.
|
| Withdrawn
|-
| 3
| Maps. Permanent.
|
|
|}
"""
CUT_OFF = IN_LINES.replace("|}\n", "")


@pytest.mark.parametrize(
    "table",
    [IN_LINES, IN_CELLS, IN_CELLS.replace("\n", "\r\n"), CUT_OFF],
    ids=["a row a line", "a cell a line", "lines of Windows", "no end"],
)
def test_every_row_is_an_item_with_its_cells(table: str) -> None:
    items = read_items(table + "\nPrepared by one || checked by another\n")
    assert [item.title and item.title.value for item in items.values()] == [
        "Visa cards",
        "Treaty files",
        "Maps",
    ]
    finals = [item.disposition.final and item.disposition.final.value for item in items.values()]
    assert finals == ["temporary", "permanent", "permanent"]
    citation = items["1"].citations[0]
    assert (citation.relation, citation.target) == ("supersedes", "NC1-059-77-003/4/a")
    assert citation.evidence.quote == "NC1-59-77-3, item 4a"
    assert items["2"].action_taken and items["2"].action_taken.value == "Withdrawn"


def test_two_bars_elsewhere_part_nothing() -> None:
    text = "| 1 | Maps || 2 |\n|---|---|\n1. Case files || or microfilm!! Destroy.\n{| a stamp |\n"
    lines = [[cell.text for cell in block.cells] for block in blocks(read_markup(text)[0])]
    assert lines == [
        ["1", "Maps", "", "2"],
        ["1. Case files || or microfilm!! Destroy."],
        ["{| a stamp |"],
    ]
