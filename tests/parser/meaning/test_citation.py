"""What sentences say of the numbers in them."""

from collections.abc import Callable

import pytest

from schedgraph.parser.citation import read_citations, read_supersessions
from schedgraph.parser.passage import Passage

S, B, N, C = "supersedes", "superseded-by", "does-not-supersede", "cites"

# text, [(relation, target), …]
SENTENCES = [
    # supersedes
    ("Supersedes N1-567-09-6, item 3.", [(S, "N1-567-09-006/3")]),
    (
        "This schedule supersedes items 2, 4, 5 and 33 of NC1-49-85-1.",
        [(S, f"NC1-049-85-001/{item}") for item in (2, 4, 5, 33)],
    ),
    ("This item replaces N1-563-04-1, item 2.", [(S, "N1-563-04-001/2")]),
    ("Replacing GRS 23, item 7.", [(S, "GRS 23/7")]),
    ("Rescinds and replaces NC1-170-77-1.", [(S, "NC1-170-77-001")]),
    ("This item is submitted in lieu of GRS 1, item 33.", [(S, "GRS 1/33")]),
    ("Superseding N1-85-96-01 in its entirety.", [(S, "N1-085-96-001")]),
    ("This schedule supersedes and replaces N1-85-96-01.", [(S, "N1-085-96-001")]),
    ("Superseded job citation: N1-412-95-7/4", [(S, "N1-412-95-007/4")]),
    ("Superseded authority: N1-412-95-7/4", [(S, "N1-412-95-007/4")]),
    ("GRS or Superseded Authority Citation: N1-567-09-006, item 1", [(S, "N1-567-09-006/1")]),
    (
        "NC1-49-85-1, items 2 and 4 are superseded by this schedule.",
        [(S, "NC1-049-85-001/2"), (S, "NC1-049-85-001/4")],
    ),
    ("N1-85-96-01 is hereby superseded.", [(S, "N1-085-96-001")]),
    ("N1-85-96-01 is replaced by this schedule.", [(S, "N1-085-96-001")]),
    (
        "Supersedes NC1-170-77-1, items 1 and 2; NC1-170-77-2, item 3; and N1-170-90-1.",
        [(S, "NC1-170-77-001/1"), (S, "NC1-170-77-001/2"), (S, "NC1-170-77-002/3"), (S, "N1-170-90-001")],
    ),
    (
        "Supersedes N1-64-91-1 (Case Files) and N1-64-91-2, Correspondence.",
        [(S, "N1-064-91-001"), (S, "N1-064-91-002")],
    ),
    (
        "This schedule supersedes the authority previously approved under NC1-64-77-10.",
        [(S, "NC1-064-77-010")],
    ),
    (
        "Items on this schedule not only supersede N1-361-91-010 but also GRS 23, item 7.",
        [(S, "N1-361-91-010"), (S, "GRS 23/7")],
    ),
    ("This schedule will supersede N1-85-96-01.", [(S, "N1-085-96-001")]),
    ("These items supersede GRS 4.3/040 and GRS 4.3/041.", [(S, "GRS 4.3/040"), (S, "GRS 4.3/041")]),
    ("This schedule cancels N1-85-96-01.", [(S, "N1-085-96-001")]),
    # the title of a crosswalk names the newer side behind "to"
    ("CROSSWALK OF SUPERSEDED AUTHORITIES TO DAA-0370-2022-0015", [(C, "DAA-0370-2022-0015")]),
    ("Superseded or obsolete items; superseded jobs mapped to N1-468-03-7", [(C, "N1-468-03-007")]),
    ("Table of superseded jobs and their successors in N1-468-03-7", [(C, "N1-468-03-007")]),
    ("Superseded authorities and the new items of DAA-0370-2022-0015", [(C, "DAA-0370-2022-0015")]),
    ("Superseded items and jobs: N1-567-09-006, item 1", [(S, "N1-567-09-006/1")]),
    ("Superseded items of N1-567-09-006", [(S, "N1-567-09-006")]),
    # superseded by
    ("Superseded by job / item number:\nDAA-0563-2013-0001-0006", [(B, "DAA-0563-2013-0001-0006")]),
    (
        "Superseded by job / item number:\n\nDAA-GRS-2013-0001-0005 + 0006",
        [(B, "DAA-GRS-2013-0001-0005"), (B, "DAA-GRS-2013-0001-0006")],
    ),
    ("This item is superseded by DAA-0361-2020-0001-0008.", [(B, "DAA-0361-2020-0001-0008")]),
    ("Item 54 superseded by DAA-0361-2020-0001-0008", [(B, "DAA-0361-2020-0001-0008")]),
    ("Replaced by GRS 5.2, item 020", [(B, "GRS 5.2/020")]),
    ("See now GRS 5.1, item 020.", [(B, "GRS 5.1/020")]),
    ("Obsolete, use GRS 5.2, item 010.", [(B, "GRS 5.2/010")]),
    ("OBSOLETE - USE GRS 5.2, item 010.", [(B, "GRS 5.2/010")]),
    ("Superseded in part by N1-361-91-010.", [(B, "N1-361-91-010")]),
    ("Superseded, see GRS 5.2, item 010", [(B, "GRS 5.2/010")]),
    ("Superseded 05/27/2021 by DAA-0361-2020-0001-0008", [(B, "DAA-0361-2020-0001-0008")]),
    ("Rescinded by N1-361-91-010.", [(B, "N1-361-91-010")]),
    # neither
    ("This schedule does not supersede N1-237-09-23.", [(N, "N1-237-09-023")]),
    ("This item doesn't supersede N1-237-09-23.", [(N, "N1-237-09-023")]),
    ("This schedule does not include or supersede GRS 1, item 33.", [(N, "GRS 1/33")]),
    ("This item is not superseded by GRS 5.2, item 020.", [(N, "GRS 5.2/020")]),
    ("N1-237-09-23 is not superseded.", [(N, "N1-237-09-023")]),
    ("No items of N1-237-09-23 are superseded by this schedule.", [(N, "N1-237-09-023")]),
    ("Nothing in this schedule supersedes N1-237-09-23.", [(N, "N1-237-09-023")]),
    ("None of the items of N1-237-09-23 are superseded.", [(N, "N1-237-09-023")]),
    (
        "Neither N1-361-91-010 nor N1-361-91-011 is superseded by this schedule.",
        [(N, "N1-361-91-010"), (N, "N1-361-91-011")],
    ),
    ("N1-563-04-1, item 2 will remain in effect.", [(N, "N1-563-04-001/2")]),
    ("N1-563-04-1 and N1-563-04-2 remain in effect.", [(N, "N1-563-04-001"), (N, "N1-563-04-002")]),
    ("N1-563-04-1 continues in effect.", [(N, "N1-563-04-001")]),
    # both in one sentence
    (
        "Supersedes N1-1-90-1 but does not supersede N1-1-90-2.",
        [(S, "N1-001-90-001"), (N, "N1-001-90-002")],
    ),
    (
        "Does not supersede N1-1-90-2; supersedes N1-1-90-1.",
        [(N, "N1-001-90-002"), (S, "N1-001-90-001")],
    ),
    (
        "Supersedes N1-1-90-1, item 2, except item 2b.",
        [(S, "N1-001-90-001/2"), (N, "N1-001-90-001/2/b")],
    ),
    ("Supersedes nothing in N1-1-90-1.", [(N, "N1-001-90-001")]),
    ("This schedule replaces no items of N1-1-90-1.", [(N, "N1-001-90-001")]),
    ("Supersedes No. N1-1-90-1.", [(S, "N1-001-90-001")]),
    (
        "Supersedes N1-406-98-2, item 9, except records of project ER-1 (Interstate 35W).",
        [(S, "N1-406-98-002/9")],
    ),
    (
        "Supersedes all items of NC1-49-85-1 except those in items 5 and 6.",
        [(S, "NC1-049-85-001"), (N, "NC1-049-85-001/5"), (N, "NC1-049-85-001/6")],
    ),
    (
        "This schedule supersedes N1-1-90-1, and N1-1-90-2 and N1-1-90-3 remain in effect.",
        [(S, "N1-001-90-001"), (N, "N1-001-90-002"), (N, "N1-001-90-003")],
    ),
    (
        "This schedule supersedes N1-361-91-010, which superseded NC1-361-79-4.",
        [(S, "N1-361-91-010"), (C, "NC1-361-79-004")],
    ),
    (
        "Supersedes NC1-412-85-26, superseded by GRS 5.2 item 020",
        [(S, "NC1-412-85-026"), (B, "GRS 5.2/020")],
    ),
    (
        "This item supersedes N1-85-96-01 and covers records described in N1-361-91-010.",
        [(S, "N1-085-96-001"), (C, "N1-361-91-010")],
    ),
    ("Supersedes N1-85-96-01. See also N1-361-91-010.", [(S, "N1-085-96-001"), (C, "N1-361-91-010")]),
    # mere mentions
    ("N1-361-91-010, item 54", [(C, "N1-361-91-010/54")]),
    ("Previously approved under NC1-64-77-10.", [(C, "NC1-064-77-010")]),
    ("In accordance with GRS 3.1/011.", [(C, "GRS 3.1/011")]),
    ("See also N1-361-91-010.", [(C, "N1-361-91-010")]),
    ("Covered by GRS 3.1/011.", [(C, "GRS 3.1/011")]),
    ("As described in N1-361-91-010.", [(C, "N1-361-91-010")]),
    ("Destroy when superseded. Formerly NC1-64-77-10.", [(C, "NC1-064-77-010")]),
    (
        "Records covered by GRS 3.1/011, except those under N1-361-91-010.",
        [(C, "GRS 3.1/011"), (C, "N1-361-91-010")],
    ),
    (
        "The disposition authority for GRS 1, Item 9 has been corrected from NC1-64-77-1 to NC1-64-77-10.",
        [(C, "GRS 1/9"), (C, "NC1-064-77-001"), (C, "NC1-064-77-010")],
    ),
    # two other schedules: nothing is said of this one
    (
        "N1-361-91-010 item 54 is superseded by DAA-0361-2020-0001-0008",
        [(C, "N1-361-91-010/54"), (C, "DAA-0361-2020-0001-0008")],
    ),
    # conditions, references, lists and coordinated clauses
    ("Destroy when superseded or obsolete (N1-361-91-010).", [(C, "N1-361-91-010")]),
    ("If N1-361-91-010 is superseded, use GRS 5.2.", [(C, "N1-361-91-010"), (C, "GRS 5.2")]),
    ("New GRS items supersede agency items if they cover the same records, see GRS 5.2.", [(C, "GRS 5.2")]),
    ("See 36 CFR § 1225.22; supersedes N1-361-91-010.", [(S, "N1-361-91-010")]),
    ("GRS 1, Item 9 - see GRS 2.2, item 072", [(C, "GRS 1/9"), (C, "GRS 2.2/072")]),
    ("Superseded items: 1a, 2b by N1-361-91-010", [(B, "N1-361-91-010")]),
    ("Items 1a, 1b superseded by N1-567-10-007, item 2", [(B, "N1-567-10-007/2")]),
    (
        "These items, previously scheduled under N1-361-91-010, item 54, supersede GRS 23, item 7.",
        [(C, "N1-361-91-010/54"), (S, "GRS 23/7")],
    ),
    (
        "Records described in N1-361-91-010, item 54, are superseded by this schedule.",
        [(S, "N1-361-91-010/54")],
    ),
    (
        "This item was superseded by N1-361-91-010, which in turn was superseded by GRS 5.2.",
        [(B, "N1-361-91-010"), (C, "GRS 5.2")],
    ),
    (
        "The following schedules are superseded:\nN1-361-91-010\nNC1-361-79-4",
        [(S, "N1-361-91-010"), (S, "NC1-361-79-004")],
    ),
    (
        "Supersedes N1-361-91-010, items 1-4.",
        [(S, f"N1-361-91-010/{item}") for item in (1, 2, 3, 4)],
    ),
    ("Superseded N1-361-91-010", [(C, "N1-361-91-010")]),
    # damage
    ("Supercedes N1-85-96-01", [(S, "N1-085-96-001")]),
    ("supers~des N1-85-96-01", [(S, "N1-085-96-001")]),
    ("5upersedes N1-85-96-01", [(S, "N1-085-96-001")]),
    ("Superseded bv GRS 5.2, item 020", [(B, "GRS 5.2/020")]),
    ("supersceded by GRS 5.2, item 020", [(B, "GRS 5.2/020")]),
    ("Supersed3d by GRS 5.2, item 020", [(B, "GRS 5.2/020")]),
]


