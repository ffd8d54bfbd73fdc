"""A list of the 1950s may be signed below its last item: the signature approves it, and is of no item."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.sf115_text import read_text

LIST = """                                                        Job No. II-NNA-612
STANDARD FORM 115
NOVEMBER 1949                REQUEST FOR AUTHORITY
GENERAL SERVICES             TO DISPOSE OF RECORDS

Name of agency:   War Claims Commission
Date received:    March 6, 1951

Item
No.      Description of records and retention period

1        Punched cards of prisoner of war claims, 1949-50.
         To be destroyed when the tabulations have been checked.

2        Correspondence with the Philippine office, routine.
         To be destroyed after 2 years.

"""


def approved(read: ScheduleDocument) -> str | None:
    return read.schedule.approved.value.isoformat() if read.schedule.approved else None


@pytest.mark.parametrize(
    "signature",
    [
        "Approved:  Wayne C. Grover, Archivist of the United States   July 20, 1951",
        "Date of approval by Congress:   July 16, 1951\n"
        "Approved:  Wayne C. Grover, Archivist of the United States   July 20, 1951",
        "Approved July 20, 1951     Wayne C. Grover, Archivist of the United States",
        "APPROVED\nWayne C. Grover\nArchivist of the United States\nJuly 20, 1951",
        "Approved:\n/s/ Wayne C. Grover, Archivist of the United States\nJuly 20, 1951",
    ],
)
def test_a_signature_below_the_last_item_approves_the_list(signature: str) -> None:
    read = read_text(LIST + signature + "\n")
    assert approved(read) == "1951-07-20"
    assert [item.text and item.text.value for item in read.items] == [
        "To be destroyed when the tabulations have been checked.",
        "To be destroyed after 2 years.",
    ]


def test_the_day_on_which_congress_had_the_list_is_no_approval_by_the_archivist() -> None:
    read = read_text(LIST + "Date of approval by Congress:   July 16, 1951\n")
    assert approved(read) is None


@pytest.mark.parametrize(
    "item",
    [
        "3        Letters of and to Wayne C. Grover, July 20, 1951.\n",
        "3        Requests approved by the Archivist of the United States\n"
        "         before July 20, 1951. Destroy after 2 years.\n",
    ],
)
def test_an_item_that_names_the_archivist_and_a_day_is_no_signature(item: str) -> None:
    read = read_text(LIST + item)
    assert approved(read) is None
    assert [each.number for each in read.items] == ["1", "2", "3"]
