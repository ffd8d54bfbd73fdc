"""Numbers that stand alone on a line or break over two: an item's, a page's, or a part of a sentence."""

import pytest

from schedgraph.parser.disposition.sentences import awaits_number
from tests.parser.forms.sf115_text import read_items, read_text

_COLUMNS = """7. ITEM NO.

8. DESCRIPTION OF ITEM (With Inclusive Dates or Retention Periods)

9. SAMPLE OR JOB NO.

10. ACTION TAKEN

"""


def test_item_numbers_on_lines_of_their_own_are_no_page_numbers() -> None:
    """A form's cells in blocks gave "1", "2", "3" between empty lines, as a page's number stands."""
    items = read_items(
        _COLUMNS
        + "1\n\nFellowship files. Destroy 5 years after\ncompletion.\n\n"
        + "2\n\nConstruction grants. Destroy 10 years after final\npayment.\n\n"
        + "3\n\nSpeeches. Permanent. Offer when 10 years old.\n"
    )
    assert list(items) == ["1", "2", "3"]


def test_the_item_that_a_citation_names_on_the_next_line_is_no_item_of_the_schedule() -> None:
    """ "…, item" over "3. Destroy …" opened an item 3, and the whole of the old job was superseded."""
    items = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM\n\n"
        "1. Watershed structure files. Supersedes NN-166-45, item\n3. Destroy when the structure is removed.\n\n"
        "2. Nursery records. Supersedes NC1-114-78-2, items 4 and\n5. Destroy when 25 years old.\n"
    )
    cited = {path: [citation.target for citation in item.citations] for path, item in items.items()}
    assert cited == {"1": ["NN-166-45/3"], "2": ["NC1-114-78-002/4", "NC1-114-78-002/5"]}


def test_an_instruction_that_breaks_before_its_figure_numbers_no_items() -> None:
    items = read_items(
        _COLUMNS
        + "1\n\nFellowship files. Destroy\n5 years after completion.\n\n"
        + "2\n\nConstruction grants. Destroy\n10 years after payment.\n\n3\n\nSpeeches. Permanent.\n"
    )
    assert list(items) == ["1", "2", "3"]


def test_a_number_alone_between_items_that_have_theirs_beside_their_words_is_a_pages() -> None:
    """Taken for an item's it would cut the items of the pages before it."""
    pages = [
        f"{2 * page - 1}. Case files of kind {page}. Destroy when 3 years old.\n\n"
        f"{2 * page}. Maps of kind {page}. Destroy when 4 years old.\n\n{page}\n\n"
        for page in range(1, 5)
    ]
    items = read_items("7. ITEM NO.   8. DESCRIPTION OF ITEM\n\n" + "".join(pages))
    assert list(items) == [str(number) for number in range(1, 9)]
    assert all(item.disposition.instruction for item in items.values())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Watershed structure files. Supersedes NN-166-45, item", True),
        ("This replaces items 2a, 2b and", True),
        ("7. ITEM NO.   8. DESCRIPTION OF ITEM", False),
        ("Item No.", False),
        ("This schedule consists of the following numbered items", False),
        ("Correspondence and other items.", False),
    ],
)
def test_a_line_that_breaks_off_before_a_number_awaits_it(line: str, expected: bool) -> None:
    """A column's heading ends so, too, and below it the first item begins."""
    assert awaits_number(line) is expected


def test_an_item_that_changes_an_older_one_keeps_its_own_number() -> None:
    """Column 7 numbers it; the number in its first words is the older schedule's."""
    read = read_text(
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n\n"
        "   7.         8. DESCRIPTION OF ITEM (With Inclusive                  9. GRS OR\n"
        " ITEM         Dates or Retention Periods)                             SUPERSEDED\n"
        "  NO.                                                                 JOB CITATION\n\n"
        "  1.      Item 5 is changed to read: Casualty reports.            NC1-95-\n"
        "          Temporary. Destroy when 30 years old.                   76-2, item\n"
        "                                                                  5\n\n"
        "  2.      Item 8 is deleted. The stations are closed.             NC1-95-\n"
        "                                                                  76-2, item\n"
        "                                                                  8\n"
    )
    assert {item.number: [c.target for c in item.citations] for item in read.items} == {
        "1": ["NC1-095-76-002/5"],
        "2": ["NC1-095-76-002/8"],
    }


def test_numbers_with_a_slash_are_levels_of_an_item() -> None:
    items = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM\n\n"
        "4/11.   Survey field notes. Permanent. Transfer when 50 years old.\n\n"
        "4/12a.  Survey contracts. Temporary. Destroy 6 years after payment.\n\n"
        "14/3.   Adoption files. Temporary. Destroy 3 years after title.\n"
    )
    assert list(items) == ["4/11", "4/12/a", "14/3"]


def test_a_number_near_its_description_is_an_item_whatever_gap_the_description_has() -> None:
    """Agencies with manuals print the rule of a table ahead of the description: "1   (Rule 1)  AF Form 321"."""
    heading = (
        "7 ITEM NO   8 DESCRIPTION OF ITEM                         9 SAMPLE OR JOB NO   10 ACTION TAKEN\n\n"
    )
    items = read_items(
        heading + "TABLE 125-3, SECURITY POLICE DOG RECORDS\n  1   (Rule 1)  Form 321. Destroy after\n"
        "      12   months, or sooner.\n  2   (Rule 2)  Papers. Destroy 3 years after disposal.\n"
        "  3   (Rule 3)  Cards. Destroy after 1 year.            WITHDRAWN\n"
    )
    assert list(items) == ["1", "2", "3"]
    action = items["3"].action_taken
    assert action and action.value == "WITHDRAWN"
