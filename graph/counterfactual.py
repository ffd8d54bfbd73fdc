"""What an answer would be if some statements were not there, judged anew only where they were asked for.

An answer depends on the questions that the rules put to the case file while it was drawn. A statement that
answers none of them cannot change it, so that only the rest need be judged again.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.graph.verdict import Bench, Judgement

Ask = Callable[[Bench], Hashable]
"""What is asked of a bench: the verdict on an authority, or the verdict with the ends of its lineage."""


class Without:
    """A case file with some statements taken away."""

    def __init__(self, case: CaseFile, removed: Iterable[Statement]) -> None:
        self._case = case
        self._removed: set[str] = set()
        self._touched: set[str] = set()
        for each in removed:
            self._removed.add(each.key)
            self._touched.add(each.subject)
            if each.predicate in RELATIONS:
                self._touched.add(each.object)

    def about(self, identifier: str) -> tuple[Statement, ...]:
        return self._left(identifier, self._case.about(identifier))

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        return self._left(identifier, self._case.naming(identifier))

    def below(self, identifier: str) -> tuple[str, ...]:
        return tuple(
            each
            for each in self._case.below(identifier)
            if each not in self._touched or self.about(each) or self.naming(each)
        )

    def _left(self, identifier: str, found: tuple[Statement, ...]) -> tuple[Statement, ...]:
        if identifier not in self._touched:
            return found
        return tuple(each for each in found if each.key not in self._removed)


class _Remembered:
    """A case file that is asked for what stands below an identifier once: that is its dearest answer."""

    def __init__(self, case: CaseFile) -> None:
        self.about = case.about
        self.naming = case.naming
        self._below = case.below
        self._known: dict[str, tuple[str, ...]] = {}

    def below(self, identifier: str) -> tuple[str, ...]:
        if identifier not in self._known:
            self._known[identifier] = self._below(identifier)
        return self._known[identifier]


@dataclass(slots=True)
class Trace:
    """The identifiers about which, naming which and below which statements were asked for."""

    about: set[str] = field(default_factory=set)
    naming: set[str] = field(default_factory=set)
    below: set[str] = field(default_factory=set)

    def add(self, other: "Trace") -> None:
        """Takes in what another trace asked for."""
        self.about |= other.about
        self.naming |= other.naming
        self.below |= other.below

    def is_touched_by(self, reach: "Reach") -> bool:
        """Whether the presence of the statements can matter to what was traced."""
        return not (
            reach.subjects.isdisjoint(self.about)
            and reach.objects.isdisjoint(self.naming)
            and reach.holders.isdisjoint(self.below)
        )

    def statements(self, case: CaseFile) -> tuple[Statement, ...]:
        """Every statement of `case` that can matter to what was traced, in the order of their keys."""
        names = {each for root in self.below for each in case.below(root)}
        found = [each for name in self.about | names for each in case.about(name)]
        found += [each for name in self.naming | names for each in case.naming(name)]
        unique = {each.key: each for each in found}
        return tuple(unique[key] for key in sorted(unique))


class Reach:
    """The questions that some statements can answer: about what, naming what, below what."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.subjects: set[str] = set()
        self.objects: set[str] = set()
        for each in statements:
            self.subjects.add(each.subject)
            if each.predicate in RELATIONS:
                self.objects.add(each.object)
        self.holders = {holder for name in self.subjects | self.objects for holder in _holders(name)}


def _holders(identifier: str) -> Iterator[str]:
    """Everything that `is_below` finds `identifier` below.

    >>> list(_holders("N1-567-09-006/1/a")), list(_holders("DAA-0567-2017-0007-0001"))
    (['N1-567-09-006', 'N1-567-09-006/1'], ['DAA-0567-2017-0007'])
    """
    for place, character in enumerate(identifier):
        if character == "/":
            yield identifier[:place]
    parts = identifier.split("-")
    if parts[0] == "DAA" and len(parts) > 4:
        yield "-".join(parts[:4])


class _Recording:
    """A case file that notes in the innermost open trace what it is asked for."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self.open: list[Trace] = [Trace()]

    def about(self, identifier: str) -> tuple[Statement, ...]:
        self.open[-1].about.add(identifier)
        return self._case.about(identifier)

    def naming(self, identifier: str) -> tuple[Statement, ...]:
        self.open[-1].naming.add(identifier)
        return self._case.naming(identifier)

    def below(self, identifier: str) -> tuple[str, ...]:
        self.open[-1].below.add(identifier)
        return self._case.below(identifier)


class TracedBench(Bench):
    """A bench that knows for each judgement what it was drawn from.

    Made as `again`, it takes over every judgement that the statements taken away cannot touch.
    """

    def __init__(
        self,
        case: CaseFile,
        day: date | None = None,
        basis: "TracedBench | None" = None,
        removed: Sequence[Statement] = (),
    ) -> None:
        self._recording = _Recording(case)
        super().__init__(self._recording, day)
        self._basis = basis
        self._removed = Reach(removed)
        self._traced: dict[str, tuple[Judgement, Trace]] = {}

    def judge(self, identifier: str) -> Judgement:
        if identifier not in self._traced:
            self._traced[identifier] = self._taken_over(identifier) or self._judged_now(identifier)
        judgement, trace = self._traced[identifier]
        self._recording.open[-1].add(trace)
        return judgement

    @contextmanager
    def tracing(self) -> Iterator[Trace]:
        """Notes what is asked for meanwhile."""
        trace = Trace()
        self._recording.open.append(trace)
        try:
            yield trace
        finally:
            self._recording.open.pop()
            self._recording.open[-1].add(trace)

    def _taken_over(self, identifier: str) -> tuple[Judgement, Trace] | None:
        known = self._basis._traced.get(identifier) if self._basis else None
        return None if known is None or known[1].is_touched_by(self._removed) else known

    def _judged_now(self, identifier: str) -> tuple[Judgement, Trace]:
        with self.tracing() as trace:
            judgement = super().judge(identifier)
        return judgement, trace


class Counterfactual:
    """One answer, and what it would be without some of the statements that can matter to it."""

    def __init__(self, case: CaseFile, ask: Ask, day: date | None = None) -> None:
        self.case: CaseFile = _Remembered(case)
        self.day = day
        self._ask = ask
        self._bench = TracedBench(self.case, day)
        with self._bench.tracing() as trace:
            self.answer = ask(self._bench)
        self.trace = trace
        self.relevant = trace.statements(self.case)
        self._look_behind()

    def _look_behind(self) -> None:
        """Adds what is asked only once other things are gone: an item's own successor hides its group's."""
        while True:
            gone = [each for each in self.relevant if each.predicate in RELATIONS]
            bench = TracedBench(Without(self.case, gone), self.day)
            with bench.tracing() as behind:
                self._ask(bench)
            self.trace.add(behind)
            found = self.trace.statements(self.case)
            if len(found) == len(self.relevant):
                return
            self.relevant = found

    def without(self, removed: Sequence[Statement]) -> Hashable:
        """The answer where `removed` are not there."""
        if not self.trace.is_touched_by(Reach(removed)):
            return self.answer
        case = Without(self.case, removed)
        return self._ask(TracedBench(case, self.day, self._bench, removed))

    def holds_without(self, removed: Sequence[Statement]) -> bool:
        """Whether the answer stays the same."""
        return self.without(removed) == self.answer
