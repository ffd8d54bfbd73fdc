"""A passage as clauses: words in which numbers and days are masked, and which numbers each clause names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.citation.exceptions import excepted_of
from schedgraph.parser.citation.fate.vocabulary import DAY, NUMBER
from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.passage import Passage

# What begins another clause: "; item 5", ", and its item 7", ", which was", ", because", " - see now"
_SUBJECT = rf"(?:(?:the|both|also)\s)?(?:items?\s[0-9(][^\s]{{0,6}}|{NUMBER}+)\s(?:\([^()]{{1,60}}\)\s)?"
_VERB = r"(?:is|was|are|were|has|have|had|will|remains?|stays?|super|replac|suppl|displac|cover|[a-z]{3,12}(?:ed|es)\b)"
_BREAK = re.compile(
    rf"[;]\s|\s(?:but|while|whereas|although|though|because|since(?=\s{NUMBER}))\s|,\s(?=(?:which|that|who|whose)\b)"
    rf"|,?\s(?=and\s(?:its\sitems?|it|they|{_SUBJECT}{_VERB}))|,\s(?={_SUBJECT}{_VERB})"
    rf"|,\s(?=(?:we|you|your|our|they|it|i|so)\s)|:\s(?=(?:items?\s[0-9]|{NUMBER}+\s[a-z]|they\s|it\s))"
    rf"|(?<=[.;)0-9{NUMBER}{DAY}])[ \t]*\n(?=[ \t]*(?:[-*•·][ \t]|\(?[0-9a-zA-Z]{{1,3}}[.)]\s|items?\s|{NUMBER}|[A-Z][a-z]+:))"
    r"|\n(?=[ \t]*[A-Z][\w ]{2,24}:\s)",
    re.IGNORECASE,
)
# "…, because item 4 was rescinded": that stands, whatever the clause before it plans.
_APART = re.compile(r"[;:\n]|\b(?:but|because|since|although|though|while|whereas)\b", re.IGNORECASE)
# A verb, or what stands for one
_SAYS = re.compile(
    r"[a-z]{2}ed\b|[-=]>|→|\b(?:is|are|was|were|has|have|had|be|been|will|remains?|stays?|went|took|became|gave|s/s|obs"
    r"|supers\w+|replac\w+|cover\w*|appl\w+|active|inactive|obsolete)\b",
    re.IGNORECASE,
)
# Columns of a table
_GAP = re.compile(r"\S(?: {3,}|\t|\s?[|]\s?)\S")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FEWEST_ROWS = 2

# "rescinded by NARA pending litigation": that is done, whatever it is done for
FOR_A_SUIT = re.compile(
    r"\bpending\s(?:the\s)?(?:(?:outcome|end|close|result)\sof\s(?:the\s)?)?(?:litigation|lawsuits?|suits?|claims?|audits?|investigations?|appeals?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words `start` to `end` of a passage. `masked` has their length, its numbers and days are signs.

    `sentence` counts the sentences of the passage, `around` is the whole one; `row` tells that it is a line of a table,
    `depends` that what holds of the clause before it in its sentence holds of it.
    """

    start: int
    end: int
    masked: str
    numbers: tuple[Mention, ...]
    days: tuple[DateReading, ...]
    sentence: int
    around: str
    row: bool = False
    depends: bool = False


def clauses_of(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Clause]:
    """The clauses of a passage in the order of the text."""
    text = passage.text
    days = find_dates(text)
    masked = _masked(text, mentions, days)
    whole = [(each.start, each.end) for each in mentions]
    rows = _rows(text)
    sentences = rows or split_sentences(text, whole)
    for number, (start, end) in enumerate(sentences):
        breaks = _breaks(masked, start, end)
        for first, last in pairwise([start, *breaks, end]):
            if masked[first:last].strip():
                yield Clause(
                    start=first,
                    end=last,
                    masked=masked[first:last],
                    numbers=tuple(each for each in mentions if first <= each.start < last),
                    days=tuple(each for each in days if first <= each.start < last),
                    sentence=number,
                    around=masked[start:end],
                    row=bool(rows),
                    depends=first in breaks and _APART.search(breaks[first]) is None,
                )


def _breaks(masked: str, start: int, end: int) -> dict[int, str]:
    """Where the clauses of a sentence begin, with what parts them; numbers alone are no clause: "A and B were superseded"."""
    found: dict[int, str] = {}
    begun = start
    for each in _BREAK.finditer(masked, start, end):
        if _APART.search(each[0]) or _SAYS.search(masked, begun, each.start()):
            found[each.end()] = each[0]
            begun = each.end()
    return found


def _rows(text: str) -> tuple[tuple[int, int], ...]:
    """The lines of a text that is laid out in columns: each stands for itself; none where it is not."""
    if sum(_GAP.search(line) is not None for line in text.split("\n")) < _FEWEST_ROWS:
        return ()
    return tuple(found.span() for found in _LINE.finditer(text))


def _masked(text: str, mentions: Sequence[Mention], days: Sequence[DateReading]) -> str:
    masked = list(text)
    for sign, spans in ((DAY, days), (NUMBER, mentions)):
        for each in spans:
            masked[each.start : each.end] = sign * (each.end - each.start)
    for found in FOR_A_SUIT.finditer(text):
        masked[found.start() : found.end()] = " " * len(found[0])
    for each in mentions:
        items, start, end = excepted_of(text, each)
        if items:
            # Items that are left out are none of those of which the clause speaks.
            masked[start : each.start] = " " * (each.start - start)
            masked[each.end : end] = " " * (end - each.end)
    return "".join(masked)
