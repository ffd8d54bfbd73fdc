"""The layout by Graphviz, where its program `dot` is installed. It is given numbers and sizes and no word of a document."""

import shutil
import subprocess
from functools import lru_cache

from schedgraph.graph.pictures.layered import layered
from schedgraph.graph.pictures.plan import Edge, Label, Plan, Point, Task

SECONDS = 10
POINTS = 72.0
"""Points to the inch, in which `dot` counts."""
MARGIN = 16.0


class GraphvizError(Exception):
    """`dot` is not there, or gave no layout that can be used."""


def is_installed() -> bool:
    """Whether the program is on the path."""
    return shutil.which("dot") is not None


def best(task: Task) -> Plan:
    """The layout by Graphviz where it is there and manages, and else the built-in one."""
    if not is_installed():
        return layered(task)
    try:
        return by_dot(task)
    except GraphvizError:
        return layered(task)


def by_dot(task: Task) -> Plan:
    """The layout by Graphviz. Raises GraphvizError."""
    return _plan(_ran(_source(task)), task)


def _source(task: Task) -> str:
    names = {node: f"n{number}" for number, node in enumerate(task.nodes)}
    lines = [
        "digraph {",
        "rankdir=LR; nodesep=0.2; ranksep=0.9; splines=spline;",
        'node [shape=box, fixedsize=true, label=""]; edge [fontsize=11, fontname="Helvetica"];',
    ]
    for node in task.nodes:
        size = task.sizes[node]
        lines.append(f"{names[node]} [width={size.width / POINTS:.4f}, height={size.height / POINTS:.4f}];")
    for old, new in task.edges:
        # The words only take room: as many letters as there will be, of no meaning.
        lines.append(f'{names[old]} -> {names[new]} [label="{"x" * len(task.words[(old, new)])}"];')
    return "\n".join([*lines, "}"])


@lru_cache(maxsize=256)
def _ran(source: str) -> str:
    program = shutil.which("dot")
    if program is None:
        raise GraphvizError("dot is not installed")
    try:
        ended = subprocess.run(  # noqa: S603 (the program that the user installed, and no word of a document)
            [program, "-Tplain"],
            input=source.encode("ascii"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise GraphvizError("dot did not answer") from error
    if ended.returncode:
        raise GraphvizError(f"dot ended with {ended.returncode}")
    return ended.stdout.decode("ascii", "replace")


def _plan(plain: str, task: Task) -> Plan:
    """From the plain format (graphviz.org/docs/outputs/plain): inches from the lower left corner."""
    width = height = 0.0
    places: dict[str, Point] = {}
    paths: dict[Edge, tuple[Point, ...]] = {}
    labels: list[Label] = []
    by_name = {f"n{number}": node for number, node in enumerate(task.nodes)}
    waiting = set(task.edges)
    try:
        for line in plain.splitlines():
            kind, *words = line.split()
            if kind == "graph":
                width, height = float(words[1]) * POINTS, float(words[2]) * POINTS
            elif kind == "node":
                node = by_name[words[0]]
                x, y = _point(words[1], words[2], height)
                size = task.sizes[node]
                places[node] = (x - size.width / 2, y - size.height / 2)
            elif kind == "edge":
                edge = (by_name[words[0]], by_name[words[1]])
                count = int(words[2])
                numbers = words[3 : 3 + 2 * count]
                waiting.discard(edge)
                paths[edge] = tuple(
                    _point(x, y, height) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
                )
                at = _point(words[4 + 2 * count], words[5 + 2 * count], height)
                labels.append(Label(at=(at[0], at[1] + 4), anchor="middle", text=task.words[edge]))
    except (ValueError, KeyError, IndexError) as error:
        raise GraphvizError("what dot gave is not a layout") from error
    if waiting or set(places) != set(task.nodes) or any(len(path) % 3 != 1 for path in paths.values()):
        raise GraphvizError("what dot gave is not the whole layout")
    return Plan(
        width=width + 2 * MARGIN,
        height=height + 2 * MARGIN,
        places=places,
        heights={},
        paths=paths,
        labels=tuple(labels),
    )


def _point(x: str, y: str, height: float) -> Point:
    return MARGIN + float(x) * POINTS, MARGIN + height - float(y) * POINTS
