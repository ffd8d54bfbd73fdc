"""Messages on a pipe: a mark, a kind, the number of the document, the length, and as many bytes.

Both ends of the pipe check everything: the process that reads PDFs may have been taken over by one.
"""

import os
import select
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

_HEAD = struct.Struct(">2sBII")
_MARK = b"SG"
_CHUNK = 1 << 20


class Kind(IntEnum):
    """What a frame says."""

    REQUEST = 1
    """JSON {"name", "limits"} and a newline, then the bytes of the file."""
    READY = 2
    PAGE_COUNT = 3
    PAGES = 4
    FAILURE = 5
    """JSON {"outcome", "message"}."""
    PAGE_READ = 6
    """The number of a page that is done."""


class FrameError(Exception):
    """What came is no frame, or the pipe ended within one."""


class PipeEndedError(Exception):
    """The other end of the pipe is closed."""


class DeadlineError(Exception):
    """The time is up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One message about document `serial`, counted from 1; 0 where it is about none."""

    kind: Kind
    serial: int
    body: bytes


Wait = Callable[[int, int], None]
"""Returns when the descriptor (first) is ready for the event (second), or raises."""


def wait_for_ever(descriptor: int, event: int) -> None:
    """Wait without a deadline, as the process does for its next document."""
    poller = select.poll()
    poller.register(descriptor, event)
    poller.poll()


def wait_until(deadline: Callable[[], float], look: Callable[[], None], every: float) -> Wait:
    """A wait that calls `look` every so many seconds and raises DeadlineError.

    `deadline` gives a time of `time.monotonic`; it is asked anew each time, for it may move.
    """

    def wait(descriptor: int, event: int) -> None:
        poller = select.poll()
        poller.register(descriptor, event)
        while True:
            left = deadline() - time.monotonic()
            if left <= 0:
                raise DeadlineError
            if poller.poll(1000 * min(left, every)):
                return
            look()

    return wait


def write_frame(descriptor: int, frame: Frame, wait: Wait = wait_for_ever) -> None:
    """Write a frame. Raises PipeEndedError where nobody reads it, and what `wait` raises."""
    head = _HEAD.pack(_MARK, frame.kind, frame.serial, len(frame.body))
    for part in (head, frame.body):
        rest = memoryview(part)
        while rest:
            wait(descriptor, select.POLLOUT)
            try:
                rest = rest[os.write(descriptor, rest[:_CHUNK]) :]
            except BlockingIOError:
                continue
            except BrokenPipeError:
                raise PipeEndedError from None


def read_frame(descriptor: int, longest: int, wait: Wait = wait_for_ever) -> Frame:
    """The next frame. Raises PipeEndedError between frames, FrameError for anything else, and what `wait` raises."""
    head = _read(descriptor, _HEAD.size, wait)
    if not head:
        raise PipeEndedError
    if len(head) < _HEAD.size:
        raise FrameError("the head of a message is cut off")
    mark, kind, serial, length = _HEAD.unpack(head)
    if mark != _MARK or kind not in tuple(Kind) or length > longest:
        raise FrameError("the head of a message is none")
    body = _read(descriptor, length, wait)
    if len(body) < length:
        raise FrameError("a message is cut off")
    return Frame(kind=Kind(kind), serial=serial, body=body)


def _read(descriptor: int, length: int, wait: Wait) -> bytes:
    """`length` bytes, or fewer where the pipe ends."""
    parts = bytearray()
    while len(parts) < length:
        wait(descriptor, select.POLLIN)
        try:
            part = os.read(descriptor, min(_CHUNK, length - len(parts)))
        except BlockingIOError:
            continue
        if not part:
            break
        parts += part
    return bytes(parts)
