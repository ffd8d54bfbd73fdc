"""Cells of column 9 or 10 that tell by letters of which sub-items their lines are: "a. NC1-138-78-2, item 4a" over "b. …"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

_Column = Literal["citation", "action", "successor"]
_COLUMNS: tuple[_Column, ...] = ("citation", "action", "successor")
# "a.", "(2)", "b)", "a:", and "1a." in the cell of item 1
_LABEL = re.compile(
    r"(?<![^\s;,])(?P<open>\(?)(?P<item>[0-9]{0,3})(?P<letter>(?<![0-9])[0-9]{1,2}|[A-Za-z])(?P<close>[.):]{1,2})(?=\s|$)"
)
# "a. and b. withdrawn", "a. through c."; "b. same" and "b. item 4b" lack the job that stands before a.
_JOINING = re.compile(r"(?:and|or|&|,|-|–|to|thru|through)?", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\W*(?:items?\b|same\b|ditto\b|ibid|\")", re.IGNORECASE)
_BREAK = re.compile(r"<br|\n", re.IGNORECASE)
_FEWEST = 2


def with_lettered_cells(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, what such a cell says of each sub-item at the line that begins it.

    A cell that is not understood whole stays where it is.
    """
    result = list(entries)
    starts = [index for index, entry in enumerate(result) if entry.number is not None]
    for start, end in pairwise([*starts, len(result)]):
        if end - start > 1 and any(map(_lettered, result[start:end])):
            result[start:end] = _apart(result[start:end])
    return result


def _lettered(entry: Entry) -> bool:
    return any(cell and _LABEL.match(cell.text) for cell in (entry.citation, entry.action, entry.successor))


def _apart(entries: list[Entry]) -> list[Entry]:
    """The entries of one item, its lettered cells taken apart."""
    labels = [_LABEL.match(entry.passage.text) for entry in entries]
    counts = Counter(label["letter"] for label in labels if label)
    places = {
        label["letter"]: index for index, label in enumerate(labels) if label and counts[label["letter"]] == 1
    }
    if len(places) < _FEWEST:
        return entries
    number = entries[0].number
    own = number.text.strip(" .()") if number else ""
    for column in _COLUMNS:
        cells = [_cell(entry, column) for entry in entries]
        told = [_parts(cell, places, own) if cell else {} for cell in cells]
        named = Counter(place for parts in told for place in parts)
        if any(count > 1 or (cells[place] and not told[place]) for place, count in named.items()):
            continue
        said = {place: cell for parts in told for place, cell in parts.items()}
        entries = [
            _with(entry, column, said.get(at)) if told[at] or at in said else entry
            for at, entry in enumerate(entries)
        ]
    return entries


def _cell(entry: Entry, column: _Column) -> Passage | None:
    return {"citation": entry.citation, "action": entry.action, "successor": entry.successor}[column]


def _with(entry: Entry, column: _Column, cell: Passage | None) -> Entry:
    if column == "citation":
        return replace(entry, citation=cell)
    return replace(entry, action=cell) if column == "action" else replace(entry, successor=cell)


def _parts(cell: Passage, places: Mapping[str, int], own: str) -> dict[int, Passage | None]:
    """What the cell says for each line that a letter begins; nothing where one of its parts is not understood."""
    labels = [
        label
        for label in _LABEL.finditer(cell.text)
        if label["letter"] in places and label["item"] in ("", own)
    ]
    labels = [
        label
        for label in labels
        if (label["open"], label["close"]) == (labels[0]["open"], labels[0]["close"])
    ]
    order = [places[label["letter"]] for label in labels]
    if not labels or labels[0].start() or order != sorted(set(order)):
        return {}
    ends = [*(label.start() for label in labels[1:]), len(cell.text)]
    spans = [(label.start(), label.end(), end) for label, end in zip(labels, ends, strict=True)]
    if not all(_is_told(cell, *span) for span in spans):
        return {}
    return {place: cell.part(start, end) or None for place, (_, start, end) in zip(order, spans, strict=True)}


def _is_told(cell: Passage, label: int, start: int, end: int) -> bool:
    """Whether what stands behind a label is said of its letter alone: "and", and nothing on the same line, are not."""
    said = cell.text[start:end].strip(" \n")
    if not said and end < len(cell.text):
        return _BREAK.search(cell.evidence(label, end + 1).quote) is not None
    return not _JOINING.fullmatch(said) and (bool(find_numbers(said)) or not _OF_ANOTHER.match(said))
