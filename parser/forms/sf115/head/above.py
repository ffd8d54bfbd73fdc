"""Heads whose text layer gives a value before its label: on the line above, or in the label's own cell."""

from collections.abc import Sequence

from schedgraph.parser.forms.sf115.head.boxparts import VALUELESS, Part, fits, is_wholly

_TELLING = frozenset({"number", "date", "telephone"})
_LEAST_TELLING = 3
_MOST_LINES = 2


def fill_from_above(rows: Sequence[list[Part]]) -> None:
    """Gives each label the value above it, where numbers, dates and telephones all stand above theirs.

    A line may hold several labels, with as many values on the line above: a date and a name above "DATE" and
    "ARCHIVIST OF THE UNITED STATES".
    """
    labels = [index for index, row in enumerate(rows) if row and all(map(_is_open_label, row))]
    above = sum(_fitting(rows, index, -1) for index in labels)
    below = sum(_fitting(rows, index, 1) for index in labels)
    if above < _LEAST_TELLING or below * 2 > above:
        return
    for index in labels:
        for position, label in enumerate(rows[index]):
            _fill(rows, index, position, label)


def _fill(rows: Sequence[list[Part]], index: int, position: int, label: Part) -> None:
    lines: list[Part] = []
    for place in range(index - 1, max(-1, index - 1 - _MOST_LINES), -1):
        value = rows[place][position] if len(rows[place]) == len(rows[index]) else None
        if value is None or value.match or value.used or not fits(label.kind, value.passage):
            break
        lines.insert(0, value)
        if label.kind != "address":
            break
    for value in lines:
        value.used = True
    if lines and label.kind != "address":
        label.value, label.by_order = lines[-1].passage, True


def fill_from_within(rows: Sequence[list[Part]]) -> None:
    """Gives a label the number, date or telephone that is all that its cell holds before it.

    "9-30-80 Date" is a date over its label in one cell. Where the next cell holds another, either may be meant.
    """
    for row in rows:
        for value, label, following in zip(row, row[1:], [*row[2:], None], strict=False):
            behind = following is not None and (
                following.cell.index == label.cell.index
                or (following.match is None and fits(label.kind, following.passage))
            )
            if (
                value.match is None
                and value.cell.index == label.cell.index
                and label.match is not None
                and label.value is None
                and label.kind in _TELLING
                and is_wholly(label.kind, own := value.passage.strip(" (_<>[]"))
                and not behind
            ):
                label.value, value.used = own, True


def _is_open_label(part: Part) -> bool:
    return part.match is not None and part.value is None and part.kind not in VALUELESS


def _fitting(rows: Sequence[list[Part]], index: int, step: int) -> int:
    """How many numbers, dates and telephones the line above or below holds, each at its label."""
    place = index + step
    if not 0 <= place < len(rows) or len(rows[place]) != len(rows[index]):
        return 0
    return sum(
        label.kind in _TELLING and value.match is None and is_wholly(label.kind, value.passage)
        for label, value in zip(rows[index], rows[place], strict=True)
    )
