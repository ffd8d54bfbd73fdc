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


APART = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
LEAVE BLANK
JOB NO.
1. FROM (Agency or establishment)
DATE RECEIVED
NOTIFICATION TO AGENCY
ARCHIVIST OF THE UNITED STATES
DATE
6. CERTIFICATE OF AGENCY REPRESENTATIVE
TITLE
DATE

N1-095-91-2

Department of Agriculture

11/5/90

{approval}

{certificate}

7. ITEM NO.

8. DESCRIPTION OF ITEM

9. GRS OR SUPERSEDED JOB CITATION

10. ACTION TAKEN

1.

Reports. Temporary. Destroy after 3 years.
"""
APPROVES = (
    "In accordance with the provisions of 44 U.S.C. 3303a\nthe disposal request, including amendments, is\n"
    'approved except for items that may be marked\n"withdrawn" in column 10.\n\n'
)
CERTIFIES = (
    "I hereby certify that I am authorized to act for this agency in matters\n"
    "pertaining to the disposal of its records.\n\n"
)


@pytest.mark.parametrize(
    ("approval", "certificate", "day"),
    [
        (APPROVES + "Don W. Wilson\n\n7/30/91", CERTIFIES + "Records Officer\n\n10/15/90", "1991-07-30"),
        (
            APPROVES + CERTIFIES + "Don W. Wilson\n\n7/30/91",
            "Records Officer\n\n10/15/90",
            "1991-07-30",
        ),
        # The date of the certificate alone, an empty place, and a date before the request came in
        (APPROVES + CERTIFIES + "Don W. Wilson\n\n11/15/90", "Records Officer", None),
        (APPROVES + "Don W. Wilson", CERTIFIES + "Records Officer\n\n10/15/90", None),
        (APPROVES + "Don W. Wilson\n\n7/30/89", CERTIFIES + "Records Officer\n\n10/15/90", None),
    ],
)
def test_a_date_below_the_archivist_s_name_approves_behind_the_words_of_approval(
    approval: str, certificate: str, day: str | None
) -> None:
    approved = read_text(APART.format(approval=approval, certificate=certificate)).schedule.approved
    assert (approved.value.isoformat() if approved else None) == day
