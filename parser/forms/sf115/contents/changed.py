"""What was changed in column 10, or by a note, when an item was approved: 'Item 3 changed to read: "Destroy …"'."""

from collections.abc import Sequence

from schedgraph.parser.caseless import caseless
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.document import Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.passage import Passage

_CHANGED = caseless(
    r"\b(?:changed|amended|revised|modified|corrected)\s{1,3}to(?:\s{1,3}read)?\b(?:[^:\"“\n]{0,30}:)?[\s:;,–—*_-]{0,6}",
)
_QUOTES = " \t\n\"“”'*_[]()"


def changed_instruction(said_beside: Sequence[Passage]) -> Passage | None:
    """The instruction that column 10 or a note puts in place of the one proposed; None where none is changed."""
    for action in said_beside:
        found = _CHANGED.search(action.text)
        said = action.slice(found.end()).strip(_QUOTES) if found else None
        if said and find_instruction(said) is not None:
            return said
    return None


def changed_doubt(item: Item, said: Passage) -> Doubt:
    """What was proposed differs from what was approved."""
    message = (
        f"The disposition of item {item.number} was changed; the words that it was changed to were read."
    )
    return Doubt(code="changed-on-approval", message=message, evidence=said.evidence())
