"""A small table within the description of an item: its rows are no items, whatever their first column numbers."""

from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage


def with_inner_tables(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each table within a description as one of them: what its rows begin with numbers no items."""
    result: list[Entry] = []
    inside = False
    for index, entry in enumerate(entries):
        goes_on = inside and entry.row
        inside = goes_on or (entry.row and _opens(entries, index))
        if goes_on:
            result[-1] = replace(result[-1], passage=Passage.join([result[-1].passage, _whole(entry)], "\n"))
        else:
            result.append(
                replace(entry, passage=_whole(entry), citation=None, action=None) if inside else entry
            )
    return result


def _opens(entries: Sequence[Entry], index: int) -> bool:
    """Whether a row is the heading of such a table: words alone, below a line that announces it or opens an item.

    Where the items themselves stand in a table none of them is opened by a line of text.
    """
    if not index or entries[index].number is not None:
        return False
    above, heading = entries[index - 1], entries[index].text
    if above.row or any(character.isdigit() for character in heading):
        return False
    opened = above.number is not None or read_designator(above.text) is not None
    return above.text.endswith(":") or (above.own_line and opened)


def _whole(row: Entry) -> Passage:
    """All cells of a row in their order."""
    return Passage.join([cell for cell in (row.number, row.passage, row.citation, row.action) if cell], "  ")
