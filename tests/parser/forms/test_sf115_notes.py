"""What NARA and others wrote on an SF-115 later, and what the printer of the form put at its edges."""

import pytest

from schedgraph.parser.blocks import is_form_print
from tests.parser.forms.sf115_text import read_items, read_text
from tests.parser.forms.test_sf115 import annotations, citations, codes, document, item


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("standings", "1", [("Items 1 and 2 rescinded by NARA, 03/05/2018.", "2018-03-05")]),
        ("standings", "2", [("Items 1 and 2 rescinded by NARA, 03/05/2018.", "2018-03-05")]),
        (
            "standings",
            "3",
            [
                (
                    "OBSOLETE - RECORDS NO LONGER CREATED OR HELD. Reported by agency 05/01/2012.",
                    "2012-05-01",
                )
            ],
        ),
        ("standings", "4", [("WITHDRAWN", None)]),
        ("standings", "5", [("Withdrawn by agency, 7/15/89", "1989-07-15")]),
        ("standings", "6", [("Rescinded by NARA", "2004-03-02")]),
        ("standings", "7", []),
        ("layout_columns", "3", [("WITHDRAWN", None)]),
        ("layout_columns", "4", [("Withdrawn by agency, 7/15/94", "1994-07-15")]),
        ("bare_designators", "2/b", [("Items 1 and 2b rescinded by NARA, 03/02/2004.", "2004-03-02")]),
        ("seed", "1/a", []),
    ],
)
def test_a_note_changes_the_standing_of_the_item_that_it_names_or_follows(
    name: str, path: str, expected: list[tuple[str, str | None]]
) -> None:
    """A title ("Withdrawn Lands"), a sentence and a stamp on the sheet are no notes."""
    assert annotations(name, path) == expected


def test_a_note_that_names_an_unknown_item_is_attached_to_none() -> None:
    """Item 9 is not on the form; the item that the line follows is not meant."""
    assert "annotation-unplaced" in codes("standings")


@pytest.mark.parametrize(
    ("name", "path", "target", "day"),
    [
        ("standings", "4", "N1-095-07-002/1", "2007-04-05"),
        ("standings", "1", "GRS 2.4/061", "2017-07-20"),
        ("own_lines", "3", "GRS 5.4/010", "2015-08-18"),
        ("own_lines", "5", None, "2015-08-18"),
        ("own_lines", "6", "DAA-0095-2014-0001-0003", "2015-08-18"),
    ],
)
def test_successors_keep_their_dates(name: str, path: str, target: str | None, day: str) -> None:
    """A date that several notes share is no running header, and none is read as items of a number."""
    found = item(name, path).citations
    assert [(each.relation, each.target) for each in found] == [("superseded-by", target)]
    assert found[0].date and found[0].date.value.isoformat() == day


def test_a_successor_that_cannot_be_read_is_kept_as_printed() -> None:
    """Something superseded the item: silence would leave it active."""
    (successor,) = item("own_lines", "5").citations
    assert (successor.printed, successor.readings) == ("Nl-?5/-0?-'3 / I", ())
    assert "successor-unreadable" in codes("own_lines")


def test_an_empty_successor_says_nothing() -> None:
    """`N/A` and a row of underscores are no successors, and raise no doubt."""
    assert citations("own_lines", "4") == citations("standings", "7") == []
    assert "successor-unreadable" not in codes("standings")


