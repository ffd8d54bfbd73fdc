"""What a letter of the archives does to items that it names without their job, which its subject line names.

"Re: N1-436-92-1 … Item 201a is hereby rescinded." "We have noted item 4 as obsolete."
"""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.ending import Letter, is_done
from schedgraph.parser.forms.notice.designators import own_items
from schedgraph.parser.passage import Passage

_SUBJECT = re.compile(r"\W{0,3}(?:re|subject|subj|reference|ref)\s?[:.]", re.IGNORECASE)
_NAMES = r"items?\s(?P<names>[0-9(][0-9A-Za-z(),&. ]{0,60}?)"
_ACTS = (
    re.compile(
        rf"\b{_NAMES}(?:\s\([^()]{{1,80}}\))?\s(?:is|are|was|were|(?:has|have)\sbeen)\s(?:(?:now|also|both|all|therefore)\s)?"
        r"(?P<act>(?:hereby\s)?(?:rescinded|revoked|cancel{1,2}ed|withdrawn|declared\s(?:obsolete|inactive)))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<act>(?:noted|recorded|marked|listed|annotated)\s{_NAMES}(?:\s\([^()]{{1,80}}\))?"
        r"\sas\s(?:obsolete|inactive|rescinded|withdrawn))\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<act>hereby\s(?:rescinds?|revokes?|cancels?))\s{_NAMES}(?=[.,;(]|$)", re.IGNORECASE),
)


def subject_of(passages: Sequence[Passage]) -> str | None:
    """The schedule of the subject line, else the only one that a letter names; None where there are several."""
    named = [
        {
            number.schedule
            for each in find_numbers(passage.text)
            if each.id and (number := parse_identifier(each.id))
        }
        for passage in passages
    ]
    subjects = [found for passage, found in zip(passages, named, strict=True) if _SUBJECT.match(passage.text)]
    schedules = set().union(*subjects) or set().union(*named)
    return schedules.pop() if len(schedules) == 1 else None


def bare_acts(passage: Passage, letter: Letter, subject: str | None) -> Iterator[Citation]:
    """The items of `subject` that the letter ends, with the words by which it does."""
    if subject is None or not letter.of_archives:
        return
    for start, end in split_sentences(passage.text):
        sentence = passage.text[start:end]
        found = next((match for pattern in _ACTS if (match := pattern.search(sentence))), None)
        if found is None or find_numbers(sentence[: found.start("names")]) or not is_done(sentence):
            continue
        own = own_items(f"item {found['names']}", subject)
        if own is None or own.unread:
            continue
        act = passage.slice(start + found.start("act"), start + found.end("act"))
        words = Reading(value=" ".join(act.text.split()), evidence=act.evidence())
        for identifier in own.ids:
            yield Citation(
                relation="cites",
                target=identifier,
                printed=found["names"],
                evidence=passage.evidence(start + found.start("names"), start + found.end("names")),
                date=letter.day,
                words=words,
            )
