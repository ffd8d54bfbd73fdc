"""The columns of a crosswalk: the heading row that names them, and the cells of a row below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.forms.crosswalk.remarks import ENDS
from schedgraph.parser.passage import Passage, collapsed
from schedgraph.parser.remembered import remembered

_OLD = re.compile(
    r"\b(?:old|older|former|previous|prior|existing|supersede[sd]|supercede[sd]|replace[sd]|rescind(?:s|ed)|earlier"
    r"|legacy|retired|obsolete|outdated|original (?:authorit(?:y|ies)|citations?|items?|schedules?|jobs?))\b",
    re.IGNORECASE,
)
_NEW = caseless(
    r"\b(?:new|this schedule|this job|successor|(?:replac(?:ed|ing)|superseded) (?:by|item)|superseding|replacements?"
    r"|now (?:used?|cited?|see|in (?:use|force|effect)|applicable|covered (?:by|under))|use (?:now|instead)"
    r"|(?:authority|citation|item|schedule|job|number)s? to (?:use|cite|apply))\b",
)
# Over the newer side only where another heading is over the older one: "Previous authority | Current authority"
_CURRENT = caseless(
    r"\b(?:current|present|today['’]?s|valid|active) (?:\w{2,11} ){0,2}(?:authorit|citation|item|schedule|job|number)",
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
# Headings beside those of the numbers: "Old title", "New retention", "Date superseded"
_BESIDE_NUMBERS = re.compile(
    r"\b(?:titles?|descriptions?|names?|subjects?|series|records|retentions?|dispositions?|dates?|approv\w{2,3}|status|remarks?|notes?"
    r"|comments?|action)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"\b(?:authorit(?:y|ies)|nara|job|schedule|citation)\b", re.IGNORECASE)
# Headings over the numbers of whatever schedules a list is of: "Job", "NARA job no.", "Disposition authority number"
_AUTHORITIES = re.compile(
    r"\W*(?:(?:nara|nars|disposition|disposal|records?|agency|current)\s){0,2}(?:job|schedule|authority|citation)"
    r"(?:\s?(?:/|and|&)\s?item)?s?(?:\s(?:no[.]?|nos[.]?|number|numbers|\#))?\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# "Master file. Temporary. Delete when superseded by the next." is an item, and no heading
_SENTENCES = re.compile(r"[a-z]{3}[.;]\s{1,3}[A-Z][a-z]")
# "Item", "Former item", "Item No.", "Old item number": a column beside the one that names the schedule
_BESIDE_SCHEDULE = re.compile(r"\bitems?\b(?: ?\(?(?:nos?|numbers?|#)\)?\.?)?\W*$", re.IGNORECASE)
# "2a", "item 4", "1, 2a and 3(1)", "5-7", "0001"; never the title of a series
_ITEM_CELL = re.compile(
    r"(?:items?\s)?\(?[0-9]{1,4}[0-9A-Za-z()/.-]{0,8}"
    r"(?:\s?(?:[,;&-]|\band\b|\bthrough\b|\bthru\b|\bto\b)\s?\(?[0-9A-Za-z]{1,4}[0-9A-Za-z()/.-]{0,8}){0,12}\.?"
    r"|[A-Z]{2,5}-[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?|[A-Za-z]{1,2}(?:\([0-9]{1,2}\))?",
    re.IGNORECASE,
)
_ITEM_ALONE = re.compile(r"\(?[0-9]{1,4}[A-Za-z]?\)?[.]?")
_ALL = re.compile(r"(?:all|entire|whole)(?: (?:items|job|schedule))?\.?", re.IGNORECASE)
# What stands for the authority of the row above
_DITTO = re.compile(r"(?:[\"”“'’,〃]{1,2}|do\.?|ditto|same|idem|[-–—]+)?", re.IGNORECASE)
ITEM_WORD = re.compile(r"^\W{0,2}items?\b[\s:]{0,2}", re.IGNORECASE)
_GAP = re.compile(r"\t|[ \u00a0]{2,}")
_LONGEST_HEADING = 120
_SLACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which of the columns that a heading row names hold the old and the new, and where in its line each begins.

    `begins` is empty where cells are told apart by their order alone. `job` is the number that the heading of
    the old column names, "Old item (NC1-207-84-4)": the cells below may then hold items alone. `ended` says that
    the old column is of the schedule's own items and the new one of what superseded them. `old_item` and `new_item`
    are columns beside these with the items of the schedules that they name.
    """

    old: int
    new: int
    count: int
    begins: tuple[int, ...] = ()
    job: Passage | None = None
    ended: bool = False
    old_item: int | None = None
    new_item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its old and its new cell, each with the items beside it, and what other cells say.

    `remark` is the cell that says that the old one has ended, else what stands right of the new cell; `schedule` the old
    schedule that the row names.
    """

    old: Passage
    new: Passage
    others: str
    remark: Passage | None
    schedule: Passage | None


def columns_of(block: Block) -> Columns | None:
    """The columns that a heading row names; None where a line is no such heading."""
    if not _may_head(block.passage.text):
        return None
    cells = cells_of(block)
    if any(_ITEM_ALONE.fullmatch(cell.text.strip()) for cell in cells):
        # "N1-136-92-1 | 5 | Obsolete, no successor" is a row.
        return None
    begins = () if is_tabbed(block) else tuple(cell.indent() for cell in cells)
    newer = [index for index, cell in enumerate(cells) if _NEW.search(cell.text)]
    if not newer and not any(_ENDED_BY.search(cell.text) for cell in cells):
        newer = [index for index, cell in enumerate(cells) if _CURRENT.search(cell.text)]
    new = _of_numbers(cells, newer)
    others = [index for index in range(len(cells)) if index not in new]
    jobs = {index: job for index in others if (job := _job(cells[index])) is not None}
    old = [index for index in others if index in jobs or _OLD.search(cells[index].text)]
    old = _of_numbers(cells, [index for index in old if index not in newer])
    old_item, new_item = _items_beside(cells, old), _items_beside(cells, new)
    own = [index for index, cell in enumerate(cells) if _OWN.fullmatch(cell.text) and index != old_item]
    ending = [index for index, cell in enumerate(cells) if _ENDED_BY.search(cell.text)]
    listed = [index for index in others if _AUTHORITIES.fullmatch(cells[index].text)]
    if not old and len(listed) == len(ending) == 1 and not find_numbers(block.passage.text):
        # "Job | Item | Title | Status | Replaced by": whatever schedules it names, what replaced them stands beside.
        items = _items_beside(cells, listed)
        return Columns(old=listed[0], new=ending[0], count=len(cells), begins=begins, old_item=items)
    if len(own) == len(ending) == 1 and not find_numbers(block.passage.text):
        return Columns(old=own[0], new=ending[0], count=len(cells), begins=begins, ended=True)
    if len(new) - (new_item in new) != 1 or len(old) - (old_item in old) != 1:
        return None
    if any(find_numbers(cells[index].text) for index in others if index not in jobs):
        return None
    if find_numbers(cells[new[0]].text) and _job(cells[new[0]]) is None:
        return None
    return Columns(
        old=old[0],
        new=new[0],
        count=len(cells),
        begins=begins,
        job=jobs.get(old[0]),
        old_item=old_item,
        new_item=new_item,
    )


def _of_numbers(cells: Sequence[Passage], named: list[int]) -> list[int]:
    """The columns among those `named` that hold numbers, where others name titles or days beside them."""
    found = [index for index in named if not _BESIDE_NUMBERS.search(cells[index].text)] or named
    if len(found) > 1:
        # "Old EPA No." beside "Old NARA disposal authority"
        found = [index for index in found if _AUTHORITY.search(cells[index].text)] or found
    return found


@remembered(most=4096)
def _may_head(text: str) -> bool:
    """Whether the words of a line may be headings, one of them over what is new."""
    whole = collapsed(text)
    return (
        len(whole) <= _LONGEST_HEADING
        and any(heading.search(text) for heading in (_NEW, _ENDED_BY, _CURRENT))
        and not _SENTENCES.search(whole)
    )


def _items_beside(cells: Sequence[Passage], named: Sequence[int]) -> int | None:
    """The column of items right of the first column `named`, where that one names the schedule alone."""
    beside = named[0] + 1 if named else len(cells)
    if beside >= len(cells) or "item" in cells[beside - 1].text.casefold():
        return None
    return beside if _BESIDE_SCHEDULE.search(cells[beside].text) else None


def _job(heading: Passage) -> Passage | None:
    """The number of a job in a heading that says nothing else but what such a heading says."""
    found = find_numbers(heading.text)
    if len(found) != 1 or not found[0].whole_schedule:
        return None
    number = heading.slice(found[0].start, found[0].end)
    rest = _NEW.pattern.sub(
        " ", _OLD.sub(" ", f"{heading.text[: found[0].start]} {heading.text[found[0].end :]}")
    )
    return number if _BESIDE_JOB.issuperset(_WORD.findall(rest.casefold())) else None


def is_item_cell(text: str) -> bool:
    """Whether a cell holds the designators of items and nothing else: "4", "2a and 3"."""
    return _ITEM_CELL.fullmatch(text.strip()) is not None


def lists_items(block: Block) -> bool:
    """Whether a heading row also names columns of a list of items, as "Old item", "New item", "Description" do."""
    return any(_OF_ITEMS.search(cell.text) for cell in cells_of(block))


def parted(block: Block, columns: Columns, above: Passage | None = None) -> Row | None:
    """The cells of a row; None where it has too few, or items beside a schedule that cannot be read.

    A row may leave cells out: its cells then stand below the headings where these have places of their own, and
    else an old or new column at the edge of the table keeps its edge. `above` is the old schedule for which a ditto
    mark or an empty cell beside items stands.
    """
    cells: Sequence[Passage] = cells_of(block)
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return None
    old, new, count = columns.old, columns.new, columns.count
    if len(cells) != count and columns.begins and not is_tabbed(block):
        cells = _below(filled, columns.begins)
    elif len(cells) < count and _is_cut_short(cells, columns):
        cells = (*cells, *[Passage(text="")] * (count - len(cells)))
    elif len(cells) != count:
        if {old, new} != {0, count - 1} or not columns.old_item is columns.new_item is None:
            return None
        cells, old, new = filled, (0 if old == 0 else len(filled) - 1), (0 if new == 0 else len(filled) - 1)
    told = (old, new, columns.old_item, columns.new_item)
    others = " ".join(cell.text for index, cell in enumerate(cells) if index not in told)
    schedule = cells[old]
    if columns.old_item is not None and above is not None and _DITTO.fullmatch(schedule.text):
        schedule = above
    older = _with_items(schedule, cells[columns.old_item] if columns.old_item is not None else None)
    newer = _with_items(cells[new], cells[columns.new_item] if columns.new_item is not None else None)
    if older is None or newer is None:
        return None
    beside = [(index, cell) for index, cell in enumerate(cells) if index not in told and cell]
    right = [cell for _, cell in beside if ENDS.match(cell.text)] or [
        cell for index, cell in beside if index > new
    ]
    return Row(
        old=older,
        new=newer,
        others=others,
        remark=Passage.join(right, " ") if right else None,
        schedule=schedule if find_numbers(schedule.text) else above,
    )


def _is_cut_short(cells: Sequence[Passage], columns: Columns) -> bool:
    """Whether only the empty cells at the end of a row are left out: its old and its new cell hold numbers."""
    if max(columns.old, columns.new, columns.old_item or 0, columns.new_item or 0) >= len(cells):
        return False
    return all(find_numbers(cells[index].text) for index in (columns.old, columns.new))


def schedule_named(block: Block, columns: Columns, above: Passage | None) -> Passage | None:
    """The old schedule that a ditto mark below `block` stands for, where items have a column of their own."""
    row = parted(block, columns, above) if columns.old_item is not None else None
    return row.schedule if row else above


def _with_items(schedule: Passage, items: Passage | None) -> Passage | None:
    """What a cell names with the items in the cell beside it; None where it names a schedule and these are unreadable."""
    mentions = find_numbers(schedule.text) if items is not None else ()
    if items is None or not mentions or not mentions[-1].whole_schedule or _ALL.fullmatch(items.text.strip()):
        return schedule
    if not _ITEM_CELL.fullmatch(items.text.strip()):
        return None
    return Passage.join([schedule, items], ", " if ITEM_WORD.match(items.text) else ", item ")


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
