"""Lines below the items that say what column 10 holds of the items that they name."""

import pytest

from tests.parser.forms.sf115_text import read_items

TABLE = (
    "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   "
    "9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
)
ITEMS = (
    "Item {0}1. Case Files. Destroy when 6 years old.\nItem {0}2. Logs. Destroy when 10 years old.\n"
    "Item {0}3. Clippings. Destroy when 1 year old.\n\n"
)


def actions(below: str, code: str = "") -> dict[str, str]:
    items = read_items(TABLE + ITEMS.format(code) + below)
    return {path: item.action_taken.value for path, item in items.items() if item.action_taken}


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        (
            "Col. 9: none.   Col. 10: item 2 WITHDRAWN - covered by GRS 20.\n",
            {"2": "WITHDRAWN - covered by GRS 20"},
        ),
        ("Column 10: items 1 and 2 withdrawn\n", {"1": "withdrawn", "2": "withdrawn"}),
        (
            "Column 10: item 1 WITHDRAWN; item 2 DISPOSITION NOT APPROVED\n",
            {"1": "WITHDRAWN", "2": "DISPOSITION NOT APPROVED"},
        ),
        ("Action taken: Item 2 - withdrawn\n", {"2": "withdrawn"}),
        ("Col. 10: WITHDRAWN\n", {"3": "WITHDRAWN"}),
    ],
)
def test_the_item_above_is_not_meant(below: str, expected: dict[str, str]) -> None:
    assert actions(below) == expected


def test_a_code_is_no_range() -> None:
    assert actions("Col. 10: item 1501-02 WITHDRAWN\n", "1501-0") == {"1501-02": "WITHDRAWN"}


def test_an_item_that_is_not_there_takes_nothing_from_the_one_above() -> None:
    assert actions("Col. 10: item 7 WITHDRAWN\n") == {}
