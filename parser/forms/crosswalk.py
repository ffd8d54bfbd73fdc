"""A crosswalk that a schedule itself prints: rows of an older authority and the item of the schedule that replaces it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.passage import Passage

_OLD = re.compile(
    r"\b(?:old|older|former|previous|prior|existing|superseded|replaced|earlier)\b", re.IGNORECASE
)
_NEW = re.compile(
    r"\b(?:new|this schedule|this job|successor|replac(?:ed|ing) (?:by|item)|superseding)\b", re.IGNORECASE
)
# Cells like "not superseded, continues in use"    "not covered; remains in force"
_STANDS = re.compile(
    r"\b(?:not (?:superseded|covered|replaced|affected|included)|remains?|continues?|still|in (?:force|effect|use))\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"\t|[ \u00a0]{2,}")
_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*", re.IGNORECASE)
_ITEM = re.compile(r"^\W{0,2}items?\b[\s:]{0,2}", re.IGNORECASE)
_IN_FULL = re.compile(r"DAA-[0-9A-Z-]+-[0-9]{4}-[0-9]{4}")
_BARE = re.compile(r"[^0-9a-z]")
_LONGEST_HEADING = 120


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
    orientations = ((index, _orientation(block)) for index, block in enumerate(lines))
    headed = next(((index, old_first) for index, old_first in orientations if old_first is not None), None)
    if headed is None:
        return None
    index, old_first = headed
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
        row = _row(block, old_first=old_first, own=own, named=named)
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
    old_first: bool | None = None
    for place, index in enumerate(lines):
        below = blocks[lines[place + 1]] if place + 1 < len(lines) else None
        heading = _orientation(blocks[index])
        if heading is not None and below is not None and _is_row(below, old_first=heading):
            old_first = heading
        elif old_first is None:
            continue
        elif not (
            _is_row(blocks[index], old_first=old_first) or _wraps(blocks[index], below, old_first=old_first)
        ):
            old_first = None
            continue
        found.append(index)
    return tuple(found)


def _is_row(block: Block, *, old_first: bool) -> bool:
    cells = _cells(block)
    return len(cells) >= 2 and bool(find_numbers(cells[0 if old_first else -1].text))


def _wraps(block: Block, below: Block | None, *, old_first: bool) -> bool:
    """Whether a line without a number is the rest of a cell, with another row below it."""
    return (
        not block.gap
        and not find_numbers(block.passage.text)
        and below is not None
        and _is_row(below, old_first=old_first)
    )


def heads_crosswalk(block: Block) -> bool:
    """Whether a line is the heading row of a crosswalk: a column of old authorities and one of new."""
    return _orientation(block) is not None


def _orientation(block: Block) -> bool | None:
    """Whether the old authorities stand on the left of the new ones; None where a line is no such heading."""
    cells = _cells(block)
    if len(cells) < 2 or len(block.text) > _LONGEST_HEADING or find_numbers(block.passage.text):
        return None
    old = [index for index, cell in enumerate(cells) if _OLD.search(cell.text) and not _NEW.search(cell.text)]
    new = [index for index, cell in enumerate(cells) if _NEW.search(cell.text)]
    if len(old) != 1 or len(new) != 1:
        return None
    return old[0] < new[0]


def _row(
    block: Block, *, old_first: bool, own: Collection[str], named: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Citation, ...]] | None:
    """The items that replace, none where the authority stands, and the citations of what they replace."""
    cells = _cells(block)
    if len(cells) < 2:
        return None
    old, new = (cells[0], cells[-1]) if old_first else (cells[-1], cells[0])
    cited = read_citations(old, default="supersedes")
    if not cited or any(each.target in own for each in cited):
        return None
    evidence = block.passage.evidence()
    if _STANDS.search(new.text):
        return (), tuple(replace(each, relation="does-not-supersede", evidence=evidence) for each in cited)
    successors = _successors(new, own, named)
    if not successors:
        return None
    return successors, tuple(replace(each, relation="supersedes", evidence=evidence) for each in cited)


def _successors(cell: Passage, own: Collection[str], named: Mapping[str, str]) -> tuple[str, ...]:
    """The items of this schedule that a cell names, all of it; none where anything else stands in it."""
    mentions = find_numbers(cell.text)
    if mentions:
        found = [mention.id for mention in mentions if mention.id in own]
        return tuple(each for each in found if each) if len(found) == len(mentions) else ()
    parts = [_bare(part) for part in _BETWEEN.split(_ITEM.sub("", cell.text.strip()))]
    return tuple(named[part] for part in parts) if all(part in named for part in parts) else ()


def _cells(block: Block) -> tuple[Passage, ...]:
    if len(block.cells) > 1:
        return tuple(cell for cell in block.cells if cell)
    parts, start = [], 0
    for gap in _GAP.finditer(block.passage.text):
        parts.append(block.passage.slice(start, gap.start()).strip())
        start = gap.end()
    parts.append(block.passage.slice(start).strip())
    return tuple(part for part in parts if part)


def _bare(number: str) -> str:
    return _BARE.sub("", number.casefold())
