"""The labels that a reader looks for at one place, as a table that is made once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from schedgraph.parser.labels.index import INDEX
from schedgraph.parser.labels.wordings import SHORT, Label, Wording, wording_of


# Compared by identity, as labels are.
@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The wordings of some labels, by their numbers.

    `numbers` has those that the index tells of, by the places of their bits in it; `bits` are these bits. `short` are
    the labels that must be printed as they are, by their first letter.
    """

    wordings: tuple[Wording, ...]
    short: dict[str, tuple[int, ...]]
    numbers: dict[int, tuple[int, ...]]
    bits: int
    longest_printed: int
    printed_short: tuple[str, ...]

    def has_short(self, text: str) -> bool:
        """Whether one of the short labels is printed anywhere in a text."""
        if not self.printed_short:
            return False
        folded = text.casefold()
        return any(map(folded.__contains__, self.printed_short))


_TABLES: dict[int, tuple[tuple[Label, ...], Table]] = {}
_MOST_TABLES = 512


def table_of(labels: Sequence[Label]) -> Table:
    """The table of some labels."""
    # Most callers hold their labels for good, and the hash of so many is dear.
    held = _TABLES.get(id(labels))
    if held is not None and held[0] is labels:
        return held[1]
    if not isinstance(labels, tuple):
        return _table(tuple(labels))
    table = _table(labels)
    if len(_TABLES) >= _MOST_TABLES:
        _TABLES.clear()
    _TABLES[id(labels)] = labels, table
    return table


@lru_cache(maxsize=4096)
def _table(labels: tuple[Label, ...]) -> Table:
    wordings = tuple(wording_of(label, printed) for label in labels for printed in label.wordings)
    short: dict[str, list[int]] = {}
    numbers: dict[int, list[int]] = {}
    bits = 0
    for number, wording in enumerate(wordings):
        if len(wording.folded) <= SHORT:
            short.setdefault(wording.printed.casefold()[:1], []).append(number)
        else:
            bit = INDEX.take(wording)
            bits |= bit
            numbers.setdefault(bit.bit_length(), []).append(number)
    return Table(
        wordings=wordings,
        short={letter: tuple(found) for letter, found in short.items()},
        numbers={place: tuple(found) for place, found in numbers.items()},
        bits=bits,
        longest_printed=2 * max((len(wording.printed) for wording in wordings), default=0),
        printed_short=tuple(
            wordings[number].printed.casefold() for found in short.values() for number in found
        ),
    )
