"""A succession: that one authority took the place of another, since when, on whose word, and how sure that is."""

from dataclasses import dataclass, field
from datetime import date

from schedgraph.graph.finding import Finding
from schedgraph.graph.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """`new` replaced `old`.

    `settled` tells that `old` was replaced for certain, `target_certain` that it was by `new`. `written_for`
    is the authority above `old` of which the source says it, where that is not `old` itself. Where `since`
    is unknown, the succession lies after `not_before` and held at `known_by`. `too_old` marks a succession that
    was certain but for `new` being approved before `old`, `partial` one that the source states "in part" or
    with exceptions, `excepted` the items under `old` that `new` says it does not supersede.
    `approved` is the approval of `new`. `condition` is what must be true for it to hold, in words, where that
    is not known. `not_retroactive` are the words of `new` that leave older records to `old`. `readings` are those
    readings of the scope of a note in which it holds, with their weights; none where the scope is not in doubt.
    """

    old: str
    new: str
    rule: str
    statements: tuple[Statement, ...]
    since: date | None = None
    not_before: date | None = None
    known_by: date | None = None
    settled: bool = True
    target_certain: bool = True
    written_for: str | None = None
    too_old: bool = False
    partial: bool = False
    excepted: tuple[str, ...] = ()
    approved: date | None = None
    condition: str | None = None
    not_retroactive: tuple[Statement, ...] = ()
    readings: tuple[tuple[str, float], ...] = ()

    @property
    def asserted(self) -> bool:
        """Whether the sources say this of these two for certain, be it against the order of their approvals."""
        return self.too_old or (self.settled and self.target_certain)

    def on(self, day: date | None) -> bool | None:
        """Whether the succession had happened on `day`; None where its date is not known well enough."""
        if day is None:
            return True
        if self.since is not None:
            return self.since <= day
        if self.known_by is not None and self.known_by <= day:
            return True
        if self.not_before is not None and day < self.not_before:
            return False
        return True if day >= date.today() else None


@dataclass(slots=True)
class Successions:
    """The successions of one authority, with what conflicts and what a reader should know."""

    found: list[Succession] = field(default_factory=list)
    conflicts: list[Finding] = field(default_factory=list)
    caveats: list[Finding] = field(default_factory=list)
