"""What a document shows of the approval of its schedule. Each rule gives states with the statements that show them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from schedgraph.graph.rules.book import LAW, Law, rule
from schedgraph.graph.rules.words import meaning
from schedgraph.graph.statements import Statement

Shown = Literal["approved", "never-approved", "proposed"]
Shows = Iterator[tuple[str, Statement]]

READS = ("approved", "schedule-status", "event", "stamp", "form")
"""The predicates whose statements these rules read; they are given no others."""


def shown(about: Sequence[Statement], law: Law = LAW) -> tuple[tuple[str, Statement], ...]:
    """What the statements on a schedule show of its approval, by every rule in force."""
    return tuple(each for _, function in law.of("approval") for each in function(about, law))


@rule("approval-date")
def approval_date(about: Sequence[Statement], law: Law) -> Shows:
    """The Approve row of an ERA schedule, or the Archivist's date on an SF-115."""
    yield from (("approved", each) for each in about if each.predicate == "approved")


@rule("printed-schedule-status")
def printed_schedule_status(about: Sequence[Statement], law: Law) -> Shows:
    """Schedule Status of an ERA schedule."""
    for each in about:
        if each.predicate == "schedule-status":
            yield meaning("schedule", each.object, law), each


@rule("returned")
def returned(about: Sequence[Statement], law: Law) -> Shows:
    """A return in the signatory table, unless a status is printed or an approval came later."""
    if any(each.predicate == "schedule-status" for each in about):
        return
    approvals = [date.fromisoformat(each.object) for each in about if each.predicate == "approved"]
    for each in about:
        if each.predicate == "event" and "return" in each.object.lower():
            returned_on = each.dated
            if not (returned_on and any(day >= returned_on for day in approvals)):
                yield "never-approved", each


@rule("approval-stamp")
def approval_stamp(about: Sequence[Statement], law: Law) -> Shows:
    """A stamp such as WITHDRAWN, RETURNED or DRAFT."""
    for each in about:
        standing = meaning("stamp", each.object, law) if each.predicate == "stamp" else ""
        if standing in ("never-approved", "proposed"):
            yield standing, each


@rule("notice-issued")
def notice_issued(about: Sequence[Statement], law: Law) -> Shows:
    """A NOTICE cover sheet is put before approved schedules only."""
    yield from (("approved", each) for each in about if each.predicate == "form" and each.object == "notice")
