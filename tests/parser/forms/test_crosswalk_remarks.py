"""What the headings and the remarks of a crosswalk that is a document of its own make of its rows."""

import pytest

from tests.parser.forms.test_crosswalk_alone import NEW, told
from tests.parser.forms.test_unknown import read

OLD = "N1-085-96-003/3"
TABLE = "Crosswalk of authorities\n\n{0} | Records | {1} | Remarks\nN1-85-96-3, item 3 | Border cards | {2} | {3}\n"


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("Legacy authority", "Now use"),
        ("Retired citation", "Use instead"),
        ("Old authority", "Use now"),
        ("Previous authority", "Current authority"),
        ("Obsolete authority", "Replacement"),
        ("Original citation", "Authority to use"),
        ("Former citation", "Current disposition authority"),
    ],
)
def test_a_heading_names_the_newer_side_in_many_words(older: str, newer: str) -> None:
    assert told(read(TABLE.format(older, newer, NEW, ""))) == [(OLD, "superseded-by", NEW)]


@pytest.mark.parametrize("newer", ["Proposed authority", "New title", "Retention"])
def test_what_is_in_force_today_stands_over_no_newer_side_alone(newer: str) -> None:
    """ "Current authority" is the newer side only where another heading is over the older one."""
    assert told(read(TABLE.format("Current authority", newer, NEW, ""))) == []


@pytest.mark.parametrize("remark", ["No change", "DAA-0568-2022-0001-0002 proposed; at NARA", "To be merged"])
def test_an_authority_that_is_to_be_used_on_has_not_changed(remark: str) -> None:
    document = read(TABLE.format("Legacy authority", "Now use", "N1-85-96-3, item 3", remark))
    assert told(document) == []
    assert not [each for each in document.citations if each.words or each.disputed]


def test_an_authority_used_on_beside_another_is_replaced_in_part() -> None:
    document = read(TABLE.format("Legacy authority", "Now use", f"{NEW} and N1-85-96-3, item 3", ""))
    assert [(each.target, each.partial) for each in document.citations if each.of] == [(NEW, True)]


@pytest.mark.parametrize(
    "remark",
    [
        "Superseded 04/17/2017",
        "eff. April 17, 2017",
        "replaced on 17 April 2017",
        "approved by NARA 4/17/2017",
    ],
)
def test_a_remark_dates_its_row(remark: str) -> None:
    document = read(TABLE.format("Legacy authority", "Now use", NEW, remark))
    assert [str(each.date and each.date.value) for each in document.citations if each.of] == ["2017-04-17"]


@pytest.mark.parametrize("remark", ["received 04/17/2017", "see N1-85-97-1, superseded 04/17/2017"])
def test_another_day_dates_no_row(remark: str) -> None:
    document = read(TABLE.format("Legacy authority", "Now use", NEW, remark))
    assert [each.date for each in document.citations if each.of] == [None]


@pytest.mark.parametrize(
    "remark",
    [
        "in part: tank vessels only; for all other examinations item 3 remains in force",
        "remains in force for paper copies",
        "item 3 continues to apply to cards before 2001",
        "except cards held by the field offices",
        "still in use for cards issued abroad",
        "paper only",
    ],
)
def test_a_remark_that_limits_its_row_leaves_it_a_succession_of_a_part(remark: str) -> None:
    document = read(TABLE.format("Old authority", "Superseded by", NEW, remark))
    assert [(each.of, each.target, each.partial) for each in document.citations if each.of] == [
        (OLD, NEW, True)
    ]


@pytest.mark.parametrize(
    "remark", ["not superseded; only the title was changed", "remains in force for now", "still active"]
)
def test_a_remark_that_keeps_all_of_it_makes_no_succession(remark: str) -> None:
    assert told(read(TABLE.format("Old authority", "New authority", NEW, remark))) == []


@pytest.mark.parametrize("remark", ["proposed; at NARA, not approved", "will be superseded when approved"])
def test_a_successor_of_which_a_remark_says_that_it_is_proposed_is_awaited(remark: str) -> None:
    document = read(TABLE.format("Old authority", "New authority", NEW, remark))
    assert told(document) == []
    assert [each.target for each in document.citations if each.proposed] == [OLD]


def test_a_cell_that_says_none_and_names_the_old_authority_again_tells_its_end() -> None:
    newer = "none - rescinded, records no longer created; N1-85-96-3/3 is rescinded effective 09/12/2011"
    document = read(TABLE.format("Superseded authority", "New authority", newer, ""))
    (said,) = [each for each in document.citations if each.target == OLD and each.words]
    assert said.words and said.words.value == "none - rescinded, records no longer created"
