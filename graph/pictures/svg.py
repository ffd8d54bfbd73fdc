"""A lineage as an SVG picture that needs no program but a browser; every box can be a link."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures.bunches import Bunch, bunches, joined
from schedgraph.graph.pictures.drawing import Arrow, Box, Drawing, Link, drawing
from schedgraph.graph.pictures.graphviz import best
from schedgraph.graph.pictures.plan import Layout, Plan, Point, Size, Task
from schedgraph.graph.wording.plain import plain

MOST = 2000
"""Boxes that are drawn; a picture of more tells nothing, and takes long to lay out."""

_BOLD, _THIN = 7.6, 6.8
"""About how wide a letter of the number and of the other words is."""
_BEYOND = 34.0
"""Room to the right for arrows into the unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A picture and the plan of it."""

    drawing: Drawing
    plan: Plan
    arrows: tuple[Arrow, ...]
    frames: tuple[tuple[Bunch, Point, Size], ...]
    places: Mapping[str, Point]
    heights: Mapping[str, float]
    size: Size
    notes: Mapping[str, str]


def svg(lineage: Lineage, link: Link | None = None, layout: Layout | None = None) -> str:
    """The picture as a document of its own; `link` gives the address of a box."""
    return draw(drawing(lineage, link), layout)


def draw(picture: Drawing, layout: Layout | None = None) -> str:
    """A drawing, laid out by `layout` (None: by Graphviz where it is installed) and drawn."""
    if len(picture.boxes) > MOST:
        return _too_many(picture)
    scene = _scene(picture, layout or best)
    beyond = _BEYOND if any(box.open_end for box in picture.boxes) else 0.0
    width, height = scene.plan.width + beyond, scene.plan.height
    return (
        "\n".join(
            [
                *_head(picture, width, height),
                '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" '
                'markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" fill="#444"/></marker></defs>',
                f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>',
                *(_frame(*frame) for frame in scene.frames),
                *(_arrow(arrow, scene.plan) for arrow in scene.arrows),
                *(_box(box, scene) for box in picture.boxes),
                *_labels(scene.plan),
                "</svg>",
            ]
        )
        + "\n"
    )


def _head(picture: Drawing, width: float, height: float) -> list[str]:
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" role="group" aria-labelledby="lineage-title lineage-desc" '
        'font-family="system-ui, sans-serif" font-size="12" fill="#1a1a1a">',
        f'<title id="lineage-title">{_text(picture.title)}</title>',
        f'<desc id="lineage-desc">{_text(picture.description)}</desc>',
    ]


def _too_many(picture: Drawing) -> str:
    words = (
        f"{len(picture.boxes)} authorities are too many for a picture; the other formats have all of them."
    )
    return (
        "\n".join([*_head(picture, 700, 40), f'<text x="10" y="25">{_text(words)}</text>', "</svg>"]) + "\n"
    )


def _scene(picture: Drawing, layout: Layout) -> _Scene:
    found = bunches(picture)
    inside = {member for bunch in found for member in bunch.members}
    notes = _notes(picture, found)
    size = _size(picture, notes)
    arrows = joined(picture, found)
    first = sorted(picture.boxes, key=lambda box: not box.root)
    nodes = [box.key for box in first if box.key not in inside] + [bunch.key for bunch in found]
    task = Task(
        nodes=tuple(nodes),
        sizes={**dict.fromkeys(nodes, size), **{bunch.key: bunch.size(size) for bunch in found}},
        edges=tuple((arrow.start, arrow.end) for arrow in arrows),
        words={(arrow.start, arrow.end): arrow.label for arrow in arrows},
    )
    plan = layout(task)
    places = dict(plan.places)
    frames = []
    for bunch in found:
        left, top = places.pop(bunch.key)
        block = bunch.size(size)
        grown = plan.heights.get(bunch.key, block.height)
        frames.append((bunch, (left, top), Size(width=block.width, height=grown)))
        for number, member in enumerate(bunch.members):
            x, y = bunch.corner(number, size)
            places[member] = (left + x, top + y)
    return _Scene(
        drawing=picture,
        plan=plan,
        arrows=arrows,
        frames=tuple(frames),
        places=places,
        heights=plan.heights,
        size=size,
        notes=notes,
    )


def _notes(picture: Drawing, found: tuple[Bunch, ...]) -> dict[str, str]:
    """What a box says of its own arrow, where those of its block differ."""
    dated = {member for bunch in found if bunch.dated for member in bunch.members}
    notes: dict[str, str] = {}
    for arrow in picture.arrows:
        for key in (arrow.start, arrow.end):
            if key in dated:
                notes[key] = f"{notes[key]}; {arrow.label}" if key in notes else arrow.label
    return notes


def _size(picture: Drawing, notes: Mapping[str, str]) -> Size:
    """One size for all boxes, so that columns are straight."""
    if picture.compact:
        widest = max(
            _BOLD * len(box.lines[0]) + _THIN * len(_beside(box, notes)) + 26 for box in picture.boxes
        )
        return Size(width=min(360.0, widest), height=22.0)
    widest = max(
        max(_BOLD * len(box.lines[0]), *(_THIN * len(line) for line in box.lines)) + 22
        for box in picture.boxes
    )
    return Size(
        width=min(280.0, max(170.0, widest)),
        height=15.0 + 17.0 * max(len(box.lines) for box in picture.boxes),
    )


def _beside(box: Box, notes: Mapping[str, str]) -> str:
    """What stands after the number on the one line of a small box."""
    note = notes.get(box.key)
    return f"{box.lines[-1]} {note}" if note else box.lines[-1]


def _frame(bunch: Bunch, corner: Point, size: Size) -> str:
    about = f"{len(bunch.members)} authorities with the same predecessors and successors"
    return (
        f'<g><title>{_text(about)}</title><rect x="{corner[0]:g}" y="{corner[1]:g}" width="{size.width:g}" '
        f'height="{size.height:g}" rx="8" fill="#fafafa" stroke="#777"/></g>'
    )


def _box(box: Box, scene: _Scene) -> str:
    left, top = scene.places[box.key]
    size = Size(width=scene.size.width, height=scene.heights.get(box.key, scene.size.height))
    edge = "#1a1a1a" if box.root else "#6b6b6b"
    dashes = "" if box.seen else ' stroke-dasharray="2 3"'
    name = ' id="lineage-root"' if box.root else ""
    opened, closed = (f'<a href="{_text(box.href)}"{name}>', "</a>") if box.href else (f"<g{name}>", "</g>")
    inside = "".join(_words(box, left, top + (size.height - scene.size.height) / 2, scene))
    about = box.about + (f" {box.open_end.capitalize()}." if box.open_end else "")
    return (
        f"{opened}<title>{_text(about)}</title>"
        f'<rect x="{left:g}" y="{top:g}" width="{size.width:g}" height="{size.height:g}" rx="5" '
        f'fill="{box.fill}" stroke="{edge}" stroke-width="{2.5 if box.root else 1}"{dashes}/>'
        f"{inside}{closed}{_open_end(box, left, top, size)}"
    )


def _words(box: Box, left: float, top: float, scene: _Scene) -> Iterator[str]:
    identifier, *others = box.lines
    if scene.drawing.compact:
        beside = f'<tspan font-weight="400" dx="8">{_text(_beside(box, scene.notes))}</tspan>'
        yield f'<text x="{left + 8:g}" y="{top + 15:g}" font-weight="600">{_text(identifier)}{beside}</text>'
        return
    yield f'<text x="{left + 10:g}" y="{top + 20:g}" font-weight="600">{_text(identifier)}</text>'
    for number, line in enumerate(others, start=1):
        yield f'<text x="{left + 10:g}" y="{top + 20 + 17 * number:g}">{_text(line)}</text>'


def _open_end(box: Box, left: float, top: float, size: Size) -> str:
    """An arrow into the unknown."""
    if not box.open_end:
        return ""
    x, y = left + size.width, top + size.height / 2
    return (
        f'<g><title>{_text(f"{box.key}: {box.open_end}")}</title><path d="M{x:g} {y:g}h18" fill="none" '
        f'stroke="#444" stroke-width="1.5" stroke-dasharray="3 3"/><text x="{x + 21:g}" y="{y + 5:g}" '
        'font-size="15" font-weight="600">?</text></g>'
    )


def _arrow(arrow: Arrow, plan: Plan) -> str:
    first, *others = plan.paths[(arrow.start, arrow.end)]
    path = f"M{_at(first)}" + "".join(
        f"C{_at(others[n])} {_at(others[n + 1])} {_at(others[n + 2])}" for n in range(0, len(others), 3)
    )
    dashes = "" if arrow.certain else ' stroke-dasharray="6 4"'
    colour = "#8c1414" if arrow.alarm else "#444"
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{dashes} marker-end="url(#arrow)">'
        f"<title>{_text(arrow.about)}</title></path>"
    )


def _labels(plan: Plan) -> Iterator[str]:
    for label in plan.labels:
        yield (
            f'<text x="{label.at[0]:.5g}" y="{label.at[1]:.5g}" text-anchor="{label.anchor}" font-size="11" '
            f'stroke="#fff" stroke-width="3" paint-order="stroke">{_text(label.text)}</text>'
        )


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _text(text: str) -> str:
    return escape(plain(text), quote=True)
