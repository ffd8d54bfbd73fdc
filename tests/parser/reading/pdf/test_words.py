"""Characters on one line with no blank between them are one word."""

from math import radians, tan

import pytest

from schedgraph.parser.reading.pdf.content import Glyph, Style
from schedgraph.parser.reading.pdf.words import words

TEXT = "Requests for review, staff memoranda and the letter issued to the company that asked for it."


@pytest.mark.parametrize("degrees", [0.0, 0.4, -0.3])
def test_the_words_of_a_long_line_are_whole_though_it_climbs(degrees: float) -> None:
    """As in the text layer of a scan that lay askew: such a line counts as level."""
    style = Style(size=9.0, bold=False, angle=degrees, visible=True)
    glyphs = []
    for row in range(3):
        for place, character in enumerate(TEXT):
            x = 60 + 5.4 * place
            baseline = 300 + 12 * row - x * tan(radians(degrees))
            glyphs.append(Glyph(character, x, baseline - 7, x + 5.4, baseline + 2, x, baseline, style))
    assert sorted(word.text for word in words(enumerate(glyphs), {})) == sorted(3 * TEXT.split())
