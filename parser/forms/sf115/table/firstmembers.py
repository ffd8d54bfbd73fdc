"""Column 9 or 10 beside a title with its first sub-item right below or behind it: "Case files. a. Criminal. Destroy …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

_FIRST = re.compile(r"(?:\(a\)|a[.)]|\(1\)|1[.)])\s", re.IGNORECASE)
# the "1." of a form whose numbers stand before its descriptions
_NUMBERED = re.compile(r"(?:(?:ITEM|[Ii]tem)\s)?[0-9]{1,3}[.):]?\s{1,6}(?=[A-Z\"“])")
_SECOND = re.compile(r"(?:\(b\)|b[.)]|\(2\)|2[.)])\s", re.IGNORECASE)


def with_cells_at_first_members(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, such a cell at the sub-item where the next sub-item has a cell of its own in that column.

    Where the next one has none the cell may be said of the whole item, and stays.
    """
    result = list(entries)
    starts = [
        index
        for index, entry in enumerate(result)
        if entry.number is not None or _NUMBERED.match(entry.passage.text)
    ]
    for start, end in pairwise([*starts, len(result)]):
        if end - start > 1:
            _move(result, start, end)
    return result


def _move(entries: list[Entry], start: int, end: int) -> None:
    title, first = entries[start], entries[start + 1]
    if _FIRST.match(first.passage.text) is None or find_instruction(title.passage):
        return
    place = next((at for at in range(start + 2, end) if _SECOND.match(entries[at].passage.text)), None)
    if place is None or not find_instruction(
        Passage.join(each.passage for each in entries[start + 1 : place])
    ):
        return
    second = entries[place]
    if title.citation and second.citation and not first.citation:
        title, first = replace(title, citation=None), replace(first, citation=title.citation)
    if title.action and second.action and not first.action:
        title, first = replace(title, action=None), replace(first, action=title.action)
    if title.successor and second.successor and not first.successor:
        title, first = replace(title, successor=None), replace(first, successor=title.successor)
    entries[start : start + 2] = title, first
