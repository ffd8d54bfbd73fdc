"""Lists, ranges and shared stems: every item of them is found, at its own place."""

import pytest

from schedgraph.parser.authority.finder import find_numbers

LISTS = [
    ("NC1-412-85-5/6, 7 days later", ["NC1-412-85-005/6"], ["NC1-412-85-5/6"]),
    (
        "N1-361-91-010, item 1a - E-mail of the Director",
        ["N1-361-91-010/1/a"],
        ["N1-361-91-010, item 1a"],
    ),
    (
        "N1-361-91-010, items 2b - X-ray films",
        ["N1-361-91-010/2/b"],
        ["N1-361-91-010, items 2b"],
    ),
    (
        "N1-361-91-010, items 1a - c - all copies",
        ["N1-361-91-010/1/a", "N1-361-91-010/1/b", "N1-361-91-010/1/c"],
        ["N1-361-91-010, items 1a - c"] * 3,
    ),
    (
        "N1-85-98-2, items C1a, C1b and C2",
        ["N1-085-98-002/c/1/a", "N1-085-98-002/c/1/b", "N1-085-98-002/c/2"],
        ["N1-85-98-2, items C1a", "C1b", "C2"],
    ),
    (
        "items 2, 4, 5 and 33 of NC1-64-77-10",
        ["NC1-064-77-010/2", "NC1-064-77-010/4", "NC1-064-77-010/5", "NC1-064-77-010/33"],
        ["items 2", "4", "5", "33 of NC1-64-77-10"],
    ),
    (
        "N1-361-91-010, items 54 and 55",
        ["N1-361-91-010/54", "N1-361-91-010/55"],
        ["N1-361-91-010, items 54", "55"],
    ),
    (
        "Items 1b(2), 1c(2), 1d(2), and 1e(2) of N1-59-04-2",
        [f"N1-059-04-002/1/{letter}/2" for letter in "bcde"],
        ["Items 1b(2)", "1c(2)", "1d(2)", "1e(2) of N1-59-04-2"],
    ),
    (
        "N1-361-91-010, item 54, 3/16/99",
        ["N1-361-91-010/54"],
        ["N1-361-91-010, item 54"],
    ),
    (
        "N1-361-91-010, items 5 and 6, 3.16.99",
        ["N1-361-91-010/5", "N1-361-91-010/6"],
        ["N1-361-91-010, items 5", "6"],
    ),
    (
        "N1-361-91-010, items 1/2/30 and 3/16/99",
        ["N1-361-91-010/1/2/30", "N1-361-91-010/3/16/99"],
        ["N1-361-91-010, items 1/2/30", "3/16/99"],
    ),
    (
        "N1-567-09-6, item 1 a and b",
        ["N1-567-09-006/1/a", "N1-567-09-006/1/b"],
        ["N1-567-09-6, item 1 a", "b"],
    ),
    (
        "NC1-64-77-10, items 1-4",
        [f"NC1-064-77-010/{number}" for number in range(1, 5)],
        ["NC1-64-77-10, items 1-4"] * 4,
    ),
    (
        "NC1-64-77-10, items 3 thru 6",
        [f"NC1-064-77-010/{number}" for number in range(3, 7)],
        ["NC1-64-77-10, items 3 thru 6"] * 4,
    ),
    (
        "DAA-GRS-2013-0001-0005 + 0006",
        ["DAA-GRS-2013-0001-0005", "DAA-GRS-2013-0001-0006"],
        ["DAA-GRS-2013-0001-0005", "0006"],
    ),
    (
        "DAA-GRS-2013-0001-0005, -0006 and -0007",
        [f"DAA-GRS-2013-0001-000{number}" for number in (5, 6, 7)],
        ["DAA-GRS-2013-0001-0005", "-0006", "-0007"],
    ),
    (
        "DAA-GRS-2013-0001-0001 through -0005",
        [f"DAA-GRS-2013-0001-000{number}" for number in range(1, 6)],
        ["DAA-GRS-2013-0001-0001 through -0005"] * 5,
    ),
    (
        "DAA-0048-2015-0003 (-0018 and -0019)",
        ["DAA-0048-2015-0003-0018", "DAA-0048-2015-0003-0019"],
        ["DAA-0048-2015-0003 (-0018", "-0019"],
    ),
    (
        "GRS 1, items 2 and 3; GRS 23/7",
        ["GRS 1/2", "GRS 1/3", "GRS 23/7"],
        ["GRS 1, items 2", "3", "GRS 23/7"],
    ),
    ("GRS 5.1 and 5.2", ["GRS 5.1", "GRS 5.2"], ["GRS 5.1", "5.2"]),
    (
        "GRS 4.2/010, 4.2/130 and 5.4/071",
        ["GRS 4.2/010", "GRS 4.2/130", "GRS 5.4/071"],
        ["GRS 4.2/010", "4.2/130", "5.4/071"],
    ),
    ("General Records Schedules 1 and 2", ["GRS 1", "GRS 2"], ["General Records Schedules 1", "2"]),
    (
        "N1-59-96-5, items 3c(2), 4, and 5a",
        ["N1-059-96-005/3/c/2", "N1-059-96-005/4", "N1-059-96-005/5/a"],
        ["N1-59-96-5, items 3c(2)", "4", "5a"],
    ),
    (
        "N1-567-09-6 items 1b(2) and (3)",
        ["N1-567-09-006/1/b/2", "N1-567-09-006/1/b/3"],
        ["N1-567-09-6 items 1b(2)", "(3)"],
    ),
    (
        "N1-567-09-6, Items 1.a. and 1.b.",
        ["N1-567-09-006/1/a", "N1-567-09-006/1/b"],
        ["N1-567-09-6, Items 1.a", "1.b"],
    ),
    (
        "N1-567-09-6 items 1a-d",
        [f"N1-567-09-006/1/{letter}" for letter in "abcd"],
        ["N1-567-09-6 items 1a-d"] * 4,
    ),
    (
        "N1-567-09-6 item 1 and Item 2a",
        ["N1-567-09-006/1", "N1-567-09-006/2/a"],
        ["N1-567-09-6 item 1", "2a"],
    ),
    ("N1-567-09-6/N1-567-09-7", ["N1-567-09-006", "N1-567-09-007"], ["N1-567-09-6", "N1-567-09-7"]),
    (
        "N1-361-91-010 item 54 is superseded by DAA-0361-2020-0001-0008",
        ["N1-361-91-010/54", "DAA-0361-2020-0001-0008"],
        ["N1-361-91-010 item 54", "DAA-0361-2020-0001-0008"],
    ),
]


