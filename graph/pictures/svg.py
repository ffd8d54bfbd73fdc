"""A lineage as an SVG picture that needs no program but a browser."""

from html import escape
from itertools import pairwise

from schedgraph.graph.lineage import Lineage, LineageEdge, LineageNode
from schedgraph.graph.pictures.labels import edge_label, node_lines
from schedgraph.graph.pictures.layout import Layout, layout
from schedgraph.graph.wording.places import VERDICTS, rule_in_words
from schedgraph.graph.wording.plain import plain

WIDTH, HEIGHT = 250, 66
COLUMN, ROW = WIDTH + 130, HEIGHT + 30
MARGIN = 20

_FILL = {"active": "#e3f4e3", "superseded": "#f1f1f1", "inactive": "#f1f1f1", "unseen": "#ffffff"}
_DOUBTFUL = "#fff4d6"
"""Colours only repeat what the words in the box say."""

Point = tuple[float, float]


def svg(lineage: Lineage) -> str:
    """The picture as a document of its own."""
    places = layout(lineage)
    width = MARGIN * 2 + (places.columns - 1) * COLUMN + WIDTH
    height = MARGIN * 2 + (places.rows - 1) * ROW + HEIGHT
    return (
        "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
                f'width="{width:g}" height="{height:g}" role="img" '
                'aria-labelledby="lineage-title lineage-desc" '
                'font-family="system-ui, sans-serif" font-size="12" fill="#1a1a1a">',
                f'<title id="lineage-title">{_text(f"Lineage of {lineage.root}")}</title>',
                f'<desc id="lineage-desc">{_text(_described(lineage))}</desc>',
                '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
                'markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" fill="#444"/></marker></defs>',
                f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>',
                *(_edge(edge, places) for edge in lineage.edges),
                *(_node(node, places, root=node.id == lineage.root) for node in lineage.nodes),
                *(_label(edge, places) for edge in lineage.edges),
                "</svg>",
            ]
        )
        + "\n"
    )


def _described(lineage: Lineage) -> str:
    if not lineage.edges:
        return "Nothing that the corpus knows replaced it, and it replaced nothing."
    steps = [f"{edge.new} replaced {edge.old} ({edge_label(edge)})" for edge in lineage.edges]
    return "; ".join(steps) + "."


def _node(node: LineageNode, places: Layout, *, root: bool) -> str:
    left, top = _corner(places.places[node.id])
    identifier, *others = node_lines(node)
    lines = [f'<text x="{left + 10:g}" y="{top + 20:g}" font-weight="600">{_text(identifier)}</text>']
    for number, line in enumerate(others, start=1):
        lines.append(f'<text x="{left + 10:g}" y="{top + 20 + 17 * number:g}">{_text(line)}</text>')
    edge = "#1a1a1a" if root else "#777"
    dashes = "" if node.in_corpus else ' stroke-dasharray="2 3"'
    about = f"{node.id}: {VERDICTS[node.verdict]}. {plain(node.title or '')}"
    return (
        f"<g><title>{_text(about.strip())}</title>"
        f'<rect x="{left:g}" y="{top:g}" width="{WIDTH}" height="{HEIGHT}" rx="6" '
        f'fill="{_FILL.get(node.verdict, _DOUBTFUL)}" stroke="{edge}" '
        f'stroke-width="{2 if root else 1}"{dashes}/>'
        f"{''.join(lines)}</g>"
    )


def _edge(edge: LineageEdge, places: Layout) -> str:
    points = _points(edge, places)
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for (x0, y0), (x1, y1) in pairwise(points):
        half = (x1 - x0) / 2
        path += f" C{x0 + half:g} {y0:g} {x1 - half:g} {y1:g} {x1:g} {y1:g}"
    dashes = "" if edge.scope == "certain" else ' stroke-dasharray="6 4"'
    about = f"{edge.new} replaced {edge.old}, {edge_label(edge)}: {rule_in_words(edge.rule)}"
    return (
        f'<path d="{path}" fill="none" stroke="#444" stroke-width="1.5"{dashes} marker-end="url(#arrow)">'
        f"<title>{_text(about)}</title></path>"
    )


def _label(edge: LineageEdge, places: Layout) -> str:
    """The date, nearer to one end than to the other, so that labels of crossing edges do not meet."""
    (x0, y0), (x1, y1) = _points(edge, places)[:2]
    x, y = x0 + (x1 - x0) * 0.5, y0 + (y1 - y0) * 0.42 - 4
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="middle" font-size="11" stroke="#fff" stroke-width="4" '
        f'paint-order="stroke">{_text(edge_label(edge))}</text>'
    )


def _points(edge: LineageEdge, places: Layout) -> list[Point]:
    """From the box of the older authority to that of the newer one, over the places where the edge bends."""
    route = places.routes[(edge.old, edge.new)]
    back = (edge.old, edge.new) in places.backward
    left, right = (edge.new, edge.old) if back else (edge.old, edge.new)
    x0, y0 = _corner(places.places[left])
    x1, y1 = _corner(places.places[right])
    points: list[Point] = [(x0 + WIDTH, y0 + HEIGHT / 2)]
    for x, y in map(_corner, route):
        points += [(x, y + HEIGHT / 2), (x + WIDTH, y + HEIGHT / 2)]
    points.append((x1, y1 + HEIGHT / 2))
    # The way back is drawn a little lower than the way there, which it would hide.
    return [(x, y + 12) for x, y in reversed(points)] if back else points


def _corner(place: tuple[int, float]) -> Point:
    column, row = place
    return MARGIN + column * COLUMN, MARGIN + row * ROW


def _text(text: str) -> str:
    return escape(plain(text), quote=True)
