"""What NARA's notice says of the items of an older schedule."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Item, ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.notice import read_notice
from schedgraph.parser.reading.markup import read_markup


def read(text: str) -> ScheduleDocument:
    found = blocks(read_markup(text)[0])
    source = Source(name="notice.txt", sha256="0" * 64, media_type="text/plain", pages=1)
    return read_notice(found, source, detect(found))


def statuses(document: ScheduleDocument) -> dict[str, str | None]:
    assert document.schedule.id
    cut = len(document.schedule.id.value)
    return {
        item.id[cut:].lstrip("/-"): item.status_printed.value if item.status_printed else None
        for item in document.items
    }


def cited(item: Item) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.relation, each.target, each.date.value.isoformat() if each.date else None)
        for each in item.citations
    ]


EXPLANATION = (
    "These items, unless subsequently superseded, may be used by the agency to disposition records. "
    "It is the responsibility of the user to verify the items are still active.\n"
)
REASONS = (
    "The remaining items on this schedule may no longer be used to disposition records. They are superseded, "
    "obsolete, filing instructions, non-records, or were lined off and not approved at the time of "
    "scheduling.\n"
)
NOTICE = f"""NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE

Schedule Number: N1-059-98-023

Some items in this schedule are either obsolete or have been superseded by new NARA approved records
schedules. This information is accurate as of: 10/26/2022

ACTIVE ITEMS
{EXPLANATION}
Items 1a, 2-4 and 7
Item 9: Visa Annotations

SUPERSEDED AND OBSOLETE ITEMS
{REASONS}
Item 1b was superseded by DAA-0059-2015-0003-0001
Items 5 and 6 were superseded by N1-059-09-4,
items 1 and 2
Item 8 is obsolete.
Item 10 was lined off and not approved at the time of scheduling.
Item 11 is a filing instruction
Item 12 non-record
N1-059-98-023 item 54 is superseded by DAA-GRS-2017-0006-0002 on 06/07/2017
"""


def test_the_five_reasons_are_kept_apart() -> None:
    """Active, superseded, obsolete, never approved, no record at all: each item keeps its own."""
    assert statuses(read(NOTICE)) == {
        "1/a": "Active",
        "2": "Active",
        "3": "Active",
        "4": "Active",
        "7": "Active",
        "9": "Active",
        "1/b": "Superseded",
        "5": "Superseded",
        "6": "Superseded",
        "8": "Obsolete",
        "10": "Not approved",
        "11": "Filing instruction",
        "12": "Non-record",
        "54": "Superseded",
    }


def test_the_successors_and_their_dates() -> None:
    """A list shares its successors; a date that is not stated is null and not the notice's date."""
    items = {item.id: item for item in read(NOTICE).items}
    assert cited(items["N1-059-98-023/1/b"]) == [("superseded-by", "DAA-0059-2015-0003-0001", None)]
    assert cited(items["N1-059-98-023/6"]) == [
        ("superseded-by", "N1-059-09-004/1", None),
        ("superseded-by", "N1-059-09-004/2", None),
    ]
    assert cited(items["N1-059-98-023/54"]) == [("superseded-by", "DAA-GRS-2017-0006-0002", "2017-06-07")]


def test_the_notice_has_a_date_of_its_own() -> None:
    """ "Accurate as of" is the date of the notice, not of a supersession."""
    schedule = read(NOTICE).schedule
    assert schedule.accurate_as_of and schedule.accurate_as_of.value.isoformat() == "2022-10-26"
    assert [stamp.value for stamp in schedule.stamps] == ["NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE"]


def test_a_title_beside_an_active_item() -> None:
    """What follows the number and is no statement is the item's title."""
    items = {item.id: item for item in read(NOTICE).items}
    title = items["N1-059-98-023/9"].title
    assert title and title.value == "Visa Annotations"


VALUES_FIRST = """NC1-064-77-010
10/26/2022
1, 2, 3a
NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE
Schedule Number:
Some items in this schedule are either obsolete or have been superseded by new NARA approved records
schedules. This information is accurate as of:
ACTIVE ITEMS
SUPERSEDED AND OBSOLETE ITEMS
NC1-64-77-10 item 4 is superseded by GRS 2.2, item 072
NC1-64-77-10 item 5 superseded by N1-GRS-92-4 item 22a

Request for Records Disposition Authority
Leave Blank
Job Number NC1-64-77-10
1. From: (Agency or establishment)
4. Name of Person with whom to confer
8. Description of Item and Proposed disposition
1. Correspondence
"""


