"""Departments over time: which one a record group belonged to, since when (36 CFR 1226.14(c) turns on it)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from schedgraph.corpus.inventory import files_of
from schedgraph.corpus.record_group import COLUMNS as GROUP_COLUMNS
from schedgraph.corpus.table import Row, Sourced, rows, sourced

COLUMNS: Final = ("record_group", "department", "since", "confidence", "source", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentRow(Sourced):
    """`record_group` (three digits) belonged to `department` from `since` on, until a later row says otherwise.

    Where `since` is None no source gives the day: it holds for all days before the next row.
    """

    record_group: str
    department: str
    since: date | None


@cache
def departments() -> tuple[DepartmentRow, ...]:
    """Every row that gives a department: those of the record groups, then those of their changes."""
    listed = (
        _department(row, "number", "valid_from")
        for path in files_of("record-groups")
        for row in rows(path, GROUP_COLUMNS)
    )
    changed = (
        _department(row, "record_group", "since")
        for path in files_of("departments")
        for row in rows(path, COLUMNS)
    )
    return (*listed, *changed)


def _department(row: Row, group: str, since: str) -> DepartmentRow:
    number = row.required(group)
    if len(number) != 3 or not number.isdigit():
        raise row.error(group, f"{number!r} has not three digits")
    return DepartmentRow(
        record_group=number,
        department=row.required("department"),
        since=row.day(since),
        **sourced(row),
    )
