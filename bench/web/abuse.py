"""The abusive queries of the tests over HTTP: how long each takes beyond its limit, and how long others wait meanwhile."""

import contextlib
import socket
import threading
import time
import tomllib
from pathlib import Path
from statistics import median

from bench.peers.figure import percentile
from bench.web.client import Connection, request
from bench.web.serving import ours, wait_for_graph
from schedgraph.graph.iri import authority
from schedgraph.graph.ledger import Ledger
from schedgraph.ontology.terms import NAMESPACE

QUERIES = Path(__file__).parents[2] / "tests" / "graph" / "abuse.toml"
SECONDS = 2.0
AT_ONCE = 3
"""Clients that abuse the server at the same time; one more than may take long, so that some are told to come again."""
JSON = "application/sparql-results+json"


def measure(store: Path) -> bool:
    """Prints the longest of them beyond the limit and the times of others meanwhile; whether the bars are kept."""
    with Ledger.open(store) as ledger:
        item = next(each for each in ledger.identifiers() if "/" in each and not each.startswith("GRS"))
    others = {
        "a point query": (
            "/sparql",
            {"query": f"SELECT ?v {{ <{authority(item)}> <{NAMESPACE}verdict> ?v }}"},
            JSON,
        ),
        "the page of an item": (f"/authority/{item}", {}, "text/html"),
    }
    over: list[tuple[float, str]] = []
    statuses: dict[int, int] = {}
    waited: dict[str, list[float]] = {each: [] for each in others}
    wrong: list[str] = []
    with _Listener() as listener, ours(store, SECONDS) as port:
        wait_for_graph(port, graphs=True)
        done = threading.Event()

        def ask(name: str) -> None:
            connection = Connection("127.0.0.1", port)
            sent = request("127.0.0.1", *others[name])
            while not done.wait(0.05):
                answer = connection.send(sent)
                waited[name].append(answer.took)
                if answer.status != 200:
                    wrong.append(f"{name}: {answer.status}")

        waiting = iter(_queries(listener.port) * AT_ONCE)
        taking = threading.Lock()

        def abuse() -> None:
            connection = Connection("127.0.0.1", port)
            while True:
                with taking:
                    found = next(waiting, None)
                if found is None:
                    return
                name, query = found
                answer = connection.send(_posted(query))
                over.append((answer.took / 1000 - SECONDS, name))
                statuses[answer.status] = statuses.get(answer.status, 0) + 1

        askers = [threading.Thread(target=ask, args=(name,)) for name in others]
        abusers = [threading.Thread(target=abuse) for _ in range(AT_ONCE)]
        for each in (*askers, *abusers):
            each.start()
        for each in abusers:
            each.join()
        done.set()
        for each in askers:
            each.join()
        after = Connection("127.0.0.1", port).send(request("127.0.0.1", *others["a point query"])).status
    longest, name = max(over)
    told = ", ".join(f"{count} with {status}" for status, count in sorted(statuses.items()))
    print(
        f"{len(over)} abusive queries, {AT_ONCE} at once, of {SECONDS:g} s at most ({told}): the longest ended "
        f"{longest:+.2f} s from its limit ({name}); bar: +1 s"
    )
    for name, times in waited.items():
        print(
            f"{name} meanwhile: median {median(times):.1f} ms, p95 {percentile(times, 0.95):.1f} ms, "
            f"longest {max(times):.0f} ms of {len(times)}; bar: 1000 ms"
        )
    print(
        f"connections that a listener heard: {listener.heard}; others not answered: {len(wrong)} {wrong[:3]}"
    )
    print(f"the server afterwards: {after}")
    slowest = max(max(times) for times in waited.values())
    return longest <= 1 and slowest <= 1000 and not listener.heard and not wrong and after == 200


def _queries(port: int) -> list[tuple[str, str]]:
    found = []
    for each in tomllib.loads(QUERIES.read_text("utf-8"))["query"]:
        pieces = (
            each.get("make", "").replace("{n}", str(n)).replace("{m}", str(n + 1))
            for n in range(int(each.get("times", 0)))
        )
        text = each["text"].replace("{make}", "".join(pieces)).replace("PORT", str(port))
        found.append((each["name"], text))
    return found


def _posted(query: str) -> bytes:
    body = query.encode()
    head = (
        f"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {JSON}\r\n"
        f"Content-Type: application/sparql-query\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class _Listener:
    """Counts whoever connects to a port of this computer, which no query may do."""

    def __init__(self) -> None:
        self.heard = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])

    def __enter__(self) -> "_Listener":
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        # Who has connected and was not yet counted, is.
        time.sleep(0.2)
        self._server.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._server.accept()
                self.heard += 1
                connection.close()
