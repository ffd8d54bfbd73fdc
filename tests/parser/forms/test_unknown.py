"""What a memo, a transmittal or an e-mail says of authorities."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.unknown import read_unknown
from schedgraph.parser.reading.markup import read_markup


def read(text: str) -> ScheduleDocument:
    found = blocks(read_markup(text)[0])
    source = Source(name="memo.txt", sha256="0" * 64, media_type="text/plain", pages=1)
    return read_unknown(found, source, detect(found))


MEMO = """MEMORANDUM FOR: Agency Records Officers
SUBJECT: Request for Records Disposition Authority

N1-361-91-10, item 3, is superseded by DAA-0361-2020-0001-0001 effective 09/15/2020.

GRS 23, item 7 was superseded
by GRS 5.2, item 010. See also GRS 3.2, item 020.
"""


def test_a_sentence_with_both_sides_keeps_both() -> None:
    """The old side becomes an item, the new side its successor, with the date that is stated."""
    document = read(MEMO)
    assert [
        (
            item.id,
            [(each.relation, each.target, each.date and str(each.date.value)) for each in item.citations],
        )
        for item in document.items
    ] == [
        ("N1-361-91-010/3", [("superseded-by", "DAA-0361-2020-0001-0001", "2020-09-15")]),
        ("GRS 23/7", [("superseded-by", "GRS 5.2/010", None)]),
    ]


def test_a_statement_outside_a_schedule_is_doubtful() -> None:
    """A memo is no schedule: each of its statements carries a doubt with its sentence."""
    doubts = [doubt for doubt in read(MEMO).doubts if doubt.code == "statement-outside-a-schedule"]
    assert len(doubts) == 2
    assert all(doubt.evidence and "superseded" in doubt.evidence.quote for doubt in doubts)


def test_other_numbers_are_only_cited() -> None:
    """What no sentence relates is a citation of the document as a whole."""
    assert [(each.relation, each.target) for each in read(MEMO).citations] == [("cites", "GRS 3.2/020")]


def test_the_document_is_no_schedule() -> None:
    """A number in a memo is not the memo's number."""
    document = read(MEMO)
    assert (document.form, document.schedule.id, document.schedule.status) == ("unknown", None, None)


def test_a_document_without_numbers() -> None:
    """Nothing is read, nothing is doubted."""
    document = read("The retention period of these records is three years.\n")
    assert (document.items, document.citations, document.doubts) == ((), (), ())


@pytest.mark.parametrize(
    ("sentence", "relation", "proposed"),
    [
        ("NC1-95-80-1, item 1 has been superseded.", "supersedes", False),
        ("Item 1 of NC1-95-80-1 was superseded by the new timber schedule.", "supersedes", False),
        ("NC1-95-80-1, item 1 is no longer in force.", "supersedes", False),
        ("On approval of that schedule, NC1-95-80-1, item 1 will be superseded.", "cites", True),
        ("NC1-95-80-1, item 1 is not superseded.", "does-not-supersede", False),
        ("We asked whether NC1-95-80-1, item 1 is obsolete.", "cites", False),
        ("If NC1-95-80-1, item 1 is rescinded, tell us.", "cites", False),
    ],
)
def test_an_end_without_a_named_successor_is_told_of_the_document_and_what_is_to_come_awaited(
    sentence: str, relation: str, proposed: bool
) -> None:
    document = read(f"MEMORANDUM of May 2, 1990\n\n{sentence}\n")
    assert [(each.relation, each.target, each.proposed) for each in document.citations] == [
        (relation, "NC1-095-80-001/1", proposed)
    ]


def test_what_is_used_in_place_of_an_authority_is_its_successor() -> None:
    document = read(
        "From today the agency uses GRS 5.2, item 010 for its registers in place of N1-103-94-2, item 1.\n"
    )
    assert [
        (item.id, [(each.relation, each.target) for each in item.citations]) for item in document.items
    ] == [("N1-103-94-002/1", [("superseded-by", "GRS 5.2/010")])]


NEWER = "DAA-0147-2012-0001-0004"


