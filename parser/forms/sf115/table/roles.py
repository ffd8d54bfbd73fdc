"""Which column each part of a line stands in: by its place in the row, by its offset, or by what it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition.instruction import find_instruction
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.cells import Cell, cells_of, split_at_spaces
from schedgraph.parser.forms.sf115.table.columns import Columns
from schedgraph.parser.forms.sf115.table.entries import indent_of
from schedgraph.parser.forms.sf115.table.gutters import SLACK
from schedgraph.parser.forms.sf115.table.namedcells import is_named
from schedgraph.parser.forms.sf115.table.narrowcells import BEGUN_CITATION, is_action, is_citation
from schedgraph.parser.passage import Passage

# Lines like "Superseded by job / item number: GRS 1.1/010    Date (MM/DD/YYYY): 09/16/2014"
_NOTE = re.compile(r"\W*(?:superseded\b|date\W{0,2}\(mm)", re.IGNORECASE)
# "[typed label beside item 1]   Superseded by job / item number:", whatever columns it crosses
_HEADED_NOTE = re.compile(
    r"\s*[\[({<](?=[^\])}>]*[A-Za-z]{3})[^\[\](){}<>]{3,60}[\])}>][\s:]{1,40}superseded\sby\b", re.IGNORECASE
)
_TWO_SPACES = re.compile(r"(?<=\S)[ ]{2}(?=\S)")
# "superseded by a new list.        items 6 and", "superseded or when old.   81-1, item 6": the rest of column 9
_REST_OF_CELL = re.compile(r"items?\b|[0-9]{1,4}(?:-[0-9]{1,4})?(?:,? items?\b|$)", re.IGNORECASE)
# the "item 14" of "NC1-424-83-1," over "item 14"
_ITEMS_ALONE = re.compile(r"items?[ ][(]?[0-9][0-9A-Za-z(), &]{0,30}", re.IGNORECASE)
_SAMPLE = re.compile(r"samples?[ ](?:nos?[.]?[ ])?[0-9]{1,3}[a-z]?", re.IGNORECASE)
_LONE_LETTER = re.compile(r"[A-Za-z]")
# "1505-" over "01" in the column of item numbers
BEGUN_NUMBER = re.compile(r"[0-9A-Z]{1,5}(?:[-.][0-9]{1,4}){0,2}-")
REST_OF_NUMBER = re.compile(r"[0-9]{1,3}[a-z]?[.)]?")
_LONGEST_IN_NARROW = 60
_MARGIN = 8
"""Columns by which a note in the left margin stands before the numbers of the items."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The passages of one line, by the role of their column."""

    parts: dict[str, list[Passage]]

    def get(self, role: str) -> Passage | None:
        parts = self.parts.get(role)
        return Passage.join(parts, "\n") if parts else None


def by_index(block: Block, columns: Columns) -> Roles:
    """A row that tabs part; without a heading the order of the columns tells."""
    parts: dict[str, list[Passage]] = {}
    cells = cells_of(block)
    moved = _moved(block, columns)
    for cell in cells:
        place = replace(cell, index=cell.index + moved) if cell.index else cell
        role = columns.role(place, tabbed=True) if columns.by_index else _guess(cell, cells)
        if role in ("description", "citation", "sample") and parts and is_action(cell.passage):
            role = "action"
        if role == "authority":
            role = "citation" if is_citation(cell.passage) else "description"
        if role is None and "description" in parts and _is_of_ninth(cell.passage):
            # More tabs than columns: the typist filled up the line with them.
            role = "citation"
        parts.setdefault(role or "description", []).append(cell.passage)
    return Roles(parts)


def _moved(block: Block, columns: Columns) -> int:
    """By how many columns the cells behind the first stand left of their own: "20  Rosters. Destroy. |  | Withdrawn".

    By one where column 7 and 8 share the first cell. What instructs is no cell of column 9 or 10 that moved there.
    """
    roles = dict(columns.by_index)
    first, *others = block.cells
    designator = read_designator(first.text, cell=True)
    if roles.get(0) != "number" or roles.get(1) != "description" or designator is None:
        return 0
    beside = first.text[designator.end :].strip()
    while len(others) > 1 and not others[-1] and len(others) >= max(roles):
        others.pop()
    if not any(map(str.isalpha, beside)) or len(others) != max(roles) - 1:
        return 0
    instructs = any(find_instruction(each) and not is_action(each) for each in others)
    return 0 if instructs else 1


