"""A column 9 that stands below all items, one cell for each of them in their order."""

from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.blocks import Block
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.numbering.outline import Outline
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.passage import Passage


def with_column_below(outline: Outline, cells: Sequence[Block]) -> Outline:
    """The outline, each item below which no other stands with its cell, where there are as many cells as such items.

    Where their numbers differ nothing tells whose a cell is: it is told as a doubt and given to none.
    """
    if not cells:
        return outline
    parents = {item.parent for item in outline.items}
    leaves = [place for place in range(len(outline.items)) if place not in parents]
    evidence = Passage.join([block.passage for block in cells]).evidence()
    if len(leaves) != len(cells):
        message = f"Column 9 stands below the items; its {len(cells)} cells could not be given to {len(leaves)} items."
        unpaired = Doubt(code="citations-apart", message=message, evidence=evidence)
        return replace(outline, doubts=(*outline.doubts, unpaired))
    cell_of = dict(zip(leaves, cells, strict=True))
    items = tuple(
        replace(item, entries=(*item.entries, Entry(passage=EMPTY, citation=cell_of[place].passage)))
        if place in cell_of
        else item
        for place, item in enumerate(outline.items)
    )
    message = "Column 9 stands below the items; its cells were given to them in order."
    paired = Doubt(code="citations-by-order", message=message, evidence=evidence)
    return replace(outline, items=items, doubts=(*outline.doubts, paired))
