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


SAMPLES = """REQUEST FOR RECORDS DISPOSITION AUTHORITY                LEAVE BLANK
                                                         JOB NO. NC1-433-80-3
1. FROM (AGENCY OR ESTABLISHMENT)  U.S. Department of Labor

7. ITEM NO.   8. DESCRIPTION OF ITEM   9. SAMPLE OR JOB NO.   10. ACTION TAKEN

          {0}

1.        Mine files. Destroy after 10 years.                                        NN-168-172/1
2.        Reports. Destroy when 5 years old.                                         NN-168-172/2

115-107    STANDARD FORM 115   Revised April, 1975
"""


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        (
            "Where a job number is shown in column 9, this item supersedes\n          that authority.",
            "supersedes",
        ),
        ("Each item supersedes the authority in column 9.", "supersedes"),
        ("Job numbers in column 9 are those of like records of other agencies.", "cites"),
        ("", "cites"),
    ],
)
def test_the_form_may_say_what_its_column_of_samples_means(said: str, relation: str) -> None:
    """In 1975 column 9 names a sample or a job, and what the job has to do with the item only words can tell."""
    document = read_text(SAMPLES.format(said))
    assert [[each.relation for each in item.citations] for item in document.items] == [[relation], [relation]]


def test_the_rest_of_column_9_may_stand_under_the_label_of_column_10() -> None:
    """The labels are narrower than the table: "items 1 and 5" is no action of NARA's."""
    rows = SAMPLES.format("Each item supersedes the authority in column 9.").replace(
        "NN-168-172/1\n", "NN-168-172\n" + " " * 85 + "items 1 and 5\n"
    )
    first, *_ = read_text(rows).items
    assert first.action_taken is None
    assert [each.target for each in first.citations] == ["NN-168-172/1", "NN-168-172/5"]
