"""What the process that reads PDFs forbids itself, and how it notices that nobody waits for it any more."""

import os
import resource
import select
import threading

OPEN_FILES = 64


def confine(memory_bytes: int) -> None:
    """Bound the data memory of this process; no core dumps, no files written, few open files.

    RLIMIT_DATA counts what can be written to, also in private maps. RLIMIT_AS would count as well what
    is only reserved: arenas and stacks of OCR threads, which grow with the cores of the machine.
    """
    _lower(resource.RLIMIT_DATA, memory_bytes)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)


def _lower(kind: int, most: int) -> None:
    hard = resource.getrlimit(kind)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most))


def allow_seconds(wall_seconds: float) -> None:
    """End this process by SIGXCPU once it has computed for `wall_seconds` from now on every core.

    The wall clock is kept by the parent; this bound holds where the parent cannot.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime + wall_seconds * (os.cpu_count() or 1)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(seconds) + 1
    resource.setrlimit(
        resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
    )


def end_with_parent(parent: int, pipe: int) -> None:
    """End this process at once when process `parent` is gone or the other end of `pipe` is closed.

    A thread, for the main one may be deep in a library. Linux's signal at the parent's death will not do:
    it comes already when the thread ends that started the process.
    """

    def watch() -> None:
        poller = select.poll()
        poller.register(pipe, 0)
        while not poller.poll(500) and os.getppid() == parent:
            pass
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
