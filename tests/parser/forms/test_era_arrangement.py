"""ERA schedules whose labels are broken, stand behind their values, or stand before all of them."""

import hashlib
from pathlib import Path

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import TextSource


def read(text: str, name: str = "scan.txt") -> ScheduleDocument:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return read_text(TextSource(name=name, sha256=digest, media_type="text/plain", text=text, doubts=()))


NARROW = """Records
Schedule
Number
DAA-0015-2014-0003
Schedule
Status
Approved
Agency or
Establishment
Department of Veterans Affairs
Records Schedule
applies to
Agency-wide
Schedule
Subject
Canteen Ledgers
Records Schedule Items
1
Ledgers
Disposition Authority
Number
DAA-0015-2014-0003-0001
Ledgers of each canteen.
Final
Disposition
Temporary
Item
Status
Withdrawn
Cutoff
Instruction
Cut off yearly.
Retention
Period
Destroy 3 year(s)
after cutoff.
"""

VALUES_FIRST = """DAA-0015-2014-0003
Records Schedule Number
Approved
Schedule Status
Department of Veterans Affairs
Agency or Establishment
Agency-wide
Records Schedule applies to
Canteen Ledgers
Schedule Subject
No
Internal agency concurrences will be provided
1 Number of Total Disposition Items
0 Number of Permanent Disposition Items
1 Number of Temporary Disposition Items
0 Number of Withdrawn Disposition Items
Records Schedule Items
1
Sequence Number
Ledgers
DAA-0015-2014-0003-0001
Disposition Authority Number
Ledgers of each canteen.
Temporary
Final Disposition
Active
Item Status
Cut off yearly.
Cutoff Instruction
Destroy 3 year(s) after cutoff.
Retention Period
"""

HEAD = """Request for Records Disposition Authority
Records Schedule Number {number}
Schedule Status {status}
Agency or Establishment Department of Veterans Affairs
Record Group / Scheduling Group Records of the Department of Veterans Affairs
Records Schedule applies to Agency-wide
Schedule Subject Canteen Ledgers
Internal agency concurrences will be provided No
{counts}
Records Schedule Items
Sequence Number 1 Ledgers
Disposition Authority Number {number}-0001
Ledgers of each canteen.
Final Disposition Temporary
Item Status Active
Is this item media neutral?
Do any of the records covered by this item exist as structured electronic data? Yes
Cutoff Instruction Cut off yearly.
Transfer to Inactive Storage Transfer to the Federal Records Center 1 year(s) after cutoff.
Retention Period Destroy 3 year(s) after cutoff.
"""


def head(number: str = "DAA-0015-2014-0003", status: str = "Approved", counts: str = "") -> str:
    return HEAD.format(number=number, status=status, counts=counts)


def text_of(field: object) -> object:
    return getattr(field, "value", None)


@pytest.mark.parametrize("text", [NARROW, VALUES_FIRST], ids=["broken labels", "values first"])
def test_labels_that_are_broken_or_stand_behind_their_values(text: str) -> None:
    document = read(text)
    schedule, (item,) = document.schedule, document.items
    assert text_of(schedule.status) == "Approved"
    assert text_of(schedule.agency) == "Department of Veterans Affairs"
    assert text_of(schedule.applies_to) == "Agency-wide"
    assert text_of(schedule.subject) == "Canteen Ledgers"
    assert item.id == "DAA-0015-2014-0003-0001"
    assert text_of(item.disposition.final) == "temporary"
    assert text_of(item.disposition.cutoff) == "Cut off yearly."
    assert item.disposition.retention and item.disposition.retention.value.period == "P3Y"


def test_the_status_of_an_item_is_no_stamp_of_its_schedule() -> None:
    document = read(NARROW)
    assert text_of(document.items[0].status_printed) == "Withdrawn"
    assert document.schedule.stamps == ()


