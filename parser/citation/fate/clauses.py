"""A passage as clauses: words in which numbers and days are masked, and which numbers each clause names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from schedgraph.parser.authority.finder import Mention
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
    rf"|,\s(?=(?:we|you|your|our|they|it|i|so)\s)|:\s(?=(?:items?\s[0-9]|{NUMBER}+\s[a-z]|they\s|it\s))|\n(?=\s*\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words `start` to `end` of a passage. `masked` has their length, its numbers and days are signs.

    `sentence` counts the sentences of the passage, `around` is the whole one.
    """

    start: int
    end: int
    masked: str
    numbers: tuple[Mention, ...]
    days: tuple[DateReading, ...]
    sentence: int
    around: str


def clauses_of(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Clause]:
    """The clauses of a passage in the order of the text."""
    text = passage.text
    days = find_dates(text)
    masked = _masked(text, mentions, days)
    whole = [(each.start, each.end) for each in mentions]
    for number, (start, end) in enumerate(split_sentences(text, whole)):
        cuts = [start, *(each.end() for each in _BREAK.finditer(masked, start, end)), end]
        for first, last in pairwise(cuts):
            if masked[first:last].strip():
                yield Clause(
                    start=first,
                    end=last,
                    masked=masked[first:last],
                    numbers=tuple(each for each in mentions if first <= each.start < last),
                    days=tuple(each for each in days if first <= each.start < last),
                    sentence=number,
                    around=masked[start:end],
                )


def _masked(text: str, mentions: Sequence[Mention], days: Sequence[DateReading]) -> str:
    masked = list(text)
    for sign, spans in ((DAY, days), (NUMBER, mentions)):
        for each in spans:
            masked[each.start : each.end] = sign * (each.end - each.start)
    return "".join(masked)
