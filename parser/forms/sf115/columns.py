"""The heading row of the items table, and which cell of a line belongs to which column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.cells import Cell, cells_of
from schedgraph.parser.forms.sf115.entries import indent_of
from schedgraph.parser.forms.sf115.gutters import SLACK, fitted, is_laid_out
from schedgraph.parser.labels import Label, find_labels, fold, load_labels, match_label

_NEAR = 6
"""The columns' labels stand within so many lines of each other where each has a line of its own."""

# Comparing a damaged label is dear: a line without any scrap of "Description of Item" is no heading row.
_MAY_LABEL = re.compile(r"desc|cript|ption|of[ ]item", re.IGNORECASE)
_TWO_SPACES = re.compile(r"[ ]{2}$")
_LONGEST_LABEL = 130
_FEWEST_STACKED = 3
_LONGEST_HEADING = 240

_FURTHER_WORDING = (
    "(With Inclusive Dates or Retention Periods) (NARA Use Only) (NARS Use Only) Item No. Job No. Taken "
    "GRS or Superseded Job Citation Sample or Job No. Action Taken"
)
_BOX_NUMBERS = re.compile(r"\b7[.,]? {0,3}.{0,30}\b8[.,]?.{4,80}\b9[.,]?.{1,40}\b(?:10|1O|lO|l0)\b")
_SAMPLE = re.compile(r"\bsample\b", re.IGNORECASE)

