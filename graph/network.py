"""The lineage of authorities as a networkx MultiDiGraph: an edge from the superseded to its successor."""

from datetime import date

import networkx as nx

from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.rules.book import LAW, Law
from schedgraph.graph.standing import is_seen
from schedgraph.graph.standpoint import NOW, Standpoint
from schedgraph.graph.succession import successions


def network_from(
    case: CaseFile, identifiers: tuple[str, ...], standpoint: Standpoint = NOW
) -> "nx.MultiDiGraph[str]":
    """The network of a day, by what was known on a day and the rules in force; a succession that may not have been
    known then is there, and not settled."""
    then = standpoint.known(case)
    named = tuple(each for each in identifiers if then is case or then.about(each) or then.naming(each))
    graph = network(then, named, standpoint.as_of, standpoint.law)
    if then is case:
        return graph
    least = network(standpoint.known(case, doubtful=False), named, standpoint.as_of, standpoint.law)
    certain = {(old, new) for old, new, edge in least.edges(data=True) if edge["settled"]}
    for old, new, edge in graph.edges(data=True):
        edge["settled"] = edge["settled"] and (old, new) in certain
    return graph


def network(
    case: CaseFile, identifiers: tuple[str, ...], day: date | None = None, law: Law = LAW
) -> "nx.MultiDiGraph[str]":
    """Every authority as a node, every succession as a dated edge; with `day` those that had happened by then.

    A succession of which it is not known whether it had happened on the day is there, and not settled.

    Nodes have `seen`. Edges have `since` (date or None), `not_before`, `known_by`, `rule`, `settled` (that
    the old one was replaced is certain), `target_certain` (by this one), and `written_for` (the authority
    above it of which the source says it, or None).
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for identifier in identifiers:
        graph.add_node(identifier, seen=is_seen(case, identifier))
    for identifier in identifiers:
        for each in successions(case, identifier, law).found:
            happened = each.on(day)
            if happened is False:
                continue
            if each.new not in graph:
                graph.add_node(each.new, seen=False)
            graph.add_edge(
                identifier,
                each.new,
                key=each.rule,
                since=each.since,
                not_before=each.not_before,
                known_by=each.known_by,
                rule=each.rule,
                settled=each.settled and happened is True,
                target_certain=each.target_certain,
                written_for=each.written_for,
            )
    return graph


def cycles(graph: "nx.MultiDiGraph[str]") -> tuple[tuple[str, ...], ...]:
    """The groups of authorities that certainly replace one another in a circle, each sorted."""
    certain: nx.DiGraph[str] = nx.DiGraph()
    certain.add_edges_from(
        (old, new) for old, new, data in graph.edges(data=True) if data["settled"] and data["target_certain"]
    )
    circles = (tuple(sorted(part)) for part in nx.strongly_connected_components(certain) if len(part) > 1)
    return tuple(sorted(circles))
