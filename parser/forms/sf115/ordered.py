"""Heads whose text layer gives all labels first and then all values."""

from collections.abc import Iterator

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.sf115.boxparts import Part, fits, telephone
from schedgraph.parser.passage import Passage

_LEAST_LABELS = 5
_LEAST_VALUES = 3
_ORDERED = frozenset({"number", "date", "telephone", "text"})


def fill_by_order(rows: list[list[Part]]) -> None:
    """Gives the labels that stand before all their values what is theirs by kind and order."""
    for labels, values in _apart(rows):
        _by_order(labels, values)


def _apart(rows: list[list[Part]]) -> Iterator[tuple[list[Part], list[Part]]]:
    """Where a text layer gives all labels of the head first and then all values: both, each in its order."""
    row = 0
    while row < len(rows):
        start = row
        while row < len(rows) and rows[row] and all(part.match for part in rows[row]):
            row += 1
        labels = [
            part
            for parts in rows[start:row]
            for part in parts
            if part.kind in _ORDERED and part.value is None
        ]
        begin = row
        while row < len(rows) and len(rows[row]) == 1 and not rows[row][0].match:
            row += 1
        values = [parts[0] for parts in rows[begin:row]]
        named = {part.name for part in labels}
        head = "from" in named and len(labels) >= _LEAST_LABELS and len(values) >= _LEAST_VALUES
        signed = {"date", "signer-title"} <= named and "from" not in named and len(rows[start:row]) > 1
        if head or signed:
            yield labels, values
        row = max(row, start + 1)


def _by_order(labels: list[Part], values: list[Part]) -> None:
    """Gives each label the value of its kind; what could belong to several labels is given to none."""
    for kind in ("number", "date", "telephone"):
        wanted = [part for part in labels if part.kind == kind]
        found = [value for value in values if not value.used and _is_wholly(kind, value.passage)]
        if len(wanted) == len(found):
            _give(wanted, found)
    texts = [value for value in values if not value.used and fits("text", value.passage)]
    wanted = [part for part in labels if part.name in ("from", "major", "minor")] or [
        part for part in labels if part.name == "signer-title" and len(texts) == 1
    ]
    # No minor subdivision is named without a major one.
    _give(wanted, texts[: len(wanted)])


def _give(labels: list[Part], values: list[Part]) -> None:
    for label, value in zip(labels, values, strict=False):
        label.value, label.by_order, value.used = value.passage, True, True


def _is_wholly(kind: str, passage: Passage) -> bool:
    text = passage.text
    if kind == "date":
        day = read_date(text)
        return day is not None and not (text[: day.start] + text[day.end :]).strip(" .")
    if kind == "telephone":
        span = telephone(text)
        return span is not None and not any(c.isalpha() for c in text[: span[0]] + text[span[1] :])
    numbers = find_numbers(text)
    return (
        len(numbers) == 1 and numbers[0].whole_schedule and len(numbers[0].printed) >= len(text.strip()) - 2
    )
