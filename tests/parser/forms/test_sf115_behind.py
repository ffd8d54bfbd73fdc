"""What stands around the items of an SF-115: papers behind the form, approvals at its foot, stamps in brackets."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

HEAD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER N1-434-91-4
DATE RECEIVED 3-5-91
1. FROM (Agency or establishment) Department of Energy
2. MAJOR SUBDIVISION Office of Security
"""
TABLE = """7. ITEM NO.\t8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN
1.\tBadge logs. Destroy when 2 years old.\tNC1-434-80-4, item 2\t
2.\tVisitor files. Destroy when 5 years old.\t\t
"""
PRINT = "115-108 NSN 7540-00-634-4064 STANDARD FORM 115 (REV. 3-91)\n"


def test_an_approval_at_the_foot_of_the_form_is_the_approval() -> None:
    """It is no part of the last item's instruction."""
    document = read_text(HEAD + TABLE + "DATE 4/4/91 ARCHIVIST OF THE UNITED STATES Don W. Wilson\n" + PRINT)
    assert document.schedule.approved and document.schedule.approved.value.isoformat() == "1991-04-04"
    instruction = document.items[-1].disposition.instruction
    assert instruction and instruction.value == "Destroy when 5 years old."


def test_a_memorandum_behind_the_form_has_no_items() -> None:
    """Its numbered sentences are no items, and what it says of other schedules the schedule does not say."""
    memo = "\nMEMORANDUM FOR THE RECORD\n\n1. Item 1 replaces N1-434-88-2, item 7.\n2. Withdrawn items are returned.\n"
    document = read_text(HEAD + TABLE + PRINT + memo)
    assert [each.id for each in document.items] == ["N1-434-91-004/1", "N1-434-91-004/2"]
    assert [(each.relation, each.target) for each in document.citations] == [("cites", "N1-434-88-002/7")]
    assert "paper-behind-form" in {doubt.code for doubt in document.doubts}


def test_a_crosswalk_behind_the_form_has_no_items() -> None:
    """A row that begins with another schedule's number opens no item, and says nothing of the last one."""
    crosswalk = "\nCROSSWALK\n\nOld authority\tNew item\nN1-434-80-4, item 2\titem 1\n"
    document = read_text(HEAD + TABLE + PRINT + crosswalk)
    assert [each.id for each in document.items] == ["N1-434-91-004/1", "N1-434-91-004/2"]
    assert not document.items[-1].citations


def test_a_sheet_behind_a_memorandum_goes_on_with_the_items() -> None:
    """The table's heading comes again."""
    more = (
        "\nMEMORANDUM FOR THE RECORD\n\nItem 1 is routine.\n\n"
        + TABLE.splitlines()[0]
        + "\n3.\tKeys. Destroy.\t\t\n"
    )
    assert [each.id[-1] for each in read_text(HEAD + TABLE + PRINT + more).items] == ["1", "2", "3"]


def test_an_item_about_memoranda_is_an_item() -> None:
    """ "Memorandum for the record files" stands among the items, with its number."""
    items = read_items("1. Memorandum for the Record. Destroy when 2 years old.\n2. Crosswalk. Destroy.\n")
    assert list(items) == ["1", "2"]


def test_a_stamp_that_a_transcript_puts_in_brackets_is_the_items() -> None:
    """ "[stamp: ITEM WITHDRAWN]" withdraws the item it stands under; the words are no part of its instruction."""
    items = read_items(
        "1. Drawings. Permanent. Transfer when 25 years old.\n[stamp: ITEM WITHDRAWN]\n2. Logs. Destroy when 2 years old.\n"
    )
    assert items["1"].action_taken and items["1"].action_taken.value == "ITEM WITHDRAWN"
    assert items["1"].disposition.instruction
    assert "stamp" not in items["1"].disposition.instruction.value
    assert items["2"].action_taken is None


