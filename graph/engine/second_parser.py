"""The second parser, as the engine asks it: in a process that starts with the first question and is killed when it is slow."""

import threading
from typing import Any

from schedgraph.graph.engine.workers import GoneError, Worker
from schedgraph.graph.errors import StoreError

_PARSER = "schedgraph.graph.engine.parsing"
_SECONDS = 2.0
_REMEMBERED = 4096
"""Outlines; a server that is asked by programs hears a few."""


class SecondParser:
    """Where a query stops being SPARQL, and whether it needs evidence. Safe to use from several threads."""

    def __init__(self) -> None:
        self._worker: Worker | None = None
        self._asking = threading.Lock()
        self._proven: dict[str, bool] = {}

    def place_of_error(self, query: str) -> tuple[int, int] | None:
        """Line and column, from 1; None where it is not found in time, or others are asking."""
        found = self._asked({"query": query})
        place = found and found["place"]
        return (place[0], place[1]) if place else None

    def proven(self, outline: str, kept: tuple[str, ...]) -> bool:
        """Whether it is proven, now or before, that queries of this outline need no evidence; not where it takes long."""
        known = self._proven.get(outline)
        if known is not None:
            return known
        busy = self._asking.locked()
        found = self._asked({"outline": outline, "kept": kept})
        if found is None and busy:
            # It may have been the question of others that took so long.
            return False
        if len(self._proven) >= _REMEMBERED:
            self._proven.clear()
        self._proven[outline] = found is not None and found["proven"]
        return self._proven[outline]

    def close(self) -> None:
        """Ends the process."""
        with self._asking:
            self._stop()

    def _asked(self, request: dict[str, Any]) -> dict[str, Any] | None:
        if not self._asking.acquire(timeout=_SECONDS / 2):
            return None
        try:
            try:
                self._worker = self._worker or Worker(_PARSER)
                self._worker.send(request)
                if self._worker.wait(_SECONDS):
                    return self._worker.take()[0]
            except (GoneError, StoreError):
                pass
            self._stop()
            return None
        finally:
            self._asking.release()

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()
