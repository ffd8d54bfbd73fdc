"""Strikes across items and numbers, notes that were struck out again, notes that name their item in the value."""

from tests.parser.forms.sf115_text import read_items

STRUCK = """~~1. Trail logs. Destroy when 2 years old.~~
~~2.~~ Campground receipts. Destroy when 3 years old.
3. ~~Fire maps. Destroy when 4 years old.
4. Lookout~~ diaries. Permanent. Transfer when 20 years old.
5. Timber cards. Destroy when 7 years old. ~~Superseded by N1-95-01-2, item 3.~~
6. ~~Range maps. Destroy when 1 year old. Superseded by N1-95-01-2, item 4.~~
"""


def test_a_strike_over_two_items_strikes_what_it_covers_of_each() -> None:
    """It begins behind the number of one item and ends inside the next one's title."""
    items = read_items(STRUCK)
    assert [items[number].strike for number in "134"] == ["full", "full", "partial"]
    assert [each.value for each in items["4"].struck] == ["Lookout"]


def test_a_line_through_the_number_alone_is_seen() -> None:
    """It may mean the whole item; what it means is not decided here."""
    item = read_items(STRUCK)["2"]
    assert (item.strike, [each.value for each in item.struck]) == ("partial", ["2."])


def test_a_note_that_alone_is_struck_out_is_disputed() -> None:
    """Who drew the line took it back; a line through item and note says nothing of the note."""
    items = read_items(STRUCK)
    assert [(each.target, each.disputed) for each in items["5"].citations] == [("N1-095-01-002/3", True)]
    assert [(each.target, each.disputed) for each in items["6"].citations] == [("N1-095-01-002/4", False)]


def test_a_note_may_name_its_item_in_its_value() -> None:
    """Below the last item, "item 1 only: DAA-…" speaks of item 1."""
    items = read_items(
        "1. Claims. Destroy when 7 years old.\n2. Drafts. Destroy when final.\n\n"
        "Superseded by job / item number: item 1 only: DAA-0440-2015-0004-0001, Date (MM/DD/YYYY): 05/11/2016\n"
    )
    (citation,) = items["1"].citations
    assert (citation.relation, citation.target) == ("superseded-by", "DAA-0440-2015-0004-0001")
    assert citation.date and citation.date.value.isoformat() == "2016-05-11"
    assert not items["2"].citations


def test_an_item_excepted_from_a_range_is_not_superseded() -> None:
    """ "items 7-9, except item 8" names 7 and 9."""
    item = read_items("1. Files. Destroy after 3 years. Supersedes NC1-59-79-1, items 7-9, except item 8.\n")[
        "1"
    ]
    assert [(each.relation, each.target) for each in item.citations] == [
        ("supersedes", "NC1-059-79-001/7"),
        ("supersedes", "NC1-059-79-001/9"),
        ("does-not-supersede", "NC1-059-79-001/8"),
    ]


def test_where_a_scan_lost_the_full_stops_wide_blanks_part_the_instruction() -> None:
    """ "Bid protest files  Destroy 6 years after decision" is a title and an instruction."""
    items = read_items(
        "1. Bid Protest Files  Destroy 6 years after decision\n2. Audits  PERMANENT  Transfer when 25 years old\n"
    )
    assert items["1"].title and items["1"].title.value == "Bid Protest Files"
    assert items["1"].disposition.retention and items["1"].disposition.retention.value.period == "P6Y"
    assert items["2"].disposition.final and items["2"].disposition.final.value == "permanent"


def test_what_becomes_of_copies_is_not_what_becomes_of_the_record() -> None:
    """A sentence that says it of copies counts only where no other says anything."""
    items = read_items(
        "1. Notes. Extra copies will be destroyed when no longer needed. The notes are retained 25 years and then "
        "destroyed.\n2. Copies may be destroyed after 2 years.\n"
    )
    periods = [
        each.disposition.retention and each.disposition.retention.value.period for each in items.values()
    ]
    assert periods == ["P25Y", "P2Y"]


def test_a_note_in_brackets_behind_an_instruction_is_a_note() -> None:
    """ "[Lined off 10/1/96]" is no part of the instruction; a bracket that explains is."""
    items = read_items(
        "1. Posts. Destroy 1 year after training. [Lined off 10/1/96]\n2. Rosters. Destroy when 2 years old. (paper only)\n"
    )
    assert [each.date and each.date.value.isoformat() for each in items["1"].annotations] == ["1996-10-01"]
    instruction = items["1"].disposition.instruction
    assert instruction and instruction.value == "Destroy 1 year after training."
    assert not items["2"].annotations


def test_an_appendix_ends_the_item_before_it() -> None:
    """What it lists is cited by the schedule, not by the last item."""
    items = read_items(
        "1. Posts. Destroy when 1 year old.\n\nAPPENDIX B - Already scheduled\n\nGRS 1, item 33   Applications\n"
    )
    assert items["1"].disposition.instruction and items["1"].disposition.instruction.value.endswith(
        "1 year old."
    )
    assert not items["1"].citations
