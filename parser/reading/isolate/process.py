"""The parent's hold on one process that reads PDFs: start, ask, watch, kill."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from schedgraph.parser.reading.isolate.frames import (
    DeadlineError,
    Frame,
    FrameError,
    Kind,
    PipeEndedError,
    read_frame,
    wait_until,
    write_frame,
)
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.isolate.outcome import Outcome, PdfError, out_of_memory
from schedgraph.parser.reading.isolate.wire import WireError, decode_pages
from schedgraph.parser.reading.pages import PdfPages

SECONDS_TO_START = 120.0
"""Importing the libraries takes 0.3 s on an idle machine; a cold disk under load has taken many."""
SECONDS_TO_END = 10.0
"""What a process may take from closing its pipe to its end; writing no core dump, it takes none."""
SECONDS_BETWEEN_LOOKS = 0.02
"""How often the memory is looked at: so often, because it can grow by 1 GB in a quarter of a second."""
LONGEST_MESSAGE = 1_000


class ReadingProcess:
    """One process, from its start to its end. After any exception but one of TOLD it must be killed."""

    def __init__(self, limits: Limits, function: str) -> None:
        """Start it and wait until it is ready to read. Raises PdfError (unavailable, died, timed-out)."""
        self.served = 0
        self._limits = limits
        self._allow(time.monotonic(), SECONDS_TO_START)
        self._popen = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
            [
                *(sys.executable, "-B", "-P", "-m", "schedgraph.parser.reading.isolate.worker"),
                *(str(os.getpid()), str(limits.memory_bytes), function),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": import_path()},
            # Not ours: Ctrl-C is for the parent, which ends this process with its whole group.
            process_group=0,
        )
        self.pid = self._popen.pid
        self._requests = self._open(self._popen.stdin)
        self._answers = self._open(self._popen.stdout)
        self._wait = wait_until(lambda: self._deadline, self._look_at_memory, SECONDS_BETWEEN_LOOKS)
        try:
            self._expect(Kind.READY)
        except BaseException:
            self.kill()
            raise

    @staticmethod
    def _open(pipe: IO[bytes] | None) -> int:
        assert pipe is not None  # noqa: S101 (both were asked for)
        os.set_blocking(pipe.fileno(), False)
        return pipe.fileno()

    def read(self, data: bytes, name: str) -> PdfPages:
        """The pages of one document. Raises PdfError."""
        self.served += 1
        began = time.monotonic()
        self._allow(began, self._limits.seconds_per_document)
        head = json.dumps({"name": name, "limits": asdict(self._limits)}).encode("ascii")
        try:
            request = Frame(kind=Kind.REQUEST, serial=self.served, body=b"%b\n%b" % (head, data))
            write_frame(self._requests, request, self._wait)
        except PipeEndedError:
            raise self._died() from None
        except DeadlineError:
            raise self._timed_out() from None
        frame = self._expect(Kind.PAGE_COUNT)
        pages = int(frame.body) if frame.body.isdigit() and len(frame.body) < 10 else 0
        if not 1 <= pages <= self._limits.pages:
            raise _garbled()
        self._allow(began, self._limits.seconds_for(pages))
        try:
            return decode_pages(self._pages(pages))
        except WireError:
            raise _garbled() from None

    def _allow(self, began: float, seconds: float) -> None:
        self._allowed = seconds
        self._deadline = self._at_most = began + seconds
        self._pages_read = 0

    def _pages(self, count: int) -> bytes:
        """The body of the pages; while they are read, none may take too long. Raises PdfError."""
        while True:
            self._deadline = min(self._at_most, time.monotonic() + self._limits.seconds_without_page)
            frame = self._expect(Kind.PAGES, Kind.PAGE_READ)
            if frame.kind == Kind.PAGES:
                return frame.body
            # A process that was taken over could buy time with pages that there are not.
            if frame.body != b"%d" % (self._pages_read + 1) or self._pages_read >= count:
                raise _garbled()
            self._pages_read += 1

    def resident_bytes(self) -> int:
        """The memory that the process holds now; 0 where the system does not tell."""
        try:
            return int(Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1]) * os.sysconf(
                "SC_PAGE_SIZE"
            )
        except (OSError, IndexError):
            return 0

    def kill(self) -> None:
        """End the process and whatever it started, and wait for its end."""
        if self._popen.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
        self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe is not None:
                pipe.close()

    def _expect(self, *kinds: Kind) -> Frame:
        """The next frame, which has to be of one of these kinds and about the present document. Raises PdfError."""
        try:
            frame = read_frame(self._answers, self._limits.answer_bytes, self._wait)
        except PipeEndedError:
            raise self._died() from None
        except FrameError:
            raise _garbled() from None
        except DeadlineError:
            raise self._timed_out() from None
        if frame.serial != self.served:
            raise _garbled()
        if frame.kind == Kind.FAILURE:
            raise _told(frame.body)
        if frame.kind not in kinds:
            raise _garbled()
        return frame

    def _look_at_memory(self) -> None:
        if self.resident_bytes() > self._limits.memory_bytes:
            raise out_of_memory(self._limits.memory_bytes)

    def _timed_out(self) -> PdfError:
        if not self.served:
            return PdfError(Outcome.TIMED_OUT, "the process that reads PDFs did not start in time; try again")
        if self._deadline < self._at_most:
            return PdfError(
                Outcome.TIMED_OUT,
                f"reading page {self._pages_read + 1} of the PDF took longer than "
                f"{self._limits.seconds_without_page:,.0f} seconds and was ended; split it or have a viewer save it anew",
            )
        return PdfError(
            Outcome.TIMED_OUT,
            f"reading the PDF took longer than {self._allowed:,.0f} seconds and was ended; "
            "split it or have a viewer save it anew",
        )

    def _died(self) -> PdfError:
        """The outcome of a process whose pipe ended."""
        try:
            code = self._popen.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            return _garbled()
        if code == -signal.SIGXCPU:
            return self._timed_out()
        how = (
            f"ended by signal {-code} ({_signal_name(-code)})"
            if code < 0
            else f"ended by itself (code {code})"
        )
        return PdfError(
            Outcome.DIED,
            f"the process that read the PDF was {how}; the PDF is damaged or made to do harm: "
            "have a viewer save it anew",
        )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "unknown"


def _told(body: bytes) -> PdfError:
    """The failure that the process tells, in characters that a terminal can show."""
    try:
        raw = json.loads(body)
        message = "".join(
            each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in raw["message"]
        )
        return PdfError(Outcome(raw["outcome"]), message[:LONGEST_MESSAGE])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _garbled()


def _garbled() -> PdfError:
    return PdfError(
        Outcome.GARBLED,
        "the process that read the PDF gave no proper answer; the PDF is damaged or made to do harm: "
        "have a viewer save it anew",
    )


def import_path() -> str:
    """Where the process finds this very schedgraph, whatever folder it is started in."""
    home = str(Path(__file__).absolute().parents[4])
    return os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
