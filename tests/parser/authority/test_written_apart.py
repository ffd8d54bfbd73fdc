"""Numbers whose levels blanks part, that run together, or that stand for a range of schedules."""

import pytest

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.reader import read_numbers


def targets(text: str) -> list[str | None]:
    return [mention.id for mention in find_numbers(text)]


@pytest.mark.parametrize(
    "written",
    [
        "N1-567-09-6 item 1 b (2) c",
        "N1-567-09-6, item 1b(2) c",
        "item 1 b (2) c of N1-567-09-6",
    ],
)
def test_blanks_part_levels(written: str) -> None:
    """A letter before a bracket, and a letter that nothing follows, are levels and no articles."""
    assert targets(written) == ["N1-567-09-006/1/b/2/c"]


def test_digits_apart_from_a_job_may_be_its_own() -> None:
    """Without an item word "6 1" may be job 61: the item comes first among the readings, and none is picked."""
    (number,) = read_numbers("N1-567-09-6 1 b (2) c")
    assert number.id is None
    assert number.readings[0].target == "N1-567-09-006/1/b/2/c"


def test_an_article_is_no_level() -> None:
    """ "item 1 a file" says nothing of item 1a."""
    assert targets("see N1-567-09-6, item 1, a file (2) kept on paper") == ["N1-567-09-006/1"]


def test_a_range_of_schedules_has_its_middle() -> None:
    """What lies between N1-85-96-1 and N1-85-96-4 is meant, too."""
    assert targets("N1-85-96-1 through N1-85-96-4") == [f"N1-085-96-00{number}" for number in range(1, 5)]
    assert targets("NN-165-119 thru NN-165-121") == ["NN-165-119", "NN-165-120", "NN-165-121"]


@pytest.mark.parametrize("written", ["N1-85-96-1 to N1-85-96-4", "N1-85-96-1 through N1-86-96-4"])
def test_what_is_no_range_of_schedules_has_no_middle(written: str) -> None:
    """ "From N1-85-96-1 to N1-85-96-4" may tell of a move; two record groups have nothing between them."""
    assert len(targets(written)) == 2


def test_a_range_that_shares_the_stem_is_not_sure() -> None:
    """ "N1-85-96-1 through 3" may mean schedules or items."""
    first, *rest = find_numbers("N1-85-96-1 through 3")
    assert [each.id for each in rest] == ["N1-085-96-002", "N1-085-96-003"]
    assert first.sure and not any(each.sure for each in rest)


def test_years_behind_a_number_are_no_range() -> None:
    """ "through 3 years" counts years."""
    assert targets("N1-85-96-1 through 3 years after cutoff") == ["N1-085-96-001"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("N1-85-96-1N1-85-96-2", ["N1-085-96-001", "N1-085-96-002"]),
        (
            "DAA-0048-2013-0001-0008DAA-0048-2013-0001-0009",
            ["DAA-0048-2013-0001-0008", "DAA-0048-2013-0001-0009"],
        ),
    ],
)
def test_two_numbers_that_run_together_are_two(written: str, expected: list[str]) -> None:
    """A lost blank hides neither of them, and neither is sure."""
    mentions = find_numbers(written)
    assert [each.id for each in mentions] == expected
    assert not any(each.sure for each in mentions)


def test_a_range_behind_a_slash() -> None:
    """`/5 through 7` is certain; `/1-3` may be an item of that name, and keeps that reading."""
    assert targets("N1-471-92-4/5 through 7") == [f"N1-471-92-004/{number}" for number in (5, 6, 7)]
    first, *rest = find_numbers("N1-85-96-1/1-3")
    assert [each.target for each in first.readings] == ["N1-085-96-001/1", "N1-085-96-001/1-3"]
    assert [each.id for each in rest] == ["N1-085-96-001/2", "N1-085-96-001/3"]
    assert not first.sure


def test_the_corpus_tells_how_a_code_and_its_letter_are_parted() -> None:
    """1505-03b is one designator, unless the schedule has an item 1505-03 with an item b."""
    apart = {"N1-049-90-001/1505-03/b"}
    (alone,), (held,) = (
        read_numbers("N1-49-90-1, item 1505-03b"),
        read_numbers("N1-49-90-1, item 1505-03b", known=apart),
    )
    assert (alone.id, held.id) == ("N1-049-90-001/1505-03b", "N1-049-90-001/1505-03/b")


def test_levels_under_a_code() -> None:
    """A slash goes down from 1505-03 as from any item."""
    assert targets("N1-49-90-1/1505-03/b") == ["N1-049-90-001/1505-03/b"]


def test_what_stands_beside_the_only_number_is_told() -> None:
    """A paragraph that no grammar knows is not dropped in silence."""
    (number,) = read_numbers("N1-49-90-1 paragraph 7")
    assert (number.id, number.unread) == ("N1-049-90-001", "paragraph 7")
    assert not read_numbers("job N1-49-90-1")[0].unread


def test_the_second_line_of_a_note_may_begin_as_deep_as_the_first() -> None:
    deep = 31 * " "
    assert targets(f"{deep}Superseded by N1-357-98-2\n{deep}item 3") == ["N1-357-98-002/3"]
    assert targets(f"Superseded by N1-357-98-2{deep}item 3") == ["N1-357-98-002"]
