"""Functions that behave in the reading process as a library may at a hostile file."""

import mmap
import os
import re
import resource
import signal
import sys
import time
from collections.abc import Callable

from schedgraph.parser.errors import DocumentError
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pages import PdfPages
from tests.parser.reading.hostile.standin import page_of, read_pdf


def misbehave(data: bytes, name: str, limits: Limits, page_read: Callable[[int], object]) -> PdfPages:
    """Does what the file's name says, in the reading process; reads anything else."""
    match name.split("-"):
        case ["dies", number]:
            os.kill(os.getpid(), int(number))
        case ["exits", code]:
            os._exit(int(code))
        case ["hangs"]:
            time.sleep(600)
        case ["stops", pages]:
            for number in range(int(pages)):
                page_read(number + 1)
            time.sleep(600)
        case ["dawdles"]:
            for number in (1, 2):
                time.sleep(1)
                page_read(number)
        case ["computes"]:
            while True:
                pass
        case ["locks"]:
            re.match(r"(a+)+$", "a" * 60 + "b")
        case ["maps"]:
            for shared in iter(lambda: mmap.mmap(-1, 16 << 20), None):
                shared.write(b"x" * (16 << 20))
                misbehave.__dict__.setdefault("kept", []).append(shared)
                time.sleep(0.02)
        case ["opens"]:
            for _ in range(100):
                os.open(os.devnull, os.O_RDONLY)
        case ["processor"]:
            seconds = resource.getrlimit(resource.RLIMIT_CPU)[0]
            return PdfPages(pages=(page_of(1, str(seconds)),), reading="text-layer")
        case ["eats"]:
            held = []
            while True:
                held.append(bytearray(16 << 20))
        case ["prints"]:
            sys.stdout.write("x" * 100_000)
            os.write(1, b"no frame")
            sys.stderr.write("nor this")
            sys.stdout.flush()
        case ["garbles", body]:
            for descriptor in range(3, 10):
                try:
                    os.write(descriptor, bytes.fromhex(body))
                except OSError:
                    continue
            os._exit(0)
        case ["writes"]:
            with open("left-behind", "wb") as file:  # noqa: PTH123
                file.write(b"x")
        case ["recurses"]:
            return misbehave(data, name, limits, page_read)
        case ["dumps"]:
            os.abort()
        case ["raises"]:
            raise KeyError("/Kids")
        case ["refuses"]:
            raise DocumentError("page 1 has neither text nor image")
        case ["leaks"]:
            misbehave.__dict__.setdefault("kept", []).append(b"x" * (300 << 20))
    return read_pdf(data, name, limits)


def die_of_the_second(data: bytes, name: str, limits: Limits, page_read: Callable[[int], object]) -> PdfPages:
    """Dies of every document but its first, as a library does that an earlier document has damaged."""
    if die_of_the_second.__dict__.setdefault("seen", []):
        os.kill(os.getpid(), signal.SIGSEGV)
    die_of_the_second.__dict__["seen"].append(name)
    return read_pdf(data, name, limits)
