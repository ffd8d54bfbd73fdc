"""The cells of a signatory table's lines, from tabs, pipes, spaces or bare lines, and their columns."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from schedgraph.parser.blocks import Block, is_stamp
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.signatories.actionfirst import days_first
from schedgraph.parser.forms.signatories.vocabulary import actions, columns, offices
from schedgraph.parser.labels import fold, match_label
from schedgraph.parser.passage import Passage

# "05/30/2017   Concur   Margaret Hawkins    Director of Records Management"
_SPACES = re.compile(r"[ \t]{2,}|\t")
# "111132017", "06/0812017", "O5/30/2O17": digits and their look-alikes, at least six of them
_DATE_LIKE = re.compile(r"[0-9OoQlISBZ|/.\-]{6,12}(?![0-9A-Za-z])")
# The same in running text: "... Officer 03/10/2014 Concur Margaret Hawkins ..."
_DATE_WITHIN = re.compile(r"(?<=[ \t])[0-9OoQlISBZ|][0-9OoQlISBZ|/.\-]{5,11}(?=[ \t])")
# The foot of a page whose lines have run into one: "Electronic Records Archives Page 4 of 4"
_FOOT = re.compile(
    r"\s*(?:Electronic Records Archives\s+(?:Page|PDF)\b|PDF Created on\b|Page\s*\d+\s*of\s*\d+\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"signatory [il1]nformation", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell and its column: that of the table's header, or None where the layout does not tell it.

    `start` is its place on the line, `gap` tells that a blank line stands before it.
    """

    passage: Passage
    column: int | None
    start: int
    line: int
    gap: bool = False
    mark: str = ""

    @property
    def text(self) -> str:
        """The text, white space collapsed; a line break of the markup is white space, too."""
        parts: list[str] = [self.mark]
        before = None
        end = 0
        for piece in self.passage.pieces:
            if piece.offset > end or (
                before and "<br" in before.source.text[before.run.end : piece.run.start].casefold()
            ):
                parts.append(" ")
            parts.append(piece.run.text)
            before, end = piece, piece.offset + len(piece.run.text)
        return " ".join("".join(parts).split())


def table_lines(blocks: Sequence[Block]) -> list[list[Cell]]:
    """The cells of each line, with the columns that a header tells; headings and furniture left out."""
    lines: list[list[Cell]] = []
    header: Mapping[int, int] | None = None
    grid: Sequence[int | None] = ()
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.kind in ("rule", "stamp") or (
            block.kind == "furniture" and not _is_organization(block, following)
        ):
            continue
        if block.kind == "row" and not grid and (turned := _day_first(block)):
            lines.append(_as_cells(turned, number, gap=block.gap))
            continue
        if block.kind == "row":
            named = [column_of(cell.text) for cell in block.cells]
            if sum(column is not None for column in named) >= 3 and all(
                column is not None or not cell for column, cell in zip(named, block.cells, strict=True)
            ):
                grid, header = named, None
                continue
            lines.append(_in_grid(block, number, grid))
            continue
        signed = days_first(block.passage) if header is None and not grid else None
        if signed:
            lines.extend(_as_cells(row, number, gap=block.gap) for row in signed)
            continue
        for part in _parted(block.passage):
            cells = _labelled(part, number) or _on_line(part, number, gap=block.gap)
            if block.kind == "bullet" and len(cells) == 1:
                cells = [_with_dash(cells[0])]
            # "DRAFT      DRAFT": a mark across the sheet.
            if len(cells) > 1 and len({cell.text for cell in cells}) == 1:
                continue
            places = {column: cell.start for cell in cells if (column := column_of(cell.text)) is not None}
            if len(places) == len(cells) >= 4:
                header, grid = places, ()
            elif not _is_header(cells):
                lines.append(_in_columns(cells, header) if header else cells)
            else:
                # A heading in a line of its own may stand over its column.
                lines.append(cells)
    return [line for line in lines if line]


def _day_first(block: Block) -> Sequence[Passage] | None:
    """The cells of a row whose first names the action and whose second the day, the day first."""
    filled = [cell for cell in block.cells if cell]
    if len(filled) < 2 or not starts_with_date(filled[1]):
        return None
    action, day, *rest = filled
    match = match_label(action.text, actions())
    return [day, action, *rest] if match and match.end >= len(action.text.rstrip()) else None


def _as_cells(parts: Sequence[Passage], line: int, *, gap: bool) -> list[Cell]:
    return [
        Cell(passage=part, column=None, start=place, line=line, gap=gap) for place, part in enumerate(parts)
    ]


def _is_organization(block: Block, following: Block | None) -> bool:
    """Whether a line that may head a page, the National Archives' name, is a cell: in the midst of others."""
    office = any(block.text.casefold().startswith(" ".join(words)) for words in offices())
    goes_on = following is not None and following.kind == "bullet" and following.page == block.page
    return office and (not block.gap or goes_on)


def is_heading(line: Sequence[Cell]) -> bool:
    """Whether a line holds nothing but words of the table's header."""
    return _is_header(line)


def column_of(text: str) -> int | None:
    """Which column a heading names; the Cyrillic "Ву" is one, too."""
    return _numbers().get(fold(text))


