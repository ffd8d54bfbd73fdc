"""Questions to a graph that has to be read from the disk: each in a process of its own, the page cache dropped before."""

import json
import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from bench.sparql.asking import asked, drawn, lineage
from bench.sparql.timing import timed
from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import Limits
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.sparql import named, run

_DROP = Path("/proc/sys/vm/drop_caches")


def measure(folder: Path, calls: int, leave: Collection[str]) -> None:
    """Prints how long each named query takes, the start of its engine with it, and lineages from the disk and after.

    Those in `leave` are not asked: they would have a graph written that does not stand.
    """
    numbers = drawn(folder, calls)
    for each in named():
        if each.name in leave:
            continue
        took, said = json.loads(_alone(folder, "query", each.text))
        print(f"  {each.name:30} {took:8.0f} ms  {said}", flush=True)
    print(_alone(folder, "lineage", json.dumps(numbers)), end="", flush=True)


def _alone(folder: Path, *what: str) -> str:
    os.sync()
    _DROP.write_text("3")
    command = [sys.executable, "-m", "bench.sparql.cold", str(folder), *what]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _asked_here(folder: Path, what: str, given: str) -> None:
    with Engine(LedgerSource(store=folder), limits=Limits(seconds=120)) as engine:
        if what == "query":
            print(json.dumps(asked(engine, given)))
            return
        for told in ("from the disk", "once more"):
            found = timed(lambda number: run(engine, lineage(number)), json.loads(given))
            print(f"one item's lineage, {told:13} {found} (bar: p95 5 ms)")


if __name__ == "__main__":
    _asked_here(Path(sys.argv[1]), *sys.argv[2:])
