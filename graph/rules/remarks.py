"""What a records officer should know of an authority whatever the verdict: facts that cannot all be right."""

import itertools
import re
from datetime import date
from typing import TYPE_CHECKING

from schedgraph.graph.casefile import CaseFile, above, is_below, named, once, schedule_of, told
from schedgraph.graph.identity import holders, is_general, is_same_or_below
from schedgraph.graph.rules.book import rule
from schedgraph.graph.rules.signatures import signature_chain
from schedgraph.graph.standing import approval, is_seen, marks
from schedgraph.graph.statements import Statement
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import UNREAD

if TYPE_CHECKING:
    from schedgraph.graph.trial import Trial

__all__ = ["note", "signature_chain"]


def note(trial: "Trial") -> None:
    """Notes what every rule in force finds."""
    for _, remark in trial.law.of("remark"):
        remark(trial)


_FORMS_OF_1983 = 1984
# Titles like “Assay and melt records, excluding the tally books”
_EXCLUDES = re.compile(
    r"\b(?:exclud(?:ing|es)|except(?:ing)?|not including|other than|exclusive of)\b", re.IGNORECASE
)


@rule("documents-disagree")
def documents_disagree(trial: "Trial") -> None:
    """Where documents disagree on whether a schedule was approved, the newest counts and it is said."""
    approval = trial.approval
    if approval.disputed:
        message = "The documents disagree on whether the schedule was approved; the newest counts."
        trial.conflict("documents-disagree", message, (*approval.statements, *approval.disputed))


@rule("values-differ")
def values_differ(trial: "Trial") -> None:
    """Two documents that give different dates of approval, or call one item permanent and temporary."""
    schedule = schedule_of(trial.identifier)
    for holder, predicate, what in (
        (schedule, "approved", f"the approval of {schedule} (the earliest counts)"),
        (trial.identifier, "final-disposition", f"whether {trial.identifier} is permanent or temporary"),
    ):
        said = told(trial.case, holder, predicate)
        values = sorted({each.object for each in said})
        if len(values) > 1 and len({each.document for each in said}) > 1:
            message = f"The documents disagree on {what}: {' and '.join(values)}."
            trial.conflict("documents-disagree", message, said)


@rule("successors-differ")
def successors_differ(trial: "Trial") -> None:
    """The notice on a schedule and the annotation in it may name different successors; both are kept, and it is said."""
    said: dict[str, list[Statement]] = {}
    for each in told(trial.case, trial.identifier, "superseded-by"):
        if each.source == "document" and not each.uncertain and not each.proposed and not each.group:
            said.setdefault(each.document, []).append(each)
    for one, other in itertools.combinations(said.values(), 2):
        here, there = {each.object for each in one}, {each.object for each in other}
        if any(is_same_or_below(a, b) or is_same_or_below(b, a) for a in here for b in there):
            continue
        message = (
            f"The documents name different successors of {trial.identifier}: {', '.join(sorted(here))} in one, "
            f"{', '.join(sorted(there))} in another."
        )
        trial.conflict("successors-differ", message, (*one, *other))


@rule("number-repeated")
def number_repeated(trial: "Trial") -> None:
    """A document that shows two items of one number has one of them misread or misprinted."""
    for item in (trial.identifier, *above(trial.identifier)):
        places: dict[str, list[Statement]] = {}
        for each in told(trial.case, item, "item-of"):
            places.setdefault(each.document, []).append(each)
        for said in places.values():
            if len(said) > 1:
                message = (
                    f"The document shows {len(said)} items numbered {item}; what is said of one of them may be meant "
                    "for another number."
                )
                trial.conflict("item-number-repeated", message, said)


@rule("replaced-item-not-read")
def replaced_item_not_read(trial: "Trial") -> None:
    """Who replaces an item that its schedule does not show, or was not read to show, may have meant another one."""
    if trial.happened or not is_seen(trial.case, trial.identifier):
        return
    for number, said in once(trial.case, _replaced_and_not_read, schedule_of(trial.identifier)):
        message = (
            f"{number} is said to be superseded, and no such item was read in its schedule; if one of the numbers is "
            f"misprinted or misread, {trial.identifier} may be meant."
        )
        trial.caveat("replaced-item-not-read", message, said)


def _replaced_and_not_read(case: CaseFile, schedule: str) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """The items of a schedule that are said to be superseded, and that it shows neither whole nor in part."""
    numbers = case.below(schedule)
    seen = [each for each in numbers if is_seen(case, each)]
    found = []
    for number in numbers:
        if any(each == number or is_below(each, number) for each in seen):
            continue
        said = (*told(case, number, "superseded-by"), *named(case, number, "supersedes"))
        sure = tuple(each for each in said if not (each.uncertain or each.proposed or each.group))
        if sure:
            found.append((number, sure))
    return tuple(found)