@cache
def _numbers() -> Mapping[str, int]:
    """The columns by their names, folded; of two that fold to the same the first."""
    return {fold(name): number for number, name in reversed(list(enumerate(columns())))}


def starts_with_date(passage: Passage) -> int:
    """Where the date at the start of a line ends; its reading may be lost. 0 where there is none."""
    text = passage.text
    candidate = _DATE_LIKE.match(text)
    if candidate and sum(character.isdigit() for character in candidate[0]) >= 4:
        return candidate.end()
    reading = read_date(text[:24])
    return reading.end if reading and reading.start == 0 else 0


def _parted(passage: Passage) -> Iterator[Passage]:
    """A line cut where further rows begin on it, without what the page has at its foot."""
    foot = _FOOT.search(passage.text)
    if foot:
        passage = passage.slice(0, foot.start())
        if is_stamp(passage.text.strip()):
            # A stamp beside the foot of the page: "WITHDRAWN      Electronic Records Archives Page 4 of 4"
            return
    heading = _HEADING.search(passage.text)
    if heading:
        passage = passage.part(heading.end())
    start = 0
    # A date begins a row only where an action follows it.
    for found in _DATE_WITHIN.finditer(passage.text):
        if sum(character.isdigit() for character in found[0]) >= 4 and match_label(
            passage.text[found.end() : found.end() + 60].strip(), actions()
        ):
            if part := passage.part(start, found.start()):
                yield part
            start = found.start()
    if part := passage.part(start):
        yield part


def _in_grid(block: Block, line: int, grid: Sequence[int | None]) -> list[Cell]:
    """The cells of a table row; they have columns where the row has as many cells as the table."""
    # A table on its side has its headings in the first column, and an empty cell counts.
    sideways = len(block.cells) > 2 and column_of(" ".join(block.cells[0].text.split())) is not None
    fits = not sideways and len(block.cells) == (len(grid) if grid else len(columns()))
    cells = [
        Cell(
            passage=cell,
            column=(grid[number] if grid else number) if fits else None,
            start=number,
            line=line,
            gap=block.gap,
        )
        for number, cell in enumerate(block.cells)
        if cell or sideways
    ]
    # The date comes first, wherever its column stands.
    return sorted(cells, key=lambda cell: (cell.column or 0, cell.start))


def _labelled(passage: Passage, line: int) -> list[Cell]:
    """ "Title: Records Officer": a cell that names its column."""
    label, colon, _ = passage.text.partition(":")
    column = column_of(label.strip()) if colon else None
    value = passage.part(len(label) + 1)
    return [Cell(passage=value, column=column, start=0, line=line)] if column is not None and value else []


def _with_dash(cell: Cell) -> Cell:
    """The line "- ACRA" is the end of an organization, and no bullet."""
    piece = cell.passage.pieces[0]
    before = piece.source.text[: piece.run.start].rstrip()[-1:]
    is_code = cell.text.isupper() and len(cell.text.split()) == 1
    return replace(cell, mark=f"{before} ") if is_code and before in ("-", "–", "—") else cell


def _on_line(passage: Passage, line: int, *, gap: bool) -> list[Cell]:
    """The parts of a line that wide spaces divide."""
    parts: list[Cell] = []
    start = 0
    margin = _margin(passage)
    for space in (*_SPACES.finditer(passage.text), None):
        end = space.start() if space else len(passage.text)
        if start < end:
            cell = passage.part(start, end)
            parts.append(Cell(passage=cell, column=None, start=margin + start, line=line, gap=gap))
        start = space.end() if space else end
    return parts


def _margin(passage: Passage) -> int:
    """How far from the start of its line a passage stands."""
    piece = passage.pieces[0]
    return piece.run.start - (piece.source.text.rfind("\n", 0, piece.run.start) + 1)


def _in_columns(cells: Sequence[Cell], header: Mapping[int, int]) -> list[Cell]:
    """The cells of a line under the headings that they stand nearest to, as far as each has its own."""
    apart = [part for cell in cells for part in _split_at(cell, cells, header)]
    placed = [
        replace(cell, column=min(header, key=lambda column: abs(header[column] - cell.start)))
        for cell in apart
    ]
    if len({cell.column for cell in placed}) < len(placed):
        return list(cells)
    return placed


def _split_at(cell: Cell, cells: Sequence[Cell], header: Mapping[int, int]) -> list[Cell]:
    """A cell that reaches the next column with one space between, cut where that column begins."""
    text = cell.passage.text
    taken = {other.start for other in cells}
    for place in sorted(header.values()):
        offset = place - cell.start
        if 0 < offset < len(text) and place not in taken and text[offset - 1] == " " and text[offset] != " ":
            rest = replace(cell, passage=cell.passage.slice(offset), start=place)
            return [
                replace(cell, passage=cell.passage.part(0, offset)),
                *_split_at(rest, cells, header),
            ]
    return [cell]


def _is_header(cells: Sequence[Cell]) -> bool:
    names = {fold(column) for column in columns()}
    return all(fold(word) in names for cell in cells for word in cell.passage.text.split())
