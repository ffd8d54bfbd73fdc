"""The table of signatures where no heading stands above it: the row of its columns, and a signature below."""

from collections.abc import Sequence
from itertools import takewhile

from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.forms.signatories.cells import column_of, starts_with_date

_LEAST_COLUMNS = 4


def heads_signatures(tokens: Sequence[Token], index: int) -> int:
    """How many tokens from `index` on are the row of the table's columns; 0 where a table begins with none."""
    block = tokens[index].block
    if index and tokens[index - 1].block == block:
        return 0
    first = tokens[index].text.split(" ", 1)[0]
    if first and column_of(first) is None:
        return 0
    row = list(takewhile(lambda token: token.block == block, tokens[index : index + _LEAST_COLUMNS * 2]))
    words = [word for token in row for word in token.text.split()]
    columns = {column_of(word) for word in words}
    if None in columns or len(columns) < len(words) or len(words) < _LEAST_COLUMNS:
        return 0
    below = tokens[index + len(row) : index + len(row) + 1]
    return len(row) if below and starts_with_date(below[0].passage) else 0
