"""Which rule of the book reads a statement: the one whose function takes it, else the one that says it reads its kind."""

from functools import cache

from schedgraph.graph.rules.approvals import shown
from schedgraph.graph.rules.book import LAW, book
from schedgraph.graph.rules.marks import declared
from schedgraph.graph.statements import Statement

_STATES = frozenset({"approved", "never-approved", "proposed"})


def rule_that_reads(said: Statement) -> str:
    """The name of the rule. What no rule reads is read by `unseen`: that it is said shows that there is something."""
    if any(state in _STATES for state, _ in shown((said,))):
        taken = (name for name, function in LAW.of("approval") if any(function((said,), LAW)))
        return next(taken)
    return next((name for name, _ in declared(said, LAW, own=True)), None) or _readers().get(
        said.predicate, "unseen"
    )


@cache
def _readers() -> dict[str, str]:
    """Predicate to rule, for kinds of statements that a rule names; of several rules the heaviest of the first kind."""
    found: dict[str, str] = {}
    for each in book().values():
        for predicate in each.reads:
            found.setdefault(predicate, each.name)
    return found
