"""What documents say of an authority itself: whether it was approved, and whether it was declared dead.

Succession by another authority is a separate matter (`succession`).
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from schedgraph.graph.casefile import CaseFile, above
from schedgraph.graph.statements import Statement

ApprovalState = Literal["approved", "never-approved", "proposed", "not-shown", "unseen"]

SCHEDULE_FORMS = frozenset({"SF-115", "ERA", "NA-1005", "notice"})
"""Forms whose document shows a schedule; a memo that names one does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Whether the Archivist approved a schedule, since when, and which statements say so."""

    state: ApprovalState
    since: date | None = None
    statements: tuple[Statement, ...] = ()
    disputed: tuple[Statement, ...] = ()

    def on(self, day: date | None) -> ApprovalState:
        """The state on `day`; today's where `day` is None. An approval without a date holds from the print date."""
        if day is None or self.state != "approved":
            return self.state
        if self.since is not None:
            return "approved" if self.since <= day else "proposed"
        known = [each.known_by for each in self.statements if each.known_by]
        return "approved" if known and min(known) <= day else "not-shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A statement about the standing of an authority, and the rule that reads it."""

    standing: str
    rule: str
    statement: Statement

    def on(self, day: date | None) -> bool | None:
        """Whether the mark was there on `day`; None where nothing tells, for marks carry no date of their own."""
        if day is None:
            return True
        since = self.statement.dated
        if since is not None:
            return since <= day
        known = self.statement.known_by
        return True if known is not None and known <= day else None


def is_seen(case: CaseFile, identifier: str) -> bool:
    """Whether a document of the corpus shows this item (or schedule), and does not merely cite it."""
    wanted = "item-of" if above(identifier) else "form"
    return any(
        each.predicate == wanted and (wanted == "item-of" or each.object in SCHEDULE_FORMS)
        for each in case.about(identifier)
    )


def approval(case: CaseFile, schedule: str) -> Approval:
    """Whether the Archivist approved `schedule`.

    A blank Archivist date on an SF-115 leaves it `not-shown`; the Approve row or the status of an ERA
    schedule shows it; a returned schedule confers nothing (36 CFR 1226.14(a)). A NOTICE cover sheet is
    issued for approved schedules only.
    """
    about = case.about(schedule)
    forms = [each for each in about if each.predicate == "form" and each.object in SCHEDULE_FORMS]
    if not forms:
        return Approval(state="unseen")
    dates = [each for each in about if each.predicate == "approved"]
    said: list[tuple[str, Statement]] = []
    for each in about:
        if each.predicate == "schedule-status":
            said.append((meaning("schedule", each.object), each))
        elif each.predicate == "event" and "return" in each.object.lower():
            said.append(("never-approved", each))
        elif each.predicate == "stamp" and meaning("stamp", each.object) in ("never-approved", "proposed"):
            said.append((meaning("stamp", each.object), each))
    said += [("approved", each) for each in dates]
    said += [("approved", each) for each in forms if each.object == "notice"]
    approvals = [date.fromisoformat(each.object) for each in dates]
    printed = any(each.predicate == "schedule-status" for each in about)
    said = [
        (state, each)
        for state, each in said
        if each.predicate != "event"
        or not (printed or (each.dated and any(day >= each.dated for day in approvals)))
    ]
    newest = max((each.known_by or date.min for _, each in said), default=date.min)
    latest = [(state, each) for state, each in said if (each.known_by or date.min) == newest]
    for state in ("never-approved", "approved", "proposed"):
        found = [each for other, each in latest if other == state]
        if not found:
            continue
        opposed = [each for other, each in said if other != state and "approved" in (other, state)]
        opposed = [each for each in opposed if not _was_merely_proposed(each, state)]
        if state == "approved":
            day = min(approvals, default=None)
            found = [each for other, each in said if other == "approved"]
            return Approval(state="approved", since=day, statements=tuple(found), disputed=tuple(opposed))
        known: ApprovalState = "never-approved" if state == "never-approved" else "proposed"
        return Approval(state=known, statements=tuple(found), disputed=tuple(opposed))
    return Approval(state="not-shown", statements=tuple(forms))


def _was_merely_proposed(statement: Statement, state: str) -> bool:
    """An older print of a schedule that was approved later rightly says that it was proposed."""
    return state == "approved" and meaning("schedule", statement.object) == "proposed"


def marks(case: CaseFile, identifier: str) -> tuple[Mark, ...]:
    """Everything that declares the standing of an item: on itself, on the items above it, on its schedule."""
    found: list[Mark] = []
    for holder in (identifier, *above(identifier)):
        for each in case.about(holder):
            if each.predicate == "action-taken":
                found.append(Mark(standing=meaning("action", each.object), rule="column-10", statement=each))
            elif each.predicate == "item-status":
                found.append(Mark(standing=meaning("item", each.object), rule="item-status", statement=each))
            elif each.predicate == "annotation":
                found.append(Mark(standing=meaning("action", each.object), rule="annotation", statement=each))
            elif each.predicate == "successor-unreadable":
                found.append(Mark(standing="superseded", rule="annotation", statement=each))
            elif each.predicate == "stamp":
                found.append(Mark(standing=meaning("stamp", each.object), rule="stamp", statement=each))
            elif each.predicate == "schedule-status":
                standing = meaning("schedule", each.object)
                if standing in ("rescinded", "inactive"):
                    found.append(Mark(standing=standing, rule="schedule-status", statement=each))
            elif holder == identifier and (
                (each.predicate == "strike" and each.object == "full")
                or each.predicate == "struck-disposition"
            ):
                found.append(Mark(standing="struck", rule="strike", statement=each))
    return tuple(mark for mark in found if mark.standing)


def newest(found: Iterable[Mark]) -> tuple[Mark, ...]:
    """The printed item statuses of the latest document that gives one: an older print was true on its day."""
    statuses = [mark for mark in found if mark.rule == "item-status"]
    last = max((mark.statement.known_by or date.min for mark in statuses), default=date.min)
    return tuple(mark for mark in statuses if (mark.statement.known_by or date.min) == last)


def meaning(table: str, words: str) -> str:
    """The standing that the words give by `standing.toml`, empty where they say nothing about it."""
    return next((standing for pattern, standing in _patterns(table) if pattern.search(words)), "")


@cache
def _patterns(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    data = tomllib.loads(files("schedgraph.graph").joinpath("standing.toml").read_text(encoding="utf-8"))
    return tuple((re.compile(row["pattern"], re.IGNORECASE), row["standing"]) for row in data[table])
