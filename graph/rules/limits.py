"""What a claim that one authority replaced another is worth: dropped, open, open as to the target, or sound.

36 CFR 1225.26: a later approved schedule for the same records supersedes automatically. So a claim of the
successor counts from its approval, and that of a schedule that was never approved counts for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schedgraph.graph.casefile import CaseFile, named, schedule_of, told
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.identity import holders, is_general, is_same_or_below, same_authorities
from schedgraph.graph.rules.book import Law, rule
from schedgraph.graph.standing import Approval, approval, is_seen, marks
from schedgraph.graph.statements import Statement, record_group_subject
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import UNREAD

_LONGEST_REVIEW = 5
"""Years after which a schedule that was submitted is approved or never will be."""
TAKEN, NOT_TAKEN = "taken by ", "not taken by "
"""How a statement of an election begins; after it stands a record group or an authority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement that `new` replaced `old`; of `alternatives`, itself among them, one is right."""

    case: CaseFile
    law: Law
    old: str
    new: str
    kind: str
    statement: Statement
    alternatives: Sequence[Statement]
    approval: Approval

    @property
    def cites(self) -> bool:
        """Whether it is the successor that says so."""
        return self.statement.predicate == "supersedes"

    @property
    def since(self) -> date | None:
        """The day from which it would hold: its own date, but not before the approval of the successor (36 CFR 1225.26)."""
        days = (self.statement.dated, self.approval.since)
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a rule does to a claim. `unsettles`: whether `old` was replaced at all is open; `opens_target`: by which."""

    drops: bool = False
    unsettles: bool = False
    opens_target: bool = False
    condition: str | None = None
    conflicts: tuple[Finding, ...] = ()
    caveats: tuple[Finding, ...] = ()


def effects(claim: Claim) -> list[Effect]:
    """The effects of all rules in force, up to the first that drops the claim."""
    found: list[Effect] = []
    for _, function in claim.law.of("limit"):
        effect: Effect | None = function(claim)
        if effect is not None:
            found.append(effect)
            if effect.drops:
                break
    return found


@rule("self-reference")
def self_reference(claim: Claim) -> Effect | None:
    """An authority does not replace itself, what holds it or its parts."""
    old, new = claim.old, claim.new
    apart = not (is_same_or_below(old, new) or is_same_or_below(new, old))
    if apart and new not in same_authorities(claim.case, old):
        return None
    message = f"A statement has {old} replaced by {new}, which is itself, holds it or is a part of it."
    return Effect(drops=True, conflicts=(finding("self-reference", message, (claim.statement,)),))


@rule("proposed-relation")
def proposed_relation(claim: Claim) -> Effect | None:
    """A supersession that was only proposed is none.

    What a schedule itself proposes to replace is replaced by its own approval, like all else in it.
    """
    if not claim.statement.proposed or claim.cites:
        return None
    message = f"{claim.new} was only proposed to replace {claim.old}."
    return Effect(drops=True, caveats=(finding("proposed-succession", message, (claim.statement,)),))


@rule("successor-never-approved")
def successor_never_approved(claim: Claim) -> Effect | None:
    """What was returned, withdrawn or not approved replaces nothing."""
    refused = claim.approval.state == "never-approved" or any(
        mark.standing == "never-approved" for mark in marks(claim.case, claim.new, claim.law)
    )
    if not refused:
        return None
    message = (
        f"{claim.new} is said to replace {claim.old}, but it was never approved, so it replaces nothing."
    )
    found = finding("successor-never-approved", message, (claim.statement, *claim.approval.statements))
    return Effect(drops=True, caveats=(found,)) if claim.cites else Effect(drops=True, conflicts=(found,))


@rule("successor-proposed")
def successor_proposed(claim: Claim) -> Effect | None:
    """A schedule that is still being considered replaces nothing yet."""
    if not (claim.approval.state == "proposed" and claim.cites):
        return None
    message = f"{claim.new} would replace {claim.old}; the documents show it as proposed, not as approved."
    said = (claim.statement, *claim.approval.statements)
    return Effect(drops=True, caveats=(finding("proposed-succession", message, said),))


@rule("successor-approval-not-shown")
def successor_approval_not_shown(claim: Claim) -> Effect | None:
    """The claim of a schedule whose approval is not shown is open, as is that of a text that is no schedule."""
    if not claim.cites:
        return None
    if claim.approval.state == "unseen" and schedule_of(claim.new).startswith(UNREAD):
        message = (
            f"A document that is no schedule says that {claim.old} was replaced, and does not name by what."
        )
    elif claim.approval.state == "not-shown":
        message = f"{claim.new} claims to replace {claim.old}, but its document does not show the Archivist's approval."
    else:
        return None
    if listed := _listed_active_later(claim):
        held = max(each.known_by for each in listed if each.known_by)
        message = f"{message} A notice lists {claim.old} as active on {held}, long after that claim."
        found = finding("successor-approval-not-shown", message, (claim.statement, *listed))
        return Effect(drops=True, caveats=(found,))
    return Effect(
        unsettles=True, conflicts=(finding("successor-approval-not-shown", message, (claim.statement,)),)
    )


