"""The Archivist's box read below its printed words, his office as forms abbreviate it."""

import pytest

from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
(See Instructions on reverse)
LEAVE BLANK
JOB NO.
N1-434-89-5
DATE RECEIVED
2-13-89
1. FROM (Agency or establishment)
Department of Energy
2. MAJOR SUBDIVISION
Albuquerque Operations Office
3. MINOR SUBDIVISION
4. NAME OF PERSON WITH WHOM TO CONFER
Records Officer
NOTIFICATION TO AGENCY
In accordance with the provisions of 44 U.S.C. 3303a the disposal request, including amendments, is approved except for
items that may be marked "disposition not approved" or "withdrawn" in column 10.
{box}
6. CERTIFICATE OF AGENCY REPRESENTATIVE
I hereby certify that I am authorized to act for this agency in matters pertaining to the disposal of its records.
B. DATE 2/6/89
C. SIGNATURE OF AGENCY REPRESENTATIVE (signed)
D. TITLE DOE Records Officer
7. ITEM NO.
8. DESCRIPTION OF ITEM (With Inclusive Dates or Retention Periods)
9. GRS OR SUPERSEDED JOB CITATION
10. ACTION TAKEN (NARS USE ONLY)
1
Site Files. Destroy 5 years after closing.
115-108   NSN 7540-00-634-4064   STANDARD FORM 115 (REV. 8-83)
"""


def days(box: str) -> list[str | None]:
    """The dates of certification and approval."""
    schedule = read_text(FORM.format(box=box)).schedule
    return [day and day.value.isoformat() for day in (schedule.certified, schedule.approved)]


@pytest.mark.parametrize(
    "box",
    [
        "DATE\nARCHIVIST OF THE UNITED STATES\n9/26/89\n(signed)",
        "ARCHIVIST OF THE UNITED STATES\nDATE\n9/26/89\n(signed)",
        "DATE\nARCHIVIST OF THE UNITED STATES\n(signed)\nSept. 26, 1989",
        "DATE\nARCHIVIST OF THE U.S.\n9/26/89\n/s/ Don W. Wilson",
        "9/26/89     (signed)\nDate        Archivist of the U. S.",
        "DATE 9/26/89   ARCHIVIST OF THE U.S. (signed)",
        "Date: 9-26-89\nArchivist of the U.S.A.: (signed)",
        "9-26-89\t(signed)\nDate\tArchivist, U.S.",
    ],
)
def test_the_day_in_the_archivists_box_approves(box: str) -> None:
    assert days(box) == ["1989-02-06", "1989-09-26"]


@pytest.mark.parametrize(
    "box",
    [
        "DATE\nARCHIVIST OF THE UNITED STATES",
        "DATE\nARCHIVIST OF THE U. S.\n[blank]\n[blank]",
        "DATE\nARCHIVIST OF THE UNITED STATES\n9/26/89\nChief, Records Management Branch",
        "DATE\nARCHIVIST OF THE UNITED STATES\n2/6/89\n(signed)",
        "Archivist of the University, 9/26/89",
    ],
)
def test_an_empty_box_and_what_is_anothers_approve_nothing(box: str) -> None:
    assert days(box) == ["1989-02-06", None]