@pytest.mark.parametrize(
    "counts",
    [
        "Item Count  Total: 1  Permanent: 0  Temporary: 1  Withdrawn: 0",
        "Item Count\nTotal 1\tPermanent 0\tTemporary 1\tWithdrawn 0",
        "Item Count: 1 total, 0 permanent, 1 temporary, 0 withdrawn",
        "Item Count: Number of Total Disposition Items 1; Number of Permanent Disposition Items 0; "
        "Number of Temporary Disposition Items 1; Number of Withdrawn Disposition Items 0",
        "Item Count Number of Total Disposition Number of Permanent Number of Temporary Number of Withdrawn "
        "Items Disposition Items Disposition Items Disposition Items 1 0 1 0\nGAO Approval",
    ],
)
def test_item_counts_in_their_layouts(counts: str) -> None:
    found = read(head(counts=counts)).schedule.item_counts
    assert (found.total, found.permanent, found.temporary, found.withdrawn) == (1, 0, 1, 0)


def test_a_value_of_another_kind_is_no_status() -> None:
    document = read(head(status="Canteen Service"))
    assert document.schedule.status is None
    assert "schedule-status-unread" in {doubt.code for doubt in document.doubts}


def test_a_blank_question_and_the_labels_of_transfer() -> None:
    disposition = read(head()).items[0].disposition
    assert disposition.media_neutral is None
    assert text_of(disposition.cutoff) == "Cut off yearly."
    assert disposition.retention and disposition.retention.value.period == "P3Y"


def test_item_blocks_of_labels_then_values() -> None:
    labels = (
        "Disposition Authority Number\nFinal Disposition\nItem Status\nCutoff Instruction\nRetention Period\n"
    )
    values = (
        "DAA-0015-2014-0003-000{}\nTemporary\nActive\nCut off yearly.\nDestroy {} year(s) after cutoff.\n"
    )
    start = head().split("Sequence Number")[0]
    text = f"{start}Sequence Number\n1\nLedgers\n{labels}\n{values.format(1, 3)}\n2\nReceipts\n{labels}\n"
    document = read(text + values.format(2, 5))
    assert [(item.id[-4:], item.number, text_of(item.title)) for item in document.items] == [
        ("0001", "1", "Ledgers"),
        ("0002", "2", "Receipts"),
    ]
    periods = [
        item.disposition.retention.value.period for item in document.items if item.disposition.retention
    ]
    assert periods == ["P3Y", "P5Y"]


SF115 = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
LEAVE BLANK (NARA use only)
JOB NUMBER  N1-015-92-4
DATE RECEIVED  2-14-1992
1. FROM (Agency or establishment)
Department of Veterans Affairs
2. MAJOR SUBDIVISION
Veterans Canteen Service
NOTIFICATION TO AGENCY
DATE  6-19-92      ARCHIVIST OF THE UNITED STATES  Don W. Wilson
6. AGENCY CERTIFICATION
7. ITEM NO. | 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN
1. Ledgers
   TEMPORARY. Destroy when 3 years old.
2. Receipts
   TEMPORARY. Destroy when 5 years old.
115-109   NSN 7540-00-634-4064   STANDARD FORM 115 (REV. 3-91)   Prescribed by NARA 36 CFR 1228
"""


@pytest.mark.parametrize(
    "text",
    [
        head() + "\f" + head("DAA-0015-2016-0001"),
        head() + "\f" + SF115,
        SF115 + "\f" + head(),
        NARROW + "\f" + VALUES_FIRST.replace("2014-0003", "2016-0001"),
    ],
    ids=["ERA and ERA", "ERA and SF-115", "SF-115 and ERA", "narrow and values first"],
)
def test_two_schedules_in_one_file_are_not_mixed(text: str) -> None:
    document = read(text)
    (doubt,) = (doubt for doubt in document.doubts if doubt.code == "two-schedules")
    assert document.schedule.id is None and not document.items
    assert "DAA-0015-2014-0003" in doubt.message
    assert "DAA-0015-2016-0001" in doubt.message or "N1-015-92-004" in doubt.message


def test_the_same_schedule_twice_is_one() -> None:
    assert text_of(read(head() + "\f" + head()).schedule.id) == "DAA-0015-2014-0003"


NOTICE = """NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE
Schedule Number: {number}
This information is accurate as of: 8/17/2022
ACTIVE ITEMS
2
SUPERSEDED AND OBSOLETE ITEMS
{number} item 1 is superseded by GRS 5.1, item 020

