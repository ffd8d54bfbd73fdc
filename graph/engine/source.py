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
from schedgraph.graph.rdf.lean import LACKING
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.standpoint import NOW, Standpoint


class LedgerSource:
    """The store in the folder `store`, from a standpoint, with or without its evidence.

    Whoever asks may be on any thread.
    """

    def __init__(
        self, *, store: Path, base: str = BASE, standpoint: Standpoint = NOW, evidence: bool = True
    ) -> None:
        self.store, self.base, self.standpoint, self.evidence = store, base, standpoint, evidence
        self._watch = RevisionWatch(store)

    @property
    def folder(self) -> Path:
        """Where generations are kept: beside the ledger; in the user's cache where that may not be written.

        Those from other standpoints stand apart, and only the last of them is kept.
        """
        within = "rdf" if self.standpoint == NOW else "rdf-of-a-day"
        within = within if self.evidence else f"{within}-without-evidence"
        if os.access(self.store, os.W_OK):
            return self.store / within
        from platformdirs import user_cache_path

        key = sha256(str(self.store.resolve()).encode()).hexdigest()[:20]
        return user_cache_path("schedgraph", appauthor=False) / within / key

    @property
    def lacking(self) -> frozenset[str]:
        """The terms of the vocabulary that it leaves out."""
        return frozenset() if self.evidence else LACKING

    @property
    def lean(self) -> "LedgerSource | None":
        """The same without its evidence; None where it has none."""
        if not self.evidence:
            return None
        return LedgerSource(store=self.store, base=self.base, standpoint=self.standpoint, evidence=False)

    def revision(self) -> str:
        """The revision of the ledger, the edition of the rules that draw what follows, and the standpoint.

        Raises StoreError.
        """
        return f"{self._watch.revision()} {EDITION} {self.standpoint.name}".rstrip()

    def quads(self) -> Iterator[Quad]:
        """What every document says and what follows. Raises StoreError."""
        with Ledger.open(self.store) as ledger, ledger.snapshot():
            yield from quads(ledger, self.base, self.standpoint, evidence=self.evidence)

    def writer(self, *, graphs: bool) -> subprocess.Popen[bytes] | None:
        """A process that writes the generation of the store as it is now; None from any other standpoint."""
        if self.standpoint != NOW:
            return None
        return building.started(self.store, self.base, graphs=graphs, evidence=self.evidence)

    def close(self) -> None:
        """Releases what was held open between two questions."""
        self._watch.close()
