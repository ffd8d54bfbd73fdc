"""The graph for SPARQL, written before someone asks: in a process of its own, so that pages are answered meanwhile."""

import subprocess
import sys
from contextlib import suppress
from threading import Thread

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.errors import StoreError
from schedgraph.graph.web.site import Site

_QUERIES = ("ASK {}", "ASK { GRAPH ?document {} }")
"""What makes the command line write the graph: as a whole, and with a graph for every document."""


class Ahead:
    """Writes what the engine of a server answers from."""

    def __init__(self, site: Site, engine: Engine) -> None:
        self._site = site
        self._engine = engine
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def start(self) -> None:
        """Begins, and does not wait."""
        Thread(target=self._work, daemon=True).start()

    def stop(self) -> None:
        """Ends what is still being written; the next one that wants it begins anew."""
        self._stopped = True
        if self._running is not None:
            self._running.terminate()

    def _work(self) -> None:
        settings = ("--quiet", "--store", str(self._site.folder), "--base", self._site.base)
        for query in _QUERIES:
            if self._stopped:
                return
            line = [sys.executable, "-m", "schedgraph.cli", *settings, "sparql", query]
            with subprocess.Popen(  # noqa: S603 (our own interpreter and module)
                line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as self._running:
                self._running.wait()
        # What kept it from being written is told to who asks.
        with suppress(StoreError):
            if not self._stopped:
                self._engine.ready(graphs=True)