@pytest.mark.parametrize(("text", "said"), SENTENCES)
def test_a_sentence_says(passage: Callable[[str], Passage], text: str, said: list[tuple[str, str]]) -> None:
    """Each number with what its own clause says of it."""
    assert [(one.relation, one.target) for one in read_citations(passage(text))] == said


def test_what_somebody_is_reported_to_have_said_is_only_cited(passage: Callable[[str], Passage]) -> None:
    text = 'The region wrote: "item 4 of N1-95-87-2 is superseded"; it was mistaken. Supersedes N1-95-87-2, item 5.'
    assert [(one.relation, one.target) for one in read_citations(passage(text))] == [
        (C, "N1-095-87-002/4"),
        (S, "N1-095-87-002/5"),
    ]


@pytest.mark.parametrize(
    "words",
    ["(all but typhoon forecasts)", "(less banks)", "(banks excepted)", ", as to banks", ", save for banks"],
)
def test_words_behind_a_number_leave_a_part_of_it_in_force(
    passage: Callable[[str], Passage], words: str
) -> None:
    (citation,) = read_citations(
        passage(f"NC1-122-78-4, item 6 {words}".replace(" ,", ",")), default="supersedes"
    )
    assert citation.partial


def test_what_is_said_of_one_item_is_not_said_of_its_schedule(passage: Callable[[str], Passage]) -> None:
    text = passage("An item coded LND-9.00 of N1-115-94-6 is not superseded by this schedule.")
    assert [(one.relation, one.target) for one in read_citations(text)] == [(C, "N1-115-94-006")]


