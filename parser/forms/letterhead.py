"""Who wrote a letter or a memorandum, as far as it matters, and when: its head, its sender, its day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage

# The head of a letter; "TO: National Archives and Records Administration" names who gets it.
_ARCHIVES = re.compile(
    r"\W*(?:(?:letter)?head(?:ing)?(?:\sof)?\W{1,3})?(?:the\s)?(?:U\.?\s?S\.?\s)?"
    r"national archives\b(?:\s(?:and|&)\srecords (?:administration|service))?"
    r"(?:,?\s(?:and|at)\b.{0,60}|\W*)(?:\(?NARA\)?\W*)?(?:letterhead|letter\spaper|stationery|seal)?\W*"
    r"|\W{0,3}(?:transcript|page|copy|released?|typed)\b[^\n]{0,80}\b(?:NARA|national archives)\s"
    r"(?:letterhead|letter\spaper|stationery)\W*"
    r"|\W*(?:on\s)?NARA\s(?:letterhead|letter\spaper|stationery)\W*",
    re.IGNORECASE,
)
# What lies in the file that the archives keep of a job is theirs: "NOTE TO JOB FILE N1-184-93-3", unless another wrote it.
_JOB_FILE = re.compile(
    r"\W{0,4}(?:notes?|memo(?:randum)?)\s(?:to|for|in)\s(?:the\s)?job\sfile\b", re.IGNORECASE
)
# "MEMORANDUM TO THE FILE", signed by one of the archives
_FILE = re.compile(
    r"\W{0,4}(?:notes?|memo(?:randum)?)\s(?:to|for)\s(?:the\s)?(?:file|record)s?\b", re.IGNORECASE
)
_SIGNED = re.compile(
    r"\b(?:(?i:appraisal archivist|archivist of the united states|appraiser|national archives)"
    r"|NARA|NARS|NW[A-Z]{1,4}|NC[A-Z]{1,3}|NI[RA]|NN[A-Z]{1,3}|ACNR)\b"
)
_LAST_LINES = 4
_FROM_OTHERS = re.compile(
    r"\W{0,4}from\s?:(?!.*\b(?:national archives|NARA|NARS|NW[A-Z]{1,4}|NC[A-Z]{1,3})\b)", re.IGNORECASE
)
# An office of theirs as the sender: "From: National Archives and Records Administration, Records Management Services";
# without the label it may be the addressee, which stands below the day.
_OFFICE = re.compile(
    r"\W*(?P<from>from\s?:\s*)?(?:the\s)?(?:national archives\b(?:\s(?:and|&)\srecords (?:administration|service))?|NARA)"
    r"(?:\s?\(?NARA\)?)?(?:,?\s?[-–—/]?\s?(?:(?:office|division|branch)\sof\s(?:the\s)?)?"
    r"(?:records|modern|life\s?cycle|appraisal|agency|chief|national|archivist)\b[^.;:]{0,60})?\W*",
    re.IGNORECASE,
)
_TO = re.compile(r"\W{0,4}to\s?:(?!.*\b(?:national archives|NARA|NARS)\b)", re.IGNORECASE)
_DEAR = re.compile(r"\W{0,4}dear\b", re.IGNORECASE)
_HEAD, _HEAD_WITH_DAY = 4, 25
_MOST_BESIDE_DAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Who wrote a document that is no schedule, as far as it matters, and when."""

    of_archives: bool = False
    day: Reading[date] | None = None


def letter_of(blocks: Sequence[Block]) -> Letter:
    """The letter that a document is: its head and its day."""
    lines = [block.passage for block in blocks if block.kind != "rule"]
    head = any(
        _ARCHIVES.fullmatch(_without_day(line.text)) and not _is_addressee(lines[:_HEAD_WITH_DAY], index)
        for index, line in enumerate(lines[:_HEAD])
    )
    head = head or _is_sent_by_office(lines[:_HEAD_WITH_DAY])
    filed = any(_JOB_FILE.match(line.text) for line in lines[:_HEAD])
    to_file = any(_FILE.match(line.text) for line in lines[:_HEAD])
    filed = filed or (to_file and any(_SIGNED.search(line.text) for line in lines[-_LAST_LINES:]))
    head = head or (filed and not any(_FROM_OTHERS.match(line.text) for line in lines[:_HEAD_WITH_DAY]))
    days = (_whole_day(line) for line in lines[:_HEAD_WITH_DAY])
    return Letter(of_archives=head, day=next((day for day in days if day), None))


def _without_day(text: str) -> str:
    """A line without the day that may stand at its right end: "[NARA letterhead]      SEP 20 2012"."""
    found = read_date(text)
    if found is None or text[found.end :].strip(" .]"):
        return " ".join(text.split())
    return " ".join(text[: found.start].split())


def _is_addressee(lines: Sequence[Passage], index: int) -> bool:
    """Whether a line below others is of the address right above "Dear Director:"."""
    greeting = next((place for place, line in enumerate(lines) if _DEAR.match(line.text)), 0)
    between = lines[index + 1 : greeting]
    return 0 < index < greeting and not any(_whole_day(line) or _TO.match(line.text) for line in between)


def _is_sent_by_office(lines: Sequence[Passage]) -> bool:
    """Whether an office of the archives is named as the sender: by its label, or as the head of a letter to another."""
    texts = [" ".join(line.text.split()) for line in lines]
    for index, text in enumerate(texts):
        found = _OFFICE.fullmatch(text)
        if found is None or _DEAR.match(text):
            continue
        if found["from"]:
            return True
        ahead = [line for line in lines[:index] if _whole_day(line) is None]
        if ahead:
            return False
        addressed = any(_TO.match(each) for each in texts[index + 1 :])
        return addressed or (index == 0 and any(_whole_day(line) for line in _until_greeting(lines)))
    return False


def _until_greeting(lines: Sequence[Passage]) -> Sequence[Passage]:
    """The lines above "Dear Records Officer:" and the address above it."""
    greeting = next((index for index, line in enumerate(lines) if _DEAR.match(line.text)), 0)
    return lines[: max(0, greeting - 1)]


def _whole_day(line: Passage) -> Reading[date] | None:
    """The day that a line is, with no more than its label beside it."""
    found = read_date(line.text)
    if found is None or found.value is None:
        return None
    title = _JOB_FILE.match(line.text) or _FILE.match(line.text)
    rest = line.text[title.end() if title else 0 : found.start] + line.text[found.end :]
    if _ARCHIVES.fullmatch(" ".join(rest.split())):
        rest = ""
    if sum(character.isalnum() for character in rest) > _MOST_BESIDE_DAY:
        return None
    return Reading(
        value=found.value,
        evidence=line.evidence(found.start, found.end, found.confidence),
        repairs=found.repairs,
    )
