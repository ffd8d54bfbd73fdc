"""What stands in and around the table of a transcript: cells named in the text, inner tables, papers behind the form."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NO. N1-129-89-1

**7. ITEM NO. — 8. DESCRIPTION OF ITEM — 9. GRS OR SUPERSEDED JOB CITATION — 10. ACTION TAKEN (NARS USE ONLY)**

"""
FIRST = "1. Inmate files. Temporary. Destroy when 2 years old.\n\n"


def test_a_quoted_cell_of_column_10_is_what_was_done_with_the_item() -> None:
    read = read_text(FORM + FIRST + "> Col. 9: NC1-129-76-2, item 9\n\n> Col. 10: withdrawn\n")
    (item,) = read.items
    assert item.action_taken
    assert item.action_taken.value == "withdrawn"
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-129-76-002/9")]


def test_cells_named_within_a_line_are_columns_9_and_10() -> None:
    read = read_text(
        FORM
        + "1. Logs. Temporary. Destroy when 2 years old. Col. 9: NC1-129-76-2, item 11. Column 10: withdrawn\n\n"
        "2. Rosters. Temporary. Destroy when 3 years old.\n"
    )
    first, second = read.items
    assert [(each.relation, each.target) for each in first.citations] == [("supersedes", "NC1-129-76-002/11")]
    assert first.action_taken
    assert first.action_taken.value == "withdrawn"
    assert first.title
    assert first.title.value == "Logs"
    assert second.action_taken is None


def test_rows_of_a_table_within_an_item_are_no_items() -> None:
    read = read_text(
        FORM
        + "1. Count data. Permanent. Transfer to the National Archives when 5 years old. The files are:\n\n"
        "| File | Years | Form |\n|---|---|---|\n| 1 | 1930-1959 | cards |\n| 2 | 1960-1975 | tape |\n\n"
        "> Col. 9: NC1-129-76-2, items 2 and 3\n\n2. Ledgers. Temporary. Destroy when 3 years old.\n"
    )
    assert [item.number for item in read.items] == ["1", "2"]
    assert [each.target for each in read.items[0].citations] == ["NC1-129-76-002/2", "NC1-129-76-002/3"]


def test_a_crosswalk_is_known_by_its_headings_wherever_it_stands() -> None:
    read = read_text(
        FORM + FIRST + "### Crosswalk\n\n| Old authority | Title | New item |\n|---|---|---|\n"
        "| NC1-129-76-2, item 4 | Monthly count | 1 |\n"
    )
    (item,) = read.items
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-129-76-002/4")]


def test_the_instructions_behind_the_form_give_examples_and_no_citations() -> None:
    read = read_text(
        FORM + FIRST + "115-109            NSN 7540-00-634-4064            STANDARD FORM 115 (REV. 3-91)\n"
        "[stamp] COPY FURNISHED TO AGENCY 8-21-2000\n"
        "                 INSTRUCTIONS\n\nEntry 9 should contain the citation of the job that the item replaces, for\n"
        'example "NC1-330-77-5, item 2" or "GRS 7, item 4".\n'
    )
    (item,) = read.items
    assert item.citations == ()
    assert read.citations == ()
    assert "paper-behind-form" in {each.code for each in read.doubts}


def test_the_printers_lines_below_a_continuation_sheet_are_no_item() -> None:
    read = read_text(
        FORM + FIRST + "115-202       FOUR COPIES INCLUDING ORIGINAL       STANDARD FORM 115-A (REV. 12-83)\n"
    )
    assert [item.number for item in read.items] == ["1"]
    read = read_text(FORM + FIRST + "115-208      STANDARD FORM SF 115-A (REV. 3-91)\n")
    assert [item.number for item in read.items] == ["1"]


def test_column_10_changes_the_disposition_that_was_proposed() -> None:
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-129-89-1\n\n"
        "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. SAMPLE OR JOB NO. | 10. ACTION TAKEN |\n|---|---|---|---|\n"
        '| 1 | Rolls. Destroy when 10 years old. | | Item 1 changed to read: "Destroy 15 years after the loan is paid." |\n'
        "| 2 | Logs. Destroy when 2 years old. | | approved |\n"
    )
    periods = [each.disposition.retention.value.period for each in read.items if each.disposition.retention]
    assert periods == ["P15Y", "P2Y"]
    assert [doubt.code for doubt in read.doubts if doubt.code == "changed-on-approval"] == [
        "changed-on-approval"
    ]


