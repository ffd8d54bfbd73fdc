"""A user's table of numbers: its lines as they are, and the cells of one column.

Nothing of the user's is written anew: a line that is annotated keeps its characters, quotes included, and gets
cells after them. So the file can go back to where it came from.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LINE_END = re.compile(r"\r\n|\n|\r")


class GivenTableError(ValueError):
    """The file is no table with that column, as a sentence that says what is wrong and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record of the table, over several lines where a cell has line breaks: `text` without its `ending`."""

    number: int
    text: str
    ending: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenTable:
    """A table with its header: how it is encoded, what parts its cells, and which column was asked for."""

    bom: bytes
    encoding: str
    delimiter: str
    lines: tuple[Line, ...]
    column: int

    @property
    def header(self) -> Line:
        """The first line."""
        return self.lines[0]

    def encoded(self, text: str) -> bytes:
        """`text` in the encoding of the table; what that has no character for becomes a question mark."""
        return text.encode(self.encoding, "replace")


def read_table(data: bytes, column: str, delimiter: str | None = None) -> GivenTable:
    """The table in `data` whose header has `column`, letter case and blanks aside. Raises GivenTableError.

    Where `delimiter` is None it is that of comma, semicolon, tab and bar by which the header has the column and
    most lines have as many cells as the header.
    """
    if data.startswith(_WORKBOOKS):
        raise GivenTableError("it is a workbook; save it as CSV first")
    bom, encoding, text = _decoded(data)
    if "\0" in text:
        raise GivenTableError("it holds binary data and is no CSV")
    if not text.strip():
        raise GivenTableError("it is empty")
    headers = {each: next(_lines(text, each)) for each in ([delimiter] if delimiter else DELIMITERS)}
    fitting = [each for each, header in headers.items() if _places(header, column)]
    if not fitting:
        best = max(headers.values(), key=lambda each: len(each.cells))
        names = ", ".join(f"“{name.strip()}”" for name in best.cells)
        raise GivenTableError(f"it has no column “{column}”; its columns are {names}")
    read = {each: tuple(_lines(text, each)) for each in fitting}
    chosen = min(fitting, key=lambda each: _ragged(read[each]))
    lines = read[chosen]
    places = _places(lines[0], column)
    if len(places) > 1:
        raise GivenTableError(f"it has {len(places)} columns “{column}”; give each its own name")
    return GivenTable(bom=bom, encoding=encoding, delimiter=chosen, lines=lines, column=places[0])


def _decoded(data: bytes) -> tuple[bytes, str, str]:
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            try:
                return bom, encoding, data[len(bom) :].decode(encoding)
            except UnicodeDecodeError:
                raise GivenTableError(
                    f"it begins as {encoding.upper()} and does not go on so; save it as UTF-8"
                ) from None
    try:
        return b"", "utf-8", data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return b"", "cp1252", data.decode("cp1252")
    except UnicodeDecodeError:
        return b"", "latin-1", data.decode("latin-1")


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    """The records of the text; a quote that is never closed ends with the text."""
    start, number, pending = 0, 1, 1
    for match in _LINE_END.finditer(text):
        if not _is_closed(text[start : match.start()], delimiter):
            if match.start() - start > csv.field_size_limit():
                raise _too_long(number)
            pending += 1
            continue
        yield _line(text[start : match.start()], match.group(), number, delimiter)
        start, number = match.end(), number + pending
        pending = 1
    if start < len(text):
        yield _line(text[start:], "", number, delimiter)


def _is_closed(text: str, delimiter: str) -> bool:
    """Whether no cell is open: a quote opens one only where a cell begins."""
    position, size = 0, len(text)
    while position < size:
        if text[position] == '"':
            position += 1
            while True:
                position = text.find('"', position)
                if position < 0:
                    return False
                if text[position + 1 : position + 2] != '"':
                    break
                position += 2
        position = text.find(delimiter, position)
        if position < 0:
            return True
        position += len(delimiter)
    return True


def _line(text: str, ending: str, number: int, delimiter: str) -> Line:
    if len(text) > csv.field_size_limit():
        raise _too_long(number)
    cells = next(csv.reader([text], delimiter=delimiter, strict=False), [])
    return Line(number=number, text=text, ending=ending, cells=tuple(cells))


def _too_long(number: int) -> GivenTableError:
    limit = csv.field_size_limit()
    return GivenTableError(f"line {number} is longer than {limit:,} characters; is a quote left open?")


def _places(header: Line, column: str) -> list[int]:
    """Where the header has the column: as it is written, else letter case and blanks aside."""
    exact = [place for place, name in enumerate(header.cells) if name == column]
    wanted = " ".join(column.split()).casefold()
    return exact or [
        place for place, name in enumerate(header.cells) if " ".join(name.split()).casefold() == wanted
    ]


def _ragged(lines: tuple[Line, ...]) -> int:
    return sum(len(each.cells) != len(lines[0].cells) for each in lines if each.cells)
