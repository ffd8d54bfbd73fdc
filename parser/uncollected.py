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


@contextmanager
def seldom_collected() -> Iterator[None]:
    """The same for work that is not bounded: circles are looked for after so many values, and not after 700."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_seldom() -> None:
    """The same for the rest of a process."""
    threshold, *others = gc.get_threshold()
    gc.set_threshold(max(threshold, _MANY) if threshold else 0, *others)


_MANY = 200_000
"""Values made and not freed again: some tens of megabytes."""
