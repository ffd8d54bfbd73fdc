"""Tables written out box by box, each told by its number: "7. Item 1", "8. Case files. …", "9. NC1-237-78-2", "10.".

A box may have its label behind the number or alone, and what it holds on the lines below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.columns import LONGEST_LABEL, TABLE_ROLES, column_labels, role_of
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry, indent_of
from schedgraph.parser.forms.sf115.table.labelledcells import labelled_cell
from schedgraph.parser.forms.sf115.table.narrowcells import is_action, is_ninth
from schedgraph.parser.forms.sf115.table.wholerows import with_whole_rows
from schedgraph.parser.forms.sf115.table.wrappednotes import heads_note
from schedgraph.parser.labels import match_label
from schedgraph.parser.passage import Passage, collapsed
from schedgraph.parser.remembered import remembered

_BOXED = re.compile(r"[\s*_>]{0,4}\(?(?P<box>7|8|9|10)[.)]?(?:\s{1,4}|$)")
# Comparing labels is dear; and "Sample", "Action", "Item" alone are words of a description, too.
_MAY_LABEL = re.compile(
    r"[\s*_>]{0,4}(?:item\s(?:no|num|#)|desc|title and|record series|series title|grs or|superseded (?:job|auth)"
    r"|sample or|action taken)",
    re.IGNORECASE,
)
_ROLES = {"7": "number", "8": "description", "9": "citation", "10": "action"}
_LEAST_ITEMS = 2
_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class _Cell:
    """A box: its role, what stands on its own line, and the lines below it."""

    role: str
    first: Block
    said: Passage
    below: tuple[Block, ...]

    @property
    def lines(self) -> tuple[Passage, ...]:
        return tuple(part for part in (self.said, *(block.passage for block in self.below)) if part)


def boxed_entries(blocks: Sequence[Block]) -> list[Entry] | None:
    """The entries of a table written so; None where it is none: more than one item, or one with its box 9, tell."""
    cells = _from_first_item(blocks)
    if not cells:
        return None
    before = [
        Entry(passage=block.passage, gap=block.gap, page=block.page)
        for block in blocks[: _place(blocks, cells[0])]
    ]
    return [*before, *with_whole_rows([entry for cell in cells for entry in _entries(cell)])]


def begin_of_boxes(blocks: Sequence[Block]) -> int | None:
    """Where the first item of such a table begins, None where there is none: the head of the form ends above it."""
    cells = _from_first_item(blocks)
    return _place(blocks, cells[0]) if cells else None


def _from_first_item(blocks: Sequence[Block]) -> list[_Cell]:
    """The boxes from the first item's on."""
    cells = list(_cells(blocks))
    items = [
        index
        for index, (one, two) in enumerate(pairwise(cells))
        if (one.role, two.role) == ("number", "description") and _is_number(one) and two.lines
    ]
    whole = len(items) == 1 and [cell.role for cell in cells[items[0] + 2 :]][:1] == ["citation"]
    return cells[items[0] :] if whole or len(items) >= _LEAST_ITEMS else []


def _place(blocks: Sequence[Block], cell: _Cell) -> int:
    return next(index for index, block in enumerate(blocks) if block is cell.first)


def _cells(blocks: Sequence[Block]) -> Iterator[_Cell]:
    opened: tuple[str, Block, Passage] | None = None
    below: list[Block] = []
    for block in blocks:
        told = _opens(block) if len(block.cells) == 1 and _may_open(block.passage.text) else None
        if told is None:
            below.append(block)
            continue
        if opened:
            yield _Cell(*opened, tuple(below))
        opened, below = (told[0], block, told[1]), []
    if opened:
        yield _Cell(*opened, tuple(below))


@remembered(most=4096)
def _may_open(text: str) -> bool:
    """Whether a line begins with the number of a box, or is short and may begin with the label of one."""
    return bool(_BOXED.match(collapsed(text)) or (len(text) <= LONGEST_LABEL and _MAY_LABEL.match(text)))


def _opens(block: Block) -> tuple[str, Passage] | None:
    """The column that a line opens a box of, and what the line has behind its number and label."""
    match = _BOXED.match(block.text)
    if match is None:
        return _opens_unnumbered(block.passage)
    role = _ROLES[match["box"]]
    named = labelled_cell(block.passage)
    if named:
        return named if named[0] == role else None
    rest = block.passage.part(match.end())
    if role == "number" and (item := _behind_label(rest)):
        return role, item
    if (label := role_of(rest.text) if rest else None) in TABLE_ROLES:
        return (role, EMPTY) if label in (role, "sample") else None
    return role, rest


def _opens_unnumbered(passage: Passage) -> tuple[str, Passage] | None:
    """The column whose whole label a line is, without the number of its box: "ITEM NO." above "1"."""
    if len(passage.text) > LONGEST_LABEL or _MAY_LABEL.match(passage.text) is None:
        return None
    match = match_label(passage.text, column_labels())
    if match is None or not match.exact or match.label.name not in TABLE_ROLES:
        return None
    return (match.label.name, EMPTY) if role_of(passage.text) else None


def _behind_label(rest: Passage) -> Passage | None:
    """The number behind the label of box 7 without a colon: "ITEM NO.  5(a)(1)"."""
    match = match_label(rest.text, column_labels())
    item = rest.part(match.end) if match and match.label.name == "number" else None
    return item if item and _is_designator(item.text) else None


def _is_number(cell: _Cell) -> bool:
    """Whether a box 7 holds the number of an item and nothing else."""
    return len(cell.lines) == 1 and _is_designator(cell.lines[0].text)


def _is_designator(text: str) -> bool:
    designator = read_designator(text, cell=True) if len(text) <= _LONGEST_NUMBER else None
    return designator is not None and not text[designator.end :].strip()


def _entries(cell: _Cell) -> Iterator[Entry]:
    if cell.role == "description":
        yield _line(cell.first, cell.said)
        yield from (_line(block, block.passage) for block in cell.below)
        return
    # A blank line ends the narrow boxes: what follows is of the form again.
    begun = 1 if not cell.said and cell.below and _fills(cell.role, cell.below[0].passage) else 0
    end = next(
        (index for index, block in enumerate(cell.below) if block.gap and index >= begun), len(cell.below)
    )
    # So does the head of a note that was added below the last box: "Annotation, right margin, item 1:".
    end = next((index for index, block in enumerate(cell.below[:end]) if heads_note(block.text)), end)
    inside = replace(cell, below=cell.below[:end])
    if inside.lines:
        said = Passage.join(inside.lines, " ")
        entry = Entry(passage=EMPTY, page=cell.first.page, indent=indent_of(said))
        if cell.role == "number" and _is_number(cell):
            yield replace(entry, number=said, gap=True)
        else:
            yield replace(entry, action=said) if cell.role == "action" else replace(entry, citation=said)
    yield from (_line(block, block.passage) for block in cell.below[end:])


def _fills(role: str, said: Passage) -> bool:
    """Whether a line holds what a box of that column holds, so that a blank line above it parts the two by nothing."""
    if role == "number":
        return _is_designator(said.text)
    return is_action(said) if role == "action" else is_ninth(said)


def _line(block: Block, said: Passage) -> Entry:
    return Entry(passage=said, gap=block.gap, page=block.page, indent=indent_of(said) if said else 0)
