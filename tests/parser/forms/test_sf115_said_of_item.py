"""What an item's own words, or a note in brackets behind them, say of its end."""

import pytest

from schedgraph.parser.document import Item
from tests.parser.forms.sf115_text import read_items

TABLE = "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\n\n"
NEW = "DAA-0095-2011-0001-0003"


def only_item(text: str) -> Item:
    return read_items(f"{TABLE}1. Buoy logs. {text}\n")["1"]


@pytest.mark.parametrize(
    "note",
    [
        f"[handwritten: superseded 5/2/11 - see {NEW}]",
        f"[handwritten: superseded as of 5/2/11; now see {NEW}]",
        f"[typed: This item was superseded on May 2, 2011. See {NEW}.]",
        f"This item was superseded on May 2, 2011. See {NEW}.",
    ],
)
def test_a_successor_behind_the_day_is_named(note: str) -> None:
    """ "Superseded" alone would leave the item dead without its successor, or alive."""
    (cited,) = only_item(f"Destroy when 3 years old. {note}").citations
    assert (cited.relation, cited.target) == ("superseded-by", NEW)
    assert cited.date and cited.date.value.isoformat() == "2011-05-02"


@pytest.mark.parametrize("place", ["in margin", "in the margin", "margin note", "pencil", "typed below"])
@pytest.mark.parametrize("words", ["repl. by", "S/S by", "superseded by"])
def test_a_note_in_brackets_names_a_successor_wherever_it_was_written(place: str, words: str) -> None:
    for joint in (". ", " "):
        (cited,) = only_item(f"Destroy when 3 years old{joint}[{place}: {words} {NEW}]").citations
        assert (cited.relation, cited.target) == ("superseded-by", NEW)


@pytest.mark.parametrize(
    ("sentence", "ended"),
    [
        ("This item was superseded on May 2, 2011.", True),
        ("This item has been superseded.", True),
        ("This item is obsolete; the records are no longer created.", True),
        ("This item was rescinded in 2004.", True),
        ("This item is superseded when the files are digitized.", False),
        ("This item covers forms superseded before 1980.", False),
        ("This series is obsolete.", False),
    ],
)
def test_a_sentence_of_the_item_that_tells_of_its_end_is_a_note(sentence: str, ended: bool) -> None:
    """Of records it may be said that they are obsolete, and their item holds all the same."""
    for text in (f"Destroy when 3 years old. {sentence}", f"{sentence} Destroy when 3 years old."):
        assert bool(only_item(text).annotations) is ended


@pytest.mark.parametrize("mark", ["*{}*", "**{}**", "{}"])
def test_a_blank_between_two_marks_of_a_cell_parts_their_words(mark: str) -> None:
    """ "~~… old.~~ *Superseded by …*" came as "old.Superseded by", and the successor was only cited."""
    (cited,) = read_items(
        "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |\n"
        f"|---|---|---|---|\n| 1. | Photographs. ~~Destroy when 3 years old.~~ {mark.format(f'Superseded by {NEW}')} | | |\n"
    )["1"].citations
    assert (cited.relation, cited.target) == ("superseded-by", NEW)


def test_an_item_that_is_kept_until_superseded_is_an_item_and_no_note_on_one() -> None:
    """ "Item 4. … Destroy 3 years after superseded." says nothing of item 4's standing, and its successor is its own."""
    items = read_items(
        "Item 3. Facility operations. Temporary. Destroy 5 years after close.\n\n"
        "Item 4. Asset inventories. Temporary. Destroy 3 years after superseded.\n"
        "     Superseded by job / item number:\n     DAA-0079-2015-0003-0004\n"
    )
    assert {number: [each.target for each in item.citations] for number, item in items.items()} == {
        "3": [],
        "4": ["DAA-0079-2015-0003-0004"],
    }
    assert not any(item.annotations for item in items.values())
