"""Dates as records schedules write them: American order, stamps, ISO, and the damage that OCR does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from schedgraph.parser.remembered import remembered

FIRST_YEAR_OF_2000S = 40
"""Two-digit years from here on belong to the 1900s: the first records schedules are of the 1940s."""

EARLIEST, LATEST = 1700, 2099
"""Descriptions name old records ("before July 2, 1787"); nothing is scheduled in the next century."""

EARLIEST_DAMAGED, LATEST_DAMAGED = 1940, 2040
"""A damaged date must fall into the age of records schedules, else almost any number would be one."""

REPAIRED = 0.98
"""The share of repaired dates that were right, measured over dates in the damage of scans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateReading:
    """A written date. `value` is None where several readings are possible; `readings` holds them all.

    `start` and `end` are offsets into the text that was searched.
    """

    value: date | None
    readings: tuple[date, ...]
    repairs: tuple[str, ...]
    start: int
    end: int

    @property
    def confidence(self) -> float:
        """The share of such dates that were right (python -m bench.accuracy.calibration): 1 where nothing was repaired."""
        return REPAIRED if self.repairs else 1.0


_LIKE_DIGIT = {"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8", "Z": "2"}
_DIGIT = r"[0-9OoQlI|SBZ]"
# the "19 86" of 04/18/19 86, but not the "20" of 6/8/20 17 cubic feet
_CENTURY = r"(?:[1lI|][ ]?[789](?:[ ](?!\d\d[ ][a-z]))?|[2Z][ ]?[0OoQ](?:[ ](?!\d\d[ ][a-z]))?)"
_YEAR = rf"{_CENTURY}{_DIGIT}[ ]?{_DIGIT}|{_DIGIT}{{2}}"

_LIKE_LETTER = {"O": "O0", "I": "I1L|", "L": "LI1|", "S": "S5", "B": "B8"}
_MONTHS = (
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
)


def _as_scanned(word: str) -> str:
    """A pattern for a month's name whose letters may be read as digits."""
    return "".join(f"[{_LIKE_LETTER[letter]}]" if letter in _LIKE_LETTER else letter for letter in word)


_MONTH = "|".join(
    f"(?P<m{number}_{{}}>{_as_scanned(name)}|{_as_scanned('SEPT|' if name == 'SEPTEMBER' else '')}"
    f"{_as_scanned(name[:3])})"
    for number, name in enumerate(_MONTHS, start=1)
)

_LIKE_LETTERS = str.maketrans({like: letter for letter in "OISB" for like in _LIKE_LETTER[letter]})
_FIRST_LETTERS = tuple(name[:3].translate(_LIKE_LETTERS) for name in _MONTHS)

_OF_NUMBERS = (
    # Reads "Date (MM/DD/YYYY): 08/28/2013", "9/15/09", "8-4-86", "10 -11-93", "3.9.2004", "06/08/201 7"
    re.compile(
        rf"""(?<![^\W_])(?<![^\W_]_)(?<![/.\-–])(?<![-–][ ])
        (?P<month>{_DIGIT}{{1,2}})
        [ ]?(?P<separator>[/\-–.])[ ]?
        (?P<day>{_DIGIT}{{1,2}})
        [ ]?(?P=separator)[ ]?
        (?P<year>{_YEAR})
        (?![^\W_]|[/\-–.]\d)""",
        re.VERBOSE,
    ),
    # Reads "GRS Transmittal 23 (2014-09-16)"
    re.compile(
        rf"""(?<![^\W_])(?<![^\W_]_)(?<![/.\-–])
        (?P<year>(?:[1lI|][789]|[2Z][0OoQ]){_DIGIT}{{2}})
        (?P<separator>[-–/])
        (?P<month>{_DIGIT}{{1,2}})
        (?P=separator)
        (?P<day>{_DIGIT}{{1,2}})
        (?![0-9A-SU-Za-z]|[/\-–.]\d|[ ]\d(?![^\W_]))""",
        re.VERBOSE,
    ),
)

