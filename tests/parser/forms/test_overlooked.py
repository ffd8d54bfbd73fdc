"""What is written on a schedule about an end and was not understood is kept with the item above it."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER N1-129-00-5        DATE RECEIVED Feb 2, 2000
1. FROM  Department of Justice
2. MAJOR SUBDIVISION  Federal Bureau of Prisons
NOTIFICATION TO AGENCY. In accordance with the provisions of 44 U.S.C. 3303a, the disposition request, including amendments,
is approved except for items that may be marked "disposition not approved" or "withdrawn" in column 10.
DATE 11/6/2000     ARCHIVIST OF THE UNITED STATES (signed)

7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION    9. GRS OR SUPERSEDED JOB CITATION    10. ACTION TAKEN

1. Logs. Destroy after 3 years.

2. Ledgers. Destroy after 25 years.
{0}
3. Maps. Destroy after 3 years.
STANDARD FORM 115 (REV. 3-91)
{1}
"""


def read(lines: str, behind: str = "") -> ScheduleDocument:
    return read_text(decode(FORM.format(lines, behind).encode(), "n1-129-00-005.txt"))


def told(document: ScheduleDocument) -> list[str | None]:
    return [each.target for each in document.citations if each.words and each.disputed]


def test_words_that_end_an_item_are_not_lost() -> None:
    assert told(read("   The clerk wrote here that it is SUPERSEDED")) == ["N1-129-00-005/2"]


def test_what_says_that_the_item_is_dead_is_understood() -> None:
    (ledgers,) = (
        each for each in read("   Left column: OBSOLETE, the ledger was closed.").items if each.number == "2"
    )
    assert [each.text.value for each in ledgers.annotations] == ["inactive"]


def test_a_slip_behind_the_form_is_told_of_the_item_that_it_names() -> None:
    assert told(read("", "Seen on the back: with item 2, that it BECAME VOID?")) == ["N1-129-00-005/2"]


def test_a_stamp_above_the_items_is_told_of_those_that_it_names() -> None:
    text = FORM.format("", "").replace("1. FROM", "INACTIVE - ITEMS 1 AND 3, SEE NOTES\n1. FROM", 1)
    document = read_text(decode(text.encode(), "n1-129-00-005.txt"))
    assert told(document) == ["N1-129-00-005/1", "N1-129-00-005/3"]


def test_a_note_beside_an_item_whose_words_nobody_knows_is_told_of_that_item() -> None:
    line = 'Handwritten in the margin beside item 1: "Series gone to the regions, 1980"'
    assert told(read(line)) == ["N1-129-00-005/1"]
    assert told(read("   Note: the regions keep what is said in item 1 for a year.")) == []


@pytest.mark.parametrize(
    "line",
    [
        "   Destroy when superseded or obsolete.",
        "   Obsolete forms and cancelled checks are in the file.",
        "   Not superseded by the new manual.",
        "   WITHDRAWN",
        "   Superseded by job / item number:\n   DAA-0129-2012-0001-0003",
    ],
)
def test_what_is_understood_or_of_records_is_not_told(line: str) -> None:
    assert told(read(line)) == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("   Superseded by job / item number.\n   N/A", []),
        ("   Superseded by job / item number: N/A\n   Date (MM/DD/YYYY): N/A", []),
        ("   Superseded by job/item no.  none", []),
        ("   Superseded by: not applicable", []),
        ("   Superseded by somebody", ["N1-129-00-005/2"]),
    ],
)
def test_a_field_that_says_that_it_is_empty_says_nothing(field: str, expected: list[str]) -> None:
    assert told(read(field)) == expected
