"""The lineage of one authority: what it replaced and what replaced it, as nodes and dated edges."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from schedgraph.graph.answers import title
from schedgraph.graph.casefile import CaseFile, is_below
from schedgraph.graph.retention import RetentionChange, retention_change
from schedgraph.graph.standing import is_seen
from schedgraph.graph.succession import Succession, same_authorities
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.walk import Scope, walk

if TYPE_CHECKING:
    import pandas as pd

Direction = Literal["back", "forward", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageNode:
    """An authority in a lineage. `unreadable_successor` are the words that name a successor and cannot be read."""

    id: str
    title: str | None
    verdict: Verdict
    in_corpus: bool
    unreadable_successor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageEdge:
    """`new` replaced `old`."""

    old: str
    new: str
    since: date | None
    rule: str
    scope: Scope
    retention: RetentionChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All authorities that lead to `root` or on from it, and the successions between them."""

    root: str
    nodes: tuple[LineageNode, ...]
    edges: tuple[LineageEdge, ...]

    def _repr_svg_(self) -> str:
        from schedgraph.graph.pictures import svg

        return svg(self)

    def _repr_html_(self) -> str:
        from schedgraph.graph.notebook import lineage_html

        return lineage_html(self)

    def to_dataframe(self) -> "pd.DataFrame":
        """A row for each succession. Raises NotInstalledError where pandas is not installed."""
        from schedgraph.graph.frames import edges_frame

        return edges_frame(self)

    def to_json(self) -> dict[str, Any]:
        """The object that `lineage --format json` prints."""
        return {
            "root": self.root,
            "nodes": [
                {"id": node.id, "title": node.title, "verdict": node.verdict, "in_corpus": node.in_corpus}
                for node in self.nodes
            ],
            "edges": [
                {
                    "from": edge.old,
                    "to": edge.new,
                    "date": edge.since.isoformat() if edge.since else None,
                    "rule": edge.rule,
                    "scope": edge.scope,
                    "retention_change": edge.retention.to_json(),
                }
                for edge in self.edges
            ],
        }


def trace(case: CaseFile, root: str, direction: Direction) -> Lineage:
    """The lineage of `root`. A schedule or a group has that of the items under it."""
    bench = Bench(case)
    edges: dict[tuple[str, str], LineageEdge] = {}
    if direction in ("forward", "both"):
        for succession, scope in walk(bench, root).links:
            _add(case, edges, succession, scope)
    if direction in ("back", "both"):
        waiting, seen = deque([root, *_shown_below(case, root)]), {root}
        while waiting:
            current = waiting.popleft()
            for old in predecessors(case, current):
                for succession in bench.judge(old).successions:
                    if succession.new in same_authorities(case, current):
                        certain = succession.settled and succession.target_certain
                        _add(case, edges, succession, "certain" if certain else "possible")
                        if old not in seen:
                            seen.add(old)
                            waiting.append(old)
    found = {root} | {edge.old for edge in edges.values()} | {edge.new for edge in edges.values()}
    return Lineage(
        root=root,
        nodes=tuple(
            LineageNode(
                id=each,
                title=title(case, each),
                verdict=bench.judge(each).verdict,
                in_corpus=is_seen(case, each),
                unreadable_successor=_unreadable(case, each),
            )
            for each in sorted(found)
        ),
        edges=tuple(edges[key] for key in sorted(edges)),
    )


def _unreadable(case: CaseFile, identifier: str) -> str | None:
    return next((e.object for e in case.about(identifier) if e.predicate == "successor-unreadable"), None)


def _add(
    case: CaseFile, edges: dict[tuple[str, str], LineageEdge], succession: Succession, scope: Scope
) -> None:
    edges[(succession.old, succession.new)] = LineageEdge(
        old=succession.old,
        new=succession.new,
        since=succession.since,
        rule=succession.rule,
        scope=scope,
        retention=retention_change(case, succession.old, succession.new),
    )


def _shown_below(case: CaseFile, identifier: str) -> Iterable[str]:
    return [each for each in case.below(identifier) if is_below(each, identifier)]


def predecessors(case: CaseFile, identifier: str) -> tuple[str, ...]:
    """The authorities of which a statement says that `identifier` replaced them, and what those hold."""
    found: set[str] = set()
    for name in same_authorities(case, identifier):
        found |= {each.object for each in case.about(name) if each.predicate == "supersedes"}
        found |= {each.subject for each in case.naming(name) if each.predicate == "superseded-by"}
    for holder in tuple(found):
        found |= set(case.below(holder))
        for each in case.naming(holder):
            if each.predicate == "part-of":
                found |= {each.subject, *case.below(each.subject)}
    return tuple(sorted(found))
