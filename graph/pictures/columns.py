"""Columns for the nodes of a graph that may have circles: every successor stands to the right of what it replaced."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

Edge = tuple[str, str]


def backward_edges(nodes: Sequence[str], edges: Iterable[Edge]) -> frozenset[Edge]:
    """The edges that lead back to a node on the way to them; without these there is no circle."""
    onward = _onward(edges)
    found: set[Edge] = set()
    done: set[str] = set()
    for start in nodes:
        if start in done:
            continue
        path, open_ = [(start, iter(onward[start]))], {start}
        while path:
            current, following = path[-1]
            step = next(following, None)
            if step is None:
                path.pop()
                open_.discard(current)
                done.add(current)
            elif step in open_:
                found.add((current, step))
            elif step not in done:
                open_.add(step)
                path.append((step, iter(onward[step])))
    return frozenset(found)


def columns(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The column of each node of a graph without circles.

    Counted from the left, by the longest way; what nothing leads to then moves right, next to what it leads to.
    """
    onward = _onward(edges)
    waiting_for = dict.fromkeys(nodes, 0)
    for _, new in edges:
        waiting_for[new] += 1
    first = [node for node in nodes if not waiting_for[node]]
    column = dict.fromkeys(nodes, 0)
    ready = list(first)
    while ready:
        current = ready.pop()
        for new in onward[current]:
            column[new] = max(column[new], column[current] + 1)
            waiting_for[new] -= 1
            if not waiting_for[new]:
                ready.append(new)
    for node in first:
        if onward[node]:
            column[node] = min(column[new] for new in onward[node]) - 1
    return column


def parts(nodes: Sequence[str], edges: Iterable[Edge]) -> list[list[str]]:
    """The parts of a graph that no edge joins, each in the order of `nodes`."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in edges:
        beside[old].append(new)
        beside[new].append(old)
    part_of: dict[str, int] = {}
    count = 0
    for start in nodes:
        if start in part_of:
            continue
        part_of[start], waiting = count, [start]
        while waiting:
            for other in beside[waiting.pop()]:
                if other not in part_of:
                    part_of[other] = count
                    waiting.append(other)
        count += 1
    found: list[list[str]] = [[] for _ in range(count)]
    for node in nodes:
        found[part_of[node]].append(node)
    return found


def _onward(edges: Iterable[Edge]) -> defaultdict[str, list[str]]:
    onward: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in edges:
        onward[old].append(new)
    return onward
