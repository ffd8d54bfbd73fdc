"""Labels at the start of a line and inside it, through the damage that OCR does."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.labels.comparing import LabelMatch, better, compared
from schedgraph.parser.labels.folding import NOTHING, Folded, fold, folded_text
from schedgraph.parser.labels.index import INDEX, places_of
from schedgraph.parser.labels.tables import Table, table_of
from schedgraph.parser.labels.wordings import Label, Window, Wording
from schedgraph.parser.remembered import LONGEST

_LONGEST_PREFIX = 8
_REMEMBERED = 16_384
"""Answers about lines: several documents' worth, for a line is asked about by many."""


# What str.isalnum calls so
_ALPHANUMERIC = re.compile(r"[^\W_]+")
_COLUMN_GAP = re.compile(r"\t|\s\s")


def match_label(text: str, labels: Sequence[Label]) -> LabelMatch | None:
    """The label that stands at the start of the line `text`; the longest and least damaged one wins."""
    table = table_of(labels)
    return (_label_of_line if len(text) <= LONGEST else _label_at_start)(text, table)


def may_begin(text: str, labels: Sequence[Label]) -> Collection[Label]:
    """The labels that may stand at the start of the line `text`: all that `match_label` can find there, and more."""
    table = table_of(labels)
    return (_near_start_of_line if len(text) <= LONGEST else _near_start)(text, table)


def find_labels(text: str, labels: Sequence[Label]) -> tuple[LabelMatch, ...]:
    """The labels anywhere in `text`, left to right; a short label counts at the edge of a column only."""
    table = table_of(labels)
    return (_labels_of_line if len(text) <= LONGEST else _labels_in)(text, table)


def holds_short_label(text: str, labels: Sequence[Label]) -> bool:
    """Whether one of the labels that must be printed as they are may be printed anywhere in `text`.

    Where that is not so and `find_labels` finds nothing, `match_label` finds nothing in any part of the text.
    """
    return table_of(labels).has_short(text)


def _label_at_start(text: str, table: Table) -> LabelMatch | None:
    if not table.short and _holds_none(text, table):
        return None
    start = _first_character(text)
    if start is None:
        return None
    places = _Places.at_start(text, table, start)
    if not places.candidates and not table.short:
        return None
    best = _best(places, start, at_edge=True)
    if (numbered := _after_number(text, start)) is not None:
        behind = _best(places, numbered, at_edge=True)
        if best is None or (behind is not None and behind.cost <= best.cost):
            best = behind
    return best._replace(start=start) if best and best.start != start else best


def _labels_in(text: str, table: Table) -> tuple[LabelMatch, ...]:
    # A short label counts at an edge only; else the edges make no difference.
    edges = table.has_short(text)
    if not edges and _holds_none(text, table):
        return ()
    places = _Places.of(text, table)
    if not places.candidates and not edges:
        return ()
    begins = {places.folded.starts[offset] for offset in places.candidates}
    found: list[LabelMatch] = []
    position = 0
    edge = True
    while (word := _ALPHANUMERIC.search(text, position)) is not None:
        edge = edge or (edges and _COLUMN_GAP.search(text, position, word.start()) is not None)
        position = word.start()
        match = None
        # Where no label can begin, none is looked for.
        if edge or position in begins:
            match = _best(places, position, at_edge=edge)
        if match is None:
            numbered = _after_number(text, position)
            behind = None if numbered is None else _best(places, numbered, at_edge=True)
            match = behind._replace(start=position) if behind else None
        if match is None:
            position, edge = word.end(), False
        else:
            found.append(match)
            position, edge = match.end, True
    return tuple(found)


def _near_start(text: str, table: Table) -> frozenset[Label]:
    start = _first_character(text)
    if start is None:
        return frozenset()
    places = _Places.at_start(text, table, start)
    near = {number for numbers in places.candidates.values() for number in numbers}
    return frozenset(table.wordings[number].label for number in near.union(*table.short.values()))


_near_start_of_line = lru_cache(maxsize=4096)(_near_start)
_label_of_line = lru_cache(maxsize=_REMEMBERED)(_label_at_start)
_labels_of_line = lru_cache(maxsize=_REMEMBERED)(_labels_in)

Candidates = dict[int, list[int]]
"""The folded letters of a text at which a label may begin, each with the numbers of the wordings."""
_NOWHERE: Candidates = {}


