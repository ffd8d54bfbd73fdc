"""What NARA changed in column 10 when it approved an item: 'Item 3 changed to read: "Destroy 15 years after …"'."""

import re
from collections.abc import Sequence

from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.document import Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.passage import Passage

_CHANGED = re.compile(
    r"\b(?:changed|amended|revised|modified|corrected)\s{1,3}to(?:\s{1,3}read)?\b[\s:;,–—*_-]{0,6}",
    re.IGNORECASE,
)
_QUOTES = " \t\n\"“”'*_"


def changed_instruction(actions: Sequence[Passage]) -> Passage | None:
    """The instruction that column 10 puts in place of the one proposed; None where it changes none."""
    for action in actions:
        found = _CHANGED.search(action.text)
        said = action.slice(found.end()).strip(_QUOTES) if found else None
        if said and find_instruction(said) is not None:
            return said
    return None


def changed_doubt(item: Item, said: Passage) -> Doubt:
    """What was proposed differs from what was approved."""
    message = f"Column 10 changes the disposition of item {item.number}; the approved words were read, not the proposed ones."
    return Doubt(code="changed-on-approval", message=message, evidence=said.evidence())
