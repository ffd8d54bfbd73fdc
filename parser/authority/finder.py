"""Finds the authority numbers in a text of any length, with every way to read them.

One pass from left to right: a place where a prefix or an item word stands is a candidate; it is read strictly,
else repaired; then the items that follow are read, or those that stand before it (`items 2 and 4 of NC1-…`).
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cache

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.families import dashed_families
from schedgraph.parser.authority.grammar import ScheduleReading, read_strict
from schedgraph.parser.authority.grs import read_grs, read_next_schedule
from schedgraph.parser.authority.items import ITEM_WORD, MOST_IN_RANGE, ItemList, ItemPart, read_items
from schedgraph.parser.authority.number import AuthorityNumber, parse_identifier
from schedgraph.parser.authority.numbered import read_numbered
from schedgraph.parser.authority.plain import look_alike_repairs, plain_text
from schedgraph.parser.authority.ranking import Candidate, rank
from schedgraph.parser.authority.repair import read_damaged
from schedgraph.parser.authority.suffix import PathReading
from schedgraph.parser.authority.tail import Tail, read_tail
from schedgraph.parser.document import RankedTarget

# the " of " of items 2 and 4 of NC1-64-77-10, the ", " of item 5, N1-59-96-5
_CONNECTOR = re.compile(
    r"[ \n]{0,3}(?:,[ \n]{0,3})?(?:(?P<of>of|in|from|under|on)[ \n]{1,3})?(?:the[ \n]{1,3})?"
    r"(?:(?:NARA|records?|disposition|job|schedule|authority|SF[ -]?115)[ \n]{1,3}){0,4}(?:(?:nos?|numbers?)\.?[ ]{1,2})?",
    re.ASCII | re.IGNORECASE,
)
# the " through " of DAA-0361-2020-0001-0001 through DAA-0361-2020-0001-0004
_THROUGH = re.compile(r"[ \n]{1,3}(?:through|thru|to)[ \n]{1,3}", re.ASCII | re.IGNORECASE)
# the " 6" of NC1-412-85-2 6
_MORE_DIGITS = re.compile(
    r"[ ](?P<digits>[0-9]{1,2})(?![0-9A-Za-z/.,:(-])(?:[ ](?P<word>[A-Za-z]{1,12}))?", re.ASCII
)
# the "-000l" of DAA-0567-2017-0007-000l, the " 0001" of DAA-0567-2017-0007 0001
_ITEM_AHEAD = re.compile(
    r"[ \n]{0,3}-[ \n]{0,3}[0-9A-Za-z|]|[_.]?[0-9]{4}(?![0-9A-Za-z/-])|[ ][0Oo][0-9OolI|]{2,3}(?![0-9A-Za-z/-])",
    re.ASCII,
)
_ITEM_WORD = re.compile(ITEM_WORD, re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A number at `text[start:end]`, which is `printed`.

    `id` is None where no reading stands out; `sure` is true only where the text fits the grammar as written, but
    for padding, spacing, case and dash style. Members of a range share the place of the range.
    """

    start: int
    end: int
    printed: str
    readings: tuple[RankedTarget, ...]
    id: str | None
    family: str | None
    sure: bool
    repairs: tuple[str, ...]
    whole_schedule: bool
    item_sure: bool = True
    """Whether the items after the number are read without doubt, whatever the schedule is."""


@dataclass(frozen=True, slots=True)
class _Text:
    written: str
    plain: str
    known: Container[str]


def find_numbers(text: str, *, known: Container[str] = ()) -> tuple[Mention, ...]:
    """Every authority number in `text`, in the order of the text.

    `known` holds the identifiers of a corpus; readings that it holds are ranked before others.
    """
    source = _Text(text, plain_text(text), known)
    return tuple(_scan(source))


