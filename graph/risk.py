"""Which items are active on paper and hang on a dead authority, and which schedules are due for review.

Nothing here changes a verdict: an item at risk may be in force. It is worth a look before records are destroyed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from schedgraph.graph.casefile import CaseFile, above, schedule_of
from schedgraph.graph.standing import approval, is_seen, marks, newest
from schedgraph.graph.statements import Statement
from schedgraph.graph.succession import same_authorities
from schedgraph.graph.verdict import DEAD, Bench, Verdict
from schedgraph.parser.authority.number import parse_identifier

REVIEW_AFTER_YEARS = 10
"""36 CFR 1225.22: agencies review schedules that are ten or more years old."""

_ALIVE: frozenset[Verdict] = frozenset({"active", "partially-superseded"})
_GONE: frozenset[Verdict] = DEAD | {"never-approved"}

RiskKind = Literal["cites", "depends-on", "shares-a-crosswalk-row"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """An item that is active on paper, and the dead authority that it hangs on.

    cites: a text of the item or of its schedule names it. depends-on: its disposition instruction does, so
    that what to do with the records is written in the dead one. shares-a-crosswalk-row: a crosswalk has both on
    the same side of one entry, and the other one is dead.
    """

    id: str
    verdict: Verdict
    kind: RiskKind
    dead: str
    dead_verdict: Verdict
    statements: tuple[Statement, ...]

    @property
    def is_certain(self) -> bool:
        """Whether the number of the dead authority was read in one way only."""
        return all(each.group is None for each in self.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A schedule that is due for review: not all of it is dead, and it is ten or more years old.

    `approved` is None where no document shows the approval; then `earliest` is the first day on which its number
    can have been given, and whether it is due is only likely.
    """

    schedule: str
    agency: str | None
    approved: date | None
    earliest: date | None
    items: tuple[str, ...]


def at_risk(case: CaseFile, identifiers: Iterable[str], day: date | None = None) -> tuple[Risk, ...]:
    """The items that documents show, that are active on paper, and that hang on a dead authority."""
    bench = Bench(case, day)
    found: dict[tuple[str, str, str], Risk] = {}
    for identifier in identifiers:
        if (
            not above(identifier)
            or not is_seen(case, identifier)
            or not is_active_on_paper(bench, identifier)
        ):
            continue
        for kind, dead, statements in _ties(case, identifier):
            verdict = bench.judge(dead).verdict
            if verdict in _GONE and dead not in same_authorities(case, identifier):
                found.setdefault(
                    (identifier, kind, dead),
                    Risk(
                        id=identifier,
                        verdict=bench.judge(identifier).verdict,
                        kind=kind,
                        dead=dead,
                        dead_verdict=verdict,
                        statements=statements,
                    ),
                )
    return tuple(found[key] for key in sorted(found))


def is_active_on_paper(bench: Bench, identifier: str) -> bool:
    """Whether the verdict is active, or is open while the newest printed status says active."""
    verdict = bench.judge(identifier).verdict
    if verdict in _ALIVE:
        return True
    return verdict == "indeterminate" and any(
        mark.standing == "active" for mark in newest(marks(bench.case, identifier))
    )


def _ties(case: CaseFile, identifier: str) -> Iterator[tuple[RiskKind, str, tuple[Statement, ...]]]:
    for holder in (identifier, *above(identifier)):
        about = case.about(holder)
        instructions = [each for each in about if each.predicate == "disposition-instruction"]
        for each in about:
            if each.predicate == "cites":
                depends = holder == identifier and any(_stands_in(each, other) for other in instructions)
                yield ("depends-on" if depends else "cites"), each.object, (each,)
    yield from _crosswalk(case, identifier)


def _stands_in(said: Statement, instruction: Statement) -> bool:
    here, there = said.evidence, instruction.evidence
    return (
        said.document == instruction.document
        and here.page == there.page
        and there.start <= here.start
        and here.end <= there.end
    )


def _crosswalk(case: CaseFile, identifier: str) -> Iterator[tuple[RiskKind, str, tuple[Statement, ...]]]:
    """Entries that give this item and another one the same successor."""
    for name in same_authorities(case, identifier):
        for mine in case.about(name):
            if mine.predicate != "superseded-by" or mine.source == "document":
                continue
            for other in case.naming(mine.object):
                shares = other.predicate == "superseded-by" and other.document == mine.document
                if shares and other.subject != name:
                    yield "shares-a-crosswalk-row", other.subject, (mine, other)
            yield "shares-a-crosswalk-row", mine.object, (mine,)


def review_due(case: CaseFile, identifiers: Sequence[str], day: date) -> tuple[Due, ...]:
    """The schedules that are ten or more years old on `day` and not dead as a whole, by agency and age."""
    bench = Bench(case)
    items: defaultdict[str, list[str]] = defaultdict(list)
    for identifier in identifiers:
        if above(identifier) and is_seen(case, identifier):
            items[schedule_of(identifier)].append(identifier)
    found = [_due(bench, schedule, sorted(members), day) for schedule, members in items.items()]
    return tuple(
        sorted(
            (each for each in found if each is not None),
            key=lambda each: (
                each.agency is None,
                each.agency or "",
                each.approved or each.earliest or day,
                each.schedule,
            ),
        )
    )


def _due(bench: Bench, schedule: str, members: Sequence[str], day: date) -> Due | None:
    shown = approval(bench.case, schedule)
    number = parse_identifier(schedule)
    earliest = number.earliest_date() if number else None
    limit = _years_before(day, REVIEW_AFTER_YEARS)
    if shown.state in ("never-approved", "proposed"):
        return None
    if shown.since is not None and shown.since > limit:
        return None
    if shown.since is None and (earliest is None or earliest > limit):
        return None
    alive = tuple(each for each in members if bench.judge(each).verdict not in _GONE)
    if not alive:
        return None
    return Due(
        schedule=schedule,
        agency=_agency(bench.case, schedule),
        approved=shown.since,
        earliest=None if shown.since else earliest,
        items=alive,
    )


def _agency(case: CaseFile, schedule: str) -> str | None:
    """The agency as a document names it, else the record group of the number by the shipped list."""
    from schedgraph.corpus import record_groups

    named = next((each.object for each in case.about(schedule) if each.predicate == "agency"), None)
    number = parse_identifier(schedule)
    if named or number is None or not number.record_group:
        return named
    group = number.record_group
    return next((each.name for each in record_groups() if each.number == group), f"record group {group}")


def _years_before(day: date, years: int) -> date:
    """The same day of an earlier year; of a leap day the day after."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
