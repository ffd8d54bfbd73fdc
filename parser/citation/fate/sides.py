"""Which numbers of a clause are the older side of a succession and which the newer."""

import re
from collections.abc import Sequence
from datetime import date

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.fate.clauses import Clause
from schedgraph.parser.citation.fate.vocabulary import NUMBER

Sides = tuple[tuple[Mention, ...], tuple[Mention, ...]]
"""The older numbers and the newer ones."""

# What stands between the members of a list; members of a range share their place.
_LIST = re.compile(r"(?:[\s,;&/()]|\b(?:and|or|items?|both)\b){0,12}", re.IGNORECASE)
_PASSIVE = re.compile(
    rf"(?:\b(?:is|are|was|were|been|being|now|both|all)\s(?:\w+\s){{0,2}}|{NUMBER}\W{{0,4}})$", re.IGNORECASE
)
_BY_WHICH = re.compile(r"\bby\swhich\b", re.IGNORECASE)
_NOT = re.compile(r"\bnot\s$", re.IGNORECASE)
# The decimal general records schedules begin with GRS 1.1 and 4.3 (Transmittals 22 and 23, 2013 and 2014).
_DECIMAL_GRS = re.compile(r"GRS \d+\.\d")
_DECIMAL_GRS_SINCE = date(2013, 10, 1)


def schedule_of(mention: Mention) -> str | None:
    """The schedule of a number."""
    number = parse_identifier(mention.id) if mention.id else None
    return number.schedule if number else None


def named_in(clause: Clause) -> tuple[Mention, ...]:
    """The numbers of a clause, each once; a schedule not beside its own items, and none behind "not"."""
    known = [
        each
        for each in clause.numbers
        if each.id and not _NOT.search(clause.masked[: each.start - clause.start])
    ]
    with_items = {schedule_of(each) for each in known if not each.whole_schedule}
    kept = {each.id: each for each in known if not (each.whole_schedule and schedule_of(each) in with_items)}
    return tuple(kept.values())


def by_age(topic: Sequence[Mention], named: Sequence[Mention]) -> Sides:
    """The numbers of the oldest schedule and those of younger ones, by the years in them.

    Numbers of one schedule are all older; neither side has any where an age is not known or the same.
    """
    everything = (*topic, *named)
    days = {schedule_of(each): _since(each) for each in everything}
    if len(days) == 1:
        return tuple(named), ()
    known = sorted(day for day in days.values() if day)
    if len(known) < len(days) or not known or known[0] == known[1]:
        return (), ()
    older = tuple(each for each in everything if days[schedule_of(each)] == known[0])
    return older, tuple(each for each in everything if each not in older)


def sides_of(
    clause: Clause,
    named: Sequence[Mention],
    topic: Sequence[Mention],
    passes: re.Match[str] | None,
    takes: re.Match[str] | None,
) -> Sides:
    """The older and the newer numbers of a clause: by their years, else by where they stand beside its words.

    `topic` is what was spoken of before: "It superseded N1-…", "superseded by N1-…".
    """
    event = passes or takes
    if event and named and not clause.row and _is_said_of(clause, named[-1], event):
        # "A and B were superseded": both, and what stands farther away is of another matter.
        joined = _joined(clause, named)
        return _beside_topic(topic, joined) or (joined, ())
    older, newer = by_age((), named)
    if older and newer:
        return older, newer
    if newer or not older or not topic:
        return _by_place(clause, named, topic, passes, takes)
    return _beside_topic(topic, named) or _by_place(clause, named, topic, passes, takes)


def _beside_topic(topic: Sequence[Mention], named: Sequence[Mention]) -> Sides | None:
    """What was spoken of as the older side of what is named, if it is older."""
    older, newer = by_age(topic, named)
    return (older, newer) if newer and older and set(older) <= set(topic) else None


def _is_said_of(clause: Clause, last: Mention, event: re.Match[str]) -> bool:
    """Whether it is said of all that is named before the words, as in "A and B were superseded"."""
    if last.end > clause.start + event.start() or not is_participle(event[0]):
        return False
    return _PASSIVE.search(clause.masked[: event.start()]) is not None and not _BY_WHICH.search(clause.masked)


def is_participle(words: str) -> bool:
    """Whether words end as "superseded" does, with or without "by": nobody is named who did it."""
    return words.rstrip(" .(:;,-").lower().endswith(("ed", "supsd", "s/s", "by", "repl", "repl'd"))


def _joined(clause: Clause, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The last of some numbers with those that a list joins to it."""
    first = len(named) - 1
    while first and _LIST.fullmatch(
        clause.masked, named[first - 1].end - clause.start, named[first].start - clause.start
    ):
        first -= 1
    return tuple(named[first:])


def _by_place(
    clause: Clause,
    named: Sequence[Mention],
    topic: Sequence[Mention],
    passes: re.Match[str] | None,
    takes: re.Match[str] | None,
) -> Sides:
    event = passes or takes
    if event is None:
        return tuple(named), ()
    old, new = _around(clause, named, topic, event, passing=passes is not None)
    # No schedule is superseded by an older one.
    younger = {each.id for each in by_age(old, new)[1]} if new else set()
    return ((), ()) if younger & {each.id for each in old} else (old, new)


def _around(
    clause: Clause, named: Sequence[Mention], topic: Sequence[Mention], event: re.Match[str], *, passing: bool
) -> Sides:
    start, end = clause.start + event.start(), clause.start + event.end()
    before = tuple(each for each in named if each.start < start)
    behind = tuple(each for each in named if each.end >= end and each not in before)
    if passing:
        return (before or tuple(topic)), behind
    return ((behind or tuple(topic)), before) if behind or topic else (before, ())


def _since(mention: Mention) -> date | None:
    number = parse_identifier(mention.id) if mention.id else None
    if number is None:
        return None
    return number.earliest_date() or (_DECIMAL_GRS_SINCE if _DECIMAL_GRS.match(number.schedule) else None)
