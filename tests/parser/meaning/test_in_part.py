"""A supersession "in part" is told apart from a whole one."""

import pytest

from schedgraph.parser.citation import read_citations
from schedgraph.parser.passage import Passage
from schedgraph.parser.reading.markup import read_markup


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("N1-85-96-01 item 5 is superseded, in part, by DAA-0566-2017-0018-0001.", True),
        ("This schedule supersedes N1-567-10-3, item 2, in part.", True),
        ("This schedule supersedes N1-276-92-1, item 6 (in part).", True),
        ("Partially superseded by GRS 3.1, item 011.", True),
        ("Item 1 was superseded by N1-567-10-3, item 2, on June 30, 2015, except for logbooks.", True),
        ("Item 1 was replaced by N1-567-10-3, item 2 (approved 6/30/15), but not for logbooks.", True),
        ("Item 1 is superseded by N1-567-10-3, item 2, which NARA approved on 6/30/2015, except maps.", True),
        (
            "Item 1 was superseded by N1-567-10-3, item 2, on June 30, 2015. Except for that, use item 3.",
            False,
        ),
        ("This schedule supersedes N1-567-10-3, item 2.", False),
        ("Item 3 cites N1-567-10-3, item 2, in part.", False),
    ],
)
def test_the_words_in_part_before_or_behind_a_number(text: str, partial: bool) -> None:
    pages, _ = read_markup(text)
    found = read_citations(Passage.of(pages[0].lines), own=("N1-085-96-001",))
    assert found[-1].partial is partial


@pytest.mark.parametrize(
    ("cell", "partial"),
    [
        ("N1-95-88-2 (part)", True),
        ("N1-95-88-2\n(part)", True),
        ("N1-95-88-2, portions", True),
        ("Portions of N1-95-88-2, item 1", True),
        ("N1-95-88-2, item 2 (except photographs of burned areas)", True),
        ("N1-95-88-2, excluding maps", True),
        ("N1-95-88-2, item 3 (microfilm only)", True),
        ("N1-95-88-2, item 4 (State Member Banks only)", True),
        ("N1-95-88-2, item 4\n(records of field\noffices only)", True),
        ("N1-95-88-2, item 4 (logs)\nThe records only", False),
        ("N1-95-88-2, item 1 (part: closed steam plants)", True),
        ("N1-95-88-2, item 2a (agreements signed before October 1, 2010 stay under N1-95-88-2/2a)", True),
        ("N1-95-88-2, item 2a (the list remains on file)", True),
        ("N1-95-88-2, item 2a (records that remain of the depot)", False),
        ("N1-95-88-2, part 3", False),
        ("N1-95-88-2, except item 3", False),
        ("N1-95-88-2", False),
    ],
)
def test_a_part_or_an_exception_in_column_9(cell: str, partial: bool) -> None:
    """A schedule that is replaced in part must not be taken for dead; a named item is excepted by its number."""
    pages, _ = read_markup(cell)
    found = read_citations(Passage.of(pages[0].lines), default="supersedes")
    assert found[0].partial is partial


@pytest.mark.parametrize(
    ("text", "relation", "partial"),
    [
        (
            "Annotated 2003: partially superseded (electronic index only) by N1-58-03-2/1",
            "superseded-by",
            True,
        ),
        ("Superseded in part (maps) by N1-58-03-2/1", "superseded-by", True),
        ("superseded for electronic copies by N1-58-03-2/1", "superseded-by", True),
        ("Item 3, photographs only, superseded by N1-58-03-2/1", "superseded-by", True),
        ("Only the photographs were superseded by N1-58-03-2/1", "superseded-by", True),
        ("The only copy was lost; item 3 is superseded by N1-58-03-2/1", "superseded-by", False),
        ("superseded (5/2/2003) by N1-58-03-2/1", "superseded-by", False),
        ("not superseded for electronic copies by N1-58-03-2/1", "cites", False),
        ("N1-58-97-13, item 4 was superseded (paper only) by N1-58-03-2/1", "cites", False),
    ],
)
def test_what_is_superseded_may_be_named_before_its_successor(
    text: str, relation: str, partial: bool
) -> None:
    """Of another authority that is named before it, it says nothing of this one."""
    pages, _ = read_markup(text)
    last = read_citations(Passage.of(pages[0].lines))[-1]
    assert (last.target, last.relation, last.partial) == ("N1-058-03-002/1", relation, partial)
