"""Closes a process in: from here on it opens nothing, and its memory is limited."""

import signal
import sys
from pathlib import Path


def close_in(megabytes: int) -> None:
    """No file and no connection can be opened any more; `megabytes` of memory beyond what is used already.

    What the platform does not know is left out: Windows has none of it, memory is limited on Linux alone.
    """
    # Ctrl-C goes to the parent, which stops this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        return
    import resource

    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        allowed = pages * resource.getpagesize() + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))
    for what in (resource.RLIMIT_CORE, resource.RLIMIT_NOFILE):
        resource.setrlimit(what, (0, 0))
