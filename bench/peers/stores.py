"""A store of made-up schedules against bare sqlite3 and bare networkx: lookups, all answers, one more document."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.peers.figure import Figure, Size, percentile
from bench.scale.asking import sample
from bench.scale.documents import documents
from bench.scale.filling import BATCH, size_of
from bench.scale.plan import Size as Plan
from bench.scale.resolving import at_once, bare_networkx, store_resolves
from schedgraph.graph.ledger import FILE_NAME, Ledger
from schedgraph.graph.store import Store

LOOKUPS = 3_000


def figures(size: Size) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        store, plan = Path(folder) / "store", size_of(size.items, 1)
        filled = _filled(store, plan)
        bare = _bare_rows(store, Path(folder) / "bare.sqlite")
        yield Figure(
            what=f"{size.items:,} items into the store",
            peer="bare sqlite3: its statements inserted",
            ours=filled,
            theirs=bare,
            unit="s",
        )
        theirs, nodes = bare_networkx(plan)
        _, busy, drawn = store_resolves(store, 1)
        yield Figure(
            what=f"all {drawn:,} answers from nothing",
            peer=f"bare networkx: {nodes:,} ends found",
            ours=busy,
            theirs=theirs,
            unit="s",
        )
        both = at_once(store, plan)
        yield Figure(
            what=f"verdict and ends of all {both.authorities:,} authorities from nothing",
            peer=f"bare networkx: {both.nodes:,} ends found",
            ours=both.ours,
            theirs=both.theirs,
            unit="s",
            bar=2.0,
        )
        yield from _lookups(store)


def _filled(store: Path, plan: Plan) -> float:
    """Seconds to store the planned documents; making them up does not count."""
    spent = 0.0
    waiting = documents(plan)
    with Ledger.create(store) as ledger:
        while batch := list(islice(waiting, BATCH)):
            began = time.process_time()
            ledger.add_many(batch)
            spent += time.process_time() - began
    return spent


def _bare_rows(store: Path, target: Path) -> float:
    """Seconds to insert the statements of a store into a table with the same two indexes, in one transaction."""
    with sqlite3.connect(store / FILE_NAME) as source:
        rows = source.execute("SELECT key, subject, predicate, object, body FROM statement").fetchall()
    began = time.process_time()
    connection = sqlite3.connect(target)
    connection.execute("CREATE TABLE statement (key, subject, predicate, object, body)")
    connection.execute("CREATE INDEX by_subject ON statement (subject)")
    connection.execute("CREATE INDEX by_object ON statement (object)")
    connection.executemany("INSERT INTO statement VALUES (?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return time.process_time() - began


def _lookups(folder: Path) -> Iterator[Figure]:
    items = sample(folder, LOOKUPS)
    bare = sqlite3.connect(folder / FILE_NAME)
    mine: list[float] = []
    theirs: list[float] = []
    with Store.open(folder) as store:
        store.lookup(items[0])
        for item in items:
            began = time.perf_counter()
            store.lookup(item)
            between = time.perf_counter()
            bare.execute("SELECT * FROM answer WHERE id = ?", (item,)).fetchone()
            theirs.append(1e6 * (time.perf_counter() - between))
            mine.append(1e6 * (between - began))
    bare.close()
    for share, name, most in ((0.5, "median", 60), (0.95, "p95", 300)):
        yield Figure(
            what=f"lookup in process, {name}",
            peer="bare sqlite3: the same row",
            ours=percentile(mine, share),
            theirs=percentile(theirs, share),
            unit="µs",
            most=most,
        )
