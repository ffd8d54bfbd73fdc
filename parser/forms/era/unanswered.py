"""Labels and values that do not answer each other, as where a page's columns were put together wrongly."""

import re
from collections.abc import Sequence

from schedgraph.parser.document import Item
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.era.alignment import begins_like, disposes_like, fits
from schedgraph.parser.forms.era.answers import said_to_end
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token, passage_of
from schedgraph.parser.passage import Passage, collapsed

_MOST_WORDS = 8
"""An answer may have a remark behind it: "Yes (see above)"."""
_ONE_WORD = frozenset({"yes-no", "final-disposition", "item-status"})
_INSTRUCTIONS = ("cutoff", "retention", "transfer")
_TOLD = 40
_MOST_NAMED = 3
# What an item's status says, and no remark behind another answer: "Temporary - withdrawn by the agency".
_STANDING = re.compile(r"\b(?:withdrawn|inactive|rescinded|obsolete|superseded)\b", re.IGNORECASE)


def unanswered(fields: Sequence[Field]) -> list[Doubt]:
    """A doubt for each label whose value is missing or is of another kind.

    Answers that the form does not ask for may be blank. A cutoff, a retention period and a transfer are printed only
    where there is one, so a blank one is told.
    """
    return [doubt for field in fields if field.label and (doubt := _doubt(field))]


def unanswered_items(items: Sequence[Item]) -> list[Doubt]:
    """A doubt where items have neither a disposition nor a status, as where only the outline was printed."""
    bare = [
        item
        for item in items
        if item.status_printed is None
        and item.disposition
        and not (item.disposition.final or item.disposition.instruction)
    ]
    if not bare:
        return []
    names = ", ".join(item.id for item in bare[:_MOST_NAMED]) + (", …" if len(bare) > _MOST_NAMED else "")
    message = f"Neither a disposition nor a status was read of {len(bare)} of {len(items)} items: {names}."
    return [Doubt(code="item-disposition-missing", message=message, evidence=bare[0].evidence)]


def ended_without_status(identifier: str, whole: Passage, status: Reading[str] | None) -> list[Doubt]:
    """What an item without a status says of its end."""
    ended = said_to_end(whole) if status is None else None
    if ended is None:
        return []
    message = f'Item {identifier} says "{collapsed(ended.text)}", and no status of it was read.'
    return [Doubt(code="item-status-unread", message=message, evidence=ended.evidence())]


def _doubt(field: Field) -> Doubt | None:
    kind = field.kind.rstrip("?")
    if not field.lines:
        if field.name not in _INSTRUCTIONS and (kind not in _ONE_WORD or field.kind.endswith("?")):
            return None
        message = (
            f"The label “{_printed(field.label)}” stands without a value; look whether the page gives it one."
        )
        return Doubt(code="label-without-value", message=message, evidence=field.label.evidence())
    lines = [line for line in field.lines if not line.stamp]
    if not lines or _answers(field.name, kind, lines):
        return None
    passage = passage_of(lines)
    message = (
        f"The label “{_printed(field.label)}” is followed by “{_printed(passage)}”, which is no value of its kind;"
        " look which value the page gives it."
    )
    return Doubt(code="value-unlike-label", message=message, evidence=passage.evidence(confidence=0.5))


def _printed(passage: Passage) -> str:
    return collapsed(passage.text)[:_TOLD]


def _answers(name: str, kind: str, lines: Sequence[Token]) -> bool:
    """Whether what stands there may be the value: of a closed answer, with nothing of another kind behind it."""
    first = lines[0].text
    if kind in _ONE_WORD:
        known = fits(kind, first) or begins_like(kind, first)
        ended = name != "item-status" and _STANDING.search(first)
        return known and not ended and len(lines) == 1 and len(first.split()) <= _MOST_WORDS
    return name not in _INSTRUCTIONS or disposes_like(name, " ".join(line.text for line in lines))