@pytest.mark.parametrize(
    ("text", "old", "day"),
    [
        (
            f"Local folders (N1-147-99-1, item 4) are covered by {NEWER}, approved November 26, 2013, "
            "which superseded that item.",
            ["N1-147-99-001/4"],
            "2013-11-26",
        ),
        (f"N1-147-99-1, item 4 is now scheduled under {NEWER}.", ["N1-147-99-001/4"], None),
        (f"Item 4 of N1-147-99-1 has since been covered by {NEWER}.", ["N1-147-99-001/4"], None),
        (
            f"N1-147-99-1, items 4 and 5, are covered by {NEWER}, which replaced them in 2017.",
            ["N1-147-99-001/4", "N1-147-99-001/5"],
            None,
        ),
        (
            f"As item 4 of N1-147-99-1 is no longer current, refer to {NEWER}, which superseded it.",
            ["N1-147-99-001/4"],
            None,
        ),
    ],
)
def test_what_superseded_that_item_is_its_successor(text: str, old: list[str], day: str | None) -> None:
    """The sentence names the older authority first, and points back to it."""
    assert [
        (
            item.id,
            [(each.relation, each.target, each.date and str(each.date.value)) for each in item.citations],
        )
        for item in read(text).items
    ] == [(one, [("superseded-by", NEWER, day)]) for one in old]


@pytest.mark.parametrize(
    "text",
    [
        f"Folders (N1-147-99-1, item 4) will be covered by {NEWER}, which superseded that item.",
        f"N1-147-99-1, item 4 is not now covered by {NEWER}.",
        f"N1-147-99-1, item 4 covers folders. Cards are covered by {NEWER}, which superseded that list.",
        f"Paper approved under N1-147-99-1, item 4 is kept; see {NEWER}, which superseded the old manual.",
        f"N1-147-99-1, item 4 is covered by {NEWER} as well.",
    ],
)
def test_what_points_to_nothing_before_it_makes_no_successor(text: str) -> None:
    document = read(text)
    assert document.items == ()
    assert {each.relation for each in document.citations} == {"cites"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NARA has declared N1-305-07-1, item 5 inactive (obsolete), June 1, 2015.", "inactive"),
        ("Our counsel marked N1-305-07-1, item 5 (slips) as obsolete in 2001.", "obsolete"),
        ("NARA may declare N1-305-07-1, item 5 inactive.", None),
        ("NARA has not declared N1-305-07-1, item 5 inactive.", None),
        ("We listed N1-305-07-1, item 5 in the manual. Inactive files are kept.", None),
    ],
)
def test_an_end_that_others_declared_is_told(text: str, words: str | None) -> None:
    (citation,) = (each for each in read(text).citations if not each.disputed)
    assert (citation.target, citation.relation) == ("N1-305-07-001/5", "cites")
    assert (citation.words and citation.words.value) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "When that schedule is approved, items 1 and 5 of N1-57-98-3 will be superseded.",
        "Items 1 and 5 of N1-57-98-3 are expected to be superseded this fall.",
    ],
)
def test_what_a_memo_announces_has_not_come_about(sentence: str) -> None:
    """A schedule may say "will be superseded" of its own approval; a memo approves nothing."""
    said = read(f"MEMORANDUM\n\n{sentence}\n").citations
    assert [(each.relation, each.target, each.proposed) for each in said] == [
        ("cites", "N1-057-98-003/1", True),
        ("cites", "N1-057-98-003/5", True),
    ]


def test_what_is_said_of_an_item_is_not_said_of_its_schedule() -> None:
    """The schedule is named again further on, in words that leave it alone."""
    text = (
        "The authority in N1-255-94-3, item 4, Telemetry tapes, is rescinded. The other items of N1-255-94-3 are not "
        "affected by this letter.\n"
    )
    assert [
        (each.relation, each.target) for each in read(text).citations if each.target == "N1-255-94-003"
    ] == [("cites", "N1-255-94-003")]


def _denials(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.of, each.target) for each in read(text).citations if each.relation == "does-not-supersede"]


@pytest.mark.parametrize(
    "text",
    [
        "N1-79-82-1/4 was superseded by N1-79-08-6/8, not by N1-79-08-6/7.",
        "N1-79-82-1, item 4, was replaced by N1-79-08-6, item 8 (not N1-79-08-6, item 7).",
        "N1-79-82-1/4 was superseded by N1-79-08-6/8 instead of N1-79-08-6/7.",
        "(1) The entry is wrong. N1-79-82-1/4 is superseded by N1-79-08-6/8, rather than by N1-79-08-6/7.",
    ],
)
def test_a_correction_names_who_was_no_successor(text: str) -> None:
    document = read("Memorandum\nJune 20, 2012\n\n" + text)
    assert [(item.id, [each.target for each in item.citations]) for item in document.items] == [
        ("N1-079-82-001/4", ["N1-079-08-006/8"])
    ]
    assert _denials("Memorandum\nJune 20, 2012\n\n" + text) == [("N1-079-08-006/7", "N1-079-82-001/4")]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("N1-79-82-1/7 was not superseded; N1-79-08-7/2 covers dispatch logs only.", True),
        ("N1-79-82-1/7 has never been superseded.", True),
        ("This memo does not supersede N1-79-82-1/7.", False),
        ("N1-79-82-1/7 was superseded by N1-79-08-6/8. It does not cover N1-79-08-6/16.", False),
    ],
)
def test_a_memo_denies_that_anything_replaced_an_authority_and_not_that_it_does(
    text: str, denied: bool
) -> None:
    assert _denials(text) == ([(None, "N1-079-82-001/7")] if denied else [])


