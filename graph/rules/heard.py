"""Which statements a verdict or an end of a lineage can hang on, told by the rules themselves.

A rule names the predicates that it reads: `marks` and `approvals` beside their functions, the others as `reads` in
`rules.toml`. Whoever judges from a part of what is said reads the statements of these predicates and refuses to be
asked for others (`UnheardError`), so that a rule that reads more than it says is found out and does not decide
on nothing.
"""

from functools import cache

from schedgraph.graph.rules import approvals
from schedgraph.graph.rules.book import book, deciding
from schedgraph.graph.rules.marks import read_as_marks

SHOWN = "item-of"
"""That a document shows an item. Every rule may ask whether one does; none that decides asks for more of it but its place."""
REPLACING = frozenset({"superseded-by", "supersedes"})
"""Who replaced whom, as the old side and the new side say it."""
NUMBERS = frozenset({"election", "takes", "declines", "capstone-form", "misprinted-in", "misprinted-for"})
"""What is said of one authority in words that are compared with the number of another."""

_UNASKED = frozenset({"under"})
"""What an explanation calls read, though no function asks for it: what lies under what is told by the numbers."""


class UnheardError(LookupError):
    """A rule asked for statements that no rule says it reads."""


@cache
def weighed() -> frozenset[str]:
    """The predicates of what a document shows of the standing of an authority itself: its words and its dates count."""
    return frozenset({*read_as_marks(deciding()), *approvals.READS})


@cache
def heard() -> frozenset[str]:
    """All predicates on which a verdict or an end can hang."""
    named = {predicate for each in book().values() if each.decides for predicate in each.reads}
    return frozenset({SHOWN, *weighed(), *named, *REPLACING}) - _UNASKED


@cache
def seldom() -> frozenset[str]:
    """Those of them that are said of few authorities, and of more than one at a time: identity, denials, elections."""
    return heard() - weighed() - REPLACING - {SHOWN}
