"""A lineage in the DOT language of Graphviz."""

from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.labels import edge_label, node_lines


def dot(lineage: Lineage) -> str:
    """A digraph from left to right, the oldest first."""
    names = {node.id: f"n{number}" for number, node in enumerate(lineage.nodes)}
    lines = [
        "digraph lineage {",
        "  rankdir=LR;",
        '  node [shape=box, style=rounded, fontname="sans-serif"];',
        '  edge [fontname="sans-serif", fontsize=10];',
    ]
    for node in lineage.nodes:
        label = r"\n".join(map(_escaped, node_lines(node)))
        bold = ", penwidth=2" if node.id == lineage.root else ""
        lines.append(f'  {names[node.id]} [label="{label}"{bold}];')
    for edge in lineage.edges:
        dashed = "" if edge.scope == "certain" else ", style=dashed"
        lines.append(
            f'  {names[edge.old]} -> {names[edge.new]} [label="{_escaped(edge_label(edge))}"{dashed}];'
        )
    return "\n".join([*lines, "}"]) + "\n"


def _escaped(text: str) -> str:
    r"""In a quoted label `\N` and `\G` would be replaced and `&lt;` decoded."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
