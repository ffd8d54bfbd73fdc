"""What a picture writes on a node and an edge, before any escaping."""

from schedgraph.graph.lineage import LineageEdge, LineageNode
from schedgraph.graph.wording.plain import plain, shortened


def node_lines(node: LineageNode, limit: int = 34) -> tuple[str, ...]:
    """The identifier, the title where there is one, and the verdict."""
    title = (shortened(node.title, limit),) if node.title else ()
    return (plain(node.id), *title, node.verdict if node.in_corpus else f"{node.verdict}, not in the corpus")


def edge_label(edge: LineageEdge) -> str:
    """Since when, and that it is only possible where it is."""
    since = edge.since.isoformat() if edge.since else "no date"
    return since if edge.scope == "certain" else f"{since}, possible"
