"""Worker processes behind one door: a seat for each query, and a worker that does not end is killed and replaced.

A query begins on one of the quick seats. What is not answered within a slice of a second keeps its worker and gives up
its seat to a fresh worker, so that a few long queries do not keep short ones waiting. There are only so many long
ones at once.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from queue import Empty, LifoQueue, Queue
from typing import IO, Any, cast

from schedgraph.graph.engine.limits import Limits, Seats
from schedgraph.graph.engine.pipe import Pipe, Reply
from schedgraph.graph.errors import BusyError, LimitError, StoreError

_WORKER = "schedgraph.graph.engine.worker"
_START_SECONDS = 60.0


class GoneError(Exception):
    """The worker ended instead of answering."""


class ClosedError(Exception):
    """The generation was closed before the query began; a newer one is there."""


class _Closed:
    """Lies on the seats of a closed generation, so that nobody waits for them."""


class Worker:
    """One process, one query at a time. Raises StoreError where it does not start."""

    def __init__(self, module: str, *arguments: object) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `stop`)
        self._process = subprocess.Popen(  # noqa: S603 (our own module)
            [sys.executable, "-m", module, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._pipe = Pipe(cast("IO[bytes]", self._process.stdout))
        if not self.wait(_START_SECONDS):
            self.stop()
            raise StoreError("the SPARQL engine does not start; is this computer very busy?")
        try:
            self.take()
        except GoneError:
            self._errors.seek(0)
            said = self._errors.read().decode("utf-8", "replace").strip().splitlines() or ["it says nothing"]
            self.stop()
            raise StoreError(f"the SPARQL engine does not start ({said[-1]})") from None

    @property
    def process_id(self) -> int:
        """That of the process."""
        return self._process.pid

    def send(self, request: dict[str, Any]) -> None:
        """Asks; a worker that has ended is found out by `take`."""
        with contextlib.suppress(OSError):
            self._requests.write(json.dumps(request).encode() + b"\n")
            self._requests.flush()

    def wait(self, seconds: float) -> bool:
        """Whether the worker has replied, or ended, within `seconds`."""
        return self._pipe.wait(max(seconds, 0))

    def take(self) -> Reply:
        """The reply that `wait` found. Raises GoneError where the worker ended."""
        reply = self._pipe.take()
        if reply is None:
            raise GoneError
        return reply

    def let_others_go_first(self) -> None:
        """Lowers its priority, where the platform has one: who waits long already can wait for who does not."""
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.process_id, 5)

    def stop(self) -> None:
        """Kills the process; nothing of it is left."""
        self._process.kill()
        self._process.wait()
        self._pipe.close()
        for pipe in (self._requests, self._errors):
            with contextlib.suppress(OSError):
                pipe.close()


class Workers:
    """The seats for one generation. Safe to use from several threads."""

    def __init__(self, generation: Path, limits: Limits, seats: Seats) -> None:
        self._generation, self._limits = generation, limits
        self._slice = min(seats.slice, limits.seconds)
        self._long = threading.Semaphore(seats.long)
        self._places = threading.Semaphore(limits.waiting + seats.quick)
        self._seats: Queue[Worker | _Closed | None] = LifoQueue()
        self._spare: Queue[Worker | None] = LifoQueue()
        self._spares = seats.long
        self._closed = False
        self._closing = threading.Lock()
        for _ in range(seats.quick):
            self._seats.put(None)

    def ask(self, request: dict[str, Any]) -> Reply:
        """The reply of a worker. Raises LimitError, BusyError, StoreError, or ClosedError after `close`."""
        ends = time.monotonic() + self._limits.seconds
        worker = self._seated(min(self._limits.patience, self._limits.seconds))
        worker.send(request)
        if worker.wait(min(self._slice, ends - time.monotonic())):
            try:
                reply = worker.take()
            except GoneError:
                self._replace(worker)
                raise self._too_much() from None
            self._give(worker)
            return reply
        if self._slice >= self._limits.seconds or time.monotonic() >= ends:
            self._replace(worker)
            raise self._too_long()
        if not self._long.acquire(blocking=False):
            self._replace(worker)
            raise BusyError(
                f"The query takes more than {self._slice:g} seconds, and too many such queries are running; "
                "ask again later."
            )
        worker.let_others_go_first()
        self._renew_seat()
        try:
            if not worker.wait(ends - time.monotonic()):
                raise self._too_long()
            return worker.take()
        except GoneError:
            raise self._too_much() from None
        finally:
            worker.stop()
            self._long.release()

    def close(self) -> None:
        """Ends the workers that are not at work; the others end with their queries."""
        with self._closing:
            self._closed = True
            for idle in (self._seats, self._spare):
                with contextlib.suppress(Empty):
                    while True:
                        worker = idle.get_nowait()
                        if isinstance(worker, Worker):
                            worker.stop()
            self._seats.put(_Closed())

    def warm(self) -> None:
        """Starts the workers now, so that no query need wait for one."""
        taken = [self._seated(_START_SECONDS) for _ in range(self._seats.qsize())]
        for worker in taken:
            self._give(worker)
        for _ in range(self._spares):
            self._start_spare()

    def _seated(self, patience: float) -> Worker:
        if not self._places.acquire(blocking=False):
            raise BusyError("Too many queries are waiting; ask again later.")
        try:
            worker = self._seats.get(timeout=patience)
        except Empty:
            raise BusyError("No worker came free in time; ask again later.") from None
        finally:
            self._places.release()
        if isinstance(worker, _Closed):
            self._seats.put(worker)
            raise ClosedError
        if worker is not None:
            return worker
        try:
            return Worker(_WORKER, self._generation, self._limits.megabytes)
        except BaseException:
            self._seats.put(None)
            raise

    def _give(self, worker: Worker | None) -> None:
        """Frees a seat with `worker` on it."""
        with self._closing:
            if not self._closed:
                self._seats.put(worker)
                return
        if worker is not None:
            worker.stop()

    def _replace(self, worker: Worker) -> None:
        worker.stop()
        self._renew_seat()

    def _renew_seat(self) -> None:
        """A fresh worker for a seat: the spare one, or one that is started while nobody waits for it."""
        try:
            self._give(self._spare.get_nowait())
            self._start_spare()
        except Empty:
            threading.Thread(target=lambda: self._give(self._started()), daemon=True).start()

    def _start_spare(self) -> None:
        """Has workers ready where queries may leave their seats without ending."""
        if self._closed or self._spare.qsize() >= self._spares:
            return

        def start() -> None:
            fresh = self._started()
            if fresh is None:
                return
            with self._closing:
                if not self._closed and self._spare.qsize() < self._spares:
                    self._spare.put(fresh)
                    return
            fresh.stop()

        threading.Thread(target=start, daemon=True).start()

    def _started(self) -> Worker | None:
        """A fresh worker; None where it does not start: who takes the seat starts one, and hears why that fails."""
        try:
            return Worker(_WORKER, self._generation, self._limits.megabytes)
        except (OSError, StoreError):
            return None

    def _too_long(self) -> LimitError:
        return LimitError(
            f"The query was stopped after {self._limits.seconds:g} seconds; narrow it down or add a LIMIT."
        )

    def _too_much(self) -> LimitError:
        return LimitError(
            f"The query needs more than {self._limits.megabytes} MB, or more depth than the engine has; "
            "narrow it down or add a LIMIT."
        )
