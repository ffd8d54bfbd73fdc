"""ERA schedules in newer prints and in transcripts: short labels before colons, suffixes as numbers, spaced tables."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from tests.parser.forms.test_era_layouts import read

NEWER = """ERA 2.0
Records Schedule: DAA-0129-2024-0002
Status: Submitted to NARA
Generated: 11/08/2024 10:42

General Information
  Schedule Title: Inmate Programs
  Agency or Establishment: Bureau of Prisons
  Record Group / Scheduling Group: 0129
  Schedule applies to: Agency-wide

Items
  0001  Education transcripts
     Disposition Authority Number: DAA-0129-2024-0002-0001
     Final Disposition: Temporary
     Item Status: Pending
     Media neutral: Yes
     Superseded authority: N1-129-94-3, item 2
     Retention: Destroy 75 years after release.
  0002  Religious services files
     Disposition Authority Number: DAA-0129-2024-0002-0002
     Final Disposition: Temporary
     Status: Pending
     Cutoff: Cut off at end of year.
     Superseded authority: N1-129-94-3, item 4
     Retention: Destroy 3 years after cutoff.

Actions
  10/30/2024  Certify   Agency Records Officer   Federal Bureau of Prisons
  11/01/2024  Submit    Agency Records Officer   Federal Bureau of Prisons
"""
TABLE = """Request for Records Disposition Authority
Records Schedule Number: DAA-0047-2020-0001
Schedule Status: Approved
Agency or Establishment: Social Security Administration

{table}

Signatory Information
02/04/2020 Certify - Records Officer - Social Security Administration
01/07/2021 Approve - Archivist of the United States - Office of the Archivist
"""


def superseded(document: ScheduleDocument) -> list[tuple[str, str | None]]:
    return [
        (item.id[-4:], citation.target)
        for item in document.items
        for citation in item.citations
        if citation.relation == "supersedes"
    ]


def test_short_labels_before_colons_are_labels() -> None:
    document = read(NEWER)
    schedule = document.schedule
    assert schedule.status and schedule.subject and schedule.applies_to and schedule.certified
    assert (schedule.status.value, schedule.subject.value) == ("Submitted to NARA", "Inmate Programs")
    assert [item.title and item.title.value for item in document.items] == [
        "Education transcripts",
        "Religious services files",
    ]
    assert [item.status_printed and item.status_printed.value for item in document.items] == ["Pending"] * 2
    assert [item.disposition.retention is not None for item in document.items] == [True, True]
    assert superseded(document) == [("0001", "N1-129-94-003/2"), ("0002", "N1-129-94-003/4")]
    assert [event.action for event in document.events] == ["Certify", "Submit"]
    assert schedule.approved is None


@pytest.mark.parametrize(
    "label",
    ["Superseded authorities:", "Supersedes:", "Replaces:", "Authority superseded:", "SUPERSEDED ITEM:"],
)
def test_what_an_item_replaces_stands_behind_many_labels(label: str) -> None:
    assert superseded(read(NEWER.replace("Superseded authority:", label)))[0] == ("0001", "N1-129-94-003/2")


@pytest.mark.parametrize(
    "sentence",
    [
        "Status reports and studies.",
        "Supersedes nothing that is known.",
        "Retention of these records is a matter of law.",
        "Items such as badges.",
        "Background: see the memo.",
    ],
)
def test_a_sentence_that_begins_with_such_words_is_no_label(sentence: str) -> None:
    """A heading is all of its line, a label stands before a colon."""
    document = read(NEWER.replace("     Media neutral: Yes", f"     Media neutral: Yes\n     {sentence}"))
    assert superseded(document) == superseded(read(NEWER))
    assert document.schedule.status and document.schedule.status.value == "Submitted to NARA"


@pytest.mark.parametrize(
    ("table", "titles"),
    [
        (
            "Sequence  Title                  Disposition Authority Number    Final Disposition  Item Status\n"
            "1         Folder location        DAA-0047-2020-0001-0001         Temporary          Active\n"
            "2         Payment schedules      DAA-0047-2020-0001-0002         Temporary          Active",
            ["Folder location", "Payment schedules"],
        ),
        (
            "   Seq.  Disposition Authority Number    Title                Status\n\n"
            "   1     DAA-0047-2020-0001-0001         Folder location      Active\n"
            "                                         and control\n"
            "   2     DAA-0047-2020-0001-0002         Payment schedules    Active",
            ["Folder location and control", "Payment schedules"],
        ),
        (
            "Disposition Authority Number    Title               Superseded Authority    Retention\n"
            "DAA-0047-2020-0001-0001         Folder location     N1-047-99-2, item 1     Destroy 3 years after cutoff.\n"
            "DAA-0047-2020-0001-0002         Payment schedules                           Destroy 6 years after cutoff.",
            ["Folder location", "Payment schedules"],
        ),
    ],
)
def test_the_columns_of_a_table_of_items_may_be_parted_by_spaces(table: str, titles: list[str]) -> None:
    document = read(TABLE.format(table=table))
    assert [item.id for item in document.items] == [f"DAA-0047-2020-0001-000{number}" for number in (1, 2)]
    assert [item.title and item.title.value for item in document.items] == titles
    assert superseded(document) == ([("0001", "N1-047-99-002/1")] if "Superseded" in table else [])
    assert document.schedule.approved and str(document.schedule.approved.value) == "2021-01-07"


WIDE = """Records Schedule: DAA-0173-2014-0002
Schedule Status    Approved
Agency             Federal Communications Commission
Subject            Amateur service
1   Amateur applications
Disposition Authority Number   DAA-0173-2014-0002-0001
Final Disposition  Temporary      Media neutral   Yes
Status             Withdrawn
Retention          Destroy 3 years after cutoff.
"""


@pytest.mark.parametrize("gap", ["    ", "\t"])
def test_a_wide_gap_or_a_column_parts_a_short_label_from_its_value(gap: str) -> None:
    lines = [gap.join(part for part in line.split("  ") if part.strip()) for line in WIDE.splitlines()]
    document = read("\n".join(lines))
    schedule = document.schedule
    assert schedule.agency and schedule.agency.value.strip() == "Federal Communications Commission"
    assert schedule.subject and schedule.subject.value == "Amateur service"
    (item,) = document.items
    assert item.status_printed and item.status_printed.value == "Withdrawn"
    assert item.disposition.retention and item.disposition.retention.value.period == "P3Y"


def test_a_short_label_may_stand_in_a_second_column() -> None:
    neutral = read(WIDE).items[0].disposition.media_neutral
    assert neutral and neutral.value


def test_a_dash_parts_a_number_from_its_title_and_disposition_is_answered_in_two_ways() -> None:
    """By one word, or by what is to be done."""
    text = (
        NEWER.replace("0001  Education", "0001 - Education")
        .replace("0002  Religious", "0002 – Religious")
        .replace("     Final Disposition: Temporary\n     Item", "     Disposition: Temporary\n     Item")
        .replace("     Retention: Destroy 3", "     Disposition: Destroy 3")
    )
    first, second = read(text).items
    assert first.title and second.title and first.disposition.final and second.disposition.retention
    assert (first.title.value, second.title.value) == ("Education transcripts", "Religious services files")
    assert first.disposition.final.value == "temporary"
    assert second.disposition.retention.value.period == "P3Y"
