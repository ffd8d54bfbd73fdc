"""Boxes of an SF-115 whose value stands before its label in the same cell."""

import pytest

from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY\t\tLEAVE BLANK\t
(See Instructions on reverse)\t\tNC1-95-82-3 JOB NO.\t
TO: GENERAL SERVICES ADMINISTRATION, WASHINGTON, DC 20408\t\tDATE RECEIVED\tNov. 12, 1981
1. FROM (AGENCY OR ESTABLISHMENT) Department of Agriculture\t\tNOTIFICATION TO AGENCY\t
2. MAJOR SUBDIVISION Forest Service\t\t\t
5. TEL. EXT. 447-3760\t\t{signed}
6. CERTIFICATE OF AGENCY REPRESENTATIVE
C. DATE 10/30/81\tD. SIGNATURE OF AGENCY REPRESENTATIVE\tE. TITLE Records Officer\t

7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. SAMPLE OR JOB NO.\t10. ACTION TAKEN
1\tTrail logs. Destroy when 5 years old.\t\t
"""


@pytest.mark.parametrize(
    "signed",
    [
        "3-9-82 Date\tRobert M. Warner Archivist of the United States",
        "MAR 9 1982 DATE\tArchivist of the United States",
        "March 9, 1982 (Date)\t(Archivist of the United States)",
        "3/9/82 (Date)\t(Archivist of the United States)",
    ],
)
def test_a_date_over_its_label_in_one_cell_approves(signed: str) -> None:
    schedule = read_text(FORM.format(signed=signed)).schedule
    assert schedule.id and schedule.id.value == "NC1-095-82-003"
    assert schedule.approved and schedule.approved.value.isoformat() == "1982-03-09"
    assert schedule.certified and schedule.certified.value.isoformat() == "1981-10-30"


@pytest.mark.parametrize(
    "signed",
    [
        "Date\tRobert M. Warner Archivist of the United States",
        "10-30-81 Date\tArchivist of the United States",
        "Returned 3-9-82, up to date\tArchivist of the United States",
    ],
)
def test_no_other_words_before_a_label_approve(signed: str) -> None:
    """An empty box, the certification's date again, and a remark show no approval."""
    assert read_text(FORM.format(signed=signed)).schedule.approved is None


PLAIN = """REQUEST FOR AUTHORITY TO DISPOSE OF RECORDS         LEAVE BLANK
                                                    JOB NO.         NC-174-211
1. FROM (AGENCY OR ESTABLISHMENT)                   NOTIFICATION TO AGENCY
   Civil Aeronautics Board
{signed}
6. CERTIFICATE OF AGENCY REPRESENTATIVE  [X] B   2/7/74  (signed)  Chief, Facilities and Operations

7. ITEM NO.   8. DESCRIPTION OF ITEM      9. SAMPLE OR JOB NO.    10. ACTION TAKEN
1             Reports. Destroy when old.
"""


def test_a_date_over_the_labels_of_the_archivists_box_approves() -> None:
    signed = (
        "4. Records Officer          5. TEL. EXT. 382-7301   5-3-74      (signed)\n"
        "                                                    DATE        ARCHIVIST OF THE UNITED STATES"
    )
    schedule = read_text(PLAIN.format(signed=signed)).schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "1974-05-03"


def test_the_date_on_the_line_of_the_certificate_is_the_agencys() -> None:
    """The labels of the Archivist's box above it own nothing that stands there."""
    signed = "                                                 DATE        ARCHIVIST OF THE UNITED STATES"
    assert read_text(PLAIN.format(signed=signed)).schedule.approved is None


def test_the_bare_word_notification_tells_whose_date_it_is() -> None:
    signed = "2. MAJOR SUBDIVISION  Bureau of Accounts     NOTIFICATION: 5-3-74 (signed) Acting Archivist"
    schedule = read_text(PLAIN.format(signed=signed)).schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "1974-05-03"


def test_the_day_on_which_a_cover_was_reported_is_no_date_of_the_form() -> None:
    cover = "INACTIVE SCHEDULE\n\nSchedule Number: NC-174-211\n\nDate Reported: 02/11/2020\n\n"
    signed = "NOTIFICATION TO AGENCY  5-3-74  (signed) Archivist of the United States"
    schedule = read_text(cover + PLAIN.format(signed=signed)).schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "1974-05-03"
    assert not schedule.certified or schedule.certified.value.isoformat() == "1974-02-07"
