"""Fills a generation: the stream of triples goes to a process that loads it, so that writing and loading overlap.

The loader is a process of its own also for its memory, and because nothing it leaves open may be inherited.
"""

import contextlib
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, cast

from schedgraph.graph.engine.generation import PROBES, probes
from schedgraph.graph.errors import StoreError
from schedgraph.graph.rdf.notation import Quad
from schedgraph.parser.uncollected import seldom_collected

_LINES = 4096
"""So many lines go to the loader at once."""


def fill(folder: Path, quads: Iterable[Quad], *, graphs: bool) -> None:
    """Loads `quads` into an empty folder.

    All triples stand in the default graph, where a triple that two documents state stands once; with `graphs` each
    stands in the graph of its document, too. Raises StoreError where the loader fails.
    """
    lines = probes(_lines(quads, graphs=graphs), folder / PROBES)
    loader = subprocess.Popen(  # noqa: S603 (our own module)
        [sys.executable, "-m", __spec__.name, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    lines_in, said_by = cast("IO[bytes]", loader.stdin), cast("IO[bytes]", loader.stderr)
    try:
        with contextlib.suppress(BrokenPipeError), lines_in as sink, seldom_collected():
            # A loader that has gone says below why.
            while part := "".join(islice(lines, _LINES)):
                sink.write(part.encode("utf-8", "replace"))
        said = said_by.read().decode("utf-8", "replace")
        code = loader.wait()
    finally:
        loader.kill()
        loader.wait()
        said_by.close()
    if code != 0:
        reason = (said.strip().splitlines() or [f"it ended with {code}"])[-1]
        raise StoreError(f"the graph for SPARQL cannot be built in {folder.parent} ({reason})")


def _lines(quads: Iterable[Quad], *, graphs: bool) -> Iterator[str]:
    for subject, predicate, value, graph in quads:
        yield f"{subject} {predicate} {value} .\n"
        if graphs:
            yield f"{subject} {predicate} {value} {graph} .\n"


def _load(folder: str) -> None:
    import pyoxigraph as ox

    store = ox.Store(folder)
    store.bulk_load(input=sys.stdin.buffer, format=ox.RdfFormat.N_QUADS)
    store.flush()


if __name__ == "__main__":
    _load(sys.argv[1])
