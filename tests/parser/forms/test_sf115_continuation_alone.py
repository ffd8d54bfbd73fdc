"""A continuation sheet by itself: its items at once, and below them what a remark tells of the sheet that is not there."""

import pytest

from tests.parser.forms.sf115_text import read_text

_ITEMS = """4.   Plant operator training
     a. Simulator records. Destroy 6 years after license expires.
     b. Attendance sheets. Destroy after 3 years.
5.   Shoreline permits (26a). PERMANENT. Transfer when 30 years old.
6.   Energy services
     a. Loan folders. Destroy 6 years after loan is repaid.
     b. Inspection tickets. Destroy when 4 years old.          (N1-142-90-14, item 3)
"""
_HEAD = "REQUEST FOR RECORDS DISPOSITION AUTHORITY -- CONTINUATION        JOB NUMBER N1-142-97-11\n\n"
_FOOT = "\n115-209     STANDARD FORM 115-A (REV. 3-91)\n\n"


@pytest.mark.parametrize(
    "remark",
    [
        "[from the cover sheet: JOB NUMBER N1-142-97-11; FROM Tennessee Valley Authority; DATE RECEIVED 3/3/97;\n"
        " NOTIFICATION TO AGENCY: DATE 9-30-97, ARCHIVIST OF THE UNITED STATES (signed)]\n",
        "(cover page: FROM: Tennessee Valley Authority; DATE RECEIVED: 3/3/97;\n"
        " NOTIFICATION TO AGENCY: DATE 9-30-97, ARCHIVIST OF THE UNITED STATES (signed))\n",
        "[on the first page: From: Tennessee Valley Authority; Date received 3/3/97; Notification to agency; date 9/30/97;"
        " Archivist of the United States (signed)]\n",
    ],
)
def test_what_a_remark_tells_of_the_first_sheet_is_its_head_and_not_its_items(remark: str) -> None:
    document = read_text(_HEAD + _ITEMS + _FOOT + remark)
    schedule = document.schedule
    assert [item.id.partition("/")[2] for item in document.items] == [
        "4",
        "4/a",
        "4/b",
        "5",
        "6",
        "6/a",
        "6/b",
    ]
    assert schedule.agency and schedule.agency.value == "Tennessee Valley Authority"
    assert schedule.received and schedule.received.value.isoformat() == "1997-03-03"
    assert schedule.approved and schedule.approved.value.isoformat() == "1997-09-30"


def test_boxes_of_the_form_below_its_items_make_no_head_of_these() -> None:
    document = read_text(
        f"{_HEAD}{_ITEMS}\n6. CERTIFICATE OF AGENCY REPRESENTATIVE  DATE 2/2/97 SIGNATURE (signed) TITLE Records Officer\n"
        f"NOTIFICATION TO AGENCY   DATE 9-30-97   ARCHIVIST OF THE UNITED STATES (signed)\n{_FOOT}"
    )
    assert len(document.items) == 7
    assert document.schedule.approved and document.schedule.approved.value.isoformat() == "1997-09-30"
