"""A heading row over column 9 and 10 only, column 10 named after the archives."""

import pytest

from tests.parser.forms.sf115_text import read_items

ROWS = """\
                                                                  | {nine:<14} | {ten}
(1)  Visa work papers.  DISPOSITION: Destroy 10 years after       | NC1-59-77-4,   |
     the study is superseded.                                     | item (1)       |
(2)  Treaty maps.                                                 |                |
     (a)  Published sheets.  DISPOSITION: Permanent.              | NC1-59-77-4,   |
          Transfer to the National Archives every 5 years.        | item (2)(a)    |
(3)  Letters.  DISPOSITION: Destroy when 5 years old.             |                | withdrawn
"""
TARGETS = {"1": "NC1-059-77-004/1", "2/a": "NC1-059-77-004/2/a"}


@pytest.mark.parametrize("bar", ["|", " "], ids=["bars", "blanks"])
@pytest.mark.parametrize(
    ("nine", "ten"), [("Supersedes", "NARA"), ("Superseded Job", "NARS use only"), ("Citation", "Action")]
)
def test_the_archives_beside_column_9_are_column_10(nine: str, ten: str, bar: str) -> None:
    items = read_items(ROWS.format(nine=nine, ten=ten).replace("|", bar))
    told = {
        path: [(each.relation, each.target) for each in item.citations]
        for path, item in items.items()
        if item.citations
    }
    assert told == {path: [("supersedes", target)] for path, target in TARGETS.items()}
    assert items["3"].action_taken and items["3"].action_taken.value == "withdrawn"
    instruction = items["1"].disposition.instruction
    assert instruction and instruction.value == "Destroy 10 years after the study is superseded."


def test_below_a_heading_that_is_not_understood_the_cell_is_whole_and_a_mere_citation() -> None:
    items = read_items(ROWS.format(nine="Remarks on it", ten="NARA"))
    told = {path: [(each.relation, each.target) for each in item.citations] for path, item in items.items()}
    assert told["1"] == [("cites", TARGETS["1"])]
    assert told["2/a"] == [("cites", TARGETS["2/a"])]


def test_the_archives_in_a_list_of_a_description_are_no_column() -> None:
    items = read_items("""\
7. ITEM  8. DESCRIPTION OF ITEM                  9. SUPERSEDED JOB     10. ACTION TAKEN
1        Shelf lists
         Item     NARA
         12       Box 7
         Destroy when 5 years old.                                     withdrawn
""")
    assert list(items) == ["1"]
    assert items["1"].action_taken and items["1"].action_taken.value == "withdrawn"