_WITH_MONTH = (
    # Reads "effective July 20, 2017", "FEB 11 1977", "DEC - 5 1996", "JUL 2 4 1985", "September 16th, 2014"
    re.compile(
        rf"""(?<![^\W_])(?<![^\W_]_)
        (?i:{_MONTH.format(*["a"] * 12)})
        [\s.,\-]{{0,3}}
        (?P<day>{_DIGIT}(?:[ ]?{_DIGIT})?)(?:st|nd|rd|th)?
        [\s,.\-]{{1,3}}'?
        (?P<year>{_YEAR})
        (?![^\W_])""",
        re.VERBOSE,
    ),
    # Reads "DATE RECEIVED 11 FEB 1977", "31 MAR 71", "3 June 1985"; the 2 of "item 2, Oct. 2009" is no day
    re.compile(
        rf"""(?<![^\W_])(?<![^\W_]_)(?<![/.\-–])(?<!(?i:item)[ ])(?<!(?i:items)[ ])
        (?P<day>{_DIGIT}{{1,2}})(?:st|nd|rd|th)?
        [\s.\-]{{0,3}}
        (?i:{_MONTH.format(*["b"] * 12)})
        [\s,.\-]{{0,3}}'?
        (?P<year>{_YEAR})
        (?![^\W_])""",
        re.VERBOSE,
    ),
)

# Reads "PDF Created on: 06/0812017"
_ONE_SLASH = re.compile(r"(?<![^\W_])(?<![^\W_]_)(?<![/.\-–])[0-9OoQlI|/]{7,10}(?![^\W_]|[/\-–.]\d)")

# the "1" of "1 2/27/1987", which is 12/27 in a date field
_LOOSE_DIGIT = re.compile(r"\s*(?P<digit>[01OoIl])[ ]")
_WRITTEN_DIGIT = re.compile("[0-9]")

# Reads "83-06-30", the year first, which no month or day can be
_YEAR_FIRST = re.compile(
    r"\W{0,3}(?P<year>[4-9][0-9])(?P<separator>[-/])(?P<month>[01][0-9])(?P=separator)(?P<day>[0-3][0-9])(?![\w/-])\D*"
)

# Reads "PDF Created on 111132017"
_NO_SLASH = re.compile(r"\s*([0-9OoQlI|]{8,10})\s*")


def read_date(text: str, *, near: int | None = None) -> DateReading | None:
    """The first date in `text`, which should be a date field: a run of bare digits is then a date, too.

    `near` is a year that the document speaks of; it decides the century of a two-digit year.
    """
    return _first_date(text) if near is None else _read_date(text, near)


def _read_date(text: str, near: int | None) -> DateReading | None:
    if not _WRITTEN_DIGIT.search(text):
        return None
    bare = _NO_SLASH.fullmatch(text)
    if bare:
        return _damaged(bare[1], bare.start(1))
    if year_first := _year_first(text):
        return year_first
    found = next(iter(_scan(text, near)), None)
    loose = found and _LOOSE_DIGIT.fullmatch(text[: found.start])
    if found is None or not loose:
        return found
    joined = next(iter(_scan(loose["digit"] + text[found.start :], near)), found)
    days = tuple(dict.fromkeys((*joined.readings, *found.readings)))
    return (
        found
        if len(days) == 1
        else replace(found, value=None, readings=days, repairs=("space removed",), start=loose.start("digit"))
    )


def _year_first(text: str) -> DateReading | None:
    """The day that a date field gives as year, month and day, two figures each; in running text it may be a number."""
    written = _YEAR_FIRST.fullmatch(text)
    if written is None:
        return None
    try:
        day = date(1900 + int(written["year"]), int(written["month"]), int(written["day"]))
    except ValueError:
        return None
    return DateReading(
        value=day, readings=(day,), repairs=(), start=written.start("year"), end=written.end("day")
    )


def find_dates(text: str, *, near: int | None = None) -> tuple[DateReading, ...]:
    """Every date in running text, in reading order."""
    return _every_date(text) if near is None else tuple(_scan(text, near))


@remembered(most=4096)
def _first_date(text: str) -> DateReading | None:
    return _read_date(text, None)


@remembered(most=4096)
def _every_date(text: str) -> tuple[DateReading, ...]:
    return tuple(_scan(text, None))


def _scan(text: str, near: int | None) -> Iterator[DateReading]:
    # A date of look-alikes only is none: no year of a schedule has nothing but ones and zeros.
    if not _WRITTEN_DIGIT.search(text):
        return
    found = [_whole(match, near) for pattern in _worth_trying(text) for match in pattern.finditer(text)]
    if "/" in text:
        found += [
            _damaged(match[0], match.start())
            for match in _ONE_SLASH.finditer(text)
            if match[0].count("/") == 1
        ]
    end = 0
    for reading in sorted((reading for reading in found if reading), key=lambda one: (one.start, -one.end)):
        if reading.start >= end:
            end = reading.end
            yield reading


