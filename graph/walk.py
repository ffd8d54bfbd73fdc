"""From an authority along its successions to the ends of its lineage, certain and possible."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from schedgraph.graph.casefile import above
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.succession import Succession, is_same_or_below
from schedgraph.graph.verdict import DEAD, Bench, Judgement, Verdict

Scope = Literal["certain", "possible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a lineage ends: an authority, what it is worth, and whether the lineage certainly leads to it."""

    id: str
    verdict: Verdict
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The judgement on an authority, the successions that lead on from it, and where they end."""

    judgement: Judgement
    links: tuple[tuple[Succession, Scope], ...]
    ends: tuple[End, ...]
    conflicts: tuple[Finding, ...]
    caveats: tuple[Finding, ...]


def walk(bench: Bench, identifier: str) -> Walk:
    """Follows the successions from `identifier`, each authority once; the ends come certain ones first.

    An authority reached on two ways is certain if one of them is. A schedule that is replaced item by item
    has the successors of its items as possible ends, for which item was meant is not said.
    """
    start = bench.judge(identifier)
    links: dict[tuple[str, str], tuple[Succession, Scope]] = {}
    ends: dict[str, Scope] = {}
    judged: list[Judgement] = []
    extra: list[Finding] = []
    reached: dict[str, Scope] = {identifier: "certain"}
    waiting: deque[tuple[str, Scope]] = deque([(identifier, "certain")])
    while waiting:
        current, scope = waiting.popleft()
        if reached[current] == "certain" and scope == "possible":
            continue
        judgement = bench.judge(current)
        judged.append(judgement)
        own = is_same_or_below(current, identifier)
        told = judgement.successions
        if own and (guessed := _by_the_next_annotation(bench, judgement)):
            told = guessed
            extra.append(_scope_of_annotation(current, guessed))
        onward: list[tuple[str, Scope]] = []
        for succession in told:
            sure = scope == "certain" and succession.settled and succession.target_certain
            way: Scope = "certain" if sure else "possible"
            if (current, succession.new) not in links or way == "certain":
                links[(current, succession.new)] = (succession, way)
            onward.append((succession.new, way))
        if not told and judgement.verdict in _DIVIDED:
            onward += [(child, scope if own else "possible") for child in judgement.children]
        if _is_end(judgement, onward, own=own):
            _note_end(ends, judgement, scope, own=own)
        if judgement.verdict == "never-approved":
            continue
        for following, way in onward:
            if reached.get(following) in (None, "possible") and reached.get(following) != way:
                reached[following] = way
                waiting.append((following, way))
    return Walk(
        judgement=start,
        links=tuple(links.values()),
        ends=tuple(
            End(id=end, verdict=bench.judge(end).verdict, scope=scope)
            for end, scope in sorted(ends.items(), key=lambda each: (each[1], each[0]))
        ),
        conflicts=_unique(each for judgement in judged for each in judgement.conflicts),
        caveats=_unique([*start.caveats, *_of_the_chain(judged[1:]), *extra, *_unseen_ends(bench, ends)]),
    )


def _is_end(judgement: Judgement, onward: list[tuple[str, Scope]], *, own: bool) -> bool:
    """Where nothing certain leads on, the lineage may end here too."""
    if not onward or judgement.verdict in ("indeterminate", "active", "proposed", "never-approved"):
        return not (judgement.children and own and judgement.verdict in _DIVIDED)
    if judgement.successions:
        return judgement.verdict == "partially-superseded"
    return not own and judgement.verdict == "partially-superseded"


def _of_the_chain(judged: Iterable[Judgement]) -> Iterable[Finding]:
    for judgement in judged:
        if judgement.successions:
            yield from (each for each in judgement.caveats if each.code in _CAVEATS_OF_A_CHAIN)


def _unseen_ends(bench: Bench, ends: Mapping[str, Scope]) -> Iterable[Finding]:
    unseen = sorted(end for end in ends if bench.judge(end).verdict == "unseen")
    if unseen:
        message = f"No document of {', '.join(unseen)} is in the corpus, so whether it is still in force is not known here."
        yield finding("successor-unseen", message)


def _unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({(each.code, each.message): each for each in findings}.values())


def _scope_of_annotation(identifier: str, guessed: Sequence[Succession]) -> Finding:
    message = (
        f"An annotation after a later item of {above(identifier)[0]} may be meant for {identifier} too; "
        "it is followed as possible."
    )
    return finding(
        "scope-of-annotation", message, (each for succession in guessed for each in succession.statements)
    )


_DIVIDED = frozenset({"superseded", "partially-superseded", "indeterminate"})
_CAVEATS_OF_A_CHAIN = frozenset(
    {"inherited", "repaired-number", "ambiguous-number", "dates-differ", "undated"}
)


def _note_end(ends: dict[str, Scope], judgement: Judgement, scope: Scope, *, own: bool) -> None:
    """What is dead by itself is no current authority of itself; what is not known to be one is a possible one."""
    if own and (judgement.verdict in DEAD or judgement.verdict == "never-approved"):
        return
    if judgement.verdict == "indeterminate" or (own and judgement.verdict in ("unseen", "proposed")):
        scope = "possible"
    if ends.get(judgement.id) != "certain":
        ends[judgement.id] = scope


def _by_the_next_annotation(bench: Bench, start: Judgement) -> tuple[Succession, ...]:
    """Successors that may be meant for an item that only a stamp declares dead.

    An annotation at the end of a group may hold for the items before it: under a stamp that says that all
    items are superseded, the next annotation among the items of the same group is a possible one.
    """
    if start.verdict != "inactive" or not any(
        each.code == "stamp-without-successor" for each in start.conflicts
    ):
        return ()
    group = above(start.id)
    if len(group) < 2:
        return ()
    siblings = [each for each in bench.judge(group[0]).children if each != start.id]
    mine = _place(bench, start.id)
    later = sorted((_place(bench, each), each) for each in siblings if _place(bench, each) > mine)
    for _, sibling in later:
        found = [
            each
            for each in bench.judge(sibling).successions
            if each.rule == "annotation" and not each.written_for
        ]
        if found:
            return tuple(
                replace(each, old=start.id, written_for=sibling, settled=False, target_certain=False)
                for each in found
            )
    return ()


def _place(bench: Bench, identifier: str) -> tuple[str, int, int]:
    shown = [each for each in bench.case.about(identifier) if each.predicate == "item-of"]
    return min(
        ((each.document, each.evidence.page, each.evidence.start) for each in shown), default=("", 0, 0)
    )