def test_values_above_their_labels_though_two_share_a_line() -> None:
    """A date and a name above "DATE" and "ARCHIVIST" approve; the date below belongs to the next label."""
    document = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nN1-412-02-7\nJOB NUMBER\n5/6/2002\nDATE RECEIVED\n"
        "Environmental Protection Agency\n1. FROM (Agency or establishment)\nOffice of Water\n2. MAJOR SUBDIVISION\n"
        "12/1/2002   John W. Carlin\nDATE        ARCHIVIST OF THE UNITED STATES\n"
        "4/30/2002   Records Officer\nDATE        TITLE\n\n"
        "7. ITEM NO.    8. DESCRIPTION OF ITEM    9. GRS OR SUPERSEDED JOB CITATION    10. ACTION TAKEN\n"
        "1    Beach data. Temporary. Destroy when 5 years old.\n"
    )
    schedule = document.schedule
    assert schedule.approved and schedule.approved.value.isoformat() == "2002-12-01"
    assert schedule.agency and schedule.agency.value == "Environmental Protection Agency"


STACKED = """7.      8. DESCRIPTION OF ITEM                      9. GAS OR       10. ACTION
ITEM    AND PROPOSED DISPOSITION                    SUPERSEDED      TAKEN
NO.                                                 JOB CITATION

1.      Negatives. Destroy when 2 years             NC1-456-        Superseded
        old.                                        80-1,           by N1-456-
                                                    item 12         96-2, item
                                                                    3 (8-12-96)
2.      Target graphics. Destroy when 8             NC1-456-        WITH-
        years old.                                  80-1/20         DRAWN
3.      Loan cards. De~~stroy when 3 years
        old.~~ Destroy when 1~~0~~ year old.
"""


def test_stacked_headings_are_the_heading_of_their_columns() -> None:
    """None of the labels is whole on a line, yet column 9 and 10 are known by them."""
    items = {each.id[-1]: each for each in read_text(HEAD + "\n" + STACKED).items}
    cited = {(each.relation, each.target) for each in items["1"].citations}
    assert cited == {("supersedes", "NC1-456-80-001/12"), ("superseded-by", "N1-456-96-002/3")}
    dated = next(each.date for each in items["1"].citations if each.relation == "superseded-by")
    assert dated and dated.value.isoformat() == "1996-08-12"


def test_a_narrow_column_ten_breaks_a_word() -> None:
    """WITH- over DRAWN is a withdrawal."""
    items = {each.id[-1]: each for each in read_text(HEAD + "\n" + STACKED).items}
    assert items["2"].action_taken and items["2"].action_taken.value == "WITHDRAWN"
    assert items["1"].action_taken is None


def test_a_strike_that_begins_inside_a_word_strikes_the_word() -> None:
    """Of "De~~stroy~~" no "De" stands; of the figures "1~~0~~" the 1 does."""
    item = next(each for each in read_text(HEAD + "\n" + STACKED).items if each.id.endswith("/3"))
    assert item.disposition.retention and item.disposition.retention.value.period == "P1Y"


def test_numbers_alone_on_a_line_open_items_where_each_cell_has_its_own() -> None:
    """No punctuation and no title stands beside them."""
    labels = "7. ITEM NO.\n8. DESCRIPTION OF ITEM\n9. GRS OR SUPERSEDED JOB CITATION\n10. ACTION TAKEN\n"
    items = read_text(
        HEAD
        + labels
        + "\n11\nBond claims\nDestroy when 10 years old.\nN1-53-88-3, item 4\n\n12\nPosters\nPermanent.\n"
    ).items
    assert [each.id[-3:] for each in items] == ["/11", "/12"]
    assert [(each.relation, each.target) for each in items[0].citations] == [
        ("supersedes", "N1-053-88-003/4")
    ]


TWO = (
    HEAD
    + """7. ITEM NO.\t8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN
1.\tBadge logs. Destroy when 2 years old.\t\t
2.\tVisitor files. Destroy when 5 years old.\t\t
"""
)


