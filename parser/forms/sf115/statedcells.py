"""Columns 9 and 10 that a transcript gives apart from the items, each cell with the item that it is of.

"9. GRS OR SUPERSEDED JOB CITATION" over "Item 1:  NC1-370-79-4, item 6"; "10. ACTION TAKEN: item 1.B., disposition not
approved; item 3, withdrawn"; or both as a table of three columns below the last item.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from schedgraph.parser.blocks import Block
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.standings import places_of
from schedgraph.parser.forms.sf115.numbering.outline import Outline
from schedgraph.parser.forms.sf115.table.cells import passages_of
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.forms.sf115.table.narrowcells import is_action, is_ninth
from schedgraph.parser.passage import Passage

Column = Literal["9", "10"]

_NINTH = r"9\s?[.:)–-]?\s{0,3}(?:(?:GRS\s|sample\s)?or\s(?:superseded\s)?job\s(?:no\b[.]?|number|citation))?|9[.:)]?"
_TENTH = r"10\s?[.:)–-]?\s{0,3}(?:action\staken)?"
_HEADING = re.compile(
    rf"\W{{0,4}}(?:col(?:umn|[.])?\s?)?(?:(?P<ninth>{_NINTH})|(?P<tenth>{_TENTH}))"
    r"\s{0,3}(?:\([^()]{3,40}\))?\s{0,3}[:.–—-]{0,2}\s{0,3}(?=$|items?\b)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"supersed|action|sample|col", re.IGNORECASE)
_BOTH = re.compile(
    r"\W{0,4}(?:items?(?:\sno[.]?)?\W{1,12})?(?:col(?:umn|[.])?\s?)?9\b.{0,60}?\b(?:col(?:umn|[.])?\s?)?10\b.{0,30}",
    re.IGNORECASE,
)
_DESIGNATOR = r"(?!N[0-9C]|II-|DAA|GRS)\(?[0-9A-Z]{1,4}\)?(?:[.-]?\(?[0-9A-Za-z]{1,4}\)?){0,3}"
# "Item 1:", "items 4 and 5 -", "1.A.  ", at the start of a line
_OF_ITEM = re.compile(
    rf"\W{{0,3}}(?:items?\s{{1,3}}(?P<named>{_DESIGNATOR}(?:(?:,\s|\s?(?:and|&|thru|through|-)\s?){_DESIGNATOR}){{0,8}})[.]?\s?(?:[:,=–—-]\s?|\s)"
    rf"|(?P<bare>{_DESIGNATOR})[.]?(?:\s?[:=–—-]\s|[ ]{{3,}}|\t))\s{{0,60}}(?P<cell>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_SUPERSEDES = re.compile(r"\bitems?\s[0-9(].{0,40}?\s(?:supersede|replace)s?\s", re.IGNORECASE)
_NOTE_HEAD = re.compile(r"\W{0,4}notes?\s?[:.–—-]\s{0,8}", re.IGNORECASE)
# "Item 2 supersedes NC1-53-76-2, item 14."
_SAID = re.compile(
    rf"\s*items?\s{{1,3}}(?P<named>{_DESIGNATOR}(?:(?:,\s|\s?(?:and|&|thru|through|-)\s?){_DESIGNATOR}){{0,8}})[.]?\s{{1,3}}"
    r"(?:(?:also|hereby|now)\s)?(?:supersede|replace)s?\s(?P<cell>[^.;]{4,120}?)(?:[.;](?=\s|$)|$)\s*",
    re.IGNORECASE,
)
_MOST_LINES = 4
_NEXT = re.compile(r"[;.]\s{1,3}(?=items?\s[0-9(])|\n(?=\W{0,3}items?\s[0-9(])", re.IGNORECASE)
_NOTHING = re.compile(r"\W{0,4}(?:none|n/?a|new|blank)?\W{0,4}", re.IGNORECASE)
_EDGE = " \t\n.;,|"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCell:
    """What stands in a column of the items that `names` names."""

    column: Column
    names: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCells:
    """All such cells of a form; `superseding` where a heading calls column 9 that of superseded jobs."""

    cells: tuple[StatedCell, ...] = ()
    superseding: bool = False

    @property
    def cites(self) -> bool:
        """Whether column 9 holds something."""
        return any(each.column == "9" for each in self.cells)


def part_stated_cells(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], StatedCells]:
    """The blocks without such lists, and the cells that they give."""
    kept: list[Block] = []
    cells: list[StatedCell] = []
    superseding = False
    index = 0
    while index < len(blocks):
        found, end = _list_at(blocks, index)
        if found:
            superseding = superseding or "supersed" in blocks[index].text.casefold()
            superseding = superseding or _SUPERSEDES.search(blocks[index].text) is not None
            cells.extend(found)
            index = end
        else:
            kept.append(blocks[index])
            index += 1
    return tuple(kept), StatedCells(cells=tuple(cells), superseding=superseding)


def with_stated_cells(outline: Outline, stated: StatedCells) -> Outline:
    """The outline, each item with the cells that are stated of it; what names no item is told."""
    paths = [item.path for item in outline.items]
    items = list(outline.items)
    doubts: list[Doubt] = []
    for cell in stated.cells:
        places = places_of(cell.names, paths)
        for place in places:
            entry = Entry(
                passage=EMPTY,
                citation=cell.passage if cell.column == "9" else None,
                action=cell.passage if cell.column == "10" else None,
            )
            items[place] = replace(items[place], entries=(*items[place].entries, entry))
        if not places:
            message = f"Column {cell.column} is given for item {cell.names}, which was not found."
            doubts.append(
                Doubt(code="annotation-unplaced", message=message, evidence=cell.passage.evidence())
            )
    return replace(outline, items=tuple(items), doubts=(*outline.doubts, *doubts))


def _list_at(blocks: Sequence[Block], index: int) -> tuple[tuple[StatedCell, ...], int]:
    """The cells of the list that begins at a line, and where it ends; none where a line of it is no cell."""
    block = blocks[index]
    if _SUPERSEDES.search(block.text):
        return _sentences(blocks, index)
    if "9" not in block.text and "10" not in block.text:
        return (), index
    if _BOTH.fullmatch(block.text) and "8" not in block.text:
        return _table(blocks, index)
    heading = _HEADING.match(block.text) if _LABELLED.search(block.text) else None
    whole = _HEADING.match(block.passage.text)
    if heading is None or whole is None:
        return (), index
    column: Column = "9" if whole["ninth"] else "10"
    lines = _below(blocks, index + 1)
    passage = Passage.join([block.passage.slice(whole.end()), *(line.passage for line in lines)])
    cells = tuple(_cells(passage, column))
    return cells, index + 1 + len(lines)


def _sentences(blocks: Sequence[Block], index: int) -> tuple[tuple[StatedCell, ...], int]:
    """The cells in sentences of items, on a line and those on which it goes on; none where it says anything else."""
    end = index + 1
    while (
        end < min(len(blocks), index + _MOST_LINES)
        and not blocks[end].gap
        and not blocks[end - 1].text.endswith(".")
    ):
        end += 1
    passage = Passage.join([block.passage for block in blocks[index:end]])
    found: list[StatedCell] = []
    at = _NOTE_HEAD.match(passage.text)
    position = at.end() if at else 0
    while position < len(passage.text):
        said = _SAID.match(passage.text, position)
        cell = passage.slice(*said.span("cell")).strip(_EDGE) if said else None
        if said is None or cell is None or not is_ninth(cell):
            return (), index
        found.append(StatedCell(column="9", names=said["named"], passage=cell))
        position = said.end()
    return tuple(found), end if found else index


def _below(blocks: Sequence[Block], start: int) -> Sequence[Block]:
    """The lines of a list: up to a heading, a stamp, or a blank behind which no item is named."""
    return tuple(
        takewhile(
            lambda block: (
                block.kind not in ("furniture", "rule", "stamp")
                and not (block.gap and not _OF_ITEM.fullmatch(block.passage.text))
                and not _HEADING.match(block.text)
            ),
            blocks[start:],
        )
    )


def _cells(passage: Passage, column: Column) -> Iterator[StatedCell]:
    starts = [0, *(found.end() for found in _NEXT.finditer(passage.text))]
    found: list[StatedCell] = []
    for start, end in zip(starts, [*starts[1:], len(passage.text)], strict=True):
        part = passage.slice(start, end).strip(_EDGE)
        if not part:
            continue
        match = _OF_ITEM.fullmatch(part.text)
        if match is None:
            return
        cell = part.slice(match.start("cell")).strip(_EDGE)
        if _NOTHING.fullmatch(cell.text):
            continue
        if not _fits(column, cell):
            return
        found.append(StatedCell(column=column, names=match["named"] or match["bare"], passage=cell))
    yield from found


def _table(blocks: Sequence[Block], index: int) -> tuple[tuple[StatedCell, ...], int]:
    """A table of items, column 9 and column 10 below a heading that names both."""
    columns = [cell.indent() for cell in passages_of(blocks[index]) if re.search(r"9|10", cell.text)]
    found: list[StatedCell] = []
    end = index + 1
    for block in _below(blocks, index + 1):
        first, *others = [cell for cell in passages_of(block) if cell]
        if not others or re.fullmatch(_DESIGNATOR + "[.]?", first.text.strip()) is None:
            break
        if any(find_instruction(cell) for cell in others):
            # The table of the items itself.
            break
        for cell in others:
            if _NOTHING.fullmatch(cell.text):
                continue
            tenth = is_action(cell) or (not is_ninth(cell) and cell.indent() >= columns[-1])
            found.append(
                StatedCell(column="10" if tenth else "9", names=first.text.strip(" ."), passage=cell)
            )
        end += 1
    return tuple(found), end if found else index


def _fits(column: Column, cell: Passage) -> bool:
    return is_ninth(cell) if column == "9" else is_action(cell)
