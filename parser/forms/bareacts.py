"""What a letter of the archives does to items that it names without their job, which its subject line names.

"Re: N1-436-92-1 … Item 201a is hereby rescinded." "We have noted item 4 as obsolete."
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation.cited import stated_day, words_of
from schedgraph.parser.citation.listeditems import own_items
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.document import Citation
from schedgraph.parser.forms.ending import END_IT, is_done
from schedgraph.parser.forms.letterhead import Letter
from schedgraph.parser.passage import Passage

_NAMES = r"items?\s(?P<names>[0-9(][0-9A-Za-z(),&. ]{0,60}?)"
_ENDED = r"(?:hereby\s)?(?:rescinded|revoked|cancel{1,2}ed|withdrawn|obsolete|inactive|declared\s(?:obsolete|inactive))"
_IS = r"(?:is|are|was|were|(?:has|have)\sbeen)\s(?:(?:now|also|both|all|therefore)\s)?"
_ACTS = (
    re.compile(
        rf"\b{_NAMES}(?:\s\([^()]{{1,80}}\)|,\s[^,;.]{{1,60}},)?\s{_IS}(?P<act>{_ENDED})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<act>(?:noted|recorded|marked|listed|annotated)\s{_NAMES}(?:\s\([^()]{{1,80}}\))?"
        r"\sas\s(?:obsolete|inactive|rescinded|withdrawn))\b",
        re.IGNORECASE,
    ),
    # A sentence like "Item 2: series closed and destroyed; item is OBSOLETE effective 06/08/1999"    "Item 2 - Rescinded"
    re.compile(
        rf"\W{{0,4}}{_NAMES}(?:\s\([^()]{{1,80}}\))?\s?[:–—-]\s{{1,4}}"
        r"(?:[^.:]{1,200}[;,]\s(?:(?:and|so)\s)?(?:(?:the|this|these|that)\s)?(?:items?|authorit(?:y|ies)|it|they)\s"
        rf"{_IS})?(?P<act>{_ENDED})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<act>hereby\s(?:rescinds?|revokes?|cancels?)|{END_IT})\s"
        rf"(?:(?:the\s)?(?:(?:disposition\s)?authority|approval)\s(?:for|of)\s)?{_NAMES}(?=[.,;(]|$)",
        re.IGNORECASE,
    ),
)
# "is obsolete, effective 06/08/1999"
_SINCE = re.compile(r"[\s,(]{1,3}(?:effective|eff[.]?|as\sof|since|on)\s(?:on\s|as\sof\s)?", re.IGNORECASE)
_LONGEST_DAY = 24


def bare_acts(passage: Passage, letter: Letter, subject: str | None) -> Iterator[Citation]:
    """The items of `subject` that the letter ends, with the words by which it does."""
    if subject is None or not letter.of_archives:
        return
    for start, end in split_sentences(passage.text):
        sentence = passage.text[start:end]
        found = next((match for pattern in _ACTS if (match := pattern.search(sentence))), None)
        if found is None or not is_done(sentence) or not _is_bare(sentence, found.start("names"), subject):
            continue
        own = own_items(f"item {found['names']}", subject)
        if own is None or own.unread:
            continue
        act = passage.slice(start + found.start("act"), start + found.end("act"))
        words = words_of(act)
        since = _SINCE.match(sentence, found.end("act"))
        day = (
            stated_day(passage.slice(start + since.end(), start + since.end() + _LONGEST_DAY))
            if since
            else None
        )
        for identifier in own.ids:
            yield Citation(
                relation="cites",
                target=identifier,
                printed=found["names"],
                evidence=passage.evidence(start + found.start("names"), start + found.end("names")),
                date=day or letter.day,
                words=words,
            )


def _is_bare(sentence: str, start: int, subject: str) -> bool:
    """Whether items stand without a number: none that they belong to, and none before them but the schedule's."""
    return all(
        each.id == subject and each.end <= start for each in find_numbers(sentence) if each.start < start
    )


def without_subject(
    citations: Iterable[Citation], acts: Sequence[Citation], subject: str | None
) -> tuple[Citation, ...]:
    """The citations of a passage; where it ends items of the schedule that it names, that one is only named."""
    return tuple(
        replace(each, relation="cites", words=None) if acts and each.target == subject else each
        for each in citations
    )
