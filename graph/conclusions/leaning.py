"""What an answer was drawn from: the regions of the corpus that the rules asked about.

A region is a schedule with all its items, or what is said of a whole record group. The rules see the corpus through
a case file alone, so that what they did not ask for cannot have mattered: the dependencies of an answer are noted
while it is drawn, not worked out. They are, besides its own schedule: the schedules of its successors down to the
ends, of authorities that it cites, of other numbers of the same authority, what holds them by membership, and the
record group (departments, elections of GRS 6.1, schedules that replace all earlier ones).
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.identity import is_general
from schedgraph.graph.judgement import Judgement
from schedgraph.graph.ledger.change_table import PROPOSED
from schedgraph.graph.statements import Statement
from schedgraph.graph.verdict import Bench

Remembered = TypeVar("Remembered")
HEARD = frozenset({"supersedes", "does-not-supersede", "same-as"})
"""What the rules want to know of those who name an authority."""
HEARD_BUT_OF_GENERAL = frozenset({"cites"})
"""What they want to know of those who name any but a general schedule, which would lean on each agency that cites it."""
HEARD_WHERE_PROPOSED = frozenset({"cites"})
"""What they want to know of those who name any, where it is proposed: that it waits for something to happen."""


def heard_of(identifier: str) -> frozenset[str]:
    """By which predicates rules ask who names an authority, whether or not that is proposed."""
    return HEARD if is_general(identifier) else HEARD | HEARD_BUT_OF_GENERAL


def is_heard(kind: str, identifier: str) -> bool:
    """Whether rules ask those who name `identifier` about a change of this kind (`ledger.change_table.kind`)."""
    predicate = kind.removeprefix(PROPOSED)
    return predicate in heard_of(identifier) or (predicate in HEARD_WHERE_PROPOSED and predicate != kind)


@lru_cache(maxsize=50_000)
def region(identifier: str) -> str:
    """The schedule in which everything below an identifier lies, from the identifier's text alone.

    >>> region("N1-567-09-006/1/a"), region("DAA-0567-2017-0007-0001"), region("RG 567")
    ('N1-567-09-006', 'DAA-0567-2017-0007', 'RG 567')
    """
    head = identifier.partition("/")[0]
    return "-".join(head.split("-")[:4]) if head.startswith("DAA-") else head


class NotedCase:
    """A case file that notes the regions it is asked about."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self.regions: set[str] = set()
        self._drawn: dict[Hashable, tuple[Any, frozenset[str]]] = {}
        self._told: dict[str, tuple[str, dict[str, tuple[Statement, ...]]]] = {}
        self._about: dict[str, tuple[str, tuple[Statement, ...]]] = {}

    def remembered(self, draw: Callable[..., Remembered], given: tuple[Hashable, ...]) -> Remembered:
        """What was drawn before, with the regions that it was drawn from noted again."""
        key = (draw, given)
        known = self._drawn.get(key)
        if known is not None:
            self.regions |= known[1]
            before: Remembered = known[0]
            return before
        outer, self.regions = self.regions, set()
        try:
            value = draw(self, *given)
            self._drawn[key] = (value, frozenset(self.regions))
        finally:
            outer |= self.regions
            self.regions = outer
        return value

    def about(self, identifier: str) -> tuple[Statement, ...]:
        known = self._about.get(identifier)
        if known is None:
            known = self._about[identifier] = (region(identifier), self._case.about(identifier))
        self.regions.add(known[0])
        return known[1]

    def told(self, identifier: str, predicates: tuple[str, ...]) -> tuple[Statement, ...]:
        """What is said by these predicates; that others say nothing of it is not asked."""
        known = self._told.get(identifier)
        if known is None:
            known = self._told[identifier] = (region(identifier), self._apart(identifier))
        self.regions.add(known[0])
        if len(predicates) == 1:
            return known[1].get(predicates[0], ())
        held = [known[1][each] for each in predicates if each in known[1]]
        if len(held) < 2:
            return held[0] if held else ()
        return tuple([each for each in self._case.about(identifier) if each.predicate in predicates])

    def _apart(self, identifier: str) -> dict[str, tuple[Statement, ...]]:
        """The statements about an authority by their predicates."""
        found: dict[str, list[Statement]] = {}
        for each in self._case.about(identifier):
            found.setdefault(each.predicate, []).append(each)
        return {predicate: tuple(said) for predicate, said in found.items()}

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        self.regions.add(region(identifier))
        return self._case.naming(identifier)

    def below(self, identifier: str) -> tuple[str, ...]:
        self.regions.add(region(identifier))
        return self._case.below(identifier)


class NotedBench(Bench):
    """A bench that knows what each judgement leans on, be it made now or earlier."""

    def __init__(self, case: CaseFile) -> None:
        self._noted = NotedCase(case)
        super().__init__(self._noted)
        self._leans: dict[str, frozenset[str]] = {}

    def judge(self, identifier: str) -> Judgement:
        if identifier not in self._leans:
            with self.noting() as regions:
                super().judge(identifier)
            self._leans[identifier] = frozenset(regions)
        self._noted.regions |= self._leans[identifier]
        return super().judge(identifier)

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """The regions that are asked about meanwhile."""
        outer, self._noted.regions = self._noted.regions, set()
        try:
            yield self._noted.regions
        finally:
            outer |= self._noted.regions
            self._noted.regions = outer
