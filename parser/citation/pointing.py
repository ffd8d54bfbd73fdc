"""Sentences that name the newer authority and point back to the older: "covered by N1-…, which superseded that item"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation.reading import SupersessionStatement
from schedgraph.parser.citation.reservations import is_quoted
from schedgraph.parser.dates import find_dates
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage

# "DAA-0147-2012-0001-0004, approved November 26, 2013, which superseded that item"
_POINTS_BACK = re.compile(
    r"(?:,?\s\(?(?:approved|dated|signed|effective)\b[^.;()]{0,40}\)?)?,?\s(?:which|that|(?:and\s)?it)\s"
    r"(?:(?:has|have|had|also|since|then|now)\s){0,2}(?P<verb>supers?[ce]ded|supersedes|replaced|replaces)\s"
    r"(?P<what>that|this|the|it|them|those|these|both)"
    r"(?:\s(?:old|older|earlier|former|same|latter))?(?:\s(?:items?|schedules?|authorit(?:y|ies)|jobs?|ones?|numbers?))?"
    r"(?=\s*(?:[.;,)]|on\b|in\s(?!part)|as of\b|effective\b|when\b|$))",
    re.IGNORECASE,
)
# A sentence like "Folders (N1-147-99-1, item 4) are now covered by DAA-0147-2012-0001-0004"
_COVERED_NOW = re.compile(
    r"[\s)\],]{0,3}\b(?:is|are|ha(?:s|ve)(?:\sbeen)?)\s(?:now|since|instead)\s(?:been\s)?(?:covered|scheduled|governed|authori[sz]ed)\s"
    r"(?:by|under|in)\s(?:(?:the|new|item|items|schedule|authority|job|of)\s){0,3}",
    re.IGNORECASE,
)
# "old authority N1-434-98-12/4; new authority N1-434-09-7/2", "change the authority from … to …", "for … read …", "where the
# plan shows …, strike it and write …": what stands before the older number, and what parts it from the newer
_NAME = r"(?:disposition\s)?(?:authority|item|number|citation|job|schedule)"
_INSTEAD = (
    (
        re.compile(rf"\b(?:old|former|previous|prior)\s{_NAME}(?:\s(?:is|was))?[:,]?\s$", re.IGNORECASE),
        re.compile(
            rf"[;,.]\s(?:the\s)?(?:new|present|current|successor)\s{_NAME}(?:\s(?:is|was))?[:,]?\s(?:now\s)?",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\bchang(?:e|es|ed|ing)\b[^.;]{0,80}\bfrom\s$", re.IGNORECASE),
        re.compile(r",?\sto\s", re.IGNORECASE),
    ),
    (
        re.compile(r"\bfor\s$", re.IGNORECASE),
        re.compile(r",?\s(?:read|write|substitute|enter)\s", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\b(?:show|shows|list|lists|cite|cites|say|says|read|reads|see|find|has|have)\s$", re.IGNORECASE
        ),
        re.compile(
            r",?\s(?:please\s)?(?:strike|delete|cross|line|remove)\s(?:(?:it|that|this)\s)?(?:out\s)?and\s"
            r"(?:write|insert|enter|substitute|put|cite)\s(?:in\s)?",
            re.IGNORECASE,
        ),
    ),
)
# "N1-434-98-12, item 4, remains in effect for paper; electronic brochures are under N1-434-09-7, item 2": a part went there
_PARTED = re.compile(
    r"[\s,]{1,3}(?:remains?|stays?|continues?|applies)\s[^.;]{0,30}\bfor\s[^.;]{2,40}(?:;|,\sbut|,\swhile)\s(?:[a-z-]{3,14}\s){1,5}"
    r"(?:is|are|go|goes|falls?|comes?|belongs?|moved)\s(?:now\s|since\s)?(?:under|to|into|in|by)\s(?:the\s|new\s|item\s){0,2}",
    re.IGNORECASE,
)
# What has not come about, or not of all of it
_WITHHELD = re.compile(
    r"\b(?:not|never|neither|nor|no(?!\s(?:longer|more))|will|shall|would|could|may|might|should|if|unless|until|when|once|whether|propos\w{1,3}"
    r"|pending|draft\w{0,2}|part|partly|partially|some|only|except|portions?)\b",
    re.IGNORECASE,
)
_SEVERAL = frozenset({"them", "those", "these", "both"})
_JOINED = re.compile(r"(?:[\s,;&/]|\b(?:and|or|items?|through|thru)\b){1,12}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;]\s{1,4}(?=[A-Z\[(0-9])|\n\s*\n")
_FARTHEST = 160


def read_pointing(passage: Passage) -> Iterator[SupersessionStatement]:
    """The successions of a passage that names the newer side last and the older side before it."""
    mentions = [each for each in find_numbers(passage.text) if each.id]
    for index, new in enumerate(mentions[1:], start=1):
        before = [each for each in mentions[:index] if _is_near(passage.text, each, new)]
        if not before or is_quoted(passage.text, new):
            continue
        back = _POINTS_BACK.match(passage.text, new.end)
        covered = _COVERED_NOW.fullmatch(passage.text, before[-1].end, new.start)
        end = back.end() if back else new.end
        parted = _PARTED.fullmatch(passage.text, before[-1].end, new.start)
        instead = parted or _is_instead(passage.text, before[-1], new)
        if not (back or covered or instead) or _WITHHELD.search(_clause(passage.text, before[0].start, end)):
            continue
        together = covered is not None or (back is not None and back["what"].lower() in _SEVERAL)
        old = _joined(passage.text, before) if together else before[-1:]
        yield SupersessionStatement(
            old=tuple(old),
            new=(new,),
            relation="superseded-by",
            evidence=passage.evidence(old[0].start, end),
            date=_day(passage, new.end, back.start("verb")) if back else None,
            partial=parted is not None,
        )


def _is_instead(text: str, old: Mention, new: Mention) -> bool:
    """Whether a number is to be written in the place of another."""
    return any(
        between.fullmatch(text, old.end, new.start) and before.search(text, 0, old.start)
        for before, between in _INSTEAD
    )


def _is_near(text: str, old: Mention, new: Mention) -> bool:
    """Whether both stand in one sentence, and not in one list of the same schedule."""
    return (
        old.end <= new.start
        and new.start - old.end <= _FARTHEST
        and _SENTENCE_END.search(text, old.end, new.start) is None
    )


def _joined(text: str, before: Sequence[Mention]) -> Sequence[Mention]:
    """The last of some numbers with those that a list joins to it."""
    first = len(before) - 1
    while first and _JOINED.fullmatch(text, before[first - 1].end, before[first].start):
        first -= 1
    return before[first:]


def _clause(text: str, start: int, end: int) -> str:
    """The words of the sentence up to `end`."""
    begins = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
    return text[max(begins, start - _FARTHEST) : end]


def _day(passage: Passage, start: int, end: int) -> Reading[date] | None:
    """The day that stands beside the newer number: that of its approval."""
    found = find_dates(passage.text[start:end])
    if len(found) != 1:
        return None
    day, value = found[0], found[0].value
    place = passage.evidence(start + day.start, start + day.end, day.confidence)
    return Reading(value=value, evidence=place, repairs=day.repairs) if value else None
