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
        ("This schedule supersedes N1-567-10-3, item 2.", False),
        ("Item 3 cites N1-567-10-3, item 2, in part.", False),
    ],
)
def test_the_words_in_part_before_or_behind_a_number(text: str, partial: bool) -> None:
    pages, _ = read_markup(text)
    found = read_citations(Passage.of(pages[0].lines), own=("N1-085-96-001",))
    assert found[-1].partial is partial
