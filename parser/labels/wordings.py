"""The labels of a form, as data, and their wordings prepared to be looked for."""

import tomllib
from dataclasses import dataclass
from functools import cache
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
    those pieces, and `needed` says how many of them stand in whatever is near enough to be this label. It holds as
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
    grams: frozenset[str]
    grams_needed: int


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


def wording_of(label: Label, printed: str) -> Wording:
    """A label as it is printed in one way, prepared."""
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
        grams=grams_of(folded),
        # One at least stands in a piece that stands undamaged.
        grams_needed=max(1, len(grams_of(folded)) - GRAM * allowance),
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
