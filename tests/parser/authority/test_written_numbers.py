"""Numbers as documents write them, and the identifiers that they stand for. A row is a claim."""

import pytest

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.reader import read_numbers

SOUND = [
    # levels parted by full stops; a code that has a full stop of its own stays whole
    ("N1-567-09-006/4.a", "N1-567-09-006/4/a"),
    ("N1-567-09-006/4.a.1", "N1-567-09-006/4/a/1"),
    ("N1-567-09-006/lnd-7.00", "N1-567-09-006/lnd-7.00"),
    # N1, NC1: record group with two or three digits, job with one to three
    ("N1-567-09-6", "N1-567-09-006"),
    ("N1-567-09-06", "N1-567-09-006"),
    ("N1-567-09-006", "N1-567-09-006"),
    ("N1 - 567 - 09 - 6", "N1-567-09-006"),
    ("n1–567–09–6", "N1-567-09-006"),
    ("N1-361-91-\n010", "N1-361-91-010"),
    ("N1-85-96-01", "N1-085-96-001"),
    ("N1-064-91-1", "N1-064-91-001"),
    ("N1-016-00-003", "N1-016-00-003"),
    ("N1-NU-93-8", "N1-NU-93-008"),
    ("NC1-170-77-1", "NC1-170-77-001"),
    ("NC1-412-85-26", "NC1-412-85-026"),
    ("NC1-AU-77-84", "NC1-AU-77-084"),
    # no record group
    ("NN-165-119", "NN-165-119"),
    ("NN-171-120", "NN-171-120"),
    ("NC-174-118", "NC-174-118"),
    ("II-NNA-936", "II-NNA-936"),
    # ERA
    ("DAA-0567-2017-0007", "DAA-0567-2017-0007"),
    ("DAA-0361-2020-0001-0008", "DAA-0361-2020-0001-0008"),
    ("daa-grs-2013-0001-0005", "DAA-GRS-2013-0001-0005"),
    ("DAA-AU-2017-0006-0001", "DAA-AU-2017-0006-0001"),
    ("DAA-0361-2020-0001, item 0008", "DAA-0361-2020-0001-0008"),
    ("item 0005 of DAA-0361-2020-0001", "DAA-0361-2020-0001-0005"),
    # General Records Schedules: four separators for one thing
    ("GRS 5.2, item 020", "GRS 5.2/020"),
    ("GRS 5.2 item 020", "GRS 5.2/020"),
    ("GRS 3.1/011", "GRS 3.1/011"),
    ("GRS 4.5.021", "GRS 4.5/021"),
    ("General Records Schedule 5.2, item 020", "GRS 5.2/020"),
    ("General Records Schedule (GRS) 5.2, item 020", "GRS 5.2/020"),
    ("General Records Schedule 1, item 33t", "GRS 1/33/t"),
    ("GRS 23 Item 7", "GRS 23/7"),
    ("GRS 23, Item 7(a)", "GRS 23/7/a"),
    ("GRS 2/22a", "GRS 2/22/a"),
    ("GRS 1 item 28a2", "GRS 1/28/a/2"),
    ("GRS 20/2/a/4", "GRS 20/2/a/4"),
    ("item 7 of GRS 23", "GRS 23/7"),
    ("G.R.S. 3", "GRS 3"),
    ("GRS 4.3 (all items)", "GRS 4.3"),
    ("GRS 6.1-0142-2018-0001", "GRS 6.1-0142-2018-0001"),
    # items
    ("N1-GRS-92-4 item 22a", "N1-GRS-92-004/22/a"),
    ("N1-59-96-5, item 3c(2)", "N1-059-96-005/3/c/2"),
    ("N1-59-96-5 item 8b(1)(g)", "N1-059-96-005/8/b/1/g"),
    ("N1-412-95-7/4", "N1-412-95-007/4"),
    ("NC1-49-85-2/17/1/a/1", "NC1-049-85-002/17/1/a/1"),
    ("N1-49-91-2 / 2/5/d/2", "N1-049-91-002/2/5/d/2"),
    ("N1-85-96-01-C", "N1-085-96-001/c"),
    ("N1-115-94-6/LND-7.00", "N1-115-94-006/lnd-7.00"),
    ("N1-AU-93-8 item 1501-16a", "N1-AU-93-008/1501-16a"),
    ("N1-AU-93-8, item 190-47c", "N1-AU-93-008/190-47c"),
    ("N1-NU-98-2 item 12410", "N1-NU-98-002/12410"),
    ("N1-567-09-6/1.B.(2).c", "N1-567-09-006/1/b/2/c"),
    ("n1-567-09-06 item 1b(2)c", "N1-567-09-006/1/b/2/c"),
    ("N1-567-09-6/1C(2)", "N1-567-09-006/1/c/2"),
    ("N1-567-09-6, Item No. 3", "N1-567-09-006/3"),
    ("N1-567-09-6 (item 1a)", "N1-567-09-006/1/a"),
    ("N1-567-09-6, item 1, subitem a", "N1-567-09-006/1/a"),
    ("N1-361-91-010,\nitem 54", "N1-361-91-010/54"),
    ("item 3 in schedule N1-567-09-6", "N1-567-09-006/3"),
    # what stands after a number and is no item
    ("N1-567-09-6 in 2010", "N1-567-09-006"),
    ("N1-567-09-6 a schedule", "N1-567-09-006"),
    ("N1-361-91-010 (approved 1991)", "N1-361-91-010"),
    ("N1-567-09-6 item a schedule", "N1-567-09-006"),
    ("N1-567-09-6 10 boxes", "N1-567-09-006"),
    ("N1-567-09-6. The next", "N1-567-09-006"),
    ("N1-567-09-6, item 3, 2010 edition", "N1-567-09-006/3"),
    ("N1-AU-04-3, 2 items, 2 temporary items", "N1-AU-04-003"),
    ("DAA-0567-2017-0007, 1 item, 1 temporary item", "DAA-0567-2017-0007"),
    ("DAA-0567-2017-0007-0001 on 05/31/2017", "DAA-0567-2017-0007-0001"),
    ("DAA-0567-2017-0007 02/22/2017", "DAA-0567-2017-0007"),
    ("DAA-0567-2017-0007 – Secure Communities", "DAA-0567-2017-0007"),
    ("DAA-0567-2017-0007 2017 report", "DAA-0567-2017-0007"),
]

