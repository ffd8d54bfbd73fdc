"""Which authority replaced which: the statements of both sides as dated successions, with their doubts.

Who may say so is in `rules.claims`, what it is worth in `rules.limits` and `rules.pairs`; here the claims on one
authority are put together.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from schedgraph.graph.casefile import CaseFile, above, named, once, schedule_of, told
from schedgraph.graph.finding import finding
from schedgraph.graph.identity import holders, is_same_or_below, same_authorities
from schedgraph.graph.rules.book import LAW, Law, rule, weight
from schedgraph.graph.rules.claims import kind_of_claim
from schedgraph.graph.rules.itemwise import item_over_schedule, part_named
from schedgraph.graph.rules.limits import Claim, effects
from schedgraph.graph.rules.notes import pairwise
from schedgraph.graph.rules.pairs import temporary_over_permanent, weigh_pair
from schedgraph.graph.rules.sweeping import all_schedules
from schedgraph.graph.standing import approval
from schedgraph.graph.successor import Succession, Successions
from schedgraph.parser.authority.number import parse_identifier

if TYPE_CHECKING:
    from schedgraph.graph.statements import Statement

__all__ = ["Succession", "Successions", "successions", "same_authorities", "holders", "is_same_or_below"]


_REPLACING = ("superseded-by", "supersedes", "does-not-supersede")


def successions(case: CaseFile, identifier: str, law: Law = LAW) -> Successions:
    """What replaced `identifier`: by statements about itself, else about the nearest authority above it.

    Where neither tells of any, a later schedule may say that it replaces all earlier ones of its agency.
    """
    return once(case, _successions, identifier, law)


def asserted(case: CaseFile, identifier: str, law: Law) -> tuple[Succession, ...]:
    """The successions that the sources assert: to be asked for where a lineage may lead back, and for nothing else."""
    return once(case, draw_asserted, identifier, law)


def draw_asserted(case: CaseFile, identifier: str, law: Law) -> tuple[Succession, ...]:
    """The same, as a case file that remembers is given it to draw once."""
    return tuple([each for each in successions(case, identifier, law).found if each.asserted])


def _successions(case: CaseFile, identifier: str, law: Law) -> Successions:
    result = _own(case, identifier, law)
    if not result.found and law.has("inheritance"):
        inherit(case, identifier, law, result)
    if not result.found and law.has("all-schedules"):
        all_schedules(case, identifier, law, result)
    if result.found and law.has("spared-elsewhere"):
        spared_elsewhere(case, identifier, result)
    if result.found and law.has("excepted-items"):
        except_items(case, identifier, result)
    return result


@rule("inheritance")
def inherit(case: CaseFile, identifier: str, law: Law, result: Successions) -> None:
    """An item's supersession holds for the items under it unless they have their own or are excepted."""
    spared = _spared(case, identifier)
    for holder in holders(case, identifier):
        inherited = once(case, _own, holder, law)
        found = [each for each in inherited.found if not any(is_same_or_below(each.new, by) for by in spared)]
        if law.has("part-named"):
            elsewhere = {id(each): part_named(case, identifier, each) for each in found}
            result.caveats += [said for said in elsewhere.values() if said]
            found = [each for each in found if not elsewhere[id(each)]]
        if not found:
            continue
        several = not above(holder) and len({each.new for each in found}) > 1
        result.found = [
            replace(
                each,
                old=identifier,
                written_for=each.written_for or holder,
                target_certain=each.target_certain and not several,
                too_old=each.too_old and not several,
            )
            for each in found
        ]
        if law.has("temporary-over-permanent"):
            for each in result.found:
                temporary_over_permanent(case, law, each, result)
        if law.has("pairwise-annotation"):
            result.found = pairwise(case, holder, identifier, result.found, result)
        result.conflicts += [each for each in inherited.conflicts if each not in result.conflicts]
        result.caveats += inherited.caveats
        result.caveats.append(
            finding(
                "inherited",
                f"The supersession is written for {holder}, which holds {identifier}.",
                found[0].statements,
            )
        )
        break


@rule("spared-elsewhere")
def spared_elsewhere(case: CaseFile, identifier: str, result: Successions) -> None:
    """What one item replaces with all of an older schedule, another item of its schedule may leave in force."""
    denied = [
        each
        for name in (identifier, *holders(case, identifier))
        if above(name)
        for each in named(case, name, "does-not-supersede")
    ]
    for index, each in enumerate(result.found):
        said = [denial for denial in denied if schedule_of(denial.subject) == schedule_of(each.new)]
        if said and each.written_for not in (None, identifier):
            result.found[index] = replace(each, settled=False, target_certain=False)
            others = ", ".join(sorted({denial.subject for denial in said}))
            message = f"{each.new} is said to replace {each.written_for}, {others} not to replace {identifier} in it."
            result.conflicts.append(finding("spared-elsewhere", message, (*each.statements, *said)))


