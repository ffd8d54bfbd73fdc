"""Column 9 or 10 written below a group of sub-items, at their own margin: the cell of the row, not of its last line."""

import re
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.itemlabels import item_label
from schedgraph.parser.forms.sf115.numbering.outline import Outline, OutlineItem
from schedgraph.parser.forms.sf115.table.entries import Entry

_FEWEST = 2
_NAMES = frozenset({"column-citation", "action"})
_MAY_LABEL = re.compile(r"\W{0,4}(?:col|action)", re.IGNORECASE)


def with_group_cells(outline: Outline) -> Outline:
    """The outline, a labelled cell below a group given to the item above the group.

    It stands behind the last sub-item, none of the others has one, and it begins where the sub-items begin. Where
    nothing is indented it may be the last one's as well: it stays there, and that is told. A number whose own last
    part is the sub-item's letter is of that sub-item.
    """
    if not any(_is_cell(entry) for item in outline.items for entry in item.entries):
        return outline
    items = list(outline.items)
    doubts: list[Doubt] = []
    groups: dict[int, list[int]] = {}
    for place, item in enumerate(items):
        if item.parent is not None:
            groups.setdefault(item.parent, []).append(place)
    for parent, group in groups.items():
        last = items[group[-1]]
        cells = tuple(entry for entry in last.entries if _is_cell(entry))
        others = (items[place] for place in (parent, *group[:-1]))
        if not cells or len(group) < _FEWEST or group[-1] in groups or any(map(_has_cell, others)):
            continue
        if any(_is_of(cell, last) for cell in cells):
            continue
        margins = items[parent].line.indent(), last.line.indent()
        where = max(entry.indent for entry in cells)
        if margins[0] < margins[1] and where <= margins[1]:
            kept = tuple(entry for entry in last.entries if entry not in cells)
            items[group[-1]] = replace(last, entries=kept)
            items[parent] = replace(items[parent], entries=(*items[parent].entries, *cells))
        elif margins[0] == margins[1] == where:
            message = (
                f"What is said of column 9 or 10 below item {last.number} may be said of all of "
                f"{items[parent].number}; it was taken for {last.number} alone."
            )
            doubts.append(Doubt(code="cell-of-group", message=message, evidence=cells[0].passage.evidence()))
    return replace(outline, items=tuple(items), doubts=(*outline.doubts, *doubts))


def _is_cell(entry: Entry) -> bool:
    if not _MAY_LABEL.match(entry.passage.text):
        return False
    label = item_label(entry.passage)
    return label is not None and label.label.name in _NAMES


def _has_cell(item: OutlineItem) -> bool:
    return any(entry.citation or entry.action or _is_cell(entry) for entry in item.entries)


def _is_of(cell: Entry, item: OutlineItem) -> bool:
    """Whether a cell cites an item with the same last letter or figure: "NC1-15-76-9, item 4b" below b."""
    mentions = [*find_numbers(cell.passage.text), *find_numbers(cell.citation.text if cell.citation else "")]
    return any(
        (mention.id or "").count("/") > 1 and _last(mention.id) == item.path[-1] for mention in mentions
    )


def _last(number: str | None) -> str:
    return (number or "").rpartition("/")[2]
