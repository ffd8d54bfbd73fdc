"""Which authority replaced which: the statements of both sides as dated successions, with their doubts.

36 CFR 1225.26: a later approved schedule for the same records supersedes automatically. So a column 9 or
ERA citation counts from the citing schedule's approval, and one that was never approved counts for nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from schedgraph.graph.casefile import CaseFile, above, is_below, schedule_of
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.standing import approval, is_seen, marks
from schedgraph.graph.statements import Statement
from schedgraph.parser.authority.number import parse_identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """`new` replaced `old`.

    `settled` tells that `old` was replaced for certain, `target_certain` that it was by `new`. `written_for`
    is the authority above `old` of which the source says it, where that is not `old` itself. Where `since`
    is unknown, the succession lies after `not_before` and held at `known_by`. `too_old` marks a succession that
    was certain but for `new` being approved before `old`, `partial` one that the source states "in part".
    """

    old: str
    new: str
    rule: str
    statements: tuple[Statement, ...]
    since: date | None = None
    not_before: date | None = None
    known_by: date | None = None
    settled: bool = True
    target_certain: bool = True
    written_for: str | None = None
    too_old: bool = False
    partial: bool = False

    @property
    def asserted(self) -> bool:
        """Whether the sources say this of these two for certain, be it against the order of their approvals."""
        return self.too_old or (self.settled and self.target_certain)

    def on(self, day: date | None) -> bool | None:
        """Whether the succession had happened on `day`; None where its date is not known well enough."""
        if day is None:
            return True
        if self.since is not None:
            return self.since <= day
        if self.known_by is not None and self.known_by <= day:
            return True
        if self.not_before is not None and day < self.not_before:
            return False
        return True if day >= date.today() else None


@dataclass(slots=True)
class Successions:
    """The successions of one authority, with what conflicts and what a reader should know."""

    found: list[Succession] = field(default_factory=list)
    conflicts: list[Finding] = field(default_factory=list)
    caveats: list[Finding] = field(default_factory=list)


def same_authorities(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """`identifier` and every other number of the same authority (GRS 1.1/010 is DAA-GRS-2013-0003-0001), sorted."""
    known, waiting = {identifier}, [identifier]
    while waiting:
        current = waiting.pop()
        others = {each.object for each in case.about(current) if each.predicate == "same-as"}
        others |= {each.subject for each in case.naming(current) if each.predicate == "same-as"}
        waiting.extend(others - known)
        known |= others
    return tuple(sorted(known))


def holders(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """The authorities above `identifier`, nearest first: by its number, then by stated membership (part-of)."""
    found: list[str] = []
    for name in same_authorities(case, identifier):
        found.extend(holder for holder in above(name) if holder not in found)
    for name in (identifier, *tuple(found)):
        for each in case.about(name):
            if each.predicate == "part-of" and each.object not in found:
                found.append(each.object)
    return tuple(found)


def successions(case: CaseFile, identifier: str) -> Successions:
    """What replaced `identifier`: by statements about itself, else about the nearest authority above it.

    An item's supersession holds for the items under it unless they have their own.
    """
    result = _own(case, identifier)
    if result.found:
        return result
    spared = _spared(case, identifier)
    for holder in holders(case, identifier):
        inherited = _own(case, holder)
        found = [each for each in inherited.found if not any(is_same_or_below(each.new, by) for by in spared)]
        if not found:
            continue
        several = not above(holder) and len({each.new for each in found}) > 1
        result.found = [
            replace(
                each,
                old=identifier,
                written_for=each.written_for or holder,
                target_certain=each.target_certain and not several,
            )
            for each in found
        ]
        result.conflicts += inherited.conflicts
        result.caveats += inherited.caveats
        result.caveats.append(
            finding(
                "inherited",
                f"The supersession is written for {holder}, which holds {identifier}.",
                found[0].statements,
            )
        )
        break
    return result


def is_same_or_below(identifier: str, holder: str) -> bool:
    """Whether `identifier` is `holder` or written under it."""
    return identifier == holder or is_below(identifier, holder)


def _spared(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """The authorities that say that they do not supersede `identifier`."""
    return tuple(each.subject for each in case.naming(identifier) if each.predicate == "does-not-supersede")


def _own(case: CaseFile, identifier: str) -> Successions:
    result = Successions()
    names = same_authorities(case, identifier)
    claims: defaultdict[str, list[Succession]] = defaultdict(list)
    for name in names:
        for each in case.about(name):
            if each.predicate == "superseded-by":
                _weigh(case, identifier, each, each.object, _alternatives(case, each), result, claims)
        for each in case.naming(name):
            if each.predicate == "supersedes":
                _weigh(case, identifier, each, each.subject, _alternatives(case, each), result, claims)
    spared = [each for name in names for each in case.naming(name) if each.predicate == "does-not-supersede"]
    for new, found in sorted(claims.items()):
        against = [
            each
            for each in spared
            if is_same_or_below(new, each.subject) or is_same_or_below(each.subject, new)
        ]
        succession = _merged(found)
        if against:
            result.conflicts.append(
                finding(
                    "contradicted",
                    f"One statement says that {new} replaced {identifier}, another that it does not.",
                    (*succession.statements, *against),
                )
            )
            succession = replace(succession, settled=False, target_certain=False)
        result.found.append(succession)
        _compare_dates(result, found)
        _compare_ages(case, identifier, result)
    return result


def _weigh(
    case: CaseFile,
    old: str,
    claim: Statement,
    new: str,
    alternatives: Sequence[Statement],
    result: Successions,
    claims: dict[str, list[Succession]],
) -> None:
    """Adds what one statement is worth, or the reason why it is worth nothing."""
    if is_same_or_below(old, new) or is_same_or_below(new, old) or new in same_authorities(case, old):
        message = f"A statement has {old} replaced by {new}, which is itself, holds it or is a part of it."
        result.conflicts.append(finding("self-reference", message, (claim,)))
        return
    if claim.proposed:
        message = f"{new} was only proposed to replace {old}."
        result.caveats.append(finding("proposed-succession", message, (claim,)))
        return
    state = approval(case, schedule_of(new))
    cites = claim.predicate == "supersedes"
    refused = state.state == "never-approved" or any(
        mark.standing == "never-approved" for mark in marks(case, new)
    )
    if refused:
        message = f"{new} is said to replace {old}, but it was never approved, so it replaces nothing."
        found = finding("successor-never-approved", message, (claim, *state.statements))
        (result.caveats if cites else result.conflicts).append(found)
        return
    if state.state == "proposed" and cites:
        message = f"{new} would replace {old}; the documents show it as proposed, not as approved."
        result.caveats.append(finding("proposed-succession", message, (claim, *state.statements)))
        return
    settled = target_certain = True
    if state.state == "not-shown" and cites:
        settled = False
        message = f"{new} claims to replace {old}, but its document does not show the Archivist's approval."
        result.conflicts.append(finding("successor-approval-not-shown", message, (claim,)))
    if len(alternatives) > 1:
        named = ", ".join(sorted(each.object for each in alternatives))
        kept = [each for each in alternatives if is_seen(case, each.object)]
        if len(kept) == 1:
            if kept[0].key != claim.key:
                return
            message = f"“{claim.printed}” can be read as {named}; only {claim.object} is in the corpus."
            result.caveats.append(finding("ambiguous-number", message, (claim,)))
        else:
            target_certain = False
            settled = settled and not cites
            message = f"“{claim.printed}” can be read as {named}; which is meant is not known."
            result.conflicts.append(finding("ambiguous-number", message, (claim,)))
    if claim.uncertain:
        target_certain = False
    if claim.uncertain == "part":
        settled = False
        message = f"{new} replaced {old} in part; the source does not say which part is left."
        result.conflicts.append(finding("superseded-in-part", message, (claim,)))
    if claim.uncertain == "disputed":
        settled = False
        message = f"{new} names {old} as what it replaces, and does not tick that it replaces anything."
        result.conflicts.append(finding("disputed-by-itself", message, (claim,)))
    if claim.uncertain == "succession":
        settled = False
        message = f"{new} is said to have replaced {old} or a part of it; the source does not say which part."
        result.conflicts.append(finding("item-not-stated", message, (claim,)))
    if claim.repairs:
        repaired = f"“{claim.printed}” was read as {claim.object} ({', '.join(claim.repairs)})."
        result.caveats.append(finding("repaired-number", repaired, (claim,)))
    number = parse_identifier(new)
    earliest = number.earliest_date() if number else None
    day = claim.dated or state.since
    claims.setdefault(new, []).append(
        Succession(
            old=old,
            new=new,
            rule=_rule(case, claim),
            statements=(
                claim,
                *(each for each in state.statements if cites and each.predicate == "approved"),
            ),
            since=day,
            not_before=earliest,
            known_by=claim.known_by,
            settled=settled,
            target_certain=target_certain,
            partial=claim.uncertain == "part",
        )
    )


def _alternatives(case: CaseFile, claim: Statement) -> tuple[Statement, ...]:
    """The statements of which one is right, `claim` among them."""
    if claim.group is None:
        return (claim,)
    return tuple(each for each in case.about(claim.subject) if each.group == claim.group)


def _rule(case: CaseFile, claim: Statement) -> str:
    if claim.source != "document":
        return "crosswalk" if claim.source == "fact" else "correction"
    if claim.predicate == "supersedes":
        return "successor-citation"
    forms = {
        each.object
        for each in case.about(schedule_of(claim.subject))
        if each.predicate == "form" and each.document == claim.document
    }
    if "notice" in forms:
        return "notice"
    return "annotation" if forms & {"SF-115", "ERA", "NA-1005"} else "statement-elsewhere"


_WEIGHT = {
    "correction": 5,
    "annotation": 4,
    "notice": 3,
    "successor-citation": 2,
    "crosswalk": 1,
    "statement-elsewhere": 0,
}


def _merged(found: Sequence[Succession]) -> Succession:
    """One succession for what several statements say of the same two authorities."""
    best = max(found, key=lambda each: (each.settled, each.target_certain, _WEIGHT[each.rule]))
    statements = {each.key: each for succession in found for each in succession.statements}
    return replace(
        best,
        settled=any(each.settled for each in found),
        target_certain=any(each.target_certain for each in found),
        partial=all(each.partial for each in found),
        since=min((each.since for each in found if each.since), default=None),
        known_by=min((each.known_by for each in found if each.known_by), default=None),
        statements=tuple(statements[key] for key in sorted(statements)),
    )


def _compare_dates(result: Successions, found: Iterable[Succession]) -> None:
    dates = sorted({each.since for each in found if each.since})
    if len(dates) > 1:
        given = " and ".join(day.isoformat() for day in dates)
        claims = tuple(each.statements[0] for each in found)
        message = f"The sources date the supersession differently ({given}); the earliest counts."
        result.caveats.append(finding("dates-differ", message, claims))


def _compare_ages(case: CaseFile, old: str, result: Successions) -> None:
    """A schedule cannot replace one that was approved after it (1225.26: a *later* approved schedule)."""
    newest = result.found[-1]
    mine, theirs = approval(case, schedule_of(old)), approval(case, schedule_of(newest.new))
    number = parse_identifier(old)
    earliest = mine.since or (number.earliest_date() if number else None)
    if theirs.since and earliest and theirs.since < earliest:
        message = f"{newest.new} was approved on {theirs.since}, before {old}; an older schedule cannot replace a newer one."
        result.conflicts.append(
            finding("successor-older", message, (*newest.statements, *mine.statements, *theirs.statements))
        )
        certain = newest.settled and newest.target_certain
        result.found[-1] = replace(newest, settled=False, target_certain=False, too_old=certain)