def test_another_item_that_is_left_out_takes_nothing_from_the_first(
    passage: Callable[[str], Passage],
) -> None:
    text = passage("Supersedes N1-266-90-4, item 8, but not N1-266-90-4, item 9.")
    assert [(one.relation, one.target, one.partial) for one in read_citations(text)] == [
        (S, "N1-266-90-004/8", False),
        (N, "N1-266-90-004/9", False),
    ]


AWAITING = [
    "When the agency has digitized the artwork, this item will supersede N1-85-96-01.",
    "This item will supersede N1-85-96-01, only when the rate case now before the Commission is closed.",
    "A new item is being drafted; when it is approved it will supersede N1-85-96-01, but until then that item stays in force.",
    "A separate schedule is being prepared and will supersede N1-85-96-01.",
    "Once the database is in production this schedule will supersede N1-85-96-01.",
    "This schedule may supersede N1-85-96-01.",
    "When the schedule for plans is approved, it will supersede N1-85-96-01.",
    "If the schedule for plans that the agency is now writing is approved, it would supersede N1-85-96-01.",
    "N1-85-96-01 will be superseded upon approval of a schedule that the Bank has yet to submit.",
]


@pytest.mark.parametrize("text", AWAITING)
def test_what_waits_for_something_else_than_approval_is_no_supersession(
    passage: Callable[[str], Passage], text: str
) -> None:
    (citation,) = read_citations(passage(text))
    assert (citation.relation, citation.proposed) == ("cites", True)


