"""A repaired number is sure only when an undamaged occurrence gives the same number.

Such occurrences are the header, the outline, the item list, or the name of the file
(docs/contract, "number").
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import ancestors, parse_identifier
from schedgraph.parser.ranked import RankedTarget

# the "-APPROVED" of "GRS 6.1-0142-2018-0001-APPROVED", the "_signed (2)" of a download
_REMARK = re.compile(
    r"(?:[-_. ][A-Za-z]{3,20}){1,3}(?:[ _-]?\([0-9]{1,2}\))?\Z|[ _-]?\([0-9]{1,2}\)\Z", re.ASCII
)


def agree(mentions: Iterable[Mention], occurrences: Iterable[str]) -> tuple[Mention, ...]:
    """The mentions, each unsure one settled where exactly one of its readings occurs undamaged.

    `occurrences` are canonical identifiers. Repairs and the other readings are kept.
    """
    confirmed = frozenset(occurrences)
    return tuple(mention if mention.sure else _settled(mention, confirmed) for mention in mentions)


def sure_numbers(mentions: Iterable[Mention]) -> frozenset[str]:
    """The identifiers that the sure mentions give, each with the items and the schedule above it."""
    found = {mention.id for mention in mentions if mention.sure and mention.id is not None}
    return frozenset(found) | {above for identifier in found for above in ancestors(identifier)}


def number_in_file_name(name: str) -> str | None:
    """The schedule that a file is named after (`n1-567-09-006_sf115.pdf`); None where that is not certain."""
    stem = PurePosixPath(name.replace("\\", "/")).name.rsplit(".", 1)[0]
    bare = _REMARK.sub("", stem)
    for text in (stem.replace("_", " "), stem.replace("_", "-"), bare.replace("_", " ")):
        schedules = {
            number.schedule
            for mention in find_numbers(text)
            if mention.sure
            and mention.id is not None
            and (number := parse_identifier(mention.id)) is not None
        }
        if schedules:
            return schedules.pop() if len(schedules) == 1 else None
    return None


def _settled(mention: Mention, confirmed: frozenset[str]) -> Mention:
    agreeing = confirmed_readings(mention.readings, confirmed) or [
        reading
        for reading in mention.readings
        if mention.item_sure and _schedule(reading.target) in confirmed
    ]
    if len(agreeing) != 1:
        return mention
    target = agreeing[0].target
    number = parse_identifier(target)
    return replace(
        mention,
        id=target,
        family=number.family if number is not None else mention.family,
        sure=True,
        readings=(agreeing[0], *(reading for reading in mention.readings if reading.target != target)),
        whole_schedule=number is not None and not number.path,
    )


def confirmed_readings(readings: Sequence[RankedTarget], confirmed: Container[str]) -> list[RankedTarget]:
    """The readings that occur undamaged elsewhere, but for a schedule of which a better reading names an item."""
    return [
        reading
        for place, reading in enumerate(readings)
        if reading.target in confirmed and not _cuts_short(reading.target, readings[:place])
    ]


def _cuts_short(target: str, better: Iterable[RankedTarget]) -> bool:
    """Whether a better reading is an item of `target`: that the schedule occurs elsewhere says nothing of its items."""
    return any(target in ancestors(reading.target) for reading in better)


def _schedule(identifier: str) -> str | None:
    number = parse_identifier(identifier)
    return None if number is None else number.schedule
