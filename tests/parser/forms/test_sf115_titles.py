"""A number at the end of a title: column 9 run into the line, or words of the title itself."""

import pytest

from schedgraph.parser.document import Item
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.cli.written import sf115


def second(words: str) -> Item:
    """Item 2 of a form, with nothing in column 9."""
    form = sf115("N1-142-97-8", ("1", "Charts. Destroy when 7 years old.", ""), ("2", words, ""))
    return read_text(decode(form.encode(), "form.txt")).items[1]


@pytest.mark.parametrize(
    "title",
    [
        "Copies of records scheduled in N1-142-84-6, item 1",
        "Duplicates of N1-142-84-6, item 1",
        "Logs other than those scheduled under N1-142-84-6, item 1",
        "Index to records covered by N1-142-84-6, item 1",
        "Logs (N1-142-84-6, item 1)",
    ],
)
def test_a_number_that_the_title_governs_or_encloses_replaces_nothing(title: str) -> None:
    """A copy does not supersede its record: the older item would be called dead in silence."""
    item = second(f"{title}. Destroy when 3 years old.")
    assert [(each.relation, each.target) for each in item.citations] == [("cites", "N1-142-84-006/1")]
    assert item.title and item.title.value == title


@pytest.mark.parametrize(
    "words",
    [
        "Reservoir logs. Destroy when 3 years old. (N1-142-84-6, item 1)",
        "Logs not covered elsewhere, e.g. N1-142-84-6, item 1. Destroy when 3 years old.",
    ],
)
def test_a_number_in_brackets_or_for_an_example_replaces_nothing(words: str) -> None:
    item = second(words)
    assert [(each.relation, each.target) for each in item.citations] == [("cites", "N1-142-84-006/1")]


def test_a_bare_number_behind_a_title_is_column_9() -> None:
    item = second("Reservoir logs N1-142-84-6, item 1. Destroy when 3 years old.")
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "N1-142-84-006/1")]
    assert item.title and item.title.value == "Reservoir logs"


@pytest.mark.parametrize("when", ["3/98", "1998", "- March 1998", "in 1998", "eff. 3/1998"])
def test_a_note_with_a_month_or_a_year_declares_the_item_dead(when: str) -> None:
    """The day is not known, but silence would call a dead item active."""
    form = sf115(
        "N1-142-84-6",
        ("1", f"Charts. Destroy when 7 years old.\t\t\nObsolete {when}", ""),
        ("2", "Logs. Destroy when 2 years old.", ""),
    )
    first, other = read_text(decode(form.encode(), "form.txt")).items
    assert [(each.text.value, each.date) for each in first.annotations] == [(f"Obsolete {when}", None)]
    assert other.annotations == ()


def test_a_scrap_of_a_stroke_before_the_first_letter_is_no_part_of_the_title() -> None:
    item = second("-Accident Photographs. Prints of which the negative is filed. Destroy when 3 years old.")
    assert item.title and item.title.value == "Accident Photographs"
