"""A word of standing under one item says nothing of the others, unless white space sets it off as a stamp."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.parser.forms.sf115_text import read_items

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER N1-255-94-3
1. FROM (Agency or establishment) National Aeronautics and Space Administration
7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION  9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN
1. Launch Telemetry Tapes.
Temporary. Destroy when 10 years old.
{between}
2. Flight Readiness Reviews.
Permanent. Transfer to the National Archives 20 years after the flight.
"""


def read(between: str) -> ScheduleDocument:
    return read_text(decode(FORM.format(between=between).encode(), "n1-255-94-003.txt"))


@pytest.mark.parametrize(
    "between", ["WITHDRAWN\nKept at the launch site.\n", "\nWITHDRAWN\nKept at the launch site.\n"]
)
def test_a_line_of_text_below_it_does_not_make_a_stamp_of_it(between: str) -> None:
    document = read(between)
    assert document.schedule.stamps == ()
    first, second = document.items
    assert first.action_taken is not None or first.annotations
    assert second.action_taken is None and not second.annotations


def test_set_off_on_both_sides_in_the_middle_of_an_item_it_is_a_stamp() -> None:
    document = read("\nWITHDRAWN\n\nKept at the launch site.\n")
    assert [stamp.value for stamp in document.schedule.stamps] == ["WITHDRAWN"]


@pytest.mark.parametrize(
    ("end", "action"),
    [
        ("WITHDRAWN", "WITHDRAWN"),
        ("WITHDRAWN BY AGENCY 7/14/81", "WITHDRAWN BY AGENCY 7/14/81"),
        ("- withdrawn", "withdrawn"),
        ("Disposition not approved.", "Disposition not approved"),
        ("Keep what was not approved.", None),
    ],
)
def test_an_action_at_the_end_of_a_line_is_that_of_column_10(end: str, action: str | None) -> None:
    """A scan or a transcript may leave one blank between the columns."""
    first = read_items(
        "7. ITEM NO.   8. DESCRIPTION OF ITEM   9. SAMPLE OR JOB NO.   10. ACTION TAKEN\n\n"
        f"1. Correspondence. Destroy when 2 years old. {end}\n\n2. Maps. Permanent.\n"
    )["1"]
    assert (first.action_taken and first.action_taken.value) == action
    assert first.disposition.retention and first.disposition.retention.value.period == "P2Y"


@pytest.mark.parametrize("column", [62, 74, 88, 100, 108])
@pytest.mark.parametrize(
    "word", ["withdrawn", "Withdrawn", "WITHDRAWN", "Not approved", "Disposition not approved"]
)
def test_an_action_below_the_last_line_of_an_item_stands_beside_it_wherever_it_was_typed(
    column: int, word: str
) -> None:
    """Typists hit the edge of the narrow columns 9 and 10 seldom."""
    text = (
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY                 JOB NUMBER  N1-512-92-3\n\n"
        f"{'7. ITEM  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION':62}{'9. GRS OR SUPERSEDED JOB':38}10. ACTION TAKEN\n\n"
        f"{'1  Data bank reports.':62}NC1-90-82-4/11\n   Temporary. Destroy after 6 years.\n\n"
        f"2  Designation files.\n   Permanent. Transfer in 10-year blocks.\n{' ' * column}{word}\n\n"
        "3  Scholar files.\n   Temporary. Destroy after 5 years.\n"
    )
    items = read_text(decode(text.encode(), "n1-512-92-003.txt")).items
    assert [item.action_taken and item.action_taken.value for item in items] == [None, word, None]
