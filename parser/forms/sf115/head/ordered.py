"""Heads whose text layer gives all labels first and then all values, or all values first."""

import itertools
from collections.abc import Iterator, Sequence
from itertools import groupby

from schedgraph.parser.forms.sf115.head.alignment import aligned, is_of_another
from schedgraph.parser.forms.sf115.head.boxparts import Part, fits, is_wholly

_LEAST_LABELS = 5
_LEAST_VALUES = 3
_OFFICES = ("from", "major", "minor")
_ORDERED = frozenset({"number", "date", "telephone", "text"})


def fill_by_order(rows: list[list[Part]]) -> None:
    """Gives the labels that stand before all their values, or behind them, what is theirs by kind and order."""
    for offices, names in _offices_apart(rows):
        _give(offices, names)
    for labels, values in _few_apart(rows):
        _give(labels, values)
    for labels, values in _apart(rows):
        pairs = aligned(labels, values)
        for label, value in pairs:
            _give([label], [value])
        if not pairs:
            _by_kind(labels, values)


def _apart(rows: Sequence[list[Part]]) -> Iterator[tuple[list[Part], list[Part]]]:
    """Where a text layer parts the labels of the head from the values: both, each in its order."""
    groups = [(kind, list(each)) for kind, each in groupby(rows, _kind)]
    for index, (kind, group) in enumerate(groups):
        if kind != "labels":
            continue
        labels = [part for parts in group for part in parts if part.kind in _ORDERED and part.value is None]
        named = {part.name for part in labels}
        values = _values(groups[index + 1 : index + 2])
        head = "from" in named and len(labels) >= _LEAST_LABELS
        signed = {"date", "signer-title"} <= named and "from" not in named and len(group) > 1
        if head and len(values) < _LEAST_VALUES and index == 1:
            values = _values(groups[:1]) or values
        if (head and len(values) >= _LEAST_VALUES) or (signed and values):
            yield labels, values


def _offices_apart(rows: Sequence[list[Part]]) -> Iterator[tuple[list[Part], list[Part]]]:
    """The labels of agency and subdivisions one under another, and below them as many names, or one fewer.

    Where one is lacking it is the last: no minor subdivision is named without a major one.
    """
    groups = [(kind, list(each)) for kind, each in groupby(rows, _kind)]
    for (kind, group), following in itertools.pairwise(groups):
        labels = [part for parts in group for part in parts]
        offices = [part for part in labels if part.name in _OFFICES and part.value is None]
        if kind != "labels" or [part.name for part in offices] != list(_OFFICES[: len(offices)]):
            continue
        names = _values([following])
        whole = all(fits("text", name.passage) and not _is_other(name) for name in names)
        if (
            labels[-len(offices) :] == offices
            and whole
            and 2 <= len(names) in (len(offices) - 1, len(offices))
        ):
            yield offices, names


def _few_apart(rows: Sequence[list[Part]]) -> Iterator[tuple[list[Part], list[Part]]]:
    """A few labels one under another and below them as many values, each of its label's kind: two columns read across.

    Labels without a value, as the form's print has, may stand above them. Where no two labels are of one kind, the
    values may stand in any order.
    """
    groups = [(kind, list(each)) for kind, each in groupby(rows, _kind)]
    for (kind, group), following in itertools.pairwise(groups):
        if kind != "labels":
            continue
        last = itertools.takewhile(lambda parts: all(map(_is_open, parts)), reversed(group))
        labels = [part for parts in reversed(list(last)) for part in parts]
        values = _values([following])
        if not 1 < len(labels) == len(values):
            continue
        if all(map(_is_its_kind, labels, values)):
            yield labels, values
        elif len({part.kind for part in labels}) == len(labels):
            own = [next((each for each in values if _is_its_kind(part, each)), None) for part in labels]
            found = [each for each in own if each is not None]
            if len({id(each) for each in found}) == len(labels):
                yield labels, found


def _is_open(part: Part) -> bool:
    return part.kind in _ORDERED and part.value is None


def _is_its_kind(label: Part, value: Part) -> bool:
    if value.used:
        return False
    return (
        fits("text", value.passage) and not _is_other(value) and not is_of_another(label, value)
        if label.kind == "text"
        else is_wholly(label.kind, value.passage)
    )


def _is_other(value: Part) -> bool:
    return any(is_wholly(kind, value.passage) for kind in ("number", "date", "telephone"))


def _kind(parts: list[Part]) -> str:
    if parts and all(part.match for part in parts):
        return "labels"
    return "values" if len(parts) == 1 else "mixed"


def _values(groups: Sequence[tuple[str, list[list[Part]]]]) -> list[Part]:
    return [parts[0] for kind, group in groups if kind == "values" for parts in group]


def _by_kind(labels: list[Part], values: list[Part]) -> None:
    """Gives each label the value of its kind; what could belong to several labels is given to none."""
    for kind in ("number", "date", "telephone"):
        wanted = [part for part in labels if part.kind == kind]
        found = [value for value in values if not value.used and is_wholly(kind, value.passage)]
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
