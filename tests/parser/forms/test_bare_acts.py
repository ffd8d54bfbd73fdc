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
        (
            "The National Archives and Records Administration rescinds item 201a, the ledgers of the lines.",
            [("N1-436-92-001/201/a", "The National Archives and Records Administration rescinds", "2011-10-03")],
        ),
        (
            "This office is rescinding the authority for items 2 and 4.",
            [
                ("N1-436-92-001/2", "This office is rescinding", "2011-10-03"),
                ("N1-436-92-001/4", "This office is rescinding", "2011-10-03"),
            ],
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
        "The National Archives will not rescind item 201a.",
        "The bank rescinds item 201a.",
        "Item 201b (denied applications) is unchanged.",
    ],
)
def test_what_is_only_planned_or_denied_ends_nothing(body: str) -> None:
    assert not acts(read(body))


def test_only_the_archives_rescind_and_only_in_a_schedule_that_is_told() -> None:
    assert not acts(read("Item 201a is hereby rescinded.", head="Bureau of Alcohol, Tobacco and Firearms"))
    several = "Item 2 is hereby rescinded. See also N1-436-92-1 and N1-436-94-3."
    assert not acts(read(several, subject="Re: your schedules"))


MEMO = """{title}

{job}

{body}

(signed) {signatory}
"""


def memo(
    body: str,
    *,
    title: str = "MEMORANDUM TO THE FILE                June 8, 1999",
    job: str = "Job N1-436-92-1\nRailroad Retirement Board",
    signatory: str = "Appraisal Archivist, NWML",
) -> list[tuple[str | None, str, str]]:
    text = MEMO.format(title=title, job=job, body=body, signatory=signatory)
    return acts(read_text(decode(text.encode(), "memo.txt")))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Item 2: series closed and destroyed in full; item is OBSOLETE effective 06/01/1999. No new one is needed.",
            [("N1-436-92-001/2", "OBSOLETE", "1999-06-01")],
        ),
        ("Item 2 - Obsolete.", [("N1-436-92-001/2", "Obsolete", "1999-06-08")]),
        ("Item 3 (tapes): rescinded as of May 4, 1999.", [("N1-436-92-001/3", "rescinded", "1999-05-04")]),
        (
            "Items 2 and 4: no longer created, so they are inactive.",
            [("N1-436-92-001/2", "inactive", "1999-06-08"), ("N1-436-92-001/4", "inactive", "1999-06-08")],
        ),
        ("Item 2: the agency asked whether item 2 is obsolete. It is good.", []),
        ("Item 2: will be obsolete when the system closes.", []),
        ("Item 2: the forms are obsolete, the series goes on.", []),
        ("Item 2: not obsolete.", []),
    ],
)
def test_an_item_may_be_named_as_a_label(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert memo(body) == expected


def test_a_memo_to_the_file_is_of_the_archives_where_one_of_them_signs_it() -> None:
    body = "Item 2 - Rescinded."
    assert memo(body, signatory="Records Officer") == []
    assert memo(body, title="MEMORANDUM TO THE FILE    June 8, 1999\nFROM: Records Officer") == []
    assert len(memo(body, title="Memo for the record   June 8, 1999", signatory="Appraiser, NCD")) == 1
