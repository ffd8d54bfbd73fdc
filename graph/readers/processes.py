"""Reading in several processes of this machine."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from schedgraph.graph.taking import ENDED_ITS_PROCESS, Taken, refused, take
from schedgraph.parser.uncollected import collect_seldom

_AHEAD = 4
"""Files a process that are read before their turn: what is read waits in memory."""


@dataclass(frozen=True, slots=True)
class ProcessReader:
    """Reads files in their order, in `jobs` processes. A file that ends its process fails alone."""

    jobs: int

    def __call__(self, files: Iterable[Path]) -> Iterator[Taken]:
        left = iter(files)
        while True:
            begun: deque[Path] = deque()
            try:
                for taken in self._in_processes(left, begun):
                    begun.popleft()
                    yield taken
                return
            except BrokenProcessPool:
                # The first that is not done may be the culprit: it is tried alone, then the rest go on together.
                yield from self._alone(begun.popleft())
                left = chain(begun, left)

    def _alone(self, path: Path) -> Iterator[Taken]:
        try:
            yield from ProcessReader(1)._in_processes(iter([path]), deque())
        except BrokenProcessPool:
            problem = "reading it ended the process (too little memory?); split it"
            yield Taken(path=str(path), problem=problem, error=ENDED_ITS_PROCESS)

    def _in_processes(self, files: Iterator[Path], begun: deque[Path]) -> Iterator[Taken]:
        """Results in the order of `files`; `begun` are those that were taken from it and are not done."""
        spawn = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(self.jobs, mp_context=spawn, initializer=_begin)
        try:
            ahead: deque[tuple[Path, Future[Taken]]] = deque()
            for path in files:
                begun.append(path)
                ahead.append((path, pool.submit(take, path)))
                if len(ahead) >= _AHEAD * self.jobs:
                    yield _result(*ahead.popleft())
            while ahead:
                yield _result(*ahead.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _result(path: Path, future: Future[Taken]) -> Taken:
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except Exception as error:  # noqa: BLE001 (a document that cannot be handed over is a problem of its own)
        return refused(str(path), error)


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal; the one that writes the store answers it.

    The process does nothing but read, and what it remembers is not searched for garbage at each document.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
