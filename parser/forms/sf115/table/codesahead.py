"""File codes of the agency that stand left of the item numbers: "H22  1.  Landmark nominations"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry

_CODE_AHEAD = re.compile(
    r"[A-Z]{1,3}[0-9]{1,4}[A-Za-z]?[ ]{2,}(?P<number>(?P<value>[0-9]{1,3})[.)])[ ]{1,4}(?=\S)"
)
_LEAST = 2


def with_codes_ahead(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, the numbers behind such codes put into column 7: they must count from one line to the next."""
    found = {
        index: match
        for index, entry in enumerate(entries)
        if entry.number is None and (match := _CODE_AHEAD.match(entry.passage.text))
    }
    values = [int(match["value"]) for match in found.values()]
    if len(values) < _LEAST or values != list(range(values[0], values[0] + len(values))):
        return list(entries)
    result = list(entries)
    for index, match in found.items():
        entry = result[index]
        result[index] = replace(
            entry,
            number=entry.passage.slice(match.start("number"), match.end("number")),
            passage=entry.passage.slice(match.end()),
            gap=True,
        )
    return result
