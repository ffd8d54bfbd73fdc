"""Labels and values that do not answer each other, as where a page's columns were put together wrongly."""

from collections.abc import Sequence

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.era.alignment import begins_like, disposes_like, fits
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token, passage_of
from schedgraph.parser.passage import Passage, collapsed

_MOST_WORDS = 8
"""An answer may have a remark behind it: "Yes (see above)"."""
_ONE_WORD = frozenset({"yes-no", "final-disposition", "item-status"})
_INSTRUCTIONS = ("cutoff", "retention", "transfer")
_TOLD = 40


def unanswered(fields: Sequence[Field]) -> list[Doubt]:
    """A doubt for each label whose value is missing or is of another kind.

    Answers that the form does not ask for may be blank. A cutoff, a retention period and a transfer are printed only
    where there is one, so a blank one is told.
    """
    return [doubt for field in fields if field.label and (doubt := _doubt(field))]


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
        return known and len(lines) == 1 and len(first.split()) <= _MOST_WORDS
    return name not in _INSTRUCTIONS or disposes_like(name, " ".join(line.text for line in lines))
