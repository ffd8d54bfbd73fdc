"""Values of "Superseded by job / item number" that say of which items they speak: "1b, 1c: N1-34-97-4/2"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.sf115.contents.parts import Note
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.passage import Passage

# Values like "item 1 only: DAA-0440-2015-0004-0001"    "items 2a and 3 - GRS 5.2, item 020"    "1b, 1c: N1-34-97-4/2"
_ITEM = r"[0-9]{1,3}(?:\.?[a-z]|\([0-9a-z]{1,3}\)){0,4}"
_NAMED_VALUE = re.compile(
    r"\W{0,3}(?:items?\s(?P<names>[0-9(][0-9A-Za-z().,/& ]{0,40}?)(?:\sonly)?\s{0,2}[:–—-]\s{1,3}"
    rf"|(?:for\s)?(?P<bare>{_ITEM}(?:(?:\s?[,&;]\s?|\s)(?:and\s)?{_ITEM}){{0,8}})(?:\sonly)?"
    r"(?:\s{0,2}(?::|=|→|[-=]>)|\s{1,2}[–—-]{1,2}(?=\s))\s{0,3})",
    re.IGNORECASE,
)
# What is left of a value behind its number, like " (items 1b and 1c only)"
_NAMED_LAST = re.compile(
    rf"\s{{0,3}}(?:\((?:for\s)?|[,;–—-]?\s{{0,3}}for\s)items?\s(?P<names>{_ITEM}(?:(?:\s?[,&;]\s?|\s)(?:and\s)?{_ITEM}){{0,8}})"
    r"(?:\sonly)?\)?[\s.]{0,3}",
    re.IGNORECASE,
)
# "; 2: N1-34-97-4/5", " 1c - N1-34-97-4/3": the same value goes on with other items
_NAMED_BEHIND = re.compile(
    rf"(?:\s{{0,2}}[,;]\s{{0,2}}(?:and\s)?|\s{{1,4}}){_NAMED_VALUE.pattern}", re.IGNORECASE
)


def named_values(passage: Passage) -> tuple[tuple[str, Passage], ...]:
    """The items that a note's value names first, with its numbers: "item 1 only: DAA-0440-2015-0004-0001".

    It may go on with others: "1b: N1-34-97-4/2; 1c: N1-34-97-4/3".
    """
    found = _NAMED_VALUE.match(passage.text)
    if found is None or not find_numbers(passage.text[found.end() :]):
        return _named_last(passage)
    result: list[tuple[str, Passage]] = []
    names, start = found["names"] or found["bare"], found.end()
    for other in _NAMED_BEHIND.finditer(passage.text, start):
        if find_numbers(passage.text[start : other.start()]) and find_numbers(passage.text[other.end() :]):
            result.append((names.strip(" ,"), passage.slice(start, other.start()).strip()))
            names, start = other["names"] or other["bare"], other.end()
    return (*result, (names.strip(" ,"), passage.part(start)))


def _named_last(passage: Passage) -> tuple[tuple[str, Passage], ...]:
    """The items that stand behind the only item of a successor: "N1-34-97-4/2 (items 1b and 1c)"."""
    numbers = find_numbers(passage.text)
    if len(numbers) != 1 or numbers[0].whole_schedule:
        return ()
    found = _NAMED_LAST.fullmatch(passage.text, numbers[0].end)
    return ((found["names"], passage.slice(0, numbers[0].end)),) if found else ()


def dated_with(note: Note, last: Note, when: Passage) -> Note:
    """The note with the day of the last one, where one value tells both."""
    together = last.label and note.label is last.label and not note.when and not read_date(note.values.text)
    return replace(note, when=when) if together else note


def valued_notes(label: Passage, named: Sequence[tuple[str, Passage]]) -> Iterator[Note]:
    """The notes of one value that names the items of each number."""
    for names, values in named:
        yield Note(label=label, values=values, when=EMPTY, names=names)
