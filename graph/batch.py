"""A batch lookup: what is known of the numbers in one column of a table, in columns after the user's own."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from schedgraph.graph.asking import answers
from schedgraph.graph.given_table import GivenTable, GivenTableError, Line
from schedgraph.graph.spreadsheet import safe_cell
from schedgraph.graph.store import Store, UnknownAuthority
from schedgraph.graph.wording.numbers import how_read

ADDED = (
    "schedgraph_id",
    "schedgraph_verdict",
    "schedgraph_current",
    "schedgraph_caveats",
    "schedgraph_conflicts",
    "schedgraph_read_how",
)
BETWEEN, WITHIN = " | ", "; "
"""Between the answers for several numbers of one cell, and between the values of one answer."""


@dataclass(slots=True)
class Annotated:
    """The table with its answers, in bytes, and what went wrong by line of the file."""

    data: bytes = b""
    unknown: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def annotated(store: Store, table: GivenTable, **question: Any) -> Annotated:
    """Looks every number of the table up. `question` is as for `answers`. Raises GivenTableError, RuleError.

    Cells of a number that is not known are empty but for the last, which says why. A line with more cells than
    the header cannot be lined up with the new columns: it stays as it is and is told.
    """
    taken = {name.strip().casefold() for name in table.header.cells} & set(ADDED)
    if taken:
        raise GivenTableError(f"it has a column “{min(taken)}” already; take it out first")
    result = Annotated()
    seen: dict[str, tuple[tuple[str, ...], bool]] = {}
    parts = [table.header.text, _cells(table, ADDED), table.header.ending]
    for line in table.lines[1:]:
        if not line.cells:
            parts += [line.text, line.ending]
            continue
        missing = len(table.header.cells) - len(line.cells)
        if missing < 0:
            result.skipped.append(
                f"line {line.number} has {len(line.cells)} cells where the header has {len(table.header.cells)}; "
                "it was left as it is"
            )
            parts += [line.text, line.ending]
            continue
        written = _written(table, line)
        if written not in seen:
            seen[written] = _looked_up(store, written, question)
        cells, known = seen[written]
        if not known:
            result.unknown.append(f"line {line.number}: {cells[-1]}")
        parts += [line.text, table.delimiter * missing, _cells(table, cells), line.ending]
    result.data = table.bom + table.encoded("".join(parts))
    return result


def _written(table: GivenTable, line: Line) -> str:
    cell = line.cells[table.column] if table.column < len(line.cells) else ""
    # An apostrophe that a spreadsheet puts before what would be a formula is no part of the number.
    return " ".join(cell.split()).removeprefix("'")


def _looked_up(store: Store, written: str, question: dict[str, Any]) -> tuple[tuple[str, ...], bool]:
    """The new cells for what one cell holds, and whether everything in it is known."""
    if not written:
        return ("",) * (len(ADDED) - 1) + ("empty",), True
    found: list[tuple[str, ...]] = []
    known = True
    for each in answers(store, written, **question):
        if isinstance(each, UnknownAuthority):
            near = f" Near: {', '.join(each.near)}." if each.near else ""
            found.append(("",) * (len(ADDED) - 1) + (f"not known: {each}{near}",))
            known = False
            continue
        asked, answer = each
        found.append(
            (
                answer.id,
                answer.verdict,
                WITHIN.join(_current(answer.current)),
                WITHIN.join(dict.fromkeys(finding.code for finding in answer.caveats)),
                WITHIN.join(dict.fromkeys(finding.code for finding in answer.conflicts)),
                how_read(asked.reading),
            )
        )
    return tuple(BETWEEN.join(parts) for parts in zip(*found, strict=True)), known


def _current(ends: Any) -> Iterator[str]:
    for end in ends:
        condition = f", {end.condition}" if end.condition else ""
        yield end.id if end.scope == "certain" else f"{end.id} (possible{condition})"


def _cells(table: GivenTable, cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator="")
    writer.writerow(safe_cell(cell) for cell in cells)
    return table.delimiter + out.getvalue()
