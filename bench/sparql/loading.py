"""Writing a generation from a store, against the bare bulk load of the same triples from N-Triples."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from schedgraph.graph.engine import generation, loading
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.rdf.notation import Quad

_BARE = """
import sys, pyoxigraph as ox
store = ox.Store(sys.argv[1])
store.bulk_load(path=sys.argv[2], format=ox.RdfFormat.N_TRIPLES)
store.flush()
"""


def measure(folder: Path, *, evidence: bool = True) -> None:
    """Prints time, memory and size of both; the generation stays in its place, to be asked."""
    source = LedgerSource(store=folder, evidence=evidence)
    count = 0

    def counted() -> Iterator[Quad]:
        nonlocal count
        for quad in source.quads():
            count += 1
            yield quad

    name = generation.name_of(source.revision(), source.base, graphs=False)
    if generation.stands(source.folder, name):
        raise SystemExit(
            f"{source.folder / name} stands; what writing it costs is measured where it does not"
        )
    began, spent = time.perf_counter(), time.process_time()
    ours = generation.build(
        source.folder, name, lambda unfinished: loading.fill(unfinished, counted(), graphs=False)
    )
    whole, spent = time.perf_counter() - began, time.process_time() - spent
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    loader = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(each.stat().st_size for each in ours.path.iterdir()) >> 20
    print(f"triples as they are written      {count}")
    print(
        f"generation from the ledger       {whole:8.1f} s, {own} MB writing and {loader.ru_maxrss // 1024} MB loading, "
        f"{size} MB; by the processor {spent:.1f} s and {_spent(loader):.1f} s",
        flush=True,
    )
    loaded = bare(ours.path)
    print(f"ratio                            {whole / loaded:8.2f} (bar: 1.5)")


def bare(made: Path) -> float:
    """Seconds of the clock for the bare bulk load of what a generation holds, each triple once; prints them."""
    with tempfile.TemporaryDirectory(dir=made.parent.parent) as room:
        text = Path(room) / "graph.nt"
        with text.open("wb") as file:
            store = ox.Store.read_only(str(made))
            store.dump(file, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        before = _spent(resource.getrusage(resource.RUSAGE_CHILDREN))
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", _BARE, str(Path(room) / "bare"), str(text)], check=True)
        loaded = time.perf_counter() - began
        spent = _spent(resource.getrusage(resource.RUSAGE_CHILDREN)) - before
        print(f"bare bulk load of the same       {loaded:8.1f} s; by the processor {spent:.1f} s")
        return loaded


def _spent(used: resource.struct_rusage) -> float:
    return used.ru_utime + used.ru_stime
