"""An NA-1005 that was flattened or typed off: labels and values in lines, boxes as marks."""

from datetime import date
from pathlib import Path

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import FAILURES, read_text
from schedgraph.parser.reading.source import decode

TEXT = (Path(__file__).parent / "flattened.txt").read_text(encoding="utf-8")


def read(text: str, name: str = "GRS 6.1-0142-2018-0001.txt") -> ScheduleDocument:
    return read_text(decode(text.encode(), name))


def codes(document: ScheduleDocument) -> list[str]:
    return [doubt.code for doubt in document.doubts]


def superseded(document: ScheduleDocument) -> list[str | None]:
    return [each.target for each in document.citations if each.relation == "supersedes"]


def items(document: ScheduleDocument) -> list[str | None]:
    return [each.target for each in document.citations if each.relation == "cites"]


def test_a_flattened_form_says_what_its_data_would_say() -> None:
    document = read(TEXT)
    schedule = document.schedule
    assert (document.form, codes(document)) == ("NA-1005", [])
    assert schedule.id and schedule.agency and schedule.record_group and schedule.status
    assert (schedule.id.value, schedule.agency.value, schedule.record_group.value, schedule.status.value) == (
        "GRS 6.1-0142-2018-0001",
        "Tennessee Valley Authority",
        "142",
        "Approved",
    )
    assert schedule.received and schedule.certified and schedule.approved and schedule.applies_to
    assert schedule.applies_to.value == "Agency-Wide"
    days = (schedule.certified.value, schedule.received.value, schedule.approved.value)
    assert days == (date(2018, 2, 9), date(2018, 2, 12), date(2018, 3, 26))
    assert superseded(document) == ["GRS 6.1-0142-2017-0002"]
    assert items(document) == ["GRS 6.1/010", "GRS 6.1/011", "GRS 6.1/012"]
    assert [each.action for each in document.events] == ["Certify", "Certify", "Approve"]


def test_a_printed_instruction_is_no_value() -> None:
    """The form prints how to fill it in between a label and its value."""
    background = read(TEXT).schedule.background
    assert background is not None
    assert background.value.splitlines() == [
        "Replaces nothing else",
        "Cutoff of email will be at the end of each Presidential Administration",
        "Transfer when 20 years old",
        "No legacy e-mail will be included for this agency",
    ]


QUESTION = "[X] YES      [ ] NO"
ANSWERS = [
    ("☒ YES ☐ NO", True),
    ("YES ☒ NO ☐", True),
    ("☐ YES ☑ NO", False),
    ("YES [ ]   NO [x]", False),
    ("X YES   NO", True),
    ("YES   NO  X", False),
    ("YES", True),
    ("YES X   NO", True),
    ("YES   NO", None),
    ("YES X NO", None),
]


@pytest.mark.parametrize(("answer", "ticked"), ANSWERS, ids=lambda value: str(value))
def test_a_mark_belongs_to_its_caption_or_to_none(answer: str, ticked: bool | None) -> None:
    """Where the text does not tell which box is ticked, nothing is guessed."""
    document = read(TEXT.replace(QUESTION, answer))
    (citation,) = [each for each in document.citations if each.relation == "supersedes"]
    assert citation.disputed == (ticked is not True)
    assert ("box-unread" in codes(document)) == (ticked is None)


def test_a_damaged_number_is_repaired_and_sure_only_with_the_file_name() -> None:
    damaged = TEXT.replace("GRS 6.1-0142-2018-0001", "GRS 6.1-O142-2018-0001")
    named, unnamed = read(damaged), read(damaged, name="scan.txt")
    assert named.schedule.id and unnamed.schedule.id
    assert named.schedule.id.value == unnamed.schedule.id.value == "GRS 6.1-0142-2018-0001"
    assert "number-repaired" not in codes(named)
    assert "number-repaired" in codes(unnamed)


def test_a_name_that_disagrees_with_the_form_is_told() -> None:
    assert "number-differs-from-file-name" in codes(read(TEXT, name="GRS 6.1-0142-2019-0001.txt"))


def test_labels_that_ocr_damaged_are_still_labels() -> None:
    damaged = TEXT.replace("Record Group Number:", "Rec0rd Gr0up Nurnber:").replace(
        "Name of Agency to Which", "Narne of Agency to Wh1ch"
    )
    document = read(damaged)
    assert document.form == "NA-1005"
    assert document.schedule.agency and document.schedule.agency.value == "Tennessee Valley Authority"
    assert document.schedule.record_group and document.schedule.record_group.value == "142"


def test_values_below_their_labels_are_read() -> None:
    below = TEXT.replace("Which this Form Applies:   ", "Which this Form Applies:\n").replace(
        "Record Group Number:   ", "Record Group Number:\n"
    )
    document = read(below)
    assert document.schedule.agency and document.schedule.agency.value == "Tennessee Valley Authority"
    assert document.schedule.record_group and document.schedule.record_group.value == "142"


def test_two_forms_in_one_file_are_not_mixed() -> None:
    document = read(TEXT + "\f" + TEXT.replace("0142-2018-0001", "0142-2018-0002"))
    assert document.schedule.id is None
    assert "two-schedules" in codes(document) and "two-schedules" in FAILURES


def test_a_memo_about_the_form_is_no_form() -> None:
    memo = """MEMORANDUM TO FEDERAL AGENCY CONTACTS: Tips for submitting your NA-1005
Verification for Implementing GRS 6.1
Agencies must submit a verification form (NA-1005). GRS 6.1-0142-2018-0001 is an example.
"""
    assert read(memo).form == "unknown"


def test_a_blank_form_is_told_to_hold_nothing() -> None:
    blank = TEXT
    for value in (
        "GRS 6.1-0142-2018-0001",
        "GRS 6.1-0142-2017-0002",
        "02/12/2018",
        "Tennessee Valley Authority",
    ):
        blank = blank.replace(value, "")
    document = read(blank.replace("[X]", "[ ]"), name="na-1005.txt")
    assert document.form == "NA-1005"
    assert {"number-missing", "no-items"} <= set(codes(document))
