"""Times of many calls, in milliseconds."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Times:
    """The middle and the 95th of a hundred."""

    p50: float
    p95: float
    count: int

    def __str__(self) -> str:
        return f"p50 {self.p50:.2f} ms, p95 {self.p95:.2f} ms ({self.count} calls)"


def timed(work: Callable[[Any], object], given: Iterable[Any]) -> Times:
    """How long `work` takes on each."""
    found = sorted(map(lambda each: one(lambda: work(each)), given))
    return Times(found[len(found) // 2], found[min(len(found) - 1, len(found) * 95 // 100)], len(found))


def one(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
