"""Items of a fixed width: DAA (`-0005, -0006 and -0007`) and the decimal GRS (`items 010 and 020`)."""

import re
from dataclasses import dataclass

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.itemrange import MOST_IN_RANGE
from schedgraph.parser.authority.items import ItemPart
from schedgraph.parser.authority.levels import PathReading

_MOST_IN_LIST = 400
# the 020 of item 020, the O20 of item O20
_NUMBER = re.compile(r"-?(?P<digits>[0-9OoQDIl|SZB]{1,4})(?![0-9A-Za-z|(/]|\.[0-9])", re.ASCII)
# the 0 20 of GRS 5.2/0 20: no item begins with a nought and ends with it
_PARTED = re.compile(
    r"-?(?P<digits>[0O][0-9OoQDIl|SZB]{0,2}[ ][0-9OoQDIl|SZB]{1,3})(?![0-9A-Za-z|(/-])", re.ASCII
)
# the "-2017-" of 0567-2017-0007
_MORE_NUMBER = re.compile(r"-[0-9]{4}-", re.ASCII)
# the " + " of 0005 + 0006, the ", and " of -0006, and -0007
_SEPARATOR = re.compile(
    r"[ \n]{0,3}(?:,[ \n]{0,3}(?:(?:and|or)[ \n]{1,3}|&[ ]?)?"
    r"|[;+&][ \n]{0,3}|/(?=-?0)|(?:and|or|plus)[ \n]{1,3})",
    re.ASCII | re.IGNORECASE,
)
# the " through " of -0001 through -0005
_THROUGH = re.compile(
    r"[ \n]{0,3}(?:through|thru|to|until)[ \n]{1,3}|[ ]?-[ ]?(?=-?0)", re.ASCII | re.IGNORECASE
)
_ITEM_AGAIN = re.compile(r"items?[ ]{1,2}", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"[ \n-]{0,2}(?P<word>[A-Za-z.]{2,12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: int
    reading: PathReading
    sure: bool


def read_numbered(plain: str, start: int, width: int) -> tuple[list[ItemPart], int]:
    """The numbers after an item word, and where they end."""
    first = _number(plain, start, width, bare=False)
    return ([], start) if first is None else _list(plain, first, width, bare=False)


def read_more(plain: str, item: str, start: int, end: int) -> tuple[list[ItemPart], int]:
    """The items after a number that holds `item` itself, at `start` to `end`: they share its stem.

    The part for `item` is the first, unless nothing follows.
    """
    first = _Number(start, end, int(item), PathReading(path=(item,)), True)
    parts, last = _list(plain, first, len(item), bare=True)
    return (parts, last) if last > end else ([], end)


def _list(plain: str, first: _Number, width: int, *, bare: bool) -> tuple[list[ItemPart], int]:
    parts: list[ItemPart] = []
    number: _Number | None = first
    end = first.end
    while number is not None and len(parts) < _MOST_IN_LIST:
        members, end = _with_range(plain, number, width, bare=bare)
        parts.extend(members)
        separator = _SEPARATOR.match(plain, end)
        if separator is None:
            break
        at = separator.end()
        again = _ITEM_AGAIN.match(plain, at)
        at = again.end() if again is not None else at
        number = _number(plain, at, width, bare=bare and again is None)
    return parts, end


def _number(plain: str, start: int, width: int, *, bare: bool) -> _Number | None:
    match = _parted(plain, start, width) or _NUMBER.match(plain, start)
    if match is None:
        return None
    written = match["digits"].replace(" ", "")
    if len(written) > width or not any(c.isdigit() for c in written):
        return None
    if bare and (
        len(written) != width
        or not (plain[start] == "-" or written[0] in "0O")
        or _MORE_NUMBER.match(plain, match.end())
    ):
        # a year, a page, a number of boxes, the next number without its prefix
        return None
    following = _WORD.match(plain, match.end())
    if following is not None and following["word"].lower().rstrip(".") in confusions().units:
        return None
    table = confusions().digits
    weight, repairs = 1.0, []
    if " " in match["digits"]:
        weight, repairs = confusions().shape["space_in_digits"], ["space removed"]
    for character in written:
        if not character.isdigit():
            weight *= table[character].weight
            repairs.append(table[character].repair)
    digits = "".join(c if c.isdigit() else table[c].read for c in written)
    if len(digits) < width:
        weight *= confusions().item["era_sequence"]
    reading = PathReading(path=(digits.zfill(width),), weight=weight, repairs=tuple(repairs))
    return _Number(start, match.end(), int(digits), reading, weight == 1.0)


def _parted(plain: str, start: int, width: int) -> re.Match[str] | None:
    match = _PARTED.match(plain, start)
    return match if match is not None and len(match["digits"]) == width + 1 else None


def _with_range(plain: str, first: _Number, width: int, *, bare: bool) -> tuple[list[ItemPart], int]:
    start, end = first.start, first.end
    through = _THROUGH.match(plain, end)
    at = through.end() if through is not None else end
    again = _ITEM_AGAIN.match(plain, at)
    last = _number(plain, again.end() if again else at, width, bare=bare) if through is not None else None
    if last is None:
        return [ItemPart(start=start, end=end, readings=(first.reading,), sure=first.sure)], end
    sure = first.sure and last.sure
    if not first.value < last.value <= first.value + MOST_IN_RANGE:
        return [
            ItemPart(start=start, end=last.end, readings=(number.reading,), sure=False)
            for number in (first, last)
        ], last.end
    weight = first.reading.weight * last.reading.weight
    repairs = first.reading.repairs + last.reading.repairs
    return [
        ItemPart(
            start=start,
            end=last.end,
            readings=(PathReading(path=(str(value).zfill(width),), weight=weight, repairs=repairs),),
            sure=sure,
            between=first.value < value < last.value,
        )
        for value in range(first.value, last.value + 1)
    ], last.end
