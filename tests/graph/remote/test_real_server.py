"""Publishing to the server of Oxigraph itself, where it is installed (the package `oxigraph`, or its folder on PATH)."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from schedgraph.corpus import documents
from schedgraph.graph.errors import RemoteError
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.remote.asking import ask
from schedgraph.graph.remote.http import remote
from schedgraph.graph.remote.publishing import By, publish
from schedgraph.parser.read import read_document

BASE = "https://w3id.org/schedgraph"
SERVER = shutil.which("oxigraph")

pytestmark = pytest.mark.skipif(
    SERVER is None, reason="the server of Oxigraph is not here: `pip install oxigraph`"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    folder = tmp_path_factory.mktemp("oxigraph")
    command = [str(SERVER), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize(("by", "path"), [("graph-store", "/store"), ("update", "/update")])
def test_everything_arrives_once_also_after_a_run_that_failed(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: By, path: str
) -> None:
    with Ledger.create(tmp_path / "store") as ledger:
        for document in documents():
            ledger.add(read_document(document))
        base = f"{BASE}/{by}"
        target = remote(server + path)
        sending, calls = type(target)._once, []

        def breaks(self: object, method: str, url: str, *more: object) -> bytes:
            calls.append(method)
            found: bytes = sending(self, method, url, *more)  # type: ignore[arg-type]
            if len(calls) > 5:
                raise ConnectionResetError("broken")
            return found

        with monkeypatch.context() as broken:
            broken.setattr(type(target), "_once", breaks)
            broken.setattr("schedgraph.graph.remote.http._PAUSES", ())
            with pytest.raises(RemoteError):
                publish(ledger, base, target, by, 300)
        publish(ledger, base, target, by, 300)
        wanted = len(set(quads(ledger, base)))
        found = f'SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{base}/")) }}'
        (row,) = ask(remote(f"{server}/query"), found, base).rows
        assert int(row[0]) == wanted  # type: ignore[arg-type]
