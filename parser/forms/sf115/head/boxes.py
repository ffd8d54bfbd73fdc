"""The boxes at the head of the form: each label with its value, wherever the layout put it.

A value stands on its label's line, behind it or before it, in the next cell, in the same column of a line
below, or, where OCR ran several boxes together, somewhere in the line below all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import find_dates
from schedgraph.parser.forms.sf115.head.above import fill_from_above, fill_from_within
from schedgraph.parser.forms.sf115.head.across import fill_across
from schedgraph.parser.forms.sf115.head.boxparts import (
    ALIGNED,
    VALUELESS,
    Part,
    fits,
    parts_of,
    same_column,
    telephone,
)
from schedgraph.parser.forms.sf115.head.ordered import fill_by_order
from schedgraph.parser.forms.sf115.table.cells import Cell
from schedgraph.parser.forms.sf115.table.entries import indent_of
from schedgraph.parser.passage import Passage

# What a label leaves before its value: "(Agency or establishment) Department of Labor", ") NASA"
_REMNANT = re.compile(
    r"\W*(?:(?:agency|department) or (?:est\w{5,14}|agency)|include area code|mm[/ ]?dd[/ ]?yy(?:yy)?)\b\W*"
    r"|[\s.:_|]*\)[\s.:_|]*",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(r"[A-Za-z]{3,9}[.]?\s[0-9]{1,2},?")
_TO = re.compile(r"\W*to\b", re.IGNORECASE)
_FARTHEST = 4

_MOST_LINES = 3
_FAR = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A label and its value. `row` is the index of the label's line, `cell` its place on it."""

    name: str
    kind: str
    value: Passage | None
    row: int
    label: Passage
    cell: Cell
    by_order: bool = False


def read_boxes(blocks: Sequence[Block]) -> tuple[Box, ...]:
    """The boxes that the lines of a form's head hold, in reading order."""
    rows = [list(parts_of(block, row)) for row, block in enumerate(blocks)]
    _free_agencies(rows)
    fill_from_within(rows)
    fill_from_above(rows)
    fill_by_order(rows)
    fill_across(rows)
    for row, parts in enumerate(rows):
        crowd = [part for part in parts if part.match and part.kind not in VALUELESS and part.value is None]
        loose = rows[row + 1] if row + 1 < len(rows) else []
        if (
            len({part.cell.index for part in crowd}) == 1 < len(crowd)
            and len(loose) == 1
            and not loose[0].match
        ):
            _share(crowd, loose[0])
    for row, parts in enumerate(rows):
        for position, part in enumerate(parts):
            if part.match and part.value is None and part.kind not in VALUELESS:
                part.value = _value(rows, row, position)
    return tuple(
        Box(
            name=part.name,
            kind=part.kind,
            value=_without_remnant(part.value),
            row=row,
            label=part.passage,
            cell=part.cell,
            by_order=part.by_order,
        )
        for row, parts in enumerate(rows)
        for part in parts
        if part.match
    )


def _without_remnant(value: Passage | None) -> Passage | None:
    """A value without the end of its label, which another cell or line holds."""
    value = value.strip(" |") if value else None
    remnant = _REMNANT.match(value.text) if value else None
    if value is None or remnant is None:
        return value
    return value.slice(remnant.end()) or None


def _free_agencies(rows: list[list[Part]]) -> None:
    """The agency that asks may be the National Archives itself, to whose name forms are addressed."""
    for row, parts in enumerate(rows):
        for position, part in enumerate(parts):
            if part.name != "from" or part.value is not None:
                continue
            below = rows[row + 1] if row + 1 < len(rows) else []
            near = [*parts[position + 1 : position + 2], *(each for each in below if same_column(part, each))]
            for other in near:
                if other.name == "to" and not _TO.match(other.passage.text):
                    other.passage, other.match, other.value = other.cell.passage, None, None


def _share(labels: list[Part], loose: Part) -> None:
    """Several labels run together over one line of values: each takes what looks like its own."""
    rest = loose.passage
    for part in labels:
        span = None
        if part.kind == "date":
            dates = find_dates(rest.text)
            span = (dates[0].start, dates[0].end) if dates else None
        elif part.kind == "telephone":
            span = telephone(rest.text)
        elif part.kind == "number":
            numbers = find_numbers(rest.text)
            span = (numbers[0].start, numbers[0].end) if numbers else None
        if span:
            part.value = rest.slice(*span)
            before, after = rest.part(0, span[0]), rest.part(span[1])
            texts = [each for each in labels if each.kind == "text" and each.value is None]
            place = labels.index(part)
            for each in texts:
                piece = before if labels.index(each) < place else after
                if piece and fits("text", piece):
                    each.value = piece
                    piece = Passage(text="")
            rest = after or before
            loose.used = True
    texts = [each for each in labels if each.kind == "text" and each.value is None]
    if len(texts) == 1 and not loose.used and fits("text", rest):
        texts[0].value, loose.used = rest, True


