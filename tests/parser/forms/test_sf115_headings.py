"""Which lines label the columns of the items, and where the columns begin."""

from schedgraph.parser.blocks import blocks
from schedgraph.parser.forms.sf115.table.columns import Columns
from schedgraph.parser.forms.sf115.table.headings import find_headings
from schedgraph.parser.reading.markup import read_markup


def columns(text: str) -> Columns:
    (heading,) = find_headings(blocks(read_markup(text)[0]))
    return heading.columns


def test_box_numbers_above_their_labels_do_not_hide_the_columns() -> None:
    found = columns(
        "  7.                  8. DESCRIPTION OF ITEM                              9.             10.\n"
        "ITEM NO.     (With Inclusive Dates or Retention Periods)              SAMPLE OR      ACTION TAKEN\n"
        "                                                                       JOB NO.\n\n"
        "  1.     Contract Files. Destroy 6 years after final payment.         NN-166-94\n"
    )
    assert {role: offset for offset, role in found.by_offset}["sample"] == 70


def test_labels_in_pieces_give_the_order_of_the_columns_alone() -> None:
    found = columns(
        "7.\nITEM\nNO.\n8. DESCRIPTION OF ITEM\n9. SAMPLE\nOR JOB NO.\n10. ACTION\nTAKEN\n1. Cards.\n"
    )
    assert not found.by_offset
    assert found.roles == {"number", "description", "sample", "action"}


def test_two_labels_on_a_line_and_nothing_else_are_a_heading() -> None:
    """Box 7 is no item 7."""
    for line in ("7. ITEM NO. / 8. DESCRIPTION", "7. ITEM NO.; 8. DESCRIPTION OF ITEM"):
        assert columns(f"{line}\n\n1. Cards. Destroy when 2 years old.\n").roles == {"number", "description"}
    assert not find_headings(
        blocks(read_markup("7. Item numbers and descriptions of the maps. Permanent.\n")[0])
    )
