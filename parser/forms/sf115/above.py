"""Heads whose text layer gives a value before its label: on the line above, or in the label's own cell."""

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
                and is_wholly(label.kind, own := value.passage.strip(" (_"))
                and not behind
            ):
                label.value, value.used = own, True


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
