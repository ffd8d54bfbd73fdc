"""Headings of the items table whose labels stand on lines of their own, or were read across several lines."""

import re
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.cells import cells_of
from schedgraph.parser.forms.sf115.columns import (
    MAY_LABEL,
    NEAR,
    TABLE_ROLES,
    Columns,
    Heading,
    column_labels,
    is_fragment,
    is_of_labels,
    whole_role,
    wrapped_end,
)
from schedgraph.parser.labels import find_labels

_BOX_NUMBERS = re.compile(r"\b7[.,]? {0,3}.{0,30}\b8[.,]?.{4,80}\b9[.,]?.{1,40}\b(?:10|1O|lO|l0)\b")
_BOX_NUMBER = re.compile(r"(?:[789]|10)[.)]?")
_BEGINS = re.compile(r"\W{0,2}(?:7[.)]?(?:[ ]|$)|8[.)]?[ ]|item\b)", re.IGNORECASE)
_SAMPLE = re.compile(r"\bsample\b", re.IGNORECASE)
_MOST_LINES = 18
_LONGEST_LINE = 80


def heading_lines(blocks: Sequence[Block], index: int) -> Heading | None:
    """Labels that stand on a line each: `7. ITEM NO.`, `8. DESCRIPTION OF ITEM`, …"""
    role = whole_role(blocks[index])
    if role not in ("number", "description"):
        return None
    found, end = {role}, index + 1
    for position in range(index + 1, min(len(blocks), index + 1 + NEAR)):
        role = whole_role(blocks[position])
        if role:
            found.add(role)
            end = position + 1
        elif not is_fragment(blocks[position].text):
            break
    if len(found & TABLE_ROLES) < 2 or "description" not in found:
        return None
    return Heading(start=index, end=wrapped_end(blocks, end), columns=Columns(roles=frozenset(found)))


def heading_block(blocks: Sequence[Block], index: int) -> Heading | None:
    """Labels in pieces, one under another: `7.`, `ITEM`, `NO.`, `8. DESCRIPTION OF ITEM`, `9. GRS OR`, `SUPERSEDED`, …"""
    if not _BEGINS.match(blocks[index].text):
        return None
    end = position = index
    while position < min(len(blocks), index + _MOST_LINES):
        block = blocks[position]
        number = _BOX_NUMBER.fullmatch(block.text) is not None
        alone = len(block.cells) <= 1 and len(cells_of(block)) <= 1 and len(block.text) <= _LONGEST_LINE
        if not (alone and (number or is_of_labels(block.text))):
            break
        position += 1
        end = end if number else position
    if end - index < 2:
        return None
    text = " ".join(block.text for block in blocks[index:end])
    roles = {match.label.name for match in find_labels(text, column_labels())} & TABLE_ROLES
    if "description" not in roles or len(roles) < 2:
        return None
    return Heading(start=index, end=end, columns=Columns(roles=frozenset(roles)))


def heading_run_together(blocks: Sequence[Block], index: int) -> Heading | None:
    """Heads of several lines read across: "7. 8. DESCRIPTION OF ITEM 9. GAS OR 10. ACTION" over "ITEM SUPERSEDED TAKEN"."""
    text = blocks[index].passage.text
    if not _BOX_NUMBERS.search(text) or not MAY_LABEL.search(text):
        return None
    if all(match.label.name != "description" for match in find_labels(text, column_labels())):
        return None
    end, limit = index + 1, min(len(blocks), index + 1 + NEAR)
    while end < limit and not blocks[end].gap and is_of_labels(blocks[end].text):
        end += 1
    below = " ".join(block.text for block in blocks[index:end])
    ninth = "sample" if _SAMPLE.search(below) else "citation"
    return Heading(
        start=index, end=end, columns=Columns(roles=frozenset({"number", "description", ninth, "action"}))
    )