DOUBTFUL = [
    # Parts numbered I, II, III with items A, B: below a Roman numeral a capital is a letter.
    ("N1-47-88-1/I/A", "N1-047-88-001/i/a", ["N1-047-88-001/1/a"]),
    ("N1-47-88-1, item II.B", "N1-047-88-001/ii/b", []),
    ("N1-47-88-1, item IV.B.2", "N1-047-88-001/iv/b/2", []),
    # A 12 rather than item 2 of part I
    ("N1-47-88-1, item I2", "N1-047-88-001/12", ["N1-047-88-001/i/2"]),
    # glued to the job: job 1 item a, or job 1 item 1a
    ("N1-563-04-1a", None, ["N1-563-04-001/a", "N1-563-04-001/1/a"]),
    ("N1-563-04-2(1)", None, ["N1-563-04-002/1", "N1-563-04-002/2/1"]),
    # the slash may have become a 1
    ("N1-412-95-714", "N1-412-95-714", ["N1-412-95-007/4"]),
    ("N1-412-95-1014", "N1-412-95-010/4", []),
    # the hyphen may have moved
    ("NC-170-77-1", None, ["NC-170-77/1", "NC1-070-77-001"]),
    # one designator, or two levels
    ("N1-567-09-6 item 1.1", "N1-567-09-006/1.1", ["N1-567-09-006/1/1"]),
    ("N1-NU-98-2, item 12410.2", "N1-NU-98-002/12410.2", ["N1-NU-98-002/12410/2"]),
    ("N1-567-09-6 item 1-a", "N1-567-09-006/1/a", ["N1-567-09-006/1-a"]),
    ("N1-567-09-6 item 15-16a", "N1-567-09-006/15-16a", []),
    # no word says that it is an item
    ("N1-567-09-6 1a", "N1-567-09-006/1/a", ["N1-567-09-006"]),
    ("N1-567-09-6-1", "N1-567-09-006/1", ["N1-567-09-006"]),
    ("N1-563-04-2 (1)", "N1-563-04-002/1", ["N1-563-04-002"]),
    ("NN-168-9\n(2)", "NN-168-9/2", ["NN-168-9"]),
    ("N1-563-04-2 (1) Case files", "N1-563-04-002", ["N1-563-04-002/1"]),
    ("NC1-412-85-2 6", "NC1-412-85-002", ["NC1-412-85-026"]),
    ("GRS 5.2-020", "GRS 5.2/020", ["GRS 5.2"]),
    ("GRS 5.2 020", "GRS 5.2/020", ["GRS 5.2"]),
    ("GRS 5 item 020", "GRS 5/20", []),
    ("item 5, N1-59-96-5", "N1-059-96-005/5", ["N1-059-96-005"]),
    # an item of an ERA schedule by its sequence number
    ("DAA-0361-2020-0001 item 8", "DAA-0361-2020-0001-0008", ["DAA-0361-2020-0001"]),
    ("DAA-0361-2020-0001, item 1.1", None, ["DAA-0361-2020-0001"]),
    # years, record groups and schedules that cannot be
    ("N1-567-69-6", "N1-567-69-006", []),
    ("N1-999-09-6", "N1-999-09-006", []),
    ("GRS 30 item 1", "GRS 30/1", []),
    ("GRS 7.3", "GRS 7.3", ["GRS 7/3"]),
    # wrong lengths
    ("N1-5-09-6", "N1-005-09-006", []),
    ("N1-567-2009-6", "N1-567-09-006", []),
    ("N1-567-09-0006", "N1-567-09-006", []),
    ("DAA-0567-2017-0007-001", "DAA-0567-2017-0007-0001", ["DAA-0567-2017-0007"]),
    ("GRS 5.2 item 20", "GRS 5.2/020", ["GRS 5.2"]),
    # families that no document at hand confirms
    ("N2-060-91-3", "N2-060-91-003", []),
    ("NCD-060-79-3", "NCD-060-79-003", []),
]


