"""Which schedules the corpus lacks, and how many answers about items that it holds hang on each."""

from collections import defaultdict
from dataclasses import dataclass

from schedgraph.graph.casefile import CaseFile, above, schedule_of
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import RELATIONS
from schedgraph.graph.succession import same_authorities
from schedgraph.graph.walk import Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Dangling:
    """A schedule that is named and not shown.

    `settles` are items whose answer is open (indeterminate, or with an end that is only possible) and whose
    lineage or conflicts lead to this schedule: its document might close them. `touches` are all items that
    the corpus shows and that name it or lead to it. `named` are the numbers under which it is named.
    """

    schedule: str
    settles: tuple[str, ...]
    touches: tuple[str, ...]
    named: tuple[str, ...]


def dangling(case: CaseFile, walks: dict[str, Walk]) -> tuple[Dangling, ...]:
    """The schedules that are missing, those first whose document would settle most answers."""
    settles: defaultdict[str, set[str]] = defaultdict(set)
    touches: defaultdict[str, set[str]] = defaultdict(set)
    named: defaultdict[str, set[str]] = defaultdict(set)
    for identifier, walked in walks.items():
        if not above(identifier) or not is_seen(case, identifier):
            continue
        leads = _leads(walked)
        for target in sorted(leads | _cited(case, identifier)):
            if _is_shown(case, target):
                continue
            schedule = schedule_of(target)
            touches[schedule].add(identifier)
            named[schedule].add(target)
            if target in leads and _is_open(walked):
                settles[schedule].add(identifier)
    ranked = sorted(touches, key=lambda each: (-len(settles[each]), -len(touches[each]), each))
    return tuple(
        Dangling(
            schedule=each,
            settles=tuple(sorted(settles[each])),
            touches=tuple(sorted(touches[each])),
            named=tuple(sorted(named[each])),
        )
        for each in ranked
    )


def _is_open(walked: Walk) -> bool:
    return walked.judgement.verdict == "indeterminate" or any(end.scope == "possible" for end in walked.ends)


def _leads(walked: Walk) -> set[str]:
    """The authorities that the lineage passes and those that its conflicts speak of."""
    found = {succession.new for succession, _ in walked.links} | {end.id for end in walked.ends}
    for conflict in walked.judgement.conflicts:
        for each in conflict.statements:
            if each.predicate in RELATIONS:
                found |= {each.subject, each.object}
    return found


def _cited(case: CaseFile, identifier: str) -> set[str]:
    found = {each.object for each in case.about(identifier) if each.predicate in RELATIONS}
    return found | {each.subject for each in case.naming(identifier)}


def _is_shown(case: CaseFile, identifier: str) -> bool:
    names = same_authorities(case, identifier)
    return any(is_seen(case, name) or is_seen(case, schedule_of(name)) for name in names)
