"""Questions to the engine, in this process and over HTTP, and the same to rdflib's own stores."""

import http.client
import random
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import rdflib

from bench.sparql.timing import one, timed
from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import Limits
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.errors import QueryError
from schedgraph.graph.iri import authority
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.sparql import named, run

LINEAGE = """SELECT ?old ?new ?day ?rule WHERE {{
  BIND(<{item}> AS ?item)
  ?item sg:supersededBy* ?step . ?node sg:superseded ?step ; sg:successor ?next ; sg:ruleName ?rule .
  ?step sg:identifier ?old . ?next sg:identifier ?new .
  OPTIONAL {{ ?node sg:effectiveDate ?day }}
}}"""


def lineage(number: str) -> str:
    """The question for the lineage of one item."""
    return LINEAGE.format(item=authority(number))


_SERVER = """
import sys
from pathlib import Path
import uvicorn
from starlette.applications import Starlette
from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import SHARED
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.web.sparql_endpoint import endpoint
engine = Engine(LedgerSource(store=Path(sys.argv[1])), seats=SHARED, behind=True)
uvicorn.run(Starlette(routes=endpoint(engine)), port=int(sys.argv[2]), log_level="error", access_log=False)
"""


def measure(
    folder: Path, calls: int, peers: bool, *, evidence: bool = True, leave: Collection[str] = ()
) -> None:
    """Prints what each costs; of a graph without evidence alone, in this process alone.

    Named queries in `leave` are not asked: they would have a graph written that does not stand.
    """
    began = time.perf_counter()
    numbers = drawn(folder, calls)
    print(f"numbers drawn from the ledger    {(time.perf_counter() - began) * 1000:8.0f} ms", flush=True)
    source = LedgerSource(store=folder, evidence=evidence)
    with Engine(source, limits=Limits(seconds=120)) as engine:
        # The first question opens what there is to ask, and writes it where there is nothing.
        first = one(lambda: run(engine, lineage(numbers[0])))
        print(f"the first lineage                {first:8.0f} ms", flush=True)
        for time_of in ("", ", the same again"):
            ours = timed(lambda number: run(engine, lineage(number)), numbers)
            print(f"one item's lineage               {ours}{time_of} (bar: p95 5 ms)", flush=True)
        print("named queries (bar: 10 s each)")
        for each in (each for each in named() if each.name not in leave):
            took, said = asked(engine, each.text)
            print(f"  {each.name:30} {took:8.0f} ms  {said}", flush=True)
    if not evidence:
        return
    with _served(folder) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        _get(connection, numbers[0])
        print(
            f"the same over HTTP               {timed(lambda number: _get(connection, number), numbers)} (bar: p95 5 ms)"
        )
    if peers:
        _peers(folder, numbers[:50], ours.p50)


def drawn(folder: Path, calls: int) -> list[str]:
    """Numbers of items by chance, the same each time."""
    with Ledger.open(folder) as ledger:
        known = [each for each in ledger.identifiers() if "/" in each or each.startswith("DAA-")]
    return random.Random(1).sample(known, min(calls, len(known)))


def asked(engine: Engine, text: str) -> tuple[float, str]:
    """How long a query takes, and what it came to: one beyond its limits is a result, too."""
    began = time.perf_counter()
    try:
        said = f"{len(run(engine, text).terms)} rows"
    except QueryError as error:
        said = str(error)
    return (time.perf_counter() - began) * 1000, said


def _get(connection: http.client.HTTPConnection, number: str) -> None:
    query = urlencode({"query": lineage(number)})
    connection.request("GET", f"/sparql?{query}", headers={"Accept": "application/sparql-results+json"})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"the endpoint answers {answer.status}")


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-c", _SERVER, str(folder), str(port)])
    try:
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.kill()
        server.wait()


def _peers(folder: Path, numbers: list[str], ours: float) -> None:
    source = LedgerSource(store=folder)
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in source.quads())
    for name, store in (("rdflib, memory", "default"), ("rdflib + oxrdflib, memory", "Oxigraph")):
        _peer(name, rdflib.Graph(store=store), lines, numbers, ours)


def _peer(name: str, graph: rdflib.Graph, lines: str, numbers: list[str], ours: float) -> None:
    known = dict(prefixes())
    loading = one(lambda: graph.parse(data=lines, format="nt"))
    asked = timed(lambda number: list(graph.query(lineage(number), initNs=known)), numbers)
    print(f"{name:32} {asked}; ours is {asked.p50 / ours:.1f} times as fast; loading {loading / 1000:.1f} s")
