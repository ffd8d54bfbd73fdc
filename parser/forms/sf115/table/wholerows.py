"""Columns 9 and 10 of a table written out cell by cell: what they hold is of the whole item, not of its last part."""

from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry


def with_whole_rows(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, the one cell of column 9 and the one of column 10 beside the number of their item.

    Where an item has several of them, each stands below the part that it is of.
    """
    starts = [index for index, entry in enumerate(entries) if entry.number]
    result = list(entries[: starts[0]]) if starts else list(entries)
    for start, end in zip(starts, [*starts[1:], len(entries)], strict=True):
        result.extend(_whole(entries[start:end]))
    return result


def _whole(row: Sequence[Entry]) -> list[Entry]:
    """The entries of one item."""
    first, *below = row
    cited, acted = [each for each in row if each.citation], [each for each in row if each.action]
    if len(cited) == 1:
        first = replace(first, citation=cited[0].citation)
        below = [replace(each, citation=None) for each in below]
    if len(acted) == 1:
        first = replace(first, action=acted[0].action)
        below = [replace(each, action=None) for each in below]
    return [
        first,
        *(each for each in below if each.passage or each.citation or each.action or each.successor),
    ]