def _is_in_margin(cell: Cell, columns: Columns) -> bool:
    """Whether what stands left of the column of numbers is a note: "Superseded by" over "N1-026-05-012, item 3"."""
    first, role = columns.by_offset[0] if columns.by_offset else (0, "")
    if role != "number" or cell.column > first - _MARGIN:
        return False
    return bool(_NOTE.match(cell.passage.text)) or is_action(cell.passage) or is_citation(cell.passage)


def _is_beside_number(passage: Passage, columns: Columns) -> bool:
    """Whether a line that begins with a note in the left margin goes on with an item's number in its column."""
    first, *more = split_at_spaces(passage)
    number = more[0] if more else None
    margin = Cell(passage=first, index=0, column=indent_of(first))
    return (
        number is not None
        and len(more) > 1
        and REST_OF_NUMBER.fullmatch(number.text) is not None
        and _is_in_margin(margin, columns)
    )


def _is_of_ninth(passage: Passage) -> bool:
    return is_citation(passage) or _ITEMS_ALONE.fullmatch(passage.text) is not None


def _guess(cell: Cell, cells: Sequence[Cell]) -> str:
    if cell is cells[0] and (
        read_designator(cell.passage.text, cell=True) or not cell.passage.text.strip(" .")
    ):
        designator = read_designator(cell.passage.text, cell=True)
        if len(cells) > 1 and designator and not cell.passage.text[designator.end :].strip():
            return "number"
    if cell.index and _is_of_ninth(cell.passage):
        return "citation"
    if cell.index and is_action(cell.passage):
        return "action"
    return "description"


def by_offset(block: Block, columns: Columns) -> Roles:
    """A line of a table whose columns runs of spaces part."""
    if _HEADED_NOTE.match(block.passage.text):
        return Roles({"description": [block.passage]})
    if _is_note(block.passage) and not _is_beside_number(block.passage, columns):
        return _note(block.passage)
    parts: dict[str, list[Passage]] = {}
    pieces = _narrow_cells_apart(_number_apart(split_at_spaces(block.passage), columns), columns)
    told = _number_ahead(pieces, columns) | _told_by_content(pieces)
    for index, piece in enumerate(pieces):
        cell = Cell(passage=piece, index=index, column=indent_of(piece))
        role = told.get(index) or columns.role(cell, tabbed=False) or "description"
        if index == 0 and len(pieces) > 1 and _is_in_margin(cell, columns):
            role = "action"
        free = "citation" not in parts and "sample" not in parts
        if role == "action" and index not in told and free and _is_sample(piece):
            # A long description pushed a sample number to the right of its heading.
            role = "citation"
        if role in ("citation", "sample", "action", "number") and not _may_stand_in(role, piece):
            role = "description"
        if index and is_named(piece):
            role = "description"
        parts.setdefault(role, []).append(piece)
    if len(parts.get("description", [])) > 1:
        # Behind a letter alone the gap tells that it is a designator, before "10:" that it is a cell.
        parted = _LONE_LETTER.fullmatch(parts["description"][0].text) or any(
            map(is_named, parts["description"])
        )
        joint = "  " if parted else " "
        parts["description"] = [Passage.join(parts["description"], joint)]
    return Roles(parts)


def _is_note(passage: Passage) -> bool:
    """Whether a line is a note on the item, and no sentence beside a cell of column 9."""
    if not _NOTE.match(passage.text):
        return False
    first, *more = split_at_spaces(passage)
    beside_a_cell = bool(more) and bool(_REST_OF_CELL.match(more[-1].text) or is_citation(more[-1]))
    return not beside_a_cell or ":" in first.text or bool(find_numbers(first.text))


def _note(passage: Passage) -> Roles:
    """A note with its label and values, whatever columns they cross; NARA's action at its end is none of it."""
    *before, last = split_at_spaces(passage)
    if not before or not is_action(last):
        return Roles({"description": [passage]})
    return Roles({"description": [passage.part(0, passage.text.rindex(last.text))], "action": [last]})


