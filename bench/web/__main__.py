"""`python -m bench.web STORE`: the pages of a store over HTTP, one request after the other on one connection."""

import argparse
import http.client
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

from schedgraph.graph.asking import as_named
from schedgraph.graph.store import Store

KINDS: dict[str, Callable[[str], str]] = {
    "authority.json": lambda name: f"/authority/{quote(name)}.json",
    "authority": lambda name: f"/authority/{quote(name)}",
    "authority.svg": lambda name: f"/authority/{quote(name)}.svg",
    "authority.ttl": lambda name: f"/authority/{quote(name)}.ttl",
    "as of a day": lambda name: f"/authority/{quote(name)}?as-of=2005-01-01",
    "schedule": lambda name: f"/schedule/{quote(name.partition('/')[0])}",
    "search": lambda name: f"/?q={quote(name)}",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.web", description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with Store.open(given.store) as store:
        names = [each for each in store.ledger.identifiers() if "/" in each or each.count("-") == 4]
        chosen = random.Random(given.seed).sample(names, min(given.requests, len(names)))
        answering = _timed(lambda name: store.answer(as_named(name)), chosen)
    print(f"{len(names)} items; {len(chosen)} requests of each kind; milliseconds")
    print(f"{'':16}{'median':>9}{'p95':>9}{'most':>9}")
    _tell("answer, no HTTP", answering)
    line = [sys.executable, "-m", "schedgraph.cli", "--store", str(given.store), "serve", "--port", "0"]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as server:
        try:
            told = server.stderr.readline() if server.stderr else ""
            found = re.search(r"http://[^;\s]+", told)
            if found is None:
                raise SystemExit(told)
            connection = http.client.HTTPConnection(urlsplit(found[0]).netloc, timeout=120)
            _wait_for_graph(connection)
            for kind, path in KINDS.items():
                _ask(connection, path(chosen[0]))
                _tell(kind, _timed(lambda name, path=path: _ask(connection, path(name)), chosen))
        finally:
            server.terminate()
    return 0


def _wait_for_graph(connection: http.client.HTTPConnection) -> None:
    """The graph for SPARQL is made in the background when the server starts, which would be measured too."""
    for _ in range(1800):
        connection.request("GET", "/sparql?query=ASK%7B%7D", headers={"Accept": "application/json"})
        answer = connection.getresponse()
        answer.read()
        if answer.status == 200:
            return
        time.sleep(1)
    raise SystemExit("the graph for SPARQL was not made within half an hour")


def _ask(connection: http.client.HTTPConnection, path: str) -> None:
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    answer.read()
    if answer.status not in (200, 303):
        raise SystemExit(f"{path}: {answer.status}")


def _timed(ask: Callable[[str], object], names: list[str]) -> list[float]:
    found = []
    for name in names:
        began = time.perf_counter()
        ask(name)
        found.append(1000 * (time.perf_counter() - began))
    return sorted(found)


def _tell(kind: str, times: list[float]) -> None:
    p95 = times[int(0.95 * (len(times) - 1))]
    print(f"{kind:16}{statistics.median(times):9.2f}{p95:9.2f}{times[-1]:9.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
