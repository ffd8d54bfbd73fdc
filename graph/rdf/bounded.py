"""Work that must end: run with a limit of time and memory, and stopped for good when it does not.

On Linux the work runs in a forked process: it shares the dataset without copying it, its memory can be
limited, and it can be killed whatever it does. Elsewhere it runs in a thread that is stopped by an exception:
that ends everything written in Python, but not one long regular expression, and it limits no memory.
"""

import ctypes
import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")


class TimeExceededError(Exception):
    """The work did not end in time and was stopped."""


class MemoryExceededError(Exception):
    """The work asked for more memory than it may have."""


def bounded(work: Callable[[], T], *, seconds: float, megabytes: int) -> T:
    """The result of `work`, or its exception; TimeExceededError or MemoryExceededError if it is stopped."""
    if sys.platform == "linux":
        return in_process(work, seconds=seconds, megabytes=megabytes)
    return in_thread(work, seconds=seconds)


def in_process(work: Callable[[], T], *, seconds: float, megabytes: int) -> T:
    """`work` in a forked process; its result and its exceptions are copied back by pickle."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(work, sending, megabytes), daemon=True)
    process.start()
    sending.close()
    try:
        if not receiving.poll(seconds):
            raise TimeExceededError
        worked, value = receiving.recv()
    except EOFError:
        raise MemoryExceededError from None
    finally:
        process.kill()
        process.join()
        receiving.close()
    if worked:
        result: T = value
        return result
    raise value


def _child(work: Callable[[], Any], sending: Connection, megabytes: int) -> None:
    # Ctrl-C goes to the parent, which stops this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What stops midway for want of memory is told once, by the parent.
    sys.unraisablehook = _say_nothing
    # The dataset is shared with the parent as long as nobody writes to it; the collector of garbage would.
    gc.freeze()
    _limit_memory(megabytes)
    try:
        answer: tuple[bool, Any] = (True, work())
    except MemoryError:
        answer = (False, MemoryExceededError())
    except Exception as error:  # noqa: BLE001 (whatever it is, the parent raises it)
        answer = (False, error)
    sending.send(answer)
    sending.close()


def _say_nothing(_: object) -> None:
    """Takes an exception that nobody can handle any more."""


def _limit_memory(megabytes: int) -> None:
    """Allows `megabytes` beyond what the process has; the dataset that it shares is not counted."""
    import resource

    with open("/proc/self/statm", encoding="ascii") as status:  # noqa: PTH123 (a kernel file, not a path of ours)
        pages = int(status.read().split()[0])
    allowed = pages * resource.getpagesize() + megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = allowed if hard == resource.RLIM_INFINITY else min(allowed, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def in_thread(work: Callable[[], T], *, seconds: float) -> T:
    """`work` in a thread that gets TimeExceededError raised in it when its time is over."""
    outcome: list[tuple[bool, Any]] = []

    def run() -> None:
        try:
            outcome.append((True, work()))
        except TimeExceededError:
            pass
        except Exception as error:  # noqa: BLE001 (whatever it is, the caller raises it)
            outcome.append((False, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive() and thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(thread.ident), ctypes.py_object(TimeExceededError)
        )
    if not outcome:
        raise TimeExceededError
    worked, value = outcome[0]
    if worked:
        result: T = value
        return result
    raise value
