"""Record groups: which department a number such as N1-567-… belongs to (36 CFR 1226.14(c) turns on it)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from schedgraph.corpus.inventory import files_of
from schedgraph.corpus.table import CorpusError, Row, rows

COLUMNS: Final = ("number", "name", "department", "valid_from", "valid_to", "confidence", "source", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordGroup:
    """A record group of the National Archives.

    `number` has three digits; a date that no source gives is None. `department` is the executive
    department, or the agency itself where it is independent.
    """

    number: str
    name: str
    department: str
    valid_from: date | None
    valid_to: date | None
    confidence: float
    source: str
    note: str


@cache
def record_groups() -> tuple[RecordGroup, ...]:
    """The record groups that are known here, by number. A number that is missing is unknown, not invalid."""
    found = tuple(_record_group(row) for path in files_of("record-groups") for row in rows(path, COLUMNS))
    numbers = [group.number for group in found]
    if numbers != sorted(set(numbers)):
        raise CorpusError("record_groups.tsv: the numbers are not in order, or one stands there twice")
    return found


def _record_group(row: Row) -> RecordGroup:
    number = row.required("number")
    if len(number) != 3 or not number.isdigit():
        raise row.error("number", f"{number!r} has not three digits")
    return RecordGroup(
        number=number,
        name=row.required("name"),
        department=row.required("department"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        confidence=row.share("confidence"),
        source=row.required("source"),
        note=row.cells["note"],
    )
