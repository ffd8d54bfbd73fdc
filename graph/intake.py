"""Files and folders to schedule documents: which files are meant, and each read by itself."""

import multiprocessing
import os
import signal
import stat
import traceback
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.wording.failures import TOO_MUCH, explained
from schedgraph.parser.document import ScheduleDocument

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".pdf", ""})
"""What a folder's documents end in; a file that is named itself is read whatever it is called."""

NOT_STORED = frozenset({"two-schedules", "no-items"})
"""Failures that leave nothing to rely on; the others are told and the document is stored."""


@dataclass(slots=True)
class Found:
    """The files that paths lead to, the paths that cannot be followed, and what folders hold besides."""

    files: list[Path] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One file: the document that was read in it, or the problem that kept it from being read."""

    path: str
    document: ScheduleDocument | None = None
    problem: str | None = None
    trace: str = ""

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """Code and sentence of each doubt that keeps the document from being relied on."""
        from schedgraph.parser.read import FAILURES

        if self.document is None:
            return ()
        return tuple((doubt.code, doubt.message) for doubt in self.document.doubts if doubt.code in FAILURES)


def find(paths: Iterable[Path]) -> Found:
    """The files that are named, and the documents in the folders that are, each once and in a fixed order."""
    found = Found()
    files: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            files[path] = None
            continue
        before = len(files)

        def cannot_enter(error: OSError) -> None:
            found.problems.append(
                (str(error.filename), f"the folder cannot be read ({error.strerror}); check its rights")
            )

        troubles = len(found.problems)
        for folder, names, leaves in os.walk(path, onerror=cannot_enter):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for leaf in sorted(leaves):
                file = Path(folder, leaf)
                if leaf.startswith(".") or not file.is_file():
                    continue
                if file.suffix.lower() in SUFFIXES:
                    files[file] = None
                else:
                    found.skipped[file.suffix.lower()] += 1
        if len(files) == before and len(found.problems) == troubles:
            found.problems.append(
                (
                    str(path),
                    "the folder holds no document of a known kind; name files to read them whatever they are",
                )
            )
    found.files = sorted(files, key=str)
    return found


def take(path: Path) -> Taken:
    """Reads one file. Whatever goes wrong in it is the problem of this file alone."""
    from schedgraph.parser.read import read_document

    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            with path.open("rb") as stream:
                return take_stream(stream, str(path))
        return Taken(path=str(path), document=read_document(path))
    except Exception as error:  # noqa: BLE001 (a fault met in one document must not stop the others)
        return Taken(path=str(path), problem=_explained(error), trace=traceback.format_exc())


def take_stream(stream: BinaryIO, name: str) -> Taken:
    """Reads a document from standard input or a pipe, of which no size is known beforehand."""
    from schedgraph.parser.read import read_data
    from schedgraph.parser.reading.source import read_stream

    try:
        return Taken(path=name, document=read_data(read_stream(stream), name))
    except Exception as error:  # noqa: BLE001 (as above)
        return Taken(path=name, problem=_explained(error), trace=traceback.format_exc())


def _explained(error: Exception) -> str:
    return f"{TOO_MUCH}; split it" if isinstance(error, MemoryError | RecursionError) else explained(error)[1]


@dataclass(slots=True)
class Intake:
    """What became of the files that were to be stored."""

    read: int = 0
    new: int = 0
    unchanged: int = 0
    failed: int = 0
    items: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)

    def fail(self, path: str, sentence: str) -> None:
        """Notes a file that could not be stored."""
        self.failed += 1
        self.failures.append((path, sentence))

    def to_json(self) -> dict[str, object]:
        """The object that `ingest --format json` prints."""
        return {
            "read": self.read,
            "new": self.new,
            "unchanged": self.unchanged,
            "failed": self.failed,
            "items": self.items,
            "failures": [{"source": path, "message": sentence} for path, sentence in self.failures],
        }

    def summary(self) -> str:
        """The same as a sentence."""
        documents = "1 document" if self.read == 1 else f"{self.read} documents"
        items = "1 item" if self.items == 1 else f"{self.items} items"
        return f"{documents} read: {self.new} new, {self.unchanged} unchanged; {self.failed} failed; {items}."


def keep(ledger: Ledger, taken: Taken, intake: Intake) -> tuple[str, ...]:
    """Stores one document, unless it was not read or holds nothing to rely on. Gives what is to be told."""
    before = len(intake.failures)
    if taken.document is None:
        intake.fail(taken.path, taken.problem or "it could not be read")
    elif any(code in NOT_STORED for code, _ in taken.failures):
        intake.read += 1
        intake.fail(taken.path, f"not stored: {' '.join(sentence for _, sentence in taken.failures)}")
    else:
        intake.read += 1
        if ledger.add(taken.document):
            intake.new += 1
        else:
            intake.unchanged += 1
        ledger.note_place(taken.document.source.sha256, Path(taken.path).absolute())
        intake.items += len(taken.document.items)
        intake.failures += [(taken.path, f"stored, but {sentence}") for _, sentence in taken.failures]
    return tuple(sentence for _, sentence in intake.failures[before:])


def take_all(files: Sequence[Path], jobs: int) -> Iterator[Taken]:
    """Reads files in their order, in `jobs` processes. A file that ends its process fails alone."""
    if jobs == 1 or len(files) < 2:
        yield from map(take, files)
        return
    left = list(files)
    while left:
        done = 0
        try:
            for taken in _in_processes(left, jobs):
                yield taken
                done += 1
        except BrokenProcessPool:
            # The first that is not done may be the culprit: it is tried alone, then the rest go on together.
            yield from _alone(left[done])
            done += 1
        left = left[done:]


def _alone(path: Path) -> Iterator[Taken]:
    try:
        yield from _in_processes([path], 1)
    except BrokenProcessPool:
        yield Taken(path=str(path), problem="reading it ended the process (too little memory?); split it")


def _in_processes(files: Sequence[Path], jobs: int) -> Iterator[Taken]:
    """Results in the order of `files`; only some are read ahead, for they wait in memory."""
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(jobs, len(files)), mp_context=spawn, initializer=_ignore_interrupt)
    try:
        ahead: deque[tuple[Path, Future[Taken]]] = deque()
        for path in files:
            ahead.append((path, pool.submit(take, path)))
            if len(ahead) >= 4 * jobs:
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
        return Taken(path=str(path), problem=_explained(error), trace=traceback.format_exc())


def _ignore_interrupt() -> None:
    """Ctrl-C reaches every process of a terminal; the one that writes the store answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