def test_a_cell_on_a_line_of_its_own_belongs_to_its_column() -> None:
    """Where each cell has a line, column 9 still says what the item replaces, and column 10 what NARA did."""
    assert citations("own_lines", "1") == [("supersedes", "N1-095-90-002/1")]
    taken = item("own_lines", "2").action_taken
    assert taken and taken.value == "WITHDRAWN"
    assert document("own_lines").schedule.stamps == ()


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("page_ends", "18", [("cites", "NN-168-12")]),
        ("labels_first", "2", [("supersedes", "NC1-095-79-002/5")]),
        ("layout_columns", "1", [("supersedes", "NC1-095-80-001/3")]),
        ("bare_designators", "2/b", [("supersedes", "N1-095-90-001/7")]),
        ("table_then_sheet", "1", [("supersedes", "N1-095-90-001/2")]),
        ("archivist_in_table", "1", [("supersedes", "NC1-064-77-010/2")]),
    ],
)
def test_column_9_is_found_where_a_long_line_pushed_it(
    name: str, path: str, expected: list[tuple[str, str | None]]
) -> None:
    """What a cell holds tells its column where the line is longer than its heading."""
    assert citations(name, path) == expected


def test_a_damaged_number_whose_best_reading_stands_out_is_taken_and_stays_unsure() -> None:
    """`NCl-64-77-1O, item 2` is NC1-64-77-10; `N1-563-04-1a` is whole and may be either."""
    (cited,) = item("archivist_in_table", "1").citations
    assert cited.target == "NC1-064-77-010/2" and not cited.sure and cited.readings[0].confidence < 1
    assert item("seed", "1/b/1").citations[0].target is None


@pytest.mark.parametrize(
    ("name", "path", "action"),
    [
        ("page_ends", "18", "Withdrawn"),
        ("page_ends", "19", "withdrawn"),
        ("layout_columns", "2/a", "WITHDRAWN"),
        ("labels_first", "2", "WITHDRAWN"),
        ("archivist_in_table", "2/b", "WITHDRAWN"),
        ("page_ends", "2/b", None),
    ],
)
def test_no_page_end_and_no_title_is_column_10(name: str, path: str, action: str | None) -> None:
    """Neither the form's regulation nor "Approved prints" is NARA's action."""
    taken = item(name, path).action_taken
    assert (taken and taken.value) == action


def test_a_sentence_goes_on_behind_a_page_end() -> None:
    """`Destroy after` stands before the form's stock number, `90 days.` on the next sheet."""
    disposition = item("page_ends", "2/b").disposition
    assert disposition.retention and disposition.retention.value.period == "P90D"


@pytest.mark.parametrize(
    ("text", "whole", "alone"),
    [
        ("115-203  Four copies, including original, to be submitted to the National Archives", True, True),
        ("NSN 7540-00-634-4064   115-108   STANDARD FORM 115 (REV. 8-83)", True, True),
        ("Prescribed by GSA FPMR (41 CFR) 101-11.4", True, True),
        ("STANDARD FORM NO. 115", True, False),
        ("115-208 STANDARD FORM SF 115-A (REV. 3-91)", True, True),
        ("115-107 Prescribed by General Services AdministrationFPMR (41 CFR) 101-11.4", True, True),
        ("115-108\tNSN 7540-00-634-4064 PREVIOUSEDITIONN0T USABLE\tSTANDARDFORM 115 (REV. 8-83)", True, True),
        ("PREVIOUS EDITION NOT USABLE                 2              FPMR (41 CFR) 101-11.4", True, True),
        ("115-105 2", False, False),
        (
            "115-109 NSN 7540-00-634-4064 STANDARD FORM 115 (REV. 3-91) Prescribed by NARA 36 CFR 1228",
            True,
            True,
        ),
        ("2 Standard Form 115", False, False),
        ("115-105", True, False),
        ("Standard Form 115 and 115-A File", False, False),
        ("115-109 Boundary maps", False, False),
        ("", False, False),
        ("115-107        STANDARD FORM 115   November 1970   FPMR (41 CFR) 101-11.4", True, True),
        ("Standard Form 115 (July 1962)", True, False),
        ("November 1970", False, False),
    ],
)
def test_the_printers_matter_is_known_in_any_order(text: str, whole: bool, alone: bool) -> None:
    """A cell that could be an item's number or title is not taken for it."""
    assert (is_form_print(text), is_form_print(text, alone=True)) == (whole, alone)


