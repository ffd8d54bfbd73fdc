"""The heads of a table's columns stand over their columns where the form draws no lines between the heads."""

import pytest

from schedgraph.parser.reading.layout.heads import with_heads_parted
from schedgraph.parser.reading.word import RuledLine, Word

EDGES, BETWEEN = (36.0, 576.0), (80.0, 400.0, 490.0)
HEADS = {"7. ITEM": 45.0, "8. DESCRIPTION": 180.0, "9. GRS": 430.0, "10. ACTION": 520.0}


def level(y: float, x0: float = EDGES[0], x1: float = EDGES[1]) -> RuledLine:
    return RuledLine(x0=x0, y0=y, x1=x1, y1=y)


def upright(x: float, y0: float, y1: float) -> RuledLine:
    return RuledLine(x0=x, y0=y0, x1=x, y1=y1)


def word(text: str, x: float, y: float = 315.0, width: float = 30.0) -> Word:
    return Word(text=text, bbox=(x, y - 6, x + width, y), baseline=y, size=6)


TABLE = (level(300), level(330), level(750), *(upright(x, 300, 750) for x in EDGES))
COLUMNS = tuple(upright(x, 330, 750) for x in BETWEEN)
WORDS = tuple(word(text, x) for text, x in HEADS.items())


def tops(rules: tuple[RuledLine, ...]) -> set[float]:
    return {rule.y0 for rule in rules if rule.x0 == rule.x1 and rule.x0 in BETWEEN}


def test_lines_between_columns_go_on_through_the_row_of_heads() -> None:
    assert tops(with_heads_parted((*TABLE, *COLUMNS), WORDS)) == {300}


@pytest.mark.parametrize(
    ("rules", "words", "why"),
    [
        ((*TABLE, *COLUMNS), (*WORDS, word("certify", 70.0)), "a word stands across a line"),
        ((*TABLE, *COLUMNS), WORDS[:3], "a column has no head"),
        ((*TABLE, *COLUMNS, upright(200.0, 300, 330)), WORDS, "the row is parted in another way"),
        ((*TABLE[1:], level(200), *COLUMNS), WORDS, "what stands above is higher than heads"),
        ((*TABLE[1:], level(300, 80, 400), *COLUMNS), WORDS, "the rule above is that of another box"),
        ((*TABLE, COLUMNS[0]), WORDS, "two columns are a page cut in half"),
    ],
)
def test_a_row_that_is_none_of_heads_is_left_whole(
    rules: tuple[RuledLine, ...], words: tuple[Word, ...], why: str
) -> None:
    assert tops(with_heads_parted(rules, words)) == {330}, why
