"""Which side of a supersession the words of an item name: "supersedes" is a letter away from "superseded"."""

import pytest

from schedgraph.parser.document import Item
from tests.parser.forms.sf115_text import read_items

HEAD = "7. ITEM NO.  8. DESCRIPTION OF ITEM   9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN\n\n"
NEXT = "\n\n2. Maps. Destroy when 9 years old.\n"


def first(words: str) -> Item:
    read = read_items(f"{HEAD}1. Inspection Reports. {words}{NEXT}")
    assert list(read) == ["1", "2"]
    assert read["2"].citations == ()
    return read["1"]


def cited(item: Item) -> list[tuple[str, str | None]]:
    return [(each.relation, each.target) for each in item.citations]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("This item\nsupersedes item 3 of Job No. II-NNA-936. Destroy when 10\nyears old.", "II-NNA-936/3"),
        ("This item\nsupersedes authority NN-166-43, item 2. Destroy when 10\nyears old.", "NN-166-43/2"),
        ("This item\nsupersedes NN-166-43, item 2. Destroy when 10\nyears old.", "NN-166-43/2"),
        ("This item\nsupcrsedes item 2 of NN-166-43. Destroy when 10\nyears old.", "NN-166-43/2"),
    ],
)
def test_a_sentence_that_a_line_breaks_before_its_verb_names_what_is_replaced(
    words: str, expected: str
) -> None:
    """It is no label "Superseded by item", and the instruction behind it is not lost."""
    item = first(words)
    assert cited(item) == [("supersedes", expected)]
    assert item.disposition.retention
    assert item.disposition.retention.value.period == "P10Y"


def test_the_end_of_an_abbreviation_is_no_end_of_a_sentence() -> None:
    """Behind "Job No." the number is no cell of column 9 that names the whole schedule."""
    item = first("It replaces items 3 and 4 of Job No. II-NNA-936. Destroy when 10 years old.")
    assert cited(item) == [("supersedes", "II-NNA-936/3"), ("supersedes", "II-NNA-936/4")]


def test_a_note_whose_item_stands_before_its_job_names_that_item() -> None:
    item = first("Destroy when 10 years old.\nSuperseded by item 3 of N1-95-03-2")
    assert cited(item) == [("superseded-by", "N1-095-03-002/3")]


@pytest.mark.parametrize(
    ("head", "relation"),
    [
        ("Supersedes Job / Item Number", "supersedes"),
        ("Supcrsedes job / item number", "supersedes"),
        ("Superseded by job / item number", "superseded-by"),
    ],
)
def test_the_head_of_a_column_tells_which_side_it_holds(head: str, relation: str) -> None:
    read = read_items(
        f"| Item | Description | {head} | Action |\n|---|---|---|---|\n"
        "| 1 | Tour Logs. Destroy when 2 years old. | N1-95-93-2/4 | |\n"
        "| 2 | Maps. Destroy when 9 years old. | | |\n"
    )
    assert cited(read["1"]) == [(relation, "N1-095-93-002/4")]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "Superseded by job / item number: PAA - 0115 - 2013 -\n0004 - 0002\nDate (MM/DD/YYYY): 11/04/2013",
            ["DAA-0115-2013-0004-0002"],
        ),
        ("Superseded by: DAA-0115-2013-0004\n-0002\nDate: 11/04/2013", ["DAA-0115-2013-0004-0002"]),
        ("Superseded by: N1-115-99-3,\nitem 2\nDate: 11/04/2013", ["N1-115-99-003/2"]),
        ("Superseded by: N1-115-99-3/\n2\nDate: 11/04/2013", ["N1-115-99-003/2"]),
        (
            "Superseded by: DAA-0115-2013-0004-\n0002 and\n0003\nDate: 11/04/2013",
            ["DAA-0115-2013-0004-0002", "DAA-0115-2013-0004-0003"],
        ),
    ],
)
def test_a_successor_whose_number_goes_on_below_is_read_whole_and_opens_no_item(
    note: str, expected: list[str]
) -> None:
    item = first(f"Destroy when 10 years old.\n{note}")
    assert cited(item) == [("superseded-by", each) for each in expected]
    assert item.citations[-1].date
    assert item.citations[-1].date.value.isoformat() == "2013-11-04"