def test_the_schedule_says_that_its_items_are_media_neutral() -> None:
    """Said once before the items, it holds for each item that disposes of records, and for no heading."""
    neutral = {
        each.number: each.disposition.media_neutral and each.disposition.media_neutral.value
        for each in document("archivist_in_table").items
    }
    assert neutral == {"1": True, "2": None, "2a": True, "2b": True}


def test_a_partly_struck_instruction_is_told() -> None:
    """`Destroy when ~~2~~ 5 years old`: what stands was read, and a reader should look."""
    disposition = item("archivist_in_table", "1").disposition
    assert disposition.retention and disposition.retention.value.period == "P5Y"
    assert "instruction-partly-struck" in codes("archivist_in_table")


def test_items_of_two_parts_keep_their_equal_numbers_and_a_doubt() -> None:
    """Part II begins anew at I: both items stay, and its heading belongs to neither."""
    titles = [each.title and each.title.value for each in document("roman_parts").items if each.number == "I"]
    assert titles == ["Program Files", "Field Program Files"]
    assert "item-number-repeated" in codes("roman_parts")
    instruction = item("roman_parts", "iii").disposition.instruction
    assert instruction and "PART" not in instruction.value


@pytest.mark.parametrize("between", ["\n", "\n                    "])
def test_the_items_of_a_successor_may_stand_below_its_number_before_the_date(between: str) -> None:
    (citation,) = read_items(
        f"1. Change orders. Destroy when 6 years old.\n\nSuperseded by N1-357-98-2{between}item 3, 6/12/1998\n"
    )["1"].citations
    assert (citation.relation, citation.target) == ("superseded-by", "N1-357-98-002/3")
    assert citation.date and citation.date.value.isoformat() == "1998-06-12"


def test_a_note_that_names_its_item_keeps_the_name_over_a_date_on_the_line_below() -> None:
    """Written below the last item, it is of the one that it names."""
    items = read_items(
        "1. Case files. Destroy when 7 years old.\n\n2. Minutes. PERMANENT. Transfer when 15 years old.\n\n"
        "Item 1: superseded by DAA-0095-2010-0002-0003\nDate: 05/17/2011\n"
    )
    (citation,) = items["1"].citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0095-2010-0002-0003")
    assert citation.date and citation.date.value.isoformat() == "2011-05-17"
    assert items["2"].citations == ()


@pytest.mark.parametrize(
    "note",
    [
        "Item 1 superseded by\nDAA-0095-2010-0002-0003, 5/17/2011",
        "Item 1 superseded\nby DAA-0095-2010-0002-0003, 5/17/2011",
        "Items 1 and 4 were superseded by\nDAA-0095-2010-0002-0003,\n5/17/2011",
    ],
)
def test_a_note_that_a_narrow_box_breaks_behind_the_item_it_names(note: str) -> None:
    """It opens no item."""
    items = read_items(
        "1. Case files. Destroy when 7 years old.\n\n2. Minutes. PERMANENT. Transfer when 15 years old.\n\n"
        + note
    )
    assert list(items) == ["1", "2"]
    (citation,) = items["1"].citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0095-2010-0002-0003")
    assert citation.date and citation.date.value.isoformat() == "2011-05-17"
    assert items["2"].citations == ()


def test_a_stamp_that_counts_the_items_is_no_item_s_title() -> None:
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n\n"
        "1. Case files. Destroy when 7 years old.\n\nONE ITEM SUPERSEDED\n"
    )
    assert [stamp.value for stamp in read.schedule.stamps] == ["ONE ITEM SUPERSEDED"]
    assert [item.text and item.text.value for item in read.items] == [None]


