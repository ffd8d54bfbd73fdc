"""Dates in the head of a form that no box holds: the words or the signer's name beside them say whose they are."""

import itertools
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from schedgraph.parser.caseless import Caseless, caseless
from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.forms.archivist import ARCHIVIST_OF
from schedgraph.parser.forms.sf115.table.entries import indent_of
from schedgraph.parser.passage import Passage

_FOLDER = "schedgraph.parser.forms.sf115"
# Lines like "CERTIFICATION DATE 2-5-88" and "Agency certification, date (mm/dd/yyyy) 12/11/01"
_BETWEEN = r"[\s.,:;|*_()\[\]-]{0,12}(?:dated?(?:[ ]\(mm[a-z/]{2,12}\))?[\s.,:;|*_()-]{0,12})?"
# The " / ARCHIVIST OF THE UNITED STATES" behind "DATE APPROVED", the " BY THE ARCHIVIST" behind "APPROVED"
_BY_ARCHIVIST = rf"(?:[\s/,|–—-]{{1,5}}(?:by[ ](?:the[ ])?)?(?:acting[ ])?(?:{ARCHIVIST_OF}|archivist))?"
# "March 2, 2001" behind "(signed)", "/s/"
_SIGNED = r"(?:(?:/s/|\(?(?:signed|sgd)\)?)[\s.,:;-]{1,6})?"
# Two columns may stand side by side: a label far to the right belongs to another date.
_BEHIND_LABEL = (
    r"[\s.,:;|*_()\[-]{0,12}(?:date[\s.,:;|*_()-]{1,6})?"
    r"(?:(?:/?s/|signed|sgd[.]?|(?:signature[ ])?illegible|signature)[\s.,:;|*_()\]-]{1,40})?"
)
_BEHIND_NAME = r"[\s.,:;|*_()-]{0,60}(?:(?:/?s/|signed)[\s.,:;|*_()-]{1,6})?"
_OFFICE = rf"(?:[\s,.|()-]{{1,20}}(?:acting[ ])?{ARCHIVIST_OF})?"
# "DATE      ARCHIVIST OF THE UNITED STATES" at the end of a line: the labels of two boxes, what they hold above them
_LABELS_BELOW = re.compile(rf"\bdate\W{{1,40}}(?:acting[ ])?{ARCHIVIST_OF}\W*$", re.IGNORECASE)
# A line that box 6 begins and no other box shares
_CERTIFICATE = re.compile(
    r"\W{0,3}6\W{1,3}(?:agency[ ])?certificat(?:(?!archivist|notification)[^\t|])*$", re.IGNORECASE
)
_ALIGNED = 6
_SIGNATURE = re.compile(r"signature of agency (?:repres|offic)", re.IGNORECASE)
_NEAR_SIGNATURE = 4
_WINDOW = 90
_LONGEST_LINE = 120
_LONGEST_NAME = 50
_LONGEST_DATE = 30
_DIGIT = re.compile(r"[0-9]")
# The form's own words above the Archivist's signature, and either these or those above the agency's
_APPROVES = re.compile(
    r"in accordance with the|amendments,? is|approved except|disapproved|not approved|column\W{1,3}10",
    re.IGNORECASE,
)
_SMALL_PRINT = re.compile(
    rf"{_APPROVES.pattern}|authorized to act|proposed for disposal|now needed|retention periods? specified",
    re.IGNORECASE,
)
# Lines like "Agency: Farm Credit Administration | Office: Office of Examination"
_AGENCY = re.compile(
    r"(?:^|[|\t])[ ]{0,8}Agency(?:[ ]?:[ ]{0,40}|[ ]{3,60}|\t)(?P<value>[A-Z][^|\t\n]{3,120}?)(?=[ ]{3}|[ ]{0,3}[|\t\n]|$)",
    re.IGNORECASE,
)


def date_said(lines: Sequence[Passage], what: str) -> Passage | None:
    """The first date that the words beside it call `received`, `certified` or `approved`."""
    before, behind = _words(what)
    for line, start, end in _dates(lines):
        ahead, after = line.text[max(0, start - _WINDOW) : start], line.text[end : end + _WINDOW]
        if before.search(ahead) or (behind.match(after) and not _others(what, ahead)):
            return line.slice(start, end)
    return _date_under(lines, before)


def _date_under(lines: Sequence[Passage], label: re.Pattern[str]) -> Passage | None:
    """The date that ends the line below one that ends with the words: a right column read across the left one."""
    for line, below in itertools.pairwise(lines):
        ends = label.search(line.text.rstrip(" .:") + " ")
        days = find_dates(below.text)
        if ends and len(days) == 1 and not below.text[days[0].end :].strip(" ."):
            return below.slice(days[0].start, days[0].end)
    return None


