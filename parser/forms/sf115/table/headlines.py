"""Headings of the items table whose labels stand on lines of their own, or were read across several lines."""

import re
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.cells import passages_of
from schedgraph.parser.forms.sf115.table.columns import (
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
_FURTHER = re.compile(
    r"\W{0,2}(?:8[.)]?[ ]desc|9[.)]?[ ](?:g[ra]s\b|sample)|10[.)]?[ ]action)", re.IGNORECASE
)
_NINTH = re.compile(r"\W{0,2}9[.)]?[ ][A-Z]")
_FEW_LINES = 4
_NEAR_LABELS = 5
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
    foreign: list[Block] = []
    while position < min(len(blocks), index + _MOST_LINES):
        block = blocks[position]
        number = _BOX_NUMBER.fullmatch(block.text) is not None
        if not (_is_alone(block) and (number or is_of_labels(block.text))):
            between = _lines_between(blocks, position) if end > index else 0
            if not between:
                break
            foreign.extend(blocks[position : position + between])
            position += between
            continue
        position += 1
        end = end if number else position
    if end - index < 2:
        return None
    labels = [block for block in blocks[index:end] if not any(block is each for each in foreign)]
    text = " ".join(block.text for block in labels)
    roles = {match.label.name for match in find_labels(text, column_labels())} & TABLE_ROLES
    if "description" not in roles or len(roles) < 2:
        return None
    return Heading(start=index, end=end, columns=Columns(roles=frozenset(roles)), foreign=tuple(foreign))


def column_apart(blocks: Sequence[Block], index: int) -> int:
    """Where the labels of column 9 end that begin at `index`, its cells below them and not beside the items; else 0."""
    if not _NINTH.match(blocks[index].text):
        return 0
    end = index
    while (
        end < min(len(blocks), index + _NEAR_LABELS)
        and _is_alone(blocks[end])
        and is_of_labels(blocks[end].text)
    ):
        end += 1
    text = " ".join(block.text for block in blocks[index:end])
    roles = {match.label.name for match in find_labels(text, column_labels())}
    return end if roles and roles <= {"citation", "sample"} else 0


def _lines_between(blocks: Sequence[Block], index: int) -> int:
    """How many lines of the head stand between the label of a column and that of the next; 0 where none follows."""
    for count in range(1, _FEW_LINES + 1):
        if index + count >= len(blocks) or read_designator(blocks[index + count - 1].text):
            # An item stands between them: that label belongs to a column below all items.
            return 0
        if _FURTHER.match(blocks[index + count].text):
            return count
    return 0


def _is_alone(block: Block) -> bool:
    return len(block.cells) <= 1 and len(passages_of(block)) <= 1 and len(block.text) <= _LONGEST_LINE


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
