"""A schedule and one of its own items that are both said to replace an authority: the item is what replaces it."""

from dataclasses import replace

from schedgraph.graph.casefile import above, schedule_of
from schedgraph.graph.rules.book import rule
from schedgraph.graph.successor import Succession, Successions


@rule("item-over-schedule")
def item_over_schedule(result: Successions) -> None:
    """ "This schedule supersedes N1-1-90-1, item 4" says of all of it what its item 2 says of itself.

    What is said in part, or not for certain, tells of no such item.
    """
    for wide in [each for each in result.found if not above(each.new) and not each.partial]:
        items = [each for each in result.found if _tells(each, wide)]
        if items:
            result.found = [
                _with_evidence(each, wide) if each in items else each
                for each in result.found
                if each is not wide
            ]


def _tells(item: Succession, wide: Succession) -> bool:
    return item.new != wide.new and schedule_of(item.new) == wide.new and item.asserted and not item.partial


def _with_evidence(item: Succession, wide: Succession) -> Succession:
    """The succession by the item, with what is said of its schedule beside it."""
    statements = {each.key: each for each in (*item.statements, *wide.statements)}
    return replace(item, statements=tuple(statements[key] for key in sorted(statements)))
