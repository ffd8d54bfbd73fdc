"""How long a test waits for something that must end: a guard against what never would, not a stopwatch."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def must_end(cpu_seconds: float = 60.0) -> Iterator[None]:
    """Fails the test once this process has spent `cpu_seconds` inside; a busy machine does not count.

    The limit is many times what the work takes: only growth with the square of a text, or worse, reaches it.
    """

    def give_up(signum: int, frame: FrameType | None) -> None:
        raise AssertionError(f"it had not ended after {cpu_seconds:g} seconds of computing")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, cpu_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