def _listed_active_later(claim: Claim) -> list[Statement]:
    """Where a NOTICE lists what is claimed to be replaced as active, years after the claim was submitted.

    The archives, who would have approved it, knew of it by then.
    """
    number = parse_identifier(claim.new)
    submitted = number.earliest_date() if number else None
    schedule = schedule_of(claim.old)
    notices = {each.document for each in told(claim.case, schedule, "form") if each.object == "notice"}
    latest = [
        mark
        for mark in marks(claim.case, claim.old, claim.law)
        if mark.rule == "item-status" and mark.statement.document in notices
    ]
    if submitted is None or any(mark.standing != "active" for mark in latest):
        return []
    return [
        mark.statement
        for mark in latest
        if (held := mark.statement.known_by) and held.year - submitted.year > _LONGEST_REVIEW
    ]


@rule("ambiguous-number")
def ambiguous_number(claim: Claim) -> Effect | None:
    """Of several readings of a number the one that the corpus shows is meant; else it stays open."""
    if len(claim.alternatives) < 2:
        return None
    said, printed = claim.statement, claim.statement.printed
    named = ", ".join(sorted(each.object for each in claim.alternatives))
    kept = [each for each in claim.alternatives if is_seen(claim.case, each.object)]
    if len(kept) == 1:
        if kept[0].key != said.key:
            return Effect(drops=True)
        message = f"“{printed}” can be read as {named}; only {said.object} is in the corpus."
        return Effect(caveats=(finding("ambiguous-number", message, (said,)),))
    message = f"“{printed}” can be read as {named}; which is meant is not known."
    return Effect(
        opens_target=True,
        unsettles=claim.cites,
        conflicts=(finding("ambiguous-number", message, (said,)),),
    )


@rule("target-not-stated")
def target_not_stated(claim: Claim) -> Effect | None:
    """A source that names several successors for many items leaves open which took which."""
    return Effect(opens_target=True) if claim.statement.uncertain else None


@rule("in-part")
def in_part(claim: Claim) -> Effect | None:
    """A supersession in part leaves the rest in force."""
    if claim.statement.uncertain != "part":
        return None
    message = f"{claim.new} replaced {claim.old} in part; the source does not say which part is left."
    return Effect(unsettles=True, conflicts=(finding("superseded-in-part", message, (claim.statement,)),))


@rule("disputed")
def disputed(claim: Claim) -> Effect | None:
    """A form that names what it replaces, and denies elsewhere that it replaces anything, settles nothing.

    Nor does a note of succession that was struck out again.
    """
    if claim.statement.uncertain != "disputed":
        return None
    message = (
        f"{claim.new} names {claim.old} as what it replaces, and takes that back: the number is struck, or the form "
        "does not tick that it replaces anything."
        if claim.statement.predicate == "supersedes"
        else f"The note that {claim.new} replaced {claim.old} is struck out."
    )
    return Effect(unsettles=True, conflicts=(finding("disputed-by-itself", message, (claim.statement,)),))


@rule("taken-back-elsewhere")
def taken_back_elsewhere(claim: Claim) -> Effect | None:
    """What a paper says of both sides, a paper that names them again and calls it a mistake takes back.

    No paper corrects an annotation or a schedule so: these stay in conflict with it (`contradicted`).
    """
    if claim.kind != "statement-elsewhere":
        return None
    forms = {
        each.document
        for number in (claim.old, claim.new)
        for each in told(claim.case, schedule_of(number), "form")
    }
    denials = [
        each
        for each in named(claim.case, claim.old, "does-not-supersede")
        if each.subject == claim.new and each.document not in forms
    ]
    if not denials:
        return None
    message = f"A paper says that {claim.new} replaced {claim.old}; that is said to have been a mistake."
    return Effect(drops=True, conflicts=(finding("taken-back", message, (claim.statement, *denials)),))


@rule("item-not-stated")
def item_not_stated(claim: Claim) -> Effect | None:
    """A source that does not say which item it means settles none."""
    if claim.statement.uncertain != "succession":
        return None
    message = f"{claim.new} is said to have replaced {claim.old} or a part of it; the source does not say which part."
    return Effect(unsettles=True, conflicts=(finding("item-not-stated", message, (claim.statement,)),))


