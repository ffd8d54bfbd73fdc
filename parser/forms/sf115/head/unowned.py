"""The one signed date of the head that no box and no words own, later than every other: the Archivist's.

Pages whose two columns are read one across the other leave "3-10-80 (signed)" below the words by which he
approves, its labels far from it.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.forms.archivist import ARCHIVIST_OF
from schedgraph.parser.forms.sf115.head.beside import end_in_approval, names_pattern
from schedgraph.parser.passage import Passage

_LONGEST = 100
_NEAR = 3
_SIGNED = re.compile(r"[\[(]?(?:/?s/|\b(?:signed|signature|sgd|initialed)\b)", re.IGNORECASE)
_TITLE = re.compile(rf"\b{ARCHIVIST_OF}", re.IGNORECASE)
_BESIDE = re.compile(
    rf"{_SIGNED.pattern}|\b(?:(?:acting|deputy)\s)?(?:{ARCHIVIST_OF}|archivist)|\b(?:date|by|for|the|approved)\b|\W|_",
    re.IGNORECASE,
)


def unowned_date(lines: Sequence[Passage], owned: Sequence[Passage], known: Sequence[date]) -> Passage | None:
    """The only signed date of `lines` outside all `owned` places and later than every day `known`.

    Its line holds nothing else, and the Archivist's words or his title are next to it. Where two dates could be
    his, or no other day is known that his must follow, none is taken.
    """
    if not known:
        return None
    found = [
        line.slice(day.start, day.end)
        for index, line in enumerate(lines)
        if len(line.text) <= _LONGEST and any(map(str.isdigit, line.text))
        for day in find_dates(line.text)
        if _is_signed(lines, index, day) and not _is_owned(line.slice(day.start, day.end), owned)
    ]
    if len(found) != 1:
        return None
    value = find_dates(found[0].text)[0].value
    return found[0] if value and value > max(known) else None


def _is_signed(lines: Sequence[Passage], index: int, day: DateReading) -> bool:
    """Whether a date and a signature are all that stands on the line, and it is the Archivist's by what is near."""
    line = lines[index].text
    beside = f"{line[: day.start]} {line[day.end :]}"
    near = [each.text for each in lines[max(0, index - _NEAR) : index + 1 + _NEAR]]
    signed = _SIGNED.search(beside) or re.search(names_pattern(), beside, re.IGNORECASE)
    if not signed or _beside().sub("", beside):
        return False
    return any(_TITLE.search(text) for text in near) or end_in_approval(lines[:index])


def _is_owned(place: Passage, owned: Sequence[Passage]) -> bool:
    here = place.evidence()
    there = [each.evidence() for each in owned if each]
    return any(each.page == here.page and here.start < each.end and each.start < here.end for each in there)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(f"{names_pattern()}|{_BESIDE.pattern}", re.IGNORECASE)
