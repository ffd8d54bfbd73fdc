"""Where a value was read, how it was read, and what may be wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)

BoundingBox = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the upper left corner of the page as it is shown."""


def enclosing(boxes: Iterable[BoundingBox]) -> BoundingBox | None:
    """The smallest box around all of `boxes`; None where there are none."""
    known = list(boxes)
    if not known:
        return None
    left, top, right, bottom = zip(*known, strict=True)
    return (min(left), min(top), max(right), max(bottom))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in a document.

    `quote` is the source text exactly as read: `page_text[start:end]`, markup included.
    `page` counts from 1; `confidence` runs from 0 to 1 and speaks of the reading, not of what it means.
    """

    page: int
    quote: str
    start: int
    end: int
    bbox: BoundingBox | None = None
    method: str = "text"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T_co]):
    """A value together with the place where it is written and the repairs that made it (`I→1`)."""

    value: T_co
    evidence: Evidence
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that a reader should know about a reading: a code for scripts, a sentence for people."""

    code: str
    message: str
    evidence: Evidence | None = None