_TITLE_LAST = re.compile(rf"\(?(?:(?:acting|deputy)[ ])?{ARCHIVIST_OF}\W{{0,4}}$", re.IGNORECASE)
_SIGNED_LAST = re.compile(r"\s{1,40}(?:[(\[]?(?:signed|sgd[.]?|signature)[)\]]?|/s/)\W{0,4}", re.IGNORECASE)


def date_over_labels(lines: Sequence[Passage]) -> Passage | None:
    """The only date above the label "Date" of the Archivist's box, on the line before and in its column."""
    for line, below in itertools.pairwise(lines):
        labels = _LABELS_BELOW.search(below.text)
        if labels is None or find_dates(below.text):
            continue
        column = indent_of(below.slice(labels.start()))
        days = [
            day for day in find_dates(line.text) if abs(indent_of(line.slice(day.start)) - column) <= _ALIGNED
        ]
        if len(days) == 1 and not _others("approved", line.text[: days[0].start]):
            return line.slice(days[0].start, days[0].end)
    return None


def date_over_title(lines: Sequence[Passage]) -> Passage | None:
    """The only date of a line that ends "3-3-80   (signed)", where the Archivist's title ends the line below it."""
    for line, below in itertools.pairwise(lines):
        title = _TITLE_LAST.search(below.text)
        days = find_dates(line.text)
        if title is None or len(days) != 1 or find_dates(below.text) or _others("approved", below.text):
            continue
        signed = _SIGNED_LAST.fullmatch(line.text, days[0].end)
        aside = indent_of(line.slice(days[0].start)) <= indent_of(below.slice(title.start())) + _ALIGNED
        if signed and aside and not _others("approved", line.text[: days[0].start]):
            return line.slice(days[0].start, days[0].end)
    return None


def is_on_certificate(place: Passage, lines: Sequence[Passage]) -> bool:
    """Whether the line of a date gives it to the agency: the certificate is all that stands on it."""
    here = place.evidence()
    for line in lines:
        there = line.evidence() if line else None
        if there and there.page == here.page and there.start <= here.start < there.end:
            return _CERTIFICATE.match(line.text) is not None
    return False


def date_below_signature(lines: Sequence[Passage]) -> Passage | None:
    """The only date, alone on its line, within a few lines below the label of the agency's signature."""
    for index, line in enumerate(lines):
        if not _SIGNATURE.search(line.text):
            continue
        near = lines[index + 1 : index + 1 + _NEAR_SIGNATURE]
        dated = [(each, days[0]) for each in near if len(days := find_dates(each.text)) == 1]
        alone = [
            each.slice(day.start, day.end)
            for each, day in dated
            if not (each.text[: day.start] + each.text[day.end :]).strip(" .:")
        ]
        return alone[0] if len(dated) == len(alone) == 1 else None
    return None


def date_by_archivist(lines: Sequence[Passage]) -> Passage | None:
    """The first date with the name of an Archivist directly behind or before it.

    Where a date stands on either side of the name, as two boxes in a row leave it, neither is taken.
    """
    for line in lines:
        places = [(start, end) for _, start, end in _dates([line]) if _by_name(line.text, start, end)]
        if len(places) == 1:
            return line.slice(*places[0])
    return _date_over_archivist(lines) or _date_under_archivist(lines)


def _date_over_archivist(lines: Sequence[Passage]) -> Passage | None:
    """The date on a line of its own directly above the name on one of its own, as boxes read one by one leave them."""
    for line, below in itertools.pairwise(lines):
        day = _lone_date(line)
        if day and _is_name(below):
            return line.slice(day.start, day.end)
    return None


def _date_under_archivist(lines: Sequence[Passage]) -> Passage | None:
    """The date on a line of its own directly below the name, behind the words by which the Archivist approves.

    Nobody certifies or receives what is approved already: it is the latest of the dates that stand so. Where the
    words of the certificate are nearer, the date may be the agency's, unless an earlier one follows it.
    """
    places = [index for index, line in enumerate(lines[:-1]) if _is_name(line)]
    if len(places) != 1:
        return None
    (place,) = places
    lone = {index: day for index, line in enumerate(lines) if (day := _lone_date(line))}
    day = lone.get(place + 1)
    known = {index: each.value for index, each in lone.items() if each.value}
    if day is None or day.value is None or place - 1 in lone or day.value < max(known.values()):
        return None
    follows = any(index > place + 1 and each < day.value for index, each in known.items())
    return lines[place + 1].slice(day.start, day.end) if end_in_approval(lines[:place]) or follows else None


