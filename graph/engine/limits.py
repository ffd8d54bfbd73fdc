"""What one query may cost, and the four ways in which it can come out."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["answered", "empty", "refused", "truncated"]
"""`empty` is an answer: nothing in the store fits. `truncated` is given only to who asks for a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may cost. `megabytes` counts beyond what an idle worker has, where the platform can tell.

    `characters` of the query, `nesting` of its brackets and of signs in a row, `bytes` of the answer's text,
    `waiting` queries at once for a free worker, each for `patience` seconds, which count among its own.
    """

    characters: int = 20_000
    nesting: int = 40
    rows: int = 100_000
    bytes: int = 64 * 1024 * 1024
    seconds: float = 30.0
    megabytes: int = 1024
    waiting: int = 16
    patience: float = 5.0


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """How queries share the workers.

    Every query begins on one of `quick` seats. After `slice` seconds it gives it up and goes on as one of `long`
    ones at most, or is told to come again where there are so many.
    """

    quick: int = 1
    long: int = 0
    slice: float = float("inf")


ALONE = Seats()
"""For one who asks one query after the other."""

SHARED = Seats(quick=4, long=2, slice=0.25)
"""For a server."""
