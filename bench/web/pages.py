"""How long the pages take, one request after the other on one connection, beside the answers they are made from."""

import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from bench.peers.figure import percentile
from bench.web.client import Connection
from bench.web.serving import ours, wait_for_graph
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
    "search, not known": lambda name: f"/?q={quote('N1-999' + name[4:])}",
}


def measure(folder: Path, requests: int, seed: int) -> None:
    """Prints median, 95th percentile and the most for each kind of page."""
    with Store.open(folder) as store:
        names = [each for each in store.ledger.identifiers() if "/" in each or each.count("-") == 4]
        chosen = random.Random(seed).sample(names, min(requests, len(names)))
        answering = _timed(lambda name: store.answer(as_named(name)), chosen)
    print(f"{len(names)} items; {len(chosen)} requests of each kind; milliseconds")
    print(f"{'':18}{'median':>9}{'p95':>9}{'most':>9}")
    _tell("answer, no HTTP", answering)
    with ours(folder) as port:
        wait_for_graph(port)
        connection = Connection("127.0.0.1", port)
        for kind, path in KINDS.items():
            _ask(connection, path(chosen[0]))
            _tell(kind, _timed(lambda name, path=path: _ask(connection, path(name)), chosen))


def _ask(connection: Connection, path: str) -> None:
    answer = connection.get(path, "text/html")
    if answer.status not in (200, 303):
        raise SystemExit(f"{path}: {answer.status}")


def _timed(ask: Callable[[str], object], names: list[str]) -> list[float]:
    found = []
    for name in names:
        began = time.perf_counter()
        ask(name)
        found.append(1000 * (time.perf_counter() - began))
    return found


def _tell(kind: str, times: list[float]) -> None:
    print(
        f"{kind:18}{statistics.median(times):9.2f}{percentile(times, 0.95):9.2f}{max(times):9.2f}", flush=True
    )
