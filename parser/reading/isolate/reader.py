"""The reader of PDFs for a whole run: one process at a time, replaced when it is worn or has failed."""

import os
import stat
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.isolate.outcome import TOLD, Outcome, PdfError
from schedgraph.parser.reading.isolate.process import ReadingProcess
from schedgraph.parser.reading.pages import PdfPages

READ_PDF = "schedgraph.parser.reading.pdf:read_pdf"
"""What reads a PDF in the process: `read_pdf(data, name, limits, page_read) -> PdfPages`; it calls `page_read` with the
number of each page that is done."""

_MAY_BE_INHERITED = frozenset({Outcome.DIED, Outcome.OUT_OF_MEMORY, Outcome.GARBLED})


class PdfReader:
    """Reads PDFs one after the other; for use in a `with` statement. Threads take turns.

    The process starts with the first document. A copy of this object in a forked process starts its own.
    """

    def __init__(self, *, limits: Limits | None = None, function: str = READ_PDF) -> None:
        self.limits = limits or Limits()
        self._function = function
        self._turn = threading.Lock()
        self._process: ReadingProcess | None = None
        self._owner = os.getpid()
        self._first_of_its_process = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The process that is waiting for the next document; None where there is none."""
        return self._process.pid if self._process and self._owner == os.getpid() else None

    @property
    def resident_bytes(self) -> int:
        """The memory that the reading process holds while it waits; 0 where there is none or it is not told."""
        return self._process.resident_bytes() if self.pid is not None and self._process else 0

    def close(self) -> None:
        """End the process; the next document starts another."""
        if self.pid is not None and self._process is not None:
            self._process.kill()
        self._process = None

    def read(self, path: Path) -> PdfPages:
        """The pages of the PDF at `path`. Raises PdfError, a DocumentError with an outcome."""
        return self.read_bytes(read_file(path, self.limits.file_bytes), path.name)

    def read_bytes(self, data: bytes, name: str) -> PdfPages:
        """The pages of a PDF that is in memory. Raises PdfError, a DocumentError with an outcome."""
        if len(data) > self.limits.file_bytes:
            raise _too_large(len(data), self.limits.file_bytes)
        with self._turn:
            try:
                return self._read(data, name)
            except PdfError as error:
                # A process that has read others may have died of them: no document answers for another.
                if error.outcome not in _MAY_BE_INHERITED or self._first_of_its_process:
                    raise
            return self._read(data, name)

    def _read(self, data: bytes, name: str) -> PdfPages:
        self._first_of_its_process = True
        process = self._running()
        self._first_of_its_process = process.served == 0
        try:
            pages = process.read(data, name)
        except BaseException as error:
            if not (isinstance(error, PdfError) and error.outcome in TOLD):
                self.close()
            raise
        if process.resident_bytes() > self.limits.resting_bytes:
            self.close()
        return pages

    def _running(self) -> ReadingProcess:
        if self.pid is None or self._process is None:
            self._process = None
        elif self._process.served >= self.limits.documents_per_process:
            self.close()
        if self._process is None:
            self._process = ReadingProcess(self.limits, self._function)
            self._owner = os.getpid()
        return self._process


def read_file(path: Path, most: int) -> bytes:
    """The bytes of an ordinary file of at most `most` bytes. Raises PdfError (unavailable, too-large)."""
    try:
        # A named pipe opened without O_NONBLOCK would wait for a writer for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise PdfError(Outcome.UNAVAILABLE, "this is no ordinary file; name a file or a folder")
            if status.st_size > most:
                raise _too_large(status.st_size, most)
            return file.read(most)
    except OSError as error:
        raise PdfError(
            Outcome.UNAVAILABLE,
            f"the file cannot be read ({error.strerror or error}); check its name and rights",
        ) from error


def _too_large(size: int, most: int) -> PdfError:
    return PdfError(
        Outcome.TOO_LARGE,
        f"the file has {size:,} bytes and a PDF of at most {most:,} is read; split it into its schedules",
    )