def _scan(source: _Text) -> Iterator[Mention]:
    plain, at = source.plain, 0
    anchor = _anchor()
    while True:
        match = anchor.search(plain, at)
        if match is None:
            return
        if match["item"] is not None:
            found = _items_first(source, match)
        else:
            found = _number_first(source, match.start())
        if found is None:
            at = match.start() + 1
            continue
        mentions, at = found
        mentions.extend(_up_to_next(source, mentions, at))
        yield from mentions
        plural = bool(mentions) and "schedules" in mentions[0].printed.lower()
        while mentions and mentions[-1].id is not None and mentions[-1].family == "GRS":
            following = read_next_schedule(plain, at, old=plural)
            if following is None:
                break
            start, readings = following
            mentions, at = _with_tail(source, start, readings)
            yield from mentions


def _up_to_next(source: _Text, mentions: list[Mention], at: int) -> Iterator[Mention]:
    """The items between DAA-…-0001 and DAA-…-0004 in `DAA-…-0001 through DAA-…-0004`."""
    first = mentions[-1] if mentions else None
    through = _THROUGH.match(source.plain, at)
    if first is None or through is None or first.family != "DAA" or first.whole_schedule:
        return
    following = read_strict(source.plain, through.end())
    low = parse_identifier(first.id) if first.id else None
    if not following or not following[0].path or low is None or following[0].schedule != low.schedule:
        return
    last = int(following[0].path[0])
    sure = first.sure and following[0].sure and last - int(low.path[0]) <= MOST_IN_RANGE
    for number in range(int(low.path[0]) + 1, min(last, int(low.path[0]) + MOST_IN_RANGE)):
        target = f"{low.schedule}-{number:04d}"
        yield replace(
            first,
            end=following[0].end,
            printed=source.written[first.start : following[0].end],
            readings=(RankedTarget(target=target, confidence=first.readings[0].confidence),),
            id=target,
            sure=sure,
        )


def _number_first(source: _Text, start: int) -> tuple[list[Mention], int] | None:
    readings = read_schedule(source.plain, start)
    return _with_tail(source, start, readings) if readings else None


def read_schedule(plain: str, start: int) -> tuple[ScheduleReading, ...]:
    """Every reading of the schedule number that begins at `start`, best first."""
    grs = read_grs(plain, start)
    if grs:
        return grs
    strict = read_strict(plain, start)
    if strict and _ends(plain, strict[0]):
        return strict
    damaged = [reading for reading in read_damaged(plain, start) if not _same(reading, strict)]
    if strict and strict[0].family.item == "number" and not strict[0].path:
        # What is glued to it is an item that was not read.
        strict = tuple(_doubted(reading, confusions().item["no_item"]) for reading in strict)
    return tuple(
        sorted((*strict, *damaged, *_spaced_out(plain, strict)), key=lambda reading: -reading.weight)
    )


def _doubted(reading: ScheduleReading, weight: float) -> ScheduleReading:
    return replace(reading, weight=reading.weight * weight, sure=False)


def _spaced_out(plain: str, strict: tuple[ScheduleReading, ...]) -> Iterator[ScheduleReading]:
    """`NC1-412-85-2 6` may be NC1-412-85-26."""
    for reading in strict:
        slot = reading.family.slots[-1]
        more = _MORE_DIGITS.match(plain, reading.end) if reading.family.item == "designator" else None
        if more is None or len(reading.last) + len(more["digits"]) > max(slot.widths):
            continue
        stem = reading.schedule.rpartition("-")[0]
        yield replace(
            reading,
            schedule=f"{stem}-{slot.canonical(reading.last + more['digits'])}",
            end=more.end(),
            weight=confusions().shape["space_after_digits"],
            repairs=("space removed",),
            last=reading.last + more["digits"],
            sure=False,
        )


def _ends(plain: str, reading: ScheduleReading) -> bool:
    """Whether a strict number ends where it seems to: nothing that may belong to it is glued to it."""
    following = plain[reading.end : reading.end + 2]
    if reading.family.item == "number" and not reading.path:
        # DAA-0567-2017-0007-000l, DAA-0567-2017-0007 0001
        return not following[:1].isalnum() and not _ITEM_AHEAD.match(plain, reading.end)
    more = _MORE_DIGITS.match(plain, reading.end)
    if more is not None and (more["word"] or "").lower() not in confusions().units:
        return False
    return not following[:1].isalnum() and not (following[:1] == "-" and following[1:2].isdigit())


