"""The generation to answer from: the one of now, or the last one while that is being written."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from schedgraph.graph.engine import building, generation, loading
from schedgraph.graph.engine.limits import Limits, Seats
from schedgraph.graph.engine.workers import Workers
from schedgraph.graph.errors import BusyError, StoreError
from schedgraph.graph.rdf.notation import Quad

Tell = Callable[[str], None]

_AGAIN_SECONDS = 60.0
"""Writing that failed is not tried again before; a full disk would else be filled again by each question."""


class Source(Protocol):
    """What the engine answers from."""

    @property
    def folder(self) -> Path:
        """Where generations are kept."""
        ...

    @property
    def lacking(self) -> frozenset[str]:
        """The IRIs of the vocabulary that no quad has, though a store could have said something by them."""
        ...

    @property
    def lean(self) -> "Source | None":
        """The same without its evidence; None where there is no such, or it is that already."""
        ...

    def revision(self) -> str:
        """A word that changes whenever the quads do. Raises StoreError."""
        ...

    def quads(self) -> Iterator[Quad]:
        """Everything, as of one moment. Raises StoreError."""
        ...

    def writer(self, *, graphs: bool) -> subprocess.Popen[bytes] | None:
        """A process that writes the generation of now (see `building`); None where only this one can."""
        ...

    def close(self) -> None:
        """Releases what is held open between two questions; another question may follow."""
        ...


@dataclass(frozen=True, slots=True)
class _Open:
    """A generation with its workers."""

    name: str
    pin: generation.Pinned
    workers: Workers

    def close(self) -> None:
        """Ends its workers and lets it be deleted."""
        self.workers.close()
        self.pin.release()


class Current:
    """Keeps the generations of a source open, one with graphs of documents and one without. Safe from several threads.

    The settings are those of `Engine`.
    """

    def __init__(
        self, source: Source, *, base: str, limits: Limits, seats: Seats, behind: bool, tell: Tell
    ) -> None:
        self._source, self._base, self._behind, self._tell = source, base, behind, tell
        self._limits, self._seats = limits, seats
        self._open: dict[bool, _Open] = {}
        self._renewing: set[bool] = set()
        self._writers: set[subprocess.Popen[bytes]] = set()
        self._failed: dict[bool, tuple[float, StoreError]] = {}
        self._closed = False
        self._changing = threading.RLock()

    def close(self) -> None:
        """Ends workers and writers and lets the generations go."""
        with self._changing:
            self._closed = True
            for writer in self._writers:
                writer.terminate()
            for each in self._open.values():
                each.close()
            self._open.clear()
            self._source.close()

    def ready(self, *, graphs: bool) -> None:
        """Writes the generation of now where there is none and starts its workers. Raises StoreError."""
        if self._behind:
            self._renew(graphs=graphs)
        else:
            self.workers(graphs=graphs)[0].warm()

    def stands(self) -> bool:
        """Whether there is a generation to answer from, without one to be written before. Raises StoreError."""
        name = self._name(graphs=False)
        held = self._open.get(False)
        return (held is not None and (self._behind or held.name == name)) or generation.stands(
            self._folder, name
        )

    def workers(self, *, graphs: bool) -> tuple[Workers, bool]:
        """The workers of the generation to answer from, and whether the source has changed since it was written.

        Raises BusyError where there is none yet, and StoreError.
        """
        name = self._name(graphs=graphs)
        with self._changing:
            held = self._open.get(graphs)
            if held is not None and (held.name == name or self._behind):
                if held.name != name:
                    self._renew_behind(graphs=graphs)
                return held.workers, held.name != name
            pin = generation.pinned(self._folder, name)
            if pin is None and self._behind:
                self._renew_behind(graphs=graphs)
                raise BusyError("What this query asks of is being written just now; ask again later.")
            if pin is None:
                self._tell(self._about_to_write(graphs=graphs))
                pin = self._written_here(name, graphs=graphs)
            fresh = _Open(name, pin, Workers(pin.path, self._limits, self._seats))
            self._put_in_place(fresh, graphs=graphs)
            return fresh.workers, False

    def _name(self, *, graphs: bool) -> str:
        return generation.name_of(self._source.revision(), self._base, graphs=graphs)

    @property
    def _folder(self) -> Path:
        return self._source.folder

    def _put_in_place(self, fresh: _Open, *, graphs: bool) -> None:
        with self._changing:
            held = self._open.get(graphs)
            self._open[graphs] = fresh
        if held is not None:
            held.close()
            generation.tidy(self._folder, keep=fresh.name)

    def _renew_behind(self, *, graphs: bool) -> None:
        """Begins to write what is asked for, unless that is being done. Raises StoreError where it has just failed."""
        failed = self._failed.get(graphs)
        if failed is not None and time.monotonic() - failed[0] < _AGAIN_SECONDS:
            if graphs not in self._open:
                raise failed[1]
            return
        if graphs in self._renewing:
            return
        self._renewing.add(graphs)
        self._tell(self._about_to_write(graphs=graphs))

        def work() -> None:
            try:
                self._renew(graphs=graphs)
            except StoreError as error:
                self._failed[graphs] = (time.monotonic(), error)
                if not self._closed:
                    self._tell(str(error))
            finally:
                self._renewing.discard(graphs)

        threading.Thread(target=work, daemon=True).start()

    def _renew(self, *, graphs: bool) -> None:
        """Puts the generation of now in place, written where there is none, once its workers stand ready."""
        name = self._name(graphs=graphs)
        pin = generation.pinned(self._folder, name)
        if pin is None:
            name, pin = self._written(name, graphs=graphs)
        fresh = _Open(name, pin, Workers(pin.path, self._limits, self._seats))
        try:
            fresh.workers.warm()
        except BaseException:
            fresh.close()
            raise
        with self._changing:
            if self._closed:
                fresh.close()
            else:
                self._put_in_place(fresh, graphs=graphs)

    def _written(self, name: str, *, graphs: bool) -> tuple[str, generation.Pinned]:
        """What another process wrote, where the source has one: as the source was when that began."""
        with self._changing:
            writer = None if self._closed else self._source.writer(graphs=graphs)
            if writer is not None:
                self._writers.add(writer)
        if writer is None:
            return name, self._written_here(name, graphs=graphs)
        try:
            name = building.name_written(writer)
        finally:
            self._writers.discard(writer)
        pin = generation.pinned(self._folder, name)
        if pin is None:
            raise StoreError(
                f"the graph for SPARQL in {self._folder} was deleted while it was opened; ask again"
            )
        return name, pin

    def _written_here(self, name: str, *, graphs: bool) -> generation.Pinned:
        return generation.build(
            self._folder, name, lambda folder: loading.fill(folder, self._source.quads(), graphs=graphs)
        )

    def _about_to_write(self, *, graphs: bool) -> str:
        more = ", with a graph for every document" if graphs else ""
        more = f"{more}, without evidence" if self._source.lacking else more
        if generation.any_of_kind(self._folder, graphs=graphs):
            return f"the store has changed; writing its graph for SPARQL anew{more}"
        return f"writing the graph of the store for SPARQL{more}"
