"""What a schedule reports that another paper said is not what it says itself."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.citation import read_citations
from schedgraph.parser.reading.markup import read_markup


def relations(text: str) -> list[str]:
    passage = blocks(read_markup(text)[0])[0].passage
    return [each.relation for each in read_citations(passage)]


@pytest.mark.parametrize(
    "text",
    [
        'An earlier submission was returned. It read: "supersedes N1-490-95-6, item 2".',
        'The returned schedule contained the words "supersedes N1-490-95-6, item 2".',
        'In the earlier submission the citation was "supersedes N1-490-95-6, item 2".',
        'The previous submission reads as follows: "This schedule supersedes N1-490-95-6, item 2."',
        "Its text said 'supersedes N1-490-95-6, item 2'.",
    ],
)
def test_a_quoted_supersession_is_only_cited(text: str) -> None:
    assert relations(text) == ["cites"]


@pytest.mark.parametrize(
    "text",
    [
        'This schedule, "Volunteer Records", supersedes N1-490-95-6, item 2.',
        'The manual reads "Files"; this schedule supersedes N1-490-95-6, item 2.',
        'The background is amended to read: "This schedule supersedes N1-490-95-6, item 2."',
        'Supersedes "Applications" (N1-490-95-6, item 2).',
        'It replaces the series "Applications read", N1-490-95-6, item 2, now called "Files".',
    ],
)
def test_a_title_in_quotation_marks_or_a_wording_of_its_own_takes_nothing_back(text: str) -> None:
    assert relations(text) == ["supersedes"]