def test_values_that_stand_before_their_labels() -> None:
    """The text layer of a notice prints number and date above the title; they are found there."""
    schedule = read(VALUES_FIRST).schedule
    assert schedule.id and schedule.id.value == "NC1-064-77-010"
    assert schedule.accurate_as_of and schedule.accurate_as_of.value.isoformat() == "2022-10-26"


def test_a_list_without_a_heading_makes_no_item_active() -> None:
    """A wrong "active" can destroy records: what stands under no heading has no status, and that is told."""
    document = read(VALUES_FIRST)
    assert statuses(document) == {"1": None, "2": None, "3/a": None, "4": "Superseded", "5": "Superseded"}
    assert "notice-list-unknown" in [doubt.code for doubt in document.doubts]


def test_the_schedule_below_the_notice_is_not_read_as_part_of_it() -> None:
    """The covered SF-115 is another document for another reader."""
    assert all("Correspondence" not in item.evidence.quote for item in read(VALUES_FIRST).items)


def test_a_notice_that_all_items_are_inactive() -> None:
    """Every item has its reason; ranges of sub-items are spelled out."""
    document = read(
        "NOTICE - INACTIVE - ALL ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number: N1-412-85-26\n"
        "All items in this schedule are inactive. Items are either obsolete or have been superseded by newer "
        "NARA approved records schedules.\nThis information is accurate as of 3/2/2019\nDescription:\n"
        "Item 1 was superseded by N1-412-07-2\nItem 2 was superseded by GRS 5.2, item 020\n"
        "Items 3a, 3b(1) to 3b(3): obsolete\n"
    )
    assert statuses(document) == {
        "1": "Superseded",
        "2": "Superseded",
        "3/a": "Obsolete",
        "3/b/1": "Obsolete",
        "3/b/2": "Obsolete",
        "3/b/3": "Obsolete",
    }


def test_a_table_of_items() -> None:
    """One row an item: number, reason, successor."""
    document = read(
        "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number N1-237-09-23\n"
        "accurate as of 05/01/2020\nACTIVE ITEMS\nNone\nSUPERSEDED AND OBSOLETE ITEMS\n"
        "| 1 | Superseded | DAA-0237-2014-0006-0001 |\n| 2b | Obsolete |  |\n"
    )
    assert statuses(document) == {"1": "Superseded", "2/b": "Obsolete"}
    assert cited(document.items[0]) == [("superseded-by", "DAA-0237-2014-0006-0001", None)]


def test_an_item_on_both_lists() -> None:
    """A notice that contradicts itself gives both its lists for the status, and a doubt."""
    document = read(
        "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number N1-237-09-23\n"
        "accurate as of 05/01/2020\n"
        "ACTIVE ITEMS\nItem 4\nSUPERSEDED AND OBSOLETE ITEMS\nItem 4 is obsolete\n"
    )
    assert statuses(document) == {"4": "Active and Obsolete"}
    assert "notice-contradicts-itself" in [doubt.code for doubt in document.doubts]


@pytest.mark.parametrize(
    "line", ["All items except the first are superseded", "Some items: see above, superseded"]
)
def test_a_line_that_names_no_item_is_told(line: str) -> None:
    """What cannot be given to an item is not lost in silence."""
    document = read(
        "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number N1-237-09-23\n"
        "accurate as of 05/01/2020\n"
        f"ACTIVE ITEMS\nItem 4\nSUPERSEDED AND OBSOLETE ITEMS\n\n{line}\n"
    )
    assert "notice-line-unread" in [doubt.code for doubt in document.doubts]


def test_a_notice_without_a_number() -> None:
    """No number is made up, and no item is given to one."""
    document = read("NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nACTIVE ITEMS\nItem 4\n")
    assert (document.schedule.id, document.items) == (None, ())
    assert "schedule-number-missing" in [doubt.code for doubt in document.doubts]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Items 7-9 except 8 are superseded by DAA-0490-2018-0002-0004", {"7", "9"}),
        ("Items 1 through 4 (but not item 2) are obsolete", {"1", "3", "4"}),
        ("Items 1, 3a and 3b, excluding 3b, are obsolete", {"1", "3/a"}),
    ],
)
def test_a_statement_leaves_out_what_it_excepts(said: str, expected: set[str]) -> None:
    """Nothing is said of an item that is excepted."""
    document = read(
        "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number: N1-490-96-2\n"
        "This information is accurate as of: 4/5/2022\nSUPERSEDED AND OBSOLETE ITEMS\n"
        f"{said}\n"
    )
    assert set(statuses(document)) == expected


