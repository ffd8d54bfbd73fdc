"""The Archivist's date lines below the labels of his box, beside what the agency's certificate holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.forms.archivist import ARCHIVIST_OF
from schedgraph.parser.forms.sf115.head.beside import names_pattern
from schedgraph.parser.forms.sf115.head.boxes import Box
from schedgraph.parser.forms.sf115.table.entries import indent_of
from schedgraph.parser.passage import Passage

_FARTHEST = 8
_ALIGNED = 6
# At the left margin stands the certificate's own date.
_LEFT = 20
_DATE_BEFORE = re.compile(r"\bdate[^A-Za-z0-9]{1,40}$", re.IGNORECASE)
_DATE_BEHIND = re.compile(r"[^A-Za-z0-9]{1,40}date\W*$", re.IGNORECASE)
_SIGNED = r"(?:[\[(]?(?:/?s/|(?:signed|signature|sgd[.]?)\b)[\])]?)"
_ARCHIVIST = rf"(?:(?:(?:acting|deputy|assistant)\s){{0,2}}(?:{ARCHIVIST_OF}|archivist))"
# What may stand behind his date: "(signed)", "/s/ John W. Carlin", "Acting Archivist of the United States"
_BY_ARCHIVIST = (rf"[\s|,.:;_-]*(?:{_SIGNED}[\s|,.:;_-]*)?(?:", rf"[\s|,.:;_-]*)?(?:\(?{_ARCHIVIST}\)?\W*)?")
# The " (signed) Clerk of the Board " between the two: somebody signed, and has a title
_BY_AGENCY = re.compile(rf"[\s|,.:;_-]*{_SIGNED}[\s|,.:;_-]*[A-Za-z][^0-9]*", re.IGNORECASE)
# "1/20/95 (signed) GAO": who concurred first signed there, and the agency behind him
_BY_GAO = re.compile(rf"{_SIGNED}[^0-9]*\b(?:gao|comptroller|concur)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FarBelow:
    """The Archivist's date, and the certificate's where it begins the same line."""

    approved: Passage
    certified: Passage | None = None


def far_below(labels: Sequence[Box], lines: Sequence[Passage], certified: Passage | None) -> FarBelow | None:
    """The date below the first of the `labels` of the Archivist's box that is his by its column, or by what stands by it.

    Nobody approves before the agency certifies: an earlier date must stand on or below the line of the label, or in
    the certificate's box. Where several dates could be his, none is taken.
    """
    labelled = next((place for box in labels if (place := _labelled(box, lines))), None)
    if labelled is None:
        return None
    index, columns = labelled
    near = lines[index + 1 : index + 1 + _FARTHEST]
    if find_dates(lines[index].text):
        return None
    known = [day for day in find_dates(certified.text) if day.value] if certified else []
    days = [*known, *(day for line in near for day in find_dates(line.text))]
    first = min((day.value for day in days if day.value), default=None)
    found = [
        (line, day)
        for line in near
        for day in find_dates(line.text)
        if day.value and first and first < day.value and _is_his(line, day, columns)
    ]
    if len(found) != 1:
        return None
    line, day = found[0]
    return FarBelow(approved=line.slice(day.start, day.end), certified=_first_on(line, day))


def _labelled(box: Box, lines: Sequence[Passage]) -> tuple[int, tuple[int, ...]] | None:
    """The line that holds the Archivist's label, and the columns in which his date may stand below it."""
    if box.cell.tabbed:
        return None
    label = box.label.evidence()
    for index, line in enumerate(lines):
        here = line.evidence() if line else None
        if here is None or here.page != label.page or not here.start <= label.start < here.end:
            continue
        at = label.start - here.start
        return index, tuple(_columns(line, box, at))
    return None


def _columns(line: Passage, box: Box, at: int) -> Iterator[int]:
    before = _DATE_BEFORE.search(line.text[:at])
    behind = _DATE_BEHIND.search(line.text[at:])
    if before:
        yield indent_of(line.slice(before.start()))
    elif behind:
        yield indent_of(line.slice(at + behind.start()).strip())
    else:
        yield indent_of(box.label)


def _is_his(line: Passage, day: DateReading, columns: Sequence[int]) -> bool:
    behind = line.text[day.end :]
    if not _by_archivist().fullmatch(behind) or _BY_GAO.search(line.text[: day.start]):
        return False
    column = indent_of(line.slice(day.start))
    if column >= _LEFT and any(abs(column - each) <= _ALIGNED for each in columns):
        return True
    first = _first_day(line, day)
    return bool(first and behind.strip(" .|_") and _BY_AGENCY.fullmatch(line.text[first.end : day.start]))


@cache
def _by_archivist() -> re.Pattern[str]:
    return re.compile(names_pattern().join(_BY_ARCHIVIST), re.IGNORECASE)


def _first_day(line: Passage, day: DateReading) -> DateReading | None:
    """The only date before `day` on its line, where it begins that line."""
    before = [each for each in find_dates(line.text) if each.end <= day.start]
    return before[0] if len(before) == 1 and not line.text[: before[0].start].strip(" |_.") else None


def _first_on(line: Passage, day: DateReading) -> Passage | None:
    first = _first_day(line, day)
    return line.slice(first.start, first.end) if first else None
