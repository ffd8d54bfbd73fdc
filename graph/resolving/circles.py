"""The order in which lineages can be followed from their ends, and the schedules that replace each other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """Nodes that lead to each other, or one node; `is_circle` tells whether one can come back to any of them."""

    nodes: list[str]
    is_circle: bool


def from_the_ends(onward: Mapping[str, Sequence[str]]) -> Iterator[Part]:
    """All nodes in parts, each part after those that it leads on to.

    `onward` gives for each node those that it leads on to. Tarjan's way to strongly connected parts, without recursion.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: list[str] = []
    is_open: set[str] = set()
    for root in onward:
        if root in number:
            continue
        work = [(root, iter(onward[root]))]
        number[root] = lowest[root] = len(number)
        open_nodes.append(root)
        is_open.add(root)
        while work:
            node, following = work[-1]
            for each in following:
                if each not in number:
                    number[each] = lowest[each] = len(number)
                    open_nodes.append(each)
                    is_open.add(each)
                    work.append((each, iter(onward[each])))
                    break
                if each in is_open:
                    lowest[node] = min(lowest[node], number[each])
            else:
                work.pop()
                if work:
                    before = work[-1][0]
                    lowest[before] = min(lowest[before], lowest[node])
                if lowest[node] == number[node]:
                    part = _closed(open_nodes, is_open, node)
                    yield Part(part, len(part) > 1 or node in onward[node])


def _closed(open_nodes: list[str], is_open: set[str], node: str) -> list[str]:
    place = len(open_nodes) - 1
    while open_nodes[place] != node:
        place -= 1
    part = open_nodes[place:]
    del open_nodes[place:]
    is_open.difference_update(part)
    return part
