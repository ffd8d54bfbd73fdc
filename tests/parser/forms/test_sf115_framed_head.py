"""Heads in a frame of bars whose columns have boxes of different heights, and labels as keys of a program."""

from tests.parser.forms.sf115_text import read_text

FRAMED = """
+----------------------------------------------------+--------------------------------------+
| REQUEST FOR RECORDS DISPOSITION AUTHORITY          | LEAVE BLANK (NARA use only)          |
| (See Instructions on reverse)                      +--------------------------------------+
+----------------------------------------------------+ JOB NUMBER                           |
| TO: NATIONAL ARCHIVES and RECORDS ADMINISTRATION   | N1-088-07-1                          |
| 8601 ADELPHI ROAD, COLLEGE PARK, MD 20740-6001     +--------------------------------------+
+----------------------------------------------------+ DATE RECEIVED                        |
| 1. FROM (Agency or establishment)                  | January 17, 2007                     |
| Department of Health and Human Services            +--------------------------------------+
+----------------------------------------------------+ NOTIFICATION TO AGENCY               |
| 2. MAJOR SUBDIVISION                               | In accordance with the provisions of |
| Food and Drug Administration                       | 44 U.S.C. 3303a, the disposition     |
+---------------------------------+------------------+ request is approved.                 |
| 4. NAME OF PERSON TO CONFER     | 5. TELEPHONE     +---------------+----------------------+
| FDA Records Officer             | 301-827-4274     | DATE          | ARCHIVIST OF THE     |
|                                 |                  | {first:<14}| UNITED STATES        |
|                                 |                  | {second:<14}| [signed]             |
+---------------------------------+------------------+---------------+----------------------+
| 6. AGENCY CERTIFICATION: [X] is not required; [ ] is attached; or [ ] has been requested. |
+---------------------+---------------------------------------------+-----------------------+
| DATE                | SIGNATURE OF AGENCY REPRESENTATIVE          | TITLE                 |
| December 28, 2006   | [signed]                                    | HHS Records Officer   |
+------+--------------+-----------------------------+---------------+-----------------------+
| 7.   | 8. DESCRIPTION OF ITEM                     | 9. GRS/SUP.   | 10. ACTION TAKEN      |
+------+--------------------------------------------+---------------+-----------------------+
| 1    | Device listing cards. Destroy at 10 years. | N1-88-94-2/6  |                       |
| 2    | Laser notice copies. Destroy at 3 years.   |               |                       |
+------+--------------------------------------------+---------------+-----------------------+
"""


def facts(text: str) -> list[str | None]:
    """Number, agency, receipt, certification and approval."""
    schedule = read_text(text).schedule
    days = (schedule.received, schedule.certified, schedule.approved)
    told = [reading and reading.value for reading in (schedule.id, schedule.agency)]
    return [*told, *(day and day.value.isoformat() for day in days)]


def test_a_frame_may_part_the_boxes_of_one_column_only() -> None:
    told = ["N1-088-07-001", "Department of Health and Human Services", "2007-01-17", "2006-12-28"]
    assert facts(FRAMED.format(first="October 2,", second="2007")) == [*told, "2007-10-02"]
    assert facts(FRAMED.format(first="Oct 2 2007", second="")) == [*told, "2007-10-02"]
    assert facts(FRAMED.format(first="", second="")) == [*told, None]
    assert facts(FRAMED.format(first="Form of", second="2007")) == [*told, None]


def test_keys_of_a_program_are_labels() -> None:
    read = facts(
        "SF 115 - REQUEST FOR RECORDS DISPOSITION AUTHORITY\njob_number: N1-AU-93-6\ndate_received: 1993-01-08\n"
        "to: National Archives and Records Administration (NIR)\n1_from: Department of the Army\n"
        "2_major_subdivision: Information Systems Command\n6_agency_certification:\n  date: 1992-12-21\n"
        '  signature: "[signed]"\nnotification_to_agency:\n  date: 1993-06-24\n  archivist_of_the_united_states: "[signed]"\n'
    )
    assert read == ["N1-AU-93-006", "Department of the Army", "1993-01-08", "1992-12-21", "1993-06-24"]