@rule("approved-before-certified")
def approved_before_certified(trial: "Trial") -> None:
    """The Archivist approves what an agency has certified; the other order means that a date was misread."""
    schedule = schedule_of(trial.identifier)
    certified = _days(trial.case, schedule, "certified")
    approved = _days(trial.case, schedule, "approved")
    if not certified or not approved or max(approved)[0] >= min(certified)[0]:
        return
    message = (
        f"{schedule} is shown as approved on {max(approved)[0]}, before the agency certified it on "
        f"{min(certified)[0]}; one of the dates is wrong."
    )
    trial.conflict("approved-before-certified", message, [said for _, _, said in (*approved, *certified)])


def _days(case: CaseFile, schedule: str, predicate: str) -> list[tuple[date, str, Statement]]:
    return [(date.fromisoformat(each.object), each.key, each) for each in told(case, schedule, predicate)]


@rule("cites-withdrawn")
def cites_withdrawn(trial: "Trial") -> None:
    """An item that rests on an authority which was never approved rests on nothing."""
    for said in told(trial.case, trial.identifier, "cites", "supersedes"):
        if said.group:
            continue
        target = said.object
        if schedule_of(target) == schedule_of(trial.identifier):
            continue
        state = approval(trial.case, schedule_of(target), trial.law)
        refused = [
            mark.statement
            for mark in marks(trial.case, target, trial.law)
            if mark.standing == "never-approved"
        ]
        if state.state == "never-approved" or refused:
            message = f"It names {target}, which was withdrawn, returned or not approved and confers nothing."
            grounds = state.statements if state.state == "never-approved" else ()
            trial.conflict("cites-withdrawn", message, (said, *grounds, *refused))


@rule("cites-later")
def cites_later(trial: "Trial") -> None:
    """No approved schedule can name what did not exist yet: somebody wrote it there later, and had a reason."""
    approved = trial.approval.since
    if approved is None or trial.settled:
        return
    for name in (trial.identifier, *above(trial.identifier)):
        for said in told(trial.case, name, "cites", "supersedes"):
            number = parse_identifier(said.object)
            earliest = number.earliest_date() if number else None
            if said.group or earliest is None or earliest <= approved or (trial.day and trial.day < earliest):
                continue
            message = (
                f"{name} names {said.object}, which is younger than its approval on {approved}; it may have been "
                f"written there because that authority replaced {trial.identifier}. Read the place."
            )
            trial.caveat("cites-later-authority", message, (said,))


@rule("awaits-event")
def awaits_event(trial: "Trial") -> None:
    """ "When the files are digitized, this item will supersede …": whether that has happened no schedule tells."""
    if trial.settled:
        return
    for name in (trial.identifier, *holders(trial.case, trial.identifier)):
        for said in named(trial.case, name, "cites"):
            if said.proposed:
                who = "Something" if said.subject.startswith(UNREAD) else said.subject
                message = (
                    f"{who} may replace {name} once something else has happened; the documents do not say whether "
                    "it has."
                )
                trial.caveat("succession-awaits-event", message, (said,))


@rule("named-by-a-later-item")
def named_by_a_later_item(trial: "Trial") -> None:
    """What an item of a later schedule names, in words or a column that prove nothing, may be what it replaces."""
    approved = trial.approval.since
    if trial.settled or trial.happened or approved is None or is_general(trial.identifier):
        return
    own = schedule_of(trial.identifier)
    denied = {schedule_of(each.subject) for each in named(trial.case, trial.identifier, "does-not-supersede")}
    for name in (trial.identifier, *above(trial.identifier)):
        for said in named(trial.case, name, "cites"):
            later = schedule_of(said.subject)
            if name == own and not approved.year < _FORMS_OF_1983:
                # Since then the forms part what is replaced from what is only named.
                continue
            if said.group or said.proposed or later in (own, *denied) or said.subject == later:
                continue
            since = approval(trial.case, later, trial.law).since
            if since is None or since <= approved or (trial.day and since > trial.day):
                continue
            message = (
                f"{said.subject}, approved on {since}, names {name} and does not say what it has to do with it; it may be "
                "what it replaces. Read the place."
            )
            trial.caveat("named-by-a-later-item", message, (said,))


@rule("successor-excludes")
def successor_excludes(trial: "Trial") -> None:
    """An item whose title leaves records out may not have replaced what its citation names as a whole."""
    for each in trial.settled:
        for said in told(trial.case, each.new, "title"):
            if _EXCLUDES.search(said.object):
                message = (
                    f"{each.new} is entitled “{said.object}”; records that it leaves out may have stayed under "
                    f"{trial.identifier}."
                )
                trial.caveat("successor-excludes", message, (said, *each.statements))
