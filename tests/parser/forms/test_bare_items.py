"""Items that a memo names without their schedule."""

import pytest

from tests.parser.forms.test_unknown import read

MEMO = """Bureau of Prisons
MEMORANDUM
Date: June 3, 2014
Subject: Changes to records schedule N1-129-92-1

{0}
"""


def told(text: str) -> list[tuple[str, str, str | None]]:
    """What is said of items of the subject: succession by what, or an end without one."""
    document = read(text)
    successions = [
        (item.id, each.relation, each.target) for item in document.items for each in item.citations
    ]
    ends = [
        (each.target or "", "ended", None)
        for each in document.citations
        if each.relation == "supersedes" or (each.words and not each.disputed)
    ]
    return [*successions, *ends]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Item 4 is superseded by DAA-0129-2012-0001-0002, approved March 3, 2014.",
            [("N1-129-92-001/4", "superseded-by", "DAA-0129-2012-0001-0002")],
        ),
        (
            "Items 5a and 6 (logs) were replaced by GRS 5.2, item 010.",
            [
                ("N1-129-92-001/5/a", "superseded-by", "GRS 5.2/010"),
                ("N1-129-92-001/6", "superseded-by", "GRS 5.2/010"),
            ],
        ),
        ("Item 7 is obsolete. Item 8 remains in effect.", [("N1-129-92-001/7", "ended", None)]),
    ],
)
def test_they_are_those_of_the_schedule_in_the_subject_line(
    sentence: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert told(MEMO.format(sentence)) == expected


def test_they_are_those_of_the_heading_above() -> None:
    text = "Status of our schedules\n\nN1-129-92-1 (Custody)\n\nItem 4 is superseded by DAA-0129-2012-0001-0002.\n"
    text += "\nN1-129-95-2 (Health)\n\nItem 4 is superseded by DAA-0129-2012-0001-0007.\n"
    assert [(old, new) for old, _, new in told(text)] == [
        ("N1-129-92-001/4", "DAA-0129-2012-0001-0002"),
        ("N1-129-95-002/4", "DAA-0129-2012-0001-0007"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Item 4 of the agenda is superseded.",
        "The cards of 1990 were superseded by item 3.",
        "Item 4 will be superseded by DAA-0129-2012-0001-0002.",
    ],
)
def test_items_of_something_else_or_the_newer_side_are_not(sentence: str) -> None:
    assert not [each for each in told(MEMO.format(sentence)) if each[1] == "ended"]
    assert all(each.proposed for item in read(MEMO.format(sentence)).items for each in item.citations)


def test_without_a_schedule_in_sight_nothing_is_said() -> None:
    assert told("MEMORANDUM\n\nItem 4 is superseded by DAA-0129-2012-0001-0002.\n") == []


def test_where_the_subject_names_two_schedules_it_is_told_of_both_and_proves_nothing() -> None:
    text = MEMO.format("Items 1 and 3b are hereby rescinded.").replace(
        "schedule N1-129-92-1", "schedules N1-129-92-1 and N1-129-95-2"
    )
    assert told(text) == []
    assert sorted(each.target or "" for each in read(text).citations if each.words and each.disputed) == [
        "N1-129-92-001/1",
        "N1-129-92-001/3/b",
        "N1-129-95-002/1",
        "N1-129-95-002/3/b",
    ]


def test_items_of_that_job_are_those_of_the_job_named_before() -> None:
    text = "MEMORANDUM\n\n1.  The Archivist approved our job N1-142-92-6 on September 14, 1992.\n"
    text += "2.  Item 3 of that job replaces item 1 of NC1-142-79-4 (land use permits).\n"
    assert told(text) == [("NC1-142-79-004/1", "superseded-by", "N1-142-92-006/3")]


PAIRS = """Bureau of Prisons
MEMORANDUM
Date: June 3, 2014
Subject: Consolidation of schedules

We have sent DAA-0129-2014-0003 to NARA.

    Present authority            Planned authority
    {0} / 1a        DAA-0129-2014-0003-0001
    N1-129-92-1 / 2         DAA-0129-2014-0003-0002

{1}
"""


@pytest.mark.parametrize(
    ("first", "sentence", "expected"),
    [
        (
            "N1-129-92-1",
            "Item 4 was superseded on June 8, 2012 by N1-129-11-2, item 4 (approved on that date).",
            [("N1-129-92-001/4", "superseded-by", "N1-129-11-002/4")],
        ),
        (
            "N1-129-92-1",
            "Items 4 and 5 were replaced by N1-129-11-2, item 4.",
            [
                ("N1-129-92-001/4", "superseded-by", "N1-129-11-002/4"),
                ("N1-129-92-001/5", "superseded-by", "N1-129-11-002/4"),
            ],
        ),
        ("N1-129-95-7", "Item 4 was superseded by N1-129-11-2, item 4.", []),
    ],
)
def test_below_pairs_of_numbers_they_are_those_of_the_one_schedule_that_is_older(
    first: str, sentence: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """Where the pairs are of two older schedules nothing tells which of them is meant."""
    assert told(PAIRS.format(first, sentence)) == expected


LETTER = """                National Archives and Records Administration

November 18, 2014

Records Officer
Administrative Office

Dear Records Officer:

You asked us for the standing of the schedule of the courts of appeals, job N1-276-87-1.

{0}
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Item 3 (extra briefs) was superseded by DAA-0276-2012-0001-0002, approved on September 5, 2012.",
         [("N1-276-87-001/3", "superseded-by", "DAA-0276-2012-0001-0002")]),
        ("Item 1.b. - superseded by DAA-0276-2012-0001-0002.",
         [("N1-276-87-001/1/b", "superseded-by", "DAA-0276-2012-0001-0002")]),
        ("When the draft is approved it will supersede item 2.", []),
        ("The old job NC1-276-79-2 is closed. Item 3 was superseded by DAA-0276-2012-0001-0002.", []),
    ],
)  # fmt: skip
def test_else_they_are_those_of_the_only_schedule_that_is_named_as_a_whole(
    sentence: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """If none that is named is older: the only schedule may be the new one."""
    assert told(LETTER.format(sentence)) == expected


def test_what_the_subject_itself_supersedes_are_items_of_another() -> None:
    assert told("Subject: N1-276-87-1\n\nIt was approved in 1988. It supersedes items 3 and 4.\n") == []


@pytest.mark.parametrize(
    ("subject", "sentence"),
    [
        (
            "Subject: N1-276-87-1",
            "- Item 3, extra briefs. The last were filed in 1996. The item is inactive.",
        ),
        (
            "Subject: Review",
            "N1-276-87-1, item 3, extra briefs. The last were filed in 1996. This item was rescinded.",
        ),
        ("Subject: Review", "You asked that we rescind N1-276-87-1, item 3. The authority is obsolete."),
    ],
)
def test_the_item_is_that_with_which_the_paragraph_begins(subject: str, sentence: str) -> None:
    assert told(f"{subject}\n\n{sentence}\n") == [("N1-276-87-001/3", "ended", None)]
    assert told(f"{subject}\n\n{sentence.replace('tem 3', 'tems 3 and 4')}\n") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Per the records officer: item C superseded by DAA-0129-2012-0001-0002.",
            [("N1-129-92-001/c", "superseded-by", "DAA-0129-2012-0001-0002")],
        ),
        (
            "Items A and B were replaced by GRS 5.2, item 010.",
            [
                ("N1-129-92-001/a", "superseded-by", "GRS 5.2/010"),
                ("N1-129-92-001/b", "superseded-by", "GRS 5.2/010"),
            ],
        ),
        ("Item D.2 is obsolete.", [("N1-129-92-001/d/2", "ended", None)]),
        ("Item B stays with the region and is still in use.", []),
        ("The item I sent you was superseded.", []),
        ("We need an item a clerk can apply.", []),
    ],
)
def test_an_item_may_be_a_letter(sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(MEMO.format(sentence)) == expected


TWO = MEMO.replace("schedule N1-129-92-1", "schedules N1-129-92-1 and N1-129-95-2")


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (
            "Go on using N1-129-92-1, item 1a and 1b. Item 2 was replaced by DAA-0129-2012-0001-0002, approved May 6, 2013.",
            [("N1-129-92-001/2", "superseded-by", "DAA-0129-2012-0001-0002")],
        ),
        (
            "We reviewed N1-129-95-2. Item 4 was superseded by GRS 5.2, item 010. Item 5 is obsolete.",
            [("N1-129-95-002/4", "superseded-by", "GRS 5.2/010"), ("N1-129-95-002/5", "ended", None)],
        ),
        ("Item 4 was superseded by GRS 5.2, item 010.", []),
    ],
)
def test_an_item_that_begins_a_sentence_is_of_the_schedule_named_last_before(
    sentences: str, expected: list[tuple[str, str, str | None]]
) -> None:
    """The items that are named there have nothing to do with it."""
    assert told(TWO.format(sentences)) == expected


def test_an_item_behind_a_sentence_that_ends_in_a_newer_schedule_is_told_as_open() -> None:
    document = read(
        TWO.format(
            "N1-129-92-1, item 1 was superseded by N1-129-95-2, item 3. Item 2 was superseded by GRS 5.2."
        )
    )
    assert [item.id for item in document.items] == ["N1-129-92-001/1"]
    assert {each.target for each in document.citations if each.disputed} == {
        "N1-129-92-001/2",
        "N1-129-95-002/2",
    }
