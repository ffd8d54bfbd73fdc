"""What a picture shows, before it is laid out: boxes with their words, and arrows between them."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from schedgraph.graph.lineage import Lineage, LineageEdge, LineageNode
from schedgraph.graph.pictures.labels import edge_label, node_lines
from schedgraph.graph.wording.places import VERDICTS, rule_in_words
from schedgraph.graph.wording.plain import plain

Link = Callable[[str], str]
Colour = str

FEW = 40
"""Boxes up to this number show the title of an authority; more show its number and verdict on one line."""

_FILL = {"active": "#e3f4e3", "superseded": "#f1f1f1", "inactive": "#f1f1f1", "unseen": "#ffffff"}
_DOUBTFUL = "#fff4d6"
"""Colours only repeat what the words in the box say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An authority. `lines` are its words, the first its number; `open_end` says what is not known of its successor."""

    key: str
    lines: tuple[str, ...]
    about: str
    fill: Colour
    root: bool = False
    seen: bool = True
    href: str | None = None
    open_end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """From the older authority to the newer one."""

    start: str
    end: str
    label: str
    about: str
    certain: bool = True
    alarm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture in words: boxes with different keys, at most one arrow from one to another, none to itself."""

    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    @property
    def compact(self) -> bool:
        """Whether there are so many boxes that each has one line only."""
        return len(self.boxes) > FEW


def fill_of(verdict: str | None) -> Colour:
    """The colour of a box; white where the verdict is not known."""
    return "#ffffff" if verdict is None else _FILL.get(verdict, _DOUBTFUL)


def drawing(lineage: Lineage, link: Link | None = None, title: str | None = None) -> Drawing:
    """The picture of a lineage; `link` gives the address that a box leads to."""
    replaced = {edge.old for edge in lineage.edges}
    compact = len(lineage.nodes) > FEW
    steps = [f"{edge.new} replaced {edge.old} ({edge_label(edge)})" for edge in lineage.edges]
    nothing = "Nothing that the corpus knows replaced it, and it replaced nothing."
    return Drawing(
        title=title or f"Lineage of {lineage.root}",
        description=f"{'; '.join(steps)}." if steps else nothing,
        boxes=tuple(
            _box(each, link, compact=compact, root=each.id == lineage.root, ended=each.id not in replaced)
            for each in lineage.nodes
        ),
        arrows=_arrows(lineage.edges),
    )


def _box(node: LineageNode, link: Link | None, *, compact: bool, root: bool, ended: bool) -> Box:
    about = f"{node.id}: {VERDICTS[node.verdict]}. {plain(node.title or '')}"
    lines = (plain(node.id), node.verdict) if compact else node_lines(node)
    return Box(
        key=node.id,
        lines=lines,
        about=about.strip(),
        fill=fill_of(node.verdict),
        root=root,
        seen=node.in_corpus,
        href=link(node.id) if link else None,
        open_end=_open_end(node) if ended else None,
    )


def _open_end(node: LineageNode) -> str | None:
    """That an authority is dead and its successor is not known."""
    if node.unreadable_successor:
        return f"its successor cannot be read: “{plain(node.unreadable_successor)}”"
    return "no successor is named" if node.verdict == "inactive" else None


def _arrows(edges: tuple[LineageEdge, ...]) -> tuple[Arrow, ...]:
    by_ends: defaultdict[tuple[str, str], list[LineageEdge]] = defaultdict(list)
    for edge in edges:
        by_ends[(edge.old, edge.new)].append(edge)
    return tuple(
        Arrow(
            start=old,
            end=new,
            label=edge_label(found[0]),
            about="; ".join(
                f"{new} replaced {old}, {edge_label(each)}: {rule_in_words(each.rule)}" for each in found
            ),
            certain=all(each.scope == "certain" for each in found),
            alarm=any(each.retention.alarm for each in found),
        )
        for (old, new), found in by_ends.items()
        if old != new
    )
