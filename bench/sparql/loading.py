"""Writing a generation from a store, against the bare bulk load of the same N-Triples."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

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
    """Prints time, memory and size of both; the generation is left in its place, to be asked."""
    source = LedgerSource(store=folder, evidence=evidence)
    count = 0

    def counted() -> Iterator[Quad]:
        nonlocal count
        for quad in source.quads():
            count += 1
            yield quad

    name = generation.name_of(source.revision(), source.base, graphs=False)
    if (source.folder / name).exists():
        raise SystemExit(f"{source.folder / name} stands already; delete it to have it written again")
    began = time.perf_counter()
    ours = generation.build(
        source.folder, name, lambda unfinished: loading.fill(unfinished, counted(), graphs=False)
    )
    whole = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = sum(each.stat().st_size for each in ours.path.iterdir()) >> 20
    spent = time.process_time()
    print(f"triples as they are written      {count}")
    print(
        f"generation from the ledger       {whole:8.1f} s, {own} MB writing and {before.ru_maxrss // 1024} MB loading, "
        f"{size} MB; by the processor {spent:.1f} s writing and {before.ru_utime + before.ru_stime:.1f} s loading",
        flush=True,
    )
    with tempfile.TemporaryDirectory(dir=folder.parent) as room:
        text, bare = Path(room) / "graph.nt", Path(room) / "bare"
        began = time.perf_counter()
        with text.open("w", encoding="utf-8") as file:
            file.writelines(f"{s} {p} {o} .\n" for s, p, o, _ in source.quads())
        writing = time.perf_counter() - began
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", _BARE, str(bare), str(text)], check=True)
        loaded = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"bare bulk load of the same       {loaded:8.1f} s; by the processor {took:.1f} s")
        print(f"ratio                            {whole / loaded:8.2f} (bar: 1.5)")
        print(f"the stream alone                 {writing:8.1f} s ({writing / loaded:.2f} of the bare load)")
        shutil.rmtree(bare)
