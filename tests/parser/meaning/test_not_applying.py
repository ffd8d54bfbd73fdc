"""A number that a citation field names only to say that it is of no use here."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.citation import read_citations
from schedgraph.parser.reading.markup import read_markup


def relations(text: str) -> list[str]:
    passage = blocks(read_markup(text)[0])[0].passage
    return [each.relation for each in read_citations(passage, default="supersedes")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("N1-95-88-4/2; GRS 23/7 does not apply", ["supersedes", "cites"]),
        ("N1-95-88-4/2, GRS 23/7 does not apply", ["supersedes", "cites"]),
        ("GRS 16, item 7, is not applicable; N1-95-88-4/2", ["cites", "supersedes"]),
        ("GRS 23/7 and GRS 23/8 do not apply", ["cites", "cites"]),
    ],
)
def test_what_does_not_apply_is_not_superseded(text: str, expected: list[str]) -> None:
    assert relations(text) == expected


@pytest.mark.parametrize(
    "text", ["N1-95-88-4/2 does not apply to paper", "N1-95-88-4/2 (applies to paper as well)"]
)
def test_words_about_the_records_leave_the_field_its_meaning(text: str) -> None:
    assert relations(text) == ["supersedes"]
