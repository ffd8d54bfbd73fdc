"""Supersessions whose date lies ahead: told when an answer is given, for it changes with the day and not with the corpus."""

from dataclasses import replace
from datetime import date

from schedgraph.graph.answers import Lookup
from schedgraph.graph.finding import finding


def with_dates_ahead(answer: Lookup, today: date) -> Lookup:
    """The answer with a caveat for each step of its chain that is dated after `today`.

    An answer as of a day leaves such steps out by itself, so nothing is added to one.
    """
    if answer.as_of is not None:
        return answer
    ahead = [link for link in answer.chain if link.since is not None and link.since > today]
    if not ahead:
        return answer
    told = tuple(
        finding(
            "date-ahead",
            f"{link.to} is said to replace {link.origin} on {link.since}, which lies ahead: until then {link.origin} "
            "is not replaced by it, unless the date was misread.",
            link.statements,
        )
        for link in ahead
    )
    return replace(answer, caveats=(*answer.caveats, *told))
