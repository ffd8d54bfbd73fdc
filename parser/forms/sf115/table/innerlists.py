"""Numbered lists within a description: "Each docket holds: 1. notices, 2. exhibits, and 3. the briefs. Destroy …"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

_ANNOUNCED = re.compile(
    r"(?::|\b(?:includes?|including|such as|following|contains?|of|are))\s*$", re.IGNORECASE
)
_MEMBER = re.compile(r"(?P<ordinal>[0-9]{1,2})[.)]\s")
_GOES_ON = re.compile(r"[;,]\s*(?:and|or|and/or)?\s*$", re.IGNORECASE)
_BEFORE_LAST = re.compile(r"[;,]?\s*\b(?:and|or|and/or)\s*$", re.IGNORECASE)
_DISPOSES = re.compile(
    r"\b(?:destroy|delete|dispos|permanent|temporary|transfer to|retain|offer|cut ?off|withdrawn)",
    re.IGNORECASE,
)
_FEWEST = 2
_MOST_LINES = 40


def with_inner_lists(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each such list one with the line that announces it.

    Its members are counted from 1, part by commas or semicolons up to the last, and stand further right than the item
    or in its cell; none of them disposes or cites, for an item would.
    """
    result: list[Entry] = []
    index = 0
    while index < len(entries):
        end = _end_of_list(entries, index)
        result.append(_joined(entries[index:end]) if end > index + 1 else entries[index])
        index = end
    return result


def _end_of_list(entries: Sequence[Entry], start: int) -> int:
    """Where the list ends that the line at `start` announces; the next line where it announces none."""
    head = entries[start]
    following = entries[start + 1 : start + 1 + _MOST_LINES]
    if not following or not _ANNOUNCED.search(head.text) or not _MEMBER.match(following[0].text):
        return start + 1
    count, said, is_last = 0, "", False
    for place, entry in enumerate(following, start + 1):
        member = _MEMBER.match(entry.text)
        if member and (int(member["ordinal"]) != count + 1 or (count and not _GOES_ON.search(said))):
            return start + 1
        if not _is_text(entry, head) or (count and entry.gap):
            return place if is_last else start + 1
        if member:
            count, is_last = count + 1, _BEFORE_LAST.search(said) is not None
        said = entry.text
        last = place + 1 >= len(entries) or not _goes_on(entries[place + 1], count)
        if said.endswith(".") and last:
            return place + 1 if count >= _FEWEST else start + 1
    return start + 1


def _goes_on(entry: Entry, count: int) -> bool:
    member = _MEMBER.match(entry.text)
    return entry.number is None and member is not None and int(member["ordinal"]) == count + 1


def _is_text(entry: Entry, head: Entry) -> bool:
    """Whether a line can be of a list below `head`: what cites an authority of its own or disposes is an item."""
    cites = entry.citation is not None and find_numbers(entry.citation.text)
    within = entry.row or entry.indent > head.indent or head.number is not None
    return entry.number is None and within and not (cites or entry.action or _DISPOSES.search(entry.text))


def _joined(entries: Sequence[Entry]) -> Entry:
    citations = [entry.citation for entry in entries if entry.citation]
    return replace(
        entries[0],
        passage=Passage.join([entry.passage for entry in entries if entry.passage]),
        citation=Passage.join(citations, " ") if citations else None,
    )
