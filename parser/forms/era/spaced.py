"""Tables of items whose columns only runs of spaces part: each line as a row of cells, as tabs would leave it."""

import re
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.era.columns import heading_of
from schedgraph.parser.passage import Passage

_GAP = re.compile(r"[ \u00a0]{2,}")
_LEAST_COLUMNS = 3
_SHIFT = 2
"""A cell may begin so far to the left of its heading."""


def with_spaced_tables(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the lines of each table under headings that name an item's number as rows of cells."""
    result: list[Block] = []
    columns: list[int] = []
    for block in blocks:
        if not columns and (block.kind != "text" or not _may_head(block.passage.text)):
            result.append(block)
            continue
        parts = _parts(block)
        if _is_heading(parts):
            columns = [start for start, _ in parts]
            result.append(_row(block, [part for _, part in parts]))
            continue
        cells = _cells(parts, columns) if columns and block.page == result[-1].page else None
        if cells is None:
            columns = []
            result.append(block)
        elif cells[0] or result[-1].kind != "row":
            result.append(_row(block, cells))
        else:
            # A narrow column wrapped what the row above holds.
            joined = [_joined(above, below) for above, below in zip(result[-1].cells, cells, strict=True)]
            result[-1] = _row(result[-1], joined)
    return result


def _may_head(text: str) -> bool:
    """Whether so many gaps as part the columns of a heading may stand in a line."""
    return text.count("  ") >= _LEAST_COLUMNS - 1 or "\u00a0" in text


def _parts(block: Block) -> list[tuple[int, Passage]]:
    if block.kind != "text" or len(block.cells) > 1:
        return []
    text, start = block.passage.text, 0
    found: list[tuple[int, Passage]] = []
    for gap in (*_GAP.finditer(text), None):
        part = block.passage.slice(start, gap.start() if gap else len(text))
        if part:
            found.append((part.indent(), part))
        start = gap.end() if gap else start
    return found


def _is_heading(parts: Sequence[tuple[int, Passage]]) -> bool:
    if len(parts) < _LEAST_COLUMNS:
        return False
    names = [heading_of(part.text) for _, part in parts]
    return None not in names and "item-number" in {name for name, _ in filter(None, names)}


def _cells(parts: Sequence[tuple[int, Passage]], columns: Sequence[int]) -> list[Passage] | None:
    """What a line holds in each column; None where two parts stand in one or nothing parts the line."""
    if not parts or (len(parts) == 1 and parts[0][0] < columns[1] - _SHIFT):
        return None
    cells: dict[int, Passage] = {}
    for start, part in parts:
        column = max(index for index, each in enumerate(columns) if index == 0 or each <= start + _SHIFT)
        if column in cells:
            return None
        cells[column] = part
    return [cells.get(index, Passage(text="")) for index in range(len(columns))]


def _joined(above: Passage, below: Passage) -> Passage:
    return Passage.join([above, below], " ") if above and below else above or below


def _row(block: Block, cells: Sequence[Passage]) -> Block:
    return block._replace(kind="row", passage=Passage.join(cells, "\t"), cells=tuple(cells))
