"""How far a long run is: a line that is drawn anew on a terminal, plain lines now and then elsewhere."""

import os
import sys
import time
from dataclasses import dataclass, field

_SECONDS_BETWEEN_DRAWINGS = 0.2
_SECONDS_BETWEEN_LINES = 30.0
_FILES_BETWEEN_LINES = 1_000


@dataclass(slots=True)
class Progress:
    """Counts what is done of `total` `things`; `shown` false keeps it quiet.

    Rate and time left are of this run: what was `known` before takes no time.
    """

    total: int
    things: str = "files"
    shown: bool = True
    done: int = 0
    known: int = 0
    _began: float = field(default_factory=time.monotonic)
    _told_at: float = field(default_factory=time.monotonic)
    _told_of: int = 0

    def one_done(self) -> None:
        """Notes one more that is done; says so where it is time to."""
        self.done += 1
        self._tell()

    def one_known(self) -> None:
        """Notes one more that had been done before."""
        self.known += 1
        self._tell()

    def reached(self, done: int, total: int) -> None:
        """Notes how many of how many are done; of how many is not yet known where `total` is 0."""
        if total != self.total:
            self._began = time.monotonic()
        self.done, self.total = done, total
        self._tell(by_number=False)

    def _tell(self, *, by_number: bool = True) -> None:
        if not self.shown:
            return
        now = time.monotonic()
        if _draws():
            if now - self._told_at >= _SECONDS_BETWEEN_DRAWINGS:
                self._told_at = now
                sys.stderr.write(f"\r\x1b[K{self.line(now - self._began)}")
                sys.stderr.flush()
        elif now - self._told_at >= _SECONDS_BETWEEN_LINES or (
            by_number and self.done + self.known - self._told_of >= _FILES_BETWEEN_LINES
        ):
            self._told_at, self._told_of = now, self.done + self.known
            sys.stderr.write(f"schedgraph: {self.line(now - self._began)}\n")
            sys.stderr.flush()

    def end(self) -> None:
        """Clears the line."""
        if self.shown and _draws():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def line(self, seconds: float) -> str:
        """`1,200 of 50,000 files, 8.3 a second, 1:38:00 left`, when the run has taken so long."""
        if not self.total:
            return f"{self.done:,} {self.things}"
        said = [f"{self.done + self.known:,} of {self.total:,} {self.things}"]
        if self.known:
            said.append(f"{self.known:,} of them known")
        if self.done and seconds > 0:
            rate = self.done / seconds
            said.append(f"{rate:.1f} a second")
            said.append(f"{clock((self.total - self.done - self.known) / rate)} left")
        return ", ".join(said)


def clock(seconds: float) -> str:
    """0:07, 12:30 or 1:38:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _draws() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
