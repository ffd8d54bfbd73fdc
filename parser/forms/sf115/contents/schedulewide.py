"""Sentences and titles of a form that speak of all of it: "This job replaces NC1-85-77-1", "(supersedes …)"."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage

# Lines like "This schedule supersedes NC1-85-77-1 in its entirety."
_SPEAKS_OF_ALL = re.compile(
    r"\W*(?:note\W{1,3})?(?:this|the (?:new|present|attached)|all items (?:on|in|of) this)\s(?:records?\s)?"
    r"(?:disposition\s)?(?:schedule|job|request|submission|sf[- ]?115|authority)\b",
    re.IGNORECASE,
)
# "(supersedes II-NNA-2047, items 1 and 3)" below the title of the schedule, or behind it on its line
_TITLE_REPLACES = re.compile(
    r"(?:(?:supersed|superced)(?:es|ing)|replac(?:es|ing)|in lieu of|in place of|(?:supersession|replacement) of)\b"
    r"[\s:,]{0,3}(?:(?:in part|portions? of|parts? of|all of|the|"
    r"job|items?|schedules?|nos?[.]?|numbers?)[\s,]{1,2}){0,4}(?=[0-9(A-Z])",
    re.IGNORECASE,
)
_SUPERSEDES = re.compile(r"supers|superc|replac|rescind|cancel", re.IGNORECASE)
# ". Items 1 and 2 of this job replace items 1 and 2, respectively, of NN-166-54.": a sentence within a paragraph of the head
_WITHIN = re.compile(
    r"(?<=[.;)]\s)\s{0,2}(?=(?:items?\s[0-9(][^.;]{0,60}?\sof\s)?(?:this|the (?:new|present|attached))\s(?:records?\s)?"
    r"(?:disposition\s)?(?:schedule|job|request|submission|authority)\b)",
    re.IGNORECASE,
)


def part_schedule_wide(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Passage, ...]]:
    """The entries without the paragraphs that speak of the whole schedule, and those paragraphs."""
    kept: list[Entry] = []
    wide: list[Passage] = []
    statement: list[Entry] = []
    for entry in entries:
        if statement and (entry.gap or entry.row or read_designator(entry.passage.text)):
            kept.extend(statement)
            statement = []
        if not statement and not _SPEAKS_OF_ALL.match(entry.passage.text):
            kept.append(entry)
            continue
        statement.append(entry)
        joined = Passage.join([each.passage for each in statement])
        if entry.text.endswith((".", ";")) or entry is entries[-1]:
            if _SUPERSEDES.search(joined.text) and find_numbers(joined.text):
                wide.append(joined)
            else:
                kept.extend(statement)
            statement = []
    kept.extend(statement)
    return tuple(kept), tuple(wide)


def wide_in_head(head: Sequence[Block]) -> tuple[Passage, ...]:
    """What is said above the items of the whole schedule: "This job replaces items 2 and 4 of …", "(supersedes …)"."""
    wide: list[Passage] = []
    for index, block in enumerate(head):
        text = block.passage.text
        titled = _TITLE_REPLACES.search(text)
        begins = _WITHIN.search(text)
        if begins is not None and not _SPEAKS_OF_ALL.match(text):
            joined = Passage.join(
                [block.passage.slice(begins.end()), *(each.passage for each in _paragraph(head, index))]
            )
            if _SUPERSEDES.search(joined.text) and find_numbers(joined.text):
                wide.append(joined)
                continue
        if not _SPEAKS_OF_ALL.match(text) and (titled is None or find_numbers(text[: titled.start()])):
            continue
        joined = Passage.join([block.passage, *(each.passage for each in _paragraph(head, index))])
        if (titled or _SUPERSEDES.search(joined.text)) and find_numbers(joined.text):
            wide.append(joined)
    return tuple(wide)


def _paragraph(head: Sequence[Block], index: int) -> Iterator[Block]:
    """The lines below one that go on with what it says, to the end of a sentence or of the paragraph."""
    last = head[index]
    for below in head[index + 1 :]:
        if below.gap or last.passage.text.rstrip().endswith("."):
            return
        yield below
        last = below
