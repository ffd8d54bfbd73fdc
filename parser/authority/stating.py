"""What confidence is stated of the readings of a written number: the measured share of such readings that are right."""

import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from schedgraph.parser.authority.confusions import confusions

Place = Literal["clear", "level", "behind"]
PLACES: tuple[Place, ...] = ("clear", "level", "behind")
"""Of the readings of one writing: the best where it stands out, those among which none does, and the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A measured share that holds from each of `starts` (ascending, the first is 0) to the next."""

    starts: tuple[float, ...]
    right: tuple[float, ...]

    def at(self, value: float) -> float:
        """The share that was measured there."""
        return self.right[max(0, bisect_right(self.starts, value) - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """`readable`: of writings by the trust in the best reading, the share of which any reading is right.

    `places`: of readings by their part in that share, the share that is right.
    """

    readable: Steps
    places: dict[Place, Steps]


@cache
def measurement(*, judged: bool) -> Measurement:
    """What was measured of repaired writings; `judged`: of those whose meaning is a matter of judgement."""
    with (Path(__file__).parent / "measured.toml").open("rb") as file:
        tables = tomllib.load(file)["judged" if judged else "repaired"]
    steps = {
        name: Steps(starts=tuple(rows["from"]), right=tuple(rows["right"])) for name, rows in tables.items()
    }
    return Measurement(readable=steps["readable"], places={place: steps[place] for place in PLACES})


def places(trusts: Sequence[float]) -> tuple[Place, ...]:
    """The place of each reading among those of one writing, by the trust in them, best first."""
    lead = confusions().choice["lead"]
    level = [trust * lead > trusts[0] for trust in trusts]
    alone = sum(level) == 1
    return tuple(("clear" if alone else "level") if each else "behind" for each in level)


def parts(trusts: Sequence[float], readable: float) -> tuple[float, ...]:
    """`readable`, the share of such writings of which a reading is right, parted by a power of the trust.

    A reading that is trusted a little less than the best was hardly ever right.
    """
    powers = [trust ** confusions().choice["sharpness"] for trust in trusts]
    return tuple(readable * power / sum(powers) for power in powers)


def confidences(trusts: Sequence[float], *, judged: bool) -> tuple[float, ...]:
    """What is stated of each reading; the sum is 1 at most. A number that is sound as written is stated as 1."""
    if not trusts or tuple(trusts) == (1.0,):
        return tuple(1.0 for _ in trusts)
    measured = measurement(judged=judged)
    shares = parts(trusts, measured.readable.at(min(1.0, trusts[0])))
    found = places(trusts)
    stated = [measured.places[place].at(share) for place, share in zip(found, shares, strict=True)]
    first = sum(share for place, share in zip(found, stated, strict=True) if place != "behind")
    rest = sum(stated) - first
    least = min(share for place, share in zip(found, stated, strict=True) if place != "behind")
    # What is over 1 is taken from the readings behind, for the others were measured on more; none passes those.
    return tuple(
        min(least, share * min(1.0, max(0.0, 1.0 - first) / rest))
        if place == "behind" and rest
        else share / max(1.0, first)
        for place, share in zip(found, stated, strict=True)
    )
