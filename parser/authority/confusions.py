"""What scans confuse and how far a repair is trusted, read from `confusions.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """Printed characters, what they were, and how often that is right."""

    read: str
    weight: float
    repair: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Points of a measurement, and straight lines between them."""

    points: tuple[tuple[float, float], ...]

    def at(self, value: float) -> float:
        """What was measured there."""
        for (low, from_), (high, to) in pairwise(self.points):
            if value <= high:
                return from_ + (to - from_) * (value - low) / (high - low)
        return self.points[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusions:
    """The whole file; each field is one of its tables."""

    digits: dict[str, Substitution]
    look_alikes: dict[str, tuple[str, ...]]
    prefixes: dict[str, dict[str, Substitution]]
    groups: dict[str, Substitution]
    homoglyphs: dict[str, str]
    shape: dict[str, float]
    item: dict[str, float]
    choice: dict[str, float]
    units: frozenset[str]
    calibration: Measured
    calibration_of_best: Measured
    calibration_of_others: Measured


@cache
def confusions() -> Confusions:
    """The confusions, read once."""
    with (Path(__file__).parent / "confusions.toml").open("rb") as file:
        tables = tomllib.load(file)
    return Confusions(
        digits=_substitutions(tables["digits"]),
        look_alikes={digit: tuple(others) for digit, others in tables["look_alikes"].items()},
        prefixes={
            prefix: {
                printed: Substitution(read=prefix, weight=row["weight"], repair=row["repair"])
                for printed, row in rows.items()
            }
            for prefix, rows in tables["prefixes"].items()
        },
        groups=_substitutions(tables["groups"]),
        homoglyphs=tables["homoglyphs"],
        shape=tables["shape"],
        item=tables["item"],
        choice=tables["choice"],
        units=frozenset(tables["units"]["words"]),
        calibration=_measured(tables["calibration"], "trust"),
        calibration_of_best=_measured(tables["calibration"]["best"], "part"),
        calibration_of_others=_measured(tables["calibration"]["other"], "part"),
    )


def _measured(table: dict[str, list[float]], by: str) -> Measured:
    return Measured(tuple(zip(table[by], table["right"], strict=True)))


def _substitutions(rows: dict[str, dict[str, str | float]]) -> dict[str, Substitution]:
    return {
        printed: Substitution(
            read=str(row["read"]), weight=float(row["weight"]), repair=f"{printed}→{row['read']}"
        )
        for printed, row in rows.items()
    }