def _number_apart(pieces: Sequence[Passage], columns: Columns) -> Sequence[Passage]:
    """The pieces, an item number that fills its narrow column parted from the description beside it."""
    offsets = {role: offset for offset, role in columns.by_offset}
    if not pieces or "number" not in offsets or "description" not in offsets:
        return pieces
    first = pieces[0]
    width = offsets["description"] - indent_of(first)
    number, beside = first.part(0, max(0, width)), first.slice(max(0, width))
    parted = first.text[width - 1 : width] == " " and not beside.text[:1].isspace() if width > 0 else False
    if not (parted and beside and number) or not (
        BEGUN_NUMBER.fullmatch(number.text) or REST_OF_NUMBER.fullmatch(number.text)
    ):
        return pieces
    return [number, beside, *pieces[1:]]


def _number_ahead(pieces: Sequence[Passage], columns: Columns) -> dict[int, str]:
    """The item number that begins a line left of its description, however near to the descriptions it stands."""
    offsets = {role: offset for offset, role in columns.by_offset}
    if len(pieces) < 2 or "number" not in offsets or "description" not in offsets:
        return {}
    ahead = indent_of(pieces[0]) < offsets["description"] <= indent_of(pieces[1])
    return {0: "number"} if ahead and REST_OF_NUMBER.fullmatch(pieces[0].text) else {}


def _narrow_cells_apart(pieces: Sequence[Passage], columns: Columns) -> Sequence[Passage]:
    """The pieces, a number of column 9 parted from a description that two spaces alone keep away from it."""
    begins = [offset for offset, role in columns.by_offset if role in ("citation", "sample")]
    result: list[Passage] = []
    for piece in pieces:
        for gap in _TWO_SPACES.finditer(piece.text):
            beside = piece.slice(gap.end())
            near = any(abs(indent_of(beside) - begin) <= SLACK for begin in begins)
            if near and (is_citation(beside) or BEGUN_CITATION.fullmatch(beside.text)):
                result.extend((piece.slice(0, gap.start()), beside))
                break
        else:
            result.append(piece)
    return result


def _told_by_content(pieces: Sequence[Passage]) -> dict[int, str]:
    """The last parts of a line that say what they are; the line's length may have moved them."""
    told: dict[int, str] = {}
    for index in range(len(pieces) - 1, 0, -1):
        role = "citation" if is_citation(pieces[index]) else "action" if is_action(pieces[index]) else None
        if role is None or is_named(pieces[index]):
            break
        told[index] = role
    return told


def _right_of_citation(pieces: Sequence[Passage]) -> dict[int, str]:
    """The last two parts of a line, where the first of them fills column 9: right of it there is column 10 alone."""
    *before, cell, last = pieces if len(pieces) > 2 else (None, None)
    if not before or cell is None or last is None or not is_citation(cell) or is_named(cell):
        return {}
    return (
        {len(before): "citation", len(before) + 1: "action"} if len(last.text) <= _LONGEST_IN_NARROW else {}
    )


def _may_stand_in(role: str, passage: Passage) -> bool:
    if role == "number":
        if BEGUN_NUMBER.fullmatch(passage.text):
            return True
        designator = read_designator(passage.text, cell=True)
        return designator is not None and not passage.text[designator.end :].strip()
    return len(passage.text) <= _LONGEST_IN_NARROW or is_citation(passage) or is_action(passage)


def _is_sample(passage: Passage) -> bool:
    """Whether a piece can be the number of a sample; "OK", a tick and initials are NARA's."""
    number = any(character.isdigit() for character in passage.text) and not _has_words(passage)
    return bool(_SAMPLE.fullmatch(passage.text)) or (number and read_date(passage.text) is None)


def _has_words(passage: Passage) -> bool:
    return sum(character.isalpha() for character in passage.text) >= 3


def by_content(passage: Passage) -> Roles:
    """A line without columns; at its right end column 9 and 10 may still be told by what they hold."""
    parts: dict[str, list[Passage]] = {}
    pieces = split_at_spaces(passage)
    told = _told_by_content(pieces) or _right_of_citation(pieces)
    for index, role in sorted(told.items()):
        parts.setdefault(role, []).append(pieces[index])
    pieces = pieces[: len(pieces) - len(told)]
    parts["description"] = [Passage.join(pieces, "  ")] if parts else [passage]
    return Roles(parts)
