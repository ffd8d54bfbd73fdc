"""What the two sides of a succession are to each other: their ages, departments and dispositions, and denials.

Each rule gets the succession that the claims came to, notes what it finds, and gives it back, changed where the
law makes less of it.
"""

from dataclasses import replace

from schedgraph.graph.casefile import CaseFile, above, named, schedule_of, told
from schedgraph.graph.departments import department
from schedgraph.graph.finding import finding
from schedgraph.graph.identity import holders, is_same_or_below, same_authorities
from schedgraph.graph.rules.book import Law, rule
from schedgraph.graph.standing import approval
from schedgraph.graph.statements import Statement
from schedgraph.graph.successor import Succession, Successions
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import UNREAD


def weigh_pair(case: CaseFile, law: Law, succession: Succession, result: Successions) -> Succession:
    """The succession after all rules in force; what they found goes into `result`."""
    for _, function in law.of("pair"):
        succession = function(case, law, succession, result)
    return succession


@rule("contradicted")
def contradicted(
    case: CaseFile,
    law: Law,
    succession: Succession,
    result: Successions,
) -> Succession:
    """A statement that it does not supersede stands against one that it does."""
    old, new = succession.old, succession.new
    against = [
        each
        for name in same_authorities(case, old)
        for each in named(case, name, "does-not-supersede")
        if _denies(each, succession)
    ]
    if not against:
        return succession
    message = f"One statement says that {new} replaced {old}, another that it does not."
    result.conflicts.append(finding("contradicted", message, (*succession.statements, *against)))
    return replace(succession, settled=False, target_certain=False)


def _denies(said: Statement, succession: Succession) -> bool:
    """Whether a denial is of this successor; a memo's, which is no schedule, is of all that there were on its day."""
    if said.subject.startswith(UNREAD):
        return not (said.dated and succession.since and said.dated < succession.since)
    return is_same_or_below(succession.new, said.subject) or is_same_or_below(said.subject, succession.new)


@rule("successor-older")
def successor_older(case: CaseFile, law: Law, succession: Succession, result: Successions) -> Succession:
    """A schedule cannot replace one that was approved after it (1225.26: a *later* approved schedule)."""
    old, new = succession.old, succession.new
    mine, theirs = approval(case, schedule_of(old), law), approval(case, schedule_of(new), law)
    number = parse_identifier(old)
    earliest = mine.since or (number.earliest_date() if number else None)
    if not (theirs.since and earliest and theirs.since < earliest):
        return succession
    message = (
        f"{new} was approved on {theirs.since}, before {old}; an older schedule cannot replace a newer one."
    )
    said = (*succession.statements, *mine.statements, *theirs.statements)
    result.conflicts.append(finding("successor-older", message, said))
    certain = succession.settled and succession.target_certain
    return replace(succession, settled=False, target_certain=False, too_old=certain)


@rule("other-department")
def other_department(
    case: CaseFile,
    law: Law,
    succession: Succession,
    result: Successions,
) -> Succession:
    """One department's authority may not be applied to another's records; unknown departments give no conflict."""
    old, new = parse_identifier(succession.old), parse_identifier(succession.new)
    if old is None or new is None or not old.record_group or not new.record_group:
        return succession
    day = succession.since or succession.approved or succession.known_by
    mine, theirs = department(case, old.record_group, day), department(case, new.record_group, day)
    if mine is None or theirs is None or mine.object == theirs.object:
        return succession
    when = f" on {day}" if day else ""
    message = (
        f"{succession.old} is of the {mine.object} and {succession.new} of the {theirs.object}{when}. An authority of "
        "one department may not be applied to records of another (36 CFR 1226.14(c)), unless the function moved "
        "and the new department had its own schedule approved for them."
    )
    said = (*succession.statements, mine, theirs)
    result.conflicts.append(finding("other-department", message, said))
    return succession


@rule("temporary-over-permanent")
def temporary_over_permanent(
    case: CaseFile,
    law: Law,
    succession: Succession,
    result: Successions,
) -> Succession:
    """Permanent records that a temporary item takes over could be destroyed."""
    before, after = _final(case, succession.old), _final(case, succession.new)
    if not before or not after or not all(each.object == "permanent" for each in before):
        return succession
    if not all(each.object == "temporary" for each in after):
        return succession
    message = (
        f"{succession.old} is permanent and {succession.new}, which is said to replace it, is temporary. "
        "Make sure that it is meant for these records before anything is destroyed."
    )
    result.conflicts.append(
        finding("temporary-over-permanent", message, (*succession.statements, *before, *after))
    )
    return succession


def _final(case: CaseFile, identifier: str) -> tuple[Statement, ...]:
    """Permanent or temporary, as the item says it, else the nearest item above it."""
    for name in (identifier, *holders(case, identifier)):
        found = told(case, name, "final-disposition")
        if found or not above(name):
            return found
    return ()


@rule("not-retroactive")
def not_retroactive(
    case: CaseFile,
    law: Law,
    succession: Succession,
    result: Successions,
) -> Succession:
    """The successor says itself that it leaves older records to the older authority."""
    words = tuple(
        each
        for name in (succession.new, *holders(case, succession.new))
        for each in told(case, name, "reach")
        if each.object == "not-retroactive"
    )
    return replace(succession, not_retroactive=words) if words else succession