ANNOUNCEMENT = "MEMORANDUM\n\nThe Service is drafting a schedule for submission to NARA. {} Go on with the present ones.\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("When it is approved, it will supersede N1-79-98-2, item 3.", [("cites", True)]),
        ("It will replace N1-79-98-2, item 3, when NARA approves it.", [("cites", True)]),
        ("A schedule now at NARA shall supersede N1-79-98-2, item 3.", [("cites", True)]),
        ("We expect to supersede N1-79-98-2, item 3.", [("cites", True)]),
        ("Once NARA signs, the new schedule supersedes N1-79-98-2, item 3.", [("cites", True)]),
        ("The new schedule supersedes N1-79-98-2, item 3.", [("supersedes", False)]),
        ("The new schedules supersede N1-79-98-2, item 3.", [("supersedes", False)]),
        ("When it was approved in 2011, it superseded N1-79-98-2, item 3.", [("supersedes", False)]),
    ],
)
def test_what_a_memo_announces_has_not_come(sentence: str, expected: list[tuple[str, bool]]) -> None:
    """A schedule that is being drafted ends nothing, whatever the memo hopes of it."""
    citations = read(ANNOUNCEMENT.format(sentence)).citations
    assert [(each.relation, each.proposed) for each in citations] == expected


def test_a_correction_over_two_sentences_names_the_right_successor() -> None:
    text = (
        "Memorandum\nMay 11, 2016\n\nThe crosswalk said that reports (N1-490-95-3, item 4) were superseded by "
        "DAA-0490-2014-0001-0002. That was a typing error. The right authority is DAA-0490-2014-0001-0003."
    )
    document = read(text)
    assert [(item.id, [each.target for each in item.citations]) for item in document.items] == [
        ("N1-490-95-003/4", ["DAA-0490-2014-0001-0003"])
    ]
    assert _denials(text) == [("DAA-0490-2014-0001-0002", "N1-490-95-003/4")]


def test_what_is_called_an_error_is_denied_where_the_right_number_follows_later() -> None:
    text = (
        "Memorandum\nJune 3, 1998\n\nThe crosswalk says that N1-490-95-3, item 4, is superseded by N1-490-96-1, item 3. That is"
        " a typing error, and the agency has confirmed it. The correct entry is:\n\n"
        "    N1-490-95-3, item 4, is superseded by N1-490-96-1, item 5.\n"
    )
    assert [(item.id, [each.target for each in item.citations]) for item in read(text).items] == [
        ("N1-490-95-003/4", ["N1-490-96-001/5"])
    ]
    assert _denials(text) == [("N1-490-96-001/3", "N1-490-95-003/4")]


WRONG_NOTE = (
    "Memorandum to the file\nJune 3, 1998\n\nThe pen-and-ink note on item 4 of N1-490-95-3 is wrong. The note cites item 3 of"
    " N1-490-96-1. The correct entry is:\n\n    N1-490-95-3, item 4, is superseded by N1-490-96-1, item 5.\n\n"
    "Item 7 of N1-490-96-1 replaces no earlier item.\n"
)


def test_a_note_that_is_called_wrong_is_denied_where_the_right_successor_is_stated() -> None:
    assert _denials(WRONG_NOTE) == [("N1-490-96-001/3", "N1-490-95-003/4")]


@pytest.mark.parametrize(
    "text",
    [
        WRONG_NOTE.replace("is wrong", "is right"),
        WRONG_NOTE.replace("item 3 of N1-490-96-1", "item 5 of N1-490-96-1"),
        WRONG_NOTE.replace("item 3 of N1-490-96-1", "item 3 of N1-490-99-1"),
        WRONG_NOTE.replace("is superseded by", "is not superseded by"),
    ],
    ids=["right", "the same", "another schedule", "no successor stated"],
)
def test_nothing_else_is_denied(text: str) -> None:
    assert ("N1-490-96-001/3", "N1-490-95-003/4") not in _denials(text)
