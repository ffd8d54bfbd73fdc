"""What a judgement comes to for the ends of lineages, its successors by their places: one for all that are alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.graph.judgement import Judgement, Verdict
from schedgraph.graph.parts import by_its_items
from schedgraph.graph.scope import is_only_stamped
from schedgraph.graph.standing import Approval
from schedgraph.graph.successor import Succession
from schedgraph.graph.walk import Scope, step

Ways = tuple[tuple[int, Scope], ...]

PARTS = "parts"
"""Stands for the parts of a group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A verdict and where it leads: at the start of a lineage (`own_…`) and where a lineage comes by.

    `own_ways` and `ways` are places among the successors, with the scope in which the way goes on there; `own_parts`
    and `parts` the scope in which it goes on to the parts, `own_end` and `end` that in which it ends there.
    `is_guess` tells that a note beside it may be meant for it too, `is_whole` that its parts have no verdicts of
    their own to give it.
    """

    verdict: Verdict
    own_ways: Ways = ()
    own_parts: Scope | None = None
    own_end: Scope | None = None
    ways: Ways = ()
    parts: Scope | None = None
    end: Scope | None = None
    is_guess: bool = False
    is_whole: bool = False


def kind_of(
    judgement: Judgement,
    targets: Sequence[str],
    told: Sequence[Succession] | None = None,
    *,
    is_whole: bool = False,
    with_parts: bool = False,
) -> Kind:
    """What a judgement comes to; `told` are its successions at the start of a lineage, where they are others.

    `with_parts` makes it that of a group.
    """
    if with_parts:
        judgement = _with_parts(judgement)
    own = step(judgement, judgement.successions if told is None else told, "certain", own=True)
    passing = step(judgement, judgement.successions, "certain", own=False)
    return Kind(
        verdict=judgement.verdict,
        own_ways=_ways(own.onward, targets),
        own_parts=dict(own.onward).get(PARTS),
        own_end=own.end,
        ways=_ways(passing.onward, targets),
        parts=dict(passing.onward).get(PARTS),
        end=passing.end,
        is_guess=is_only_stamped(judgement),
        is_whole=is_whole,
    )


def _with_parts(judgement: Judgement) -> Judgement:
    return Judgement(
        id=judgement.id,
        verdict=judgement.verdict,
        successions=judgement.successions,
        children=(PARTS,),
        approval=judgement.approval,
        rules=judgement.rules,
    )


def _ways(onward: Sequence[tuple[str, Scope]], targets: Sequence[str]) -> Ways:
    return tuple((targets.index(new), scope) for new, scope in onward if new != PARTS)


def kind_of_group(identifier: str, own: Verdict, parts: frozenset[Verdict], *, shown: bool) -> Kind:
    """What a group comes to by its parts: `own` is its verdict without them, `shown` whether a document shows any.

    Of `identifier` it counts only whether that is an item or a schedule.
    """
    nothing = Approval(state="unseen")
    judgements = [Judgement(id=PARTS, verdict=each, approval=nothing) for each in sorted(parts)]
    alone = Judgement(id=identifier, verdict=own, approval=nothing)
    judgement = by_its_items(alone, judgements, shown=shown, children=(PARTS,))
    return kind_of(judgement, ())
