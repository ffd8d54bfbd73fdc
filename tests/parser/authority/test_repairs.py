"""Damaged numbers out of real transcripts (facts/ocr_damage.tsv) and like them."""

import pytest

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.reader import read_numbers

REPAIRED = [
    ("NI-567-09-6", "N1-567-09-006", "I→1"),
    ("Nl-412-95-7/4", "N1-412-95-007/4", "l→1"),
    ("NCl-456-82-1", "NC1-456-82-001", "l→1"),
    ("NC 1 170 77 1", "NC1-170-77-001", "space→-"),
    ("PAA - 0563 - 2013 - 0001 - 0006", "DAA-0563-2013-0001-0006", "PAA→DAA"),
    ("DM-GRS-2017-0006", "DAA-GRS-2017-0006", "DM→DAA"),
    ("DAA-0048-201 3-0001", "DAA-0048-2013-0001", "space removed"),
    ("daa-0237-2014-0006-004 7", "DAA-0237-2014-0006-0047", "space removed"),
    ("Il-NNA-936", "II-NNA-936", "l→I"),
    ("NN 165-119", "NN-165-119", "space→-"),
    ("N1-59-96-5 item 3c(l)", "N1-059-96-005/3/c/1", "l→1"),
    ("NC1-170-77-1, item 03c(I)", "NC1-170-77-001/3/c/1", "I→1"),
    ("DAA-AU-20170008", "DAA-AU-2017-0008", "hyphen restored"),
    ("DAA-0567-2017-0007-000l", "DAA-0567-2017-0007-0001", "l→1"),
    ("DAA-0567-2017-00070001", "DAA-0567-2017-0007-0001", "hyphen restored"),
    ("DAА-0567-2017-0007", "DAA-0567-2017-0007", "А→A"),
    ("N1-S67-O9-6", "N1-567-09-006", "S→5"),
    ("N1-56 7-09-6", "N1-567-09-006", "space removed"),
    ("N1-56709-6", "N1-567-09-006", "hyphen restored"),
    ("N1_567_09_6", "N1-567-09-006", "_→-"),
    ("N1-4U-93-8", "N1-AU-93-008", "4U→AU"),
    ("N1-567-09-6, ltem 3", "N1-567-09-006/3", "l→I"),
    ("N1-567-09-6, itern 3", "N1-567-09-006/3", "rn→m"),
    ("N1-567-09-6, itcm 3", "N1-567-09-006/3", "c→e"),
    ("N1-567-09-6 item lb(2)", "N1-567-09-006/1/b/2", "l→1"),
    ("NCl-74-118/2", "NC-174-118/2", "hyphen moved"),
    ("GRS 5.2 item O20", "GRS 5.2/020", "O→0"),
    ("GRS S.2 item 020", "GRS 5.2/020", "S→5"),
    ("GRS 5,2 item 020", "GRS 5.2/020", ",→."),
    ("GRS 52/020", "GRS 5.2/020", "point restored"),
    ("GRS 3.11011", "GRS 3.1/011", "separator restored"),
    ("GRS l item 33t", "GRS 1/33/t", "l→1"),
    ("GAS 5.2 item 020", "GRS 5.2/020", "GAS→GRS"),
    ("GRS 2/Z2a", "GRS 2/22/a", "Z→2"),
    ("GRS 6.1-0142-20l8-0001", "GRS 6.1-0142-2018-0001", "l→1"),
]


@pytest.mark.parametrize(("written", "expected", "repair"), REPAIRED)
def test_a_repaired_number_says_so_and_is_not_sure(written: str, expected: str, repair: str) -> None:
    """The likeliest reading is given with what was changed."""
    (read,) = read_numbers(written)
    assert (read.id, read.sure) == (expected, False)
    assert repair in read.repairs
    assert read.readings[0].target == expected


@pytest.mark.parametrize(
    ("written", "runner_up"),
    [
        ("DAA-AU-20170008", "DAA-AU-2017-0006"),
        ("NCl-74-118/2", "NC1-074-118/2"),
        ("daa-0237-2014-0006-004 7", "DAA-0237-2014-0006-0004"),
        ("ni-412-94-319", "N1-412-94-003/19"),
        ("N1-59-96-5 item 3c(l)", "N1-059-96-005/3/c/l"),
        ("N1-567-09-6 item 1O", "N1-567-09-006/10"),
    ],
)
def test_a_repair_keeps_its_runners_up(written: str, runner_up: str) -> None:
    """A repair that fits the grammar can still be wrong."""
    assert runner_up in {reading.target for reading in read_numbers(written)[0].readings}


@pytest.mark.parametrize(
    "written", ["NC1-167-82-1/B1", "NC1-167-82-1, item S12", "NC1-167-82-1, items A1 and G2"]
)
def test_an_item_of_a_part_may_be_a_number_of_two_digits(written: str) -> None:
    """B1 stands in the outlines of schedules in parts as often as a scan makes it of an 81: neither stands out."""
    *_, read = read_numbers(written)
    assert (read.id, len(read.readings) > 1) == (None, True)


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("NCl-237-77-11 item 1(l)", {"1/l", "1/1"}),
        ("NC1-237-77-11, items 2(l) and 3", {"2/l", "2/1"}),
        ("NC1-237-77-11/2(I)", {"2/i", "2/1"}),
        ("NC1-237-77-11 item 1l", {"1/l", "11"}),
    ],
)
def test_a_letter_that_looks_like_a_digit_behind_one_is_left_to_the_corpus(
    written: str, readings: set[str]
) -> None:
    """The twelfth letter is as rare as a 1 that a scan made an l is common: none stands out."""
    read = read_numbers(written)[0]
    targets = {each.target.removeprefix("NC1-237-77-011/") for each in read.readings}
    assert (read.id, targets) == (None, readings)


@pytest.mark.parametrize(("written", "path"), [("1(k)", "1/k"), ("1(1)", "1/1"), ("1(m)", "1/m")])
def test_a_level_that_looks_like_nothing_else_is_sure(written: str, path: str) -> None:
    assert read_numbers(f"NC1-237-77-11 item {written}")[0].id == f"NC1-237-77-011/{path}"


def test_letters_become_digits_only_in_digit_slots() -> None:
    """The letter group of NC1-AU-77-84 stays, and no year is made of letters alone."""
    assert read_numbers("NC1-AU-77-84")[0].id == "NC1-AU-77-084"
    assert read_numbers("N1-567-is-6")[0].id is None
    assert read_numbers("DAA-SOS-2017-0001")[0].sure is False


def test_a_common_repair_is_trusted_more_than_a_rare_one() -> None:
    """I for 1 is common in the transcripts, T for 7 is not."""
    common, rare = find_numbers("N1-56I-09-6")[0], find_numbers("N1-56T-09-6")[0]
    assert common.trusts[0] > rare.trusts[0]