PROPOSED = [
    ("This schedule is proposed to supersede NC1-170-77-1.", True),
    ("This schedule will supersede N1-85-96-01 upon approval.", True),
    ("Upon approval, this schedule will supersede N1-85-96-01.", True),
    ("This schedule would supersede N1-85-96-01.", True),
    ("If approved, it would supersede N1-85-96-01.", True),
    ("When this schedule is approved, it will supersede N1-85-96-01.", False),
    ("This item is expected to be superseded by DAA-0049-2015-0003.", True),
    ("This item will be superseded by DAA-0049-2015-0003.", True),
    ("This item may be superseded by DAA-0049-2015-0003.", True),
    ("This schedule supersedes N1-85-96-01.", False),
    ("This schedule will supersede N1-85-96-01 (destroy when superseded or obsolete).", False),
    ("This schedule will supersede N1-85-96-01 once the Archivist approves it.", False),
    ("Supersedes N1-85-96-01. Description of proposed disposition follows.", False),
]


@pytest.mark.parametrize(("text", "proposed"), PROPOSED)
def test_what_is_only_proposed_is_marked(
    passage: Callable[[str], Passage], text: str, proposed: bool
) -> None:
    """A proposal is not yet a supersession."""
    (citation,) = read_citations(passage(text))
    assert citation.proposed is proposed