def _worth_trying(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns of which the text has the signs: two of one kind, or a month's first letters, look-alikes made one."""
    if any(text.count(sign) > 1 for sign in "/-–."):
        yield from _OF_NUMBERS
    letters = text.upper().translate(_LIKE_LETTERS)
    if any(month in letters for month in _FIRST_LETTERS):
        yield from _WITH_MONTH


def _whole(match: re.Match[str], near: int | None) -> DateReading | None:
    """A date whose three parts are all there."""
    groups = match.groupdict()
    numerals = [groups["day"], groups["year"]]
    month = next(
        (int(name[1:-2]) for name, value in groups.items() if value and name[0] == "m" and name[-2] == "_"), 0
    )
    if not month:
        numerals.append(groups["month"])
    if 2 * sum(character.isdigit() for character in "".join(numerals)) < len("".join(numerals)):
        return None
    repairs = ["space removed"] if re.match(r"\S[ ]?\S[ ]", groups["year"]) else []
    day, year, *rest = (_number(numeral, repairs) for numeral in numerals)
    value = _calendar_day(_with_century(year, near) if year < 100 else year, month or rest[0], day)
    if value is None or (repairs and not EARLIEST_DAMAGED <= value.year <= LATEST_DAMAGED):
        return None
    return DateReading(
        value=value,
        readings=(value,),
        repairs=tuple(dict.fromkeys(repairs)),
        start=match.start(),
        end=match.end(),
    )


def _damaged(written: str, start: int) -> DateReading | None:
    """A date in which slashes are lost or read as 1, or which never had any (20170608)."""
    readings: dict[date, tuple[str, ...]] = {}
    compact = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", written)
    if compact:
        day = _calendar_day(*map(int, compact.groups()))
        if day:
            readings[day] = ()
    for slashes in (("/", "1", ""), ("/", "1", "", "11")):
        for value, repairs in _with_slashes(written, slashes):
            readings.setdefault(value, repairs)
        if len(readings) > 1 or "/" in written:
            break
        if all(not repairs or repairs == ("lost /",) for repairs in readings.values()) and readings:
            break
    if not readings:
        return None
    values = tuple(readings)
    return DateReading(
        value=values[0] if len(values) == 1 else None,
        readings=values,
        repairs=tuple(dict.fromkeys(repair for repairs in readings.values() for repair in repairs)),
        start=start,
        end=start + len(written),
    )


def _with_slashes(written: str, slashes: tuple[str, ...]) -> Iterator[tuple[date, tuple[str, ...]]]:
    """Every way to put two slashes into `written`, where each may stand as one of `slashes`."""
    for first, second, month_length, day_length in product(slashes, slashes, (1, 2), (1, 2)):
        if month_length + len(first) + day_length + len(second) + 4 != len(written):
            continue
        month, rest = written[:month_length], written[month_length:]
        day, tail = rest[len(first) : len(first) + day_length], rest[len(first) + day_length :]
        if not (_reads_as(rest, first) and _reads_as(tail, second)):
            continue
        repairs = [f"{sign or 'lost '}{'→' if sign else ''}/" for sign in (first, second) if sign != "/"]
        year = tail[len(second) :]
        if "/" in month + day + year:
            continue
        value = _calendar_day(*(_number(part, repairs) for part in (year, month, day)))
        if value and EARLIEST_DAMAGED <= value.year <= LATEST_DAMAGED:
            yield value, tuple(dict.fromkeys(repairs))


def _reads_as(text: str, sign: str) -> bool:
    """Whether `text` begins with `sign`, a letter that looks like 1 counting as 1."""
    return "".join("1" if character in "1lI|" else character for character in text[: len(sign)]) == sign


def _number(written: str, repairs: list[str]) -> int:
    digits = ""
    for character in written:
        if character == " ":
            continue
        if character in _LIKE_DIGIT:
            repairs.append(f"{character}→{_LIKE_DIGIT[character]}")
        digits += _LIKE_DIGIT.get(character, character)
    return int(digits)


def _with_century(year: int, near: int | None) -> int:
    if near is not None:
        return min((1900 + year, 2000 + year), key=lambda full: abs(full - near))
    return (1900 if year >= FIRST_YEAR_OF_2000S else 2000) + year


def _calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or no schedule could name it."""
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None
