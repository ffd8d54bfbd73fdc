"""All authorities some at a time, each followed by what its answer leans on: for whoever judges everything.

What was read and judged for a part is forgotten after it, so that memory does not grow with the store.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence

from schedgraph.graph.conclusions.leaning import NotedCase
from schedgraph.graph.conclusions.regions import RegionCase
from schedgraph.graph.ledger import Ledger

MOST = 2000
"""Authorities in a part."""
ASKED = 500
"""Of these so many in their order, the others because the first ones lean on them."""


def in_parts(ledger: Ledger, known: Sequence[str]) -> Iterator[tuple[NotedCase, Iterator[str]]]:
    """Parts of `known`, which is sorted: the case file of each, and its authorities while they are judged with it.

    Each authority is in one part, if the authorities of every part are asked for to their end. The last come first,
    for old numbers stand behind those of ERA and lean on them.
    """
    done = bytearray(len(known))
    while done.rfind(0) >= 0:
        regions = RegionCase(ledger)
        case = NotedCase(regions)
        yield case, _some(regions, case, known, done)


def _some(regions: RegionCase, case: NotedCase, known: Sequence[str], done: bytearray) -> Iterator[str]:
    """Authorities that are not `done`; which come next follows from the regions that `case` has noted meanwhile."""
    place, asked, given = len(known), 0, 0
    waiting: deque[int] = deque()
    followed: set[str] = set()
    while given < MOST:
        if waiting:
            number = waiting.popleft()
        elif asked < ASKED and (place := done.rfind(0, 0, place)) >= 0:
            number, asked = place, asked + 1
        else:
            return
        if done[number]:
            continue
        done[number] = 1
        given += 1
        yield known[number]
        for name in sorted(case.regions - followed):
            followed.add(name)
            for each in regions.authorities(name):
                number = bisect_left(known, each)
                if number < len(known) and known[number] == each and not done[number]:
                    waiting.append(number)
