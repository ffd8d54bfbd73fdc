"""The signatures of an ERA schedule as bare lines, without a heading and without a row of columns."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.test_era_layouts import read

HEAD = """Request for Records Disposition Authority
Records Schedule Number DAA-0490-2016-0002
Schedule Status Approved
"""
ITEM = """Sequence Number 1 Calendars of desk staff
Disposition Authority Number DAA-0490-2016-0002-0001
Final Disposition Temporary
Item Status Active
Retention Period Destroy 3 years after cutoff.
"""


def days(document: ScheduleDocument) -> tuple[str, str]:
    schedule = document.schedule
    return str(schedule.certified and schedule.certified.value), str(
        schedule.approved and schedule.approved.value
    )


SIGNED = [
    "02/01/2016 Certify (signed) Records Officer Peace Corps\n"
    "08/22/2016 Approve (signed) Archivist of the United States",
    "02/01/2016  Certify   (signed)  Records Officer\n08/22/2016  Approve   (signed)  Archivist of the United States",
    "Approve 08/22/2016 (signed) Acting Archivist of the United States. Certify 02/01/2016.",
    "Certified: 02/01/2016\nApproved: 08/22/2016",
    "Certified by the Records Officer on 02/01/2016\nApproved by David S. Ferriero, Archivist of the United States, 08/22/2016",
    "Certified: Jo Smith, Records Officer (02/01/2016)\nApproved: David S. Ferriero, 08/22/2016",
    "Certify\t02/01/2016\tRecords Officer\nApprove\t08/22/2016\tArchivist of the United States",
    "- Certified 02/01/2016, Records Officer\n- Approved on 08/22/2016 by the Archivist of the United States",
]


@pytest.mark.parametrize("lines", SIGNED)
def test_lines_of_a_day_and_an_action_are_signatures(lines: str) -> None:
    document = read(f"{HEAD}{ITEM}{lines}\nPDF Created on: 08/25/2016\n")
    assert days(document) == ("2016-02-01", "2016-08-22")
    (item,) = document.items
    assert (
        item.disposition.retention
        and item.disposition.retention.value.text == "Destroy 3 years after cutoff."
    )


@pytest.mark.parametrize("lines", [*SIGNED, f"Signatory Information\n{SIGNED[0]}"])
def test_they_may_stand_ahead_of_the_items(lines: str) -> None:
    document = read(f"{HEAD}{lines}\n\n{ITEM}")
    assert days(document) == ("2016-02-01", "2016-08-22")
    (item,) = document.items
    assert item.title and item.title.value == "Calendars of desk staff"
    assert item.status_printed and item.disposition.retention


def test_a_table_of_signatures_stands_before_days_in_the_head() -> None:
    table = "Signatory Information\nDate\tAction\tBy\tTitle\tOrganization\n"
    rows = (
        "02/01/2016\tCertify\tJo Smith\tRecords Officer\tPeace Corps\n"
        "08/22/2016\tApprove\tDavid S. Ferriero\tArchivist of the United States\tNARA\n"
    )
    document = read(f"{HEAD}Approved: 08/22/2016\n\n{ITEM}{table}{rows}")
    assert [event.name for event in document.events] == ["Jo Smith", "David S. Ferriero"]


@pytest.mark.parametrize(
    "text", ["Approve or deny requests of 08/22/2016.", "08/22/2016 approved changes of the handbook."]
)
def test_a_sentence_with_a_day_is_no_signature(text: str) -> None:
    assert read(f"{HEAD}{ITEM.replace('Final', text + chr(10) + 'Final')}").events == ()
