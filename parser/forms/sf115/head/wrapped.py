"""Boxes whose label a narrow column wrapped: `Job` over `Number` beside `N1-076-05-` over `2`."""

from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.head.boxlabels import box_labels
from schedgraph.parser.forms.sf115.table.cells import Cell, cells_of
from schedgraph.parser.labels import match_label
from schedgraph.parser.passage import Passage

_MOST_LINES = 3
_LONGEST_PART = 30
_ALIGNED = 4


def unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """The lines of a head, each label that goes on below joined, and the value beside it too."""
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        joined = _joined(blocks, index)
        if joined is None:
            result.append(blocks[index])
            index += 1
        else:
            block, index = joined
            result.append(block)
    return result


def _joined(blocks: Sequence[Block], index: int) -> tuple[Block, int] | None:
    for count in range(_MOST_LINES, 1, -1):
        group = blocks[index : index + count]
        if len(group) < count or any(len(block.cells) > 1 for block in group):
            continue
        rows = [cells_of(block) for block in group]
        if not all(0 < len(row) <= 2 for row in rows) or not _aligned(rows):
            continue
        values = [row[1].passage for row in rows if len(row) == 2]
        labels = [row[0].passage for row in rows]
        if not values or not _is_wrapped_label(labels) or any(_whole_label(value.text) for value in values):
            continue
        label, value = Passage.join(labels, " "), _value(values)
        whole = Passage.join([label, value], "\t")
        return group[0]._replace(passage=whole, cells=(label, value), kind="row"), index + count
    return None


def _aligned(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the lines begin below each other, and so do the values."""
    starts = [row[0].column for row in rows]
    values = [row[1].column for row in rows if len(row) == 2]
    return (
        max(starts) - min(starts) <= _ALIGNED and max(values, default=0) - min(values, default=0) <= _ALIGNED
    )


def _is_wrapped_label(parts: Sequence[Passage]) -> bool:
    """Whether the parts make a label together and no part but the first is one by itself."""
    if any(len(part.text) > _LONGEST_PART or _whole_label(part.text) for part in parts[1:]):
        return False
    return _whole_label(" ".join(part.text for part in parts))


def _whole_label(text: str) -> bool:
    match = match_label(text, box_labels())
    return match is not None and match.exact and not text[match.end :].strip(" .:()")


def _value(parts: Sequence[Passage]) -> Passage:
    """The value's lines; what a hyphen ended or began goes on without a space."""
    value = parts[0]
    for part in parts[1:]:
        value = Passage.join([value, part], "" if value.text.endswith("-") else " ")
    return value
