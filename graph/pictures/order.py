"""The order of the nodes within columns, so that few edges cross (Sugiyama's barycentres, with exchanges of neighbours)."""

import itertools
from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence

Beside = Mapping[str, Sequence[str]]

WORK = 400_000
"""About how many comparisons the ordering may cost; a large graph gets fewer sweeps."""


def ordered(columns: Sequence[Sequence[str]], before: Beside, after: Beside) -> list[list[str]]:
    """The columns with their nodes in a better order. Edges join neighbouring columns alone.

    `before` and `after` are the neighbours of a node in the column to its left and to its right.
    """
    current = [list(column) for column in columns]
    best, fewest = [list(column) for column in current], crossings(current, after)
    edges = sum(map(len, after.values()))
    sweeps = max(2, min(24, WORK // max(1, edges * 12)))
    for sweep in range(sweeps):
        if not fewest:
            break
        rightward = sweep % 2 == 0
        numbers = range(1, len(current)) if rightward else range(len(current) - 2, -1, -1)
        for number in numbers:
            beside = before if rightward else after
            fixed = {
                name: place for place, name in enumerate(current[number - 1 if rightward else number + 1])
            }
            _sort(current[number], beside, fixed)
            _exchange(current[number], beside, fixed)
        count = crossings(current, after)
        if count < fewest:
            best, fewest = [list(column) for column in current], count
    return best


def crossings(columns: Sequence[Sequence[str]], after: Beside) -> int:
    """How many pairs of edges cross."""
    total = 0
    for left, right in itertools.pairwise(columns):
        place = {name: number for number, name in enumerate(right)}
        seen: list[int] = []
        for name in left:
            ends = sorted(place[other] for other in after.get(name, ()) if other in place)
            total += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return total


def _sort(column: list[str], beside: Beside, fixed: Mapping[str, int]) -> None:
    """By the mean place of the neighbours; a node without any keeps its place among the others."""
    own = {name: number for number, name in enumerate(column)}
    scale = len(fixed) / max(1, len(column))

    def wish(name: str) -> float:
        places = [fixed[other] for other in beside.get(name, ()) if other in fixed]
        return sum(places) / len(places) if places else own[name] * scale

    wishes = {name: wish(name) for name in column}
    column.sort(key=lambda name: (wishes[name], own[name]))


def _exchange(column: list[str], beside: Beside, fixed: Mapping[str, int]) -> None:
    """Neighbours change places as long as that removes crossings."""
    ends = {name: sorted(fixed[other] for other in beside.get(name, ()) if other in fixed) for name in column}
    for _ in range(4):
        moved = False
        for number in range(len(column) - 1):
            upper, lower = ends[column[number]], ends[column[number + 1]]
            if _crossing(upper, lower) > _crossing(lower, upper):
                column[number], column[number + 1] = column[number + 1], column[number]
                moved = True
        if not moved:
            return


def _crossing(upper: Sequence[int], lower: Sequence[int]) -> int:
    return sum(len(upper) - bisect_right(upper, end) for end in lower)
