"""Tables without frames, heads in another order, and numbers that are no head; every document is invented."""

from datetime import date

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Item, ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.sf115 import read_sf115
from schedgraph.parser.reading.markup import read_markup

HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NO. NC1-95-79-6
DATE RECEIVED 4-2-79
1. FROM (Agency or establishment) Forest Service
NOTIFICATION TO AGENCY
DATE 9-18-79
ARCHIVIST OF THE UNITED STATES James B. Rhoads
6. CERTIFICATE OF AGENCY REPRESENTATIVE
C. DATE 3-20-79   E. TITLE Records Officer
"""


def read_text(text: str) -> ScheduleDocument:
    pages, _ = read_markup(text)
    lines = blocks(pages)
    source = Source(name="form.txt", sha256="0" * 64, media_type="text/plain", pages=len(pages))
    return read_sf115(lines, source, detect(lines))


def by_path(document: ScheduleDocument) -> dict[str, Item]:
    return {item.id.partition("/")[2]: item for item in document.items}


def citations(item: Item) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in item.citations]


def test_bars_without_a_frame_part_the_columns() -> None:
    """A sample number between bars is no citation, and a withdrawal in the last cell is NARA's action."""
    items = by_path(
        read_text(
            HEAD
            + "7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. SAMPLE OR JOB NO. | 10. ACTION TAKEN\n"
            + "1 | Trail Count Cards. Destroy 2 years after tabulation. | 1 |\n"
            + "2 | Fire Lookout Logs. PERMANENT. Offer to NARS when 30 years old. | NN-167-40, item 3 |\n"
            + "3 | Range Permits. Destroy when 6 years old. | | Withdrawn\n"
        )
    )
    assert list(items) == ["1", "2", "3"]
    assert items["1"].title and items["1"].title.value == "Trail Count Cards"
    assert [citations(items[path]) for path in ("1", "2")] == [[], [("cites", "NN-167-40/3")]]
    assert items["3"].action_taken and items["3"].action_taken.value == "Withdrawn"


BARRED = "7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN\n"


def test_a_number_in_the_cell_of_its_description_moves_no_other_cell() -> None:
    """A row with a bar less than its heading keeps column 9 and 10: what NARA refused there is no authority."""
    items = by_path(
        read_text(
            HEAD
            + BARRED
            + "1501-1  Trail Count Cards. Destroy 2 years after tabulation.  |  NN-167-40/3  |  \n"
            + "1501-2  Fire Lookout Logs. Destroy when 6 years old.  |  |  Disposition not approved\n"
            + "1501-3  Range Permits. Destroy when 3 years old.  |  NN-167-40/4 |  withdrawn - GRS applies\n"
            + "1501-4  Grazing Fees. Destroy when 3 years old.  |  |  |\n"
        )
    )
    assert list(items) == ["1501-1", "1501-2", "1501-3", "1501-4"]
    assert [item.action_taken.value if item.action_taken else None for item in items.values()] == [
        None,
        "Disposition not approved",
        "withdrawn - GRS applies",
        None,
    ]
    assert [citations(item) for item in items.values()] == [
        [("supersedes", "NN-167-40/3")],
        [],
        [("supersedes", "NN-167-40/4")],
        [],
    ]


def test_an_instruction_in_a_cell_of_its_own_is_no_citation() -> None:
    """Where the title shares the cell of the number, what follows is the rest of the description."""
    items = by_path(
        read_text(
            HEAD
            + BARRED
            + "1. Trail Count Cards. | Destroy when 2 years old. | NN-167-40/3 | Withdrawn\n"
            + "2. Fire Lookout Logs. | Destroy when 6 years old. | Withdrawn\n"
            + "3. Range Permits. | Destroy when 3 years old. | |\n"
        )
    )
    assert [item.action_taken is not None for item in items.values()] == [True, True, False]
    assert citations(items["1"]) == [("supersedes", "NN-167-40/3")]
    assert all(item.disposition for item in items.values())


def test_a_single_bar_in_running_text_parts_nothing() -> None:
    items = by_path(
        read_text(
            HEAD
            + "1. Ledgers, debit | credit. Destroy when 3 years old.\n2. Cards. Destroy when 1 year old.\n"
        )
    )
    assert items["1"].title and items["1"].title.value == "Ledgers, debit | credit"


