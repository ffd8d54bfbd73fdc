"""The labels of a form, as data, and the table by which they are looked for."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from itertools import pairwise

from schedgraph.parser.labels.folding import fold, plain

# An allowance grows with the label: a short word is soon another word, a long question never is.
_ALLOWANCE = ((5, 0), (8, 1), (13, 2), (20, 3))
_MAXIMUM_ALLOWANCE = 10
SHORT = 5
"""Letters; a label no longer than that must be printed as it is."""
GRAM = 3
"""Letters by which a piece of a label is looked for; no piece has fewer."""


Window = tuple[str, int, int]
"""A piece of a label, and between which letters, counted from where the label begins, it may stand."""


# Compared by identity: labels are loaded once, and a table of them is looked up for every line.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Label:
    """A label of a form. `wordings` are the ways it is printed; `kind` tells what its value looks like."""

    name: str
    wordings: tuple[str, ...]
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a label, prepared: folded, with the edits allowed and the capitals it has.

    An edit damages one piece of a label, so the other pieces stand undamaged near their places: `windows` are
    those pieces, and `needed` says how many of them stand in whatever is near enough to be this label, at least one
    of the first `leading` among them. It holds as
    many as `grams_needed` of the label's `grams`, too, for an edit damages as many of them as they have letters.
    """

    label: Label
    printed: str
    plain: str
    folded: str
    allowance: int
    capitals: int
    windows: tuple[Window, ...]
    needed: int
    leading: int
    grams: frozenset[str]
    grams_needed: int


# Compared by identity, as labels are.
@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The wordings of some labels, and the pieces by which they are looked for.

    `pieces` has them by their first letters, each with the wordings that it is of, and most labels are never
    compared. `leading` has only those of which one stands where a label begins, each with the letters, counted from
    there, between which it may. `beginnings` are the first letters of each of these two. `short` are the labels that
    must be printed as they are, by their first letter.
    """

    wordings: tuple[Wording, ...]
    short: dict[str, tuple[int, ...]]
    pieces: dict[str, tuple[tuple[str, tuple[int, ...]], ...]]
    leading: dict[str, tuple[tuple[Window, tuple[int, ...]], ...]]
    beginnings: tuple[frozenset[str], frozenset[str]]
    longest_printed: int
    printed_short: tuple[str, ...]

    def has_short(self, text: str) -> bool:
        """Whether one of the short labels is printed anywhere in a text."""
        folded = text.casefold()
        return any(printed in folded for printed in self.printed_short)


@cache
def only(label: Label) -> tuple[Label, ...]:
    """A label by itself, to be looked for alone."""
    return (label,)


def load_labels(resource: Traversable) -> tuple[Label, ...]:
    """The `[[label]]` tables of a TOML file: `files("schedgraph.parser.forms") / "era_labels.toml"`."""
    data = tomllib.loads(resource.read_text(encoding="utf-8"))
    return tuple(
        Label(name=row["name"], wordings=tuple(row["wordings"]), kind=row.get("kind"))
        for row in data["label"]
    )


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
    wordings = tuple(_wording(label, printed) for label in labels for printed in label.wordings)
    short: dict[str, list[int]] = {}
    pieces: dict[str, list[int]] = {}
    leading: dict[tuple[str, int], list[int]] = {}
    for number, wording in enumerate(wordings):
        if len(wording.folded) <= SHORT:
            short.setdefault(wording.printed.casefold()[:1], []).append(number)
            continue
        for piece, _, _ in wording.windows:
            pieces.setdefault(piece, []).append(number)
        for piece, low, _ in wording.windows[: wording.leading]:
            leading.setdefault((piece, low + wording.allowance), []).append(number)
    by_gram: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for piece, whose in pieces.items():
        by_gram.setdefault(piece[:GRAM], []).append((piece, tuple(whose)))
    leading_by_gram: dict[str, list[tuple[Window, tuple[int, ...]]]] = {}
    for (piece, place), whose in leading.items():
        most = max(wordings[number].allowance for number in whose)
        window = piece, max(0, place - most), place + most + len(piece)
        leading_by_gram.setdefault(piece[:GRAM], []).append((window, tuple(whose)))
    return Table(
        wordings=wordings,
        short={letter: tuple(found) for letter, found in short.items()},
        pieces={gram: tuple(found) for gram, found in by_gram.items()},
        leading={gram: tuple(found) for gram, found in leading_by_gram.items()},
        beginnings=(frozenset(by_gram), frozenset(leading_by_gram)),
        longest_printed=2 * max((len(wording.printed) for wording in wordings), default=0),
        printed_short=tuple(
            wordings[number].printed.casefold() for numbers in short.values() for number in numbers
        ),
    )


def _wording(label: Label, printed: str) -> Wording:
    folded = fold(printed)
    allowance = next((allowed for size, allowed in _ALLOWANCE if len(folded) <= size), None)
    if allowance is None:
        allowance = min(len(folded) // 6, _MAXIMUM_ALLOWANCE)
    return Wording(
        label=label,
        printed=printed,
        plain=plain(printed),
        folded=folded,
        allowance=allowance,
        capitals=sum(word.lstrip("(")[:1].isupper() for word in printed.split()),
        windows=tuple(
            (piece, place - allowance, place + allowance + len(piece))
            for place, piece in _cut(folded, allowance)
        ),
        needed=_parts(folded, allowance) - allowance,
        leading=allowance + 1,
        grams=grams_of(folded),
        grams_needed=len(grams_of(folded)) - GRAM * allowance,
    )


def grams_of(letters: str) -> frozenset[str]:
    """Every stretch of so many letters as all pieces have."""
    return frozenset(map("".join, zip(letters, letters[1:], letters[2:], strict=False)))


def _parts(text: str, allowance: int) -> int:
    """Into how many pieces a label is cut: of four letters where that leaves enough, else of three."""
    size = len(text)
    return max(allowance + 1, size // 4 if size // 4 > allowance + 1 else size // GRAM)


def _cut(text: str, allowance: int) -> tuple[tuple[int, str], ...]:
    """The pieces of a label, each with its place."""
    parts = _parts(text, allowance)
    cuts = [len(text) * part // parts for part in range(parts + 1)]
    return tuple((start, text[start:end]) for start, end in pairwise(cuts))
