"""Letters of the archives that end items which they name without their job."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

LETTER = """{head}
8601 Adelphi Road
College Park, Maryland 20740-6001

October 3, 2011

{subject}

Dear Records Officer:

{body}

Sincerely,
(signed)
Director, Life Cycle Management Division
"""
ARCHIVES = "National Archives and Records Administration"


def read(
    body: str, *, head: str = ARCHIVES, subject: str = "Re: N1-436-92-1, your letter of July 2"
) -> ScheduleDocument:
    return read_text(decode(LETTER.format(head=head, subject=subject, body=body).encode(), "letter.txt"))


def acts(document: ScheduleDocument) -> list[tuple[str | None, str, str]]:
    return [
        (each.target, each.words.value, each.date.value.isoformat())
        for each in document.citations
        if each.words and each.date
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Item 201a is hereby rescinded.", [("N1-436-92-001/201/a", "hereby rescinded", "2011-10-03")]),
        (
            "Counsel asks us to end it. Items 2 and 4 (tapes) are now cancelled.",
            [("N1-436-92-001/2", "cancelled", "2011-10-03"), ("N1-436-92-001/4", "cancelled", "2011-10-03")],
        ),
        (
            "Our file copy of N1-436-92-1 also notes that item 5, ridership sheets, is obsolete: the service ended.",
            [("N1-436-92-001/5", "obsolete", "2011-10-03")],
        ),
        (
            "Effective with the date of this letter, disposition authority N1-436-92-1, item 3, is rescinded.",
            [("N1-436-92-001/3", "rescinded", "2011-10-03")],
        ),
        ("We have noted item 4 as obsolete.", [("N1-436-92-001/4", "noted item 4 as obsolete", "2011-10-03")]),
        (
            "The disposition authority N1-436-92-1, item 3 (reports) is rescinded effective today. It was of 1992.",
            [("N1-436-92-001/3", "rescinded effective today", "2011-10-03")],
        ),
    ],
)  # fmt: skip
def test_the_subject_of_a_letter_is_the_schedule_of_its_items(
    body: str, expected: list[tuple[str, str, str]]
) -> None:
    assert acts(read(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Item 201a will be rescinded when counsel agrees. Item 4 is not rescinded.",
        "If item 201a is rescinded, tell us.",
        "Item 201b (denied applications) is unchanged.",
    ],
)
def test_what_is_only_planned_or_denied_ends_nothing(body: str) -> None:
    assert not acts(read(body))


def test_only_the_archives_rescind_and_only_in_a_schedule_that_is_told() -> None:
    assert not acts(read("Item 201a is hereby rescinded.", head="Bureau of Alcohol, Tobacco and Firearms"))
    several = "Item 2 is hereby rescinded. See also N1-436-92-1 and N1-436-94-3."
    assert not acts(read(several, subject="Re: your schedules"))
