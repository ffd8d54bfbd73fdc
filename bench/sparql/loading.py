"""Writing a generation from a store, against the bare bulk load of the same N-Triples."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from schedgraph.graph.engine import loading
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.rdf.notation import Quad

_BARE = """
import sys, pyoxigraph as ox
store = ox.Store(sys.argv[1])
store.bulk_load(path=sys.argv[2], format=ox.RdfFormat.N_TRIPLES)
store.flush()
"""


def measure(folder: Path, *, evidence: bool = True) -> None:
    """Prints time, memory and size of both."""
    source = LedgerSource(store=folder, evidence=evidence)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        room = Path(name)
        text, ours, bare = room / "graph.nt", room / "ours", room / "bare"
        ours.mkdir()
        count = 0

        def counted() -> Iterator[Quad]:
            nonlocal count
            for quad in source.quads():
                count += 1
                yield quad

        began = time.perf_counter()
        loading.fill(ours, counted(), graphs=False)
        whole = time.perf_counter() - began
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        loader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        began = time.perf_counter()
        with text.open("w", encoding="utf-8") as file:
            file.writelines(f"{s} {p} {o} .\n" for s, p, o, _ in source.quads())
        writing = time.perf_counter() - began
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", _BARE, str(bare), str(text)], check=True)
        loaded = time.perf_counter() - began
        size = sum(each.stat().st_size for each in ours.iterdir()) >> 20
        print(f"triples as they are written      {count}")
        print(
            f"generation from the ledger       {whole:8.1f} s, {own} MB writing and {loader} MB loading, {size} MB"
        )
        print(f"bare bulk load of the same       {loaded:8.1f} s")
        print(f"ratio                            {whole / loaded:8.2f} (bar: 1.5)")
        print(f"the stream alone                 {writing:8.1f} s ({writing / loaded:.2f} of the bare load)")
        shutil.rmtree(bare)
