"""One file to one document: whatever goes wrong in it is the problem of this file alone."""

import stat
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from schedgraph.graph.wording.failures import TOO_MUCH, explained
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.errors import DocumentError

ENDED_ITS_PROCESS = "ended-its-process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One file: the document that was read in it, or the problem that kept it from being read.

    `error` is the problem as a word: an outcome of reading PDFs (`timed-out`), `unreadable`, `no-file`, `too-much`,
    `ended-its-process`, `fault`.
    """

    path: str
    document: ScheduleDocument | None = None
    problem: str | None = None
    error: str | None = None
    trace: str = ""

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """Code and sentence of each doubt that keeps the document from being relied on."""
        from schedgraph.parser.read import FAILURES

        if self.document is None:
            return ()
        return tuple((doubt.code, doubt.message) for doubt in self.document.doubts if doubt.code in FAILURES)


def take(path: Path) -> Taken:
    """Reads one file."""
    from schedgraph.parser.read import read_document

    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            with path.open("rb") as stream:
                return take_stream(stream, str(path))
        return Taken(path=str(path), document=read_document(path))
    except Exception as error:  # noqa: BLE001 (a fault met in one document must not stop the others)
        return refused(str(path), error)


def take_stream(stream: BinaryIO, name: str) -> Taken:
    """Reads a document from standard input or a pipe, of which no size is known beforehand."""
    from schedgraph.parser.read import read_data
    from schedgraph.parser.reading.source import read_stream

    try:
        return Taken(path=name, document=read_data(read_stream(stream), name))
    except Exception as error:  # noqa: BLE001 (as above)
        return refused(name, error)


def take_bytes(data: bytes, name: str, path: str) -> Taken:
    """Reads a document that was sent here, a file called `name` at `path` of another machine."""
    from schedgraph.parser.read import read_data

    try:
        return Taken(path=path, document=read_data(data, name))
    except Exception as error:  # noqa: BLE001 (as above)
        return refused(path, error)


def refused(path: str, error: Exception) -> Taken:
    """A file that an error kept from being read; to be called where the error is handled."""
    problem = (
        f"{TOO_MUCH}; split it" if isinstance(error, MemoryError | RecursionError) else explained(error)[1]
    )
    return Taken(path=path, problem=problem, error=_word(error), trace=traceback.format_exc())


def _word(error: Exception) -> str:
    outcome = getattr(error, "outcome", None)
    if outcome is not None:
        return str(outcome)
    if isinstance(error, DocumentError):
        return "unreadable" if error.__cause__ is None else "no-file"
    if isinstance(error, MemoryError | RecursionError):
        return "too-much"
    return "no-file" if isinstance(error, OSError) else "fault"
