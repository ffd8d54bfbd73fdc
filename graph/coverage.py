"""What the corpus holds and lacks: by record group, year and sequence, and until when it knows of each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from schedgraph.graph.answers import horizon
from schedgraph.graph.casefile import CaseFile, schedule_of
from schedgraph.graph.standing import is_seen
from schedgraph.parser.authority.number import parse_identifier

MOST_GAPS = 1000
"""Numbers of one series that are listed as not accounted for; a series that is misread must not fill the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The schedules of one record group and year (N1-567-09), or of a family that counts through.

    `held` are shown by a document, `lacking` are named and not shown; `unaccounted` are lower numbers than the
    highest of these that nothing names: they may exist, or may never have been used. `until` is the newest date
    up to which the corpus says anything about the series.
    """

    series: str
    record_group: str | None
    year: int | None
    held: tuple[str, ...]
    lacking: tuple[str, ...]
    unaccounted: tuple[str, ...]
    until: date | None

    def to_json(self) -> dict[str, Any]:
        """The object that `audit --coverage --format json` prints for it."""
        return {
            "series": self.series,
            "record_group": self.record_group,
            "year": self.year,
            "held": list(self.held),
            "lacking": list(self.lacking),
            "unaccounted": list(self.unaccounted),
            "until": self.until.isoformat() if self.until else None,
        }


def coverage(case: CaseFile, identifiers: Iterable[str]) -> tuple[Series, ...]:
    """Every series of which a document or a fact names a schedule, by record group, year and family.

    General schedules, and others that are not counted within a year, stand in one series by their family.
    """
    schedules: defaultdict[str, set[str]] = defaultdict(set)
    for schedule in {schedule_of(each) for each in identifiers}:
        number = parse_identifier(schedule)
        if number is not None:
            schedules[number.series or number.family].add(schedule)
    return tuple(sorted((_series(case, *each) for each in schedules.items()), key=_order))


def _series(case: CaseFile, name: str, schedules: set[str]) -> Series:
    held = {each for each in schedules if is_seen(case, each)}
    numbers = [number for each in schedules if (number := parse_identifier(each))]
    days = [day for each in held if (day := horizon(case, each, ()))]
    return Series(
        series=name,
        record_group=numbers[0].record_group,
        year=numbers[0].year,
        held=tuple(sorted(held)),
        lacking=tuple(sorted(schedules - held)),
        unaccounted=_unaccounted(name, schedules),
        until=max(days, default=None),
    )


def _unaccounted(name: str, schedules: set[str]) -> tuple[str, ...]:
    numbers = {each: parse_identifier(each) for each in schedules}
    known = {number.sequence for number in numbers.values() if number and number.sequence is not None}
    if not known or all(number is None or number.year is None for number in numbers.values()):
        return ()
    width = max(len(each.rpartition("-")[2]) for each in schedules)
    padded = any(each.rpartition("-")[2].startswith("0") for each in schedules) or width > 2
    missing = [each for each in range(1, max(known)) if each not in known][:MOST_GAPS]
    return tuple(f"{name}-{each:0{width}d}" if padded else f"{name}-{each}" for each in missing)


def _order(series: Series) -> tuple[str, int, str]:
    return (series.record_group or "", series.year or 0, series.series)
