"""Judges one authority for all that are like it, and holds that nothing but what they have in common was asked for.

What the rules say they read is known (`rules.heard`). What they ask for while they judge is seen here: a question whose
answer others of the likeness need not share means that the judgement holds for none but this authority.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from enum import Enum, auto
from typing import Any, TypeVar

from schedgraph.graph.casefile import above
from schedgraph.graph.conclusions.leaning import region
from schedgraph.graph.judgement import Judgement
from schedgraph.graph.resolving.case import BareCase
from schedgraph.graph.resolving.likeness import Likeness
from schedgraph.graph.rules.heard import NUMBERS, REPLACING, SHOWN, UnheardError, seldom, weighed
from schedgraph.graph.statements import RECORD_GROUP, Statement, record_group_subject
from schedgraph.graph.succession import draw_asserted
from schedgraph.graph.trial import Trial
from schedgraph.graph.verdict import Bench
from schedgraph.parser.authority.number import parse_identifier

Remembered = TypeVar("Remembered")


class Unlike(Enum):
    """Why a judgement does not hold for all that are alike: it hangs on claims on what holds it, or on something else."""

    CLAIMS_ABOVE = auto()
    ALONE = auto()


def judged_alike(
    bench: Bench,
    case: BareCase,
    likeness: Likeness,
    identifier: str,
    targets: Sequence[str],
    uncompared: Collection[str],
) -> tuple[Judgement, bool] | Unlike:
    """The judgement on an authority without its parts, and whether it is written for it as a whole.

    `targets` are all that are said to have replaced it or what holds it, but for those of the holders `uncompared`;
    none of them may lead back to its schedule. Unlike where the judgement hangs on more than those like it share.
    """
    fence = Fence(case, likeness, identifier, targets, uncompared)
    trial = Trial(fence, bench.day, bench.law, identifier)
    judgement = trial.judgement(())
    whole = bench.is_whole(trial, (identifier,))
    if fence.asked_above:
        return Unlike.CLAIMS_ABOVE
    named = all(each.new in targets for each in judgement.successions)
    return (judgement, whole) if named and fence.holds else Unlike.ALONE


class Fence:
    """A case file that sees whether what it is asked for is the same for all that are alike.

    `asked_above` tells whether it was asked who replaced one of the holders of which that is not compared.
    """

    def __init__(
        self,
        case: BareCase,
        likeness: Likeness,
        identifier: str,
        targets: Sequence[str],
        uncompared: Collection[str],
    ) -> None:
        self._uncompared = uncompared
        self.asked_above = False
        self._case = case
        self._likeness = likeness
        self._mine = frozenset({identifier, *above(identifier)})
        self._theirs = frozenset(name for each in targets for name in (each, *above(each)))
        number = parse_identifier(identifier)
        group = number.record_group if number else None
        self._group = record_group_subject(group) if group else RECORD_GROUP
        names = (identifier, *targets)
        self._regions = frozenset(region(each) for each in names)
        self._asked: dict[tuple[str, tuple[str, ...], str], tuple[Statement, ...]] = {}
        self._drawn: dict[Hashable, Any] = {}
        self._shared = True
        case.placed = False

    @property
    def holds(self) -> bool:
        """Whether all that was asked for is the same for all that are alike."""
        return self._shared and not self._case.placed

    def remembered(self, draw: Callable[..., Remembered], given: tuple[Hashable, ...]) -> Remembered:
        """What is drawn once; where the successors lead is answered with nothing, for none of them leads back here."""
        if draw is draw_asserted and given[0] not in self._mine:
            nothing: Any = ()
            found: Remembered = nothing
            return found
        key = (draw, given)
        if key not in self._drawn:
            self._drawn[key] = draw(self, *given)
        known: Remembered = self._drawn[key]
        return known

    def about(self, identifier: str) -> tuple[Statement, ...]:
        raise UnheardError(f"all that is said about {identifier}")

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        raise UnheardError(f"all that names {identifier}")

    def told(self, identifier: str, predicates: tuple[str, ...]) -> tuple[Statement, ...]:
        question = (identifier, predicates, "told")
        found = self._asked.get(question)
        if found is None:
            found = self._asked[question] = self._case.told(identifier, predicates)
            self._shared = self._is_shared(identifier, frozenset(predicates), found) and self._shared
        return found

    def named(self, identifier: str, predicates: tuple[str, ...]) -> tuple[Statement, ...]:
        question = (identifier, predicates, "named")
        found = self._asked.get(question)
        if found is None:
            found = self._asked[question] = self._case.named(identifier, predicates)
            self._shared = self._is_shared(identifier, frozenset(predicates), found) and self._shared
        return found

    def below(self, identifier: str) -> tuple[str, ...]:
        """What lies below is no part of a likeness; that it is asked about is seen by itself."""
        self._shared = self._shared and identifier in self._mine
        return self._case.below(identifier)

    def _is_shared(self, identifier: str, predicates: frozenset[str], found: Sequence[Any]) -> bool:
        """Whether those like this authority have the same answer."""
        if identifier in self._mine:
            if identifier in self._uncompared and not predicates.isdisjoint(REPLACING):
                self.asked_above = True
            return True
        if identifier.startswith(RECORD_GROUP):
            return identifier == self._group and not found
        name = region(identifier)
        asked = self._likeness.regions.get(name)
        if asked is None or asked.is_odd:
            # Such a successor is like itself alone, so what is said of it is the same; but not what its words compare with.
            own = name in self._regions and predicates <= weighed()
            return own or (
                predicates <= seldom() | {SHOWN} and not any(each.predicate in NUMBERS for each in found)
            )
        if identifier in self._theirs:
            return predicates <= weighed() | seldom() | {SHOWN}
        return name in self._regions and predicates <= seldom()