@rule("repaired-number")
def repaired_number(claim: Claim) -> Effect | None:
    """A number that was read through damage is used, and it is said."""
    said = claim.statement
    if not said.repairs:
        return None
    message = f"“{said.printed}” was read as {said.object} ({', '.join(said.repairs)})."
    return Effect(caveats=(finding("repaired-number", message, (said,)),))


@rule("corrected-crosswalk")
def corrected_crosswalk(claim: Claim) -> Effect | None:
    """A crosswalk that a later memo corrects says nothing of the number that it printed wrongly."""
    for name in (claim.old, *holders(claim.case, claim.old)):
        for said in told(claim.case, name, "misprinted-in"):
            if not is_same_or_below(claim.new, said.object):
                continue
            right = [each for each in told(claim.case, name, "misprinted-for") if each.group == said.group]
            meant = " or ".join(sorted({each.object for each in right})) or "another number"
            when = f" of {said.dated}" if said.dated else ""
            message = (
                f"{name} was printed by mistake in the entry of {said.object}; a later correction{when} says that "
                f"{meant} is meant. So {claim.new} does not replace {claim.old} by that entry."
            )
            found = finding("crosswalk-corrected", message, (claim.statement, said, *right))
            return Effect(drops=True, conflicts=(found,))
    return None


@rule("grs-election")
def grs_election(claim: Claim) -> Effect | None:
    """A general schedule that an agency may leave replaces its item only if the agency took it.

    An annotation on the agency's own schedule shows that it did; so do a form NA-1005 and a correction.
    """
    if claim.kind in ("annotation", "notice", "correction") or is_general(claim.old):
        return None
    optional = [
        each
        for name in (claim.new, *holders(claim.case, claim.new))
        for each in told(claim.case, name, "reach")
        if each.object == "optional"
    ]
    if not optional or not is_general(claim.new):
        return None
    taken, declined = _elections(claim)
    if declined and not taken:
        message = f"{claim.new} may be used or left; the agency kept its own schedule, so {claim.old} stays."
        return Effect(
            drops=True, caveats=(finding("grs-declined", message, (claim.statement, *optional, *declined)),)
        )
    if taken:
        message = f"{claim.new} may be used or left (36 CFR 1227.12); the agency uses it."
        return Effect(caveats=(finding("grs-taken", message, (*optional, *taken)),))
    message = (
        f"{claim.new} may be used or left (36 CFR 1227.12), and whether the agency took it is not known: if it did, "
        f"{claim.new} replaced {claim.old}; if not, {claim.old} is still the authority."
    )
    return Effect(
        unsettles=True,
        opens_target=True,
        condition=f"the agency uses {claim.new}",
        conflicts=(finding("grs-election-unknown", message, (claim.statement, *optional)),),
    )


def _elections(claim: Claim) -> tuple[list[Statement], list[Statement]]:
    """What says that the agency took the general schedule, and what says that it did not."""
    mine = (claim.old, *holders(claim.case, claim.old))
    theirs = [
        other
        for name in (claim.new, *holders(claim.case, claim.new))
        for other in same_authorities(claim.case, name)
    ]
    taken, declined = (
        [each for name in mine for each in told(claim.case, name, predicate) if each.object in theirs]
        for predicate in ("takes", "declines")
    )
    for name in theirs:
        for each in told(claim.case, name, "election"):
            if _elects(each.object, claim.old):
                (declined if each.object.startswith(NOT_TAKEN) else taken).append(each)
    return taken + _capstone(claim, theirs), declined


def _elects(words: str, old: str) -> bool:
    """Whether "taken by 567" or "not taken by N1-567-09-006" speaks of the authority `old`."""
    taker = words.removeprefix(NOT_TAKEN).removeprefix(TAKEN).strip()
    if not taker.isdigit():
        return is_same_or_below(old, taker)
    number = parse_identifier(old)
    group = number.record_group if number else None
    return bool(group and group.isdigit() and int(group) == int(taker))


def _capstone(claim: Claim, theirs: Sequence[str]) -> list[Statement]:
    """The approved forms NA-1005 by which agencies of the record group took up GRS 6.1."""
    number = parse_identifier(claim.old)
    if "GRS 6.1" not in theirs or number is None or not (number.record_group or "").isdigit():
        return []
    found: list[Statement] = []
    for said in told(claim.case, record_group_subject(number.record_group or ""), "capstone-form"):
        shown = approval(claim.case, said.object, claim.law)
        found += shown.statements if shown.state == "approved" else ()
    return found
