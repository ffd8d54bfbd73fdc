"""Where everything of a picture stands: what a layout, built in or by Graphviz, hands to the pen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Width and height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where the words of an arrow stand: the base line of the text, and which of its ends is there."""

    at: Point
    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Points from the upper left corner.

    `places` are the upper left corners of the nodes; `heights` those of nodes that had to be made higher than asked
    for, so that their arrows have room. A path is a point and then triples of points: two controls and
    an end, as in a Bézier curve of third degree. `labels` may leave out those of arrows that share one.
    """

    width: float
    height: float
    places: Mapping[str, Point]
    heights: Mapping[str, float]
    paths: Mapping[Edge, tuple[Point, ...]]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be laid out: nodes with their sizes, the first part of the picture first, and edges with their words."""

    nodes: tuple[str, ...]
    sizes: Mapping[str, Size]
    edges: tuple[Edge, ...]
    words: Mapping[Edge, str]


Layout = Callable[[Task], Plan]

LETTER = 6.2
"""About how wide a letter of a label is, in points."""


def longest(words: Sequence[str]) -> float:
    """About how wide the longest of some labels is."""
    return LETTER * max(map(len, words), default=0)
