"""The last reader of what became of an authority: its words, what takes them back, and which side is the older."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.fate import Fate, read_fates
from schedgraph.parser.citation.fate.vocabulary import Kind, vocabulary
from schedgraph.parser.passage import Passage

OLD, NEW = "N1-434-98-012/4", "N1-434-09-007/2"


def fates(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    found = read_fates(Passage(text=text), find_numbers(text))
    return [(each.became, [one.id for one in each.old], [one.id for one in each.new]) for each in found]


def masked(text: str) -> str:
    for each in find_numbers(text):
        text = text[: each.start] + "§" * (each.end - each.start) + text[each.end :]
    return text


@pytest.mark.parametrize("kind", vocabulary().values(), ids=lambda kind: kind.name)
def test_each_kind_of_words_is_found_in_its_sample(kind: Kind) -> None:
    assert kind.pattern.search(masked(kind.sample))


@pytest.mark.parametrize(
    "text",
    [
        "N1-434-98-12 item 4 was rolled into N1-434-09-7 item 2.",
        "N1-434-09-7, item 2 supplanted N1-434-98-12, item 4.",
        "NARA approved N1-434-09-7, and its item 2 displaced N1-434-98-12 item 4.",
        "N1-434-98-12 item 4 is no longer to be cited: use N1-434-09-7 item 2.",
        "Please stop citing N1-434-98-12/4. The correct authority is N1-434-09-7/2.",
        "N1-434-98-12 item 4 --> N1-434-09-7 item 2",
        "Items 1 and 2 of N1-434-98-12 remain; item 4 was superseded by N1-434-09-7 item 2.",
    ],
)
def test_a_succession_is_read_in_any_construction(text: str) -> None:
    assert ("superseded", [OLD], [NEW]) in fates(text)


@pytest.mark.parametrize(
    "text",
    [
        "N1-434-98-12 item 4 was not rolled into N1-434-09-7 item 2.",
        "N1-434-98-12 item 4 will be replaced by N1-434-09-7 item 2.",
        "The draft would merge N1-434-98-12 item 4 into N1-434-09-7 item 2.",
        "We have asked NARA to replace N1-434-98-12 item 4 with N1-434-09-7 item 2.",
        "If N1-434-98-12 item 4 is replaced, N1-434-09-7 item 2 applies.",
        "The list says that N1-434-98-12 item 4 was replaced by N1-434-09-7 item 2. That was an error.",
        "N1-434-98-12 item 4: the forms are obsolete.",
        "N1-434-98-12 item 4 covers inactive files.",
        "N1-434-98-12 item 4 may not be applied by the regions.",
    ],
)
def test_what_is_denied_planned_asked_or_of_records_tells_nothing(text: str) -> None:
    assert fates(text) == []


def test_what_is_said_of_two_behind_them_is_said_of_both() -> None:
    (found,) = fates("N1-434-98-12 item 4 and N1-434-09-7 item 2 were superseded.")
    assert found == ("superseded", [OLD, NEW], [])


def test_an_item_right_behind_a_number_is_none_of_another_schedule() -> None:
    found = fates("N1-434-98-12 item 4 was replaced by N1-434-09-7 item 9 boxes at a time.")
    assert {one for _, _, new in found for one in new} <= {"N1-434-09-007", "N1-434-09-007/9"}


def test_lines_of_a_table_stand_for_themselves() -> None:
    rows = "N1-434-98-12/4    brochures    N1-434-09-7/2    superseded\nN1-434-98-12/5    drawings    N1-434-09-7/9    active"
    assert fates(rows) == [("superseded", [OLD], [NEW])]


def test_a_note_speaks_of_what_it_stands_beside() -> None:
    note = Passage(text="no longer used since FY 2001")
    (found,) = read_fates(note, (), topic=find_numbers(OLD))
    assert isinstance(found, Fate)
    assert (found.became, [each.id for each in found.old], found.new) == ("inactive", [OLD], ())


VERBS = [
    "superseded",
    "was superseded by",
    "replaces",
    "replaced",
    "went to",
    "was rolled into",
    "in place of",
    "->",
    "and",
    "see",
]
NUMBERS = [
    "N1-434-98-12/4",
    "N1-434-09-7/2",
    "DAA-0434-2013-0002-0001",
    "NC1-434-81-3/2",
    "GRS 5.2/020",
    "GRS 3/4",
]


@given(
    st.lists(
        st.sampled_from(NUMBERS + VERBS + [", which", ". It", "; item 3", "not", "will be"]),
        min_size=1,
        max_size=9,
    )
)
def test_nothing_is_superseded_by_what_is_older(words: list[str]) -> None:
    text = " ".join(words)
    for fate in read_fates(Passage(text=text), find_numbers(text)):
        old = [parse_identifier(each.id or "") for each in fate.old]
        new = [parse_identifier(each.id or "") for each in fate.new]
        years = [
            (one.year, other.year)
            for one in old
            for other in new
            if one and other and one.year and other.year
        ]
        assert all(former <= latter for former, latter in years), (text, fate)
