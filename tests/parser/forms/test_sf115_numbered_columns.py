"""Headings that number the columns of the items and hardly name them."""

import pytest

from tests.parser.forms.sf115_text import read_items, read_text

ROWS = (
    "{0}   Claims.  Destroy when 2 years old.                  NC1-95-82-3, item 5\n"
    "{1}   Maps of mines.  Destroy when 9 years old.                                     WITHDRAWN\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "7.    8.                                                9.                  10.\n",
        "7     8                                                 9                   10\n",
        "7.    8. DESCRIPTION OF ITEM                            9.                  10. ACTION\n",
        "7.    8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. GRS/JOB          10.\n",
        "7/8                                                     9                   10\n",
        "7. ITEM NO.   8. DESCRIPTION OF ITEM                    9. GRS/JOB          10.\n",
    ],
)
@pytest.mark.parametrize("numbers", [("1.", "2."), ("WTR-1.00", "WTR-1.10")])
def test_numbers_over_the_columns_are_a_heading_and_no_item(heading: str, numbers: tuple[str, str]) -> None:
    items = read_items(heading + "\n" + ROWS.format(*numbers))
    assert list(items) == [each.rstrip(".").lower() for each in numbers]
    first, second = items.values()
    assert [each.target for each in first.citations] == ["NC1-095-82-003/5"]
    assert second.action_taken and second.action_taken.value == "WITHDRAWN"


def test_the_edition_tells_what_a_column_without_words_holds() -> None:
    """Before 1983 column 9 names a sample or a job, which need not be what is replaced."""
    heading = "7.    8.                                                9.                  10.\n\n"
    rows = ROWS.format("1.", "2.") + "\nSTANDARD FORM 115\nRevised April, 1975\n"
    assert read_items(heading + rows)["1"].citations[0].relation == "cites"
    rows = rows.replace("Revised April, 1975", "(Rev. 3-91)")
    assert read_items(heading + rows)["1"].citations[0].relation == "supersedes"


def test_items_in_three_columns_are_no_heading() -> None:
    heading = "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. SAMPLE OR JOB NO.\n\n"
    rows = "6. Logs. Destroy when old.\n7. Books.   8. Maps.   9. Charts.\n"
    assert list(read_items(heading + rows))[:2] == ["6", "7"]


@pytest.mark.parametrize(
    "heading",
    ["7/8        9       10\n", "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. GRS/JOB   10. ACTION TAKEN\n"],
)
def test_what_stands_between_the_boxes_and_the_table_speaks_of_the_whole_schedule(heading: str) -> None:
    head = "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER: N1-095-98-7\n1. FROM: Department of Agriculture\n"
    date = "Date: 7/16/98. Archivist of the United States: (signed).\n\n"
    said = "This job replaces items 2 and 4 of NC1-95-81-1. Item 7 will be\nreplaced at a later date.\n\n"
    document = read_text(head + date + said + heading + "1. Logs. Destroy when 2 years old.\n")
    assert [(each.relation, each.target) for each in document.citations] == [
        ("supersedes", "NC1-095-81-001/2"),
        ("supersedes", "NC1-095-81-001/4"),
    ]