@pytest.mark.parametrize(("written", "expected"), SOUND)
def test_a_number_as_written_stands_for_one_identifier(written: str, expected: str) -> None:
    """Nothing is repaired, and the reading is sure."""
    (read,) = read_numbers(written)
    assert (read.id, read.sure, read.repairs) == (expected, True, ())
    assert [(reading.target, reading.confidence) for reading in read.readings] == [(expected, 1.0)]


@pytest.mark.parametrize(("written", "expected", "others"), DOUBTFUL)
def test_a_doubtful_number_keeps_every_reading(written: str, expected: str | None, others: list[str]) -> None:
    """It is never sure; an identifier is given only where one reading stands out."""
    (read,) = read_numbers(written)
    assert (read.id, read.sure) == (expected, False)
    assert set(others) <= {reading.target for reading in read.readings}


def test_the_corpus_decides_between_job_and_item() -> None:
    """N1-563-04-1a is item a where the corpus holds an item a and no item 1a; it is still not sure."""
    (read,) = read_numbers("N1-563-04-1a", known={"N1-563-04-001/1/a"})
    assert (read.id, read.sure) == ("N1-563-04-001/1/a", False)
    assert [reading.target for reading in read.readings] == ["N1-563-04-001/1/a", "N1-563-04-001/a"]


def test_a_corpus_that_holds_both_decides_nothing() -> None:
    """Where both items exist, the writing stays ambiguous."""
    (read,) = read_numbers("N1-563-04-1a", known={"N1-563-04-001/1/a", "N1-563-04-001/a"})
    assert read.id is None


def test_a_text_without_a_number_has_no_identifier() -> None:
    """One result says so, with the text as given."""
    (read,) = read_numbers("no number here")
    assert (read.written, read.printed) == ("no number here", "no number here")
    assert (read.id, read.family, read.sure, read.readings) == (None, None, False, ())


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("N1-567-09-6", "N1"),
        ("NC1-170-77-1", "NC1"),
        ("NC-174-118", "NC-1YY"),
        ("NN-165-119", "NN-1YY"),
        ("II-NNA-936", "II-NNA"),
        ("DAA-GRS-2013-0001-0005", "DAA"),
        ("GRS 5.2/020", "GRS"),
        ("GRS 23/7", "GRS"),
        ("GRS 6.1-0142-2018-0001", "Capstone"),
    ],
)
def test_the_family_is_named(written: str, family: str) -> None:
    """The names are those of families.toml."""
    assert read_numbers(written)[0].family == family


NO_NUMBERS = [
    "202-732-6337",
    "College Park, MD 20740-8001",
    "Charlotte, NC 28202-1234",
    "Raleigh, NC 17601-1234",
    "44 U.S.C. 3303a",
    "36 CFR 1228",
    "SF 115",
    "SF-115A",
    "OF-11",
    "Form I-877",
    "7540-00-634-4064",
    "05/31/2017",
    "111132017",
    "$1,000.00",
    "A-13-001-01a(1)",
    "EPA 091",
    "2800-P5",
    "LND-7.00",
    "DMAM 5015.1",
    "Page 3 of 6",
    "item 3 of the list",
    "Items 1-4 are temporary",
    "PM 12-10-2013",
    "in 10-12-09",
    "the GRS is a list",
    "GRS Transmittal 28",
    "9. GRS OR SUPERSEDED JOB CITATION",
    "GRS 2013",
    "No. 165-119",
    "Schedule 5.2",
    "N1",
    "N1-567-09",
    "DAA-0567-2017",
    "NI- t;/{)-07-2",
    "I\\J \\ - 098 - O'l - \\",
    "tJ 1-/7 (J -4'9-/",
    "_ 721-d5~-C) 11'-E3",
    "71/-/J 7L-~~-3",
    "schedules 'NC '- NCl , and NN",
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_only_looks_like_a_number_is_not_found(text: str) -> None:
    """Telephone, postal, form and stock numbers, citations of law, dates, manuals, hopeless handwriting."""
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ("N1-563-06-28 item 1B(1)is superseded by GRS 5.2", "N1-563-06-028/1/b/1"),
        ("item 12of N1-563-06-28", "N1-563-06-028/12"),
    ],
)
def test_a_word_whose_blank_is_lost_does_not_hide_the_item(written: str, identifier: str) -> None:
    """Read, and never sure; a letter that may be a level of its own stays one."""
    mention = find_numbers(written)[0]
    assert (mention.id, mention.sure) == (identifier, False)
    assert "space restored" in mention.repairs
    assert find_numbers("N1-563-06-28 item 1B(1)d")[0].id == "N1-563-06-028/1/b/1/d"
