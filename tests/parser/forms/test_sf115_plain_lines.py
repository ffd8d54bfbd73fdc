"""Items in lines whose columns nothing parts any more: one field a line, one blank between columns, sheets that break a row."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER: N1-026-03-4
DATE RECEIVED: January 14, 2003
FROM: Department of Homeland Security
DATE APPROVED: June 2, 2003
ARCHIVIST: John W. Carlin

"""
FIELDS = """ITEM NO.: 1
DESCRIPTION: Vessel boarding reports.
DISPOSITION: Temporary. Destroy 5 years after cutoff.
SUPERSEDED JOB CITATION: NC1-26-80-4, item 3
ACTION TAKEN:

ITEM NO.: 2
DESCRIPTION: Port security plans.
DISPOSITION: Permanent. Transfer to NARA when 25 years old.
SUPERSEDED JOB CITATION: NC1-26-80-4, item 5
ACTION TAKEN: Withdrawn
"""


def test_a_form_that_names_each_field_of_an_item() -> None:
    """ "DESCRIPTION:" is a label and no title, and the line with the approval is no subject."""
    document = read_text(HEAD + FIELDS)
    assert [each.title and each.title.value for each in document.items] == [
        "Vessel boarding reports",
        "Port security plans",
    ]
    assert [[c.target for c in each.citations] for each in document.items] == [
        ["NC1-026-80-004/3"],
        ["NC1-026-80-004/5"],
    ]
    assert [each.action_taken and each.action_taken.value for each in document.items] == [None, "Withdrawn"]
    assert document.schedule.subject is None
    assert document.schedule.approved and document.schedule.approved.value.isoformat() == "2003-06-02"


def test_a_description_in_a_sentence_is_no_label() -> None:
    """Without a colon the word begins a title."""
    assert read_items("1. Description of ports. Destroy when 5 years old.\n")["1"].title


RUN_TOGETHER = (
    "7. ITEM NO. 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION 9. GRS OR SUPERSEDED JOB CITATION "
    "10. ACTION TAKEN\n"
)


def test_a_withdrawal_behind_a_number_with_one_blank_between() -> None:
    """Where the headings ran together the cells did too: sentence, number, action."""
    items = read_items(
        RUN_TOGETHER + "1. Dockets. PERMANENT. Transfer when 20 years old. NC1-173-85-1/5 Withdrawn\n"
    )
    item = items["1"]
    assert item.action_taken and item.action_taken.value == "Withdrawn"
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-173-85-001/5")]
    assert item.disposition.instruction and item.disposition.instruction.value.endswith("20 years old.")


def test_a_number_inside_a_sentence_is_no_cell() -> None:
    """ "covered by NC1-173-85-1/5 Withdrawn" is prose that a line breaks."""
    items = read_items(
        RUN_TOGETHER + "1. Dockets as covered by NC1-173-85-1/5 Withdrawn\nfiles. Destroy when 2 years old.\n"
    )
    assert items["1"].action_taken is None


def test_a_row_goes_on_behind_the_heading_of_the_next_sheet() -> None:
    """ "Destroy when" ends one sheet and "15 years old." begins the next, in a row without a number."""
    row = "7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN\n"
    items = read_items(
        row + "1.\tDam logs. Destroy when\tNC1-77-78-2, item\nPAGE 1 OF 2\n" + row + "\t15 years old.\t14\t\n"
    )
    assert items["1"].disposition.retention and items["1"].disposition.retention.value.period == "P15Y"
    assert [each.target for each in items["1"].citations] == ["NC1-077-78-002/14"]


SPOILED = """7. ITEM NO.\t8. DESCRIPTION OF ITEM\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN
1.\tMinutes. Destroy when 20 years old.
~~2x~~\t~~Work sheets. Destroy when 1 year old.~~\t\tWithdrawn
3..\tComplaints. Destroy when 3 years old.
"""


