"""Column 9 that repeats the job above it by a sign: `NC1-56-78-8, item 1`, and below it `"   item 2` or `do., item 3`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

_SIGN = r"(?:[\"”“″〃]|''|,,|\bdo\b[.]?|\bditto\b|\bsame(?:\s(?:job|schedule))?\b)"
_ITEMS = r"(?:/|(?:sub-?)?items?\s{0,3}(?:nos?[.]?\s)?)\(?[0-9][0-9A-Za-z()., &/-]{0,30}"
_DITTO = re.compile(rf"\s*{_SIGN}[\s,.;:]{{0,40}}(?P<items>{_ITEMS})\s*", re.IGNORECASE)
_SIGN_ALONE = re.compile(rf"\s*{_SIGN}[\s,.;:]{{0,3}}", re.IGNORECASE)
_ITEMS_ALONE = re.compile(rf"\s*(?P<items>{_ITEMS})\s*", re.IGNORECASE)
_JOB = re.compile(r"(?P<job>\S.*?)(?:\s?/|,?\s{0,3}\bitems?\b|$)", re.IGNORECASE | re.DOTALL)


def with_dittos(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each such sign with the job of the last cell of column 9 in its place.

    A sign that stands alone or below no job stays as it is: what it repeats is not known.
    """
    result: list[Entry] = []
    job: Passage | None = None
    for entry in entries:
        items = _repeated(entry)
        if items and job:
            whole = Passage.join([job, items], "" if items.text.startswith("/") else ", ")
            # Below a wide blank the items may have been taken for the next column.
            action = None if entry.action and items.text in entry.action.text else entry.action
            entry = replace(entry, citation=whole, action=action)
        elif entry.citation and (own := _job_of(entry.citation)):
            job = own
        result.append(entry)
    return result


def _repeated(entry: Entry) -> Passage | None:
    """The items behind a sign in column 9, or behind a sign there and in the column beside it."""
    if entry.citation is None:
        return None
    found = _DITTO.fullmatch(entry.citation.text)
    if found:
        return entry.citation.slice(*found.span("items"))
    beside = _ITEMS_ALONE.fullmatch(entry.action.text) if entry.action else None
    if entry.action and beside and _SIGN_ALONE.fullmatch(entry.citation.text):
        return entry.action.slice(*beside.span("items"))
    return None


def _job_of(cell: Passage) -> Passage | None:
    """The number of the schedule in a cell that names one."""
    found = find_numbers(cell.text)
    if len({each.id and each.id.partition("/")[0] for each in found}) != 1 or found[0].id is None:
        return None
    named = cell.slice(found[0].start)
    match = _JOB.match(named.text)
    job = named.slice(*match.span("job")).strip(" ,") if match else None
    whole = find_numbers(job.text) if job else ()
    return job if len(whole) == 1 and whole[0].whole_schedule else None