DATED = [
    (
        "Superseded by job / item number:\nDAA-0563-2013-0001-0006\nDate (MM/DD/YYYY):\n08/28/2013",
        "2013-08-28",
    ),
    (
        "Superseded by job / item number:\n\nDAA-0563-2013-0001-0006\n\nDate (MM/DD/YYYY):\n\n08/28/2013",
        "2013-08-28",
    ),
    ("Superseded by DAA-0361-2020-0001-0008 on 05/27/2021", "2021-05-27"),
    ("Superseded by GRS 5.1, effective July 20, 2017.", "2017-07-20"),
    ("Superseded by GRS 5.1 (7/20/2017)", "2017-07-20"),
    ("Superseded 05/27/2021 by DAA-0361-2020-0001-0008", "2021-05-27"),
    ("Effective July 20, 2017, this item is superseded by GRS 5.1.", "2017-07-20"),
    ("Supersedes N1-85-96-01, effective July 20, 2017.", "2017-07-20"),
    ("Supersedes N1-85-96-01 (approved 4/5/1991).", None),
    ("Supersedes N1-85-96-01, dated 4/5/1991.", None),
    ("Supersedes N1-85-96-01 (4/5/1991).", None),
    ("See N1-85-96-01, on 4/5/1991.", None),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_the_date_of_a_supersession(passage: Callable[[str], Passage], text: str, day: str | None) -> None:
    """The day that the words give for it; the older schedule's own date is another."""
    (citation,) = read_citations(passage(text))
    assert (citation.date.value.isoformat() if citation.date else None) == day


def test_a_field_says_what_its_numbers_are(passage: Callable[[str], Passage]) -> None:
    """In column 9 a number alone is superseded; a word beside it says otherwise."""
    column = passage("N1-412-94-3/19\nsee also GRS 1 item 33t")
    assert [(one.relation, one.target) for one in read_citations(column, default="supersedes")] == [
        (S, "N1-412-94-003/19"),
        (C, "GRS 1/33/t"),
    ]


def test_a_sentence_about_the_document_itself(passage: Callable[[str], Passage]) -> None:
    """Where the subject is this schedule, what is said of the object holds of it."""
    text = passage("N1-567-09-006 item 1A is superseded by DAA-0563-2013-0001-0006")
    assert read_citations(text, own=("N1-567-09-006",))[1].relation == B


STATEMENTS = [
    (
        "N1-361-91-010 item 54 is superseded by DAA-0361-2020-0001-0008",
        ["N1-361-91-010/54"], ["DAA-0361-2020-0001-0008"], B, None, False,
    ),
    (
        "GRS 4.3 was wholly superseded by GRS 5.1 and GRS 5.2 on July 20, 2017.",
        ["GRS 4.3"], ["GRS 5.1", "GRS 5.2"], B, "2017-07-20", False,
    ),
    (
        "DAA-0361-2020-0001-0008 supersedes N1-361-91-010, item 54, effective July 20, 2017.",
        ["N1-361-91-010/54"], ["DAA-0361-2020-0001-0008"], B, "2017-07-20", False,
    ),
    (
        "NC1-49-85-1 is expected to be superseded by DAA-0049-2015-0003.",
        ["NC1-049-85-001"], ["DAA-0049-2015-0003"], B, None, True,
    ),
    (
        "NC1-49-85-1 is not superseded by DAA-0049-2015-0003.",
        ["NC1-049-85-001"], ["DAA-0049-2015-0003"], N, None, False,
    ),
    (
        "N1-361-91-010, items 54 and 55 are superseded by DAA-0361-2020-0001-0008 and GRS 5.2, item 020.",
        ["N1-361-91-010/54", "N1-361-91-010/55"], ["DAA-0361-2020-0001-0008", "GRS 5.2/020"], B, None, False,
    ),
    (
        "N1-361-91-010 05/27/2021 N1-361-91-010 item 54 is superseded by DAA-0361-2020-0001-0008",
        ["N1-361-91-010/54"], ["DAA-0361-2020-0001-0008"], B, None, False,
    ),
    (
        "N1-361-91-010 was approved on 05/27/2021 and supersedes NC1-361-79-4",
        ["NC1-361-79-004"], ["N1-361-91-010"], B, None, False,
    ),
    ("N1-361-91-010 (superseded by GRS 5.2)", ["N1-361-91-010"], ["GRS 5.2"], B, None, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "old", "new", "relation", "day", "proposed"), STATEMENTS)
def test_a_sentence_that_names_both_sides(
    passage: Callable[[str], Passage],
    text: str,
    old: list[str],
    new: list[str],
    relation: str,
    day: str | None,
    proposed: bool,
) -> None:
    """The old and the new side, whichever the sentence names first."""
    (statement,) = read_supersessions(passage(text))
    assert (
        [one.id for one in statement.old],
        [one.id for one in statement.new],
        statement.relation,
        statement.date.value.isoformat() if statement.date else None,
        statement.proposed,
    ) == (old, new, relation, day, proposed)


OLD_SIDES_WITH_TITLES = [
    "Item 2b of NC1-59-78-12 (reports of ships) was superseded by N1-59-86-4, item 3.",
    "NC1-59-78-12, item 2b (reports of ships), is superseded by N1-59-86-4, item 3.",
    "Item 2b of NC1-59-78-12, reports showing discrepancies, was superseded by item 3 of N1-59-86-4.",
    "NC1-59-78-12, item 2b, which covered the reports of ships, was superseded on May 4, 1987 by N1-59-86-4, item 3.",
]


@pytest.mark.parametrize("text", OLD_SIDES_WITH_TITLES)
def test_a_title_stands_between_a_number_and_its_verb(passage: Callable[[str], Passage], text: str) -> None:
    """The title of the records, in brackets or between commas, does not hide who was superseded."""
    (statement,) = read_supersessions(passage(text))
    assert ([each.id for each in statement.old], [each.id for each in statement.new]) == (
        ["NC1-059-78-012/2/b"],
        ["N1-059-86-004/3"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "NC1-59-78-12, item 2b, is described in this item, which is superseded by N1-59-86-4, item 3.",
        "NC1-59-78-12 (see N1-59-80-1), these records, were superseded by N1-59-86-4, item 3.",
    ],
)
def test_words_with_a_subject_of_their_own_are_no_title(passage: Callable[[str], Passage], text: str) -> None:
    old = [each.id for said in read_supersessions(passage(text)) for each in said.old]
    assert "NC1-059-78-012/2/b" not in old and "NC1-059-78-012" not in old


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("Item 2b of NC1-59-78-12 is superseded in part by N1-59-86-4, item 3.", True),
        ("N1-59-86-4, item 3, partially supersedes NC1-59-78-12, item 2b.", True),
        ("Item 2b of NC1-59-78-12 is superseded by N1-59-86-4, item 3.", False),
    ],
)
def test_a_statement_of_a_part_says_so(passage: Callable[[str], Passage], text: str, partial: bool) -> None:
    (statement,) = read_supersessions(passage(text))
    assert statement.citation(statement.new[0]).partial is partial


