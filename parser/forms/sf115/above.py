"""Heads whose text layer gives each value on the line above its label."""

from collections.abc import Sequence

from schedgraph.parser.forms.sf115.boxparts import VALUELESS, Part, fits, is_wholly

_TELLING = frozenset({"number", "date", "telephone"})
_LEAST_TELLING = 3
_MOST_LINES = 2


def fill_from_above(rows: Sequence[list[Part]]) -> None:
    """Gives each label the line above it, where numbers, dates and telephones all stand above theirs."""
    labels = [index for index, row in enumerate(rows) if _is_open_label(row)]
    above = sum(_fits_at(rows, index, -1) for index in labels)
    below = sum(_fits_at(rows, index, 1) for index in labels)
    if above < _LEAST_TELLING or below * 2 > above:
        return
    for index in labels:
        label = rows[index][0]
        lines: list[Part] = []
        for place in range(index - 1, max(-1, index - 1 - _MOST_LINES), -1):
            value = rows[place][0] if len(rows[place]) == 1 else None
            if value is None or value.match or value.used or not fits(label.kind, value.passage):
                break
            lines.insert(0, value)
            if label.kind != "address":
                break
        for value in lines:
            value.used = True
        if lines and label.kind != "address":
            label.value, label.by_order = lines[-1].passage, True


def _is_open_label(row: Sequence[Part]) -> bool:
    return (
        len(row) == 1 and row[0].match is not None and row[0].value is None and row[0].kind not in VALUELESS
    )


def _fits_at(rows: Sequence[list[Part]], index: int, step: int) -> bool:
    label, place = rows[index][0], index + step
    if label.kind not in _TELLING or not 0 <= place < len(rows) or len(rows[place]) != 1:
        return False
    value = rows[place][0]
    return value.match is None and is_wholly(label.kind, value.passage)