def test_a_number_that_was_typed_over_or_has_a_speck_behind_it_is_that_number() -> None:
    items = read_items(SPOILED)
    assert list(items) == ["1", "2", "3"]
    assert items["2"].strike == "full"
    assert "2" not in read_items(SPOILED.replace("~~", ""))


HEADED = """REQUEST FOR RECORDS DISPOSITION AUTHORITY

JOB NO.
N1-15-93-1

7. ITEM NO.

8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION

9. GRS OR SUPERSEOED JOB CITATION

10. ACTION TAKEN (NARA USE ONLY)

"""


def test_a_denial_that_a_line_breaks_stays_one() -> None:
    """ "supersede NC1-15-82-10" at the beginning of a line is no label of what the item replaces."""
    read = read_text(
        HEADED
        + "1.\n\nGuaranty Folders. Destroy 15 years after payment. This item does NOT\nsupersede NC1-15-82-10, item 1, "
        "which stays in force.\n\nNew item\n\n2.\n\nEducation Folders. Destroy when 3 years old.\n"
    )
    assert [each.number for each in read.items] == ["1", "2"]
    assert [(each.relation, each.target) for each in read.items[0].citations] == [
        ("does-not-supersede", "NC1-015-82-010/1")
    ]


def test_an_item_of_the_job_on_the_line_above_opens_none() -> None:
    read = read_text(
        HEADED
        + "1.\n\nField books. Permanent. Supersedes II-NNA-1187,\nitem 4 (destroy when 15 years old).\n\n"
        "2.\n\nFish kill reports. Destroy when 10 years old.\n"
    )
    assert [each.number for each in read.items] == ["1", "2"]
    assert [(each.relation, each.target) for each in read.items[0].citations] == [
        ("supersedes", "II-NNA-1187/4")
    ]


def test_what_is_quoted_is_no_instruction_of_the_item() -> None:
    read = read_text(
        HEADED
        + '1.\n\nExposure Records. Quoted for comparison from N1-433-99-2, item 3: "Samples. Destroy when 30\nyears old." '
        "Temporary. Destroy when 5 years old.\n"
    )
    retention = read.items[0].disposition.retention
    assert retention and retention.value.period == "P5Y"


LATE = """NOTIFICATION TO AGENCY: approved except for items that may be marked "withdrawn" in column 10. DATE 11/7/79

{first}. Distilled Spirits Plants.
   a. Monthly reports of operations. Destroy after 3 years. Supersedes NN-163-88, item 1.
   b. Transfer records. Destroy after 6 years.
{second}. Basic Permits. Destroy 10 years after termination. Supersedes II-NNA-2145, item 2.
{third}. Tobacco inventories. Permanent.
{note}
"""


@pytest.mark.parametrize(
    ("first", "second", "third"), [(101, 102, 103), (4, 5, 6), (17, 18, 19), (1, 2, 3), (2, 3, 5)]
)
def test_items_that_begin_behind_the_first_are_items(first: int, second: int, third: int) -> None:
    """A page of a schedule, or a chapter whose numbers begin with its own, says of each item what it replaces."""
    text = LATE.format(
        first=first, second=second, third=third, note="Items 1 to 3 see page 1 (franchise fees)."
    )
    items = read_items(text)
    assert list(items) == [str(first), f"{first}/a", f"{first}/b", str(second), str(third)]
    assert [each.target for each in items[str(second)].citations] == ["II-NNA-2145/2"]
    bare = (
        text.replace(". Distilled", "  Distilled")
        .replace(". Basic", "  Basic")
        .replace(". Tobacco", "  Tobacco")
    )
    assert list(read_items(bare)) == list(items)


@pytest.mark.parametrize(("first", "second"), [(101, 7), (1957, 12)])
def test_numbers_that_do_not_count_on_from_a_late_beginning_are_told(first: int, second: int) -> None:
    items = read_items(LATE.format(first=first, second=second, third=3, note=""))
    assert str(first) not in items
