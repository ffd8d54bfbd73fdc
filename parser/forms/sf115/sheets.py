"""The sheets of a form parted: the lines of its head, and the lines that hold the items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.dates import find_dates
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.archivist import ARCHIVIST_OF
from schedgraph.parser.forms.sf115.coverremark import part_cover_remark
from schedgraph.parser.forms.sf115.head.boxlabels import box_labels
from schedgraph.parser.forms.sf115.headend import (
    HEAD_WITHOUT_TABLE,
    UNMISTAKABLE,
    end_of_head,
    end_without_headings,
    is_signed,
    label_of,
)
from schedgraph.parser.forms.sf115.table.boxedcells import begin_of_boxes
from schedgraph.parser.forms.sf115.table.cells import passages_of
from schedgraph.parser.forms.sf115.table.columns import Columns, is_of_labels
from schedgraph.parser.forms.sf115.table.headings import find_headings
from schedgraph.parser.forms.sf115.table.headlines import column_apart
from schedgraph.parser.forms.sf115.table.narrowcells import is_ninth
from schedgraph.parser.labels import match_label

_LONGEST_HEAD = 60
_BESIDE_NUMBER = 2

# Comparing damaged labels is dear, and most lines of the items hold no scrap of one.
_OF_A_FORM = UNMISTAKABLE | {"job-number"}
_LONGEST_TITLE = 110
_OF_A_LETTER = re.compile(
    r"\W{0,4}(?:dear\b|memo(?:randum)?\b|sincerely\b|respectfully\b|subject\W{0,3}(?=[:| ])|appraisal\b|enclosed\b)",
    re.IGNORECASE,
)
_APPROVING = caseless(ARCHIVIST_OF)
_MAY_LABEL = caseless(
    r"reque|que[s5]t|auth|job|leave|blank|notif|certif|signat|archiv|subdiv|confer|telep|accord|provis|receiv"
    r"|agency|standard|form|previous|prescr|rev[.i]|from|title|hereby|dispo",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A line of the items part under the columns that hold for it."""

    block: Block
    columns: Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The heads of the form and of its continuation sheets, one after the other, and the lines between.

    `headings` are the lines that label the columns of the items, `ninth` the cells of a column 9 below all items,
    `ahead` the lines of a letter or a memorandum in front of the form.
    """

    heads: tuple[tuple[Block, ...], ...]
    body: tuple[BodyLine, ...]
    headings: tuple[Block, ...] = ()
    ninth: tuple[Block, ...] = ()
    ahead: tuple[Block, ...] = ()

    @property
    def head(self) -> tuple[Block, ...]:
        """The first sheet's head."""
        return self.heads[0] if self.heads else ()


def part_sheets(blocks: Sequence[Block]) -> Sheets:
    """The heads and the body of `blocks`; what a remark tells of the first sheet stands in its head."""
    remark = part_cover_remark(blocks)
    if remark:
        blocks = remark.others
    headings = find_headings(blocks)
    heads: list[tuple[Block, ...]] = []
    body: list[BodyLine] = []
    columns = Columns()
    position = 0
    first_end = headings[0].start if headings else end_without_headings(blocks)
    if (boxes := begin_of_boxes(blocks)) is not None:
        first_end = min(first_end, boxes)
    if headings and end_of_head(blocks[: headings[0].start]) == 0 and headings[0].start > HEAD_WITHOUT_TABLE:
        first_end = 0
    begin = _begin_of_form(blocks[:first_end])
    heads.append((*blocks[begin:first_end], *(remark.boxes if remark else ())))
    position = first_end
    for heading in headings:
        start = _start_of_head(blocks, position, heading.start)
        body.extend(_under(columns, blocks[position:start]))
        if start < heading.start:
            heads.append(tuple(blocks[start : heading.start]))
        if heading.foreign:
            heads[-1] = (*heads[-1], *heading.foreign)
        columns = heading.columns
        position = heading.end
    body.extend(_under(columns, blocks[position:]))
    body, ninth, labels = _column_apart(body)
    own = frozenset(number for head in heads for block in head for number in _numbers(block))
    lines = [line.block for line in body]
    kept = []
    for index, line in enumerate(body):
        label = _form_label(line.block)
        if _is_number_overleaf(lines, index, own) or (
            label and (label != "job-number" or _numbers_the_sheet(lines, index, own))
        ):
            heads.append((line.block,))
        else:
            kept.append(line)
    return Sheets(
        heads=tuple(head for head in heads if head) or ((),),
        body=tuple(kept),
        headings=(
            *(block for heading in headings for block in blocks[heading.start : heading.end]),
            *labels,
        ),
        ninth=ninth,
        ahead=tuple(blocks[:begin]),
    )


