"""A note of a successor that a narrow column or a stamp breaks: its label, job, items and day have a line each."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import TextSource

HEAD = (
    "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NO.\nN1-58-88-3\n1. FROM (Agency or establishment)\n"
    "Department of the Treasury\n7. ITEM NO.\t8. DESCRIPTION OF ITEM (With Inclusive Dates or Retention Periods)"
    "\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN (NARA USE ONLY)\n\n"
)
CLOSE = """
2\t~~Course Files. Lesson plans,~~\t\tSuperseded by
\t~~enrollment lists and evaluations.~~\t\tN1-58-97-13
\t\t\titem 24
\t~~Destroy 4 years after course.~~\t\t5/8/98
"""
APART = """
2\t~~Course Files. Lesson plans,~~\t\tSuperseded by
\t~~enrollment lists and evaluations.~~\t\tN1-58-97-13

\t\t\titem 24

\t~~DISPOSITION~~
\t\t\t5/8/98
\t~~Destroy 4 years after course.~~
"""
BY_SLASH = """
2\t~~Course Files. Lesson plans,~~\t\tSuperseded by
\t~~enrollment lists and evaluations.~~\t\tN1-58-97-13
\t~~Destroy 4 years after course.~~\t\t/24
\t\t\t5/8/98
"""
STAMP = """
2\t~~Course Files. Lesson plans.~~
\t~~Destroy 4 years after course.~~

SUPERSEDED BY

N1-58-97-13

ITEM 24

MAY 8 1998
"""
OF_TWO_LINES = """
2\t~~Course Files. Lesson plans.~~
\t~~Destroy 4 years after course.~~

\t   SUPERSEDED BY N1-58-97-13
\t     ITEM 24 DATE 5/8/98
"""
OF_THREE_LINES = """
2\t~~Course Files. Lesson plans.~~
\t~~Destroy 4 years after course.~~
Superseded by: N1-58-97-13
Item 24
5/8/98
"""
UNDATED = """
2\t~~Course Files. Lesson plans.~~
\t~~Destroy 4 years after course.~~

SUPERSEDED BY N1-58-97-13
ITEM 24
"""
NEXT = "\n3\tForms Ordering Records. Requests of libraries.\n\tDestroy at end of filing season.\n"


def read(items: str) -> ScheduleDocument:
    text = f"{HEAD}{items}{NEXT}"
    return read_text(TextSource(name="schedule.txt", sha256="0" * 64, media_type="text/plain", text=text))


@pytest.mark.parametrize("note", [CLOSE, APART, BY_SLASH, STAMP, OF_TWO_LINES, OF_THREE_LINES])
def test_the_job_and_its_item_are_one_successor(note: str) -> None:
    struck, following = read(note).items
    assert [(each.relation, each.target) for each in struck.citations] == [
        ("superseded-by", "N1-058-97-013/24")
    ]
    assert struck.citations[0].date and struck.citations[0].date.value.isoformat() == "1998-05-08"
    assert struck.action_taken is None
    assert (following.id, following.citations) == ("N1-058-88-003/3", ())


def test_the_item_of_a_stamp_may_have_no_day_where_white_space_or_an_item_follows() -> None:
    assert [each.target for each in read(UNDATED).items[0].citations] == ["N1-058-97-013/24"]


def test_the_items_of_a_note_are_none_of_column_9() -> None:
    beside = CLOSE.replace("lists and evaluations.~~\t", "lists and evaluations.~~\tN1-58-82-9,")
    cited = {(each.relation, each.target) for each in read(beside).items[0].citations}
    assert cited == {("supersedes", "N1-058-82-009"), ("superseded-by", "N1-058-97-013/24")}


def test_an_item_of_its_own_below_a_note_keeps_its_action() -> None:
    items = "\n2\tCourse Files.\t\tSuperseded by\n\tDestroy after 4 years.\t\tN1-58-97-13\n"
    withdrawn = "3\tForms. Destroy after 1 year.\t\tWithdrawn\n"
    first, second, _ = read(items + withdrawn).items
    assert [each.target for each in first.citations] == ["N1-058-97-013"]
    assert second.action_taken and second.action_taken.value == "Withdrawn"


@pytest.mark.parametrize(
    "below",
    ["\tDocument Worksheets\n", "\n\tDocument Worksheets\n", "  a. Worksheets\n", "\n  a. Worksheets\n"],
)
def test_the_words_item_3_above_a_text_open_the_next_item_though_a_note_of_a_job_stands_above(
    below: str,
) -> None:
    title = f"Item 3\n{below}\tDestroy when 2 years old.\n"
    items = read(
        f"\n2\tCourse Files.\n\tDestroy when 9 years old.\n\tSuperseded by N1-58-97-13\n{title}"
    ).items
    assert [item.number for item in items][:2] == ["2", "3"]
    assert [each.target for each in items[0].citations] == ["N1-058-97-013"]


@pytest.mark.parametrize(
    "said",
    [
        "[the three lines above are typed beside item 2]",
        "(annotation applies to item 2)",
        "[these lines were written next to item 2]",
        "(the above is stamped opposite item 2 only)",
    ],
)
def test_what_says_below_a_note_of_which_item_it_is_moves_it_there(said: str) -> None:
    note = f"Superseded by job / item number:\nN1-58-97-13, item 24\nDate (MM/DD/YYYY): 05/08/1998\n{said}\n"
    text = f"\n2\tCourse Files.\n\tDestroy when 9 years old.\n{NEXT}\nN1-58-88-3\n\n{note}"
    items = read_text(
        TextSource(name="schedule.txt", sha256="0" * 64, media_type="text/plain", text=f"{HEAD}{text}")
    ).items
    assert [[each.target for each in item.citations] for item in items] == [["N1-058-97-013/24"], []]
