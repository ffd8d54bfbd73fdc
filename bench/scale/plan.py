"""Which schedules there are, what items they have and which items replace which: follows from seed and size alone.

Schedules come in generations: those of one fifth of the time replace items of those a fifth earlier, so that
lineages are up to five steps long. Every part of the plan is drawn from the seed and its own number, so that any
process can make any document by itself.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Literal

ITEMS_A_SCHEDULE = 20
GENERATIONS = 5
FIRST_YEAR, LAST_YEAR, FIRST_ERA_YEAR = 1985, 2023, 2010
RECORD_GROUPS = tuple(f"{number:03}" for number in range(15, 570, 3))
GENERAL = ("GRS 5.2/020", "GRS 5.1/020", "GRS 3.1/011", "GRS 4.2/130", "GRS 2.4/060", "GRS 6.1/010")

Fate = Literal["kept", "replaced", "split", "merged", "general", "withdrawn", "ended"]
FATES: tuple[tuple[Fate, float], ...] = (
    ("kept", 0.50),
    ("replaced", 0.33),
    ("split", 0.05),
    ("merged", 0.05),
    ("general", 0.04),
    ("withdrawn", 0.02),
    ("ended", 0.01),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A seed and how many schedules there are."""

    seed: int
    schedules: int

    @property
    def step(self) -> int:
        """How many schedules one generation has."""
        return max(1, self.schedules // GENERATIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One schedule: its number, its days, its items as paths below it, and the fate of each of them."""

    number: int
    id: str
    era: bool
    record_group: str
    approved: date | None
    printed: date | None
    returned: bool
    stamped: bool
    whole: bool
    circular: bool
    annotated: bool
    paths: tuple[str, ...]
    fates: tuple[Fate, ...]

    def item(self, place: int) -> str:
        """The identifier of an item."""
        return f"{self.id}{'-' if self.era else '/'}{self.paths[place % len(self.paths)]}"


@lru_cache(maxsize=20_000)
def planned(size: Size, number: int) -> Planned:
    """The schedule of this number, counted from 0."""
    chance = Random(f"{size.seed}:{number}")
    years = LAST_YEAR - FIRST_YEAR + 1
    year = FIRST_YEAR + number * years // size.schedules
    first_of_year = -(-(year - FIRST_YEAR) * size.schedules // years)
    place = number - first_of_year
    group = RECORD_GROUPS[place % len(RECORD_GROUPS)]
    sequence = place // len(RECORD_GROUPS) + 1
    era = year >= FIRST_ERA_YEAR
    approved = date(year, 3, 1) + timedelta(days=chance.randrange(200))
    returned = era and chance.random() < 0.02
    shown = chance.random() < 0.97
    count = chance.randrange(ITEMS_A_SCHEDULE // 2, ITEMS_A_SCHEDULE * 3 // 2 + 1)
    fates = chance.choices([fate for fate, _ in FATES], [share for _, share in FATES], k=count)
    return Planned(
        number=number,
        id=f"DAA-0{group}-{year}-{sequence:04}" if era else f"N1-{group}-{year % 100:02}-{sequence:03}",
        era=era,
        record_group=group,
        approved=None if returned or not shown else approved,
        printed=approved + timedelta(days=30) if era else None,
        returned=returned,
        stamped=not era and chance.random() < 0.05,
        whole=chance.random() < 0.02,
        circular=chance.random() < 0.002,
        annotated=chance.random() < 0.3,
        paths=tuple(f"{at + 1:04}" for at in range(count)) if era else outline(count, chance),
        fates=tuple(fates),
    )


def outline(count: int, chance: Random) -> tuple[str, ...]:
    """The paths of an SF-115: items, some with parts, some of these with parts again."""
    paths: list[str] = []
    item = 0
    while len(paths) < count:
        item += 1
        paths.append(str(item))
        if chance.random() < 0.4:
            for letter in "abcd"[: chance.randrange(2, 5)]:
                paths.append(f"{item}/{letter}")
                if chance.random() < 0.2:
                    paths += [f"{item}/{letter}/1", f"{item}/{letter}/2"]
    return tuple(paths[:count])


def successor(size: Size, number: int) -> Planned | None:
    """The schedule that replaces items of this one; None for those of the last generation."""
    after = number + size.step
    return planned(size, after) if after < size.schedules else None


def predecessor(size: Size, number: int) -> Planned | None:
    """The schedule of which this one replaces items; None for those of the first generation."""
    before = number - size.step
    return planned(size, before) if before >= 0 else None


def replacements(old: Planned, new: Planned) -> tuple[tuple[str, str], ...]:
    """Which items of `old` are replaced by which of `new`: one by one, split, or merged with its neighbour."""
    found: list[tuple[str, str]] = []
    for place, fate in enumerate(old.fates):
        if fate == "replaced":
            found.append((old.item(place), new.item(place)))
        elif fate == "split":
            found += [(old.item(place), new.item(place)), (old.item(place), new.item(place + 1))]
        elif fate == "merged":
            found.append((old.item(place), new.item(place - place % 2)))
        elif fate == "general":
            found.append((old.item(place), GENERAL[place % len(GENERAL)]))
    return tuple(found)


def edges(size: Size) -> list[tuple[str, str]]:
    """Every pair of an old and a new authority that the documents state, for peers that resolve the bare graph."""
    found: list[tuple[str, str]] = []
    for number in range(size.schedules):
        old, new = planned(size, number), successor(size, number)
        if new is None:
            continue
        found += replacements(old, new)
        if old.whole:
            found.append((old.id, new.id))
        if old.circular:
            found.append((new.item(0), old.item(0)))
    return found
