"""A stated confidence beside whether it was right, and the bands in which the two are compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

BANDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.0)
"""Lower ends of the bands; the last one holds 1.0 alone."""
NEAR = 0.05
"""How far the share that is right may be from what is stated."""
_NINETEEN_OF_TWENTY = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One reading of one written number: what it was, how sure it was said to be, and whether it was right."""

    kind: str
    printed: str
    target: str
    repairs: tuple[str, ...]
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The readings of a band: how many, the mean that was stated, the share that was right, and its interval.

    The interval is Wilson's: with 95 of 100 such samples it holds the share that is right.
    """

    low: float
    count: int
    stated: float
    right: float

    @property
    def interval(self) -> tuple[float, float]:
        square = _NINETEEN_OF_TWENTY**2 / self.count
        middle = (self.right + square / 2) / (1 + square)
        spread = self.right * (1 - self.right) / self.count + square / (4 * self.count)
        half = _NINETEEN_OF_TWENTY * sqrt(spread) / (1 + square)
        return max(0.0, middle - half), min(1.0, middle + half)

    @property
    def is_thin(self) -> bool:
        """Whether so few readings cannot tell the share that is right to 0.05."""
        low, high = self.interval
        return high - low > 2 * NEAR

    @property
    def is_off(self) -> bool:
        """Whether enough readings say that another share is right than is stated."""
        return not self.is_thin and abs(self.right - self.stated) > NEAR


def bands(found: Sequence[Stated]) -> list[Band]:
    """Every band that is not empty."""
    rows = []
    for low, high in zip(BANDS, (*BANDS[1:], 2.0), strict=True):
        inside = [each for each in found if low <= each.confidence < high]
        if inside:
            mean = sum(each.confidence for each in inside) / len(inside)
            right = sum(each.right for each in inside) / len(inside)
            rows.append(Band(low=low, count=len(inside), stated=mean, right=right))
    return rows
