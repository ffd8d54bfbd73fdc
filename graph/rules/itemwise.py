"""What is said of a schedule, and what its items say of themselves: the items tell more exactly."""

from dataclasses import replace

from schedgraph.graph.casefile import CaseFile, above, named, schedule_of
from schedgraph.graph.finding import Finding, finding
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


@rule("part-named")
def part_named(case: CaseFile, identifier: str, wide: Succession) -> Finding | None:
    """ "It replaces parts of N1-1-90-1", where its items name items 3 and 4 of that: these are the parts.

    `wide` is a succession of what holds `identifier`, which is none of the items that are named.
    """
    if not wide.partial or wide.excepted:
        return None
    said = [
        each
        for item in case.below(wide.old)
        for each in named(case, item, "supersedes")
        if schedule_of(each.subject) == schedule_of(wide.new) and not each.uncertain and not each.group
    ]
    if not said:
        return None
    parts = ", ".join(sorted({each.object for each in said}))
    message = (
        f"{wide.new} is said to replace {wide.old} in part; its schedule names {parts} as what it replaces there, and "
        f"not {identifier}."
    )
    return finding("part-named", message, (*wide.statements, *said))