@pytest.mark.parametrize(
    "note",
    [
        "[typed slip attached to item 1]\nSuperseded by job / item number: DAA-0095-2010-0002-0003\n"
        "Date (MM/DD/YYYY): 05/17/2011",
        "[ink note in another hand beside item 1]\n\nSuperseded by DAA-0095-2010-0002-0003, 5/17/2011",
        "[handwritten, next to item 1:]  Superseded by DAA-0095-2010-0002-0003, 5/17/2011",
        "ink note opposite item 1\nSuperseded by DAA-0095-2010-0002-0003, 5/17/2011",
        "In pencil over item 1: superseded by DAA-0095-2010-0002-0003, 5/17/2011",
    ],
)
def test_a_note_is_of_the_item_beside_which_a_transcript_places_it(note: str) -> None:
    items = read_items(
        "1. Case files. Destroy when 7 years old.\n2. Minutes. Destroy when 15 years old.\n\n" + note
    )
    assert list(items) == ["1", "2"]
    (citation,) = items["1"].citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0095-2010-0002-0003")
    assert citation.date and citation.date.value.isoformat() == "2011-05-17"
    assert items["2"].citations == ()


def test_words_that_place_no_note_leave_it_to_the_item_that_it_follows() -> None:
    (citation,) = read_items(
        "1. Case files. Destroy when 7 years old.\n2. Minutes, see also item 1\n"
        "Superseded by DAA-0095-2010-0002-0003"
    )["2"].citations
    assert citation.target == "DAA-0095-2010-0002-0003"


def test_the_words_that_place_a_note_are_no_scrap_below_the_foot() -> None:
    items = read_items(
        "1. Case files. Destroy when 7 years old.\n2. Minutes. Destroy when 15 years old.\n"
        "STANDARD FORM 115 (REV. 3-91)\n\n[written across item 1]\nWithdrawn\n"
    )
    assert [len(item.annotations) for item in items.values()] == [1, 0]


@pytest.mark.parametrize(
    ("note", "partial"),
    [
        ("Item 1:  Superseded in part by DAA-0095-2010-0002-0003 (maps only). Date: 05/17/2011", True),
        ("Item 1 - partially superseded by DAA-0095-2010-0002-0003, 05/17/2011", True),
        ("Item 1 is superseded (maps only) by DAA-0095-2010-0002-0003, 05/17/2011", True),
        ("Item 1 was superseded in full by DAA-0095-2010-0002-0003, 05/17/2011", False),
        ("Item 1 -- superseded by DAA-0095-2010-0002-0003, 05/17/2011", False),
    ],
)
def test_a_note_that_names_its_item_may_keep_a_part_back(note: str, partial: bool) -> None:
    items = read_items(
        "1. Case files. Destroy when 7 years old.\n\n2. Minutes. PERMANENT. Transfer when 15 years old.\n\n"
        f"[NARA annotation]\n{note}\n"
    )
    (citation,) = items["1"].citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0095-2010-0002-0003")
    assert citation.partial is partial
    assert citation.date and citation.date.value.isoformat() == "2011-05-17"
    assert items["2"].citations == ()


@pytest.mark.parametrize(
    "said",
    [
        "(annotation applies to item 2)",
        "[refers to item 2 only]",
        "(the above pertains to item 2)",
        "[note is beside item 2]",
    ],
)
@pytest.mark.parametrize(
    "note",
    [
        "Superseded by job / item number:  DAA-0431-2014-0001-0002\nDate (MM/DD/YYYY):  06/30/2015",
        "Superseded by DAA-0431-2014-0001-0002",
    ],
)
def test_a_note_may_say_below_of_which_item_it_is(said: str, note: str) -> None:
    """It stands below the last item and would be of that."""
    items = read_items(
        "7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION  9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN\n\n"
        "1.  Licenses. Destroy after 20 years.\n2.  Import Licenses. Destroy after 15 years.\n"
        f"3.  Copies. Destroy after 1 year.\n\n{note}\n{said}\n"
    )
    assert {number: [each.target for each in item.citations] for number, item in items.items()} == {
        "1": [], "2": ["DAA-0431-2014-0001-0002"], "3": []
    }  # fmt: skip
