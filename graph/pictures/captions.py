"""At which end of an arrow its words stand, and which words several arrows share."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from schedgraph.graph.pictures.plan import Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words beside `node`, to its right (`start`) or to its left, that hold for `edges`."""

    node: str
    start: bool
    text: str
    edges: tuple[Edge, ...]


def captions(ends: Mapping[Edge, Edge], words: Mapping[Edge, str]) -> tuple[Caption, ...]:
    """The words of every edge once; `ends` are its left and its right node.

    Words stand at the end that fewer edges share, so that they do not meet; where all edges of a node say the same,
    they say it once, with their number.
    """
    leaving: defaultdict[str, list[Edge]] = defaultdict(list)
    coming: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge, (left, right) in ends.items():
        leaving[left].append(edge)
        coming[right].append(edge)
    found: list[Caption] = []
    told: set[Edge] = set()
    for groups, start in ((coming, False), (leaving, True)):
        for node, edges in groups.items():
            said = {words[edge] for edge in edges}
            if len(edges) > 1 and len(said) == 1 and told.isdisjoint(edges):
                text = f"{said.pop()} ({len(edges)})"
                found.append(Caption(node=node, start=start, text=text, edges=tuple(edges)))
                told |= set(edges)
    for edge, (left, right) in ends.items():
        if edge not in told:
            start = len(leaving[left]) <= len(coming[right])
            node = left if start else right
            found.append(Caption(node=node, start=start, text=words[edge], edges=(edge,)))
    return tuple(found)
