"""The ledger as what the engine answers from."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from schedgraph.graph.conclusions.edition import EDITION
from schedgraph.graph.engine import building
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.quads import quads


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSource:
    """The store in `store`. Each question opens it anew: whoever asks may be on any thread."""

    store: Path
    base: str = BASE

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
        with Ledger.open(self.store) as ledger:
            return f"{ledger.revision} {EDITION}"

    def quads(self) -> Iterator[Quad]:
        """What every document says and what follows. Raises StoreError."""
        with Ledger.open(self.store) as ledger, ledger.snapshot():
            yield from quads(ledger, self.base)

    def writer(self, *, graphs: bool) -> subprocess.Popen[bytes]:
        """A process that writes the generation of the store as it is now."""
        return building.started(self.store, self.base, graphs=graphs)
