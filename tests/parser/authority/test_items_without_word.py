"""Items behind their schedule without the word "item": what has levels, or is a code, is no part of a sentence."""

import pytest

from schedgraph.parser.authority.finder import find_numbers


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("N1-266-91-3, A.3(a)", ["a/3/a"]),
        ("N1-266-91-3, A.1\n  and A.2 (filings received later)", ["a/1", "a/2"]),
        ("N1-266-91-3 A.1", ["a/1"]),
        ("N1-266-91-3, II.B.3", ["ii/b/3"]),
        ("N1-266-91-3, (1)(a)", ["1/a"]),
        ("N1-266-91-3, (4)", ["4"]),
        ("N1-266-91-3,\n   8/101A(1) (in part)", ["8/101/a/1"]),
        ("N1-266-91-3\n      4/30a", ["4/30/a"]),
        ("N1-266-91-3 4/30a", ["4/30/a"]),
        ("N1-266-91-3, LND-7.00", ["lnd-7.00"]),
        ("N1-266-91-3 (LND-7.00)", ["lnd-7.00"]),
        ("N1-266-91-3, 13-052.110", ["13-052.110"]),
        ("N1-266-91-3, 1301-05 and 1301-06", ["1301-05", "1301-06"]),
        ("N1-266-91-3,\nSSIC 4700.1a", ["4700.1a"]),
        ("N1-266-91-3, 4.2 and 4.3 superseded", ["4.2", "4.3"]),
    ],
)
def test_items_without_the_word(written: str, items: list[str]) -> None:
    assert [each.id for each in find_numbers(written)] == [f"N1-266-91-003/{item}" for item in items]


@pytest.mark.parametrize(
    "written",
    [
        "N1-266-91-3, 3/16/99",
        "N1-266-91-3 4/30",
        "N1-266-91-3, 1.5 cubic feet",
        "N1-266-91-3, 1991-95",
        "N1-266-91-3, FY 1999",
        "N1-266-91-3, A. Smith",
        "N1-266-91-3, B-52 files",
        "N1-266-91-3, OMB A-130",
        "N1-266-91-3, 44 U.S.C. 3303a",
        "N1-266-91-3, 202-555-1234",
        "N1-266-91-3 2.5 GB",
        "N1-266-91-3, (see item 3)",
        "N1-266-91-3\nA.1 Registration statements",
    ],
)
def test_what_is_no_item_of_the_schedule(written: str) -> None:
    assert [each.id for each in find_numbers(written)] == ["N1-266-91-003"]


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("N1-266-91-3, items (1)(a) and (5)(a)", ["1/a", "5/a"]),
        ("N1-266-91-3, items (1)(a), (1)(b) and (2)", ["1/a", "1/b", "2"]),
        ("N1-266-91-3, items (1)(a) and (b)", ["1/a", "1/b"]),
        ("N1-266-91-3, items 1(a)(1) and (2)", ["1/a/1", "1/a/2"]),
        ("items 1 and 2, respectively, of N1-266-91-3", ["1", "2"]),
    ],
)
def test_lists_of_items_in_brackets(written: str, items: list[str]) -> None:
    """(5)(a) behind (1)(a) is no part of item 1."""
    assert [each.id for each in find_numbers(written)] == [f"N1-266-91-003/{item}" for item in items]


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("N1-266-91-3, ln 4", ["4"]),
        ("N1-266-91-3, entry 4", ["4"]),
        ("N1-266-91-3 it. 4", ["4"]),
        ("N1-266-91-3 - 4", ["4"]),
        ("N1-266-91-3 (4a)", ["4/a"]),
        ("N1-266-91-3, page 2, item 4", ["4"]),
        ("N1-266-91-3 p.2 item 4", ["4"]),
        ("N1-266-91-3, item 4, subitems a and b", ["4/a", "4/b"]),
    ],
)
def test_other_words_for_an_item_and_places_before_it(written: str, items: list[str]) -> None:
    assert [each.id for each in find_numbers(written)] == [f"N1-266-91-003/{item}" for item in items]


@pytest.mark.parametrize("division", ["Part II", "Sec. II", "Schedule 8", "Chapter 8", "Appendix B"])
def test_an_item_of_a_division_is_read_in_both_ways(division: str) -> None:
    """Whether the numbers begin anew in each part, the corpus shows."""
    (number,) = find_numbers(f"N1-266-91-3, {division}, item 4")
    below = f"N1-266-91-003/{division.split()[1].lower()}/4"
    assert number.id is None
    assert {each.target for each in number.readings} == {"N1-266-91-003/4", below}
    (known,) = find_numbers(f"N1-266-91-3, {division}, item 4", known={below})
    assert known.id == below


@pytest.mark.parametrize("more", ["et seq.", "ff.", "and following", "through the end", "+"])
def test_items_of_which_only_the_first_is_named_are_not_sure(more: str) -> None:
    (number,) = find_numbers(f"N1-266-91-3, items 4 {more}")
    assert (number.id, number.sure) == ("N1-266-91-003/4", False)