def test_a_struck_word_of_column_10_no_longer_stands() -> None:
    read = read_text(FORM + FIRST + "Column 10: ~~approved~~ **withdrawn**\n")
    (item,) = read.items
    assert item.action_taken
    assert item.action_taken.value == "withdrawn"


def test_a_reservation_below_a_number_belongs_to_its_cell() -> None:
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO.\n\nN1-122-87-1\n\n7.\nITEM\nNO.\n\n8. DESCRIPTION OF ITEM\n\n"
        "9. GRS OR\nSUPERSEDED\nJOB\nCITATION\n\n10. ACTION\nTAKEN\n\n1.\n\nMerger filings. Temporary.\n"
        "Destroy 12 years after the filing.\n\nNC1-122-78-4,\nitem 6\n(except\nbanks)\n\n2.\n\nSpeech texts\n\n"
        "Temporary. Destroy when 2 years old.\n\nGRS 14/1\n"
    )
    first, second = read.items
    assert [(each.target, each.partial) for each in first.citations] == [("NC1-122-78-004/6", True)]
    assert [(each.target, each.partial) for each in second.citations] == [("GRS 14/1", False)]


def test_two_labels_above_their_two_values_share_them_by_kind() -> None:
    """Two columns of a form read across: the agency and the date received below both of their labels."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO.\n\nN1-122-87-1\n\n1. FROM (Agency or establishment)\n\n"
        "DATE RECEIVED\n\nFederal Trade Commission\n\n11-3-86\n\n2. MAJOR SUBDIVISION\n\nBureau of Competition\n\n"
        "7. ITEM NO.\n8. DESCRIPTION OF ITEM\n9. GRS OR SUPERSEDED JOB CITATION\n10. ACTION TAKEN\n\n" + FIRST
    )
    assert read.schedule.agency
    assert read.schedule.agency.value == "Federal Trade Commission"
    assert read.schedule.received
    assert read.schedule.received.value.isoformat() == "1986-11-03"


def test_numbers_in_a_letter_in_front_of_the_form_are_cited_and_it_is_told() -> None:
    read = read_text(
        "Archivist of the United States\nWashington, DC 20408\n\nDear Mr. Archivist:\n\nItem 1 updates NC1-142-80-3, item 7. "
        "N1-142-88-1 is superseded by N1-129-89-1.\n\n"
        "Sincerely,\n\n" + FORM + FIRST
    )
    assert [(each.relation, each.target) for each in read.citations] == [
        ("cites", "NC1-142-80-003/7"),
        ("cites", "N1-142-88-001"),
    ]
    assert "paper-before-form" in {each.code for each in read.doubts}


def test_a_table_right_below_the_title_of_an_item_lists_none_whatever_its_rows_look_like() -> None:
    read = read_text(
        FORM
        + "## 1. Certificates\n\n| Form | Name |\n|---|---|\n| 81-31 | Certificate |\n| 81-65 | Large certificate |\n\n"
        "Temporary. Destroy 3 years after cutoff.\n\n## 2. Requests\n\nTemporary. Destroy when 10 years old.\n\n"
        "Column 9: N/A\n\nColumn 10: withdrawn\n"
    )
    assert [item.number for item in read.items] == ["1", "2"]
    first, second = read.items
    assert first.disposition.retention
    assert first.disposition.retention.value.period == "P3Y"
    assert first.action_taken is None
    assert second.action_taken
    assert second.action_taken.value == "withdrawn"


def test_a_row_with_an_unusual_number_is_an_item_of_its_own() -> None:
    """What was done with it was not done with the item above."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. N1-NU-89-5\n\n"
        "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |\n|---|---|---|---|\n"
        "| 5102-3 | Diving logs. Destroy when 10 years old. | | |\n"
        "| 12630-2 | Leave chits. Destroy when 2 years old. | | WITHDRAWN |\n"
        "| PR4,10/x | Cards. Destroy when 1 year old. | | |\n"
    )
    assert [(item.number, item.action_taken is not None) for item in read.items] == [
        ("5102-3", False),
        ("12630-2", True),
        ("PR4,10/x", False),
    ]
    assert "item-number-unusual" in {doubt.code for doubt in read.doubts}


