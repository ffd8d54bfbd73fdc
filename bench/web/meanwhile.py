"""How long others wait while the server does what takes long: a changed store's graph, the audit, the changes."""

import threading
import time
from pathlib import Path
from statistics import median

from bench.peers.figure import percentile
from bench.web.client import Connection, request
from bench.web.serving import ours, wait_for_graph
from schedgraph.graph.iri import authority
from schedgraph.graph.ledger import Ledger
from schedgraph.ontology.terms import NAMESPACE
from schedgraph.parser.document import Schedule, ScheduleDocument, Source

LONG = ("/audit", "/changes", "/agency", "/changes?from=1990-01-01&to=2000-01-01")
JSON = "application/sparql-results+json"


def measure(store: Path) -> bool:
    """Adds a document without items to the store, asks for everything that takes long, and prints how long others wait."""
    with Ledger.open(store) as ledger:
        items = [each for each in ledger.identifiers() if "/" in each and not each.startswith("GRS")]
    waited: dict[str, list[float]] = {"a point query": [], "the page of an item": []}
    stale = threading.Event()
    done = threading.Event()
    with ours(store) as port:
        wait_for_graph(port)

        def ask() -> None:
            connection = Connection("127.0.0.1", port)
            number = 0
            while not done.wait(0.02):
                item = items[(number := number + 7) % len(items)]
                query = f"SELECT ?v {{ <{authority(item)}> <{NAMESPACE}verdict> ?v }}"
                sent = {
                    "a point query": request("127.0.0.1", "/sparql", {"query": query}, JSON),
                    "the page of an item": request("127.0.0.1", f"/authority/{item}", {}, "text/html"),
                }
                for name, each in sent.items():
                    answer = connection.send(each)
                    if answer.status != 200:
                        raise SystemExit(f"{name}: {answer.status}")
                    waited[name].append(answer.took)

        asker = threading.Thread(target=ask)
        asker.start()
        _change(store)
        _ask_for_long(port)
        began = time.perf_counter()
        _wait_until_new(port, stale)
        took = time.perf_counter() - began
        done.set()
        asker.join()
    print(f"the graph of the changed store was in place {took:.0f} s after the other answers were there")
    for name, times in waited.items():
        print(
            f"{name} meanwhile: median {median(times):.1f} ms, p95 {percentile(times, 0.95):.1f} ms, "
            f"longest {max(times):.0f} ms of {len(times)}; bar: 1000 ms"
        )
    return max(max(times) for times in waited.values()) <= 1000


def _change(store: Path) -> None:
    sha256 = f"{time.time_ns():064x}"
    with Ledger.create(store) as ledger:
        source = Source(name="nothing.txt", sha256=sha256, media_type="text/plain", pages=1)
        ledger.add(ScheduleDocument(source=source, form="unknown", schedule=Schedule()))


def _ask_for_long(port: int) -> None:
    """Until each is answered, or the server says that it cannot be had; and says after how many seconds."""
    connection = Connection("127.0.0.1", port, patience=600)
    for path in LONG:
        began = time.perf_counter()
        while (answer := connection.get(path, "text/html")).status == 503:
            time.sleep(1)
        print(
            f"{path}: {answer.status} after {time.perf_counter() - began:.1f} s, {len(answer.body):,} bytes",
            flush=True,
        )


def _wait_until_new(port: int, stale: threading.Event) -> None:
    connection = Connection("127.0.0.1", port, patience=600)
    sent = request("127.0.0.1", "/sparql", {"query": "ASK {}"}, JSON)
    while b"schedgraph-stale" in connection.send(sent).head.lower():
        stale.set()
        time.sleep(1)
    if not stale.is_set():
        print("the graph was written before it was asked for")
