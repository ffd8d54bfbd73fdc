"""Answers that take long, made by processes of their own and kept as files, so that nobody else waits for them.

An errand goes through stages. Each leaves whole representations of its page in a folder: `meanwhile` what can be shown
while the rest is being made, `instead` what is given where the rest takes more than a server spends on it, and `whole`
everything. Nothing of a process is taken for an answer but these files.
"""

import contextlib
import json
import subprocess
import sys
import time
from collections import OrderedDict
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Literal

from schedgraph.graph.web.problems import NotReadyError
from schedgraph.graph.web.representations import Representation

Stage = Literal["meanwhile", "instead", "whole"]

_PROCESS = "schedgraph.graph.web.errand_process"
_GLANCE = 2.0
"""Seconds that somebody waits for the whole where there is something to show meanwhile."""
_STEP = 0.02


class ErrandFailedError(Exception):
    """The process ended without anything that can be shown; its last words are for whoever runs the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is to be made: the kind of page, the state of the store, and what was asked for.

    `seconds` of processor and `megabytes` of memory are what it may take.
    """

    kind: Literal["audit", "changes"]
    folder: str
    base: str
    revision: str
    given: tuple[str, ...] = ()
    seconds: int
    megabytes: int


class Made:
    """The folder of an errand, and the process that fills it."""

    def __init__(self, errand: Errand, folder: Path) -> None:
        self._folder = folder
        self._said = (folder / "said").open("w+b")
        self._process = subprocess.Popen(  # noqa: S603 (our own module)
            [sys.executable, "-m", _PROCESS, json.dumps(asdict(errand)), str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
        )

    @property
    def running(self) -> bool:
        """Whether something may still come."""
        return self._process.poll() is None

    def wait(self, seconds: float) -> None:
        """Until the whole is there, or nothing more comes, or there is something to show, or `seconds` are over."""
        began = time.monotonic()
        while self.running and not self._has("whole"):
            waited = time.monotonic() - began
            if waited >= seconds or (waited >= min(_GLANCE, seconds) and self._has("meanwhile")):
                return
            time.sleep(_STEP)

    def read(self, representation: Representation) -> bytes:
        """The page as it is known now. Raises NotReadyError and ErrandFailedError."""
        running = self.running
        for stage in ("whole", "meanwhile" if running else "instead"):
            with contextlib.suppress(FileNotFoundError):
                return (self._folder / stage / representation).read_bytes()
        if running:
            raise NotReadyError("The answer is being made; ask again in some seconds.")
        self._said.seek(0)
        raise ErrandFailedError(self._said.read().decode("utf-8", "replace") or "it ended without a word")

    @property
    def failed(self) -> bool:
        """Whether there is nothing, and nothing comes."""
        return not self.running and not self._has("whole") and not self._has("instead")

    def end(self) -> None:
        """Stops the process; what it made stays."""
        self._process.kill()
        self._process.wait()
        self._said.close()

    def _has(self, stage: Stage) -> bool:
        return (self._folder / stage).is_dir()


class Errands:
    """The last `kept` errands of a server, at most `running` at a time."""

    def __init__(self, *, kept: int = 8, running: int = 2) -> None:
        self._kept, self._running = kept, running
        self._made: OrderedDict[Errand, Made] = OrderedDict()
        self._room: TemporaryDirectory[str] | None = None
        self._number = 0
        self._changing = Lock()

    def made(self, errand: Errand, wait: float) -> Made:
        """What has been made of an errand within `wait` seconds. Raises NotReadyError where others are in the way."""
        with self._changing:
            found = self._made.get(errand)
            if found is None or found.failed:
                found = self._begun(errand)
            self._made.move_to_end(errand)
        found.wait(wait)
        return found

    def close(self) -> None:
        """Ends what is being made and deletes what was."""
        with self._changing:
            for each in self._made.values():
                each.end()
            self._made.clear()
            if self._room is not None:
                self._room.cleanup()
            self._room = None

    def _begun(self, errand: Errand) -> Made:
        for other in [other for other in self._made if _overtaken(other, errand)]:
            self._made.pop(other).end()
        if sum(each.running for each in self._made.values()) >= self._running:
            raise NotReadyError("The server is busy with other questions of this kind; ask again soon.")
        for other in [other for other, each in self._made.items() if not each.running]:
            if len(self._made) >= self._kept:
                self._made.pop(other).end()
        self._room = self._room or TemporaryDirectory(prefix="schedgraph-", ignore_cleanup_errors=True)
        self._number += 1
        folder = Path(self._room.name) / str(self._number)
        folder.mkdir()
        self._made[errand] = Made(errand, folder)
        return self._made[errand]


def _overtaken(old: Errand, new: Errand) -> bool:
    """Whether the store has changed since what is the same question."""
    same = (old.kind, old.folder, old.base, old.given) == (new.kind, new.folder, new.base, new.given)
    return same and old.revision != new.revision
