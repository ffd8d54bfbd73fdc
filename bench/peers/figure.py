"""One measurement: what schedgraph takes, what the peer takes in the same run, and the bar where there is one."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is measured: items of the store, documents and runs of each measurement."""

    items: int = 20_000
    documents: int = 24
    runs: int = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`ours` and `theirs` in `unit`; `bar` is the largest ratio that the project accepts, None where it set none."""

    what: str
    peer: str
    ours: float
    theirs: float
    unit: str = "ms"
    bar: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    def row(self) -> str:
        """A row of the table in docs/performance.md."""
        bar = "" if self.bar is None else f"≤ {self.bar:g}"
        return (
            f"| {self.what} | {self.peer} | {_short(self.ours)} {self.unit} | {_short(self.theirs)} {self.unit} "
            f"| {self.ratio:.2f} | {bar} | {self.note} |"
        )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def in_turn(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median processor milliseconds of each work; they take turns, so that a busy machine is busy for all."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, times in zip(works, spent, strict=True):
            began = time.process_time()
            work()
            times.append(1000 * (time.process_time() - began))
    return [median(times) for times in spent]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]
