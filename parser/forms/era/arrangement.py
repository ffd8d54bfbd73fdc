"""Tokens put in the order that the form prints: broken labels made whole, and each label before its value."""

from collections.abc import Sequence
from functools import cache

from schedgraph.parser.forms.era.alignment import fits
from schedgraph.parser.forms.era.field import era_labels
from schedgraph.parser.forms.era.tokens import Token, passage_of
from schedgraph.parser.labels import Label, fold

_MOST_PARTS = 6
_LONGEST_LINE = 160
_CLOSED = frozenset(
    {"schedule-number", "status", "applies-to", "yes-no", "final-disposition", "item-status", "item-number"}
)
_ONE_LINE = _CLOSED | {"sequence", "count"}
# Fewer could be chance: "Yes" above a second question is the answer to the first.
_FEWEST_VALUES_FIRST = 3


def arranged(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with every label on one line, before its value."""
    joined = _joined(tokens)
    return _labels_first(joined) if _values_stand_first(joined) else joined


def _joined(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Lines that together are exactly a label (`Schedule` / `Status`) as one."""
    whole, beginnings = _wordings()
    letters = [_folded(token) for token in tokens]
    found: list[Token] = []
    index = 0
    while index < len(tokens):
        size = 1
        folded = letters[index]
        end = index + 1
        while folded in beginnings and end < len(tokens) and end - index < _MOST_PARTS:
            if tokens[end].cell is not None or tokens[index].cell is not None:
                break
            folded += letters[end]
            end += 1
            if folded in whole:
                size = end - index
        parts = tokens[index : index + size]
        found.append(parts[0]._replace(passage=passage_of(parts), stamp=False) if size > 1 else parts[0])
        index += size
    return tuple(found)


def _values_stand_first(tokens: Sequence[Token]) -> bool:
    """Whether the lines before the labels answer them, and those after them do not."""
    before = after = 0
    whole, _ = _wordings()
    labels = [whole.get(_folded(token)) for token in tokens]
    for index, (token, label) in enumerate(zip(tokens, labels, strict=True)):
        if label is None:
            split = _value_and_label(token)
            before += split is not None and _kind(split[1]) in _CLOSED
            continue
        if _kind(label) not in _CLOSED:
            continue
        if index and labels[index - 1] is None:
            before += fits(_kind(label), tokens[index - 1].text)
        if index + 1 < len(tokens) and labels[index + 1] is None:
            after += fits(_kind(label), tokens[index + 1].text)
    return before >= _FEWEST_VALUES_FIRST and before > 2 * after


def _labels_first(tokens: Sequence[Token]) -> tuple[Token, ...]:
    found: list[Token] = []
    waiting: list[Token] = []
    for index, token in enumerate(tokens):
        split = _value_and_label(token)
        label = split[1] if split else _wordings()[0].get(_folded(token))
        if label is None:
            waiting.append(token)
            continue
        place = token
        if split:
            value, place = token.part(0, split[0]), token.part(split[0])
            waiting.append(value)
        kind = _kind(label)
        if kind in ("section", "furniture"):
            found.extend((*waiting, place))
            waiting.clear()
            if label.name == "signatories":
                return (*found, *tokens[index + 1 :])
        elif kind in _ONE_LINE:
            answered = bool(waiting) and fits(kind, waiting[-1].text)
            value_lines = [waiting.pop()] if answered else []
            found.extend((*waiting, place, *value_lines))
            waiting.clear()
        else:
            found.extend((place, *waiting))
            waiting.clear()
    return (*found, *waiting)


def _value_and_label(token: Token) -> tuple[int, Label] | None:
    """Where the label begins in `2 Number of Total Disposition Items`, a value of its kind before it."""
    if not _folded(token).endswith(_endings()):
        return None
    text = token.passage.text
    words = text.split()
    for count in range(1, len(words)):
        label = _wordings()[0].get(fold(" ".join(words[count:])))
        if label and label.kind and fits(_kind(label), " ".join(words[:count])):
            closed = _kind(label) in _ONE_LINE
            start = text.rfind(words[count], 0, len(text) - len(" ".join(words[count + 1 :])))
            return (start, label) if closed and start > 0 else None
    return None


def _kind(label: Label) -> str:
    return (label.kind or "text").rstrip("?")


def _folded(token: Token) -> str:
    text = token.passage.text
    return fold(text) if len(text) <= _LONGEST_LINE else ""


@cache
def _wordings() -> tuple[dict[str, Label], frozenset[str]]:
    """Each wording of a label, folded, and the beginnings of those that have several words."""
    whole: dict[str, Label] = {}
    beginnings: set[str] = set()
    for label in era_labels():
        for wording in label.wordings:
            # A line may end inside "e-mail".
            words = wording.replace("-", " ").split()
            whole.setdefault(fold(wording), label)
            beginnings.update(fold(" ".join(words[:count])) for count in range(1, len(words)))
    return whole, frozenset(beginnings)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(folded for folded, label in _wordings()[0].items() if _kind(label) in _ONE_LINE)