def _value(rows: list[list[Part]], row: int, position: int) -> Passage | None:
    part = rows[row][position]
    following = rows[row][position + 1 : position + 2]
    beside = following and not _of_right_column(rows, row, part, following[0])
    if beside and _takes(part, following[0]) and following[0].cell.index > part.cell.index:
        following[0].used = True
        return following[0].passage
    lines: list[Part] = []
    owners = _owners_of_columns(rows[: row + 1 + _FARTHEST])
    for below in range(row + 1, min(row + 1 + _FARTHEST, len(rows))):
        if part.kind == "date" and _is_box_6(rows[below]):
            # There the agency signs: whose a date in columns of spaces is, its line must tell.
            break
        candidate = _below(rows[row], part, rows[below])
        if candidate is None:
            if lines or any(each.match and each.cell.index == part.cell.index for each in rows[below]):
                break
            continue
        if (
            candidate.match
            and part.kind == "date"
            and not part.cell.tabbed
            and not same_column(part, candidate)
        ):
            # "2. MAJOR SUBDIVISION" stands at the left margin of a line on which the right column is empty.
            continue
        if candidate.match or candidate.used or (lines and part.kind not in ("text",)):
            break
        if _of_another_column(part, candidate, lines, owners):
            break
        if not fits(part.kind, candidate.passage):
            if part.kind == "text" or lines:
                break
            if wrapped := _wrapped_date(rows, below, part, candidate):
                lines = [candidate, wrapped]
                break
            continue
        lines.append(candidate)
        if len(lines) == _MOST_LINES or part.name in ("confer", "signature", "signer-title", "archivist"):
            break
    if not lines and part.kind == "date" and row:
        # Signed forms show the date over its label.
        above = _below(rows[row], part, rows[row - 1])
        if above is None and row > 1 and part.cell.tabbed:
            # A line for the pen may part the two.
            above = _below(rows[row], part, rows[row - 2])
        if above and not above.match and not above.used and fits("date", above.passage):
            lines = [above]
    for line in lines:
        line.used = True
    return Passage.join([line.passage for line in lines]) if lines else None


def _wrapped_date(rows: list[list[Part]], row: int, label: Part, first: Part) -> Part | None:
    """The line below `first` in its cell of a table, where the two make a date: "October 2," over "2007"."""
    if label.kind != "date" or not label.cell.tabbed or row + 1 == len(rows):
        return None
    second = _below([label], label, rows[row + 1])
    if second is None or second.match or second.used:
        return None
    both = Passage.join([first.passage, second.passage], " ")
    return second if _MONTH_AND_DAY.fullmatch(first.passage.text) and fits("date", both) else None


def _of_right_column(rows: Sequence[Sequence[Part]], row: int, label: Part, beside: Part) -> bool:
    """Whether what stands beside a label of words is a line of the right column, the label's own value below it.

    The right column runs on from the line above; and it runs on below, or the left one has a value above, too.
    """
    if label.kind != "text" or beside.cell.tabbed or row == 0 or row + 1 == len(rows):
        return False
    left, right = label.cell.column, beside.cell.column
    above, over = _loose_at(rows[row - 1], right), _loose_at(rows[row - 1], left)
    own, below = _loose_at(rows[row + 1], left), _loose_at(rows[row + 1], right)
    return above is not None and own is not None and (below is not None or over is not None)


def _loose_at(row: Sequence[Part], column: int) -> Part | None:
    return next((part for part in row if abs(part.cell.column - column) <= ALIGNED and not part.match), None)


def _is_box_6(row: Sequence[Part]) -> bool:
    return any(part.name == "certification" and not part.cell.tabbed for part in row)


def _owners_of_columns(rows: Sequence[Sequence[Part]]) -> list[Part]:
    return [part for parts in rows for part in parts if part.match and not part.cell.tabbed]


def _of_another_column(part: Part, candidate: Part, lines: Sequence[Part], owners: Sequence[Part]) -> bool:
    """Whether a loose value far to the right stands below the labels of another column."""
    if part.cell.tabbed or candidate.cell.tabbed:
        return False
    here = lines[0].cell.column if lines else indent_of(part.passage)
    if candidate.cell.column - here <= _FAR:
        return False
    return any(abs(candidate.cell.column - indent_of(each.passage)) <= ALIGNED for each in owners)


def _takes(part: Part, other: Part) -> bool:
    return not other.match and not other.used and fits(part.kind, other.passage)


def _below(labels: list[Part], part: Part, row: list[Part]) -> Part | None:
    """The part of a lower line that stands in the column of `part`."""
    if not row:
        return None
    heads = {each.cell.index: each for each in labels}
    column = indent_of(part.passage)
    if not part.cell.tabbed and column > _FAR:
        slack = ALIGNED if part.kind == "date" else 0
        under = [each for each in row if abs(each.cell.column - column) <= slack]
        if len(under) == 1:
            return under[0]
    if part.cell.tabbed or any(each.cell.tabbed for each in row):
        same = [each for each in row if each.cell.index == part.cell.index]
        alone = len(row) == 1 and len(heads) == 1
        return row[0] if alone else (same[0] if same else None)
    if len(row) == 1 and len(heads) == 1:
        return row[0]
    # Two labels may share a cell ("4. NAME OF PERSON  5. TELEPHONE"), so each counts where it begins.
    begins = {id(each): indent_of(each.passage) for each in labels if each.match}
    aligned = any(abs(each.cell.column - column) <= ALIGNED for each in row for column in begins.values())
    if len(heads) == len({each.cell.index for each in row}) and not aligned:
        return next((each for each in row if each.cell.index == part.cell.index), None)
    nearest = min(row, key=lambda each: abs(each.cell.column - begins[id(part)]))
    if len(begins) == 1:
        return nearest if aligned and same_column(part, nearest) else (None if aligned else row[0])
    owner = min(begins, key=lambda each: abs(begins[each] - nearest.cell.column))
    return nearest if owner == id(part) else None
