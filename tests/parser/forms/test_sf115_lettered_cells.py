"""A cell of column 9 or 10 that tells by letters of which sub-items its lines are."""

import pytest

from schedgraph.parser.document import Item
from tests.parser.forms.sf115_text import read_items

LETTERS = "a. Cards. Permanent.<br/>b. Copies. Destroy when 3 years old."
FIGURES = LETTERS.replace("a.", "(1)").replace("b.", "(2)")


def _items(description: str, citation: str, action: str) -> dict[str, Item]:
    cells = ("1", f"Visa files<br/>\n{description}", citation, action)
    heads = ("ITEM NO.", "DESCRIPTION OF ITEM", "GRS OR SUPERSEDED JOB CITATION", "ACTION TAKEN")
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in (heads, cells))
    return read_items("<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>\n")


def _targets(items: dict[str, Item]) -> dict[str, list[str | None]]:
    return {path: [each.target for each in item.citations] for path, item in items.items() if item.citations}


@pytest.mark.parametrize(
    ("description", "citation", "expected"),
    [
        (LETTERS, "<br/>a. NC1-59-77-3, item 4a<br/>b. NC1-59-77-3, item 5", {"1/a": "4/a", "1/b": "5"}),
        (LETTERS, "b. NC1-59-77-3, item 4b", {"1/b": "4/b"}),
        (LETTERS, "1a: NC1-59-77-3, item 4a; 1b: NC1-59-77-3, item 5", {"1/a": "4/a", "1/b": "5"}),
        (FIGURES, "(1) NC1-59-77-3/4(1) (2) NC1-59-77-3/5", {"1/1": "4/1", "1/2": "5"}),
        (LETTERS, "a. and b. NC1-59-77-3, item 4", {"1": "4"}),
        (LETTERS, "NC1-59-77-3, item 4", {"1": "4"}),
    ],
)
def test_each_line_of_the_cell_is_of_the_sub_item_that_its_letter_names(
    description: str, citation: str, expected: dict[str, str]
) -> None:
    told = {path: [f"NC1-059-77-003/{item}"] for path, item in expected.items()}
    assert _targets(_items(description, citation, "")) == told


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("a.<br/>b. Withdrawn", {"1/b": "Withdrawn"}),
        ("Withdrawn", {"1": "Withdrawn"}),
        ("a. b. Withdrawn", {"1": "a. b. Withdrawn"}),
    ],
)
def test_so_is_each_action(action: str, expected: dict[str, str]) -> None:
    items = _items(LETTERS, "", action)
    assert {path: item.action_taken.value for path, item in items.items() if item.action_taken} == expected


def test_the_letter_counts_and_not_the_line_beside_it() -> None:
    items = read_items("""\
7. ITEM  8. DESCRIPTION OF ITEM                  9. SUPERSEDED JOB     10. ACTION TAKEN
1        Visa files                              a. NC1-59-77-3/4a
         a. Cards. Permanent. Offer to NARA      b. NC1-59-77-3/5
            in 2010, and all of them at once.                          b. Withdrawn
         b. Copies. Destroy when 3 years old.
""")
    assert _targets(items) == {"1/a": ["NC1-059-77-003/4/a"], "1/b": ["NC1-059-77-003/5"]}
    assert items["1/a"].action_taken is None
    assert items["1/b"].action_taken and items["1/b"].action_taken.value == "Withdrawn"
