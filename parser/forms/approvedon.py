"""The days on which a paper says that schedules were approved: since then they supersede what it says they do."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.cited import dated
from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage

_ARCHIVES = (
    r"(?:NARA|NARS|(?:the\s)?national\sarchives(?:\s(?:and|&)\srecords\s(?:administration|service))?"
    r"|(?:the\s)?(?:(?:acting|deputy)\s)?archivist(?:\sof\sthe\sunited\sstates)?)"
)
# Behind a number: ", item 5, approved May 6, 1991", "(appr. 12-19-95)", "was signed by the Archivist on 5/6/91"; the day
# on which an agency's own officer approved it is none
_BEHIND = re.compile(
    r"[\s,;(–—-]{0,4}(?:which\s)?(?:(?:was|were|is|has\sbeen|have\sbeen)\s)?"
    rf"(?:(?:approved|appr(?:oval)?[.]?|appvd[.]?)(?:\sby\s{_ARCHIVES})?(?:\s(?:date|day))?|signed\sby\s{_ARCHIVES})"
    r"[\s,:]{1,2}(?:(?:on|effective|dated)\s)?",
    re.IGNORECASE,
)
# Before a number: "NARA approved N1-…", "Job N1-… (…) on June 18, 2008"
_BEFORE = re.compile(
    rf"\b{_ARCHIVES}(?:['’]s)?,?\s(?:(?:has|have|had|also|finally)\s)?(?:approved|signed|approval\sof)\s"
    r"(?:(?:the|our|new|records|disposition|schedule|job|request|no[.]?|number)\s){0,5}$",
    re.IGNORECASE,
)
_ON_DAY = re.compile(r"(?:,?\s\([^()]{1,60}\))?,?\s{1,3}(?:on|effective)\s{1,3}", re.IGNORECASE)
# "On June 18, 2008, NARA approved N1-…"
_DAY_LEADS = re.compile(r"(?:^|[.;:]\s{1,3})\W{0,3}(?:on|effective)\s{1,3}$", re.IGNORECASE)
# What is hoped for, or denied, has no day yet.
_NOT_DONE = re.compile(
    r"\b(?:if|unless|until|once|will|would|should|may|might|could|expect\w{0,3}|hope\w{0,2}|to\sbe|not|never|whether"
    r"|propos\w{1,3}|plan\w{0,4})\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;]\s{1,3}(?=[A-Z(])|\n\s*\n")

Days = Mapping[str, Reading[date]]
"""The day of approval of each schedule; of the General Records Schedules, which transmittals change, of each item."""


def approval_days(passages: Iterable[Passage]) -> Days:
    """The days of approval that a paper tells; none of a schedule to which it gives several, or one before its time."""
    found: dict[str, Reading[date]] = {}
    unsure: set[str] = set()
    for passage in passages:
        for key, day in _told(passage):
            if key in found and found[key].value != day.value:
                unsure.add(key)
            found.setdefault(key, day)
    return {key: day for key, day in found.items() if key not in unsure}


def since_approval(citations: Sequence[Citation], days: Days) -> tuple[Citation, ...]:
    """The successions with the day on which the successor was approved, where they have no other."""
    return tuple(
        replace(each, date=days.get(_key(each.target) or ""))
        if each.relation == "superseded-by" and each.date is None and not each.proposed
        else each
        for each in citations
    )


def items_since_approval(items: Iterable[Item], days: Days) -> tuple[Item, ...]:
    """The items with such days in what is said of them."""
    return tuple(replace(each, citations=since_approval(each.citations, days)) for each in items)


def _told(passage: Passage) -> Iterator[tuple[str, Reading[date]]]:
    text = passage.text
    if "appr" not in text.casefold() and "sign" not in text.casefold():
        return
    days = [each for each in find_dates(text) if each.value]
    for mention in find_numbers(text) if days else ():
        key, number = _key(mention.id), parse_identifier(mention.id) if mention.id else None
        day = _day_beside(text, mention.start, mention.end, days)
        reading = dated(passage, day) if key and mention.sure else None
        earliest = number.earliest_date() if number else None
        if key and reading and (earliest is None or earliest <= reading.value):
            yield key, reading


def _day_beside(text: str, start: int, end: int, days: Sequence[DateReading]) -> DateReading | None:
    """The day that the words beside a number make that of its approval."""
    begin = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
    if _NOT_DONE.search(text, max(begin, text.rfind(",", begin, start) + 1), start):
        return None
    behind = _BEHIND.match(text, end)
    if behind is None and (said := _BEFORE.search(text[begin:start])):
        behind = _ON_DAY.match(text, end)
        for day in days:
            between = text[day.end : begin + said.start()] if begin <= day.start else "-"
            if not between.strip(" ,") and _DAY_LEADS.search(text[: day.start]):
                return day
    return next((each for each in days if behind and each.start == behind.end()), None)


def _key(identifier: str | None) -> str | None:
    number = parse_identifier(identifier) if identifier else None
    if number is None:
        return None
    return identifier if number.schedule.startswith("GRS") else number.schedule
