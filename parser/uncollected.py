"""Work that makes many values and no circles of them, done without looking for circles meanwhile."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Python's collection of garbage rests, if it was on; what nothing refers to is freed all the same.

    For work that is bounded: a document, a batch of answers.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
