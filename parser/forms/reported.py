"""Acts of the archives that another paper reports: "NARA has rescinded N1-434-98-12, item 4, effective October 4, 2010".

The authority is the archives' to take back, whoever tells of it; what an agency calls rescinded without saying by whom
stays open (decision 56).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation.cited import stated_day, words_of
from schedgraph.parser.dates import find_dates
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.ending import is_done
from schedgraph.parser.forms.letterhead import Letter
from schedgraph.parser.passage import Passage

_RESCINDED = re.compile(
    r"\b(?:rescinded|revoked|rescission|revocation|cancel{1,2}ed|withdrew|withdrawn)\b",
    re.IGNORECASE,
)
_ARCHIVES = re.compile(
    r"\b(?:NARA|NARS|National\sArchives|Archivist(?!s)|NW[A-Z]{1,4}\s(?:letter|memo))\b", re.IGNORECASE
)
# "the rescission of item 4 was approved", and not "our request for rescission"
_TOOK_PLACE = re.compile(
    r"\b(?:approved|granted|confirmed|took\seffect|effective|dated|completed|made|recorded)\b", re.IGNORECASE
)
_NOUN = re.compile(r"\b(?:rescission|revocation)\b", re.IGNORECASE)
# What they declined to do; and "NARA hereby rescinds" in a letter that is not theirs does nothing.
_NOT_DONE = re.compile(r"\b(?:(?:declin|refus|den(?:y|ie)|object|oppos)\w{0,5}|hereby)\b", re.IGNORECASE)
# A clause about another fate of another number: "…, and item 2 is superseded by N1-…"
_OTHER_FATE = re.compile(
    r"[;]|\b(?:supers[ce]*eded|replaced|remains?|stays?|continues?|stands?|unaffected|but|while|whereas|except)\b",
    re.IGNORECASE,
)
# "rescinded by NARA letter of May 5, 2008": what authorises it is no thing that was rescinded
_NEWER_SIDE = re.compile(r"\b(?:see|under|by|in)\s(?:(?:the|item|job|schedule)\s){0,2}$", re.IGNORECASE)


def reported(
    passage: Passage, said: Iterable[Citation], letter: Letter, beside: Sequence[Mention] = ()
) -> Iterator[Citation]:
    """The citations of a paper; what it reports the archives to have rescinded is said to be so, with its words.

    The day is the one that the sentence states, else the paper's: by then it was done. `beside` are the
    numbers that only the document explains.
    """
    if letter.of_archives or not (_RESCINDED.search(passage.text) and _ARCHIVES.search(passage.text)):
        yield from said
        return
    acts = dict(_acts(passage, beside))
    for each in said:
        act = acts.get(each.target or "") if each.relation in ("cites", "supersedes") else None
        if act is None or each.words or each.proposed or each.partial:
            yield each
        else:
            day = each.date or _day(act) or letter.day
            yield replace(each, relation="cites", words=words_of(_told(act)), date=day)


def _acts(passage: Passage, beside: Sequence[Mention]) -> Iterator[tuple[str, Passage]]:
    """Each number of which a sentence says that the archives rescinded it, with that sentence."""
    text = passage.text
    mentions = sorted((*find_numbers(text), *beside), key=lambda each: each.start)
    for start, end in split_sentences(text, ((each.start, each.end) for each in mentions)):
        sentence = passage.slice(start, end)
        act = _RESCINDED.search(sentence.text)
        if act is None or not _tells(sentence.text, act[0]):
            continue
        for each in mentions:
            if not (each.id and start <= each.start and each.end <= end):
                continue
            mention = (each.start - start, each.end - start)
            former, latter = sorted((mention, act.span()))
            between = sentence.text[former[1] : latter[0]]
            ahead = sentence.text[act.end() : mention[0]]
            if not (_OTHER_FATE.search(between) or _NEWER_SIDE.search(ahead)):
                yield each.id, sentence


def _told(sentence: Passage) -> Passage:
    """Of a sentence the words that name the archives and what they did."""
    places = [
        each.span() for each in (_ARCHIVES.search(sentence.text), _RESCINDED.search(sentence.text)) if each
    ]
    return sentence.slice(min(start for start, _ in places), max(end for _, end in places))


def _tells(sentence: str, act: str) -> bool:
    """Whether a sentence tells that the archives did it, and asks, plans or denies nothing."""
    if not _ARCHIVES.search(sentence) or _NOT_DONE.search(sentence) or not is_done(sentence):
        return False
    return _NOUN.fullmatch(act) is None or _TOOK_PLACE.search(sentence) is not None


def _day(act: Passage) -> Reading[date] | None:
    """The only day of the sentence, of several the one behind "effective"."""
    alone = stated_day(act)
    if alone:
        return alone
    since = re.search(r"\beffective(?:\sas\sof)?\s", act.text, re.IGNORECASE)
    days = [each for each in find_dates(act.text) if since and each.start >= since.end()]
    return stated_day(act.slice(since.end(), days[0].end)) if since and days else None
