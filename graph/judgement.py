"""The verdict on one authority by itself, with what it rests on."""

from dataclasses import dataclass
from typing import Literal

from schedgraph.graph.finding import Finding
from schedgraph.graph.standing import Approval
from schedgraph.graph.succession import Succession

Verdict = Literal[
    "active",
    "superseded",
    "partially-superseded",
    "inactive",
    "never-approved",
    "rescinded",
    "proposed",
    "indeterminate",
    "unseen",
]

DEAD: frozenset[Verdict] = frozenset({"superseded", "inactive", "rescinded"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one authority by itself; where its successors lead is `walk`'s to say.

    `rule` is the rule that decided, `rules` every rule that the verdict rests on, that one first.
    """

    id: str
    verdict: Verdict
    successions: tuple[Succession, ...] = ()
    children: tuple[str, ...] = ()
    conflicts: tuple[Finding, ...] = ()
    caveats: tuple[Finding, ...] = ()
    approval: Approval
    rules: tuple[str, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that decided."""
        return self.rules[0] if self.rules else ""
