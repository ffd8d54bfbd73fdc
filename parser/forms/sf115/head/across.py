"""Several boxes in a row over one line that holds what each of them holds, in their order."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.sf115.head.boxparts import Part, fits, telephone
from schedgraph.parser.passage import Passage

_BETWEEN = re.compile(r"[ \u00a0]{2,}|[|\t]")
_EDGES = " .:_|\u00a0"
_TELLING = frozenset({"date", "telephone"})
_FILLED = frozenset({"text", *_TELLING})
# Two boxes that a scan read as one label: what behind the date belongs to its signer is not kept
_JOINED = frozenset({"date-and-archivist", "date-and-signature"})
_LEAST_LABELS = 2


def fill_across(rows: Sequence[list[Part]]) -> None:
    """Gives the labels of a line what stands below them, where one cell below holds what belongs to several.

    Both must be of the same kinds in the same order: "5. TELEPHONE  DATE  ARCHIVIST OF THE UNITED STATES" over
    "301-975-3074 | 9-22-92 (signed)". What the last boxes should hold may be lacking.
    """
    for labels, below in pairwise(rows):
        if len(labels) < _LEAST_LABELS or not all(map(_is_open, labels)) or not all(map(_is_loose, below)):
            continue
        values = [piece for part in below for piece in _pieces(part)]
        if labels[-1].name in _JOINED:
            values = values[: len(labels)]
        # Fewer than the labels are told apart only where one cell holds several of them.
        least = min(len(below) + 1, len(labels))
        if not least <= len(values) <= len(labels) or not _TELLING & {kind for kind, _ in values}:
            continue
        pairs = list(zip(labels, values, strict=False))
        if all(label.kind == kind and fits(kind, value) for label, (kind, value) in pairs):
            for label, (_, value) in pairs:
                label.value = value
            for part in below:
                part.used = True


def _is_open(part: Part) -> bool:
    return part.match is not None and part.value is None and part.kind in _FILLED


def _is_loose(part: Part) -> bool:
    return part.match is None and not part.used


def _pieces(part: Part) -> Iterator[tuple[str, Passage]]:
    """The dates, the telephone number and the words of a cell in their order, each with its kind."""
    passage = part.passage
    call = telephone(passage.text)
    told = [("telephone", *call)] if call else []
    told.extend(
        ("date", day.start, day.end)
        for day in find_dates(passage.text)
        if call is None or day.end <= call[0] or call[1] <= day.start
    )
    place = 0
    for kind, start, end in sorted(told, key=lambda each: each[1]):
        yield from _words(passage.slice(place, start))
        yield kind, passage.slice(start, end)
        place = end
    yield from _words(passage.slice(place))


def _words(passage: Passage) -> Iterator[tuple[str, Passage]]:
    place = 0
    for gap in (*_BETWEEN.finditer(passage.text), None):
        words = passage.slice(place, gap.start() if gap else len(passage.text)).strip(_EDGES)
        if words:
            yield "text", words
        place = gap.end() if gap else place
