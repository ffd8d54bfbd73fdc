"""A crosswalk that a schedule itself prints: rows of an older authority and the item of the schedule that replaces it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.passage import Passage

_OLD = caseless(
    r"\b(?:old|older|former|previous|prior|existing|supersede[sd]|supercede[sd]|replace[sd]|rescind(?:s|ed)|earlier)\b",
)
_NEW = caseless(
    r"\b(?:new|this schedule|this job|successor|(?:replac(?:ed|ing)|superseded) (?:by|item)|superseding)\b",
)
# Cells like "not superseded, continues in use"    "not covered; remains in force"    "no change"
_STANDS = re.compile(
    r"\b(?:not (?:superseded|covered|replaced|affected|included|changed)|no change|unchanged|remains?|continues?|still"
    r"|in (?:force|effect|use))\b",
    re.IGNORECASE,
)
# A remark like "paper copies only", "in part", "partly"
_IN_PART = re.compile(
    r"\b(?:in part|part|partly|partial(?:ly)?|only|except(?:ing)?|excluding)\b", re.IGNORECASE
)
_NOTHING = re.compile(
    r"\W*(?:new(?: (?:item|series|records))?|none|n/?a|not applicable|[-–—]+)?\W*", re.IGNORECASE
)
_GAP = re.compile(r"\t|[ \u00a0]{2,}")
_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*", re.IGNORECASE)
_ITEM = re.compile(r"^\W{0,2}items?\b[\s:]{0,2}", re.IGNORECASE)
_IN_FULL = re.compile(r"DAA-[0-9A-Z-]+-[0-9]{4}-[0-9]{4}")
_BARE = re.compile(r"[^0-9a-z]")
_LONGEST_HEADING = 120
_SLACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which of the columns that a heading row names hold the old and the new, and where in its line each begins.

    `begins` is empty where cells are told apart by their order alone.
    """

    old: int
    new: int
    count: int
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """What its rows say: the authorities that each item replaces, those that none does, and what was not understood."""

    by_item: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    wide: tuple[Citation, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def added_to(self, items: Sequence[Item]) -> tuple[Item, ...]:
        """The items with what they replace by the crosswalk, where they do not say so themselves."""
        return tuple(replace(item, citations=(*item.citations, *self._more(item))) for item in items)

    def _more(self, item: Item) -> Iterator[Citation]:
        said = {each.target for each in item.citations if each.relation == "supersedes"}
        for each in self.by_item.get(item.id, ()):
            if each.target not in said:
                said.add(each.target)
                yield each


def read_crosswalk(lines: Sequence[Block], items: Sequence[Item]) -> Crosswalk | None:
    """The crosswalk in `lines`, None where no heading row tells an old column from a new one.

    Only the headings tell which side replaces the other: a crosswalk that was added later may name the
    successors of this schedule's own items.
    """
    headings = ((index, _columns(block)) for index, block in enumerate(lines))
    headed = next(((index, columns) for index, columns in headings if columns is not None), None)
    if headed is None:
        return None
    index, columns = headed
    # "0002" is the item DAA-0016-2013-0001-0002.
    named = {item.id[-4:]: item.id for item in items if _IN_FULL.fullmatch(item.id)}
    named |= {_bare(item.number): item.id for item in items}
    own = {item.id for item in items}
    by_item: dict[str, list[Citation]] = {}
    wide: list[Citation] = []
    doubts: list[Doubt] = []
    for block in lines[index + 1 :]:
        if not find_numbers(block.passage.text):
            continue
        row = _row(block, columns, own=own, named=named)
        if row is None:
            cited = read_citations(block.passage)
            wide += [replace(each, relation="cites") for each in cited if each.target not in own]
            message = (
                f"A row of the crosswalk could not be read as old and new: {block.text[:80]!r}; its numbers are "
                "only cited."
            )
            doubts.append(
                Doubt(code="crosswalk-row-unread", message=message, evidence=block.passage.evidence())
            )
            continue
        successors, citations = row
        if not successors:
            wide += citations
        for successor in successors:
            by_item.setdefault(successor, []).extend(citations)
    return Crosswalk(
        by_item={name: tuple(found) for name, found in by_item.items()},
        wide=tuple(wide),
        doubts=tuple(doubts),
    )


def crosswalk_rows(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The indexes of the lines of crosswalks among `blocks`: heading rows, and the rows below with an older number.

    A heading row alone is none: "GRS or Superseded Authority Citation" beside "New" is a field of a form.
    """
    found: list[int] = []
    lines = [index for index, block in enumerate(blocks) if block.kind not in ("furniture", "rule", "stamp")]
    columns: _Columns | None = None
    for place, index in enumerate(lines):
        below = blocks[lines[place + 1]] if place + 1 < len(lines) else None
        heading = _columns(blocks[index])
        if heading is not None and below is not None and _is_row(below, heading):
            columns = heading
        elif columns is None:
            continue
        elif not (_is_row(blocks[index], columns) or _wraps(blocks[index], below, columns)):
            columns = None
            continue
        found.append(index)
    return tuple(found)


def _is_row(block: Block, columns: _Columns) -> bool:
    parted = _parted(block, columns)
    if parted is None:
        return False
    old, new, _ = parted
    return bool(find_numbers(old.text)) or (
        _NOTHING.fullmatch(old.text) is not None and bool(find_numbers(new.text))
    )


def _wraps(block: Block, below: Block | None, columns: _Columns) -> bool:
    """Whether a line without a number is the rest of a cell, with another row below it."""
    return (
        not block.gap
        and not find_numbers(block.passage.text)
        and below is not None
        and _is_row(below, columns)
    )


def heads_crosswalk(block: Block) -> bool:
    """Whether a line is the heading row of a crosswalk: a column of old authorities and one of new."""
    return _columns(block) is not None


def _columns(block: Block) -> _Columns | None:
    """The columns that a heading row names; None where a line is no such heading."""
    text = block.passage.text
    if (
        not (_OLD.search(text) and _NEW.search(text))
        or len(block.text) > _LONGEST_HEADING
        or find_numbers(text)
    ):
        return None
    cells = _cells(block)
    old = [index for index, cell in enumerate(cells) if _OLD.search(cell.text) and not _NEW.search(cell.text)]
    new = [index for index, cell in enumerate(cells) if _NEW.search(cell.text)]
    if len(old) != 1 or len(new) != 1:
        return None
    begins = () if _is_tabbed(block) else tuple(cell.indent() for cell in cells)
    return _Columns(old=old[0], new=new[0], count=len(cells), begins=begins)


def _parted(block: Block, columns: _Columns) -> tuple[Passage, Passage, str] | None:
    """The old and the new cell of a row and what its other cells say; None where it has too few cells.

    A row may leave cells out: its cells then stand below the headings where these have places of their own, and
    else an old or new column at the edge of the table keeps its edge.
    """
    cells: Sequence[Passage] = _cells(block)
    filled = [cell for cell in cells if cell]
    if len(filled) < 2:
        return None
    old, new = columns.old, columns.new
    if len(cells) != columns.count and columns.begins and not _is_tabbed(block):
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


def _row(
    block: Block, columns: _Columns, *, own: Collection[str], named: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Citation, ...]] | None:
    """The items that replace, none where the authority stands, and the citations of what they replace."""
    parted = _parted(block, columns)
    if parted is None:
        return None
    old, new, others = parted
    successors = _successors(new, own, named)
    if successors and _NOTHING.fullmatch(old.text):
        return successors, ()
    cited = read_citations(old, default="supersedes")
    if not cited or any(each.target in own for each in cited):
        return None
    evidence = block.passage.evidence()
    if _STANDS.search(new.text) or (not successors and _STANDS.search(others)):
        return (), tuple(replace(each, relation="does-not-supersede", evidence=evidence) for each in cited)
    if not successors:
        return None
    in_part = _IN_PART.search(others) is not None
    return successors, tuple(
        replace(each, relation="supersedes", evidence=evidence, partial=each.partial or in_part)
        for each in cited
    )


def _successors(cell: Passage, own: Collection[str], named: Mapping[str, str]) -> tuple[str, ...]:
    """The items of this schedule that a cell names, all of it; none where anything else stands in it."""
    mentions = find_numbers(cell.text)
    if mentions:
        found = [mention.id for mention in mentions if mention.id in own]
        return tuple(each for each in found if each) if len(found) == len(mentions) else ()
    parts = [_bare(part) for part in _BETWEEN.split(_ITEM.sub("", cell.text.strip()))]
    return tuple(named[part] for part in parts) if all(part in named for part in parts) else ()


def _is_tabbed(block: Block) -> bool:
    return len(block.cells) > 1


def _cells(block: Block) -> tuple[Passage, ...]:
    """The cells of a line, the empty ones too where it is tabbed."""
    if _is_tabbed(block):
        return block.cells
    parts, start = [], 0
    for gap in _GAP.finditer(block.passage.text):
        parts.append(block.passage.part(start, gap.start()))
        start = gap.end()
    parts.append(block.passage.part(start))
    return tuple(part for part in parts if part)


def _bare(number: str) -> str:
    return _BARE.sub("", number.casefold())
