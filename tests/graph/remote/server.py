"""A SPARQL 1.1 store on loopback for tests: Query, Update and the Graph Store Protocol over an Oxigraph in memory.

It fails when it is told to: from a request on it breaks the connection, or refuses.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox


class Server(ThreadingHTTPServer):
    """`fails_from` counts writing requests; `status` 0 breaks the connection after the request was carried out."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.store = ox.Store()
        self.writes: list[str] = []
        self.fails_from: int | None = None
        self.fails_times = 1_000_000
        self.status = 500

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def fails(self) -> bool:
        if self.fails_from is None or len(self.writes) <= self.fails_from or self.fails_times == 0:
            return False
        self.fails_times -= 1
        return True


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def _reply(self, status: int, body: bytes = b"", media: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _write(self, work: object) -> None:
        self.server.writes.append(f"{self.command} {self.path}")
        fails = self.server.fails
        if fails and self.server.status:
            self._reply(self.server.status, b"no\nroom \x1b[2J left")
            return
        assert callable(work)
        work()
        if fails:
            self.close_connection = True
            self.connection.close()
            return
        self._reply(204)

    def _graph(self) -> ox.NamedNode:
        return ox.NamedNode(parse_qs(urlsplit(self.path).query)["graph"][0])

    def do_PUT(self) -> None:
        body, graph = self._body(), self._graph()

        def work() -> None:
            self.server.store.remove_graph(graph)
            self.server.store.load(input=body, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)

        self._write(work)

    def do_DELETE(self) -> None:
        self._write(lambda: self.server.store.remove_graph(self._graph()))

    def do_POST(self) -> None:
        body, kind = self._body(), self.headers.get("Content-Type", "")
        if kind == "application/n-triples":
            graph = self._graph()
            self._write(
                lambda: self.server.store.load(input=body, format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
            )
        elif kind == "application/sparql-update":
            self._write(lambda: self.server.store.update(body.decode()))
        else:
            self._query(parse_qs(body.decode())["query"][0])

    def _query(self, query: str) -> None:
        try:
            found = self.server.store.query(query, use_default_graph_as_union=True)
        except SyntaxError as error:
            self._reply(400, str(error).encode())
            return
        if isinstance(found, ox.QueryTriples):
            body = found.serialize(format=ox.RdfFormat.N_TRIPLES)
            self._reply(200, body or b"", "application/n-triples")
        else:
            body = found.serialize(format=ox.QueryResultsFormat.JSON)
            self._reply(200, body or b"", "application/sparql-results+json")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
