"""A lineage as an indented tree: what replaced the root, then what it replaced."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from schedgraph.graph.lineage import Lineage, LineageEdge, LineageNode
from schedgraph.graph.pictures.labels import edge_label
from schedgraph.graph.succession import is_same_or_below
from schedgraph.graph.wording.plain import shortened

Step = tuple[LineageEdge, str]
Beyond = Mapping[str, list[Step]]


def tree(lineage: Lineage) -> str:
    """Every edge once or more; an authority met again is not followed a second time."""
    nodes = {node.id: node for node in lineage.nodes}
    reached: set[LineageEdge] = set()

    newer: defaultdict[str, list[Step]] = defaultdict(list)
    older: defaultdict[str, list[Step]] = defaultdict(list)
    for edge in lineage.edges:
        newer[edge.old].append((edge, edge.new))
        older[edge.new].append((edge, edge.old))

    lines = [_name(nodes[lineage.root])]
    starts = sorted(node.id for node in lineage.nodes if is_same_or_below(node.id, lineage.root))
    for word, beyond in (("replaced by", newer), ("replaces", older)):
        for start in starts:
            if not beyond[start]:
                continue
            heading = word if start == lineage.root else f"{_name(nodes[start])}: {word}"
            lines += ["", heading, *_branches(start, beyond, nodes, reached)]
    # A lineage that runs over another number of the same authority has edges that do not start at the root.
    for start in sorted({edge.old for edge in lineage.edges if edge not in reached}):
        if any(edge not in reached for edge, _ in newer[start]):
            lines += ["", f"{_name(nodes[start])}: replaced by", *_branches(start, newer, nodes, reached)]
    if not lineage.edges:
        lines.append("nothing that the corpus knows replaced it, and it replaced nothing")
    return "\n".join(lines) + "\n"


def _branches(
    start: str, beyond: Beyond, nodes: dict[str, LineageNode], reached: set[LineageEdge]
) -> Iterator[str]:
    seen = {start}
    # A stack and no recursion: a lineage of a thousand steps is a lineage too.
    waiting = [(step, "", last) for step, last in _marked_last(beyond[start])]
    while waiting:
        (edge, other), indent, last = waiting.pop()
        reached.add(edge)
        again = " (see above)" if other in seen else ""
        yield f"{indent}{'└─ ' if last else '├─ '}{edge_label(edge)}: {_name(nodes[other])}{again}"
        if not again:
            seen.add(other)
            below = indent + ("   " if last else "│  ")
            waiting += [(step, below, final) for step, final in _marked_last(beyond[other])]


def _marked_last(steps: list[Step]) -> list[tuple[Step, bool]]:
    """Each with whether it is the last, in the order in which a stack gives them back."""
    return [(step, number == len(steps)) for number, step in enumerate(steps, start=1)][::-1]


def _name(node: LineageNode) -> str:
    title = f" — {shortened(node.title, 60)}" if node.title else ""
    return f"{node.id}{title} [{node.verdict}{'' if node.in_corpus else ', not in the corpus'}]"
