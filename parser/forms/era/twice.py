"""Items that a printout lists twice, as in an overview ahead of them: what both say of one number, said once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from schedgraph.parser.forms.era.entry import Entry
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import fold


def told_once(entries: Sequence[Entry], ids: Sequence[str | None]) -> list[Entry | None]:
    """The entries, titles ahead of the list as its outline, and of two that agree one; None for the other.

    Two that contradict each other are left, the one that says more first.
    """
    result: list[Entry | None] = list(entries)
    listed = [index for index, entry in enumerate(entries) if entry.section != "outline" and ids[index]]
    ahead = set(takewhile(lambda index: not _filled(entries[index]), listed))
    places: dict[str, int] = {}
    for index in listed:
        identifier = ids[index] or ""
        first = places.setdefault(identifier, index)
        one, other = result[first], entries[index]
        if first == index or one is None:
            continue
        if first in ahead and _filled(other):
            result[first] = replace(one, section="outline")
            places[identifier] = index
        elif not _agree(one, other):
            fuller = len(_filled(other)) > len(_filled(one))
            result[first], result[index] = (other, one) if fuller else (one, other)
        else:
            result[first], result[index] = _merged(one, other), None
    return result


def _filled(entry: Entry) -> Mapping[str, Field]:
    return {name: field for name, field in entry.fields.items() if field.lines}


def _agree(one: Entry, other: Entry) -> bool:
    """Whether what both say is the same, or one of them breaks off."""
    pairs: Iterator[tuple[Sequence[Token], Sequence[Token]]] = (
        (field.lines, _filled(other)[name].lines)
        for name, field in _filled(one).items()
        if name in _filled(other)
    )
    return _alike(one.title, other.title) and all(_alike(first, second) for first, second in pairs)


def _alike(first: Sequence[Token], second: Sequence[Token]) -> bool:
    one, other = (fold(" ".join(line.text for line in lines)) for lines in (first, second))
    return one.startswith(other) or other.startswith(one)


def _merged(one: Entry, other: Entry) -> Entry:
    kept, rest = (other, one) if len(_filled(other)) > len(_filled(one)) else (one, other)
    return replace(
        kept,
        sequence=kept.sequence or rest.sequence,
        title=kept.title or rest.title,
        stamp=kept.stamp or rest.stamp,
        number=kept.number if len(kept.number) >= len(rest.number) else (*kept.number, *rest.number[1:]),
        fields={**_filled(rest), **_filled(kept)},
    )
