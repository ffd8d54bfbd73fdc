"""The signatures where no heading stands above them: the row of their columns, or a line that is one."""

import re
from collections.abc import Sequence
from itertools import takewhile

from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.forms.signatories.actionfirst import signed_after_action, signed_before_day
from schedgraph.parser.forms.signatories.cells import column_of, starts_with_date
from schedgraph.parser.forms.signatories.vocabulary import actions
from schedgraph.parser.labels import match_label

_LEAST_COLUMNS = 3
_LONGEST_LINE = 300
_SIGNED = re.compile(r"[\s\W]*(?:$|[A-Z(\[/]|by\b|\()")
"""What stands behind an action: nothing, a name, "(signed)"."""


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


def is_signature(tokens: Sequence[Token], index: int) -> bool:
    """Whether a line is a signature: a day and an action, or an action and its day."""
    block = tokens[index].block
    if index and tokens[index - 1].block == block:
        return False
    text = " ".join(token.text for token in takewhile(lambda token: token.block == block, tokens[index:]))
    if len(text) > _LONGEST_LINE:
        return False
    after_action = signed_after_action(text)
    if after_action:
        return _SIGNED.match(text, after_action[2]) is not None
    if signed_before_day(text):
        return True
    end = starts_with_date(tokens[index].passage)
    behind = text[end:].lstrip(" :,–—-|")
    action = match_label(behind, actions()) if end else None
    return action is not None and behind[:1].isupper() and _SIGNED.match(behind, action.end) is not None
