"""What documents say of an authority itself: whether it was approved, and whether it was declared dead.

The rules that read it are in `rules.approvals` and `rules.marks`; here their readings are put together.
Succession by another authority is a separate matter (`succession`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from schedgraph.graph.casefile import CaseFile, above, once, told
from schedgraph.graph.rules import approvals
from schedgraph.graph.rules.book import LAW, Law, rule
from schedgraph.graph.rules.marks import declared, read_as_marks
from schedgraph.graph.rules.words import meaning
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
    if above(identifier):
        return bool(told(case, identifier, "item-of"))
    return any(each.object in SCHEDULE_FORMS for each in told(case, identifier, "form"))


def approval(case: CaseFile, schedule: str, law: Law = LAW) -> Approval:
    """Whether the Archivist approved `schedule`, by the rules of approval; the newest document counts.

    Where no rule shows anything (a blank Archivist date on an SF-115) it is `not-shown`.
    """
    return once(case, _approval, schedule, law)


def _approval(case: CaseFile, schedule: str, law: Law) -> Approval:
    about = told(case, schedule, *approvals.READS)
    forms = [each for each in about if each.predicate == "form" and each.object in SCHEDULE_FORMS]
    if not forms:
        return Approval(state="unseen")
    said = approvals.shown(about, law)
    dates = [date.fromisoformat(each.object) for _, each in said if each.predicate == "approved"]
    kept = {each.key for each in newest_print([each for _, each in said], law)}
    latest = [(state, each) for state, each in said if each.key in kept]
    for state in ("never-approved", "approved", "proposed"):
        found = [each for other, each in latest if other == state]
        if not found:
            continue
        opposed = [each for other, each in said if other != state and "approved" in (other, state)]
        opposed = [each for each in opposed if not _was_merely_proposed(each, state)]
        if state == "approved":
            found = [each for other, each in said if other == "approved"]
            return Approval(
                state="approved",
                since=min(dates, default=None),
                statements=tuple(found),
                disputed=tuple(opposed),
            )
        known: ApprovalState = "never-approved" if state == "never-approved" else "proposed"
        return Approval(state=known, statements=tuple(found), disputed=tuple(opposed))
    return Approval(state="not-shown", statements=tuple(forms))


def _was_merely_proposed(statement: Statement, state: str) -> bool:
    """An older print of a schedule that was approved later rightly says that it was proposed."""
    return state == "approved" and meaning("schedule", statement.object) == "proposed"


def marks(case: CaseFile, identifier: str, law: Law = LAW) -> tuple[Mark, ...]:
    """Everything that declares the standing of an item: on itself, on the items above it, on its schedule.

    Of NARA's actions in column 10 the nearest counts: "approved as amended" beside an item of a group that was
    not approved.
    """
    return once(case, _marks, identifier, law)


def _marks(case: CaseFile, identifier: str, law: Law) -> tuple[Mark, ...]:
    found: tuple[Mark, ...] = ()
    acted = False
    for holder in (identifier, *above(identifier)):
        found += once(case, _marks_on, holder, law, holder == identifier, acted)
        acted = acted or bool(told(case, holder, "action-taken"))
    return found


def _marks_on(case: CaseFile, holder: str, law: Law, own: bool, acted: bool) -> tuple[Mark, ...]:
    return tuple(
        Mark(standing=standing, rule=name, statement=each)
        for each in told(case, holder, *read_as_marks(law))
        if not (acted and each.predicate == "action-taken")
        for name, standing in declared(each, law, own=own)
    )


def newest(found: Iterable[Mark], law: Law = LAW) -> tuple[Mark, ...]:
    """The printed item statuses that count."""
    statuses = [mark for mark in found if mark.rule == "item-status"]
    kept = {each.key for each in newest_print([mark.statement for mark in statuses], law)}
    return tuple(mark for mark in statuses if mark.statement.key in kept)


@rule("newest-print")
def newest_print(said: Sequence[Statement], law: Law) -> Sequence[Statement]:
    """What the latest document says: an older print was true on its day."""
    if not law.has("newest-print"):
        return said
    last = max((each.known_by or date.min for each in said), default=date.min)
    return [each for each in said if (each.known_by or date.min) == last]
