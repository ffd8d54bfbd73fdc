"""The items of an agency that are dead, as a table from which NARA's form for inactive items can be filled in.

Source: NARA's page "Updating Schedules" (https://www.archives.gov/records-mgmt/scheduling/updates) links an
"Inactive Item Reporting Form", and memo AC 27.2024 (https://www.archives.gov/records-mgmt/memos/ac-27-2024) says
that what is reported on it goes into the RCS repository. The form itself could not be consulted, so the names of the
columns here are this project's own: they are to be copied into the form, not sent in its place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schedgraph.graph.answers import title
from schedgraph.graph.casefile import CaseFile, schedule_of
from schedgraph.graph.judgement import DEAD
from schedgraph.graph.reports.table import SEPARATOR, Table, one_line, sources
from schedgraph.graph.selection import agency_of, group_of, with_instruction
from schedgraph.graph.statements import Statement
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Walk, walk

COLUMNS = (
    "Record Group",
    "Agency",
    "Records Schedule",
    "Item",
    "Disposition Authority",
    "Title",
    "Reason",
    "Superseded by",
    "Possibly superseded by",
    "Date",
    "Marked on the schedule",
    "Conflicts",
    "Caveats",
    "Sources",
)

_ON_THE_SCHEDULE = frozenset(
    {"superseded-by", "annotation", "stamp", "successor-unreadable", "item-status", "action-taken"}
)
_OPEN = frozenset({"indeterminate", "partially-superseded", "unseen"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dead:
    id: str
    walked: Walk


def inactive_items(case: CaseFile, identifiers: Sequence[str], documents: Mapping[str, str]) -> Table:
    """The dead items among `identifiers` that documents show, one a row, and what was left out.

    "Marked on the schedule" tells whether a document of the item's own schedule already says so: what is `no`
    there rests on other documents alone, and NARA may not have it. Items whose standing is open are not reported;
    `left_out` names them.
    """
    bench = Bench(case)
    items = with_instruction(case, identifiers)
    dead, left_out = [], []
    for identifier in items:
        walked = walk(bench, identifier)
        verdict = walked.judgement.verdict
        if verdict in DEAD:
            dead.append(_Dead(id=identifier, walked=walked))
        elif verdict in _OPEN:
            codes = ", ".join(dict.fromkeys(each.code for each in walked.conflicts)) or "no conflict"
            left_out.append(f"{identifier} is {verdict} ({codes}); settle that before it is reported")
    rows = tuple(tuple(_row(case, each, documents)) for each in dead)
    return Table(columns=COLUMNS, rows=rows, left_out=tuple(left_out))


def _row(case: CaseFile, dead: _Dead, documents: Mapping[str, str]) -> Iterator[str]:
    judgement, schedule = dead.walked.judgement, schedule_of(dead.id)
    number = next((each for each in case.about(dead.id) if each.predicate == "item-of"), None)
    statements = _said(dead.walked)
    dates = sorted({each.since.isoformat() for each in judgement.successions if each.settled and each.since})
    yield group_of(dead.id)
    yield agency_of(case, dead.id)
    yield schedule
    yield (number.printed if number else None) or dead.id.removeprefix(schedule).lstrip("/-")
    yield dead.id
    yield one_line(title(case, dead.id))
    yield judgement.verdict
    for certain in (True, False):
        yield SEPARATOR.join(
            sorted(
                {
                    each.new
                    for each in judgement.successions
                    if (each.settled and each.target_certain) is certain
                }
            )
        )
    yield SEPARATOR.join(dates)
    yield "yes" if any(_is_on_schedule(case, each, dead.id) for each in statements) else "no"
    yield SEPARATOR.join(sorted({each.code for each in dead.walked.conflicts}))
    yield SEPARATOR.join(sorted({each.code for each in dead.walked.caveats}))
    yield sources(statements, documents)


def _said(walked: Walk) -> tuple[Statement, ...]:
    """What the verdict is drawn from: the steps that lead on, and the marks that declare it dead."""
    judgement = walked.judgement
    told = [said for each in judgement.successions for said in each.statements]
    told += [
        said
        for each in (*judgement.conflicts, *judgement.caveats)
        for said in each.statements
        if said.predicate in _ON_THE_SCHEDULE
    ]
    return tuple({each.key: each for each in told}.values())


def _is_on_schedule(case: CaseFile, said: Statement, identifier: str) -> bool:
    schedule = schedule_of(identifier)
    shows = {each.document for each in case.about(schedule) if each.predicate == "form"}
    return (
        said.predicate in _ON_THE_SCHEDULE
        and schedule_of(said.subject) == schedule
        and said.document in shows
    )