VALUES_FIRST = """NC1-79-84-3
2/6/84
National Park Service
Alaska Regional Office
{minor}343-0011
{approved}Robert M. Warner
1/17/84
Records Officer

REQUEST FOR RECORDS DISPOSITION AUTHORITY
LEAVE BLANK
JOB NO.
DATE RECEIVED
1. FROM (Agency or establishment)
2. MAJOR SUBDIVISION
3. MINOR SUBDIVISION
4. NAME OF PERSON WITH WHOM TO CONFER
5. TELEPHONE EXT.
NOTIFICATION TO AGENCY
DATE
ARCHIVIST OF THE UNITED STATES
6. CERTIFICATE OF AGENCY REPRESENTATIVE
C. DATE
E. TITLE
7. ITEM NO.
8. DESCRIPTION OF ITEM
9. GRS OR SUPERSEDED JOB CITATION
10. ACTION TAKEN

1. Glacier Photographs. PERMANENT. Transfer to the National Archives when 20 years old.
"""


def test_values_that_stand_before_their_labels_are_matched_in_order() -> None:
    document = read_text(VALUES_FIRST.format(minor="Division of Maintenance\n", approved="8/30/84\n"))
    schedule = document.schedule
    assert schedule.id and schedule.id.value == "NC1-079-84-003"
    assert [each and each.value for each in (schedule.agency, schedule.major_subdivision)] == [
        "National Park Service",
        "Alaska Regional Office",
    ]
    assert schedule.minor_subdivision and schedule.minor_subdivision.value == "Division of Maintenance"
    assert [each and each.value for each in (schedule.received, schedule.certified, schedule.approved)] == [
        date(1984, 2, 6),
        date(1984, 1, 17),
        date(1984, 8, 30),
    ]
    assert "boxes-by-order" in {doubt.code for doubt in document.doubts}


def test_a_value_that_is_missing_shifts_no_other() -> None:
    """Without a minor subdivision and a day of approval, no name and no date moves into their boxes."""
    schedule = read_text(VALUES_FIRST.format(minor="", approved="")).schedule
    assert schedule.minor_subdivision is None
    assert schedule.approved is None
    assert schedule.certified and schedule.certified.value == date(1984, 1, 17)


def test_a_name_in_the_right_column_is_no_second_line_of_the_left_box() -> None:
    schedule = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY               LEAVE BLANK\n"
        "                                                        JOB NO.  N1-95-88-4\n"
        "1. FROM (Agency or establishment)                       DATE RECEIVED  3/1/88\n"
        "   Forest Service                                       NOTIFICATION TO AGENCY\n"
        "2. MAJOR SUBDIVISION                                    the disposition request, including amendments, is\n"
        "   Telephone Systems                                    approved except for items that may be marked\n"
        "3. MINOR SUBDIVISION                                    DATE  9/9/88\n"
        "   Radio and Microwave                                  ARCHIVIST OF THE UNITED STATES\n"
        "   Frequency Staff                                      Don W. Wilson\n"
        "                                                        Signed in his absence\n"
        "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n"
        "1. Licenses. Destroy when 3 years old.\n"
    ).schedule
    assert schedule.major_subdivision and schedule.major_subdivision.value == "Telephone Systems"
    assert schedule.minor_subdivision
    assert schedule.minor_subdivision.value == "Radio and Microwave Frequency Staff"


def test_a_job_number_below_an_item_is_column_9_and_no_second_form() -> None:
    document = read_text(
        HEAD
        + "7. ITEM NO.\n8. DESCRIPTION OF ITEM\n9. SAMPLE OR JOB NO.\n10. ACTION TAKEN\n\n"
        + "1. Snow Reports. Destroy when 2 years old.\nJob No. NN-167-9\n\n"
        + "2. Grazing Maps. Destroy when 4 years old.\nJob No. NN-167-9, item 4\nStamped: WITHDRAWN\n"
    )
    items = by_path(document)
    assert document.schedule.id and document.schedule.id.value == "NC1-095-79-006"
    assert citations(items["1"]) == [("cites", "NN-167-9")]
    assert citations(items["2"]) == [("cites", "NN-167-9/4")]
    assert items["2"].action_taken and items["2"].action_taken.value == "WITHDRAWN"


def test_a_second_number_at_the_head_of_a_sheet_is_a_second_form() -> None:
    document = read_text(
        HEAD
        + "1. Snow Reports. Destroy when 2 years old.\n\f"
        + "JOB NO. NC1-95-80-2\n2. Grazing Maps. Destroy when 4 years old.\n"
    )
    assert "two-schedules" in {doubt.code for doubt in document.doubts}


