"""Forms whose boxes one line holds: run together by OCR, or with slashes where a transcript's lines and boxes end."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.sf115_text import read_text

TEXT = (
    "I hereby certify that I am authorized to act for this agency in matters pertaining to the disposition of its records and "
    "that written concurrence from the General Accounting Office, under the provisions of Title 8 of the GAO Manual for "
    "Guidance of Federal Agencies, [X] is not required."
)
PRINT = (
    "In accordance with the provisions of 44 U.S.C. 3303a the disposition request, including amendments, is approved except "
    'for items that may be marked "disposition not approved" or "withdrawn" in column 10.'
)
TABLE = (
    " 7. ITEM NO. 8. DESCRIPTION OF ITEM 9. GRS OR SUPERSEDED JOB CITATION 10. ACTION TAKEN (NARA USE ONLY) "
)
ITEMS = "1. Tracking log. Destroy when 1 year old. 2. Ceremony lists, 2 copies. Destroy 2 years after ceremony. NC1-85-80-5/12"


def facts(document: ScheduleDocument) -> list[str | None]:
    """Number, agency, receipt, certification and approval."""
    schedule = document.schedule
    days = (schedule.received, schedule.certified, schedule.approved)
    told = [reading and reading.value for reading in (schedule.id, schedule.agency)]
    return [*told, *(day and day.value.isoformat() for day in days)]


def run_on(
    approval: str = "DATE 8-14-96 ARCHIVIST OF THE UNITED STATES (signed)", date: str = "DATE 10/31/95"
) -> str:
    """A form of 1991 in one line."""
    return (
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY (See Instructions on reverse) LEAVE BLANK (NARA use only) JOB NUMBER "
        "N1-85-96-1 TO: NATIONAL ARCHIVES and RECORDS ADMINISTRATION (NIR) WASHINGTON, DC 20408 DATE RECEIVED 11-6-95 "
        "1. FROM (Agency or establishment) U.S. Department of Justice NOTIFICATION TO AGENCY 2. MAJOR SUBDIVISION Immigration "
        f"Service {PRINT} 3. MINOR SUBDIVISION Files 4. NAME OF PERSON WITH WHOM TO CONFER Records Officer 5. TELEPHONE (202) "
        f"514-3060 {approval} 6. AGENCY CERTIFICATION {TEXT} {date} SIGNATURE OF AGENCY REPRESENTATIVE (signed) "
        f"TITLE Department Records Officer{TABLE}"
    )


def test_a_form_in_one_line_is_read_box_by_box_and_item_by_item() -> None:
    document = read_text(run_on() + ITEMS)
    assert facts(document) == [
        "N1-085-96-001",
        "U.S. Department of Justice",
        "1995-11-06",
        "1995-10-31",
        "1996-08-14",
    ]
    assert [item.number for item in document.items] == ["1", "2"]


@pytest.mark.parametrize(
    "approval", ["DATE ARCHIVIST OF THE UNITED STATES", "DATE ____ ARCHIVIST OF THE UNITED STATES ____", ""]
)
def test_an_empty_box_of_the_archivist_stays_empty(approval: str) -> None:
    assert facts(read_text(run_on(approval) + ITEMS))[3:] == ["1995-10-31", None]


def test_an_empty_box_of_the_certificate_stays_empty() -> None:
    assert facts(read_text(run_on(date="DATE") + ITEMS))[3:] == [None, "1996-08-14"]


def test_the_items_of_a_head_in_one_line_may_stand_on_lines_of_their_own() -> None:
    document = read_text(
        run_on() + "\n1 Tracking log. Destroy when 1 year old.\n2 Ceremony lists. Destroy when 2 years old.\n"
    )
    assert facts(document)[3:] == ["1995-10-31", "1996-08-14"]
    assert [item.number for item in document.items] == ["1", "2"]


def slashed(approval: str = "MAY 3 1976 / Date / (signed) / Archivist of the United States //") -> str:
    """A form of 1975 in two lines with slashes."""
    return (
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY // LEAVE BLANK / JOB NO. / NC1-146-76-3 / DATE RECEIVED / JAN 19 1976 // "
        "TO: GENERAL SERVICES ADMINISTRATION, NATIONAL ARCHIVES AND RECORDS SERVICE // 1. FROM (AGENCY OR ESTABLISHMENT) / "
        "Civil Service Commission // 2. MAJOR SUBDIVISION / Bureau of Recruiting and Examining // NOTIFICATION TO AGENCY / "
        f"{PRINT} / {approval}\n6. CERTIFICATE OF AGENCY REPRESENTATIVE / {TEXT} / C. DATE / 1-7-76 / "
        "D. SIGNATURE OF AGENCY REPRESENTATIVE / (signed) / E. TITLE / Director //\n"
        "7. ITEM NO. / 8. DESCRIPTION OF ITEM / 9. SAMPLE OR JOB NO. / 10. ACTION TAKEN //\n"
        "1. / Test answer sheets. Destroy after 6 months. / II-NNA-2977 / //\n2. / Interview schedules. Destroy. / / //\n"
    )


def test_slashes_end_the_lines_and_boxes_of_a_head() -> None:
    read = facts(read_text(slashed()))
    assert read == ["NC1-146-76-003", "Civil Service Commission", "1976-01-19", "1976-01-07", "1976-05-03"]


def test_slashes_around_an_empty_box_give_it_nothing() -> None:
    assert facts(read_text(slashed("____ / Date / ____ / Archivist of the United States //")))[3:] == [
        "1976-01-07",
        None,
    ]