@pytest.mark.parametrize(("text", "identifiers", "printed"), LISTS)
def test_every_item_of_a_list_is_found_at_its_place(
    text: str, identifiers: list[str], printed: list[str]
) -> None:
    """Each part has its own text; the members of a range share the text of the range."""
    mentions = find_numbers(text)
    assert [mention.id for mention in mentions] == identifiers
    assert [mention.printed for mention in mentions] == printed
    assert all(mention.sure for mention in mentions)


def test_a_range_between_two_full_numbers_names_what_lies_between() -> None:
    """DAA-…-0001 through DAA-…-0004 are four items."""
    found = find_numbers("DAA-0361-2020-0001-0001 through DAA-0361-2020-0001-0004")
    assert [mention.id for mention in found] == [f"DAA-0361-2020-0001-000{number}" for number in range(1, 5)]


def test_a_range_beyond_the_bound_is_not_expanded_and_not_sure() -> None:
    """Only its ends are given."""
    found = find_numbers("N1-567-09-6 items 1-500")
    assert [(mention.id, mention.sure) for mention in found] == [
        ("N1-567-09-006/1", False),
        ("N1-567-09-006/500", False),
    ]


def test_what_lies_between_two_items_of_a_decimal_schedule_is_known_from_the_corpus_only() -> None:
    """Its items are numbered in tens, with gaps."""
    text = "GRS 5.2/010 through 030"
    assert [mention.id for mention in find_numbers(text)] == ["GRS 5.2/010", "GRS 5.2/030"]
    known = {"GRS 5.2/010", "GRS 5.2/020", "GRS 5.2/030"}
    assert [mention.id for mention in find_numbers(text, known=known)] == sorted(known)
    assert not any(mention.sure for mention in find_numbers(text, known=known))


def test_a_hyphen_inside_a_designator_is_no_range() -> None:
    """1501-16a goes down, 1-4 goes up."""
    (mention,) = find_numbers("N1-AU-93-8, items 1501-16a")
    assert mention.id == "N1-AU-93-008/1501-16a"


@pytest.mark.parametrize(
    "text",
    [
        "N1-567-09-6, item 3 and 4",
        "N1-567-09-6, item 54, 55",
        "N1-412-95-7/4, 5 and 6",
        "NC1-64-77-10, -11 and -12",
        "N1-567-09-6 items 1 through 3a",
    ],
)
def test_what_a_list_may_not_mean_is_kept_but_not_sure(text: str) -> None:
    """The last part is found, and doubtful."""
    mention = find_numbers(text)[-1]
    assert mention.id is not None
    assert not mention.sure


def test_a_year_or_a_quantity_ends_a_list() -> None:
    """2010 and `5 years` are no items."""
    assert [mention.id for mention in find_numbers("N1-567-09-6, items 3 and 4, 2010, 5 years")] == [
        "N1-567-09-006/3",
        "N1-567-09-006/4",
    ]


def test_numbers_of_a_long_text_keep_their_places() -> None:
    """Offsets point into the text as written."""
    text = "x" * 5000 + "\u2003N1\u2011567\u201109\u20116, item 1 a and b\n" + "y" * 5000
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.printed
    assert [mention.id for mention in find_numbers(text)] == ["N1-567-09-006/1/a", "N1-567-09-006/1/b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supersedes items 1 thru 3, Job No. NN-172-15.", ["NN-172-15/1", "NN-172-15/2", "NN-172-15/3"]),
        ("item 4 (Vendor Brochures) of N1-434-98-12", ["N1-434-98-012/4"]),
        ("N1-434-06-1/5; item 4 supsd by N1-434-06-1/9", ["N1-434-06-001/5", "N1-434-06-001/9"]),
    ],
)
def test_what_stands_between_items_and_their_job_loses_neither(text: str, expected: list[str]) -> None:
    """A job number that has lost its items would be the whole schedule."""
    assert [each.id for each in find_numbers(text)] == expected


def test_a_list_may_end_where_the_next_number_begins() -> None:
    """Lines of a narrow cell joined: that the 7 is an item and no other number is not sure."""
    found = find_numbers("NC1-412-85-5/6, 7 N1-412-94-4/12")
    assert [(each.id, each.sure) for each in found] == [
        ("NC1-412-85-005/6", True),
        ("NC1-412-85-005/7", False),
        ("N1-412-94-004/12", True),
    ]