@rule("excepted-items")
def except_items(case: CaseFile, identifier: str, result: Successions) -> None:
    """Who replaces all but some items of an authority has replaced it in part."""
    denied = [each for item in case.below(identifier) for each in named(case, item, "does-not-supersede")]
    for index, each in enumerate(result.found):
        said = [denial for denial in denied if is_same_or_below(each.new, denial.subject)]
        if said:
            spared = tuple(sorted({denial.object for denial in said}))
            result.found[index] = replace(each, partial=True, excepted=spared)
            message = f"{each.new} does not supersede {', '.join(spared)}."
            result.caveats.append(finding("items-excepted", message, said))


def _spared(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """The authorities that say that they do not supersede `identifier`."""
    return tuple(each.subject for each in named(case, identifier, "does-not-supersede"))


def _own(case: CaseFile, identifier: str, law: Law) -> Successions:
    result = Successions()
    names = same_authorities(case, identifier)
    claims: defaultdict[str, list[Succession]] = defaultdict(list)
    for name in names:
        for each in told(case, name, "superseded-by"):
            _weigh(case, law, identifier, each, each.object, result, claims)
        for each in named(case, name, "supersedes"):
            _weigh(case, law, identifier, each, each.subject, result, claims)
    for _, found in sorted(claims.items()):
        result.found.append(weigh_pair(case, law, _merged(found, law), result))
        _compare_dates(result, found, law)
    if law.has("item-over-schedule"):
        item_over_schedule(result)
    return result


def _weigh(
    case: CaseFile,
    law: Law,
    old: str,
    statement: "Statement",
    new: str,
    result: Successions,
    claims: dict[str, list[Succession]],
) -> None:
    """Adds what one statement is worth, or the reason why it is worth nothing."""
    kind = kind_of_claim(case, statement, law)
    if kind is None:
        return
    state = approval(case, schedule_of(new), law)
    claim = Claim(
        case=case,
        law=law,
        old=old,
        new=new,
        kind=kind,
        statement=statement,
        alternatives=_alternatives(case, statement),
        approval=state,
    )
    weighed = effects(claim)
    for effect in weighed:
        result.conflicts += effect.conflicts
        result.caveats += effect.caveats
    if any(effect.drops for effect in weighed):
        return
    number = parse_identifier(new)
    approved = [each for each in state.statements if claim.cites and each.predicate == "approved"]
    claims[new].append(
        Succession(
            old=old,
            new=new,
            rule=kind,
            statements=(statement, *approved),
            since=claim.since,
            not_before=number.earliest_date() if number else None,
            known_by=statement.known_by,
            settled=not any(effect.unsettles for effect in weighed),
            target_certain=not any(effect.opens_target for effect in weighed),
            partial=statement.uncertain == "part",
            approved=state.since,
            condition=next((effect.condition for effect in weighed if effect.condition), None),
        )
    )


def _alternatives(case: CaseFile, claim: "Statement") -> "tuple[Statement, ...]":
    """The statements of which one is right, `claim` among them."""
    if claim.group is None:
        return (claim,)
    return tuple(each for each in told(case, claim.subject, *_REPLACING) if each.group == claim.group)


def _merged(found: Sequence[Succession], law: Law) -> Succession:
    """One succession for what several statements say of the same two authorities."""
    best = max(found, key=lambda each: (each.settled, each.target_certain, weight(each.rule)))
    statements = {each.key: each for succession in found for each in succession.statements}
    return replace(
        best,
        settled=any(each.settled for each in found),
        target_certain=any(each.target_certain for each in found),
        partial=any(each.partial for each in found),
        since=effect_of(found, law),
        known_by=min((each.known_by for each in found if each.known_by), default=None),
        condition=best.condition if not best.settled else None,
        statements=tuple(statements[key] for key in sorted(statements)),
    )


@rule("earliest-date")
def effect_of(found: Sequence[Succession], law: Law) -> date | None:
    """Since when, where the sources date the supersession differently."""
    days = [each.since for each in found if each.since]
    if not days:
        return None
    return min(days) if law.has("earliest-date") else max(days)


def _compare_dates(result: Successions, found: Iterable[Succession], law: Law) -> None:
    dates = sorted({each.since for each in found if each.since})
    if len(dates) > 1:
        given = " and ".join(day.isoformat() for day in dates)
        counts = "earliest" if law.has("earliest-date") else "latest"
        claims = tuple(each.statements[0] for each in found)
        message = f"The sources date the supersession differently ({given}); the {counts} counts."
        result.caveats.append(finding("dates-differ", message, claims))
    for each in found:
        said = each.statements[0].dated
        if said and each.approved and said < each.approved:
            message = (
                f"It is dated {said}; {each.new} was approved on {each.approved}, and replaces nothing before that "
                "day (36 CFR 1225.26)."
            )
            result.caveats.append(finding("dates-differ", message, each.statements))