def _same(reading: ScheduleReading, strict: tuple[ScheduleReading, ...]) -> bool:
    return any(reading.schedule == other.schedule and reading.path == other.path for other in strict)


def _with_tail(source: _Text, start: int, readings: tuple[ScheduleReading, ...]) -> tuple[list[Mention], int]:
    """The mentions of a number and of the items after it."""
    best = readings[0]
    tail = read_tail(source.plain, best)
    end = max(tail.end, best.end)
    if not tail.parts:
        return [_mention(source, start, end, readings, None, tail)], end
    mentions = []
    for index, part in enumerate(tail.parts):
        if part.between and best.family.decimal and not _is_known(source, best, part):
            continue
        first = index == 0 or part.start == tail.parts[0].start
        last_end = part.end if part.end >= best.end else best.end
        mentions.append(_mention(source, start if first else part.start, last_end, readings, part, tail))
    return mentions, end


def _is_known(source: _Text, number: ScheduleReading, part: ItemPart) -> bool:
    return _identifier(number, part.readings[0].path) in source.known


def _items_first(source: _Text, word: re.Match[str]) -> tuple[list[Mention], int] | None:
    """`items 2, 4, 5 and 33 of NC1-64-77-10`."""
    plain = source.plain
    item_word = _ITEM_WORD.match(plain, word.start())
    if item_word is None:
        return None
    items = read_items(plain, item_word, expand=False)
    connector = _CONNECTOR.match(plain, items.end) if items.parts else None
    if connector is None:
        return None
    start = connector.end()
    readings = read_schedule(plain, start) if _anchor().match(plain, start) else ()
    if not readings:
        # Nothing in the list is read again: it holds no number.
        return [], items.end
    best = readings[0]
    tail = read_tail(plain, best)
    items = read_items(plain, item_word)
    if best.family.item == "number":
        items = _renumbered(plain, items, best)
    if (
        not items.parts
        or tail.parts
        or (best.path and best.family.item == "number")
        or (not connector["of"] and connector[0].strip() != ",")
    ):
        return [], items.end
    alone = 0.0 if connector["of"] else confusions().item["no_item"]
    if best.family.item == "number" and not all(part.sure for part in items.parts):
        alone = confusions().item["era_unread"]
    sure = tail.sure and not alone and not items.repairs
    tail = Tail(end=tail.end, parts=items.parts, sure=sure, alone=alone, repairs=items.repairs)
    mentions = []
    for index, part in enumerate(items.parts):
        last = index == len(items.parts) - 1 or part.end == items.parts[-1].end
        start_here = word.start() if index == 0 or part.start == items.parts[0].start else part.start
        end_here = best.end if last else part.end
        mentions.append(_mention(source, start_here, end_here, readings, part, tail))
    return mentions, best.end


def _renumbered(plain: str, items: ItemList, number: ScheduleReading) -> ItemList:
    """The same list as items of a DAA or decimal GRS schedule."""
    parts, end = read_numbered(plain, items.parts[0].start, number.family.item_widths[0])
    return replace(items, parts=tuple(parts) if end == items.end else ())


