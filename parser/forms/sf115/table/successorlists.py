"""Items and their successors below one label: "SUPERSEDED BY:" above "700-03   N1-57-08-4, item 1d(2)   3/19/2009".

So with the label on each line, "1a  Superseded by job / item number: N1-57-08-4/2", where item 1a was listed before.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

_LABEL = re.compile(
    r"\W{0,6}(?:items?\s{1,9})?(?:now\s)?(?:superseded|replaced)\sby(?:\sjob)?(?:\s?/?\s?item)?(?:\s(?:number|no[.]?))?\W{0,6}",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?P<name>[0-9]{1,4}(?:[.-]?[0-9A-Za-z]{1,3}\b|\([0-9A-Za-z]{1,3}\)){0,4})[.:)]?\s{1,20}(?:[-–—=>]{1,3}\s{1,9})?(?=[A-Za-z])"
)
_LABEL_AHEAD = re.compile(_LABEL.pattern + r"(?=[A-Z])", re.IGNORECASE)
_OPENS = re.compile(
    r"\(?(?=[0-9A-Za-z])(?P<number>[0-9]{1,3})?[.-]?\(?(?P<letter>[A-Za-z])?[.)]{0,2}(?:\s|$)"
)
_FARTHEST_NUMBER = 3
_ITEM, _SAYS = Passage("item"), Passage("superseded by")


def with_successor_lists(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each line of such a list as a note that names its item."""
    result: list[Entry] = []
    listing = False
    again: Entry | None = None
    last = 0
    listed: set[str] = set()
    for entry in entries:
        row = _row(entry) if listing else None
        if row is None and again and not entry.gap and not entry.number:
            row = _row_of_listed(replace(entry, number=again.passage), last, listed)
            if row:
                result.pop()
        row = row or _row_of_listed(entry, last, listed)
        # The number of an item on a line by itself, and its note on the next.
        alone = row is None and not entry.number and _OPENS.fullmatch(entry.passage.text)
        again = entry if alone and _is_listed(entry.passage, last, listed) else None
        if row is None and (found := _OPENS.match((entry.number or entry.passage).text)):
            number = int(found["number"] or last)
            if last <= number <= last + _FARTHEST_NUMBER:
                last = number
                listed.add(f"{number}{found['letter'] or ''}".casefold())
        if row and result and _is_label(result[-1]):
            # Each row says it now; the label by itself would ask for a value.
            result.pop()
        listing = row is not None or _is_label(entry)
        result.append(row or entry)
    return result


def _is_label(entry: Entry) -> bool:
    return entry.number is None and _LABEL.fullmatch(entry.passage.text) is not None


def _row(entry: Entry) -> Entry | None:
    """A line with nothing but an item, its successor and perhaps the day."""
    cells = (entry.number, entry.passage, entry.citation, entry.action, entry.successor)
    whole = Passage.join([cell for cell in cells if cell], "  ")
    found = _NAME.match(whole.text)
    if found is None:
        return None
    rest = whole.part(found.end())
    numbers = find_numbers(rest.text)
    if not numbers or numbers[0].start or _says_more(rest.text[numbers[-1].end :]):
        return None
    note = Passage.join([_ITEM, whole.slice(*found.span("name")), _SAYS, rest], " ")
    return replace(
        entry, passage=note, number=None, citation=None, action=None, successor=None, heading=False
    )


def _row_of_listed(entry: Entry, last: int, listed: Container[str]) -> Entry | None:
    """A line that names an item again, above or at the item `last` opened, and says by what it was superseded."""
    cells = (entry.number, entry.passage, entry.citation, entry.action, entry.successor)
    whole = Passage.join([cell for cell in cells if cell], "  ")
    found = _NAME.match(whole.text)
    if found is None or not _is_listed(whole, last, listed):
        return None
    rest = whole.part(found.end())
    label = _LABEL_AHEAD.match(rest.text)
    if label is None or not find_numbers(rest.text[label.end() :]):
        return None
    note = Passage.join([_ITEM, whole.slice(*found.span("name")), rest], " ")
    return replace(
        entry, passage=note, number=None, citation=None, action=None, successor=None, heading=False
    )


def _is_listed(passage: Passage, last: int, listed: Container[str]) -> bool:
    """Whether a line begins with the number of an item that was opened before."""
    opens = _OPENS.match(passage.text)
    if opens is None or not opens["number"]:
        return False
    return int(opens["number"]) < last or f"{opens['number']}{opens['letter'] or ''}".casefold() in listed


def _says_more(behind: str) -> bool:
    """Whether more than a day stands behind the number."""
    day = read_date(behind)
    rest = behind[: day.start] + behind[day.end :] if day else behind
    return re.search(r"[A-Za-z]{3}", rest) is not None
