"""One way to read a written number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedTarget:
    """One way to read a written number: the canonical identifier and how likely it is (0 to 1)."""

    target: str
    confidence: float
