"""Lettered headings over items that are numbered throughout."""

from tests.parser.forms.sf115_text import read_items, read_text

HEADING = "| 7. ITEM NO. | 8. DESCRIPTION OF ITEM | 9. GRS OR SUPERSEDED JOB CITATION | 10. ACTION TAKEN |\n|---|---|---|---|\n"


def test_numbers_that_run_on_under_letters_are_the_items() -> None:
    """The archives cites item 3, not item B3."""
    text = (
        HEADING
        + "| | **A. New Animal Drug Records** | | |\n| 1. | Applications | | |\n"
        + "| 1a. | Approved. Destroy when 25 years old. | | |\n| 2. | Reports. Destroy when 15 years old. | | |\n"
        + "| | **B. Feed Records** | | |\n| 3. | Licenses. Destroy when 3 years old. | NC1-88-80-2, item 5 | |\n"
    )
    assert list(read_items(text)) == ["1", "1/a", "2", "3"]
    assert "lettered-headings" in [each.code for each in read_text("JOB NUMBER: N1-95-98-7\n" + text).doubts]


def test_numbers_that_begin_again_under_each_letter_stay_below_it() -> None:
    items = read_items(
        "A. Field Offices\n1. Cards. Destroy when 3 years old.\n2. Logs. Destroy when 3 years old.\n"
        "B. Headquarters\n1. Maps. Destroy when 3 years old.\n2. Rolls. Destroy when 3 years old.\n"
    )
    assert list(items) == ["a", "a/1", "a/2", "b", "b/1", "b/2"]


def test_in_plain_lines_too_a_number_follows_on_from_the_last_one_under_the_heading_before() -> None:
    sections = (
        "I. CASE FILES\n   1. Cards. Destroy when 3 years old.\n      a. Blue. Destroy when 1 year old.\n"
        "   2. Logs. Destroy when 3 years old.\nII. ROSTER\n   3. Sketches. Destroy after 5 years.\n   4. Tracking System\n"
        "        a. Input. Destroy after verification.\n        b. Master file. Delete when 10 years old.\n"
    )
    paths = ["1", "1/a", "2", "3", "4", "4/a", "4/b"]
    assert list(read_items(sections)) == paths
    assert list(read_items(sections.replace("II.", "B.").replace("I.", "A."))) == paths


def test_a_number_that_does_not_follow_on_opens_no_item_under_a_heading() -> None:
    items = read_items(
        "A. Field Offices\n1. Cards. Destroy when 3 years old.\nB. Reports of the years before\n"
        "3. Maps. Destroy when 1 year old.\n"
    )
    assert list(items) == ["a", "a/1", "b"]
