"""A lineage in the language of Mermaid."""

from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.labels import edge_label, node_lines

_HARMLESS = frozenset(" .,-/()…—")


def mermaid(lineage: Lineage) -> str:
    """A flowchart from left to right, the oldest first."""
    names = {node.id: f"n{number}" for number, node in enumerate(lineage.nodes)}
    lines = ["flowchart LR"]
    for node in lineage.nodes:
        label = "<br/>".join(map(_escaped, node_lines(node)))
        lines.append(f'  {names[node.id]}["{label}"]')
    for edge in lineage.edges:
        arrow = "-->" if edge.scope == "certain" else "-.->"
        lines.append(f'  {names[edge.old]} {arrow}|"{_escaped(edge_label(edge))}"| {names[edge.new]}')
    lines.append(f"  style {names[lineage.root]} stroke-width:3px")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """All but letters, digits and harmless marks as entity codes, for Mermaid reads HTML and Markdown."""
    return "".join(c if c.isalnum() or c in _HARMLESS else f"#{ord(c)};" for c in text)
