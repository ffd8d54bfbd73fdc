"""Which missing document would settle most answers: each is tried, by supposing what it could say.

A document that is named and not shown may turn out approved or returned, and may say of the items that lead to
it that it replaces them. With each of these supposed, the open answers that lead to it are found again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from schedgraph.graph.casefile import CaseFile, Statements, above, schedule_of
from schedgraph.graph.dangling import dangling
from schedgraph.graph.identity import is_general
from schedgraph.graph.rules.book import LAW, Law
from schedgraph.graph.standing import approval, is_seen
from schedgraph.graph.statements import Statement
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Walk, walk
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.evidence import Evidence

Lack = Literal["document", "approval"]
Supposed = Literal["approved", "approved, naming what it replaces", "returned"]

_SUPPOSED = "supposed"
_ANY_DAY = date(1950, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A document that the corpus lacks, or a copy of one it holds that shows the approval.

    `settles` are the open answers that close under at least one supposition, `surely` those that close under
    each of them; `by` tells how many close under which. An answer is open where it is indeterminate or one of
    its ends is only possible or not seen.
    """

    schedule: str
    lacks: Lack
    settles: tuple[str, ...]
    surely: tuple[str, ...]
    by: Mapping[Supposed, int]

    def to_json(self) -> dict[str, Any]:
        """The object that `audit --most-wanted --format json` prints for it."""
        return {
            "schedule": self.schedule,
            "lacks": self.lacks,
            "settles": list(self.settles),
            "surely": list(self.surely),
            "by": dict(self.by),
        }


class _Supposing:
    """A case file with more statements than it has."""

    def __init__(self, case: CaseFile, more: Iterable[Statement]) -> None:
        self._case = case
        self._more = Statements(more)

    def about(self, identifier: str) -> tuple[Statement, ...]:
        return (*self._case.about(identifier), *self._more.about(identifier))

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        return (*self._case.naming(identifier), *self._more.naming(identifier))

    def below(self, identifier: str) -> tuple[str, ...]:
        return tuple(sorted({*self._case.below(identifier), *self._more.below(identifier)}))


def most_wanted(case: CaseFile, walks: dict[str, Walk], law: Law = LAW) -> tuple[Wanted, ...]:
    """What would settle answers if it were there, most answers first.

    `walks` are those of all authorities whose answers leave something open; those of others change nothing.
    """
    still_open = {each for each in walks if above(each) and is_seen(case, each) and is_open(walks[each])}
    touched = {each.schedule: still_open & {*each.settles, *each.touches} for each in dangling(case, walks)}
    found = [
        _tried(case, law, schedule, "document", items, _documents(case, schedule, items, walks))
        for schedule, items in touched.items()
        if items
    ]
    unsigned: dict[str, set[str]] = {}
    for item in still_open:
        for end in (item, *(each.id for each in walks[item].ends)):
            schedule = schedule_of(end)
            if approval(case, schedule, law).state == "not-shown":
                unsigned.setdefault(schedule, set()).add(item)
    for schedule, items in unsigned.items():
        signed = {"approved": (_said(schedule, "approved", _day(case, schedule, ()).isoformat()),)}
        found.append(_tried(case, law, schedule, "approval", items, signed))
    useful = [each for each in found if each.settles]
    return tuple(sorted(useful, key=lambda each: (-len(each.settles), -len(each.surely), each.schedule)))


def is_open(walked: Walk) -> bool:
    """Whether the answer leaves something open that a document could close."""
    return walked.judgement.verdict == "indeterminate" or any(
        end.scope == "possible" or end.verdict == "unseen" for end in walked.ends
    )


def _tried(
    case: CaseFile,
    law: Law,
    schedule: str,
    lacks: Lack,
    items: Iterable[str],
    suppositions: Mapping[Any, Sequence[Statement]],
) -> Wanted:
    closed: dict[Supposed, set[str]] = {}
    items = sorted(items)
    for name, more in suppositions.items():
        bench = Bench(_Supposing(case, more), law=law)
        closed[name] = {each for each in items if not is_open(walk(bench, each))}
    return Wanted(
        schedule=schedule,
        lacks=lacks,
        settles=tuple(sorted(set.union(*closed.values()))),
        surely=tuple(sorted(set.intersection(*closed.values()))),
        by={name: len(found) for name, found in closed.items()},
    )


def _documents(
    case: CaseFile, schedule: str, items: Iterable[str], walks: Mapping[str, Walk]
) -> dict[Supposed, tuple[Statement, ...]]:
    """What the missing document could say, as the statements that it would give."""
    links = [
        (succession.old, succession.new, scope)
        for item in items
        for succession, scope in walks[item].links
        if schedule_of(succession.new) == schedule
    ]
    replaced = sorted({(old, new) for old, new, scope in links if scope == "possible"})
    named = {each for each in case.below(schedule) if above(each)}
    shown = sorted({holder for each in named for holder in (each, *above(each)) if holder != schedule})
    form = "ERA" if schedule.startswith("DAA-") else "SF-115"
    content = (_said(schedule, "form", form), *(_said(each, "item-of", schedule) for each in shown))
    approved = _said(schedule, "approved", _day(case, schedule, [old for old, _, _ in links]).isoformat())
    supposed: dict[Supposed, tuple[Statement, ...]] = {"approved": (*content, approved)}
    if replaced:
        claims = tuple(_said(new, "supersedes", old) for old, new in replaced)
        supposed["approved, naming what it replaces"] = (*content, approved, *claims)
    if not _is_taken_for_approved(schedule, items, walks):
        supposed["returned"] = (*content, _said(schedule, "event", "Return Without Action"))
    return supposed


def _is_taken_for_approved(schedule: str, items: Iterable[str], walks: Mapping[str, Walk]) -> bool:
    """Whether NARA's own notes lead to it, or it is a general schedule: then nobody supposes that it was returned."""
    said = {
        succession.rule
        for item in items
        for succession, _ in walks[item].links
        if schedule_of(succession.new) == schedule
    }
    return is_general(schedule) or bool(said & {"annotation", "notice", "crosswalk", "correction"})


def _day(case: CaseFile, schedule: str, replaced: Sequence[str]) -> date:
    """A day on which it can have been approved: not before its number can exist, nor before what it replaces."""
    days: list[date | None] = []
    for identifier in (schedule, *replaced):
        number = parse_identifier(identifier)
        days.append(number.earliest_date() if number else None)
    days += [approval(case, schedule_of(old)).since for old in replaced]
    for each in case.about(schedule):
        if each.predicate in ("received", "certified"):
            days.append(date.fromisoformat(each.object))
    return max((day for day in days if day), default=_ANY_DAY)


def _said(subject: str, predicate: str, value: str) -> Statement:
    return Statement(
        subject=subject,
        predicate=predicate,
        object=value,
        document=_SUPPOSED,
        evidence=Evidence(page=1, quote="", start=0, end=0),
    )
