"""What the table of a form says of attached sheets opens no item: each item begins on its own sheet."""

import pytest

from tests.parser.forms.sf115_text import read_items

HEADINGS = (
    "7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION"
    " | 10. ACTION TAKEN\n"
)
SHEET = (
    "\n{one} Tour Logs\n\nLogs of tours.\n\nDisposition: Destroy when 2 years old.\n"
    "\n{two} Maps\n\n{below} Field maps\n\nDisposition: Destroy when 9 years old.\n"
)
STYLES = (
    {"one": "(1)", "two": "(2)", "below": "(a)"},
    {"one": "Item 1", "two": "Item 2", "below": "Item 2a"},
    {"one": "1.", "two": "2.", "below": "a."},
    {"one": "1", "two": "2", "below": "2(a)"},
)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: str(style["one"]))
@pytest.mark.parametrize(
    "announced",
    [
        "1. - 2.   See attached sheet(s)",
        "1-2  See attached pages.",
        "1 thru 2. (See attached list)",
        "Items 1 through 2: see attached continuation sheets",
        "1., 2.   Attached sheets",
        "| 1 - 2 | See attached sheet(s) | | |",
        "Items 1 and 2 are on attached sheets",
    ],
)
def test_a_range_of_items_on_attached_sheets_opens_none(announced: str, style: dict[str, str]) -> None:
    items = read_items(HEADINGS + announced + "\n" + SHEET.format(**style))
    assert list(items) == ["1", "2", "2/a"]


def test_one_item_may_still_be_announced_and_go_on_overleaf() -> None:
    text = HEADINGS + "1.   See attached sheet(s) for: Tour Logs\n\n1. Tour Logs. Destroy when 2 years old.\n"
    assert list(read_items(text)) == ["1"]


def test_an_item_that_only_begins_with_two_numbers_is_one() -> None:
    logs = "1. 2 - 4 year logs. See attached sheet.\n   Destroy when 2 years old.\n\n"
    text = HEADINGS + logs + "2. Maps. Destroy when 9 years old.\n"
    assert list(read_items(text)) == ["1", "2"]


def test_a_title_between_marks_of_underlining_begins_an_item() -> None:
    text = "".join(
        f"{number} _Files {number}_ Kept by date.\nDESTROY WHEN 2 YEARS OLD.\n\n" for number in (1, 2, 3)
    )
    assert list(read_items(HEADINGS + "\n" + text)) == ["1", "2", "3"]
