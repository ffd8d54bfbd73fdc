"""Servers in processes of their own, for as long as they are measured."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_connection, create_server

from bench.web.client import Connection, request

_OURS = """
import sys
from pathlib import Path
from schedgraph.graph.engine.limits import Limits
from schedgraph.graph.web.serving import listen, serve_on
from schedgraph.graph.web.site import Site
site = Site(folder=Path(sys.argv[1]), limits=Limits(seconds=float(sys.argv[3])))
with listen("127.0.0.1", int(sys.argv[2])) as listening:
    serve_on(listening, site)
"""
_PEER = """
import sys
import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
graph = Dataset(store="Oxigraph")
graph.open(sys.argv[1])
app = SparqlEndpoint(graph=graph, path="/sparql")
uvicorn.run(app, port=int(sys.argv[2]), log_level="error", access_log=False)
"""


@contextmanager
def ours(store: Path, seconds: float = 30.0) -> Iterator[int]:
    """The port of a server of schedgraph whose queries may take so many seconds; it writes the graph when it is asked."""
    with _running([sys.executable, "-c", _OURS, str(store)], (str(seconds),)) as port:
        yield port


@contextmanager
def peer(python: Path, generation: Path) -> Iterator[int]:
    """The port of rdflib-endpoint, run by `python`, over Oxigraph on a folder that it may write to."""
    with _running([str(python), "-c", _PEER, str(generation)], ()) as port:
        yield port


def wait_for_graph(port: int, *, graphs: bool = False) -> None:
    """Until queries are answered, with `graphs` those to graphs of documents too: to write them would be measured."""
    connection = Connection("127.0.0.1", port, patience=600)
    for query in ("ASK {}", "ASK { GRAPH <a:b> { ?s ?p ?o } }")[: 1 + graphs]:
        asked = request("127.0.0.1", "/sparql", {"query": query}, "application/json")
        while connection.send(asked).status != 200:
            time.sleep(0.5)


@contextmanager
def _running(line: Sequence[str], more: Sequence[str]) -> Iterator[int]:
    with create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    with subprocess.Popen([*line, str(port), *more]) as server:
        try:
            for _ in range(600):
                with suppress(OSError):
                    create_connection(("127.0.0.1", port), 1).close()
                    break
                if server.poll() is not None:
                    raise SystemExit(f"a server that is to be measured ended with {server.returncode}")
                time.sleep(0.1)
            yield port
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