@pytest.mark.parametrize(
    "paper",
    [
        "CROSSWALK\nOld item (NC1-434-80-4)      New item\n1            1\n3 and 4      2\n5            not superseded\n",
        "Old authority                New item (this schedule)\nNC1-434-80-4, item 1         1\n"
        "NC1-434-80-4, items 3 and 4  2\nNC1-434-80-4, item 5         still in effect\n",
        "### CROSSWALK\n\n| Old item (NC1-434-80-4) | New item (this schedule) |\n|---|---|\n"
        "| NC1-434-80-4, item 1 | superseded by N1-434-91-4, item 1 |\n"
        "| NC1-434-80-4, items 3 and 4 | superseded by N1-434-91-4, item 2 |\n"
        "| NC1-434-80-4, item 5 | not superseded; remains in effect |\n",
        "CROSSWALK\nNC1-434-80-4, item 1 superseded by N1-434-91-4, item 1\n"
        "NC1-434-80-4, items 3 and 4 -> item 2 of this schedule\nNC1-434-80-4, item 5 remains in effect\n",
        "LIST OF SUPERSEDED ITEMS\nNC1-434-80-4, item 1 (see item 1 above)\nNC1-434-80-4, items 3 and 4 (see item 2 above)\n"
        "NC1-434-80-4, item 5 not superseded\n",
    ],
)
def test_a_crosswalk_says_of_each_item_what_it_replaces_however_its_rows_are_told(paper: str) -> None:
    """None of it is said of the last item, below which it stands."""
    document = read_text(TWO + "\n" + paper)
    told = {item.id: [(each.relation, each.target) for each in item.citations] for item in document.items}
    assert told == {
        "N1-434-91-004/1": [("supersedes", "NC1-434-80-004/1")],
        "N1-434-91-004/2": [("supersedes", "NC1-434-80-004/3"), ("supersedes", "NC1-434-80-004/4")],
    }
    assert [(each.relation, each.target) for each in document.citations] == [
        ("does-not-supersede", "NC1-434-80-004/5")
    ]


def test_a_table_of_the_schedules_own_items_tells_what_superseded_them() -> None:
    paper = "\nItem No.      Superseded by\n1             DAA-0434-2013-0004-0001\n2             remains in effect\n"
    document = read_text(TWO + paper)
    told = {item.number: [(each.relation, each.target) for each in item.citations] for item in document.items}
    assert told == {"1": [("superseded-by", "DAA-0434-2013-0004-0001")], "2": []}


def test_a_row_of_headings_that_lists_items_is_no_crosswalk() -> None:
    """Words in the text of an item that speak of old and new items open none either."""
    item = "3.\tConversion tables. Old item numbers beside new item numbers. Destroy when superseded.\tNC1-434-80-4, item 4\t\n"
    document = read_text(TWO + item)
    assert [each.number for each in document.items] == ["1", "2", "3"]
    assert [(each.relation, each.target) for each in document.items[2].citations] == [
        ("supersedes", "NC1-434-80-004/4")
    ]


def test_a_line_of_a_crosswalk_that_is_not_understood_is_cited_and_told() -> None:
    paper = "\nCROSSWALK\nNC1-434-80-4, item 1 superseded by item 1\nNC1-434-80-4, item 9 destroyed\n"
    document = read_text(TWO + paper)
    assert [(each.relation, each.target) for each in document.citations] == [("cites", "NC1-434-80-004/9")]
    assert "crosswalk-row-unread" in {doubt.code for doubt in document.doubts}


def test_an_older_item_of_which_a_row_says_that_it_remains_is_not_replaced() -> None:
    rows = "\nCROSSWALK\n\nNew item      Superseded authority\n1             NC1-434-80-4, item 2\n"
    rows += "2             none. NC1-434-80-4, item 9 remains in effect\n"
    document = read_text(TWO + rows)
    told = [(each.relation, each.target) for item in document.items for each in item.citations]
    told += [(each.relation, each.target) for each in document.citations]
    assert ("supersedes", "NC1-434-80-004/2") in told
    assert ("does-not-supersede", "NC1-434-80-004/9") in told
    assert ("supersedes", "NC1-434-80-004/9") not in told
