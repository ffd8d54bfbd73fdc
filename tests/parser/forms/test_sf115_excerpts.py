"""A list of sub-items that an excerpt begins at its third or fourth member."""

import pytest

from tests.parser.forms.sf115_text import read_items

HEAD = "7. ITEM NO. / 8. DESCRIPTION OF ITEM / 9. GRS OR SUPERSEDED JOB CITATION / 10. ACTION TAKEN\n\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "12.  Ledgers\n    (3) Funds. Destroy when 10 years old.\n    (4) Cards. Destroy when 3 years old.\n",
            ["12", "12/3", "12/4"],
        ),
        # An item of the next number stands at the margin of the items.
        (
            "2.  Ledgers\n    (3) Funds. Destroy when 10 years old.\n    (4) Cards. Destroy when 3 years old.\n\n"
            "5.  Registers\n    c. Abstracts. Destroy when 50 years old.\n    d. Letters. Destroy when 2 years old.\n",
            ["2", "2/3", "2/4", "5", "5/c", "5/d"],
        ),
        # Members of a sentence are no items, and one alone may be anything.
        (
            "7.  Case files, among them\n    (2) the docket and\n    (3) the exhibits. Destroy when 6 years old.\n",
            ["7"],
        ),
        ("7.  Case files of class\n    (3) Closed. Destroy when 6 years old.\n", ["7"]),
    ],
)
def test_a_list_that_begins_late_and_goes_on_is_items(lines: str, expected: list[str]) -> None:
    assert list(read_items(HEAD + lines)) == expected
