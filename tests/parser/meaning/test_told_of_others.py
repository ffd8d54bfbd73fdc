"""What a schedule's background tells of two other authorities."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.citation.elsewhere import told_of_others
from schedgraph.parser.reading.markup import read_markup

OWN = ("DAA-0431-2017-0006",)


def told(text: str) -> list[tuple[str | None, str | None]]:
    passage = blocks(read_markup(text)[0])[0].passage
    return [(each.of, each.target) for each in told_of_others(passage, OWN)]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "The Commission has elected to use GRS 5.8, item 010, in place of N1-431-00-2, item 4.",
            "GRS 5.8/010",
        ),
        ("N1-431-00-2, item 4, was superseded by GRS 5.8, item 010.", "GRS 5.8/010"),
        ("N1-431-00-2, item 4, was replaced by DAA-0431-2012-0001-0003 in 2013.", "DAA-0431-2012-0001-0003"),
    ],
)
def test_a_succession_stated_as_done_is_told_of_the_older_authority(text: str, new: str) -> None:
    assert told(text) == [("N1-431-00-002/4", new)]


@pytest.mark.parametrize(
    "text",
    [
        "The Commission has elected not to use GRS 5.8, item 010, in place of N1-431-00-2, item 4.",
        "The Commission continues to use N1-431-00-2, item 4, in place of GRS 5.8, item 010.",
        "The Commission will use GRS 5.8, item 010, in place of N1-431-00-2, item 4.",
        "The Commission proposes to use GRS 5.8, item 010, in place of N1-431-00-2, item 4.",
        "The Commission uses N1-431-00-2, item 4, in lieu of GRS 5.8, item 010.",
        "N1-431-00-2, item 4, was superseded by DAA-0431-2017-0006-0001.",
        'The draft said "N1-431-00-2, item 4, was superseded by GRS 5.8, item 010".',
    ],
)
def test_what_was_refused_or_is_to_come_or_is_this_schedule_s_own_is_not(text: str) -> None:
    assert told(text) == []
