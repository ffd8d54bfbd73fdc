"""Labels that name an item by the schedule's own number: "NC1-436-79-2/102   Superseded by job / item number: DAA-…"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.passage import Passage

_SAYS = re.compile(
    r"[\s:,;()–—-]{0,12}(?:(?:was|is|has been)\s)?"
    r"(?:super[cs]eded|obsolete|rescinded|cancell?ed|inactive|discontinued|withdrawn)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[\s,/-]{1,4}(?P<item>items?\s{1,3})?(?=[0-9A-Za-z(])", re.IGNORECASE)


def with_own_numbers(entries: Sequence[Entry], schedule: str | None) -> list[Entry]:
    """The entries, such labels as the "Item 102 …" that they would say on their own item, of which they may stand apart."""
    return list(_named(entries, schedule)) if schedule else list(entries)


def _named(entries: Sequence[Entry], schedule: str) -> Iterator[Entry]:
    waiting: Entry | None = None
    for entry in entries:
        if waiting is not None:
            if entry.number is None and _SAYS.match(as_words(entry.passage.text)):
                waiting = replace(waiting, passage=Passage.join([waiting.passage, entry.passage], " "))
                entry = waiting
            else:
                yield waiting
            waiting = None
        named = _as_item(entry, schedule)
        if named is None:
            yield entry
        elif named[1]:
            yield replace(entry, passage=named[0])
        else:
            waiting = entry
    if waiting is not None:
        yield waiting


def _as_item(entry: Entry, schedule: str) -> tuple[Passage, bool] | None:
    """A line that begins with an item of the schedule, named as an item, and whether it says more; None for any other."""
    passage = entry.passage
    if entry.number is not None or "-" not in passage.text[:20]:
        return None
    found = find_numbers(passage.text)
    if not found or found[0].start > 1 or found[0].id is None or not found[0].id.startswith(f"{schedule}/"):
        return None
    end = next(
        (
            each.end()
            for each in re.finditer(r"[0-9]+", found[0].printed)
            if _is_schedule(found[0].printed[: each.end()], schedule)
        ),
        None,
    )
    item = _ITEM.match(found[0].printed, end) if end is not None else None
    if item is None:
        return None
    says = _SAYS.match(as_words(passage.text[found[0].end :])) is not None
    if not says and passage.text[found[0].end :].strip(" :.-"):
        return None
    rest = passage.slice(found[0].start + (item.start("item") if item["item"] else item.end()))
    return (rest if item["item"] else Passage.join([Passage(text="Item"), rest], " ")), says


def _is_schedule(printed: str, schedule: str) -> bool:
    found = find_numbers(printed)
    return len(found) == 1 and found[0].id == schedule
