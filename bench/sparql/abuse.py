"""How long the abusive queries of the tests take, against their limit, and how long others wait meanwhile."""

import contextlib
import threading
import time
import tomllib
from pathlib import Path

from bench.sparql.timing import Times
from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import SHARED, Limits
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.errors import QueryError

QUERIES = Path(__file__).parents[2] / "tests" / "graph" / "abuse.toml"
SECONDS = 2.0


def measure(folder: Path) -> None:
    """Prints the slowest of them beyond the limit, and the times of a small query asked all the while."""
    queries = tomllib.loads(QUERIES.read_text("utf-8"))["query"]
    over: list[tuple[float, str]] = []
    others: list[float] = []
    done = threading.Event()
    with Engine(
        LedgerSource(store=folder), limits=Limits(seconds=SECONDS), seats=SHARED, behind=True
    ) as engine:
        engine.ready(graphs=True)

        def small() -> None:
            while not done.wait(0.05):
                began = time.perf_counter()
                engine.ask("SELECT ?v { auth:GRS%205.2 sg:verdict ?v }", "terms")
                others.append((time.perf_counter() - began) * 1000)

        other = threading.Thread(target=small)
        other.start()
        for each in queries:
            pieces = (
                each.get("make", "").replace("{n}", str(n)).replace("{m}", str(n + 1))
                for n in range(int(each.get("times", 0)))
            )
            text = each["text"].replace("{make}", "".join(pieces)).replace("PORT", "9")
            began = time.perf_counter()
            with contextlib.suppress(QueryError):
                engine.ask(text, "terms")
            over.append((time.perf_counter() - began - SECONDS, each["name"]))
        done.set()
        other.join()
    others.sort()
    waited = Times(others[len(others) // 2], others[len(others) * 95 // 100], len(others))
    longest, name = max(over)
    longest, name = max(over)
    print(
        f"{len(queries)} abusive queries of {SECONDS:g} s at most: {longest:+.2f} s over that ({name}) (bar: 1 s)"
    )
    print(f"a small query meanwhile          {waited}, at most {others[-1]:.0f} ms (bar: 1000 ms)")
