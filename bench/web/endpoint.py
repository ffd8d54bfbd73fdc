"""The SPARQL endpoint over HTTP beside rdflib-endpoint over Oxigraph: the same triples, queries and connections."""

import json
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random
from statistics import median

from bench.peers.figure import Figure, percentile
from bench.web.client import Connection, request
from bench.web.serving import ours, peer, wait_for_graph
from schedgraph.graph.engine import generation
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.iri import BASE, authority
from schedgraph.graph.ledger import Ledger
from schedgraph.ontology.terms import NAMESPACE

POINT = """PREFIX sg: <{sg}>
SELECT ?verdict ?title WHERE {{ <{item}> sg:verdict ?verdict . OPTIONAL {{ <{item}> sg:title ?title }} }}"""
ACCEPT = "application/sparql-results+json"
ROUNDS = 8
SECONDS = 2.0
AT_ONCE = 8
SINGLE = 400
"""Queries of each round on one connection; none is asked twice, for rdflib-endpoint remembers what it has parsed."""


def compared(store: Path, python: Path, room: Path) -> Iterator[Figure]:
    """Both over the same triples: Oxigraph serves a copy of the folder that our engine reads, which `room` takes.

    `python` is an interpreter that has rdflib-endpoint and oxrdflib.
    """
    with Ledger.open(store) as ledger:
        items = [each for each in ledger.identifiers() if "/" in each or each.count("-") == 4]
    with ours(store) as port:
        wait_for_graph(port)
        copy = room / "copy"
        shutil.copytree(_generation(store), copy)
        with peer(python, copy) as other:
            yield from _compared(port, other, items)


def _generation(store: Path) -> Path:
    source = LedgerSource(store=store)
    return source.folder / generation.name_of(source.revision(), BASE, graphs=False)


def _compared(mine: int, other: int, items: Sequence[str]) -> Iterator[Figure]:
    chosen, numbers = Random(1).sample(items, min(len(items), 20_000)), count()

    def asked() -> bytes:
        # The comment makes each a new text.
        number = next(numbers)
        query = f"{POINT.format(sg=NAMESPACE, item=authority(chosen[number % len(chosen)]))} # {number}"
        return request("127.0.0.1", "/sparql", {"query": query}, ACCEPT)

    _same_answers(mine, other, [asked() for _ in range(50)])
    times: dict[int, list[float]] = {mine: [], other: []}
    rates: dict[int, list[float]] = {mine: [], other: []}
    for _ in range(ROUNDS):
        for port in (mine, other):
            connection = Connection("127.0.0.1", port)
            connection.send(asked())
            times[port] += [connection.send(asked()).took for _ in range(SINGLE // (1 + (port == other)))]
            connection.close()
            rates[port].append(_rate(port, [[asked() for _ in range(400)] for _ in range(AT_ONCE)]))
    where = f"{len(items):,} items"
    yield Figure(
        what=f"point query over HTTP, p95, {where}",
        peer="rdflib-endpoint with Oxigraph",
        ours=percentile(times[mine], 0.95),
        theirs=percentile(times[other], 0.95),
        most=5,
        note=f"median {median(times[mine]):.2f} and {median(times[other]):.2f} ms",
    )
    yield Figure(
        what=f"time of a point query at {AT_ONCE} connections, {where}",
        peer="rdflib-endpoint with Oxigraph",
        ours=1000 / median(rates[mine]),
        theirs=1000 / median(rates[other]),
        bar=0.2,
        note=f"{median(rates[mine]):,.0f} and {median(rates[other]):,.0f} requests a second: "
        f"{median(rates[mine]) / median(rates[other]):.1f} times as many; asked for 5",
    )


def _same_answers(mine: int, other: int, requests: Sequence[bytes]) -> None:
    connections = Connection("127.0.0.1", mine), Connection("127.0.0.1", other)
    for each in requests:
        found = [_rows(connection.send(each).body) for connection in connections]
        if found[0] != found[1] or not found[0]:
            raise SystemExit("The two endpoints answered differently: these figures would compare nothing.")


def _rows(body: bytes) -> list[str]:
    return sorted(
        json.dumps({name: cell["value"] for name, cell in row.items()}, sort_keys=True)
        for row in json.loads(body)["results"]["bindings"]
    )


def _rate(port: int, requests: Sequence[Sequence[bytes]]) -> float:
    """Requests a second on so many connections at once, each with the next as soon as it has an answer."""
    ends = time.perf_counter() + SECONDS
    done = [0] * len(requests)

    def ask(number: int) -> None:
        connection = Connection("127.0.0.1", port)
        for each in requests[number]:
            if connection.send(each).status != 200:
                raise RuntimeError("a query was not answered")
            done[number] += 1
            if time.perf_counter() >= ends:
                break
        connection.close()

    began = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(requests))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sum(done) / (time.perf_counter() - began)
