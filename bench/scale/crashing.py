"""What is left of a store whose writer was killed, ran out of disk or was interrupted, at random points.

A writer in a process of its own acknowledges each document with a line once it is stored. Afterwards the store must
open at once, hold every acknowledged document and no half one, give no wrong answer, and have after another run the
digest of a run that nothing broke.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.scale.disk import Disk, small_disk
from bench.scale.documents import document
from bench.scale.plan import Size
from schedgraph.graph.conclusions.proof import verify
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.errors import StoreError
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import statements

SCHEDULES = 12
SIZE = Size(seed=7, schedules=SCHEDULES)
ROOT = Path(__file__).resolve().parents[2]


def write(folder: Path, every: int = 3) -> int:
    """Stores all documents one by one and acknowledges each; keeps answers up after every few of them."""
    try:
        with Ledger.create(folder) as ledger:
            for number in range(SCHEDULES):
                ledger.add(document(SIZE, number))
                sys.stdout.write(f"{number}\n")
                sys.stdout.flush()
                if number % every == every - 1:
                    Upkeep(ledger).keep_up()
            Upkeep(ledger).keep_up()
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 4
    return 0


@dataclass(slots=True)
class Broken:
    """How runs ended: how many were stopped before their end, and what was wrong afterwards."""

    runs: int = 0
    stopped: int = 0
    acknowledged: int = 0
    slowest_opening: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def told(self, what: str) -> str:
        """The result in a line."""
        return (
            f"{what}: {self.runs} runs, {self.stopped} stopped before their end, {self.acknowledged} documents "
            f"acknowledged, {len(self.wrong)} faults; slowest opening {self.slowest_opening * 1000:.0f} ms"
        )


def unbroken() -> tuple[str, str]:
    """The digests of ledger and answers after a run that nothing breaks."""
    with tempfile.TemporaryDirectory() as folder:
        write_quietly(Path(folder))
        return _digests(Path(folder))


def write_quietly(folder: Path) -> None:
    """The same as `write`, in this process and without words."""
    with Ledger.create(folder) as ledger:
        for number in range(SCHEDULES):
            ledger.add(document(SIZE, number))
        Upkeep(ledger).keep_up()


def killed(count: int, seed: int, wanted: tuple[str, str], longest: float) -> Broken:
    """Kills the writer at `count` random moments of its run, which takes about `longest` seconds."""
    chance, result = Random(seed), Broken()
    for _ in range(count):
        moment = chance.uniform(0, longest)
        _one(result, wanted, lambda writer, after=moment: _kill_later(writer, after, signal.SIGKILL))
    return result


def interrupted(count: int, seed: int, wanted: tuple[str, str], longest: float) -> Broken:
    """The same with Ctrl-C."""
    chance, result = Random(seed), Broken()
    for _ in range(count):
        moment = chance.uniform(0, longest)
        _one(result, wanted, lambda writer, after=moment: _kill_later(writer, after, signal.SIGINT))
    return result


def full(points: int, wanted: tuple[str, str]) -> Broken:
    """Lets the disk be full at so many points; gives no runs where this user may mount no small disk."""
    result = Broken()
    for size in _limits(points):
        with small_disk(size) as disk:
            if disk is None:
                break
            _one(result, wanted, lambda writer: writer.wait(), code=4, disk=disk)
    return result


def limited(points: int, wanted: tuple[str, str]) -> Broken:
    """The same with no file able to grow beyond a limit, whatever writes to it."""
    result = Broken()
    for limit in _limits(points):

        def at_most(limit: int = limit) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        _one(result, wanted, lambda writer: writer.wait(), at_most, code=4)
    return result


def _limits(points: int) -> Iterator[int]:
    with tempfile.TemporaryDirectory() as folder:
        write_quietly(Path(folder))
        whole = sum(path.stat().st_size for path in Path(folder).iterdir())
    # From too little for an empty store to just less than all of it.
    yield from (40_000 + (whole - 40_000) * point // points for point in range(points))


def _one(
    result: Broken,
    wanted: tuple[str, str],
    stop: Callable[["subprocess.Popen[str]"], object],
    before: Callable[[], None] | None = None,
    code: int | None = None,
    disk: Disk | None = None,
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = disk.folder / "store" if disk else Path(name)
        with _writer(folder, before) as writer:
            stop(writer)
            told, complaint = writer.communicate()
        done = [int(line) for line in told.split("\n")[:-1]]
        result.runs += 1
        result.acknowledged += len(done)
        result.stopped += writer.returncode != 0
        if code is not None and writer.returncode not in (0, code):
            result.wrong.append(f"exit code {writer.returncode}: {complaint[-300:]}")
        if "Traceback" in complaint and writer.returncode != -signal.SIGINT and writer.returncode != 1:
            result.wrong.append(complaint[-300:])
        # Asked while the disk is still full; only then there is room again.
        result.wrong += _look(folder, done, result)
        if disk:
            disk.enlarge()
        write_quietly(folder)
        if _digests(folder) != wanted:
            result.wrong.append("another run does not give the digests of an unbroken one")


@contextmanager
def _writer(folder: Path, before: Callable[[], None] | None) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-m", "bench.scale", "write", "--out", str(folder)]
    writer = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=before,
    )
    try:
        yield writer
    finally:
        if writer.poll() is None:
            writer.kill()
            writer.wait()


def _kill_later(writer: "subprocess.Popen[str]", after: float, how: signal.Signals) -> None:
    """The time counts from the first acknowledged document, for before it most is starting up."""
    begun = writer.stdout.readline() if writer.stdout else ""
    time.sleep(after)
    writer.send_signal(how)
    rest, complaint = writer.communicate()
    writer.communicate = lambda *_, **__: (begun + rest, complaint)  # type: ignore[method-assign]


def _look(folder: Path, acknowledged: list[int], result: Broken) -> Iterator[str]:
    """What is wrong with a store as it was left."""
    began = time.perf_counter()
    try:
        ledger = Ledger.open(folder)
    except StoreError as error:
        if acknowledged:
            yield f"{len(acknowledged)} documents were acknowledged and the store does not open: {error}"
        return
    with ledger:
        held = ledger.document_names()
        result.slowest_opening = max(result.slowest_opening, time.perf_counter() - began)
        known = {document(SIZE, number).source.sha256: number for number in range(SCHEDULES)}
        for number in acknowledged:
            if document(SIZE, number).source.sha256 not in held:
                yield f"document {number} was acknowledged and is not there"
        said: dict[str, set[str]] = {}
        for each in ledger.all():
            said.setdefault(each.document, set()).add(each.key)
        for sha256 in {*held, *(name for name in said if ":" not in name)}:
            expected = {each.key for each in statements(document(SIZE, known[sha256]))}
            if sha256 not in held or said.get(sha256) != expected:
                yield f"half of document {known[sha256]} is there"
        proof = verify(ledger)
        if not proof.holds:
            yield f"what is kept is wrong: {proof}"


def _digests(folder: Path) -> tuple[str, str]:
    with Ledger.open(folder) as ledger:
        proof = verify(ledger)
        return proof.ledger, proof.kept
