"""General Records Schedules that an agency may use or leave (36 CFR 1227.12): a supersession by them is conditional."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from schedgraph.corpus.inventory import files_of
from schedgraph.corpus.table import Sourced, rows, sourced

COLUMNS: Final = ("authority", "use", "since", "confidence", "source", "note")
USES: Final = ("optional",)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrsUseRow(Sourced):
    """`authority`, a schedule of the GRS or an item of one, is `use` since `since`."""

    authority: str
    use: str
    since: date | None


@cache
def grs_uses() -> tuple[GrsUseRow, ...]:
    """Every row. An authority that is missing may be required or optional: it is not known."""
    return tuple(
        GrsUseRow(
            authority=row.required("authority"),
            use=row.one_of("use", USES),
            since=row.day("since"),
            **sourced(row),
        )
        for path in files_of("grs-use")
        for row in rows(path, COLUMNS)
    )