"""


def test_a_notice_and_the_form_behind_it_are_one_document() -> None:
    document = read(NOTICE.format(number="N1-015-92-4") + SF115)
    first, second = document.items
    assert document.form == "notice" and text_of(document.schedule.id) == "N1-015-92-004"
    assert text_of(document.schedule.agency) == "Department of Veterans Affairs"
    assert document.schedule.approved and document.schedule.accurate_as_of
    assert [each.target for each in first.citations if each.relation == "superseded-by"] == ["GRS 5.1/020"]
    assert first.disposition.retention and first.disposition.retention.value.period == "P3Y"
    assert text_of(second.status_printed) == "Active"


def test_a_notice_upon_another_schedule() -> None:
    document = read(NOTICE.format(number="N1-015-88-1") + SF115)
    assert document.schedule.id is None and not document.items
    assert "two-schedules" in {doubt.code for doubt in document.doubts}


def test_a_notice_in_paragraphs_and_one_in_roman_numbers() -> None:
    start = "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number: N1-015-88-1\naccurate as of: 8/17/2022\n"
    paragraphs = read(
        start + "ACTIVE ITEMS  These items, unless subsequently superseded, may be used.  Items 3 and 8(a).\n"
        "SUPERSEDED AND OBSOLETE ITEMS  1 and 2 superseded by N1-015-92-4, item 1.  8(b): obsolete.\n"
    )
    assert {item.id.partition("/")[2] for item in paragraphs.items} == {"3", "8/a", "1", "2", "8/b"}
    roman = read(
        start + "ACTIVE ITEMS\nNone\nSUPERSEDED AND OBSOLETE ITEMS\nItem   Status   Reference\n"
        "I.A.1      Superseded   N1-015-92-4, item 2\nII.B       Rescinded\nIII        Never approved\n"
    )
    assert {item.id.partition("/")[2]: text_of(item.status_printed) for item in roman.items} == {
        "i/a/1": "Superseded",
        "ii/b": "Rescinded",
        "iii": "Not approved",
    }


def test_a_schedule_without_line_ends_says_what_its_lines_say() -> None:
    """Texts copied from a viewer come as one line: the signatures are read, and no number stands behind them."""
    lines = Path("corpus/documents/004_b78231fe35ef310f.txt").read_text(encoding="utf-8")
    flat = " ".join(lines.replace("*", " ").split())
    whole, run_on = read(lines), read(flat)
    assert run_on.schedule.approved and whole.schedule.approved
    assert run_on.schedule.approved.value == whole.schedule.approved.value
    assert [(event.action, event.name) for event in run_on.events] == [
        (event.action, event.name) for event in whole.events
    ]
    assert [item.id for item in run_on.items] == [item.id for item in whole.items]


BLOCK = """Request for Records Disposition Authority
Records Schedule Number
Schedule Status
Agency or Establishment
Record Group / Scheduling Group
Records Schedule applies to
Schedule Subject
Internal agency concurrences will be provided
Background Information

DAA-0057-2019-0004
{status}
U.S. Geological Survey
Records of the U.S. Geological Survey
{reach}
Hydrologic data
No
This schedule will supersede the items cited when it is approved.

Records Schedule Items
Sequence Number 1
Water level data
Disposition Authority Number DAA-0057-2019-0004-0001
Final Disposition Permanent
Item Status Pending
"""


@pytest.mark.parametrize("reach", ["Major Subdivsion", "Major Subdivision", "Agency-wide"])
@pytest.mark.parametrize(
    "status",
    [
        "Submitted to NARA",
        "Pending with the appraiser",
        "Returned for revision",
        "Under Review at NARA",
        "Approved",
    ],
)
def test_all_labels_before_all_values_find_theirs(status: str, reach: str) -> None:
    """An answer that reads like a label is an answer among the values, and a status may say where it stands."""
    schedule = read(BLOCK.format(status=status, reach=reach)).schedule
    found = [schedule.status, schedule.agency, schedule.applies_to, schedule.subject]
    assert [each and each.value for each in found] == [
        status,
        "U.S. Geological Survey",
        reach,
        "Hydrologic data",
    ]


@pytest.mark.parametrize(
    "status", ["Approved schedules of the Survey", "Submitted 1/2/2019 and approved 3/4/2020, see file"]
)
def test_a_sentence_is_no_status(status: str) -> None:
    schedule = read(BLOCK.format(status=status, reach="Agency-wide")).schedule
    assert schedule.approved is None
    assert schedule.status is None or schedule.status.value != "Approved"
