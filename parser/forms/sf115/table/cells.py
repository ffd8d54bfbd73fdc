"""A visible line cut into the cells that tabs or runs of spaces part, each with its column in the source."""

import re
from dataclasses import dataclass

from schedgraph.parser.blocks import Block, is_form_print
from schedgraph.parser.forms.sf115.table.entries import indent_of
from schedgraph.parser.passage import Passage

# Lines like "1. FROM (Agency or establishment)          DATE RECEIVED"
_SPACES = re.compile(r"[ \u00a0]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: its place in the row, and the source column in which it begins."""

    passage: Passage
    index: int
    column: int
    tabbed: bool = False


def cells_of(block: Block) -> tuple[Cell, ...]:
    """The cells of a line that hold something of the form; empty ones count for the index only."""
    tabbed = len(block.cells) > 1
    return tuple(
        Cell(passage=part, index=index, column=indent_of(part), tabbed=tabbed)
        for index, part in enumerate(_parts(block))
        if part and not is_form_print(part.text, alone=True)
    )


def passages_of(block: Block) -> tuple[Passage, ...]:
    """The passages of the same cells, where nobody asks for their places."""
    return tuple(part for part in _parts(block) if part and not is_form_print(part.text, alone=True))


def _parts(block: Block) -> tuple[Passage, ...]:
    return block.cells if len(block.cells) > 1 else split_at_spaces(block.passage)


def is_one_cell(text: str) -> bool:
    """Whether no run of three spaces parts a line."""
    return "   " not in text and "\u00a0" not in text


def split_at_spaces(passage: Passage) -> tuple[Passage, ...]:
    """The parts of a line between runs of three spaces and more."""
    if is_one_cell(passage.text):
        whole = passage.strip()
        return (whole,) if whole and not is_form_print(whole.text, alone=True) else ()
    parts, start = [], 0
    for gap in _SPACES.finditer(passage.text):
        parts.append(passage.part(start, gap.start()))
        start = gap.end()
    parts.append(passage.part(start))
    return tuple(part for part in parts if part and not is_form_print(part.text, alone=True))