class _Places(NamedTuple):
    """A text, and for each word of it the labels that may begin there."""

    text: str
    folded: Folded
    table: Table
    candidates: Candidates

    @staticmethod
    def of(text: str, table: Table) -> "_Places":
        """The places anywhere in a text."""
        letters = fold(text)
        likely = _likely(letters, table)
        if not likely:
            return _Places(text, NOTHING, table, _NOWHERE)
        folded = folded_text(text)
        candidates: Candidates = {}
        for numbers in likely:
            wording = table.wordings[numbers[0]]
            windows = [window for window in wording.windows if window[0] in letters]
            # Of so many pieces one at least stands at its place, wherever enough of all do.
            for offset in _offsets(folded, windows[: max(0, len(windows) - wording.needed + 1)]):
                if _is_near(wording, letters, offset):
                    candidates.setdefault(offset, []).extend(numbers)
        return _Places(text, folded, table, candidates)

    @staticmethod
    def at_start(text: str, table: Table, start: int) -> "_Places":
        """The places near character `start` of a text."""
        beginning = text if len(text) <= LONGEST else text[: start + table.longest_printed + _LONGEST_PREFIX]
        likely = _likely(fold(beginning), table)
        if not likely:
            return _Places(text, NOTHING, table, _NOWHERE)
        folded = folded_text(beginning)
        candidates: Candidates = {}
        for offset in folded.words:
            if folded.starts[offset] <= start + _LONGEST_PREFIX:
                numbers = [
                    number
                    for same in likely
                    if _is_near(table.wordings[same[0]], folded.text, offset)
                    for number in same
                ]
                if numbers:
                    candidates[offset] = numbers
        return _Places(text, folded, table, candidates)


def _holds_none(text: str, table: Table) -> bool:
    """Whether the index tells that none of the labels stands in a text; of a long one it is not asked."""
    return len(text) <= LONGEST and not table.bits & INDEX.likely(fold(text))


def _likely(letters: str, table: Table) -> list[tuple[int, ...]]:
    """The wordings of which enough stands anywhere in the letters, those that fold to the same together."""
    return [table.numbers[place] for place in places_of(table.bits & INDEX.likely(letters))]


def _is_near(wording: Wording, letters: str, offset: int) -> bool:
    """Whether a label may be printed at a letter: what is as long as it differs by its edits and by as much at its end."""
    most = 2 * wording.allowance
    written = letters[offset : offset + len(wording.folded)]
    return Levenshtein.distance(wording.folded, written, score_cutoff=most) <= most


def _offsets(folded: Folded, windows: Sequence[Window]) -> set[int]:
    """The words at which a label would have one of these pieces at its place."""
    found: set[int] = set()
    for piece, low, high in windows:
        position = folded.text.find(piece)
        while position >= 0:
            first = max(0, position + len(piece) - high)
            found.update(folded.words.intersection(range(first, position - low + 1)))
            position = folded.text.find(piece, position + 1)
    return found


def _best(places: _Places, start: int, *, at_edge: bool) -> LabelMatch | None:
    """The best label that begins at `start`; None where two are equally near."""
    short = places.table.short.get(places.text[start].casefold()[:1], ()) if at_edge else ()
    if not (places.candidates or short):
        return None
    offset = bisect_left(places.folded.starts, start)
    best: LabelMatch | None = None
    rivals = False
    for number in sorted((*places.candidates.get(offset, ()), *short)):
        match = compared(places.text, places.folded, offset, start, places.table.wordings[number])
        if match is None:
            continue
        nearer = better(best, match)
        if nearer is match:
            rivals = False
        elif nearer is None:
            rivals = True
        best = nearer or best
    if best is None or (best.cost and rivals):
        return None
    if best.cost and _stands_later(places, best):
        # What is before the label may be a short one of its own: "DATE    ARCHIVIST OF THE UNITED STATES".
        return _printed_short(places, start, short)
    return best


def _printed_short(places: _Places, start: int, short: Sequence[int]) -> LabelMatch | None:
    """The longest of the short labels that stands at `start` before a gap, as one does at the head of its column."""
    found = [
        match
        for number in short
        if (match := compared(places.text, places.folded, 0, start, places.table.wordings[number]))
        and _COLUMN_GAP.match(places.text, match.end)
    ]
    return max(found, key=lambda match: match.end, default=None)


def _stands_later(places: _Places, match: LabelMatch) -> bool:
    """Whether the label begins at the second word: what is before it is text and no damage."""
    words = places.text[match.start : match.end].split(None, 1)
    if len(words) < 2:
        return False
    later = _best(places, match.end - len(words[1]), at_edge=False)
    return later is not None and later.label is match.label and later.cost < match.cost


def _first_character(text: str) -> int | None:
    word = _ALPHANUMERIC.search(text, 0, 64)
    return word.start() if word else None


def _after_number(text: str, start: int) -> int | None:
    """Past a box number before a label: `7. `, `8a) `, `l. `, `10 `, `1_`."""
    if not (text[start].isdigit() or text[start] in "lIOi"):
        return None
    head = text[start : start + _LONGEST_PREFIX]
    number = head.split(" ")[0].split("\t")[0]
    # `1.From` has lost its space.
    cut = next((index + 1 for index, character in enumerate(number) if character in ".)_"), len(number))
    number = number[:cut]
    digits = number.rstrip(".)_")
    if not 1 <= len(digits) <= 3 or not all(c.isdigit() or c in "lIOi" or c in "abcdef" for c in digits):
        return None
    if not digits[0].isdigit() and number == digits:
        return None
    position = start + cut
    while position < len(text) and text[position] in " \t._":
        position += 1
    return position if position < len(text) and text[position].isalnum() else None
