"""A line of the head that says by its own label when the Archivist approved."""

import pytest

from tests.parser.forms.sf115_text import read_text

HEAD = "REQUEST FOR RECORDS DISPOSITION AUTHORITY\n\nJOB NUMBER: N1-431-00-13\nDATE RECEIVED: June 5, 2000\n"
ITEMS = (
    "\n7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
    "1   Files. Destroy when 5 years old.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "DATE APPROVED / ARCHIVIST OF THE UNITED STATES: March 2, 2001 (signed)",
        "APPROVED BY THE ARCHIVIST OF THE UNITED STATES: (signed) March 2, 2001",
        "ARCHIVIST OF THE UNITED STATES (signed): March 2, 2001",
        "ARCHIVIST OF THE UNITED STATES: /s/ 3-2-01",
        "SIGNED BY THE ARCHIVIST: 3-2-01",
        "DATE APPROVED, ACTING ARCHIVIST OF THE UNITED STATES: 3/2/01",
    ],
)
def test_label_of_date_and_signer_in_one(line: str) -> None:
    approved = read_text(f"{HEAD}{line}\n{ITEMS}").schedule.approved
    assert approved and approved.value.isoformat() == "2001-03-02"


@pytest.mark.parametrize(
    "line",
    [
        "DATE APPROVED / ARCHIVIST OF THE UNITED STATES:",
        "APPROVED BY AGENCY HEAD: March 2, 2001",
        "GAO APPROVAL: March 2, 2001",
        "ARCHIVIST OF THE UNITED STATES: ________   AGENCY CERTIFICATION: March 2, 2001",
    ],
)
def test_no_approval(line: str) -> None:
    assert read_text(f"{HEAD}{line}\n{ITEMS}").schedule.approved is None