def end_in_approval(lines: Sequence[Passage]) -> bool:
    """Whether the last of the form's own words on `lines` are those above the Archivist's signature."""
    last = next((line.text for line in reversed(lines) if _SMALL_PRINT.search(line.text)), "")
    return _APPROVES.search(last) is not None


def _lone_date(line: Passage) -> DateReading | None:
    """The date that a line holds and nothing else."""
    if len(line.text) > _LONGEST_DATE or not _DIGIT.search(line.text):
        return None
    days = find_dates(line.text)
    alone = len(days) == 1 and not (line.text[: days[0].start] + line.text[days[0].end :]).strip(" .:")
    return days[0] if alone else None


def _is_name(line: Passage) -> bool:
    """Whether a line is an Archivist's name and nothing else."""
    if len(line.text) > _LONGEST_NAME:
        return False
    name = rf"\W{{0,3}}(?:/?s/\W{{1,3}})?{names_pattern()}\W{{0,3}}(?:acting)?\W{{0,3}}"
    return re.fullmatch(name, line.text, re.IGNORECASE) is not None


def _by_name(text: str, start: int, end: int) -> bool:
    ahead, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if _others("approved", ahead):
        return False
    behind = re.match(_BEHIND_NAME + names_pattern(), after, re.IGNORECASE)
    return bool(behind or re.search(names_pattern() + _OFFICE + r"[\s,.|()-]{0,60}$", ahead, re.IGNORECASE))


def signing_lines(lines: Sequence[Passage]) -> list[Passage]:
    """The lines that open with such words: a head without boxes may end below its last label."""
    return [line for line in lines if len(line.text) <= _LONGEST_LINE and _opening().match(line.text)]


def agency_said(lines: Sequence[Passage]) -> Passage | None:
    """The agency behind the bare word, where the form has no box "From"."""
    for line in lines:
        found = _AGENCY.search(line.text)
        if found and not find_dates(found["value"]):
            return line.slice(found.start("value"), found.end("value"))
    return None


def archivist_in(lines: Sequence[Passage]) -> str | None:
    """The Archivist's name as archives.gov spells it; only a name that an Archivist had is taken."""
    for line in lines:
        letters = "".join(line.text.casefold().split())
        written = _any_name().search(line.text) is not None
        for name, pattern in _archivists().items():
            if "".join(name.casefold().split()) in letters or (written and pattern.search(line.text)):
                return name
    return None


@cache
def archivists() -> tuple[str, ...]:
    """The names of archivists.toml."""
    data = tomllib.loads(files(_FOLDER).joinpath("archivists.toml").read_text(encoding="utf-8"))
    return tuple(row["name"] for row in data["archivist"])


@cache
def names_pattern() -> str:
    """Any of the names, the middle one as it may be abbreviated."""
    return "(?:" + "|".join(_name(name) for name in archivists()) + ")"


@cache
def _any_name() -> Caseless:
    return caseless(names_pattern())


@cache
def _archivists() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(_name(name), re.IGNORECASE) for name in archivists()}


def _name(name: str) -> str:
    first, *_, last = name.split()
    return rf"\b{re.escape(first)}[ ]{{1,3}}(?:[A-Za-z.'’]{{1,10}}[ ]{{1,3}})?{re.escape(last)}\b"


def _dates(lines: Sequence[Passage]) -> Iterator[tuple[Passage, int, int]]:
    for line in lines:
        for found in find_dates(line.text):
            yield line, found.start, found.end


def _others(what: str, ahead: str) -> bool:
    """Whether the words before a date give it to somebody else."""
    return any(_words(other)[0].search(ahead) for other in _table() if other != what)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(_FOLDER).joinpath("signing.toml").read_text(encoding="utf-8"))


@cache
def _opening() -> re.Pattern[str]:
    phrases = "|".join(_phrase(each) for row in _table().values() for each in row["before"])
    return re.compile(rf"\W{{0,4}}(?:{phrases})\b{_BETWEEN}[0-9A-Z]", re.IGNORECASE)


@cache
def _words(what: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    row = _table()[what]
    before = "|".join(_phrase(each) for each in row["before"])
    behind = "|".join(_phrase(each) for each in row["behind"]) or "(?!)"
    whose = _BY_ARCHIVIST if what == "approved" else ""
    return (
        re.compile(rf"\b(?:{before}){whose}{_BETWEEN}{_SIGNED}$", re.IGNORECASE),
        re.compile(rf"{_BEHIND_LABEL}(?:{behind})\b", re.IGNORECASE),
    )


def _phrase(words: str) -> str:
    return r"\s{1,3}".join(re.escape(word) for word in words.split())
