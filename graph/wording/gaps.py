"""What the corpus holds and lacks, in lines for people."""

from collections.abc import Iterable, Iterator

from schedgraph.graph.coverage import Series
from schedgraph.graph.wanted import Wanted

MOST = 12
"""So many numbers of one kind stand in a line; the rest are counted."""


def coverage_lines(found: Iterable[Series]) -> Iterator[str]:
    """One line for each series, with what is lacking under it."""
    for each in found:
        until = f", known until {each.until}" if each.until else ""
        yield f"{each.series}: {len(each.held)} held{until}"
        for word, numbers in (
            ("held", each.held),
            ("named, not held", each.lacking),
            ("not accounted for", each.unaccounted),
        ):
            if numbers:
                yield f"  {word}: {_listed(numbers)}"


def wanted_lines(found: Iterable[Wanted]) -> Iterator[str]:
    """One line for each missing document, with what it would settle under it."""
    for each in found:
        what = (
            f"a copy of {each.schedule} that shows the approval"
            if each.lacks == "approval"
            else each.schedule
        )
        count = "1 answer" if len(each.settles) == 1 else f"{len(each.settles)} answers"
        sure = f", {len(each.surely)} of them whatever it says" if each.surely else ""
        yield f"{what} would settle up to {count}{sure}"
        for supposed, number in each.by.items():
            yield f"  if {supposed}: {number}"
        yield f"  {_listed(each.settles)}"


def _listed(numbers: tuple[str, ...]) -> str:
    rest = len(numbers) - MOST
    return ", ".join(numbers[:MOST]) + (f" and {rest} more" if rest > 0 else "")
