"""Notes that name an item by its number, its Roman number or its letters, wherever they stand on the copy of a form."""

import pytest

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY          JOB NUMBER  N1-255-94-2
TO: NATIONAL ARCHIVES AND RECORDS ADMINISTRATION     DATE RECEIVED 3/2/94
1. FROM (Agency or establishment)  National Aeronautics and Space Administration
NOTIFICATION TO AGENCY   DATE 9/9/94   ARCHIVIST OF THE UNITED STATES (signed)

7. ITEM NO.  8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. GRS OR SUPERSEDED JOB CITATION  10. ACTION TAKEN
{one}.  Flight Records.
    A. Plans. Destroy after 75 years.
    B. Requests. Destroy after 10 years.
{two}.  Proposals.
    A. Selected. Destroy after 10 years.
    B. Not selected. Destroy when 2 years old.
{three}.  Balloon Logs. Destroy when 20 years old.
{note}
{four}.  Drawings. Destroy when 20 years old.

STANDARD FORM 115 (REV. 3-91)
{slip}
"""
FIGURES = {"one": "1", "two": "2", "three": "3", "four": "4"}
NUMERALS = {"one": "I", "two": "II", "three": "III", "four": "IV"}


def read(numbers: dict[str, str], note: str = "", slip: str = "") -> ScheduleDocument:
    return read_text(decode(FORM.format(**numbers, note=note, slip=slip).encode(), "n1-255-94-2.txt"))


def ended(document: ScheduleDocument) -> list[str]:
    """The items of which an end is told."""
    return [
        item.id.partition("/")[2]
        for item in document.items
        if item.annotations or any(each.relation == "superseded-by" for each in item.citations)
    ]


def told(document: ScheduleDocument) -> list[str]:
    """The items beside which words are told that were not understood."""
    return [
        (each.target or "").partition("/")[2] for each in document.citations if each.words and each.disputed
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("I.B is now under DAA-0255-2014-0002", ["i/b"]),
        ("II.A superseded by N1-255-04-1/3", ["ii/a"]),
        ("[margin] II.A superseded by N1-255-04-1/3", ["ii/a"]),
        ("INACTIVE: ITEM II.A", ["ii/a"]),
        ("INACTIVE - ITEMS II.A AND IV", ["ii/a", "iv"]),
        ("ITEM II.A INACTIVE", ["ii/a"]),
        ("Item II.A is obsolete.", ["ii/a"]),
        ("Item II.A superseded by N1-255-04-1/3, 5/6/04", ["ii/a"]),
        ("Items II.A and II.B superseded by N1-255-04-1/3", ["ii/a", "ii/b"]),
        ("SUPERSEDED Item II.A by N1-255-04-1/3", ["ii/a"]),
        ("[ink note beside item IV] Superseded by N1-255-04-1/3", ["iv"]),
        ("[ink note beside item II.A]\nSuperseded by N1-255-04-1/3", ["ii/a"]),
        ("Superseded by N1-255-04-1/3\n(annotation applies to item II.A)", ["ii/a"]),
        # What names no item of the form is of the item above.
        ("U.S. Mint copy: superseded by N1-255-04-1/3", ["iii"]),
        ("I was told that this is superseded by N1-255-04-1/3", ["iii"]),
        ("Superseded by N1-255-04-1/3", ["iii"]),
    ],
)
def test_a_note_is_of_the_item_that_it_names_by_a_roman_number(note: str, expected: list[str]) -> None:
    assert ended(read(NUMERALS, note)) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("INACTIVE: ITEM 2.A", ["2/a"]),
        ("INACTIVE: ITEMS 2A, 2B", ["2/a", "2/b"]),
        ("2.A is now under DAA-0255-2014-0002-0001", ["2/a"]),
        ("[typed slip attached] Item 2.B: superseded, number not yet known", ["2/b"]),
        ("5.1 superseded by N1-255-04-1/3", ["3"]),
        ("1995 edition superseded by N1-255-04-1/3", ["3"]),
    ],
)
def test_a_note_is_of_the_item_that_it_names_by_its_figures(note: str, expected: list[str]) -> None:
    assert ended(read(FIGURES, note)) == expected


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        ("[typed slip attached, undated] Item 2.B: replaced, see new schedule.", ["2/b"]),
        ("[slip, undated] Items 2.B and 3 replaced by new schedule", ["2/b", "3"]),
        ("Routing slip: item 2B has been superseded.", ["2/b"]),
        ("Memo to file: item 2B no longer used.", ["2/b"]),
        ("[paper clipped note] 2.B was replaced by the agency-wide schedule", ["2/b"]),
        ("NOTE TO USERS: do not use item 2b any more; see the new schedule.", ["2/b"]),
        ("[typed slip attached] Item 2.B: no change.", []),
        ("[typed slip attached] Item 2.B: not replaced, keep using.", []),
        ("When item 2B is replaced, destroy the cards.", []),
        ("Cut off files of item 2B when superseded.", []),
    ],
)
def test_a_slip_behind_the_foot_is_of_the_items_that_it_names(slip: str, expected: list[str]) -> None:
    assert ended(read(FIGURES, slip=slip)) == expected


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        ("Post-it on copy: item 2(b) is covered by the new big bucket schedule", ["2/b"]),
        ('Attached slip: "2B - repl., see new sched."', ["2/b"]),
        ("When item 2B is replaced, destroy the cards.", ["2/b"]),
        ("[typed slip attached] Item 2.B: no change.", []),
        ("INSTRUCTIONS\nWhen item 2 is superseded, say so in item 3.", []),
    ],
)
def test_what_a_slip_says_and_nobody_understood_is_told_of_the_items(slip: str, expected: list[str]) -> None:
    assert told(read(FIGURES, slip=slip)) == expected


def successors(document: ScheduleDocument) -> dict[str, list[str | None]]:
    """What is told to have taken the place of each item."""
    named = {
        item.id.partition("/")[2]: [
            each.target for each in item.citations if each.relation == "superseded-by"
        ]
        for item in document.items
    }
    return {item: targets for item, targets in named.items() if targets}


NEW = "DAA-0255-2014-0002-0001"
NEWER = "DAA-0255-2014-0002-0002"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (f"Superseded by {NEW}, 6/1/2012 (annotation applies to item I.B)", {"i/b": [NEW]}),
        (f"    Number II was superseded by {NEW} on 5/4/2011.", {"ii": [NEW]}),
        (f"[slip: Item IV remains in force. In FY 2015 item II.B was replaced by {NEW}.]", {"ii/b": [NEW]}),
        (
            f"[slip] Item I.A was superseded by {NEW}. Item I.B was later replaced by {NEWER} and item IV has been "
            f"superseded by {NEWER}.",
            {"i/a": [NEW], "i/b": [NEWER], "iv": [NEWER]},
        ),
        (
            f"I.B - Superseded by {NEW}  (01/11/2017)\nII.A - Superseded in part by {NEWER}",
            {"i/b": [NEW], "ii/a": [NEWER]},
        ),
    ],
)
def test_a_sentence_that_names_another_item_is_of_that_one(
    note: str, expected: dict[str, list[str | None]]
) -> None:
    """Wherever it stands among the words of the item above it: II.B was not superseded by what took the place of I.B."""
    assert successors(read(NUMERALS, slip=note)) == expected


def test_a_sentence_that_names_the_item_of_another_schedule_is_of_none_here() -> None:
    note = f"    Formerly N1-255-80-3. Item I.B was superseded by {NEW}."
    assert "i/b" not in successors(read(NUMERALS, note=note))


def test_a_note_limits_what_was_superseded_ahead_of_its_verb() -> None:
    slip = f"Item 4: Electronic records only superseded by {NEW} (approved 08/09/2013). Paper remains under this item."
    document = read(FIGURES, slip=slip)
    (item,) = [each for each in document.items if each.id.endswith("/4")]
    assert [(each.target, each.partial) for each in item.citations] == [(NEW, True)]
    assert len([each for each in document.items if each.id.endswith("/4")]) == 1


def test_notes_name_items_by_the_codes_that_number_them() -> None:
    text = (
        "REQUEST FOR RECORDS DISPOSITION AUTHORITY\nJOB NUMBER N1-115-94-9\nDATE RECEIVED 3/14/94\n"
        "1. FROM (Agency or establishment) Department of the Interior\n"
        "APPROVED  DATE 9/12/94  ARCHIVIST OF THE UNITED STATES (signed)\n\n"
        "7. ITEM NO.   8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION   9. CITATION  10. ACTION TAKEN\n\n"
        "LND-1.00  Land Titles. PERMANENT. Transfer when 30 years old.\n"
        "LND-3.00  Rights of Way. TEMPORARY. Destroy 6 years after the grant ends.\n"
        "LND-7.00  Trespass. TEMPORARY. Destroy 5 years after resolution.\n"
        "LND-9.00  Cemeteries. PERMANENT. Transfer when 20 years old.\n\n"
        "[typed slip stapled to page 1]\nLND-3.00: replaced by DAA-0115-2012-0001-0001.\n"
        "LND-7.00 - INACTIVE. No successor.\n"
    )
    document = read_text(decode(text.encode(), "n1-115-94-9.txt"))
    assert len(document.items) == 4
    assert successors(document) == {"lnd-3.00": ["DAA-0115-2012-0001-0001"]}
    assert ended(document) == ["lnd-3.00", "lnd-7.00"]


@pytest.mark.parametrize(
    "title",
    [
        "MEMORANDUM",
        "-------- photocopied memorandum attached, not part of the form --------",
        "[letter attached]",
    ],
)
def test_a_memorandum_behind_the_form_tells_what_became_of_its_items(title: str) -> None:
    """Its "Item 1 …" opens no second item 1."""
    memo = (
        f"\n{title}\nTo: Files        From: Records Officer        Date: March 3, 2004\n"
        f"Item 1.A was picked up by {NEW}, approved 1/7/04, and should no longer be cited. Item 1.B: still used.\n"
        f"The logs of item 3 have gone under\n{NEWER} since 2008. Item 4 is not touched by any of this.\n"
    )
    document = read(FIGURES, slip=memo)
    assert successors(document) == {"1/a": [NEW], "3": [NEWER]}
    assert len(document.items) == len({each.id for each in document.items})