def _mention(
    source: _Text,
    start: int,
    end: int,
    readings: tuple[ScheduleReading, ...],
    part: ItemPart | None,
    tail: Tail,
) -> Mention:
    best = readings[0]
    candidates: list[Candidate] = []
    for reading in readings:
        if part is None:
            candidates.extend(_own(source.plain, reading, best, tail))
            continue
        paths = part.readings if reading.end == best.end else _paths_at(source.plain, reading)
        if reading.path and tail.ambiguous:
            # The slash that was read as 1 parts job and item: nothing is glued to the job.
            paths = tuple(path for path in paths if path.path[0] != best.last)
        candidates.extend(_combined(reading, path) for path in paths)
        if tail.alone:
            candidates.append(_candidate(reading, (), tail.alone))
    ranking = rank(candidates, source.known, ambiguous=tail.ambiguous)
    printed = source.written[start:end]
    homoglyphs = look_alike_repairs(printed)
    chosen = ranking.first
    if tail.unread:
        ranking = rank(
            [_candidate(reading, (), confusions().item["no_item"]) for reading in readings], ambiguous=True
        )
    repairs = tuple(dict.fromkeys((*homoglyphs, *tail.repairs, *(chosen.repairs if chosen else ()))))
    sure = (
        best.sure
        and tail.sure
        and (part is None or part.sure)
        and len(ranking.readings) == 1
        and ranking.best is not None
        and not repairs
    )
    return Mention(
        start=start,
        end=end,
        printed=printed,
        readings=ranking.readings,
        id=ranking.best.id if ranking.best else None,
        family=chosen.family if chosen else best.family.name,
        sure=sure,
        repairs=repairs,
        whole_schedule=part is None and not best.path,
        item_sure=tail.sure
        and not tail.alone
        and (part is None or part.sure)
        and (best.sure or not best.path),
    )


def _own(plain: str, reading: ScheduleReading, best: ScheduleReading, tail: Tail) -> list[Candidate]:
    """The candidates of a number without further items; another reading may leave items unread."""
    if reading.end < best.end:
        paths = _paths_at(plain, reading)
        if paths:
            return [_combined(reading, path) for path in paths]
    return [_candidate(reading, (), 1.0)]


def _paths_at(plain: str, reading: ScheduleReading) -> tuple[PathReading, ...]:
    parts = read_tail(plain, reading).parts
    return parts[0].readings if parts else (PathReading(path=()),)


def _combined(reading: ScheduleReading, path: PathReading) -> Candidate:
    return _candidate(reading, path.path, path.weight, path.repairs)


def _candidate(
    reading: ScheduleReading, path: tuple[str, ...], weight: float, repairs: tuple[str, ...] = ()
) -> Candidate:
    return Candidate(
        id=_identifier(reading, path),
        family=reading.family.name,
        weight=reading.weight * weight,
        repairs=(*reading.repairs, *repairs),
    )


def _identifier(reading: ScheduleReading, path: tuple[str, ...]) -> str:
    own = path or reading.path
    if reading.family.item == "number":
        own = tuple(segment.zfill(reading.family.item_widths[0]) for segment in own)
    elif reading.family.item == "designator":
        own = reading.path + path
    return AuthorityNumber(family=reading.family.name, schedule=reading.schedule, path=own).id


@cache
def _anchor() -> re.Pattern[str]:
    """Where a number or an item word may begin, sound or damaged; built from the data files."""
    prefixes = {family.prefix for family in dashed_families() if " " not in family.prefix}
    written = set(prefixes)
    for prefix in prefixes:
        written.update(confusions().prefixes.get(prefix, ()))
    dashed = "|".join(_spaced(prefix) for prefix in sorted(written, key=lambda text: (-len(text), text)))
    grs = "|".join(re.escape(printed) for printed in ("GRS", *confusions().prefixes["GRS"]))
    return re.compile(
        r"(?<![0-9A-Za-z])(?:"
        rf"(?:{dashed})(?=[ \n]{{0,8}}[-_.~=,:/']|[ ]?[0-9OoQDIl|SZBGANC6])"
        rf"|(?:{grs})(?:[ \n,-]|(?=[0-9]))|G\.[ ]?R\.[ ]?S|General[ \n]"
        rf"|(?P<item>(?:sub-?)?[i1l|]tems?(?![A-Za-z]))"
        r")",
        re.ASCII | re.IGNORECASE,
    )


def _spaced(prefix: str) -> str:
    return "[ ]?".join("[ \n]{0,2}[- ][ \n]{0,2}" if c == "-" else re.escape(c) for c in prefix)