def test_a_damaged_heading_that_two_spaces_part_is_no_item() -> None:
    document = read_text(
        HEAD
        + "7. lTEM NO.  8. DESCRlPTION OF lTEM  9. GAS OR SUPERSEDED JOB ClTATlON  10. ACTlON TAKEN\n\n"
        + "1.  lnsect Trap Logs\nTemporary. Destroy when 2 years old.\nNCl-95-76-1 item 4\n\n"
        + "2.  Seed Tests\nTemporary. Destroy when 3 years old.\nDlSPOSITlON NOT APPR0VED\n"
    )
    items = by_path(document)
    assert list(items) == ["1", "2"]
    assert items["1"].title and items["1"].title.value == "lnsect Trap Logs"
    assert citations(items["1"]) == [("supersedes", "NC1-095-76-001/4")]
    action = items["2"].action_taken
    assert action and action.value == "DISPOSITION NOT APPROVED" and action.repairs
    assert action.evidence.quote == "DlSPOSITlON NOT APPR0VED"


def test_a_signature_row_below_the_last_box_is_no_item() -> None:
    document = read_text(HEAD + "1. Cards. Destroy when 1 year old.\n")
    assert list(by_path(document)) == ["1"]
    assert document.schedule.certified and document.schedule.certified.value == date(1979, 3, 20)


def test_a_damaged_stamp_is_a_stamp_and_a_heading_of_records_is_none() -> None:
    """A stamp that is passed over would leave a dead schedule active."""
    stamped = read_text(HEAD + "lNACTlVE - ALL lTEMS SUPERSEDED\n1. Cards. Destroy when 1 year old.\n")
    assert [stamp.value for stamp in stamped.schedule.stamps] == ["INACTIVE - ALL ITEMS SUPERSEDED"]
    assert stamped.schedule.stamps[0].repairs == ("l→I",)
    titled = read_text(HEAD + "lNACTlVE LOAN FILES\n1. Cards. Destroy when 1 year old.\n")
    assert not titled.schedule.stamps


def test_a_designator_goes_down_level_by_level() -> None:
    items = by_path(
        read_text(
            HEAD
            + "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION   10. ACTION TAKEN\n\n"
            + "02      SURVEYS\n\n02.B    Field notes\n"
            + "        02.B.i    Originals. Destroy when 9 years old.\n"
            + "        02.B.ii   Copies. Destroy when 1 year old.\n\n"
            + "03      U.S. Mint samples. Destroy when 2 years old.\n"
        )
    )
    assert list(items) == ["2", "2/b", "2/b/i", "2/b/ii", "3"]
    assert items["2/b/i"].parent and items["2/b/i"].parent.endswith("/2/b")
    assert items["3"].title and items["3"].title.value == "U.S. Mint samples"


def test_the_number_of_a_manual_leads_the_title_on() -> None:
    items = by_path(
        read_text(
            HEAD
            + "1. RN 12-4b. Bridge Load Ratings. Destroy 5 years after demolition.\n"
            + "2. 1949. Destroy when 3 years old.\n"
        )
    )
    assert items["1"].title and items["1"].title.value == "RN 12-4b. Bridge Load Ratings"
    assert items["2"].title is None or "Destroy" not in items["2"].title.value


LAYOUT = (
    HEAD
    + "\nITEM    8. DESCRIPTION OF ITEM                                   9. SUPERSEDED JOB CITATION    10. ACTION TAKEN\n\n"
)


def test_a_letter_that_stands_apart_is_a_child_and_one_in_prose_is_none() -> None:
    items = by_path(
        read_text(
            LAYOUT
            + "1       Pole Contracts                                           NC1-95-75-2\n"
            + "        a    Awarded.  Destroy after 5 years.                    item 4\n"
            + "        b    Rejected bids                                       NC1-95-75-3\n"
            + "             Destroy 1 year after award.                         items 5 and 6\n\n"
            + "2       Toll Cards\n"
            + "        A clerk sorts these weekly. Destroy after 3 years.\n"
        )
    )
    assert list(items) == ["1", "1/a", "1/b", "2"]
    assert citations(items["1"]) == [("supersedes", "NC1-095-75-002/4")]
    assert citations(items["1/a"]) == []
    assert citations(items["1/b"]) == [
        ("supersedes", "NC1-095-75-003/5"),
        ("supersedes", "NC1-095-75-003/6"),
    ]


def test_prose_that_says_when_records_go_is_their_disposition() -> None:
    items = by_path(
        read_text(
            HEAD
            + "1. These cards show the loads of each tower. They may be destroyed three years after the tower"
            + " is dismantled.\n\n"
            + "2. Plats of the reserves. As evidence of title they are to be kept permanently and will be"
            + " offered to the National Archives after thirty years.\n\n"
            + "3. Claims for barns that may be destroyed by floods are filed here.\n"
        )
    )
    found = [items[path].disposition for path in ("1", "2", "3")]
    assert [each.final and each.final.value for each in found] == ["temporary", "permanent", None]
    kept = [each.retention and each.retention.value for each in found]
    assert [each and each.period for each in kept] == ["P3Y", "P30Y", None]