NO_STATEMENTS = [
    "This schedule supersedes N1-85-96-01.",
    "See N1-85-96-01 and GRS 5.2.",
    "Superseded by GRS 5.2.",
]


@pytest.mark.parametrize("text", NO_STATEMENTS)
def test_a_sentence_with_one_side(passage: Callable[[str], Passage], text: str) -> None:
    """Where the other side is this schedule, or there is none, nothing is stated of two numbers."""
    assert read_supersessions(passage(text)) == ()


def test_evidence_quotes_the_words_that_decide(passage: Callable[[str], Passage]) -> None:
    """The quote holds the number and the words about it, struck-out marks included, at its place."""
    text = "Note. This does ~~not supersede N1-237-09-23~~ at all."
    (citation,) = read_citations(passage(text))
    evidence = citation.evidence
    assert citation.relation == N
    assert evidence.quote == text[evidence.start : evidence.end] == "not supersede N1-237-09-23"


@pytest.mark.parametrize(
    ("field", "relations"),
    [
        ("None. Related records: N1-59-3-16, item 4", [C]),
        ("N1-59-3-16, item 1; related records: N1-59-3-16, item 4", [S, C]),
        ("New; companion item N1-59-3-16/4", [C]),
        ("None. N1-59-3-16, item 4 covers the maps.", [C]),
        ("None of the above; supersedes N1-59-3-16, item 4", [S]),
        ("N1-59-3-16, item 4", [S]),
    ],
)
def test_a_field_that_names_nothing_or_what_is_related_replaces_nothing(
    passage: Callable[[str], Passage], field: str, relations: list[str]
) -> None:
    assert [each.relation for each in read_citations(passage(field), default="supersedes")] == relations
