"""The built-in layout: columns by succession, few crossings, nodes near their neighbours, labels that do not meet.

After K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of Hierarchical System Structures" (1981).
"""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from schedgraph.graph.pictures.captions import Caption, captions
from schedgraph.graph.pictures.columns import backward_edges, columns, parts
from schedgraph.graph.pictures.order import ordered
from schedgraph.graph.pictures.plan import Edge, Label, Plan, Point, Task, longest
from schedgraph.graph.pictures.rows import rows

MARGIN = 16.0
GAP = 56.0
"""Between two columns, beside the room for labels."""
APART = 14.0
"""Between two nodes of a column, and between two parts of the picture."""
PORT = 13.0
"""Between the ends of two arrows at one side of a node, so that a line of text fits."""
MOST_PORTS = 12
"""Arrows at one side for which a node is made higher."""


def layered(task: Task) -> Plan:
    """Every successor stands to the right of what it replaced, unless they form a circle."""
    top = MARGIN
    places: dict[str, Point] = {}
    heights: dict[str, float] = {}
    paths: dict[Edge, tuple[Point, ...]] = {}
    labels: list[Label] = []
    width = 0.0
    edges_of: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in task.edges:
        edges_of[edge[0]].append(edge)
    for part in parts(task.nodes, task.edges):
        piece = _Piece(part, [edge for node in part for edge in edges_of[node]], task)
        piece.place(top)
        places |= piece.corners
        heights |= piece.height
        paths |= piece.paths
        labels += piece.labels
        width, top = max(width, piece.right), piece.bottom + APART * 1.5
    return Plan(
        width=width + MARGIN,
        height=top - APART * 1.5 + MARGIN,
        places=places,
        heights=heights,
        paths=paths,
        labels=tuple(labels),
    )


