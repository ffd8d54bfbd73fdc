"""Items and their successors below one label: "SUPERSEDED BY:" above "700-03   N1-57-08-4, item 1d(2)   3/19/2009"."""

import re
from collections.abc import Sequence
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
_ITEM, _SAYS = Passage("item"), Passage("superseded by")


def with_successor_lists(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each line of such a list as a note that names its item."""
    result: list[Entry] = []
    listing = False
    for entry in entries:
        row = _row(entry) if listing else None
        if row and _is_label(result[-1]):
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


def _says_more(behind: str) -> bool:
    """Whether more than a day stands behind the number."""
    day = read_date(behind)
    rest = behind[: day.start] + behind[day.end :] if day else behind
    return re.search(r"[A-Za-z]{3}", rest) is not None
