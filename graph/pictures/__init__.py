"""A lineage as a picture: tree, DOT, Mermaid, SVG, and a page with the SVG. Each escapes what it prints."""

from collections.abc import Callable, Mapping

from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.dot import dot
from schedgraph.graph.pictures.mermaid import mermaid
from schedgraph.graph.pictures.report import report
from schedgraph.graph.pictures.svg import draw, svg
from schedgraph.graph.pictures.tree import tree

PICTURES: Mapping[str, Callable[[Lineage], str]] = {
    "tree": tree,
    "dot": dot,
    "mermaid": mermaid,
    "svg": svg,
    "html": report,
}
"""Every kind of picture by the name that `lineage --format` has for it."""

__all__ = ["PICTURES", "dot", "draw", "mermaid", "report", "svg", "tree"]
