"""From an authority along its successions to the ends of its lineage, certain and possible."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from schedgraph.graph.casefile import above
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.identity import is_same_or_below
from schedgraph.graph.judgement import DEAD, Judgement, Verdict
from schedgraph.graph.scope import possible_successions, scope_caveat, with_readings
from schedgraph.graph.successor import Succession
from schedgraph.graph.verdict import Bench
from schedgraph.parser.document import UNREAD

Scope = Literal["certain", "possible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a lineage ends: an authority, what it is worth, and whether the lineage certainly leads to it.

    `condition` says, where the answer hangs on something that is not known, when it is this end: "if the agency
    uses GRS 6.1/010".
    """

    id: str
    verdict: Verdict
    scope: Scope
    condition: str | None = None


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
    has the successors of its items as possible ends, for which item was meant is not said; those of an item's
    parts, where all are superseded, are together the ends of what that item replaced.
    """
    start = bench.judge(identifier)
    links: dict[tuple[str, str], tuple[Succession, Scope]] = {}
    ends: dict[str, Scope] = {}
    judged: list[Judgement] = []
    extra: list[Finding] = []
    reached: dict[str, Scope] = {identifier: "certain"}
    conditions: dict[str, str | None] = {}
    waiting: deque[tuple[str, Scope]] = deque([(identifier, "certain")])
    while waiting:
        current, scope = waiting.popleft()
        if reached[current] == "certain" and scope == "possible":
            continue
        judgement = bench.judge(current)
        judged.append(judgement)
        own = is_same_or_below(current, identifier)
        told = judgement.successions
        if own and (guessed := possible_successions(bench, judgement)):
            told = guessed
            extra.append(scope_caveat(current, guessed))
        elif own:
            told, remarks = with_readings(bench, judgement)
            extra += remarks
        onward: list[tuple[str, Scope]] = []
        for succession in told:
            sure = scope == "certain" and succession.settled and succession.target_certain
            way: Scope = "certain" if sure else "possible"
            if (current, succession.new) not in links or way == "certain":
                links[(current, succession.new)] = (succession, way)
            onward.append((succession.new, way))
            depends = succession.condition or conditions.get(current)
            conditions[succession.new] = (
                depends if conditions.get(succession.new, depends) == depends else None
            )
        if not told and judgement.verdict in _DIVIDED:
            # Of a schedule as a whole it is not said which of its items was meant; an item is all of its parts.
            meant = own or (above(current) and judgement.verdict == "superseded")
            onward += [(child, scope if meant else "possible") for child in judgement.children]
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
            End(
                id=end,
                verdict=bench.judge(end).verdict,
                scope=scope,
                condition=_condition(bench.judge(end), conditions.get(end)),
            )
            for end, scope in sorted(ends.items(), key=lambda each: (each[1], each[0]))
        ),
        conflicts=_unique(each for judgement in judged for each in judgement.conflicts),
        caveats=_unique([*start.caveats, *_of_the_chain(judged[1:]), *extra, *_unseen_ends(bench, ends)]),
    )


def _condition(end: Judgement, reached_if: str | None) -> str | None:
    """When this end is the right one: it was reached on a condition, or it stays unless another takes its place."""
    if reached_if:
        return f"if {reached_if}"
    open_steps = [each.condition for each in end.successions if each.condition]
    return f"unless {' or '.join(dict.fromkeys(open_steps))}" if open_steps else None


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


_DIVIDED = frozenset({"superseded", "partially-superseded", "indeterminate"})
_CAVEATS_OF_A_CHAIN = frozenset(
    {"inherited", "repaired-number", "ambiguous-number", "dates-differ", "undated"}
)


def _note_end(ends: dict[str, Scope], judgement: Judgement, scope: Scope, *, own: bool) -> None:
    """What is dead by itself is no current authority of itself; what is not known to be one is a possible one.

    A text that is no schedule and has no number is no authority at all.
    """
    if judgement.verdict == "unseen" and judgement.id.startswith(UNREAD):
        return
    if own and (judgement.verdict in DEAD or judgement.verdict == "never-approved"):
        return
    if judgement.verdict == "indeterminate" or (own and judgement.verdict in ("unseen", "proposed")):
        scope = "possible"
    if ends.get(judgement.id) != "certain":
        ends[judgement.id] = scope
