"""A stamp in column 9: "SUPERSEDED" over the number of the successor, which is no job that the item replaces."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

_STAMP = re.compile(r"\W*(?-i:SUPERSEDED|superseded|Superseded)(?:\sby)?\W*", re.IGNORECASE)
_FARTHEST = 2


def with_stamped_successors(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, such a stamp told as what a column "Superseded by" holds, at the line where it begins."""
    result = list(entries)
    for index, entry in enumerate(result):
        if entry.citation is None or _STAMP.fullmatch(entry.citation.text) is None:
            continue
        for below in range(index + 1, min(len(result), index + 1 + _FARTHEST)):
            number = result[below].citation
            if result[below].number is not None:
                break
            if number is not None:
                if find_numbers(number.text):
                    successor = Passage.join([entry.citation, number], " ")
                    result[index] = replace(entry, citation=None, successor=successor)
                    result[below] = replace(result[below], citation=None)
                break
    return result
