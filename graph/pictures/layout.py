"""Places for the nodes of a lineage: columns by succession, rows so that few edges cross."""

from collections import defaultdict
from dataclasses import dataclass

from schedgraph.graph.lineage import Lineage

SWEEPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`places` gives column and row of each node; `routes` the rows that an edge crosses between its ends.

    A route is listed from the lower to the higher column. `backward` are the edges that close a circle.
    """

    places: dict[str, tuple[int, float]]
    routes: dict[tuple[str, str], tuple[tuple[int, float], ...]]
    backward: frozenset[tuple[str, str]]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max(column for column, _ in self.places.values())

    @property
    def rows(self) -> float:
        """How many rows there are."""
        places = [row for _, row in self.places.values()]
        return 1 + max(places + [row for route in self.routes.values() for _, row in route])


def layout(lineage: Lineage) -> Layout:
    """Every successor stands to the right of what it replaced, unless they form a circle."""
    nodes = [node.id for node in lineage.nodes]
    edges = [(edge.old, edge.new) for edge in lineage.edges]
    backward = _backward(nodes, edges)
    forward = [(new, old) if (old, new) in backward else (old, new) for old, new in edges]
    column = _columns(nodes, forward)
    ordered: defaultdict[int, list[str]] = defaultdict(list)
    for node in sorted(nodes, key=lambda each: (column[each], each)):
        ordered[column[node]].append(node)
    links: defaultdict[str, set[str]] = defaultdict(set)
    bends: dict[tuple[str, str], list[str]] = {}
    for old, new in forward:
        # An edge over several columns bends at a place of its own in each, so that it crosses no box.
        stops = [f"\0{old}\0{new}\0{step}" for step in range(column[old] + 1, column[new])]
        bends[(old, new)] = stops
        for step, stop in enumerate(stops, start=column[old] + 1):
            ordered[step].append(stop)
        for left, right in zip([old, *stops], [*stops, new], strict=True):
            links[left].add(right)
            links[right].add(left)
    row = _rows(ordered, links)
    where = {name: (number, row[name]) for number, names in ordered.items() for name in names}
    return Layout(
        places={node: where[node] for node in nodes},
        routes={
            pair: tuple(where[stop] for stop in bends[pair if pair in bends else pair[::-1]])
            for pair in edges
        },
        backward=backward,
    )


def _backward(nodes: list[str], edges: list[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The edges that lead back to an authority on the way to them."""
    onward: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in edges:
        onward[old].append(new)
    found: set[tuple[str, str]] = set()
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


def _columns(nodes: list[str], edges: list[tuple[str, str]]) -> dict[str, int]:
    """The longest way to each node from one that replaced nothing."""
    waiting_for = dict.fromkeys(nodes, 0)
    onward: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in edges:
        onward[old].append(new)
        waiting_for[new] += 1
    column = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waiting_for[node]]
    while ready:
        current = ready.pop()
        for new in onward[current]:
            column[new] = max(column[new], column[current] + 1)
            waiting_for[new] -= 1
            if not waiting_for[new]:
                ready.append(new)
    return column


def _rows(ordered: dict[int, list[str]], links: dict[str, set[str]]) -> dict[str, float]:
    """Each node near the middle of its neighbours in the next column, swept to and fro."""
    row = {name: float(place) for names in ordered.values() for place, name in enumerate(names)}
    columns = sorted(ordered)
    for sweep in range(SWEEPS):
        for number in columns if sweep % 2 == 0 else columns[::-1]:
            names = ordered[number]
            beside = set(ordered.get(number + (-1 if sweep % 2 == 0 else 1), ()))
            wish = {name: _middle([row[each] for each in links[name] & beside], row[name]) for name in names}
            names.sort(key=lambda name, wish=wish: (wish[name], row[name], name))  # type: ignore[misc]
            row.update(_spread(names, wish))
    return _closed_up(row)


def _spread(names: list[str], wish: dict[str, float]) -> dict[str, float]:
    """Places at least a row apart, in this order, and as near to the wishes as that allows."""
    groups: list[tuple[float, int]] = []
    for number, name in enumerate(names):
        place, size = wish[name] - number, 1
        while groups and groups[-1][0] > place:
            other, more = groups.pop()
            place, size = (place * size + other * more) / (size + more), size + more
        groups.append((place, size))
    places = [place for place, size in groups for _ in range(size)]
    return {name: place + number for number, (name, place) in enumerate(zip(names, places, strict=True))}


def _closed_up(row: dict[str, float]) -> dict[str, float]:
    """No stripe that nothing stands in is higher than the distance of two rows."""
    closed: dict[float, float] = {}
    for place in sorted(set(row.values())):
        before = next(reversed(closed.items()), None)
        closed[place] = 0.0 if before is None else before[1] + min(1.0, place - before[0])
    return {name: closed[place] for name, place in row.items()}


def _middle(rows: list[float], own: float) -> float:
    return sum(rows) / len(rows) if rows else own
