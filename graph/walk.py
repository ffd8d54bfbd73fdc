"""From an authority along its successions to the ends of its lineage, certain and possible."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
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
        taken = step(judgement, told, scope, own=own)
        for succession, (_, way) in zip(told, taken.successors, strict=True):
            if (current, succession.new) not in links or way == "certain":
                links[(current, succession.new)] = (succession, way)
            depends = succession.condition or conditions.get(current)
            conditions[succession.new] = (
                depends if conditions.get(succession.new, depends) == depends else None
            )
        if taken.end is not None and ends.get(current) != "certain":
            ends[current] = taken.end
        for following, way in taken.onward:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What follows from one authority on the way: its successors, the parts that stand for it, and whether it is an end.

    `onward` is where the way goes on; `end` the scope in which it ends here, None where it does not.
    """

    successors: tuple[tuple[str, Scope], ...]
    onward: tuple[tuple[str, Scope], ...]
    end: Scope | None


def step(judgement: Judgement, told: Sequence[Succession], scope: Scope, *, own: bool) -> Step:
    """The step from an authority that is reached with `scope`, `told` being its successions.

    `own` tells whether it is what was asked about, or a part of that. All hangs on the verdict, on whether there are
    parts, on how sure each succession is, and on whether it is an item. What is reached as possible only leads on as
    possible only.
    """
    successors = [(each.new, scope if each.settled and each.target_certain else "possible") for each in told]
    onward: list[tuple[str, Scope]] = list(successors)
    if not told and judgement.verdict in _DIVIDED:
        # Of a schedule as a whole it is not said which of its items was meant; an item is all of its parts.
        meant = own or (above(judgement.id) and judgement.verdict == "superseded")
        onward += [(child, scope if meant else "possible") for child in judgement.children]
    return Step(
        successors=tuple(successors),
        onward=() if judgement.verdict == "never-approved" else tuple(onward),
        end=_as_end(judgement, scope, own=own) if _is_end(judgement, onward, own=own) else None,
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
        codes = _CAVEATS_OF_A_CHAIN if judgement.successions else _CAVEATS_OF_AN_END
        yield from (each for each in judgement.caveats if each.code in codes)


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
# What may have ended the authority that an answer gives as the current one is no less true of the answer.
_CAVEATS_OF_AN_END = frozenset(
    {
        "action-not-understood",
        "partly-struck",
        "cites-later-authority",
        "succession-awaits-event",
        "proposed-succession",
        "replaced-item-not-read",
        "named-by-a-later-item",
    }
)


def _as_end(judgement: Judgement, scope: Scope, *, own: bool) -> Scope | None:
    """What is dead by itself is no current authority of itself; what is not known to be one is a possible one.

    A text that is no schedule and has no number is no authority at all.
    """
    if judgement.verdict == "unseen" and judgement.id.startswith(UNREAD):
        return None
    if own and (judgement.verdict in DEAD or judgement.verdict == "never-approved"):
        return None
    if judgement.verdict == "indeterminate" or (own and judgement.verdict in ("unseen", "proposed")):
        return "possible"
    return scope