_TABLE_ROLES = frozenset({"number", "description", "citation", "sample", "action"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a table: a role for each cell index, or for each source column.

    `by_index` holds for tabs, `by_offset` for runs of spaces; where the headings ran together both are
    empty, and only the order of the columns is known.
    """

    by_index: tuple[tuple[int, str], ...] = ()
    by_offset: tuple[tuple[int, str], ...] = ()
    roles: frozenset[str] = frozenset()

    @property
    def on_own_lines(self) -> bool:
        """Whether only the order of the columns is known, and column 9 is among them."""
        return not (self.by_index or self.by_offset) and bool(self.roles & {"citation", "sample"})

    def role(self, cell: Cell, *, tabbed: bool) -> str | None:
        """The role of a cell, None where the heading does not tell."""
        if tabbed:
            return dict(self.by_index).get(cell.index)
        left = [role for offset, role in self.by_offset if offset - SLACK <= cell.column]
        return left[-1] if left else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column heading found at blocks `start` to `end` (exclusive).

    `presumed` tells that the offsets count only where the lines below are laid out in columns.
    """

    start: int
    end: int
    columns: Columns
    presumed: bool = False


@cache
def column_labels() -> tuple[Label, ...]:
    """The labels of columns.toml."""
    return load_labels(files("schedgraph.parser.forms.sf115").joinpath("columns.toml"))


def find_headings(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """Every heading row of an items table, those of continuation sheets too."""
    headings: list[Heading] = []
    index = 0
    while index < len(blocks):
        heading = _heading_row(blocks, index) or _heading_lines(blocks, index)
        if heading is None:
            index += 1
            continue
        headings.append(heading)
        index = heading.end
    ends = [*(heading.start for heading in headings[1:]), len(blocks)]
    return tuple(
        _fitted(heading, blocks[heading.end : end]) for heading, end in zip(headings, ends, strict=False)
    )


def _fitted(heading: Heading, body: Sequence[Block]) -> Heading:
    columns = heading.columns
    if not columns.by_offset:
        return heading
    by_offset = fitted(columns.by_offset, body)
    if heading.presumed and not is_laid_out(by_offset, body):
        # Labels that two spaces part may stand over lines in which one blank parts the columns.
        by_offset = ()
    return replace(heading, columns=replace(columns, by_offset=by_offset))


def _heading_row(blocks: Sequence[Block], index: int) -> Heading | None:
    """A line that labels two columns and more."""
    block = blocks[index]
    tabbed = len(block.cells) > 1
    cells = cells_of(block)
    if not tabbed and len(cells) > 1:
        cells = tuple(part for cell in cells for part in _labels_apart(cell))
    labelled = [(cell, label) for cell in cells if (label := _role(cell.passage.text))]
    if len({label for _, label in labelled}) >= 2 and len(labelled) >= len(cells) - 1 and _is_table(labelled):
        end = _wrapped_end(blocks, index + 1)
        if not tabbed:
            labelled = [*_stacked_number(cells, labelled, blocks[index + 1 : end]), *labelled]
        by_index = tuple((cell.index, role) for cell, role in labelled) if tabbed else ()
        by_offset = () if tabbed else tuple((cell.column, role) for cell, role in labelled)
        roles = frozenset(role for _, role in labelled)
        return Heading(
            start=index, end=end, columns=Columns(by_index=by_index, by_offset=by_offset, roles=roles)
        )
    if not tabbed and (stacked := _stacked_row(blocks, index, cells)):
        return stacked
    text = block.passage.text
    if cells and not tabbed and len(text) <= _LONGEST_HEADING and _MAY_LABEL.search(text):
        # Labels that two spaces part, or one, stand in one cell; only their order tells.
        found = find_labels(text, column_labels())
        roles = frozenset(match.label.name for match in found)
        covered = sum(match.end - match.start for match in found)
        if len(roles) >= 3 and "description" in roles and 2 * covered > len("".join(text.split())):
            apart = len(roles) == len(found) and all(
                _TWO_SPACES.search(text[: each.start]) for each in found[1:]
            )
            offsets = tuple((indent_of(block.passage.slice(each.start)), each.label.name) for each in found)
            columns = Columns(by_offset=offsets if apart else (), roles=roles)
            end = _wrapped_end(blocks, index + 1)
            return Heading(start=index, end=end, columns=columns, presumed=True)
    return _run_together(blocks, index) if not tabbed and len(cells) == 1 else None


def _run_together(blocks: Sequence[Block], index: int) -> Heading | None:
    """Heads of several lines read across: "7. 8. DESCRIPTION OF ITEM 9. GAS OR 10. ACTION" over "ITEM SUPERSEDED TAKEN"."""
    text = blocks[index].passage.text
    if not _BOX_NUMBERS.search(text) or not _MAY_LABEL.search(text):
        return None
    if all(match.label.name != "description" for match in find_labels(text, column_labels())):
        return None
    end, limit = index + 1, min(len(blocks), index + 1 + _NEAR)
    while end < limit and not blocks[end].gap and _is_of_labels(blocks[end].text):
        end += 1
    below = " ".join(block.text for block in blocks[index:end])
    ninth = "sample" if _SAMPLE.search(below) else "citation"
    return Heading(
        start=index, end=end, columns=Columns(roles=frozenset({"number", "description", ninth, "action"}))
    )


def _is_of_labels(text: str) -> bool:
    """Whether every word of a line is one of the columns' labels."""
    words = [fold(word) for word in re.findall(r"[A-Za-z]{2,}", text)]
    return bool(words) and all(word in _words_of_labels() for word in words)


@cache
def _words_of_labels() -> frozenset[str]:
    printed = [wording for label in column_labels() for wording in label.wordings]
    return frozenset(
        fold(word) for text in (*printed, _FURTHER_WORDING) for word in re.findall("[A-Za-z]+", text)
    )


def _labels_apart(cell: Cell) -> tuple[Cell, ...]:
    """The cells of "7. ITEM NO.  8. DESCRIPTION OF ITEM", where the line shows with wider gaps that it is laid out."""
    found = (
        find_labels(cell.passage.text, column_labels()) if len(cell.passage.text) <= _LONGEST_LABEL else ()
    )
    covered = sum(match.end - match.start for match in found)
    if len({match.label.name for match in found}) < max(2, len(found)) or 4 * covered < 3 * len(
        cell.passage.text
    ):
        return (cell,)
    ends = [*(match.start for match in found[1:]), len(cell.passage.text)]
    parts = [cell.passage.slice(match.start, end).strip() for match, end in zip(found, ends, strict=True)]
    return tuple(replace(cell, passage=part, column=indent_of(part)) for part in parts)


def _stacked_row(blocks: Sequence[Block], index: int, cells: Sequence[Cell]) -> Heading | None:
    """A row whose labels are stacked, none of them whole on a line: `9. GAS OR` over `SUPERSEDED` over `CITATION`."""
    if len(cells) < _FEWEST_STACKED or not any(_MAY_LABEL.search(cell.passage.text) for cell in cells):
        return None
    stacks = [[cell.passage.text] for cell in cells]
    found: Heading | None = None
    for position in range(index + 1, min(len(blocks), index + 1 + _NEAR)):
        block = blocks[position]
        below = [(_above(cell, cells), cell.passage.text) for cell in cells_of(block)]
        if block.gap or len(block.cells) > 1 or not below:
            break
        for place, text in below:
            if place is None:
                return found
            stacks[place].append(text)
        labelled = [
            (cell, role)
            for cell, stack in zip(cells, stacks, strict=True)
            if (role := _role(" ".join(stack)))
        ]
        roles = frozenset(role for _, role in labelled)
        if len(labelled) == len(roles) == len(cells) and "description" in roles:
            by_offset = tuple((cell.column, role) for cell, role in labelled)
            found = Heading(start=index, end=position + 1, columns=Columns(by_offset=by_offset, roles=roles))
    return found


def _above(cell: Cell, heads: Sequence[Cell]) -> int | None:
    """Which of the cells of the first line a cell below stands under."""
    nearest = min(range(len(heads)), key=lambda place: abs(heads[place].column - cell.column))
    return nearest if abs(heads[nearest].column - cell.column) <= SLACK else None


def _stacked_number(
    cells: Sequence[Cell], labelled: Sequence[tuple[Cell, str]], below: Sequence[Block]
) -> list[tuple[Cell, str]]:
    """The narrow first column whose label is stacked over several lines: `7.`, `ITEM`, `NO.`."""
    first = cells[0]
    if labelled[0][0] is first:
        return []
    stack = [first.passage.text]
    for block in below:
        stack.extend(
            cell.passage.text for cell in cells_of(block) if abs(cell.column - first.column) <= SLACK
        )
    return [(first, "number")] if len(stack) > 1 and _role(" ".join(stack)) == "number" else []


def _is_table(labelled: Sequence[tuple[Cell, str]]) -> bool:
    roles = {role for _, role in labelled}
    return "description" in roles or {"number", "disposition"} <= roles or len(roles & _TABLE_ROLES) >= 2


def _heading_lines(blocks: Sequence[Block], index: int) -> Heading | None:
    """Labels that stand on a line each: `7. ITEM NO.`, `8. DESCRIPTION OF ITEM`, …"""
    role = _whole_role(blocks[index])
    if role not in ("number", "description"):
        return None
    found, end = {role}, index + 1
    for position in range(index + 1, min(len(blocks), index + 1 + _NEAR)):
        role = _whole_role(blocks[position])
        if role:
            found.add(role)
            end = position + 1
        elif not _is_fragment(blocks[position].text):
            break
    if len(found & _TABLE_ROLES) < 2 or "description" not in found:
        return None
    return Heading(start=index, end=_wrapped_end(blocks, end), columns=Columns(roles=frozenset(found)))


def _role(text: str) -> str | None:
    """The role of a cell that holds a column's label and nothing else of note."""
    match = match_label(text, column_labels()) if len(text) <= _LONGEST_LABEL else None
    if match is None:
        return None
    rest = text[match.end :].strip(" .:()")
    return match.label.name if not rest or _is_fragment(rest) else None


def _whole_role(block: Block) -> str | None:
    return _role(block.passage.text) if len(block.cells) == 1 else None


def _wrapped_end(blocks: Sequence[Block], index: int) -> int:
    """Past the lines on which the labels go on: `(With Inclusive Dates or Retention Periods)`, `TAKEN`."""
    limit = index + 3
    while index < min(len(blocks), limit):
        cells = cells_of(blocks[index])
        if blocks[index].kind in ("rule",):
            index += 1
            continue
        if not cells or not all(
            _is_fragment(cell.passage.text) or _role(cell.passage.text) for cell in cells
        ):
            break
        index += 1
    return index


def _is_fragment(text: str) -> bool:
    """Whether a text is a piece of the columns' labels; a number or a letter alone is an item's."""
    folded = fold(text)
    return len(folded) >= 2 and not text.strip(" .()").isdigit() and folded in _all_wordings()


@cache
def _all_wordings() -> str:
    return " ".join(fold(wording) for label in column_labels() for wording in label.wordings) + fold(
        _FURTHER_WORDING
    )
