"""A small table within the description of an item: its rows are no items, whatever their first column numbers."""

from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.passage import Passage


def with_inner_tables(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, the rows of a table that a description announces with a colon told as its text."""
    result: list[Entry] = []
    inside = False
    for index, entry in enumerate(entries):
        inside = entry.row and (inside or _opens(entries, index))
        result.append(_as_text(entry) if inside else entry)
    return result


def _opens(entries: Sequence[Entry], index: int) -> bool:
    """Whether a row is the heading of such a table: words alone, below a line of text that ends with a colon."""
    if not index or entries[index].number is not None:
        return False
    above, heading = entries[index - 1], entries[index].text
    return (
        not above.row and above.text.endswith(":") and not any(character.isdigit() for character in heading)
    )


def _as_text(entry: Entry) -> Entry:
    cells = [cell for cell in (entry.number, entry.passage, entry.citation, entry.action) if cell]
    return replace(entry, passage=Passage.join(cells, "  "), number=None, citation=None, action=None)