def _begin_of_form(head: Sequence[Block]) -> int:
    """Where the form begins behind a letter or a memorandum, whose dates and names are not those of its boxes.

    Its title tells where no box of the form stands before it; values may stand before all labels.
    """
    for index, block in enumerate(head):
        match = label_of(block) if _MAY_LABEL.stands_in(block.text) else None
        if match is None or match.label.name not in _OF_A_FORM or match.label.name == "archivist":
            # A letter to the Archivist names the addressee as the form names the box.
            continue
        titled = match.label.name == "form-title" and len(block.text) <= _LONGEST_TITLE
        return index if titled and any(_OF_A_LETTER.match(each.text) for each in head[:index]) else 0
    return 0


def _column_apart(
    body: Sequence[BodyLine],
) -> tuple[list[BodyLine], tuple[Block, ...], tuple[Block, ...]]:
    """The lines of the items; the cells of a column 9 that stands below all of them, and the labels around it."""
    blocks = [line.block for line in body]
    written_out = begin_of_boxes(blocks) is not None
    for index in range(1, 0 if written_out else len(blocks)):
        begin = column_apart(blocks, index)
        end = begin
        while begin and end < len(blocks) and is_ninth(blocks[end].passage):
            end += 1
        if end == begin:
            continue
        after = end
        while after < len(blocks) and is_of_labels(blocks[after].text):
            after += 1
        labels = (*blocks[index:begin], *blocks[end:after])
        return [*body[:index], *body[after:]], tuple(blocks[begin:end]), labels
    return list(body), (), ()


def _under(columns: Columns, blocks: Sequence[Block]) -> list[BodyLine]:
    """The lines of a sheet; the first of them stands apart from the sheet before."""
    lines = [BodyLine(block=block, columns=columns) for block in blocks]
    if lines:
        lines[0] = BodyLine(block=lines[0].block._replace(gap=True), columns=columns)
    return lines


def _form_label(block: Block) -> str | None:
    """The label by which a line belongs to the head of a continuation sheet and not to an item."""
    if not _MAY_LABEL.stands_in(block.text):
        return None
    if _APPROVING.search(block.text) and is_signed(block) and find_dates(block.text):
        # The approval at the foot of a sheet: "DATE 4/4/91 ARCHIVIST OF THE UNITED STATES Don W. Wilson".
        return "archivist"
    matches = [match_label(cell.text, box_labels()) for cell in passages_of(block)]
    first = matches[0] if matches else None
    if first is None:
        return None
    named = {match.label.name for match in matches if match}
    if len(named) >= 2 and (found := sorted(named & UNMISTAKABLE)):
        return found[0]
    name = first.label.name
    if first.label.kind == "wording" and first.exact:
        return name if name != "checkboxes" and len(block.text) > 40 else None
    if name == "job-number":
        return name if len(block.text) <= 60 else None
    if name == "certification" and first.exact and find_instruction(block.passage) is None:
        return name
    return name if name in ("form-title", "leave-blank", "notification", "form-edition") else None


def _numbers_the_sheet(blocks: Sequence[Block], index: int, own: frozenset[str]) -> bool:
    """Whether "Job No. NC1-95-78-3" is the sheet's own number; below an item it is what column 9 holds.

    It is the number of the form again, or unreadable, or it stands where a sheet begins.
    """
    mentions = find_numbers(blocks[index].passage.text)
    if any(not mention.whole_schedule for mention in mentions):
        return False
    targets = {reading.target for mention in mentions for reading in mention.readings}
    if not targets or targets & own:
        return True
    before = blocks[index - 1] if index else None
    begins = before is None or before.page < blocks[index].page or before.kind in ("furniture", "stamp")
    near = [*blocks[max(0, index - _BESIDE_NUMBER) : index], *blocks[index + 1 : index + 1 + _BESIDE_NUMBER]]
    return begins or any(_form_label(each) not in (None, "job-number") for each in near)


def _is_number_overleaf(blocks: Sequence[Block], index: int, own: frozenset[str]) -> bool:
    """Whether a line at the top of a page is the form's own number and nothing else, as continuation sheets print it."""
    block = blocks[index]
    if not index or (blocks[index - 1].page == block.page and blocks[index - 1].kind != "furniture"):
        return False
    mentions = find_numbers(block.passage.text)
    return len(mentions) == 1 and mentions[0].id in own and len(mentions[0].printed) >= len(block.text) - 2


def _numbers(block: Block) -> list[str]:
    return [mention.id for mention in find_numbers(block.passage.text) if mention.id]


def _start_of_head(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the head of a further sheet begins, whose items table has its heading at `end`."""
    begin = end
    for index in range(end - 1, max(start, end - _LONGEST_HEAD) - 1, -1):
        block = blocks[index]
        match = label_of(block)
        if match and match.label.name == "form-title":
            return index
        if match and match.label.name in UNMISTAKABLE | {"job-number", "page"}:
            begin = index
        elif begin - index > 12:
            break
    return begin
