"""What a picture writes on a node and an edge, before any escaping."""

from schedgraph.graph.lineage import LineageEdge, LineageNode
from schedgraph.graph.wording.plain import plain, shortened


def node_lines(node: LineageNode, limit: int = 34) -> tuple[str, ...]:
    """The identifier, the title where there is one, and the verdict."""
    title = (shortened(node.title, limit),) if node.title else ()
    return (plain(node.id), *title, node.verdict if node.in_corpus else f"{node.verdict}, not in the corpus")


def edge_label(edge: LineageEdge) -> str:
    """Since when, that it is only possible where it is, and an alarm where it changes the retention."""
    since = edge.since.isoformat() if edge.since else "no date"
    doubt = "" if edge.scope == "certain" else ", possible"
    alarm = f", ! retention {edge.retention.change}" if edge.retention.alarm else ""
    return f"{since}{doubt}{alarm}"
