"""Reading on the workers of a Dask cluster that runs already.

A worker is sent the bytes of a file, so it needs no file system in common, and sends back the document; this process
alone writes the store. The bytes travel with the task and are no data of a worker: when a worker is lost, the
scheduler gives its tasks to another. Workers read PDFs in a confined process of their own, as everybody does.
"""

import stat
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schedgraph.graph.errors import ClusterError
from schedgraph.graph.taking import ENDED_ITS_PROCESS, Taken, refused, take, take_bytes
from schedgraph.parser.errors import DocumentError

if TYPE_CHECKING:
    from distributed import Client, Future, as_completed

SECONDS_TO_CONNECT = 15
AHEAD = 3
"""Files a thread of a worker that are under way: one that is read, and two that wait for it."""
BYTES_AHEAD = 256 * 1024 * 1024
"""Of files that are under way: the scheduler holds them until they are read."""

_TURN = threading.Lock()


def read_here(data: bytes, name: str, path: str) -> Taken:
    """What a worker does. One file at a time in a process: threads would share the memory of the language model."""
    with _TURN:
        return take_bytes(data, name, path)


@dataclass(slots=True)
class _UnderWay:
    """The files that the workers have, and those that lost their worker too often."""

    done: "as_completed"
    paths: dict["Future[Any]", tuple[Path, int]] = field(default_factory=dict)
    suspects: list[Path] = field(default_factory=list)

    @staticmethod
    def on(client: "Client") -> "_UnderWay":
        from distributed import as_completed

        return _UnderWay(done=as_completed(loop=client.loop, raise_errors=False))

    @property
    def size(self) -> int:
        return sum(size for _, size in self.paths.values())


@dataclass(frozen=True, slots=True)
class ClusterReader:
    """Reads files on the cluster at `address` and gives them as they are done."""

    address: str

    def __call__(self, files: Iterable[Path]) -> Iterator[Taken]:
        with self._client() as client:
            most = AHEAD * _threads(client, self.address)
            under_way = _UnderWay.on(client)
            for path in files:
                while len(under_way.paths) >= most or under_way.size > BYTES_AHEAD:
                    yield from self._next(under_way)
                yield from _begin(client, path, under_way)
            while under_way.paths:
                yield from self._next(under_way)
            # Which of the files that shared a lost worker ended it is told by reading each alone.
            for path in under_way.suspects:
                alone = _UnderWay.on(client)
                yield from _begin(client, path, alone)
                while alone.paths:
                    yield from self._next(alone)
                yield from (_ended_workers(each) for each in alone.suspects)

    @contextmanager
    def _client(self) -> Iterator["Client"]:
        try:
            from distributed import Client
        except ImportError:
            raise ClusterError(
                'reading on a cluster needs the extra `cluster`; install it with `pip install "schedgraph[cluster]"`'
            ) from None
        try:
            client = Client(self.address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"no Dask scheduler answers at {self.address}; check the address and that it runs"
            ) from error
        with client:
            yield client

    def _next(self, under_way: _UnderWay) -> Iterator[Taken]:
        """The next file that is done; nothing where it has to be tried alone."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError
        from distributed.comm.core import CommClosedError

        future = next(under_way.done)
        path, _ = under_way.paths.pop(future)
        try:
            yield future.result()
        except KilledWorker:
            under_way.suspects.append(path)
        except (FutureCancelledError, CommClosedError) as error:
            raise self._lost() from error
        except Exception as error:  # noqa: BLE001 (what cannot be sent there or back is a problem of this file)
            yield refused(str(path), error)

    def _lost(self) -> ClusterError:
        return ClusterError(
            f"the Dask scheduler at {self.address} was lost; what was stored is kept: start the run again"
        )


def _threads(client: "Client", address: str) -> int:
    """How many files the workers can read at a time. Raises ClusterError where some are of another version."""
    from schedgraph.graph.reading_edition import reading_edition

    threads: dict[str, int] = client.nthreads()
    if not threads:
        raise ClusterError(f"the Dask scheduler at {address} has no workers; start some with `dask worker`")
    try:
        editions: dict[str, Any] = client.run(reading_edition, on_error="return")
    except OSError as error:
        raise ClusterError(f"the Dask scheduler at {address} was lost; start the run again") from error
    for worker, edition in sorted(editions.items()):
        if edition != reading_edition():
            raise ClusterError(
                f"the worker {worker} has another schedgraph than this machine, or none, and would read otherwise; "
                "install the same there"
            )
    return sum(threads.values())


def _begin(client: "Client", path: Path, under_way: _UnderWay) -> Iterator[Taken]:
    """Sends a file; gives it at once where it is none that can be sent."""
    from schedgraph.parser.reading.source import read_bytes

    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield take(path)
            return
        data = read_bytes(path)
    except (OSError, DocumentError):
        yield take(path)
        return
    future = client.submit(read_here, data, path.name, str(path), pure=False)
    under_way.paths[future] = path, len(data)
    under_way.done.add(future)


def _ended_workers(path: Path) -> Taken:
    problem = "reading it ended every worker that tried (too little memory?); split it"
    return Taken(path=str(path), problem=problem, error=ENDED_ITS_PROCESS)
