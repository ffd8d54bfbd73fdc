"""Where the head of a form ends, where no row of labels begins the table of its items."""

import re
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.head.boxlabels import box_labels, labels_in
from schedgraph.parser.forms.sf115.head.signedbelow import begin_of_signature
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.boxedcells import begin_of_boxes
from schedgraph.parser.forms.sf115.table.cells import passages_of
from schedgraph.parser.labels import LabelMatch, match_label

HEAD_WITHOUT_TABLE = 90
"""Lines; a head is no longer."""
# What only the head of a sheet prints; "Title", "Date" and "From" may begin any line of an item.
UNMISTAKABLE = frozenset(
    {
        "form-title",
        "leave-blank",
        "notification",
        "notification-text",
        "certification-text",
        "confer",
        "major",
        "minor",
    }
    | {
        "signature",
        "archivist",
        "date-and-archivist",
        "date-and-signature",
        "checkboxes",
        "date-received",
        "certification",
    }
)
_FEWEST_ITEMS = 2
_SIGNED = frozenset({"date", "signature", "signer-title", "archivist"})
_LETTERED = re.compile(r"\W{0,3}[A-E][.)] ?[A-Za-z]")
# words behind the label of box 5, where a number stands: "ext." and the like are shorter
_PROSE = re.compile(r"\b[a-z]{5,}[ ][a-z]{4,}")


def end_without_headings(blocks: Sequence[Block]) -> int:
    """The end of the head where no row labels the columns: above the first item written out box by box, if any is."""
    end, boxes = _end_above_signature(blocks), begin_of_boxes(blocks)
    return end if boxes is None else min(end, boxes)


def _end_above_signature(blocks: Sequence[Block]) -> int:
    """The end of the head; a signature below the items makes no head of them."""
    signed = begin_of_signature(blocks)
    end = end_of_head(blocks[:signed])
    listed = any(read_designator(block.text) for block in blocks[end:signed])
    end = end if end and listed else end_of_head(blocks)
    return _end_above_items(blocks, end)


def _end_above_items(blocks: Sequence[Block], end: int) -> int:
    """The end of the head where items stand in it: no box instructs, so what the form prints below them is of its foot."""
    instructing = [index for index, block in enumerate(blocks[:end]) if _instructs(block)]
    if len(instructing) < _FEWEST_ITEMS:
        return end
    first = instructing[0]
    while first and label_of(blocks[first - 1]) is None and not blocks[first].gap:
        first -= 1
    if first and label_of(blocks[first - 1]) is None and read_designator(blocks[first - 1].text):
        first -= 1
    above = end_of_head(blocks[:first])
    return above if above else end


def _instructs(block: Block) -> bool:
    """Whether a line is an item with its instruction."""
    return (
        block.kind not in ("furniture", "rule")
        and read_designator(block.text) is not None
        and label_of(block) is None
        and find_instruction(block.passage) is not None
    )


def end_of_head(blocks: Sequence[Block]) -> int:
    """Past the last line that only a head prints, where no table heading follows it."""
    last = near = 0
    for index, block in enumerate(blocks[:HEAD_WITHOUT_TABLE]):
        if block.kind == "rule":
            # The frame of a box parts nothing from the boxes above it.
            near = index + 1 if near == index else near
            continue
        match = label_of(block)
        of_head = match is not None and match.label.name in UNMISTAKABLE | {
            "job-number",
            "from",
            "telephone",
        }
        if match is not None and match.label.name == "telephone" and _PROSE.search(block.text, match.end):
            # "4. Telephone service observation tapes. Reuse after 30 days." is an item.
            continue
        of_head = of_head or (near == index and _is_marked_box(block))
        if of_head or (near == index and (is_signed(block) or (index and _is_lettered_box(block, match)))):
            last = near = index + 1
    following = blocks[last : last + 1]
    if last and following and is_signed(blocks[last - 1]) and _is_signature(following[0]):
        return last + 1
    labels = label_of(blocks[last - 1]) if last else None
    if (
        labels
        and following
        and labels.end >= len(blocks[last - 1].passage.text.rstrip())
        and _is_value(following[0])
    ):
        last += 1
    return last


def is_signed(block: Block) -> bool:
    """Whether a line is the row of a signature: "C. DATE 3-20-79   E. TITLE Records Officer"."""
    named = {match.label.name for cell in passages_of(block) for match in labels_in(cell)}
    return len(named & _SIGNED) >= 2


def _is_marked_box(block: Block) -> bool:
    """Whether a line is the row of boxes that the agency marks: "[X] is not required; [ ] is attached"."""
    labels = [match for cell in passages_of(block) for match in labels_in(cell)]
    return bool(labels) and all(match.label.name == "checkboxes" for match in labels)


def _is_signature(block: Block) -> bool:
    """Whether a line below the labels of a signature is what they hold: "6/10/94      (signed)      DIRECTOR"."""
    first = next(iter(passages_of(block)), None)
    day = read_date(first.text) if first else None
    whole = (
        day is not None
        and first is not None
        and not (first.text[: day.start] + first.text[day.end :]).strip(" .|<>[]()")
    )
    return whole and not find_instruction(block.passage)


def _is_lettered_box(block: Block, match: LabelMatch | None) -> bool:
    """Whether a line is a box of the certificate by itself: "C. DATE: March 17, 1980", "E. TITLE: Records Officer"."""
    if match is None or match.label.name not in _SIGNED:
        return False
    return _LETTERED.match(block.text) is not None


def _is_value(block: Block) -> bool:
    """Whether a line can be the value of the label above it and cannot open an item."""
    return not block.heading and len(block.text) < 80 and not re.match(r"\(?[0-9A-Za-z]{1,2}[.)]", block.text)


def label_of(block: Block) -> LabelMatch | None:
    """The label that begins the first cell of a line that one begins."""
    for cell in passages_of(block):
        match = match_label(cell.text, box_labels())
        if match:
            return match
    return None
