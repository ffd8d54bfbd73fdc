"""The process that writes what the engine answers from: for a large store it takes minutes of one processor."""

import contextlib
import os
import sys
from pathlib import Path

from schedgraph.graph.engine import generation, loading
from schedgraph.graph.engine.building import FAILED, TOLD
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.errors import StoreError


def main(store: str, base: str, kind: str, evidence: str) -> int:
    """Writes the generation of the store as it is now if it is not there, and prints its name."""
    # Who asks a question goes before who prepares the answers to later ones.
    with contextlib.suppress(AttributeError, OSError):
        os.nice(10)
    source = LedgerSource(store=Path(store), base=base, evidence=evidence == "with-evidence")
    graphs = kind == "graphs"
    try:
        name = generation.name_of(source.revision(), base, graphs=graphs)
        generation.build(
            source.folder, name, lambda folder: loading.fill(folder, source.quads(), graphs=graphs)
        ).release()
    except StoreError as error:
        sys.stderr.write(f"{TOLD}{error}\n")
        return FAILED
    sys.stdout.write(f"{name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
