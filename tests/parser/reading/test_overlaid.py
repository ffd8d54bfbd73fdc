"""Strokes that a text lays over its characters are strikes."""

import pytest

from schedgraph.parser.document import Item
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.cli.written import sf115


def first(words: str) -> Item:
    return read_text(decode(sf115("N1-142-97-8", ("1", words, "")).encode(), "form.txt")).items[0]


def laid_over(text: str, stroke: str) -> str:
    return "".join(character + stroke for character in text)


@pytest.mark.parametrize("stroke", ["\u0335", "\u0336", "\u0337", "\u0338"])
def test_a_character_with_a_stroke_laid_over_it_is_struck(stroke: str) -> None:
    item = first(f"Gauge Charts. Destroy when {laid_over('15 ', stroke)}3 years old.")
    assert item.strike == "partial" and [each.value for each in item.struck] == ["15"]
    assert item.disposition.retention and item.disposition.retention.value.period == "P3Y"


def test_an_item_laid_over_throughout_is_struck_wholly() -> None:
    item = first(laid_over("Gauge Charts. Destroy when 3 years old.", "\u0336"))
    assert item.strike == "full"
    assert item.title and item.title.value == "Gauge Charts"
    assert "\u0336" in item.title.evidence.quote