def test_values_above_their_labels_and_a_number_between_title_and_instruction() -> None:
    document = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\n\nN1-95-94-8\nJOB NUMBER\n4/18/94\nDATE RECEIVED\n"
        "Forest Service\n1. FROM (Agency or establishment)\nRegion 6\n2. MAJOR SUBDIVISION\n"
        "3. MINOR SUBDIVISION\n503-555-0101\n5. TELEPHONE\nNOTIFICATION TO AGENCY\n10/7/94\nDATE\n"
        "Trudy Huskamp Peterson\nARCHIVIST OF THE UNITED STATES\n6. AGENCY CERTIFICATION\n4/1/94\nDATE\n"
        "Regional Records Officer\nTITLE\n7. ITEM NO.\n8. DESCRIPTION OF ITEM\n9. GRS OR SUPERSEDED JOB CITATION\n"
        "10. ACTION TAKEN\n\n1.\nLightning Strike Reports\nNC1-95-80-2, item 7\nDestroy when 6 years old.\n\n"
        "2.\nRangers who are posted abroad\nDestroy 2 years after return. They were listed under\nNC1-95-80-2, item 9\n"
        "until 1990.\n"
    )
    schedule, items = document.schedule, by_path(document)
    assert schedule.agency and schedule.agency.value == "Forest Service"
    assert schedule.major_subdivision and schedule.major_subdivision.value == "Region 6"
    assert schedule.minor_subdivision is None
    assert [each and each.value for each in (schedule.received, schedule.certified, schedule.approved)] == [
        date(1994, 4, 18),
        date(1994, 4, 1),
        date(1994, 10, 7),
    ]
    assert citations(items["1"]) == [("supersedes", "NC1-095-80-002/7")]
    assert citations(items["2"]) == [("cites", "NC1-095-80-002/9")]
    assert items["2"].title and items["2"].title.value == "Rangers who are posted abroad"


def test_a_word_that_a_narrow_column_broke_is_whole() -> None:
    items = by_path(
        read_text(
            HEAD
            + "1. Tree tags, unregis-\ntered\nDestroy when 2 years old.\n\n"
            + "2. Long-\nand short-term leases\nDestroy when 3 years old.\n"
        )
    )
    titles = [items[path].title for path in ("1", "2")]
    assert [title and title.value for title in titles] == [
        "Tree tags, unregis-tered",
        "Long- and short-term leases",
    ]


def test_a_line_with_one_bar_below_those_of_the_table_is_its_row() -> None:
    """The heading of a group leaves its other cells out, and the bars too."""
    table = (
        "7 ITEM NO | 8 DESCRIPTION OF ITEM | 9 GRS OR SUPERSEDED JOB CITATION | 10 ACTION TAKEN\n\n"
        "1 | Watershed Project Files\n"
        "  | A. Project plans. Permanent. Offer 30 years after completion. | NC1-114-79-2/4A |\n"
        "2 | Snow Survey Field Notes. Destroy when 10 years old. | |\n"
        "3 | Contracts. Destroy 6 years after final payment. | |\n"
    )
    assert list(by_path(read_text(HEAD + table))) == ["1", "1/a", "2", "3"]


@pytest.mark.parametrize(
    "note",
    ["[margin, ink] superseded by DAA-0077-2013-0002-0003, 5/6/2014", "ink: see now DAA-0077-2013-0002-0003"],
)
def test_below_a_note_that_ends_in_a_number_or_a_day_the_next_item_begins(note: str) -> None:
    items = by_path(
        read_text(
            HEAD
            + "7. ITEM NO. 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION 9. SAMPLE OR JOB NO. 10. ACTION TAKEN\n\n"
            "1. Permit Applications\n"
            "   (a) Individual permits issued. Permanent.\n"
            "   (b) Individual permits denied. Destroy after 8 years.\n"
            f"       {note}\n"
            "   (c) General permits. Destroy 5 years after expiry.\n"
        )
    )
    assert list(items) == ["1", "1/a", "1/b", "1/c"]
    assert items["1/b"].citations and not items["1/c"].citations


def test_a_gap_parts_the_item_of_a_wrapped_number_from_a_sentence_that_goes_on() -> None:
    """The job above it ends with a comma, and "item 1" stands below it."""
    items = by_path(
        read_text(
            HEAD
            + "7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION  9. SAMPLE OR JOB NO.  10. ACTION TAKEN\n\n"
            "1. Range Safety Files                           NC1-AU-78-31,\n"
            "   Keep until no longer needed for              item 1\n"
            "   business, not longer than 6 years.\n\n"
            "2. Laser Range Certification\n"
            "   Destroy 5 years after recertification.\n"
        )
    )
    assert [each.target for each in items["1"].citations] == ["NC1-AU-78-031/1"]