class _Piece:
    """One part of the picture that no edge joins to the others."""

    def __init__(self, nodes: Sequence[str], edges: Sequence[Edge], task: Task) -> None:
        self.nodes, self.edges, self.task = nodes, edges, task
        self.backward = backward_edges(nodes, edges)
        self.ends = {edge: edge[::-1] if edge in self.backward else edge for edge in edges}
        self.column = columns(nodes, tuple(dict.fromkeys(self.ends.values())))
        self.after: defaultdict[str, list[str]] = defaultdict(list)
        self.before: defaultdict[str, list[str]] = defaultdict(list)
        self.stops: dict[Edge, list[str]] = {}
        for left, right in dict.fromkeys(self.ends.values()):
            # An edge over several columns has a place of its own in each, so that it crosses no node.
            between = range(self.column[left] + 1, self.column[right])
            stops = [f"\0{left}\0{right}\0{number}" for number in between]
            self.stops[(left, right)] = stops
            for near, far in zip([left, *stops], [*stops, right], strict=True):
                self.after[near].append(far)
                self.before[far].append(near)
        self.height = {node: self._height(node) for node in nodes}
        self.told = captions(self.ends, task.words)

    def _height(self, node: str) -> float:
        """High enough for the ends of its arrows."""
        ports = max(len(self.after[node]), len(self.before[node]))
        return max(self.task.sizes[node].height, PORT * min(ports, MOST_PORTS) + 4)

    def place(self, top: float) -> None:
        """Gives every node and every edge its place, from `top` down."""
        filled: list[list[str]] = [[] for _ in range(1 + max(self.column.values()))]
        for node in self.nodes:
            filled[self.column[node]].append(node)
        for (left, _), stops in self.stops.items():
            for number, stop in enumerate(stops, start=self.column[left] + 1):
                filled[number].append(stop)
        filled = ordered(filled, self.before, self.after)
        heights = {name: self.height.get(name, PORT) for column in filled for name in column}
        middle = rows(filled, self.before, self.after, heights, APART)
        highest = min(middle[name] - heights[name] / 2 for name in middle)
        self.middle = {name: place - highest + top for name, place in middle.items()}
        self.bottom = max(self.middle[name] + heights[name] / 2 for name in middle)
        self.width = [
            max((self.task.sizes[name].width for name in column if name in self.height), default=0.0)
            for column in filled
        ]
        self.left = self._lefts()
        self.corners = {
            node: (self.left[self.column[node]], self.middle[node] - self.height[node] / 2)
            for node in self.nodes
        }
        self.right = max(x + self.task.sizes[node].width for node, (x, _) in self.corners.items())
        self._route()

    def _lefts(self) -> list[float]:
        """The left edge of each column: room for the nodes, the labels at both ends, and the bends of many edges."""
        x, found = MARGIN, []
        for number, width in enumerate(self.width):
            found.append(x)
            starts = [each.text for each in self.told if each.start and self.column[each.node] == number]
            ends = [
                each.text for each in self.told if not each.start and self.column[each.node] == number + 1
            ]
            bends = sum(self.column[left] == number for left, _ in self.stops)
            x += width + GAP + longest(starts) + longest(ends) + min(60.0, 2.0 * bends)
        return found

    def _route(self) -> None:
        port_after, port_before = self._ports(self.after), self._ports(self.before)
        level_after = {each.node: longest([each.text]) for each in self.told if each.start}
        level_before = {each.node: longest([each.text]) for each in self.told if not each.start}
        self.paths: dict[Edge, tuple[Point, ...]] = {}
        at_start: dict[Edge, float] = {}
        at_end: dict[Edge, float] = {}
        for edge, (left, right) in self.ends.items():
            chain = [left, *self.stops[(left, right)], right]
            at_start[edge], at_end[edge] = port_after[(left, chain[1])], port_before[(right, chain[-2])]
            x0 = self.left[self.column[left]] + self.task.sizes[left].width
            # Level as far as the words above the line go.
            points: list[Point] = [
                (x0, at_start[edge]),
                (x0 + 6 + level_after.get(left, 0.0), at_start[edge]),
            ]
            for number, stop in enumerate(chain[1:-1], start=self.column[left] + 1):
                x, y = self.left[number], self.middle[stop]
                points += [(x, y), (x + self.width[number], y)]
            x1 = self.left[self.column[right]]
            points += [(x1 - 12 - level_before.get(right, 0.0), at_end[edge]), (x1, at_end[edge])]
            path = _curved(points)
            self.paths[edge] = tuple(reversed(_lowered(path))) if edge in self.backward else path
        self.labels = [
            self._label(each, min((at_start if each.start else at_end)[edge] for edge in each.edges))
            for each in self.told
        ]

    def _ports(self, beside: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], float]:
        """Where the edges of each node meet it, in the order in which they come."""
        found: dict[tuple[str, str], float] = {}
        for name, others in beside.items():
            most = self.height.get(name, 0.0) - 4.0
            step = min(PORT, most / len(others)) if others and most > 0 else 0.0
            first = self.middle[name] - step * (len(others) - 1) / 2
            for number, other in enumerate(sorted(others, key=lambda each: self.middle[each])):
                found[(name, other)] = first + step * number
        return found

    def _label(self, told: Caption, y: float) -> Label:
        x = self.left[self.column[told.node]]
        if told.start:
            at = (x + self.task.sizes[told.node].width + 5, y - 3)
            return Label(at=at, anchor="start", text=told.text)
        return Label(at=(x - 11, y - 3), anchor="end", text=told.text)


def _curved(points: Sequence[Point]) -> tuple[Point, ...]:
    """A path through the points that leaves and reaches each of them level."""
    path = [points[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        half = (x1 - x0) / 2
        path += [(x0 + half, y0), (x1 - half, y1), (x1, y1)]
    return tuple(path)


def _lowered(path: Sequence[Point]) -> tuple[Point, ...]:
    """The way back is drawn a little lower than the way there, which it would hide."""
    return tuple((x, y + 6) for x, y in path)
