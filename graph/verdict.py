"""The verdict on an authority: what its standing and its successions come to on a day, by the rules in force."""

from datetime import date

from schedgraph.graph.casefile import CaseFile, above, is_below, named, told
from schedgraph.graph.judgement import DEAD, Judgement, Verdict
from schedgraph.graph.parts import by_its_items
from schedgraph.graph.rules.book import LAW, Law
from schedgraph.graph.standing import is_seen
from schedgraph.graph.trial import Trial

__all__ = ["Bench", "Judgement", "Verdict", "DEAD"]


class Bench:
    """Judges the authorities of one case file as of one day (None: as far as the corpus knows).

    Each judgement is made once; the case file must not change meanwhile. `law` are the rules in force.
    """

    def __init__(self, case: CaseFile, day: date | None = None, law: Law = LAW) -> None:
        self.case = case
        self.day = day
        self.law = law
        self._judged: dict[str, Judgement] = {}

    def judge(self, identifier: str) -> Judgement:
        """The judgement on an item or a schedule."""
        if identifier not in self._judged:
            self._judged[identifier] = self._judge(identifier)
        return self._judged[identifier]

    def _judge(self, identifier: str) -> Judgement:
        trial = Trial(self.case, self.day, self.law, identifier)
        children = self.children(identifier)
        if not children or self.is_whole(trial, children) or not self.law.has("by-its-items"):
            return trial.judgement(children)
        return by_its_items(
            trial.judgement(()),
            [self.judge(child) for child in children],
            shown=any(is_seen(self.case, child) for child in children),
            children=children,
        )

    def is_whole(self, trial: Trial, children: tuple[str, ...]) -> bool:
        """Whether what is said of the authority itself holds for all of its items."""
        own = trial.own_successions()
        excepted = {item for each in own for item in each.excepted}
        return bool(own) and not any(
            is_below(item, child) or item == child for item in excepted for child in children
        )

    def children(self, identifier: str) -> tuple[str, ...]:
        """The authorities directly under `identifier` that a document shows, or that a succession names."""
        below = self.case.below(identifier)
        direct = [each for each in below if above(each)[:1] == (identifier,)]
        return tuple(each for each in direct if is_seen(self.case, each) or self.is_told_of(each))

    def is_told_of(self, identifier: str) -> bool:
        """Whether a succession names an authority, or something below it."""
        if named(self.case, identifier, "supersedes"):
            return True
        if told(self.case, identifier, "superseded-by"):
            return True
        return any(is_below(each, identifier) for each in self.case.below(identifier))
