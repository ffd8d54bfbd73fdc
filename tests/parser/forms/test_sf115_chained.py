"""A note may tell what became of the successor that it names: that is said of the successor, and not of the item."""

import pytest

from schedgraph.graph.statements import statements
from tests.parser.forms.sf115_text import read_items, read_text

FIRST = "1. Passport Lookout Cards. Destroy when 20 years old.\n"
SECOND = "2. Reports of Births. Destroy when 5 years old.\n"
ENDED = "N1-059-01-014/3"
LAST = "DAA-0059-2011-0015-0004"


@pytest.mark.parametrize(
    "note",
    [
        "Superseded by N1-59-01-14, item 3, which was in turn superseded by DAA-0059-2011-0015-0004.",
        "Superseded by N1-59-01-14, item 3 (superseded by DAA-0059-2011-0015-0004)",
        "Superseded by N1-59-01-14, item 3, and then by DAA-0059-2011-0015-0004",
        "Superseded by N1-59-01-14, item 3, now DAA-0059-2011-0015-0004",
        "[handwritten: superseded by N1-59-01-14, item 3 (now DAA-0059-2011-0015-0004)]",
        "Superseded by N1-59-01-14, item 3; that item superseded by DAA-0059-2011-0015-0004.",
        "Superseded by N1-59-01-14, item 3 (2001); that item was superseded by DAA-0059-2011-0015-0004 (2013)",
        "Superseded by N1-59-01-14, item 3. That item was later superseded by DAA-0059-2011-0015-0004.",
        "This item was superseded by N1-59-01-14, item 3, since replaced by DAA-0059-2011-0015-0004.",
    ],
)
def test_a_successor_of_the_successor_is_told_of_the_successor(note: str) -> None:
    read = read_items(FIRST + note + "\n" + SECOND)
    said = [(each.of, each.relation, each.target) for each in read["1"].citations if each.relation != "cites"]
    assert said == [(None, "superseded-by", ENDED), (ENDED, "superseded-by", LAST)]


def test_each_link_of_such_a_note_has_its_own_date() -> None:
    note = (
        "Superseded by N1-59-01-14, item 3, 11/7/2001, which was in turn superseded by "
        "DAA-0059-2011-0015-0004, 8/14/2013"
    )
    days = [each.date and each.date.value.isoformat() for each in read_items(FIRST + note)["1"].citations]
    assert days == ["2001-11-07", "2013-08-14"]


def test_two_successors_of_an_item_are_no_chain() -> None:
    note = "Superseded by N1-59-01-14, item 3 and DAA-0059-2011-0015-0004\n"
    assert [each.of for each in read_items(FIRST + note + SECOND)["1"].citations] == [None, None]


def test_a_link_of_a_chain_is_a_statement_about_the_successor() -> None:
    note = "Superseded by N1-59-01-14, item 3, which was in turn superseded by DAA-0059-2011-0015-0004."
    text = "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-059-93-041\n\n" + FIRST + note
    ended = [
        (each.subject, each.object)
        for each in statements(read_text(text))
        if each.predicate == "superseded-by"
    ]
    assert ended == [("N1-059-93-041/1", ENDED), (ENDED, LAST)]
