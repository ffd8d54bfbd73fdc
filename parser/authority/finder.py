"""Finds the authority numbers in a text of any length, with every way to read them.

One pass from left to right: a place where a prefix or an item word stands is a candidate; it is read
strictly, else repaired; then the items that follow are read, or those before it (`items 2 and 4 of NC1-…`).
"""

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.grammar import ScheduleReading, read_strict
from schedgraph.parser.authority.itemrange import MOST_IN_RANGE
from schedgraph.parser.authority.items import ITEM_WORD, ItemList, ItemPart, read_items
from schedgraph.parser.authority.mention import Mention, SourceText, build_mention, identify
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.authority.numbered import read_numbered
from schedgraph.parser.authority.plain import plain_text
from schedgraph.parser.authority.schedule import number_anchor, read_next, read_schedule
from schedgraph.parser.authority.schedulerange import up_to_schedule
from schedgraph.parser.authority.tail import Tail, read_tail
from schedgraph.parser.ranked import RankedTarget
from schedgraph.parser.remembered import remembered

__all__ = ["Mention", "find_numbers"]

# the " (Permits)" of item 3 (Permits) of N1-59-96-5, the ", respectively" of items 1 and 2, respectively, of NN-166-54
_TITLE = r"(?:(?:[ \n]\([A-Za-z][^()0-9\n]{3,60}\)|,?[ \n]respectively)(?=,?[ \n](?:of|in|from|under)[ \n]))?"
# the " of " of items 2 and 4 of NC1-64-77-10, the ", " of item 5, N1-59-96-5
_CONNECTOR = re.compile(
    _TITLE + r"[ \n]{0,3}(?:,[ \n]{0,3})?(?:(?P<of>of|in|from|under|on)[ \n]{1,3})?(?:the[ \n]{1,3})?"
    r"(?:(?:NARA|records?|disposition|job|schedule|authority|SF[ -]?115)[ \n]{1,3}){0,4}"
    r"(?:(?:nos?|numbers?)\.?[ ]{1,2})?",
    re.ASCII | re.IGNORECASE,
)
# "with the exception of item 4, N1-434-98-12 was superseded": the item is left out of what is said of the whole
_LEFT_OUT = re.compile(
    r"\b(?:with the exception of|except(?:ing)?(?: for)?|other than|apart from|save(?: for)?|excluding)"
    r"[ \n](?:(?:its|the)[ ])?$",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_LEFT_OUT = 32
# the " through " of DAA-0361-2020-0001-0001 through DAA-0361-2020-0001-0004
_THROUGH = re.compile(r"[ \n]{1,3}(?:through|thru|to)[ \n]{1,3}", re.ASCII | re.IGNORECASE)
# The mentions at a place, where they end, and the number whose stem may be shared by what follows.
_Found = tuple[list[Mention], int, ScheduleReading | None]
_ITEM_WORD = re.compile(ITEM_WORD, re.ASCII | re.IGNORECASE)


def find_numbers(text: str, *, known: Container[str] = ()) -> tuple[Mention, ...]:
    """Every authority number in `text`, in the order of the text.

    `known` holds the identifiers of a corpus; readings that it holds are ranked before others.
    """
    if known == ():
        return _found_alone(text)
    return tuple(_scan(SourceText(text, plain_text(text), known)))


@remembered(most=4096)
def _found_alone(text: str) -> tuple[Mention, ...]:
    return tuple(_scan(SourceText(text, plain_text(text), ())))


def _scan(source: SourceText) -> Iterator[Mention]:
    plain, at = source.plain, 0
    anchor = number_anchor()
    while True:
        match = anchor.search(plain, at)
        if match is None:
            return
        found = (
            _items_first(source, match) if match["item"] is not None else _number_first(source, match.start())
        )
        if found is None:
            at = match.start() + 1
            continue
        mentions, at, number = found
        mentions.extend(_up_to_next(source, mentions, at))
        between = up_to_schedule(source, mentions, at)
        mentions, at = [*mentions, *between[0]], between[1]
        yield from mentions
        while mentions and (glued := _run_together(source, at)):
            mentions, at, number = glued
            yield from mentions
        plural = bool(mentions) and "schedules" in mentions[0].printed.lower()
        while mentions and mentions[-1].id is not None and number is not None:
            following = read_next(plain, at, number, plural=plural)
            if following is None or not following[1]:
                break
            start, readings = following
            mentions, at, number = _with_tail(source, start, readings)
            yield from mentions


def _run_together(source: SourceText, at: int) -> _Found | None:
    """The number that follows without anything between: `N1-85-96-1N1-85-96-2`."""
    if not source.plain[at - 1 : at + 1].isalnum() or not read_strict(source.plain, at):
        return None
    found = _number_first(source, at)
    return ([replace(each, sure=False) for each in found[0]], *found[1:]) if found else None


def _up_to_next(source: SourceText, mentions: list[Mention], at: int) -> Iterator[Mention]:
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


def _number_first(source: SourceText, start: int) -> _Found | None:
    readings = read_schedule(source.plain, start)
    return _with_tail(source, start, readings) if readings else None


def _with_tail(source: SourceText, start: int, readings: tuple[ScheduleReading, ...]) -> _Found:
    """The mentions of a number and of the items after it."""
    best = readings[0]
    tail = read_tail(source.plain, best)
    end = max(tail.end, best.end)
    if not tail.parts:
        return [build_mention(source, start, end, readings, None, tail)], end, best
    mentions = []
    for index, part in enumerate(tail.parts):
        if part.between and best.family.decimal and not _is_known(source, best, part):
            continue
        first = index == 0 or part.start == tail.parts[0].start
        last_end = part.end if part.end >= best.end else best.end
        mentions.append(build_mention(source, start if first else part.start, last_end, readings, part, tail))
    return mentions, end, best if best.family.joiner == " " else None


def _is_known(source: SourceText, number: ScheduleReading, part: ItemPart) -> bool:
    return identify(number, part.readings[0].path) in source.known


def _items_first(source: SourceText, word: re.Match[str]) -> _Found | None:
    """`items 2, 4, 5 and 33 of NC1-64-77-10`."""
    plain = source.plain
    item_word = _ITEM_WORD.match(plain, word.start())
    if item_word is None:
        return None
    items = read_items(plain, item_word, expand=False)
    connector = _CONNECTOR.match(plain, items.end) if items.parts else None
    if (
        connector
        and not connector["of"]
        and _LEFT_OUT.search(plain, max(0, word.start() - _LONGEST_LEFT_OUT), word.start())
    ):
        return [], items.end, None
    if connector is None:
        return None
    start = connector.end()
    readings = read_schedule(plain, start) if number_anchor().match(plain, start) else ()
    if not readings:
        # Nothing in the list is read again: it holds no number.
        return [], items.end, None
    best = readings[0]
    tail = read_tail(plain, best)
    items = read_items(plain, item_word)
    if best.family.item == "number":
        items = _renumbered(plain, items, best)
    if (
        not items.parts
        or tail.parts
        or (best.path and best.family.item == "number")
        or not (connector["of"] or connector[0].lstrip().startswith(","))
    ):
        return [], items.end, None
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
        mentions.append(build_mention(source, start_here, end_here, readings, part, tail))
    return mentions, best.end, None


def _renumbered(plain: str, items: ItemList, number: ScheduleReading) -> ItemList:
    """The same list as items of a DAA or decimal GRS schedule."""
    parts, end = read_numbered(plain, items.parts[0].start, number.family.item_widths[0])
    return replace(items, parts=tuple(parts) if end == items.end else ())