def test_a_note_beside_a_struck_item_is_no_word_of_it() -> None:
    read = read_text(
        FORM + "~~1. Folders. Temporary. Destroy 30 years after the end of service.~~\n"
        "[handwritten in the margin: Superseded by DAA-0490-2013-0001-0001, 3/12/2014]\n\n"
        "[STAMP, diagonal across the page: INACTIVE - ALL ITEMS SUPERSEDED]\n"
    )
    (item,) = read.items
    assert item.strike == "full"
    assert item.disposition.retention
    assert item.disposition.retention.value.period == "P30Y"
    assert [(each.relation, each.target) for each in item.citations] == [
        ("superseded-by", "DAA-0490-2013-0001-0001")
    ]
    assert len(read.schedule.stamps) == 1


def test_a_note_in_the_description_changes_the_disposition() -> None:
    read = read_text(
        FORM
        + '1. Files. Temporary. Destroy 10 years after release. [Item 1 changed to read, 6/2/88: "Temporary. Destroy 20 '
        'years after release."]\n'
    )
    assert read.items[0].disposition.retention
    assert read.items[0].disposition.retention.value.period == "P20Y"
    assert "changed-on-approval" in {doubt.code for doubt in read.doubts}


def test_a_title_may_end_with_a_relative_clause_and_blocks_are_no_retention() -> None:
    read = read_text(
        FORM
        + "1. Petitions that were granted. Permanent. Transfer to the National Archives in blocks of ten years, when the "
        "latest card in the block is 15 years old.\n"
    )
    (item,) = read.items
    assert item.title
    assert item.title.value == "Petitions that were granted"
    assert item.disposition.retention
    assert item.disposition.retention.value.period == "P15Y"


def test_a_label_of_succession_that_a_narrow_column_breaks_is_one_label() -> None:
    items = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION       9. GRS OR SUPERSEDED JOB CITATION   10. ACTION\n\n"
        "  1.          Appointment Books. Temporary. Destroy               GRS 1, item 20\n"
        "              when 2 years old. Superseded by job / item\n"
        "              number: GRS 2.7/010 Date (MM/DD/YYYY):\n"
        "              01/22/2018\n\n"
        "  2.          Dockets. Permanent. Transfer to the                 NC1-81-79-1,\n"
        "              National Archives when 25 years old.                item 1\n"
    )
    citation = next(each for each in items["1"].citations if each.relation == "superseded-by")
    assert citation.target == "GRS 2.7/010"
    assert citation.date
    assert citation.date.value.isoformat() == "2018-01-22"


def test_subject_codes_with_a_point_number_items() -> None:
    items = read_items(
        "  7.                                                                    9. GRS OR          10. ACTION\n"
        " ITEM        8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION            SUPERSEDED         TAKEN (NARA\n"
        "  NO.                                                                   JOB CITATION       USE ONLY)\n\n"
        "  4710.1      Ship Overhaul Records. Temporary.                         N1-NU-86-4,\n"
        "              Destroy 20 years after the ship is struck.                item 4710.1\n\n"
        "  4710.3      Submarine Battery Logs. Temporary. Destroy when 10        N/A\n"
        "              years old.\n"
    )
    assert list(items) == ["4710.1", "4710.3"]
    assert [each.target for each in items["4710.1"].citations] == ["N1-NU-86-004/4710.1"]


def test_cells_of_columns_9_and_10_written_out_below_their_items_are_no_items() -> None:
    read = read_text(
        "## Request for Records Disposition Authority\n\n**Job Number:** N1-399-94-2\n\n---\n\n### 1. Accident Files\n\n"
        "**a. Loss of life.** Permanent. Transfer to the National Archives when 25 years old.\n\n"
        "**9. GRS or Superseded Job Citation:** NC1-399-80-1, item 1\n\n"
        "**b. Injuries.** Temporary. Destroy when 20 years old.\n\n"
        "**9. GRS or Superseded Job Citation:** NC1-399-80-1, item 2\n\n"
        "### 2. Crossing Data Base\n\nTemporary. Delete when 2 years old.\n\n"
        "**9. GRS or Superseded Job Citation:** New\n\n**10. Action Taken:** Withdrawn\n"
    )
    assert [item.number for item in read.items] == ["1", "1a", "1b", "2"]
    assert [[each.target for each in item.citations] for item in read.items] == [
        [],
        ["NC1-399-80-001/1"],
        ["NC1-399-80-001/2"],
        [],
    ]
    assert [item.action_taken is not None for item in read.items] == [False, False, False, True]


