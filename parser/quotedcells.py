"""Tables as programs write them out: `"N1-88-05-1 item 2","Travel itineraries","Superseded","GRS 6.2, item 060"`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from schedgraph.parser.bars import piece
from schedgraph.parser.page import Line, Run

_OPENING = re.compile(r'[ ]*"')
_QUOTED = re.compile(r'(?:[^"]|"")*')
_BARE = re.compile(r'[^",]*')
_COMMA = re.compile(r"[ ]*(?:,[ ]*|$)")
_DOUBLED = re.compile('""')
_FEWEST = 3
"""Fields of a row, and rows of a table."""
_FEWEST_QUOTED = 2
"""Fields of a row that begins with a quote."""
_MOST_LINES = 60
"""Of a row whose quotes hold the ends of lines."""


class _Part(NamedTuple):
    """A stretch of a line that is of the field of this `column`."""

    column: int
    start: int
    end: int


_Row: TypeAlias = tuple[tuple[_Part, ...], ...]
"""The fields of a row, by its lines."""


def with_quoted_cells(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of a table of quoted fields with tabs between what the quotes hold.

    The widest field of a row keeps its lines, below each other in its column. Fields may do without quotes where
    those of other rows have them.
    """
    if not any('"' in run.text for line in lines for run in line.runs):
        return list(lines)
    texts = [line.text for line in lines]
    rows = dict(_rows(texts))
    tables = Counter(map(_width, rows.values()))
    quoted = {_width(row) for index, row in rows.items() if '"' in texts[index]}
    widest = {
        width: _widest([row for row in rows.values() if _width(row) == width])
        for width, count in tables.items()
        if count >= _FEWEST and width in quoted
    }
    found: list[Line] = []
    index = 0
    while index < len(lines):
        row = rows.get(index)
        if row is None and widest and (begun := _begun_row(texts[index])):
            found.extend(_parted(lines[index : index + 1], (begun,), begun[-1].column))
            index += 1
        elif row is None or (wide := widest.get(_width(row))) is None:
            found.append(lines[index])
            index += 1
        else:
            found.extend(_parted(lines[index : index + len(row)], row, wide))
            index += len(row)
    return found


def _widest(rows: Sequence[_Row]) -> int:
    """The column that holds the most."""
    sizes: Counter[int] = Counter()
    for part in (part for row in rows for line in row for part in line):
        sizes[part.column] += part.end - part.start
    return sizes.most_common(1)[0][0]


def _rows(texts: Sequence[str]) -> Iterator[tuple[int, _Row]]:
    """The lines that begin a row, each with its fields."""
    index = 0
    while index < len(texts):
        row = _row(texts[index : index + _MOST_LINES])
        least = _FEWEST_QUOTED if row and _OPENING.match(texts[index]) else _FEWEST
        if row and _width(row) >= least and ('"' in texts[index] or ", " not in texts[index]):
            yield index, row
            index += len(row)
        else:
            index += 1


def _width(row: _Row) -> int:
    return row[-1][-1].column + 1


def _row(texts: Sequence[str]) -> _Row | None:
    """The fields with commas between that begin the first of these lines; None where something else is there, too."""
    lines: list[tuple[_Part, ...]] = []
    column, is_open = 0, False
    for text in texts:
        told = _fields(text, column, is_open=is_open) if is_open or "," in text else None
        if told is None:
            return None
        parts, is_open = told
        lines.append(parts)
        column = parts[-1].column
        if not is_open:
            return tuple(lines)
    return None


def _begun_row(text: str) -> tuple[_Part, ...] | None:
    """The fields of a line that begins a row in quotes which nothing closes, as where a page breaks off."""
    told = _fields(text, 0, is_open=False) if _OPENING.match(text) else None
    return told[0] if told and told[1] and len(told[0]) > 1 else None


def _fields(text: str, column: int, *, is_open: bool) -> tuple[tuple[_Part, ...], bool] | None:
    """The fields of a line from this column on, and whether the last of them goes on in the next line."""
    if "\t" in text:
        return None
    parts: list[_Part] = []
    at = 0
    while True:
        if not is_open and (opening := _OPENING.match(text, at)):
            at, is_open = opening.end(), True
        end = _end(_QUOTED if is_open else _BARE, text, at)
        parts.append(_Part(column, at, end))
        if is_open and end == len(text):
            return tuple(parts), True
        comma = _COMMA.match(text, end + is_open)
        if comma is None:
            return None
        is_open, at = False, comma.end()
        if "," not in comma[0]:
            return tuple(parts), False
        column += 1


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _parted(lines: Sequence[Line], row: _Row, wide: int) -> Iterator[Line]:
    """The row as a line of its fields, and a line for each further one of its widest field."""
    fields: dict[int, list[list[Run]]] = {}
    for line, parts in zip(lines, row, strict=True):
        for part in parts:
            fields.setdefault(part.column, []).append(list(_words(line, part)))
    below = fields[wide][1:]
    fields[wide] = fields[wide][:1]
    runs: list[Run] = []
    for column, field in fields.items():
        runs.extend([_between("\t", runs)] if column else [])
        for number, words in enumerate(field):
            runs.extend([_between(" ", runs)] if number else [])
            runs.extend(words)
    yield lines[0]._replace(runs=tuple(runs))
    for words in filter(None, below):
        tabs = [Run("\t", words[0].start, words[0].start)] * wide
        yield lines[0]._replace(runs=(*tabs, *words))


def _between(text: str, runs: Sequence[Run]) -> Run:
    place = runs[-1].end if runs else 0
    return Run(text, place, place)


def _words(line: Line, part: _Part) -> Iterator[Run]:
    """What a line holds of a field, of two quotes in it the one that they stand for."""
    low = part.start
    for doubled in _DOUBLED.finditer(line.text, part.start, part.end):
        yield from _stretch(line, low, doubled.start() + 1)
        low = doubled.end()
    yield from _stretch(line, low, part.end)


def _stretch(line: Line, low: int, high: int) -> Iterator[Run]:
    """What the runs of a line hold between two of its visible characters."""
    offset = 0
    for run in line.runs:
        yield from piece(run, max(0, low - offset), min(len(run.text), high - offset))
        offset += len(run.text)
