"""The families of authority numbers, read from `families.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

ItemKind = Literal["designator", "number", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One part of a number. The file says what each field means."""

    name: str
    widths: tuple[int, ...]
    pad: int = 0
    low: int = 0
    high: int = 0
    years: tuple[int, int] | None = None
    letters: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    joins_hyphen: bool = False

    def canonical(self, digits: str) -> str:
        """The digits padded as the family wants them."""
        return str(int(digits)).zfill(self.pad)

    def year(self, value: str) -> int | None:
        """The year that `value` stands for, within the plausible ones; None where there is none."""
        if self.years is None or not value.isdigit():
            return None
        number = int(value)
        candidates = {2: (1900 + number, 2000 + number), 3: (1800 + number,)}.get(len(value), (number,))
        return next((year for year in candidates if self.years[0] <= year <= self.years[1]), None)

    def plausible(self, value: str) -> bool:
        """Whether a number of this family can hold `value` here."""
        if self.values:
            return value in self.values
        if not value.isdigit():
            return value in self.letters
        if self.years is not None:
            return self.year(value) is not None
        return self.low <= int(value) <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of numbers: its prefix, its slots, and how it names items."""

    name: str
    prefix: str
    slots: tuple[Slot, ...]
    source: str
    joiner: str = "-"
    item: ItemKind = "designator"
    item_widths: tuple[int, ...] = ()
    item_joiner: str = "/"
    verified: bool = True
    partial: bool = False
    needs_hyphen: bool = False
    issued_since: int | None = None

    def schedule(self, values: tuple[str, ...]) -> str:
        """The canonical number of a schedule."""
        return self.prefix + self.joiner + "-".join(values)

    @property
    def decimal(self) -> bool:
        """Whether schedules are named by listed values (`5.2`)."""
        return bool(self.slots[0].values)


@cache
def families() -> tuple[Family, ...]:
    """Every family, in the order of the file."""
    with (Path(__file__).parent / "families.toml").open("rb") as file:
        return tuple(_family(row) for row in tomllib.load(file)["family"])


@cache
def dashed_families() -> tuple[Family, ...]:
    """The families whose parts are parted by hyphens."""
    return tuple(family for family in families() if family.joiner == "-")


@cache
def grs_families() -> tuple[Family, Family]:
    """The decimal General Records Schedules and the old ones."""
    decimal, old = (family for family in families() if family.joiner == " ")
    return decimal, old


def _family(row: dict[str, Any]) -> Family:
    slots = tuple(_slot(slot) for slot in row["slots"])
    return Family(**{**_tuples(row), "slots": slots})


def _slot(row: dict[str, Any]) -> Slot:
    return Slot(**_tuples(row))


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
