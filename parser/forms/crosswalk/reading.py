"""A crosswalk that a schedule itself prints: rows of an older authority and the item of the schedule that replaces it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.crosswalk.columns import (
    ITEM_WORD,
    Columns,
    Row,
    columns_of,
    parted,
    schedule_named,
)
from schedgraph.parser.forms.crosswalk.continued import goes_on, with_schedule_above
from schedgraph.parser.forms.crosswalk.elsewhere import only_named, successors_elsewhere
from schedgraph.parser.forms.crosswalk.lines import line_row
from schedgraph.parser.forms.crosswalk.remarks import IN_PART, NOTHING, STANDS
from schedgraph.parser.passage import Passage

_TITLE = re.compile(
    r"\W{0,4}(?:cross-?\s?walk|conversion (?:table|list)"
    r"|(?:list|table) of (?:superseded|replaced|old|former|previous|rescinded)"
    r"\s(?:items?|authorit\w{1,4}|schedules?|jobs?))\b.{0,60}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*", re.IGNORECASE)
_IN_FULL = re.compile(r"DAA-[0-9A-Z-]+-[0-9]{4}-[0-9]{4}")
# One of the items of a cell like "4", "2a", "1, 3 and 4(b)"
_ITEM_ALONE = re.compile(
    r"[0-9]{1,4}[a-z]?[(.-]?[0-9a-z]{0,2}[)(.]{0,2}[0-9a-z]{0,2}[).]{0,2}", re.IGNORECASE
)
_BARE = re.compile(r"[^0-9a-z]")


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
        said = {(each.relation, each.target) for each in item.citations}
        for each in self.by_item.get(item.id, ()):
            if (each.relation, each.target) not in said:
                said.add((each.relation, each.target))
                yield each


def read_crosswalk(lines: Sequence[Block], items: Sequence[Item]) -> Crosswalk | None:
    """The crosswalk in `lines`, None where nothing tells an old authority from a new item.

    Either the headings of its columns tell which side replaces the other, or below a title the words of each line.
    A crosswalk that was added later may name the successors of this schedule's own items.
    """
    headings = ((index, columns_of(block)) for index, block in enumerate(lines))
    headed = next(((index, columns) for index, columns in headings if columns is not None), None)
    if headed is None and not (lines and titles_crosswalk(lines[0])):
        return None
    index, columns = headed or (0, None)
    # "0002" is the item DAA-0016-2013-0001-0002.
    named = {item.id[-4:]: item.id for item in items if _IN_FULL.fullmatch(item.id)}
    named |= {_bare(item.number): item.id for item in items}
    own = {item.id for item in items}
    by_item: dict[str, list[Citation]] = {}
    wide: list[Citation] = []
    doubts: list[Doubt] = []
    above: Passage | None = None
    for block in lines[index + 1 :]:
        if not find_numbers(block.passage.text) and not (columns and _is_row(block, columns, above)):
            continue
        cells = parted(block, columns, above) if columns else None
        if columns:
            row = _row(block, columns, above, own=own, named=named)
            above = schedule_named(block, columns, above)
        else:
            row = line_row(block, lambda cell: _successors(cell, own, named), STANDS)
        if row is None:
            told = cells if columns and not columns.ended and columns.job is None else None
            if elsewhere := successors_elsewhere(told, own) if told else ():
                wide += elsewhere
                continue
            wide += only_named(told, block.passage, own)
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
    if columns is None and not by_item:
        return None
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
    columns: Columns | None = None
    above: Passage | None = None
    last: Row | None = None
    for place, index in enumerate(lines):
        below = blocks[lines[place + 1]] if place + 1 < len(lines) else None
        heading = columns_of(blocks[index])
        if heading is not None and below is not None and _is_row(below, heading):
            columns, above, last = heading, None, None
        elif columns is None:
            continue
        elif _is_row(blocks[index], columns, above):
            last = parted(blocks[index], columns, above)
        elif not (_leans(blocks[index], columns, last) or _wraps(blocks[index], below, columns)):
            columns = None
            continue
        above = schedule_named(blocks[index], columns, above)
        found.append(index)
    return tuple(found)


def _is_row(block: Block, columns: Columns, above: Passage | None = None) -> bool:
    cells = parted(block, columns, above)
    if cells is None:
        return False
    old, new = cells.old, cells.new
    if columns.ended:
        return _names_items_alone(old) and _tells_end(new)
    if _names_items_alone(old):
        return columns.job is not None
    return bool(find_numbers(old.text)) or (
        NOTHING.fullmatch(old.text) is not None and bool(find_numbers(new.text))
    )


def _leans(block: Block, columns: Columns, last: Row | None) -> bool:
    """Whether a line is a row by the one above it alone."""
    if last is None or block.gap:
        return False
    row = parted(block, columns)
    return with_schedule_above(row, last) is not row or goes_on(block, columns, last) is not None


def _names_items_alone(cell: Passage) -> bool:
    """Whether a cell holds items without their schedule: "2a", "items 1 and 3"."""
    parts = _BETWEEN.split(ITEM_WORD.sub("", cell.text.strip()))
    return all(_ITEM_ALONE.fullmatch(part) for part in parts)


def _tells_end(cell: Passage) -> bool:
    """Whether a cell tells what superseded an item, or that nothing did."""
    return bool(find_numbers(cell.text) or STANDS.search(cell.text) or NOTHING.fullmatch(cell.text))


def _wraps(block: Block, below: Block | None, columns: Columns) -> bool:
    """Whether a line without a number is the rest of a cell, with another row below it."""
    return (
        not block.gap
        and not find_numbers(block.passage.text)
        and below is not None
        and _is_row(below, columns)
    )


def heads_crosswalk(block: Block) -> bool:
    """Whether a line is the heading row of a crosswalk: a column of old authorities and one of new."""
    return columns_of(block) is not None


def titles_crosswalk(block: Block) -> bool:
    """Whether a line is the title of a crosswalk: "CROSSWALK", "Conversion table", "List of superseded items"."""
    return _TITLE.fullmatch(block.text) is not None and not find_numbers(block.passage.text)


def _row(
    block: Block, columns: Columns, above: Passage | None, *, own: Collection[str], named: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Citation, ...]] | None:
    """The items that replace, none where the authority stands, and the citations of what they replace."""
    cells = parted(block, columns, above)
    if cells is None:
        return None
    old, new, others = cells.old, cells.new, cells.others
    if columns.ended:
        return _ended_row(block, old, new, others, own=own, named=named)
    successors = _successors(new, own, named)
    if successors and NOTHING.fullmatch(old.text):
        return successors, ()
    cited = read_citations(_in_full(old, columns), default="supersedes")
    if not cited or any(each.target in own for each in cited):
        return None
    evidence = block.passage.evidence()
    if STANDS.search(new.text) or (not successors and STANDS.search(others)):
        return (), tuple(replace(each, relation="does-not-supersede", evidence=evidence) for each in cited)
    if not successors:
        return None
    in_part = IN_PART.search(others) is not None
    return successors, tuple(
        # "none. N1-34-92-1, item D remains in effect" stands in the old column, too.
        replace(each, evidence=evidence)
        if each.relation == "does-not-supersede"
        else replace(each, relation="supersedes", evidence=evidence, partial=each.partial or in_part)
        for each in cited
    )


def _in_full(old: Passage, columns: Columns) -> Passage:
    """An old cell with the job in front that only the heading names."""
    if columns.job is None or not _names_items_alone(old):
        return old
    return Passage.join([columns.job, old], ", " if ITEM_WORD.match(old.text) else ", item ")


def _ended_row(
    block: Block, old: Passage, new: Passage, others: str, *, own: Collection[str], named: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Citation, ...]] | None:
    """Items of the schedule itself, and what superseded them."""
    items = _successors(old, own, named)
    if not items:
        return None
    if STANDS.search(new.text) or (NOTHING.fullmatch(new.text) and not find_numbers(new.text)):
        return items, ()
    cited = read_citations(new, default="superseded-by")
    if not cited or any(each.relation != "superseded-by" for each in cited):
        return None
    in_part = IN_PART.search(f"{new.text} {others}") is not None
    evidence = block.passage.evidence()
    return items, tuple(replace(each, evidence=evidence, partial=each.partial or in_part) for each in cited)


def _successors(cell: Passage, own: Collection[str], named: Mapping[str, str]) -> tuple[str, ...]:
    """The items of this schedule that a cell names, all of it; none where anything else stands in it."""
    mentions = find_numbers(cell.text)
    if mentions:
        found = [mention.id for mention in mentions if mention.id in own]
        return tuple(each for each in found if each) if len(found) == len(mentions) else ()
    parts = [_bare(part) for part in _BETWEEN.split(ITEM_WORD.sub("", cell.text.strip()))]
    return tuple(named[part] for part in parts) if all(part in named for part in parts) else ()


def _bare(number: str) -> str:
    return _BARE.sub("", number.casefold())
