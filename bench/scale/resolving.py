"""Drawing all answers from nothing against what bare networkx needs to resolve the same graph, and adding one document."""

import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import NamedTuple

import networkx as nx

from bench.scale.documents import document
from bench.scale.plan import Planned, Size, edges, planned
from schedgraph.graph.conclusions.parts import in_parts
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.resolving import resolve
from schedgraph.graph.store import Store
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk
from schedgraph.parser.uncollected import without_collection


def bare_networkx(size: Size, times: int = 3) -> tuple[float, int]:
    """The median of `networkx_resolves`, each in a process of its own: values of ours would slow its collection of garbage."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as apart:
        found = [apart.submit(networkx_resolves, size).result() for _ in range(times)]
    return median(spent for spent, _ in found), found[0][1]


class AtOnce(NamedTuple):
    """Processor seconds for the verdict and the ends of all authorities from the statements in a ledger, and for bare networkx.

    `most` is the memory of the process that resolved, at most, in MB.
    """

    ours: float
    theirs: float
    authorities: int
    nodes: int
    most: int


def at_once(folder: Path, size: Size, times: int = 3) -> AtOnce:
    """The medians of both, in turn, each in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as apart:
        found = [
            (apart.submit(networkx_resolves, size).result(), apart.submit(rules_resolve, folder).result())
            for _ in range(times)
        ]
    return AtOnce(
        ours=median(mine[0] for _, mine in found),
        theirs=median(theirs[0] for theirs, _ in found),
        authorities=found[0][1][1],
        nodes=found[0][0][1],
        most=max(mine[2] for _, mine in found),
    )


def rules_resolve(folder: Path) -> tuple[float, int, int]:
    """Processor seconds from opening a store to the verdict and the ends of every authority; how many; memory in MB."""
    began = time.process_time()
    with Ledger.open(folder) as ledger:
        found = len(resolve(ledger))
    return time.process_time() - began, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def networkx_resolves(size: Size) -> tuple[float, int]:
    """Processor seconds for building the graph, condensing it and finding the ends of every authority; how many."""
    pairs = edges(size)
    items = [plan.item(place) for plan in _plans(size) for place in range(len(plan.paths))]
    began = time.process_time()
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(items)
    graph.add_edges_from(pairs)
    condensed = nx.condensation(graph)
    ends: dict[int, frozenset[int]] = {}
    for part in reversed(list(nx.topological_sort(condensed))):
        after = list(condensed.successors(part))
        ends[part] = frozenset().union(*(ends[each] for each in after)) if after else frozenset({part})
    found = {each: ends[condensed.graph["mapping"][each]] for each in graph}
    return time.process_time() - began, len(found)


def _plans(size: Size) -> Iterator[Planned]:
    return (planned(size, number) for number in range(size.schedules))


def store_resolves(folder: Path, jobs: int) -> tuple[float, float, int]:
    """Wall and processor seconds (all processes) for drawing every answer from nothing; how many."""
    wall, busy = time.perf_counter(), _busy()
    with Ledger.create(folder, only_renewed=True) as ledger:
        drawn = Upkeep(ledger, jobs).rebuild()
    return time.perf_counter() - wall, _busy() - busy, drawn


def ends_by_the_rules(folder: Path) -> tuple[float, int]:
    """Processor seconds for the ends of every authority by the rules, each judged and walked for itself; how many."""
    began, ends = time.process_time(), {}
    with Ledger.open(folder) as ledger, ledger.snapshot(), without_collection():
        for case, some in in_parts(ledger, ledger.identifiers()):
            bench = Bench(case)
            for each in some:
                ends[each] = tuple((end.id, end.scope) for end in walk(bench, each).ends)
    return time.process_time() - began, len(ends)


def _busy() -> float:
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def one_more(folder: Path, size: Size, times: int = 7) -> list[str]:
    """Reads some documents of the middle again, otherwise than before, and looks up what they touch."""
    lines = []
    with Ledger.create(folder) as ledger, Store.open(folder) as store:
        for place in range(times):
            number = size.schedules * (place + 1) // (times + 1)
            found = document(size, number)
            items = tuple(replace(each, citations=()) for each in found.items[:-1])
            began, worked = time.perf_counter(), time.process_time()
            ledger.add(replace(found, items=items))
            drawn = Upkeep(ledger).keep_up()
            verdict = store.lookup(items[0].id).verdict
            took, busy = time.perf_counter() - began, time.process_time() - worked
            lines.append(
                f"document {number} otherwise: {took * 1000:.0f} ms ({busy * 1000:.0f} ms by the processor), "
                f"{drawn} answers drawn again, {items[0].id} is {verdict}"
            )
            ledger.add(found)
            Upkeep(ledger).keep_up()
    return lines
