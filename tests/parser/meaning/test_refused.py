"""What was never approved cannot be replaced: a sentence that says so of a number only cites it."""

import pytest

from schedgraph.parser.citation import read_citations
from tests.parser.meaning.conftest import passage_of


@pytest.mark.parametrize(
    "sentence",
    [
        "This schedule replaces DAA-0101-2013-0003, which was returned without action.",
        "Supersedes DAA-0101-2013-0003 (never approved).",
        "Replaces DAA-0101-2013-0003, withdrawn before approval.",
    ],
)
def test_a_request_that_was_refused_is_only_cited(sentence: str) -> None:
    read = read_citations(passage_of(sentence))
    assert [(each.relation, each.target) for each in read] == [("cites", "DAA-0101-2013-0003")]


def test_a_schedule_that_was_approved_is_replaced() -> None:
    read = read_citations(passage_of("Replaces DAA-0101-2013-0003, which was approved in 2014."))
    assert [each.relation for each in read] == ["supersedes"]
