"""The SPARQL endpoint over HTTP beside rdflib-endpoint over Oxigraph."""

import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from bench.peers.figure import Figure, Size
from bench.scale.filling import fill, size_of
from bench.web.endpoint import compared


def figures(size: Size) -> Iterator[Figure]:
    """Nothing, and a line that says so, where rdflib-endpoint is not installed."""
    if find_spec("rdflib_endpoint") is None:
        print("rdflib-endpoint is not installed, so the endpoint is not measured", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        for _ in fill(store, size_of(size.items, 1)):
            pass
        yield from compared(store, Path(sys.executable), Path(folder))
