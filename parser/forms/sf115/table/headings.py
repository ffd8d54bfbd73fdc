"""The heading row of the items table: labels side by side on a line, or stacked over a few."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.table.boxedcells import begin_of_boxes
from schedgraph.parser.forms.sf115.table.cells import Cell, cells_of, is_one_cell
from schedgraph.parser.forms.sf115.table.columns import (
    LONGEST_LABEL,
    MAY_LABEL,
    NEAR,
    NINTH,
    TABLE_ROLES,
    Columns,
    Heading,
    column_labels,
    is_fragment,
    role_of,
    wrapped_end,
)
from schedgraph.parser.forms.sf115.table.entries import indent_of
from schedgraph.parser.forms.sf115.table.gutters import SLACK, fitted, is_laid_out
from schedgraph.parser.forms.sf115.table.headlines import heading_block, heading_lines, heading_run_together
from schedgraph.parser.forms.sf115.table.headnumbers import is_numbers_alone, numbered_roles, role_by_number
from schedgraph.parser.labels import LabelMatch, find_labels

_TWO_SPACES = re.compile(r"[ ]{2}$")
_ARCHIVES = re.compile(r"\W*NAR[AS]\W*(?:(?:use\W+)?only|use|action)?\W*", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LEAST = frozenset({"number", "description"})
_FEWEST_STACKED = 3
_LONGEST_HEADING = 240
_PLACE_OF_NINTH = 2
_OF_NUMBERS = frozenset({"number", "description", NINTH, "action"})


def find_headings(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """Every heading row of an items table, those of continuation sheets too."""
    headings: list[Heading] = []
    boxes = begin_of_boxes(blocks)
    index = 0
    while index < len(blocks):
        heading = _heading_row(blocks, index) or heading_lines(blocks, index)
        if heading is None and (boxes is None or index < boxes):
            # Where each item repeats the labels, the lines between them are its own and not the head's.
            heading = heading_block(blocks, index)
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
    if not tabbed and is_one_cell(block.passage.text) and not MAY_LABEL.stands_in(block.passage.text):
        return _numbers_alone(blocks, index)
    cells = cells_of(block)
    if tabbed and (over_rows := _over_rows(blocks, index)):
        return over_rows
    if not tabbed and len(cells) > 1:
        cells = tuple(part for cell in cells for part in _labels_apart(cell))
    told = _with_archives([cell.passage.text for cell in cells])
    labelled = [(cell, label) for cell, label in zip(cells, told, strict=True) if label]
    if len({label for _, label in labelled}) >= 2 and len(labelled) >= len(cells) - 1 and _is_table(labelled):
        end = wrapped_end(blocks, index + 1)
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
    if any(told) and None in told and (numbered := _numbered_row(blocks, index, cells, told)):
        # "7. ITEM  8. DESCRIPTION    9.    10."
        return numbered
    text = block.passage.text
    if cells and not tabbed and len(text) <= _LONGEST_HEADING and MAY_LABEL.stands_in(text):
        # Labels that two spaces part, or one, stand in one cell; only their order tells.
        found = find_labels(text, column_labels())
        roles = frozenset(match.label.name for match in found)
        covered = sum(match.end - match.start for match in found)
        most = len(roles) >= 3 and "description" in roles and 2 * covered > len("".join(text.split()))
        if most or (roles == _LEAST and _nothing_else(text, found)):
            apart = len(roles) == len(found) and all(
                _TWO_SPACES.search(text[: each.start]) for each in found[1:]
            )
            offsets = tuple((indent_of(block.passage.slice(each.start)), each.label.name) for each in found)
            columns = Columns(by_offset=offsets if apart else (), roles=roles)
            end = wrapped_end(blocks, index + 1)
            return Heading(start=index, end=end, columns=columns, presumed=True)
    if not tabbed and len(cells) == 1:
        return heading_run_together(blocks, index)
    return _numbered_row(blocks, index, cells, told) or _numbers_alone(blocks, index)


def _numbers_alone(blocks: Sequence[Block], index: int) -> Heading | None:
    """A row of numbers of boxes without any label, which tells little but that the items stand below."""
    block, below = blocks[index], index + 1
    if not is_numbers_alone(block.passage.text) or (below < len(blocks) and _heading_row(blocks, below)):
        return None
    places = {cell.index: role_by_number(cell.passage.text) for cell in cells_of(block)}
    by_index: tuple[tuple[int, str], ...] = ()
    if len(block.cells) > 1 and places.get(_PLACE_OF_NINTH) == NINTH:
        by_index = tuple(enumerate(("number", "description", "citation", "action")))
    return Heading(start=index, end=below, columns=Columns(by_index=by_index, roles=_OF_NUMBERS))


def _with_archives(labels: Sequence[str]) -> list[str | None]:
    """The role of each label; beside column 9 the name of the archives alone labels what is for their use, column 10."""
    roles = [role_of(label) for label in labels]
    if not {"citation", "sample"} & set(roles) or "action" in roles:
        return roles
    return [
        role or ("action" if _ARCHIVES.fullmatch(label) else None)
        for label, role in zip(labels, roles, strict=True)
    ]


def _numbered_row(
    blocks: Sequence[Block], index: int, cells: Sequence[Cell], told: Sequence[str | None]
) -> Heading | None:
    """A row whose boxes have their numbers, and labels at most some of them."""
    if cells and None in told and (first := _number_apart(cells[0])):
        cells, told = (*first, *cells[1:]), ("number", "description", *told[1:])
    roles = numbered_roles(cells, told)
    if roles is None or (index + 1 < len(blocks) and _heading_row(blocks, index + 1)):
        # Labels below the numbers tell more.
        return None
    # By its number alone column 9 is either of the two that the revisions have there.
    placed = tuple("citation" if role == NINTH else role for role in roles)
    if len(blocks[index].cells) > 1:
        columns = Columns(
            by_index=tuple((cell.index, role) for cell, role in zip(cells, placed, strict=True))
        )
    else:
        columns = Columns(
            by_offset=tuple((cell.column, role) for cell, role in zip(cells, placed, strict=True))
        )
    end = wrapped_end(blocks, index + 1)
    return Heading(start=index, end=end, columns=replace(columns, roles=frozenset(roles)))


def _number_apart(cell: Cell) -> tuple[Cell, Cell] | None:
    """The cells of "ITEM  DESCRIPTION AND PROPOSED DISPOSITION" or "7.  8.", which two spaces part."""
    number, gap, rest = cell.passage.text.partition("  ")
    roles = [role_of(each) or role_by_number(each) for each in (number, rest.strip())]
    if not gap or roles != ["number", "description"]:
        return None
    beside = cell.passage.part(len(number))
    return replace(cell, passage=cell.passage.part(0, len(number))), replace(
        cell, passage=beside, column=indent_of(beside)
    )


def _nothing_else(text: str, labels: Sequence[LabelMatch]) -> bool:
    """Whether no word stands beside the labels: "7. ITEM NO. / 8. DESCRIPTION"."""
    ends = [0, *(each.end for each in labels)]
    starts = [*(each.start for each in labels), len(text)]
    return not any(_LETTER.search(text, end, start) for end, start in zip(ends, starts, strict=True))


def _over_rows(blocks: Sequence[Block], index: int) -> Heading | None:
    """A heading whose cells go on in the rows below, as in a table drawn with bars: "9. SAMPLE OR" over "JOB NO."."""
    if not MAY_LABEL.stands_in(blocks[index].text):
        return None
    width = len(blocks[index].cells)
    stacks = [cell.text for cell in blocks[index].cells]
    found: Heading | None = None
    for position in range(index + 1, min(len(blocks), index + 1 + NEAR)):
        cells = blocks[position].cells
        if len(cells) != width or not all(
            not cell or is_fragment(cell.text) or role_of(cell.text) for cell in cells
        ):
            break
        stacks = [f"{above} {cell.text}".strip() for above, cell in zip(stacks, cells, strict=True)]
        by_index = tuple((place, role) for place, text in enumerate(stacks) if (role := role_of(text)))
        roles = frozenset(role for _, role in by_index)
        if len(roles) == len(by_index) >= 3 and "description" in roles:
            found = Heading(start=index, end=position + 1, columns=Columns(by_index=by_index, roles=roles))
    return found


def _labels_apart(cell: Cell) -> tuple[Cell, ...]:
    """The cells of "7. ITEM NO.  8. DESCRIPTION OF ITEM", where the line shows with wider gaps that it is laid out."""
    found = find_labels(cell.passage.text, column_labels()) if len(cell.passage.text) <= LONGEST_LABEL else ()
    covered = sum(match.end - match.start for match in found)
    if len({match.label.name for match in found}) < max(2, len(found)) or 4 * covered < 3 * len(
        cell.passage.text
    ):
        return (cell,)
    ends = [*(match.start for match in found[1:]), len(cell.passage.text)]
    parts = [cell.passage.part(match.start, end) for match, end in zip(found, ends, strict=True)]
    return tuple(replace(cell, passage=part, column=indent_of(part)) for part in parts)


def _stacked_row(blocks: Sequence[Block], index: int, cells: Sequence[Cell]) -> Heading | None:
    """A row whose labels are stacked, none of them whole on a line: `9. GAS OR` over `SUPERSEDED` over `CITATION`."""
    if len(cells) < _FEWEST_STACKED or not any(MAY_LABEL.search(cell.passage.text) for cell in cells):
        return None
    stacks = [[cell.passage.text] for cell in cells]
    found: Heading | None = None
    for position in range(index + 1, min(len(blocks), index + 1 + NEAR)):
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
            if (role := role_of(" ".join(stack)))
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
    """The narrow first column whose label is stacked over several lines, `7.`, `ITEM`, `NO.`, or is its number alone."""
    first = cells[0]
    if labelled[0][0] is first:
        return []
    stack = [first.passage.text]
    for block in below:
        stack.extend(
            cell.passage.text for cell in cells_of(block) if abs(cell.column - first.column) <= SLACK
        )
    stacked = len(stack) > 1 and role_of(" ".join(stack)) == "number"
    return [(first, "number")] if stacked or role_by_number(first.passage.text) == "number" else []


def _is_table(labelled: Sequence[tuple[Cell, str]]) -> bool:
    roles = {role for _, role in labelled}
    return "description" in roles or {"number", "disposition"} <= roles or len(roles & TABLE_ROLES) >= 2
