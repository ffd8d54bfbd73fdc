"""Texts that once stopped the finder."""

import pytest

from schedgraph.parser.authority.finder import find_numbers


@pytest.mark.parametrize("text", ["grs9 6.1-B0142-201R8-0001", "NC160-7Z-101"])
def test_a_number_damaged_beyond_reading_stops_nothing(text: str) -> None:
    """A form number behind another one that cannot be read, and a reading without an item."""
    assert not any(mention.sure and mention.id != "GRS 9" for mention in find_numbers(text))