def test_an_action_broken_over_two_lines_of_its_own_is_one() -> None:
    read = read_text(
        FORM + "1. Clippings. Temporary. Destroy when 2 years old.\n\nDISPOSITION NOT\nAPPROVED\n\n"
        "2. Recordings. Temporary. Destroy when 3 years old.\n"
    )
    first, second = read.items
    assert first.action_taken
    assert first.action_taken.value == "DISPOSITION NOT APPROVED"
    assert first.disposition.retention
    assert first.disposition.retention.value.period == "P2Y"
    assert second.action_taken is None


def test_a_comma_for_the_full_stop_behind_a_number_is_none_of_it() -> None:
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO. NC1-75-79-4\n\n"
        "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. SAMPLE OR JOB NO. | 10. ACTION TAKEN |\n|---|---|---|---|\n"
        "| 1. | Permits. Destroy when 5 years old. | | |\n| 2, | Records. Destroy when 20 years old. | | |\n"
        "| 3. | Cards. Destroy when 6 years old. | | |\n"
    )
    assert [item.id.partition("/")[2] for item in read.items] == ["1", "2", "3"]


def test_a_named_cell_in_brackets_ends_with_its_bracket() -> None:
    read = read_text(
        FORM + "1. Logs. Destroy when 2 years old.   [col. 9: NC1-129-76-2, item 11]   [col. 10: Withdrawn]\n"
    )
    (item,) = read.items
    assert item.action_taken and item.action_taken.value == "Withdrawn"
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-129-76-002/11")]


def test_all_items_but_some_are_excepted_by_their_numbers_alone() -> None:
    read = read_text(
        FORM + "1. Logs. Destroy when 2 years old.   [col. 9: NC1-129-76-2, all items except 1 and 4]\n"
    )
    assert [(each.relation, each.target) for each in read.items[0].citations] == [
        ("supersedes", "NC1-129-76-002"),
        ("does-not-supersede", "NC1-129-76-002/1"),
        ("does-not-supersede", "NC1-129-76-002/4"),
    ]


def test_an_item_out_of_a_range_is_excepted_by_its_number_alone() -> None:
    """What "except 5 cubic feet" counts is no item."""
    cell = "1. Logs. Destroy when 2 years old.   [col. 9: NC1-129-76-2, items 4 through 6 (except 5)]\n"
    assert [(each.relation, each.target) for each in read_text(FORM + cell).items[0].citations] == [
        ("supersedes", "NC1-129-76-002/4"),
        ("supersedes", "NC1-129-76-002/6"),
        ("does-not-supersede", "NC1-129-76-002/5"),
    ]
    cell = "1. Logs. Destroy when 2 years old.   [col. 9: NC1-129-76-2, item 4, except 5 cubic feet]\n"
    assert [each.target for each in read_text(FORM + cell).items[0].citations] == ["NC1-129-76-002/4"]


@pytest.mark.parametrize(
    "cells",
    [
        "  9: NC1-129-76-2, item 11  10: Withdrawn by agency 11/04\n",
        "   9: NC1-129-76-2, item 11   10: Withdrawn by agency 11/04\n",
        " [9: NC1-129-76-2, item 11] [10: Withdrawn by agency 11/04]\n",
        "\n   9: NC1-129-76-2, item 11  10: Withdrawn by agency 11/04\n",
    ],
)
def test_a_figure_alone_may_name_the_cell(cells: str) -> None:
    (item,) = read_text(FORM + "1. Logs. Destroy when 2 years old." + cells).items
    assert item.action_taken and item.action_taken.value == "Withdrawn by agency 11/04"
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "NC1-129-76-002/11")]


def test_an_hour_and_a_proportion_name_no_cell() -> None:
    text = (
        "1. Logs begun at 9: 30 and at 10: 15. Destroy when 2 years old.\n2. Maps 10: 1. Destroy when old.\n"
    )
    assert [each.action_taken for each in read_text(FORM + text).items] == [None, None]
