"""Where the head of a form ends without a row of column labels, and what stands in the boxes of a signature."""

import pytest

from tests.parser.forms.sf115_text import read_text

HEAD = (
    "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER            DATE RECEIVED\nN1-115-94-6           6/21/94\n"
    "1. FROM (Agency or establishment)    Department of the Interior\n6. AGENCY CERTIFICATION\n"
)
MARKED = "     [X] is not required;  [ ] is attached; or  [ ] has been requested.\n"
LABELS = "DATE                  SIGNATURE OF AGENCY REPRESENTATIVE        TITLE\n"
ITEMS = "\n1.  Right-of-way inquiry files. Destroy when 3 years old.\n2.  Crossing permits. Destroy 6 years after expiration.\n"


def day(value: str, *, marked: str = MARKED) -> str | None:
    """The date of certification, where the line below its labels is `value`."""
    schedule = read_text(HEAD + marked + LABELS + value + ITEMS).schedule
    return schedule.certified.value.isoformat() if schedule.certified else None


@pytest.mark.parametrize(
    "value",
    [
        "6/10/94               (signed)                                  DIRECTOR\n",
        "JUN 10 1994           [signed]                                  Chief, Records Branch\n",
        "<6-10-94>             <signature>                               Records Officer\n",
        "94-06-10              (signed)                                  Records Officer\n",
    ],
)
@pytest.mark.parametrize(
    "marked", [MARKED, "", "[ ] is not required;  [ ] is attached; or  [X] has been requested.\n"]
)
def test_the_line_below_the_labels_of_the_signature_is_of_the_head(value: str, marked: str) -> None:
    assert day(value, marked=marked) == "1994-06-10"


@pytest.mark.parametrize(
    "value",
    ["", "1.  Permits of 6/10/94. Destroy when 3 years old.\n", "6/10/94 logs. Destroy when 3 years old.\n"],
)
def test_an_item_below_the_labels_is_no_signature(value: str) -> None:
    assert day(value) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("83-06-30", "1983-06-30"),
        ("83/06/30 (stamped)", "1983-06-30"),
        ("83-13-30", None),
        ("64-77-10", None),
        ("64-07-10-2", None),
        ("NC1-64-07-10", None),
    ],
)
def test_a_date_field_may_give_the_year_first(written: str, read: str | None) -> None:
    found = read_text(HEAD.replace("6/21/94", written) + ITEMS).schedule.received
    assert (found and found.value.isoformat()) == read
