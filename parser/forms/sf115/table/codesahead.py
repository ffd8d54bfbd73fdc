"""File codes of the agency that stand left of the item numbers, "H22  1.  Landmark nominations", or above them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry

_CODE_AHEAD = re.compile(
    r"[A-Z]{1,3}[0-9]{1,4}[A-Za-z]?[ ]{2,}(?P<number>(?P<value>[0-9]{1,3})[.)])[ ]{1,4}(?=\S)"
)
_LEAST = 2
# A heading like "C38      CONCESSIONS", its code perhaps in column 7, and the "3      Concession contracts" below it
_CODE_ABOVE = re.compile(r"[A-Z]{1,3}-?[0-9]{1,4}(?:\.[0-9]{1,2})?")
_CODE_AND_TITLE = re.compile(rf"({_CODE_ABOVE.pattern})[.:]?[ ]{{1,12}}(?P<title>\S.{{2,60}})")
_SAYS_SOMETHING = re.compile(
    r"\b(?:destroy|delete|retain|transfer|offer|permanent|temporary|dispos\w{1,5}|cut ?off)\b|\.\s",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?P<value>[0-9]{1,3})(?:[.)]?[ ]{2,12}|[.)][ ])(?=[A-Z\"“(])")
_COUNTED_CELL = re.compile(r"(?P<value>[0-9]{1,3})[.)]?")
_FEWEST_COUNTED = 3


def without_code_headings(entries: Sequence[Entry]) -> list[Entry]:
    """The entries without headings that bear a file code, where the numbers of the items run on below all of them."""
    headings = {index for index, entry in enumerate(entries) if _is_heading(entry)}
    counted = {index: value for index, entry in enumerate(entries) if (value := _counted(entry)) is not None}
    values = list(counted.values())
    runs_on = values == list(range(1, len(values) + 1)) and len(values) >= _FEWEST_COUNTED
    parted = [heading for heading in headings if min(counted, default=heading) < heading]
    if not runs_on or len(headings) < _LEAST or not parted or max(headings) > max(counted):
        return list(entries)
    return [entry for index, entry in enumerate(entries) if index not in headings]


def _is_heading(entry: Entry) -> bool:
    if entry.citation or entry.action or entry.disposition or entry.successor:
        return False
    if entry.number is not None:
        in_cell = _CODE_ABOVE.fullmatch(entry.number.text.strip(" .:"))
        return in_cell is not None and bool(entry.text) and not _SAYS_SOMETHING.search(entry.text)
    found = _CODE_AND_TITLE.fullmatch(entry.passage.text.strip())
    return found is not None and not _SAYS_SOMETHING.search(found["title"])


def _counted(entry: Entry) -> int | None:
    if entry.number is not None:
        found = _COUNTED_CELL.fullmatch(entry.number.text.strip())
    else:
        found = _COUNTED.match(entry.passage.text)
    return int(found["value"]) if found else None


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
