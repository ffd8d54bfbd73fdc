"""The columns of a crosswalk: the heading row that names them, and the cells of a row below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.passage import Passage

_OLD = re.compile(
    r"\b(?:old|older|former|previous|prior|existing|supersede[sd]|supercede[sd]|replace[sd]|rescind(?:s|ed)|earlier)\b",
    re.IGNORECASE,
)
_NEW = caseless(
    r"\b(?:new|this schedule|this job|successor|(?:replac(?:ed|ing)|superseded) (?:by|item)|superseding)\b",
)
# Headings over the items of the schedule itself, and over what superseded them: "This schedule", "Item no.", "Superseded by"
_OWN = re.compile(
    r"\W*(?:this (?:schedule|job)(?: items?)?"
    r"|(?:this |old )?items?(?: nos?| numbers?)?(?:[ (]{1,2}(?:of |in )?this (?:schedule|job))?)\W*",
    re.IGNORECASE,
)
_ENDED_BY = caseless(r"\b(?:superseded|replaced) (?:by|with)\b(?! this)|\b(?:successor|superseding)\b")
# All that stands beside the number of a job in a heading like "NC1-207-84-4 item no."
_BESIDE_JOB = frozenset(
    ["item", "items", "no", "nos", "number", "numbers", "job", "jobs", "schedule", "authority", "from"]
)
_OF_ITEMS = re.compile(
    r"\b(?:descriptions?|titles?|series|dispositions?|retention|action taken)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\t|[ \u00a0]{2,}")
_LONGEST_HEADING = 120
_SLACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which of the columns that a heading row names hold the old and the new, and where in its line each begins.

    `begins` is empty where cells are told apart by their order alone. `job` is the number that the heading of
    the old column names, "Old item (NC1-207-84-4)": the cells below may then hold items alone. `ended` says that
    the old column is of the schedule's own items and the new one of what superseded them.
    """

    old: int
    new: int
    count: int
    begins: tuple[int, ...] = ()
    job: Passage | None = None
    ended: bool = False


def columns_of(block: Block) -> Columns | None:
    """The columns that a heading row names; None where a line is no such heading."""
    text = block.passage.text
    if not (_NEW.search(text) or _ENDED_BY.search(text)) or len(block.text) > _LONGEST_HEADING:
        return None
    cells = cells_of(block)
    begins = () if is_tabbed(block) else tuple(cell.indent() for cell in cells)
    own = [index for index, cell in enumerate(cells) if _OWN.fullmatch(cell.text)]
    ending = [index for index, cell in enumerate(cells) if _ENDED_BY.search(cell.text)]
    if len(own) == len(ending) == 1 and not find_numbers(block.passage.text):
        return Columns(old=own[0], new=ending[0], count=len(cells), begins=begins, ended=True)
    new = [index for index, cell in enumerate(cells) if _NEW.search(cell.text)]
    if len(new) != 1:
        return None
    others = [index for index in range(len(cells)) if index not in new]
    jobs = {index: job for index in others if (job := _job(cells[index])) is not None}
    old = [index for index in others if index in jobs or _OLD.search(cells[index].text)]
    if len(old) != 1 or any(find_numbers(cells[index].text) for index in others if index not in jobs):
        return None
    if find_numbers(cells[new[0]].text) and _job(cells[new[0]]) is None:
        return None
    return Columns(old=old[0], new=new[0], count=len(cells), begins=begins, job=jobs.get(old[0]))


def _job(heading: Passage) -> Passage | None:
    """The number of a job in a heading that says nothing else but what such a heading says."""
    found = find_numbers(heading.text)
    if len(found) != 1:
        return None
    number = heading.slice(found[0].start, found[0].end)
    rest = _NEW.pattern.sub(
        " ", _OLD.sub(" ", f"{heading.text[: found[0].start]} {heading.text[found[0].end :]}")
    )
    return number if _BESIDE_JOB.issuperset(_WORD.findall(rest.casefold())) else None


def lists_items(block: Block) -> bool:
    """Whether a heading row also names columns of a list of items, as "Old item", "New item", "Description" do."""
    return any(_OF_ITEMS.search(cell.text) for cell in cells_of(block))


def parted(block: Block, columns: Columns) -> tuple[Passage, Passage, str] | None:
    """The old and the new cell of a row and what its other cells say; None where it has too few cells.

    A row may leave cells out: its cells then stand below the headings where these have places of their own, and
    else an old or new column at the edge of the table keeps its edge.
    """
    cells: Sequence[Passage] = cells_of(block)
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return None
    old, new = columns.old, columns.new
    if len(cells) != columns.count and columns.begins and not is_tabbed(block):
        cells = _below(filled, columns.begins)
    elif len(cells) != columns.count:
        last = columns.count - 1
        if {old, new} != {0, last}:
            return None
        cells, old, new = filled, (0 if old == 0 else len(filled) - 1), (0 if new == 0 else len(filled) - 1)
    others = " ".join(cell.text for index, cell in enumerate(cells) if index not in (old, new))
    return cells[old], cells[new], others


def _below(cells: Sequence[Passage], begins: Sequence[int]) -> list[Passage]:
    """For each heading what stands below it."""
    found: list[list[Passage]] = [[] for _ in begins]
    for cell in cells:
        left = [index for index, begin in enumerate(begins) if begin <= cell.indent() + _SLACK]
        found[left[-1] if left else 0].append(cell)
    return [Passage.join(parts, " ") if parts else Passage(text="") for parts in found]


def is_tabbed(block: Block) -> bool:
    """Whether tabs part the cells of a line."""
    return len(block.cells) > 1


def cells_of(block: Block) -> tuple[Passage, ...]:
    """The cells of a line, the empty ones too where it is tabbed."""
    if is_tabbed(block):
        return block.cells
    parts, start = [], 0
    for gap in _GAP.finditer(block.passage.text):
        parts.append(block.passage.part(start, gap.start()))
        start = gap.end()
    parts.append(block.passage.part(start))
    return tuple(part for part in parts if part)
