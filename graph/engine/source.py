"""The ledger as what the engine answers from."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.standpoint import NOW, Standpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSource:
    """The store in `store`, from a standpoint. Each question opens it anew: whoever asks may be on any thread."""

    store: Path
    base: str = BASE
    standpoint: Standpoint = NOW

    @property
    def folder(self) -> Path:
        """Where generations are kept: beside the ledger; in the user's cache where that may not be written.

        Those from other standpoints stand apart, and only the last of them is kept.
        """
        within = "rdf" if self.standpoint == NOW else "rdf-of-a-day"
        if os.access(self.store, os.W_OK):
            return self.store / within
        from platformdirs import user_cache_path

        key = sha256(str(self.store.resolve()).encode()).hexdigest()[:20]
        return user_cache_path("schedgraph", appauthor=False) / within / key

    def revision(self) -> str:
        """The revision of the ledger, and the standpoint. Raises StoreError."""
        with Ledger.open(self.store) as ledger:
            return f"{ledger.revision} {self.standpoint.name}".rstrip()

    def quads(self) -> Iterator[Quad]:
        """What every document says and what follows. Raises StoreError."""
        with Ledger.open(self.store) as ledger, ledger.snapshot():
            yield from quads(ledger, self.base, self.standpoint)
