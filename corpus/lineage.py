"""What replaced what, as sources other than the schedules themselves say it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from schedgraph.corpus.inventory import files_of
from schedgraph.corpus.table import CorpusError, Row, Sourced, rows, sourced

FactRelation = Literal["superseded-by", "same-as", "part-of", "does-not-supersede", "corrects", "proposed"]
FactScope = Literal["all-items", "item", "item-not-stated"]
Certainty = Literal["certain", "possible"]

RELATIONS: Final = ("superseded-by", "same-as", "part-of", "does-not-supersede", "corrects", "proposed")
SCOPES: Final = ("all-items", "item", "item-not-stated")
CERTAINTIES: Final = ("certain", "possible")
COLUMNS: Final = (
    "group", "old", "new", "relation", "about", "scope", "certainty",
    "date", "date_kind", "known_by", "confidence", "source", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow(Sourced):
    """One row: what `relation` says of the older number and the newer one.

    `group` joins the rows of one statement. `certainty` is possible where the source leaves open which
    target of the group, or which item, is meant. `scope` says how much of `old` is meant. `dated` is the day
    since which it holds, None where the source gives none (then `date_kind` is "not-stated"); `known_by` is
    a day on which it certainly held, most often the source's own date. `about` is given for corrections
    alone: the authority in whose entry `old` was printed where `new` is right.

    `file` (as the manifest names it), `line`, `quote`, `start` and `end` say where the row stands, so that an
    answer can quote it.
    """

    group: str
    old: str
    new: str
    relation: FactRelation
    about: str | None
    scope: FactScope
    certainty: Certainty
    dated: date | None
    date_kind: str
    known_by: date | None
    note: str
    line: int

    @property
    def subject(self) -> str:
        """The number of which `relation` is true when read as a sentence: subject, relation, object."""
        return self.new if self.relation in ("does-not-supersede", "corrects") else self.old

    @property
    def object(self) -> str:
        """The other number."""
        return self.old if self.relation in ("does-not-supersede", "corrects") else self.new


@cache
def facts() -> tuple[FactRow, ...]:
    """Every row of every table of lineage in the manifest, in the order of the files."""
    found = tuple(fact for path in files_of("lineage") for fact in read_facts(path))
    seen: dict[tuple[str, ...], FactRow] = {}
    for fact in found:
        first = seen.setdefault((fact.old, fact.new, fact.relation, fact.about or ""), fact)
        if first is not fact:
            raise CorpusError(
                f"{fact.file}, line {fact.line}: says again what {first.file}, line {first.line} says"
            )
    return found


def read_facts(path: Path) -> tuple[FactRow, ...]:
    """The rows of one table of lineage."""
    return tuple(_fact(row) for row in rows(path, COLUMNS))


def _fact(row: Row) -> FactRow:
    relation = cast("FactRelation", row.one_of("relation", RELATIONS))
    about = row.cells["about"] or None
    if (relation == "corrects") != (about is not None):
        raise row.error("about", "is for corrections, and every correction has it")
    if row.required("old") == row.required("new"):
        raise row.error("new", "is the same number as old")
    day = row.day("date")
    if (row.required("date_kind") == "not-stated") != (day is None):
        raise row.error("date_kind", "is 'not-stated' where there is no date, and only there")
    return FactRow(
        group=row.required("group"),
        old=row.cells["old"],
        new=row.cells["new"],
        relation=relation,
        about=about,
        scope=cast("FactScope", row.one_of("scope", SCOPES)),
        certainty=cast("Certainty", row.one_of("certainty", CERTAINTIES)),
        dated=day,
        date_kind=row.cells["date_kind"],
        known_by=row.day("known_by"),
        note=row.cells["note"],
        line=row.line,
        **sourced(row),
    )
