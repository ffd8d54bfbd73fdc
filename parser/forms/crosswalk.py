"""A crosswalk that a schedule itself prints: rows of an older authority and the item of the schedule that replaces it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Item
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.crosswalkrows import (
    ITEM_WORD,
    Columns,
    Row,
    part_row,
    read_columns,
    schedule_named,
)
from schedgraph.parser.passage import Passage

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
_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*", re.IGNORECASE)
_IN_FULL = re.compile(r"DAA-[0-9A-Z-]+-[0-9]{4}-[0-9]{4}")
_BARE = re.compile(r"[^0-9a-z]")
# What may stand between the numbers of a cell that names successors and nothing else
_ONLY_JOINS = re.compile(r"(?:\W|\band\b|\bitems?\b)*", re.IGNORECASE)
_LONGEST_REMARK = 80


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
    headings = ((index, read_columns(block)) for index, block in enumerate(lines))
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
    above: Passage | None = None
    for block in lines[index + 1 :]:
        if not find_numbers(block.passage.text) and not (above and _is_row(block, columns, above)):
            continue
        row = _row(block, columns, above, own=own, named=named)
        if row is None:
            parted = part_row(block, columns, above)
            above = schedule_named(block, columns, above)
            if elsewhere := _elsewhere(parted, own) if parted else ():
                wide += elsewhere
                continue
            wide += _unread(parted, block.passage, own)
            message = (
                f"A row of the crosswalk could not be read as old and new: {block.text[:80]!r}; its numbers are "
                "only cited."
            )
            doubts.append(
                Doubt(code="crosswalk-row-unread", message=message, evidence=block.passage.evidence())
            )
            continue
        above = schedule_named(block, columns, above)
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


def _elsewhere(row: Row, own: Collection[str]) -> tuple[Citation, ...]:
    """What a row says that names authorities outside the schedule in both columns, each of the newer told of the older."""
    cited = read_citations(row.old, default="supersedes")
    mentions = find_numbers(row.new.text)
    rest = row.new.text
    for each in reversed(mentions):
        rest = rest[: each.start] + rest[each.end :]
    plain = mentions and _ONLY_JOINS.fullmatch(rest) and all(each.id for each in mentions)
    if not plain or any(each.target is None or each.target in own for each in cited):
        return ()
    if any(each.id in own or not each.sure for each in mentions) or _STANDS.search(row.others):
        return ()
    in_part = _IN_PART.search(row.others) is not None
    return tuple(
        replace(
            new,
            relation="superseded-by",
            of=old.target,
            evidence=row.new.evidence(),
            partial=old.partial or in_part,
        )
        for old in cited
        if old.relation == "supersedes"
        for new in read_citations(row.new)
    )


def _unread(row: Row | None, whole: Passage, own: Collection[str]) -> Iterator[Citation]:
    """The numbers of a row that names no successor, only cited, with the words that stand where it would be named."""
    if row is None:
        yield from (
            replace(each, relation="cites") for each in read_citations(whole) if each.target not in own
        )
        return
    said = row.remark if _NOTHING.fullmatch(row.new.text) else row.new
    words = None
    if (
        said
        and any(map(str.isalpha, said.text))
        and not find_numbers(said.text)
        and len(said.text) <= _LONGEST_REMARK
    ):
        words = Reading(value=" ".join(said.text.split()), evidence=said.evidence())
    for each in read_citations(row.old):
        if each.target not in own:
            yield replace(each, relation="cites", words=words)
    yield from (replace(each, relation="cites") for each in read_citations(row.new) if each.target not in own)


def crosswalk_rows(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The indexes of the lines of crosswalks among `blocks`: heading rows, and the rows below with an older number.

    A heading row alone is none: "GRS or Superseded Authority Citation" beside "New" is a field of a form.
    """
    found: list[int] = []
    lines = [index for index, block in enumerate(blocks) if block.kind not in ("furniture", "rule", "stamp")]
    columns: Columns | None = None
    above: Passage | None = None
    for place, index in enumerate(lines):
        below = blocks[lines[place + 1]] if place + 1 < len(lines) else None
        heading = read_columns(blocks[index])
        if heading is not None and below is not None and _is_row(below, heading):
            columns, above = heading, None
        elif columns is None:
            continue
        elif not (_is_row(blocks[index], columns, above) or _wraps(blocks[index], below, columns)):
            columns = None
            continue
        above = schedule_named(blocks[index], columns, above)
        found.append(index)
    return tuple(found)


def _is_row(block: Block, columns: Columns, above: Passage | None = None) -> bool:
    row = part_row(block, columns, above)
    if row is None:
        return False
    return bool(find_numbers(row.old.text)) or (
        _NOTHING.fullmatch(row.old.text) is not None and bool(find_numbers(row.new.text))
    )


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
    return read_columns(block) is not None


def _row(
    block: Block, columns: Columns, above: Passage | None, *, own: Collection[str], named: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[Citation, ...]] | None:
    """The items that replace, none where the authority stands, and the citations of what they replace."""
    parted = part_row(block, columns, above)
    if parted is None:
        return None
    old, new, others = parted.old, parted.new, parted.others
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
    parts = [_bare(part) for part in _BETWEEN.split(ITEM_WORD.sub("", cell.text.strip()))]
    return tuple(named[part] for part in parts) if all(part in named for part in parts) else ()


def _bare(number: str) -> str:
    return _BARE.sub("", number.casefold())
