"""Replies of a worker as they come through its pipe, awaited for so many seconds and no longer."""

import contextlib
import json
import math
import sys
import threading
from typing import IO, Any

Reply = tuple[dict[str, Any], bytes]
"""A line of JSON, and as many bytes after it as its member `bytes` says."""

_LONGEST = 1e6
"""Seconds; no wait is longer."""


if sys.platform == "win32":

    class Pipe:
        """Takes replies on a thread of its own, for a wait for a pipe cannot end in time there."""

        def __init__(self, replies: IO[bytes]) -> None:
            self._replies = replies
            self._replied = threading.Event()
            self._reply: Reply | None = None
            threading.Thread(target=self._listen, daemon=True).start()

        def wait(self, seconds: float) -> bool:
            """Whether there is a reply, or nothing more will come, within `seconds`."""
            return self._replied.wait(min(seconds, _LONGEST))

        def take(self) -> Reply | None:
            """The reply that `wait` found; None where nothing more comes."""
            reply, self._reply = self._reply, None
            if reply is not None:
                self._replied.clear()
            return reply

        def close(self) -> None:
            """Nothing: the thread ends with the process at the other end."""

        def _listen(self) -> None:
            with contextlib.suppress(OSError, ValueError):
                while reply := _read(self._replies):
                    self._reply = reply
                    self._replied.set()
            self._replied.set()

else:
    import select

    class Pipe:
        """Waits on the pipe itself: each thread that takes part in an answer costs time."""

        def __init__(self, replies: IO[bytes]) -> None:
            self._replies = replies
            self._poll = select.poll()
            self._poll.register(replies, select.POLLIN)

        def wait(self, seconds: float) -> bool:
            """Whether there is a reply, or nothing more will come, within `seconds`."""
            return bool(self._poll.poll(math.ceil(1000 * min(seconds, _LONGEST))))

        def take(self) -> Reply | None:
            """The reply that `wait` found; None where nothing more comes."""
            with contextlib.suppress(OSError, ValueError):
                return _read(self._replies)
            return None

        def close(self) -> None:
            """Releases the pipe."""
            with contextlib.suppress(OSError):
                self._replies.close()


def _read(replies: IO[bytes]) -> Reply | None:
    line = replies.readline()
    if not line:
        return None
    head = json.loads(line)
    body = replies.read(head["bytes"])
    return (head, body) if len(body) == head["bytes"] else None