def test_a_list_of_items_that_a_line_end_parts_is_one_list() -> None:
    document = read(
        "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\nSchedule Number: N1-399-95-001\nACTIVE ITEMS\n"
        + EXPLANATION
        + "N1-399-95-001 items 3, 5a, and\n8 through 10\n"
        + "SUPERSEDED AND OBSOLETE ITEMS\n"
        + REASONS
        + "N1-399-95-001 item 4 is superseded by DAA-0399-2014-0002-0003\n"
    )
    active = [path for path, status in statuses(document).items() if status == "Active"]
    assert active == ["3", "5/a", "8", "9", "10"]
    assert not [each for item in document.items for each in item.citations if each.relation == "cites"]


def test_a_line_whose_item_cannot_be_read_gives_its_successor_to_no_other_item() -> None:
    """It begins with the schedule's number, so it is a statement of its own, and that it was not read is told."""
    document = read(
        "NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE\n\nSchedule Number: N1-563-06-28\n\n"
        "This information is accurate as of: 02/14/2022\n\nSUPERSEDED AND OBSOLETE ITEMS\n\n"
        "N1-563-06-28 item 1A is superseded by GRS 5.2 item 020\n\n"
        "N1-563-06-28 item 2axis superseded by GRS 5.2 item 010\n"
    )
    assert [(each.id, cited(each)) for each in document.items] == [
        ("N1-563-06-028/1/a", [("superseded-by", "GRS 5.2/020", None)])
    ]
    assert "notice-line-unread" in {each.code for each in document.doubts}


def test_an_item_in_part_superseded_and_active_for_the_rest_contradicts_nothing() -> None:
    lists = (
        "Item 4 remains active for notices received on paper\n\nSUPERSEDED AND OBSOLETE ITEMS\n"
        "N1-059-98-023 item 4 is partially superseded (electronic notices) by DAA-0059-2019-0002-0001\n"
    )
    document = read(NOTICE[: NOTICE.index("ACTIVE ITEMS")] + "ACTIVE ITEMS\n" + lists)
    (item,) = document.items
    assert item.status_printed and item.status_printed.value == "Active"
    assert [(each.target, each.partial) for each in item.citations] == [("DAA-0059-2019-0002-0001", True)]
    assert "notice-contradicts-itself" not in {doubt.code for doubt in document.doubts}


CODED = f"""NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE

Schedule Number: N1-115-94-004

ACTIVE ITEMS
{EXPLANATION}
Item ENV-4.00 and item 1501-16a

SUPERSEDED AND OBSOLETE ITEMS
{REASONS}
Item PRJ-1.00 is superseded by DAA-0048-2013-0008-0003
Item WTR-2.00 is obsolete
"""


def test_items_may_have_codes() -> None:
    assert statuses(read(CODED)) == {
        "env-4.00": "Active",
        "1501-16a": "Active",
        "prj-1.00": "Superseded",
        "wtr-2.00": "Obsolete",
    }


def test_a_line_that_names_no_item_that_can_be_read_is_told_of_the_schedule() -> None:
    document = read(CODED.replace("Item WTR-2.00", "Item (illegible)"))
    assert [(each.target, each.words and each.words.value) for each in document.citations] == [
        ("N1-115-94-004", "Item (illegible) is obsolete")
    ]


def test_both_lists_may_name_parts_of_one_item() -> None:
    lines = """NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE
Schedule Number: NC1-095-78-001
This information is accurate as of: 08/19/2021
ACTIVE ITEMS
Item 3 (non-structural improvements)
SUPERSEDED AND OBSOLETE ITEMS
Item 3 (structural improvements) was superseded by N1-095-03-002/3/a
"""
    document = read(lines)
    (item,) = document.items
    assert item.status_printed and item.status_printed.value == "Active"
    assert [(each.target, each.partial) for each in item.citations] == [("N1-095-03-002/3/a", True)]
    assert "notice-contradicts-itself" not in {each.code for each in document.doubts}
