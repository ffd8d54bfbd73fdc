"""The ledger as what the engine answers from."""

import os
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from schedgraph.graph.conclusions.edition import EDITION
from schedgraph.graph.engine import building
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.ledger.watch import RevisionWatch
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.quads import quads


class LedgerSource:
    """The store in the folder `store`. Whoever asks may be on any thread."""

    def __init__(self, *, store: Path, base: str = BASE) -> None:
        self.store, self.base = store, base
        self._watch = RevisionWatch(store)

    @property
    def folder(self) -> Path:
        """Where generations are kept: beside the ledger; in the user's cache where that may not be written."""
        if os.access(self.store, os.W_OK):
            return self.store / "rdf"
        from platformdirs import user_cache_path

        key = sha256(str(self.store.resolve()).encode()).hexdigest()[:20]
        return user_cache_path("schedgraph", appauthor=False) / "rdf" / key

    def revision(self) -> str:
        """The revision of the ledger, and the edition of the rules that draw what follows. Raises StoreError."""
        return f"{self._watch.revision()} {EDITION}"

    def quads(self) -> Iterator[Quad]:
        """What every document says and what follows. Raises StoreError."""
        with Ledger.open(self.store) as ledger, ledger.snapshot():
            yield from quads(ledger, self.base)

    def writer(self, *, graphs: bool) -> subprocess.Popen[bytes]:
        """A process that writes the generation of the store as it is now."""
        return building.started(self.store, self.base, graphs=graphs)

    def close(self) -> None:
        """Releases what was held open between two questions."""
        self._watch.close()
