"""Generations: the graph of a store in folders that never change once they can be seen.

A generation is built in a folder of another name and renamed when it is whole, so that there is none that is half
written. Its name is made from the revision of the store, the base of its IRIs and the way of writing, so that a
generation which can be opened under the name of today is never stale. Whoever reads one holds a shared lock on it; a
generation is deleted when nobody holds it any more.
"""

import contextlib
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import IO

from schedgraph.graph.errors import StoreError

WRITING = 2
"""Raised whenever the triples of the same documents change, so that older generations are not taken for new."""

PROBES = "probes.nq"
PIN = "pin"
_BUILDING = "building"
_UNFINISHED = ".unfinished"
_KINDS = {False: "whole", True: "graphs"}

Fill = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Pinned:
    """A generation that is not deleted until `release` is called or the process ends."""

    path: Path
    lock: IO[bytes]

    def release(self) -> None:
        """Lets the generation be deleted when a newer one is there."""
        self.lock.close()


def name_of(revision: str, base: str, *, graphs: bool) -> str:
    """The name of the generation of a revision of a store; `graphs` where it has a graph for every document."""
    key = hashlib.sha256(f"{WRITING}\x1f{revision}\x1f{base}".encode()).hexdigest()[:20]
    return f"{_KINDS[graphs]}-{key}"


def any_of_kind(folder: Path, *, graphs: bool) -> bool:
    """Whether there is a generation of this kind, of whatever revision."""
    return any(each.suffix != _UNFINISHED for each in folder.glob(f"{_KINDS[graphs]}-*"))


def stands(folder: Path, name: str) -> bool:
    """Whether there is a generation of this name, so far."""
    return (folder / name / PIN).is_file()


def pinned(folder: Path, name: str) -> Pinned | None:
    """The generation of this name, None where there is none."""
    path = folder / name
    try:
        lock = (path / PIN).open("rb")
    except OSError:
        return None
    if _locked(lock, shared=True) and path.is_dir():
        return Pinned(path, lock)
    lock.close()
    return None


def build(folder: Path, name: str, fill: Fill) -> Pinned:
    """The generation of this name, built by `fill` in a folder of its own where there is none.

    One process builds at a time; another that wants the same waits for it. What was left unfinished, and what
    nobody reads any more, is deleted. Raises StoreError where the disk does not take it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            found = pinned(folder, name)
            if found is None:
                _delete_unfinished(folder)
                tidy(folder, keep=name)
                _publish(folder, name, fill)
                found = pinned(folder, name)
    except OSError as error:
        raise StoreError(
            f"the graph for SPARQL cannot be written in {folder} ({error.strerror or error}); "
            "check its rights and its disk"
        ) from error
    if found is None:
        raise StoreError(f"the graph for SPARQL in {folder} was deleted while it was opened; ask again")
    return found


def _publish(folder: Path, name: str, fill: Fill) -> None:
    unfinished = folder / f"{name}-{token_hex(4)}{_UNFINISHED}"
    unfinished.mkdir()
    try:
        fill(unfinished)
        (unfinished / PIN).touch()
        _sync(unfinished)
        unfinished.rename(folder / name)
        _sync(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _sync(folder: Path) -> None:
    """Puts the files of a folder and their names on the disk; nothing else tells that a rename has come after them."""
    if sys.platform == "win32":
        return
    for path in (*(each for each in folder.iterdir() if each.is_file()), folder):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def tidy(folder: Path, keep: str) -> None:
    """Deletes the generations of the kind of `keep` that nobody holds, but for itself."""
    kind = keep.partition("-")[0]
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(f"{kind}-") and path.name != keep and path.suffix != _UNFINISHED:
                _delete_if_free(path)


def _delete_if_free(path: Path) -> None:
    with contextlib.suppress(OSError), (path / PIN).open("rb") as lock:
        if _locked(lock, shared=False):
            # Out of sight first: half deleted, it could still be opened.
            hidden = path.rename(path.with_name(f"{path.name}-{token_hex(4)}{_UNFINISHED}"))
            shutil.rmtree(hidden, ignore_errors=True)


def _delete_unfinished(folder: Path) -> None:
    """What was left by builds that were stopped; only for who builds, for nobody else does then."""
    for path in folder.iterdir():
        if path.suffix == _UNFINISHED:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / _BUILDING).open("ab") as lock:
        _wait(lock)
        yield


def _locked(lock: IO[bytes], *, shared: bool) -> bool:
    """Whether the lock could be had at once. Without file locks every one can: there open files cannot be deleted."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(lock, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _wait(lock: IO[bytes]) -> None:
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)


def probes(lines: Iterable[str], path: Path, most: int = 1024) -> Iterator[str]:
    """`lines` as they come, while every so many of them are kept in a file: triples from all over the generation."""
    kept: list[str] = []
    step = 1
    for number, line in enumerate(lines):
        if number % step == 0:
            kept.append(line)
            if len(kept) == 2 * most:
                kept, step = kept[::2], 2 * step
        yield line
    path.write_text("".join(kept), encoding="utf-8")
