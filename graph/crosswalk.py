"""A crosswalk: for each item of a schedule or a record group what replaced it, or what it replaced.

One row a step that a source states, and one for each item of which no step is known, so that an empty cell is
seen and not guessed at.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from schedgraph.graph.answers import title
from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.lineage import predecessors
from schedgraph.graph.reports.table import SEPARATOR, Table, one_line, sources
from schedgraph.graph.selection import with_instruction
from schedgraph.graph.succession import same_authorities
from schedgraph.graph.successor import Succession
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Walk, walk

CrosswalkDirection = Literal["old-to-new", "new-to-old"]

COLUMNS = (
    "old",
    "old_title",
    "old_verdict",
    "new",
    "new_title",
    "new_verdict",
    "scope",
    "condition",
    "effective",
    "rule",
    "written_for",
    "current",
    "possible_current",
    "conflicts",
    "sources",
)


def crosswalk(
    case: CaseFile, identifiers: Sequence[str], direction: CrosswalkDirection, documents: Mapping[str, str]
) -> Table:
    """The rows for the items among `identifiers`, in the order of the side that was asked for.

    `scope` is certain or possible, `effective` the day since when, `current` and `possible_current` are the ends
    to which the lineage of the old item leads today. Items that nothing shows count too where a source names them.
    """
    bench = Bench(case)
    items = with_instruction(case, identifiers, shown=False)
    rows: list[tuple[str, ...]] = []
    left_out: list[str] = []
    for item in items:
        made = (
            _forward(bench, item, documents) if direction == "old-to-new" else _back(bench, item, documents)
        )
        found = list(made)
        if not found:
            alone = _forward_alone(bench, item) if direction == "old-to-new" else _back_alone(bench, item)
            found = [alone]
            what = "what replaced it" if direction == "old-to-new" else "what it replaced"
            left_out.append(f"{item}: no source names {what}")
        rows += found
    return Table(columns=COLUMNS, rows=tuple(rows), left_out=tuple(left_out))


def _forward(bench: Bench, item: str, documents: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    walked = walk(bench, item)
    steps = [(step, scope) for step, scope in walked.links if step.old == item]
    for step, scope in sorted(steps, key=lambda each: (each[1], each[0].new)):
        yield _row(bench, walked, step, scope, documents)


def _back(bench: Bench, item: str, documents: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    names = same_authorities(bench.case, item)
    for old in predecessors(bench.case, item):
        walked = walk(bench, old)
        for step, scope in walked.links:
            if step.old == old and step.new in names:
                yield _row(bench, walked, step, scope, documents)


def _row(
    bench: Bench, walked: Walk, step: Succession, scope: str, documents: Mapping[str, str]
) -> tuple[str, ...]:
    return (
        *_side(bench, step.old),
        *_side(bench, step.new),
        scope,
        f"if {step.condition}" if step.condition else "",
        step.since.isoformat() if step.since else "",
        step.rule,
        step.written_for or "",
        *_ends(walked),
        SEPARATOR.join(sorted({each.code for each in walked.conflicts})),
        sources(step.statements, documents),
    )


def _forward_alone(bench: Bench, item: str) -> tuple[str, ...]:
    walked = walk(bench, item)
    conflicts = SEPARATOR.join(sorted({each.code for each in walked.conflicts}))
    return (*_side(bench, item), *("",) * 8, *_ends(walked), conflicts, "")


def _back_alone(bench: Bench, item: str) -> tuple[str, ...]:
    return (*("",) * 3, *_side(bench, item), *("",) * 9)


def _side(bench: Bench, identifier: str) -> tuple[str, str, str]:
    return identifier, one_line(title(bench.case, identifier)), bench.judge(identifier).verdict


def _ends(walked: Walk) -> tuple[str, str]:
    certain, possible = (
        SEPARATOR.join(end.id for end in walked.ends if end.scope == scope)
        for scope in ("certain", "possible")
    )
    return certain, possible
