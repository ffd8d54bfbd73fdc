"""Bold type that tells nothing: a typewriter or a fax that set all of a page in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.blocks import Block
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.sheets import BodyLine
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

_MOSTLY = 0.8
_TEXT = frozenset({"text", "row", "bullet"})


def without_even_weight(lines: Sequence[BodyLine]) -> list[BodyLine]:
    """The lines, those of pages that are bold throughout as if they were not.

    Where what instructs is as bold as what is named, no weight marks a title.
    """
    pages: dict[int, list[Block]] = defaultdict(list)
    for line in lines:
        if line.block.kind in _TEXT:
            pages[line.block.page].append(line.block)
    even = {page for page, blocks in pages.items() if _is_even(blocks)}
    return [_plain(line) if line.block.page in even else line for line in lines]


def _is_even(blocks: Sequence[Block]) -> bool:
    if not any(piece.run.bold for block in blocks for piece in block.passage.around):
        return False
    letters = [
        (piece.run.bold, _letters(piece.run.text)) for block in blocks for piece in block.passage.around
    ]
    bold = sum(count for heavy, count in letters if heavy)
    return bold > _MOSTLY * sum(count for _, count in letters) and any(
        cell.bold() and find_instruction(cell) for block in blocks for cell in block.cells
    )


@remembered(most=4096)
def _letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def _plain(line: BodyLine) -> BodyLine:
    block = line.block
    marked = block.heading and not block.passage.bold()
    cells = tuple(_unweighted(cell) for cell in block.cells)
    return replace(
        line, block=block._replace(passage=_unweighted(block.passage), cells=cells, heading=marked)
    )


def _unweighted(passage: Passage) -> Passage:
    return passage._replace(
        around=tuple(piece._replace(run=piece.run._replace(bold=False)) for piece in passage.around)
    )
