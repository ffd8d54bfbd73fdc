"""One index over the labels of all tables: which of them may be printed in a line is asked once, whoever asks first."""

from collections.abc import Callable, Iterator

from schedgraph.parser.labels.wordings import Wording, grams_of
from schedgraph.parser.remembered import remembered

_REMEMBERED = 8192
"""Answers about lines: several documents' worth, for a line is asked about by many."""
_BITS = 8
_ENOUGH = 1 << (_BITS - 1)
"""Half of what the bits of a wording can count; no wording has as many grams, so no count runs over into the next."""


class Index:
    """How many grams of each wording stand in a line, counted for all wordings by one addition.

    Each wording has some bits of one long number for itself. The number of a gram has a one there for each wording
    that holds the gram, so the sum over the grams of a line counts for every wording how many of its grams the line
    holds. To that is added what the least count that suffices is short of `_ENOUGH`, so the uppermost of the bits
    tells whether it does.

    The index grows while tables are made; what it answered before is then forgotten.
    """

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._grams: dict[str, int] = {}
        self._short_of = 0
        self._uppermost = 0
        self.likely: Callable[[str], int] = remembered(most=_REMEMBERED)(self._search)
        """The wordings of which enough grams stand anywhere in a line's folded letters, each by its uppermost bit."""

    def take(self, wording: Wording) -> int:
        """The uppermost bit of a wording; all that fold to the same letters have one.

        Raises ValueError where the wording is too long to be counted.
        """
        place = self._places.get(wording.folded)
        if place is None:
            if len(wording.grams) >= _ENOUGH:
                raise ValueError(f"the label {wording.printed!r} is too long for the index")
            place = self._places[wording.folded] = _BITS * len(self._places)
            for gram in wording.grams:
                self._grams[gram] = self._grams.get(gram, 0) | 1 << place
            self._short_of |= (_ENOUGH - wording.grams_needed) << place
            self._uppermost |= _ENOUGH << place
            self.likely = remembered(most=_REMEMBERED)(self._search)
        return _ENOUGH << place

    def _search(self, letters: str) -> int:
        counts = sum(map(self._grams.__getitem__, self._grams.keys() & grams_of(letters)))
        return (counts + self._short_of) & self._uppermost


INDEX = Index()


def places_of(bits: int) -> Iterator[int]:
    """The place of each bit that is set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length()
        bits ^= lowest
