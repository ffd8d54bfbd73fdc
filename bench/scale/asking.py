"""How long a lookup takes: in a process that has the store open, and as a process of its own, against bare peers."""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from schedgraph.graph.ledger import FILE_NAME
from schedgraph.graph.store import Store

ROOT = Path(__file__).resolve().parents[2]


def sample(folder: Path, count: int, seed: int = 1) -> list[str]:
    """Authorities whose answer is kept, at random."""
    connection = sqlite3.connect(folder / FILE_NAME)
    most = connection.execute("SELECT max(number) FROM answer").fetchone()[0]
    chance, found = random.Random(seed), []
    while len(found) < count:
        row = connection.execute(
            "SELECT id FROM answer WHERE number = ?", (chance.randint(1, most),)
        ).fetchone()
        found += row or ()
    connection.close()
    return found


def in_process(folder: Path, count: int = 5_000) -> str:
    """Lookups of random items, and a bare query for one row by the same keys."""
    items = sample(folder, count)
    bare = sqlite3.connect(folder / FILE_NAME)
    with Store.open(folder) as store:
        store.lookup(items[0])
        mine, busy = _waits(items, store.lookup)
    theirs, _ = _waits(
        items, lambda item: bare.execute("SELECT body FROM answer WHERE id = ?", (item,)).fetchone()
    )
    return f"in process: {_spread(mine)}; of these by the processor {_spread(busy)}; bare sqlite3 row {_spread(theirs)}"


def by_fifths(folder: Path, count: int) -> str:
    """Many lookups of random items, and how long they took in each fifth of them: a cache fills meanwhile."""
    items = sample(folder, count)
    with Store.open(folder) as store:
        waits, _ = _waits(items, store.lookup)
    part = count // 5
    fifths = [_spread(waits[start : start + part]) for start in range(0, part * 5, part)]
    return "\n".join(f"lookups {number * part:,} on: {each}" for number, each in enumerate(fifths))


def into_page_cache(folder: Path) -> None:
    """Reads the file once, so that what is measured is not the disk."""
    with (folder / FILE_NAME).open("rb") as file:
        while file.read(1 << 24):
            pass


def _waits(items: list[str], ask: Callable[[str], object]) -> tuple[list[float], list[float]]:
    waits, busy = [], []
    for item in items:
        began, worked = time.perf_counter_ns(), time.thread_time_ns()
        ask(item)
        busy.append((time.thread_time_ns() - worked) / 1000)
        waits.append((time.perf_counter_ns() - began) / 1000)
    return waits, busy


def _spread(waits: list[float]) -> str:
    cuts = statistics.quantiles(waits, n=100)
    return f"p50 {cuts[49]:.0f} µs, p95 {cuts[94]:.0f} µs, p99 {cuts[98]:.0f} µs"


def cold(folder: Path, runs: int = 21) -> str:
    """`schedgraph lookup` in a new process against `python -c pass`, in turn; medians of wall and processor time."""
    item = sample(folder, 1)[0]
    ask = f"import sys; sys.argv = ['schedgraph', '--store', {str(folder)!r}, 'lookup', {item!r}]\n"
    commands = {
        "python -c pass": "pass",
        "import click, sqlite3": "import click, sqlite3",
        "schedgraph lookup": f"{ask}from schedgraph.entry import run\nrun()",
        "schedgraph lookup --format json": f"{ask}sys.argv += ['--format', 'json']\nfrom schedgraph.entry import run\nrun()",
    }
    wall: dict[str, list[float]] = {name: [] for name in commands}
    busy: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, code in commands.items():
            began = time.perf_counter()
            process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL, cwd=ROOT)
            _, _, used = os.wait4(process.pid, 0)
            process.returncode = 0
            wall[name].append(time.perf_counter() - began)
            busy[name].append(used.ru_utime + used.ru_stime)
    base, work = statistics.median(wall["python -c pass"]), statistics.median(busy["python -c pass"])
    lines = [
        f"{name}: {statistics.median(wall[name]) * 1000:.0f} ms, {statistics.median(wall[name]) / base:.2f} times; "
        f"by the processor {statistics.median(busy[name]) * 1000:.1f} ms, {statistics.median(busy[name]) / work:.2f} times"
        for name in commands
    ]
    return "\n".join(lines)
