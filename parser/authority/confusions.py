"""What scans confuse and how far a repair is trusted, read from `confusions.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """Printed characters, what they were, and how often that is right."""

    read: str
    weight: float
    repair: str


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
    )


def _substitutions(rows: dict[str, dict[str, str | float]]) -> dict[str, Substitution]:
    return {
        printed: Substitution(
            read=str(row["read"]), weight=float(row["weight"]), repair=f"{printed}→{row['read']}"
        )
        for printed, row in rows.items()
    }
