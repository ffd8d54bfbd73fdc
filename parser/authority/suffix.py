"""Item designators: `1.B.(2)c.`, `3c(2)`, `17/1/a/1`, `33t`, `28a2`, `1501-16a`, `LND-7.00`.

A designator of the 1-a-(1)-(a) kind becomes a path of levels; any other is one segment as printed, in lower
case (docs/contract, "Identifiers"). What can be read in two ways keeps both.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.levels import Level, Path, PathReading, read_levels

Start = Literal["number", "letter", "bracket", "code"]

# LND-7.00   2800-P5   FN-190
_CODE = re.compile(
    r"(?:(?:[A-Z]{2,5}|[a-z]{3,5})-[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?|[0-9]{1,4}-[A-Z]{1,2}[0-9]{1,3})(?![0-9A-Za-z])",
    re.ASCII,
)
# A-13-001-01a
_MANUAL = re.compile(r"[A-Z](?:-[0-9]{1,3}){2,4}[a-z]?(?![0-9A-Za-z])", re.ASCII)
# 13-052.100
_DOTTED = re.compile(r"[0-9]{1,4}-[0-9]{1,4}\.[0-9]{2,4}[a-z]?(?![0-9A-Za-z-])", re.ASCII)
# 1501-16a   190-47c
_HYPHENATED = re.compile(
    r"(?P<left>[0-9]{1,5})-(?P<right>[0-9]{1,4})(?P<letter>[A-Za-z]?)(?![0-9A-Za-z-])", re.ASCII
)
_CODES = (_CODE, _MANUAL, _DOTTED, _HYPHENATED)
# the -a of 1-a
_HYPHEN_LETTER = re.compile(r"-([A-Za-z])(?![0-9A-Za-z-])", re.ASCII)

# the 1 of 1.B.(2)c., the 12410 of the subject code 12410.2
_DIGITS = re.compile(r"[0-9]{1,5}(?![0-9])", re.ASCII)
# the B of 1B(1), the aa of 1aa, the iv of 1.a.iv
_LETTERS = re.compile(
    r"(?:[IVX]{1,5}|[ivx]{1,5}|aa|bb|cc|dd|ee|ff|AA|BB|CC|DD|EE|FF|[A-Za-z]|\|)(?![A-Za-z|])", re.ASCII
)
# the (2) of 3c(2), the (l) of 3c(l), the (10) of 1a(10); the (1998) behind an item is a year
_BRACKET = re.compile(
    r"\([ ]?(?!(?:19|20)[0-9]{2}[ ]?\))(?P<inner>[0-9]{1,3}|[A-Za-z0-9|!]{1,4})[ ]?\)", re.ASCII
)
# the /b of 1505-03/b
_BELOW_CODE = re.compile(r"/(?P<level>[1-9][0-9]?|[A-Za-z])(?![0-9A-Za-z-])", re.ASCII)
# 1st, 2nd, 3rd, 5th
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)(?![A-Za-z])", re.ASCII | re.IGNORECASE)
# 05/31/2017
_DATE = re.compile(r"[0-9]{1,2}/[0-9]{1,2}/(?:19|20)[0-9]{2}(?![0-9])", re.ASCII)
# the N1- of N1-567-09-6/N1-567-09-7
_NUMBER_AHEAD = re.compile(r"(?:N[12Il|]|NC|NN|II-|DAA|GRS)[ 0-9Il|A-Z-]", re.ASCII | re.IGNORECASE)
# the is of "item 1B(1)is superseded", whose blank is lost
_GLUED_WORD = re.compile(
    r"(?:is|are|was|were|has|have|and|or|of|in|by|to|for|through|thru|from|superseded|replaced)(?![0-9A-Za-z])",
    re.ASCII,
)
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
# the II.B of a schedule in parts that are numbered I, II, III, each with its items A, B, C
_ROMAN_PART = re.compile(r"(?P<part>I{1,3}|IV|VI{0,3}|IX|XI{0,3})(?P<joiner>[./])[A-Z](?![A-Za-z])", re.ASCII)
_MOST_LEVELS = 8
_LONGEST = 60
# the lb of item lb(2)
_ONE_AND_LETTER = re.compile(r"[lI|](?=[a-eg-mo-ru-z](?![A-Za-z]))", re.ASCII)

# the B1 of a schedule in parts, A1, A2, B1; no outline goes as far as Z
_OF_A_PART = re.compile(r"[BGS][0-9]{1,2}", re.ASCII)
_OF_PART_ONE = re.compile(r"I[0-9]{1,2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Designator:
    """A designator at `start` to `end` of the plain text. `readings` are ordered, best first."""

    start: int
    end: int
    written: str
    begins: Start
    readings: tuple[PathReading, ...]

    @property
    def sure(self) -> bool:
        """Whether there is one way to read it and nothing was repaired."""
        return len(self.readings) == 1 and self.readings[0].weight == 1.0


def item_path(written: str) -> Path | None:
    """The path of an item as an outline or a cell prints it (`1.B.(2)c.`); None where it is not sure."""
    text = written.strip().rstrip(".:;, ")
    designator = read_designator(text, 0)
    if designator is None or designator.end != len(text) or not designator.sure:
        return None
    path = designator.readings[0].path
    return None if "0" in path else path


def read_designator(plain: str, start: int, *, hyphen: bool = True) -> Designator | None:
    """The designator that begins at `start`, or None.

    With `hyphen` false a hyphen ends it: the caller looks for a range.
    """
    if _ORDINAL.match(plain, start) or _DATE.match(plain, start):
        return None
    if hyphen:
        code = _read_code(plain, start)
        if code is not None:
            return code
    one = _ONE_AND_LETTER.match(plain, start)
    if one is not None:
        return _with_one(plain, start, hyphen=hyphen)
    parts, end = _parts(plain, start)
    glued = (
        bool(parts) and (parts[-1].bracketed or parts[-1].text.isdigit()) and _GLUED_WORD.match(plain, end)
    )
    if not parts or (not glued and end < len(plain) and (plain[end].isalnum() or plain[end] in "%$")):
        return None
    # A bar or an exclamation mark may be a 1: what follows it tells.
    barred = plain[end : end + 1] in {"|", "!"}
    if barred and plain[end + 1 : end + 2].isalnum():
        return None
    first = parts[0]
    begins: Start = "bracket" if first.bracketed else "number" if first.text[0].isdigit() else "letter"
    written = plain[start:end]
    roman = _ROMAN_PART.match(plain, start)
    if roman is not None and len(parts) > 1:
        readings = _roman_or_digits(parts, roman["part"])
    else:
        readings = read_levels(parts, written)
        if begins == "letter":
            readings = _or_digits(written, readings)
    if barred:
        doubt = confusions().item["letter_after_digit"]
        readings = tuple(replace(reading, weight=reading.weight * doubt) for reading in readings)
    if glued:
        doubt = confusions().item["damaged_word"]
        readings = tuple(
            replace(each, weight=each.weight * doubt, repairs=(*each.repairs, "space restored"))
            for each in readings
        )
    letter = _HYPHEN_LETTER.match(plain, end) if hyphen and begins == "number" and len(parts) == 1 else None
    if letter is not None:
        # 1-a is 1a to most writers, and a code of its own to some agencies.
        levels = (
            PathReading(
                path=(*reading.path, letter[1].lower()),
                weight=reading.weight * confusions().item["hyphen_level"],
                repairs=reading.repairs,
            )
            for reading in readings
        )
        whole = (f"{written}{letter[0]}".lower(),)
        readings = (*levels, PathReading(path=whole, weight=confusions().item["hyphen_whole"]))
        end = letter.end()
    return Designator(start=start, end=end, written=plain[start:end], begins=begins, readings=readings)


def _roman_or_digits(parts: list[Level], numeral: str) -> tuple[PathReading, ...]:
    """`I.A` is item A of part I, or a 1.A: below a Roman numeral a capital is a letter; `II.A` is hardly an 11.A."""
    weights = confusions().item
    as_roman, as_digit = (
        (weights["roman_one"], weights["one_like_roman"])
        if numeral == "I"
        else (weights["roman"], weights["digits_like_roman"])
    )
    below = read_levels(parts[2:], "") if len(parts) > 2 else (PathReading(path=()),)
    letter = parts[1].text.lower()
    readings = [
        PathReading(
            path=(numeral.lower(), letter, *each.path), weight=each.weight * as_roman, repairs=each.repairs
        )
        for each in below
    ]
    if set(numeral) == {"I"}:
        ones = "1" * len(numeral)
        readings += [
            PathReading(
                path=(ones, letter, *each.path), weight=each.weight * as_digit, repairs=("I→1", *each.repairs)
            )
            for each in below
        ]
    return tuple(sorted(readings, key=lambda each: -each.weight))


def _or_digits(written: str, readings: tuple[PathReading, ...]) -> tuple[PathReading, ...]:
    """`B` may be an 8 and `Z2a` a 22a: what a designator begins with is mostly a number."""
    table, weights = confusions().digits, confusions().item
    run = re.match(r"[OQDIl|SZBG][0-9OQDIl|SZBG]*", written)
    if run is None:
        return readings
    digits = "".join(table[c].read if c in table else c for c in run[0])
    repairs = tuple(table[c].repair for c in run[0] if c in table)
    changed = read_designator(digits + written[run.end() :], 0, hyphen=False)
    if changed is None or not changed.sure or digits.startswith("0"):
        return readings
    if run[0] == "I":
        # The first item is common, a ninth letter of a list or a Roman list is not.
        as_letter, as_digit = weights["letter_kept"], weights["bracketed_i"]
    elif run[0].isalpha() and "l" not in run[0]:
        # II is a Roman numeral as much as an 11; a small l is a 1.
        as_letter, as_digit = weights["letter_first"], weights["digit_first"]
    elif _OF_A_PART.fullmatch(run[0]):
        as_letter, as_digit = weights["letter_of_a_part"], weights["digit_of_a_part"]
    elif _OF_PART_ONE.fullmatch(run[0]):
        as_letter, as_digit = weights["letter_of_part_one"], weights["digit_of_part_one"]
    else:
        as_letter, as_digit = weights["letter_before_digit"], weights["digit_before_digit"]
    both = (
        *(replace(each, weight=each.weight * as_letter) for each in readings),
        PathReading(path=changed.readings[0].path, weight=as_digit, repairs=repairs),
    )
    return tuple(sorted(both, key=lambda each: -each.weight))


def _with_one(plain: str, start: int, *, hyphen: bool) -> Designator | None:
    """`lb(2)` for 1b(2)."""
    table = confusions().digits[plain[start]]
    changed = read_designator(f"1{plain[start + 1 : start + _LONGEST]}", 0, hyphen=hyphen)
    if changed is None:
        return None
    end = start + changed.end
    readings = tuple(
        replace(each, weight=each.weight * table.weight, repairs=(table.repair, *each.repairs))
        for each in changed.readings
    )
    return replace(changed, start=start, end=end, written=plain[start:end], readings=readings)


def _read_code(plain: str, start: int) -> Designator | None:
    match = next((found for each in _CODES if (found := each.match(plain, start))), None)
    if match is None:
        return None
    written = match[0]
    groups = match.groupdict()
    # 15-16a may be a range from 15 to 16a; 1501-16a cannot.
    ascending = bool(groups) and int(groups["left"]) < int(groups["right"])
    weight = confusions().item["hyphen_level"] if ascending else 1.0
    readings: tuple[PathReading, ...] = (PathReading(path=(written.lower(),), weight=weight),)
    end = match.end()
    bracket = _BRACKET.match(plain, end)
    if bracket is not None:
        weight = confusions().item["hyphen_level"]
        readings = (PathReading(path=(written.lower(), bracket["inner"].lower()), weight=weight),)
        end = bracket.end()
    for below in _BELOW_CODE.finditer(plain, end):
        if below.start() != end:
            break
        readings = tuple(replace(each, path=(*each.path, below["level"].lower())) for each in readings)
        end = below.end()
    return Designator(start=start, end=end, written=plain[start:end], begins="code", readings=readings)


def _parts(plain: str, start: int) -> tuple[list[Level], int]:
    """The levels as printed, and where they end."""
    parts: list[Level] = []
    end = start
    while len(parts) < _MOST_LEVELS:
        joiner, at = _joiner(plain, end) if parts else ("", end)
        if _NUMBER_AHEAD.match(plain, at):
            break
        bracket = _BRACKET.match(plain, at)
        if bracket is not None and _bracket_fits(bracket["inner"]):
            parts.append(Level(bracket["inner"], True, joiner))
            end = bracket.end()
            continue
        if joiner == " ":
            break
        match = _DIGITS.match(plain, at) or _LETTERS.match(plain, at)
        if match is None or (
            parts and not joiner and not parts[-1].bracketed and _same_kind(parts[-1], match[0])
        ):
            break
        parts.append(Level(match[0], False, joiner))
        end = match.end()
    return parts, end


def _joiner(plain: str, at: int) -> tuple[str, int]:
    """What parts two levels: a full stop, a slash, a blank before a bracket, or nothing."""
    following = plain[at : at + 3]
    if following[:1] in {".", "/"} and following[1:2].strip():
        return following[0], at + 1
    if following.startswith(" / ") and plain[at + 3 : at + 4].strip():
        return "/", at + 3
    if following[:2] == " (":
        return " ", at + 1
    return "", at


def _bracket_fits(inner: str) -> bool:
    lower = inner.lower()
    return (
        lower.isdigit()
        or len(lower) == 1
        or _ROMAN.fullmatch(lower) is not None
        or len(set(lower)) == 1
        or _digit_like(inner)
    )


def _same_kind(part: Level, text: str) -> bool:
    return part.text[-1].isdigit() == text[0].isdigit()


def _digit_like(text: str) -> bool:
    table = confusions().digits
    return any(c.isdigit() for c in text) and all(c.isdigit() or c in table for c in text)
