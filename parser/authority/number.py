"""The canonical form of an authority number, and what follows from the number alone."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from schedgraph.parser.authority.families import Family, Slot, families

# .../1/b/2/c, .../iv, .../lnd-7.00, .../1501-16a, .../1.1, .../12410; the 4.a of .../4.a are two levels
_SEGMENT = r"(?![0-9]{1,4}\.[a-z](?![a-z0-9]))(?:[1-9][0-9]{0,4}|[a-z]{1,12}|[a-z0-9]{1,6}(?:[.\-][a-z0-9]{1,6}){1,5})"


# the code 1301-01 of item 1301-01/a, which is as often written 1301-01a
_CODE = re.compile(r"[a-z0-9]{1,6}(?:[.\-][a-z0-9]{1,6}){0,4}[.\-][0-9]{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityNumber:
    """A disposition authority: a schedule, and the path to one of its items (empty: the whole schedule)."""

    family: str
    schedule: str
    path: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The canonical identifier of docs/contract: `N1-567-09-006/1/b/2/c`, `DAA-0567-2017-0007-0001`."""
        joiner = "-" if self.family == "DAA" else "/"
        return joiner.join((self.schedule, *self.path))

    @property
    def record_group(self) -> str | None:
        """Three digits (`567`), a letter group (`AU`), or None where the number names no record group."""
        value = _slot_value(self.schedule, "record group")
        return value if value is None or not value.isdigit() else value[-3:].zfill(3)

    @property
    def sequence(self) -> int | None:
        """The number's place in its series (6 in N1-567-09-006); None where the family counts no schedules."""
        value = _slot_value(self.schedule, "sequence")
        return int(value) if value is not None and value.isdigit() else None

    @property
    def series(self) -> str | None:
        """What the schedules of one record group and year share (N1-567-09); None where they are not counted."""
        return self.schedule.rpartition("-")[0] if self.sequence is not None else None

    @property
    def year(self) -> int | None:
        """The fiscal year of submission, for newer families sometimes the calendar year; None where none is given."""
        matched = _match(self.schedule)
        if matched is None:
            return None
        years = (slot.year(value) for slot, value in zip(matched[0].slots, matched[1], strict=True))
        return next((year for year in years if year is not None), None)

    def earliest_date(self) -> date | None:
        """The first day on which such a number can exist; None where the number says nothing of it.

        The year of N1 and NC1 numbers is the fiscal year of submission; for DAA, NC-1YY and NN-1YY it may be
        the calendar year, and the start of the fiscal year is the safe lower bound for both. Fiscal years
        start on 1 October of the year before, up to 1976 on 1 July (Pub. L. 93-344, sec. 501).
        """
        year = self.year
        if year is not None:
            return date(year - 1, 7 if year <= 1976 else 10, 1)
        matched = _match(self.schedule)
        since = matched[0].issued_since if matched else None
        return date(since, 1, 1) if since is not None else None


@lru_cache(maxsize=50_000)
def parse_identifier(canonical_id: str) -> AuthorityNumber | None:
    """The number behind a canonical identifier; None for anything that is not exactly canonical."""
    for family, pattern in _patterns():
        match = pattern.fullmatch(canonical_id)
        if match is not None:
            path = match["path"] or ""
            return AuthorityNumber(
                family=family.name,
                schedule=match["schedule"],
                path=tuple(path[1:].split(family.item_joiner)) if path else (),
            )
    return None


@lru_cache(maxsize=50_000)
def ancestors(canonical_id: str) -> tuple[str, ...]:
    """The items above an item, nearest first, and at last its schedule; empty for a schedule."""
    number = parse_identifier(canonical_id)
    if number is None:
        return ()
    return tuple(
        AuthorityNumber(family=number.family, schedule=number.schedule, path=number.path[:depth]).id
        for depth in range(len(number.path) - 1, -1, -1)
    )


@lru_cache(maxsize=50_000)
def _slot_value(schedule: str, name: str) -> str | None:
    matched = _match(schedule)
    if matched is None:
        return None
    family, values = matched
    return next((value for slot, value in zip(family.slots, values, strict=True) if slot.name == name), None)


@lru_cache(maxsize=10_000)
def _match(schedule: str) -> tuple[Family, tuple[str, ...]] | None:
    for family, pattern in _patterns():
        match = pattern.fullmatch(schedule)
        if match is not None:
            return family, tuple(match[f"slot{index}"] for index in range(len(family.slots)))
    return None


@cache
def _patterns() -> tuple[tuple[Family, re.Pattern[str]], ...]:
    return tuple((family, re.compile(_canonical(family), re.ASCII)) for family in families())


def _canonical(family: Family) -> str:
    slots = "-".join(f"(?P<slot{index}>{_canonical_slot(slot)})" for index, slot in enumerate(family.slots))
    schedule = re.escape(family.prefix + family.joiner) + slots
    if family.item == "none":
        return f"(?P<schedule>{schedule})(?P<path>)"
    if family.item == "number":
        item = f"[0-9]{{{family.item_widths[0]}}}"
        return f"(?P<schedule>{schedule})(?P<path>{re.escape(family.item_joiner)}{item})?"
    return f"(?P<schedule>{schedule})(?P<path>(?:/{_SEGMENT}){{1,8}})?"


def _canonical_slot(slot: Slot) -> str:
    if slot.values:
        return r"[0-9]\.[0-9]"
    digits = f"[0-9]{{{slot.pad}}}" if slot.pad else f"[1-9][0-9]{{0,{max(slot.widths) - 1}}}"
    return f"{digits}|[A-Z]{{2,4}}" if slot.letters else digits


def written_together(identifier: str) -> str | None:
    """How an item below one that has a code is written as often: N1-NU-93-012/4700.1a for N1-NU-93-012/4700.1/a."""
    number = parse_identifier(identifier)
    path = number.path if number else ()
    if number is None or len(path) < 2 or not _CODE.fullmatch(path[0]) or not re.fullmatch(r"[a-z]", path[1]):
        return None
    return f"{number.schedule}/{'/'.join((path[0] + path[1], *path[2:]))}"
