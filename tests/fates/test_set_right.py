"""What a paper takes back of another paper, or of itself: the right successor counts, and the mistake is told."""

import pytest

from tests.fates.test_fates import ITEM, MEMO, SCHEDULE, answer, verdict

CROSSWALK = """DEPARTMENT OF ENERGY
CROSSWALK OF DISPOSITION AUTHORITIES, March 2010

     OLD AUTHORITY            SUBJECT              NEW AUTHORITY
     N1-434-98-12 item 3      Permits              N1-434-09-7 item 1
     N1-434-98-12 item 4      Vendor brochures     N1-434-09-7 item 3
     N1-434-98-12 item 5      Drawings             N1-434-09-7 item 2
"""
INTERCHANGED = """Two lines of the crosswalk were interchanged. They should read:

     N1-434-98-12 item 4      Vendor brochures     N1-434-09-7 item 2
     N1-434-98-12 item 5      Drawings             N1-434-09-7 item 3

All other lines are right as printed."""


def test_rows_that_were_interchanged() -> None:
    found = answer(SCHEDULE.format(""), CROSSWALK, MEMO.format(INTERCHANGED))
    assert verdict(found) == "superseded:N1-434-09-007/2"
    assert "taken-back" in {each["code"] for each in found.to_json()["conflicts"]}
    assert verdict(answer(SCHEDULE.format(""), CROSSWALK)) == "superseded:N1-434-09-007/3"


@pytest.mark.parametrize(
    "words",
    [
        "The second line is wrong.",
        "Delete the second row.",
        "The second and third rows are in error.",
        "The first and the second entries are both wrong.",
    ],
)
def test_a_row_that_is_called_wrong_by_its_place(words: str) -> None:
    found = answer(SCHEDULE.format(""), CROSSWALK + f"\n{words}\n")
    assert verdict(found) == "active"
    assert "taken-back" in {each["code"] for each in found.to_json()["conflicts"]}


@pytest.mark.parametrize(
    "words", ["The first line is wrong.", "Read the second line with care.", "Delete the ninth row."]
)
def test_a_row_of_which_that_is_not_said(words: str) -> None:
    found = answer(SCHEDULE.format(""), CROSSWALK + f"\n{words}\n")
    assert verdict(found) == "superseded:N1-434-09-007/3"


def test_a_line_that_is_to_be_struck_proves_nothing() -> None:
    words = "Item 4 of N1-434-98-12 is as it was. The line that mapped it to N1-434-09-7, item 2, should be struck."
    assert verdict(answer(SCHEDULE.format(""), MEMO.format(words))) == "active"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "In N1-434-09-7 a wrong item was typed in column 9 beside item 2. It reads “N1-434-98-12 item 5”; it should "
            "read “N1-434-98-12 item 4”.",
            "superseded:N1-434-09-007/2",
        ),
        (
            "In N1-434-09-7 a wrong item was typed in column 9 beside item 2. It reads “N1-434-98-12 item 4”; it should "
            "read “N1-434-98-12 item 5”.",
            "active",
        ),
        (
            "The annotation on N1-434-98-12, item 4, should read “N1-434-09-7, item 2” instead of “N1-434-09-7, item 3”.",
            "superseded:N1-434-09-007/2",
        ),
    ],
)
def test_a_number_that_should_read_otherwise(words: str, expected: str) -> None:
    memo = MEMO.format(words).replace("Disposition authorities", "Correction to N1-434-09-7")
    assert verdict(answer(SCHEDULE.format(""), memo)) == expected


def test_bare_items_below_a_table_are_those_of_its_older_schedule() -> None:
    words = "3.  Item 4 has no records left. The item is obsolete, and no successor is needed."
    table = CROSSWALK.replace("N1-434-98-12 item 4      Vendor brochures     N1-434-09-7 item 3\n", "\n")
    assert verdict(answer(SCHEDULE.format(""), f"{table}\n{words}\n")) == "inactive"


def test_a_successor_that_leaves_records_out_is_told() -> None:
    later = SCHEDULE.format("").replace("N1-434-98-12", "N1-434-09-7").replace("/98", "/09")
    later = later.replace(
        "2.  Tank Logs. Destroy after 10 years.",
        "2.  Brochures, excluding maps. Destroy after 10 years.  N1-434-98-12/4",
    )
    found = answer(SCHEDULE.format(""), later)
    assert verdict(found) == "superseded:N1-434-09-007/2"
    assert "successor-excludes" in {each["code"] for each in found.to_json()["caveats"]}


def test_a_later_item_that_only_names_it_is_told() -> None:
    later = SCHEDULE.format("").replace("N1-434-98-12", "N1-434-09-7").replace("/98", "/09")
    later = later.replace(
        "Tank Logs. Destroy", "Tank Logs, formerly filed with N1-434-98-12, item 4. Destroy"
    )
    found = answer(SCHEDULE.format(""), later)
    assert found.verdict == "active"
    assert "named-by-a-later-item" in {each["code"] for each in found.to_json()["caveats"]}
    assert ITEM == "N1-434-98-012/4"


def test_a_part_counts_where_another_source_says_all() -> None:
    """A crosswalk without its footnote against the schedule that says which part it takes."""
    later = SCHEDULE.format("").replace("N1-434-98-12", "N1-434-09-7").replace("/98", "/09")
    later = later.replace(
        "3.  Permits. Destroy after 10 years.",
        "3.  Brochures. Destroy after 10 years.   N1-434-98-12/4 (in part)",
    )
    assert verdict(answer(SCHEDULE.format(""), later)) == "partially-superseded"
    assert verdict(answer(SCHEDULE.format(""), later, CROSSWALK)) == "partially-superseded"


def test_a_stamp_and_a_note_of_a_successor_that_was_refused_leave_it_open() -> None:
    stamped = "INACTIVE - ALL ITEMS SUPERSEDED\n" + SCHEDULE.format("    Superseded by N1-434-09-7, item 3\n")
    refused = SCHEDULE.format("").replace("N1-434-98-12", "N1-434-09-7").replace("/98", "/09")
    refused = refused.replace(
        "3.  Permits. Destroy after 10 years.", "3.  Permits. Destroy after 10 years.      WITHDRAWN"
    )
    assert verdict(answer(stamped, refused)) == "indeterminate"
    assert verdict(answer(stamped)) == "superseded:N1-434-09-007/3"
