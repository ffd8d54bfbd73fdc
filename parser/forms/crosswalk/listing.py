"""Lists of authorities without columns: each line a number, what it covers, and what became of it.

"DAA-0059-2014-0011-0002  W/W Cases ...... superseded by DAA-0059-2018-0007-0002, approved 11/20/2018"
"NC1-059-79-012 item 4 - Shipping and seamen - obsolete, function ended"
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import ancestors
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import is_partial, read_citations
from schedgraph.parser.citation.cited import cited, stated_day, words_of
from schedgraph.parser.citation.fate.items import items_at
from schedgraph.parser.citation.listeditems import begins_with_item, own_items
from schedgraph.parser.document import Citation
from schedgraph.parser.forms.bareitems import heading_schedule
from schedgraph.parser.forms.crosswalk.remarks import AS_IT_IS, ENDS, STANDS, TO_COME
from schedgraph.parser.passage import Passage

# What parts a number from what is said of it, where columns would: a gap, a tab, leaders, a dash, a colon
_APART = re.compile(
    r"\s*(?:\t|[.](?=\s{1,3}[A-Z])|[ \u00a0]{2,}|[.·]{3,}|[-–—=]{1,3}>|→|⇒|\s[-–—]{1,2}\s|:(?=\s)|\|)"
)
_CELL_BEFORE = re.compile(r"\S(?:\t|[ \u00a0]{2,}|\s?\|\s?)$")
_CELL_BEHIND = re.compile(r"\t|[ \u00a0]{2,}|\s?\|")
_BETWEEN_OLD = re.compile(r"(?:[\s,;&()]|\b(?:and|items?|no|nos)\b[.]?)*", re.IGNORECASE)
# The words that stand right before the first successor
_BEFORE_SUCCESSOR = re.compile(
    r"(?:\b(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)?(?:now\s)?(?:superseded|replaced|covered|carried|scheduled|incorporated|merged"
    r"|consolidated|combined|subsumed|absorbed|moved)\s(?:(?:on|in|eff\w{0,8}[.]?)?\s?[0-9/.-]{4,10},?\s)?(?:by|with|in|into|under|to|within)"
    r"|\b(?:now|see(?:\snow)?|use)|[-–—=]{1,3}>|→|⇒)[\s:]{0,3}(?:(?:the|new|item|items|schedule|authority|job)\s){0,3}$",
    re.IGNORECASE,
)
_STARTS = " \t*•·-–—([0123456789)."
_FEWEST = 2
_LONGEST_TITLE = 120
_LONGEST_REMARK = 80
# A remark stands at the end of its line, behind one of these.
_REMARK = re.compile(r"(?:^|[.·]{2,}|\t|[ \u00a0]{2,}|\s[-–—]{1,2}\s|[:|;(=>]\s?|[,.]\s)\s*(?=[A-Za-z])")
_SENTENCE_END = re.compile(r"[.]\s")
_ITEM_CELL = re.compile(
    r"(?:\t|[ \u00a0]{2,})\s{0,40}(?P<items>\(?[0-9]{1,4}[A-Za-z]?(?:\([0-9a-z]{1,3}\)){0,3})(?=\t|[ \u00a0]{2,})"
)
# "To:  Records officers" is no rest of a row
_LABEL = re.compile(r"\s{0,8}[A-Za-z ]{2,24}:\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line of a list with the lines below that go on with it: the numbers that it begins with, and where they end."""

    indexes: tuple[int, ...]
    line: Passage
    old: tuple[Mention, ...]
    end: int


def listed_rows(blocks: Sequence[Block], taken: frozenset[int]) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """The lines of lists among `blocks` with what each says, its index first; `taken` belong to tables.

    Lines that begin with a number, or with an item below a heading that names its schedule, are a list where cells part
    each number from the rest, or where there are two at least and half of them or more say what became of it: else what
    looks like one may be a bibliography, or words that go on.
    """
    rows = list(_rows(blocks, taken))
    said = [(row, _said(row)) for row in rows]
    told = [(row, citations) for row, citations in said if citations is not None]
    in_cells = all(_CELL_BEHIND.match(row.line.text, row.end) for row in rows)
    if not in_cells and (len(rows) < _FEWEST or 2 * len(told) < len(rows)):
        return
    for row, citations in told:
        for index in row.indexes:
            yield index, citations if index == row.indexes[0] else ()


def rows_not_understood(blocks: Sequence[Block], taken: frozenset[int]) -> Iterator[Citation]:
    """The numbers of rows of which nothing is understood, with the words of the row.

    A whole schedule may just be listed, if no row of the list says what became of it.
    """
    said = [(row, _said(row)) for row in _rows(blocks, taken) if not _is_paragraph(row)]
    is_status = any(told for _, told in said)
    for row, told in said:
        if told is None:
            yield from (each for each in _not_understood(row) if is_status or ancestors(each.target or ""))


def _is_paragraph(row: _Row) -> bool:
    """Whether the row's number counts the paragraphs of a letter: "2. Item 3 of that job is no more"."""
    return row.old[0].printed[:1].isdigit() and row.line.text[row.end : row.end + 1] == "."


def _rows(blocks: Sequence[Block], taken: frozenset[int]) -> Iterator[_Row]:
    schedule: str | None = None
    found: list[tuple[int, tuple[Mention, ...]]] = []
    for index, block in enumerate(blocks):
        if index in taken or block.kind in ("furniture", "rule", "stamp"):
            continue
        if named := heading_schedule(block.passage):
            schedule = named
        elif old := _opens(block.passage) or _opens_bare(block.passage, schedule):
            found.append((index, tuple(old)))
    opening = {index for index, _ in found}
    for index, old in found:
        last = index + 1
        while last < len(blocks) and last not in opening and last not in taken and _goes_on(blocks, last):
            last += 1
        line = Passage.join([block.passage for block in blocks[index:last]])
        yield _Row(indexes=tuple(range(index, last)), line=line, old=old, end=max(each.end for each in old))


def _goes_on(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line goes on with a row above it: no blank between them, and no label or other beginning."""
    block = blocks[index]
    text = block.passage.text
    return block.kind == "text" and not block.gap and block.passage.indent() > 0 and not _LABEL.match(text)


def _opens(line: Passage) -> Sequence[Mention]:
    """The numbers that a line begins with, where something parts them from what follows."""
    mentions = find_numbers(line.text)
    if not mentions or (
        line.text[: mentions[0].start].strip(_STARTS) and not _has_own_cell(line.text, mentions)
    ):
        return ()
    old = [mentions[0]]
    for each in mentions[1:]:
        if each.start >= old[-1].end and not _BETWEEN_OLD.fullmatch(line.text, old[-1].end, each.start):
            break
        old.append(each)
    if len(old) == 1 and old[0].whole_schedule and (items := _items_beside(line.text, old[0])):
        return items
    return old if _APART.match(line.text, max(each.end for each in old)) else ()


def _items_beside(text: str, schedule: Mention) -> Sequence[Mention]:
    """The items of a schedule in a cell of their own behind it: "NN-171-42     2     Folders     Superseded by …"."""
    cell = _ITEM_CELL.match(text, schedule.end) if schedule.id else None
    own = own_items(f"item {cell['items']}", schedule.id) if cell and schedule.id else None
    if cell is None or own is None or own.unread:
        return ()
    return tuple(items_at(text, schedule.start, cell.end("items"), own.ids))


def _has_own_cell(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether numbers, the only ones, are a cell between others: "2   TCMP checksheets   N1-58-86-4/2a   OBSOLETE"."""
    start, end = mentions[0].start, max(each.end for each in mentions)
    return _CELL_BEFORE.search(text, 0, start) is not None and _CELL_BEHIND.match(text, end) is not None


def _opens_bare(line: Passage, schedule: str | None) -> Sequence[Mention]:
    """The items of `schedule` that a line begins with: "1a   Superseded by …", "Item 2A - …"."""
    if schedule is None or not begins_with_item(line.text):
        return ()
    own = own_items(line.text, schedule)
    if own is None or own.unread or not own.ids or not _APART.match(line.text, own.end):
        return ()
    return tuple(
        replace(one, start=0, end=own.end, printed=line.text[: own.end])
        for identifier in own.ids
        for one in find_numbers(identifier)[:1]
        if one.id == identifier
    )


def _said(row: _Row) -> tuple[Citation, ...] | None:
    """What a line says of the numbers that it begins with; None where it says nothing that is understood."""
    line, old, end = row.line, row.old, row.end
    new = [each for each in find_numbers(line.text) if each.start >= end]
    if not new:
        return _ended(line, old, end)
    if TO_COME.search(line.text, end):
        return None
    between = line.text[end : new[0].start]
    if len(between) > _LONGEST_TITLE or _BEFORE_SUCCESSOR.search(between) is None:
        return None
    if STANDS.search(line.text, end) or not all(each.id and each.sure for each in new):
        return None
    day = stated_day(line.slice(max(each.end for each in new)))
    partial = is_partial(line.text, end, max(each.end for each in new))
    return tuple(
        replace(
            each,
            relation="superseded-by",
            of=one.id,
            evidence=line.evidence(one.start, max(each.end for each in new)),
            partial=partial,
            date=day,
        )
        for one in old
        if one.id
        for each in read_citations(line.slice(new[0].start))
    )


def _ended(line: Passage, old: Sequence[Mention], end: int) -> tuple[Citation, ...] | None:
    """The numbers alone, with the words by which a line says that they are at an end."""
    for found in _REMARK.finditer(line.text, end):
        remark = line.slice(found.end()).strip(" \t.()|")
        if STANDS.match(remark.text):
            return tuple(_named(line, each) for each in old)
        if ENDS.match(remark.text):
            stop = _SENTENCE_END.search(remark.text)
            if TO_COME.search(line.text[end : found.end()] + remark.text[: stop.start() if stop else None]):
                return None
            remark = remark.slice(0, min(stop.start() if stop else len(remark.text), _LONGEST_REMARK)).strip()
            words, day = words_of(remark), stated_day(line.slice(end))
            return tuple(replace(_named(line, each), words=words, date=day) for each in old)
    return None


def _not_understood(row: _Row) -> Iterator[Citation]:
    """The numbers of a row with the rest of it, where that says neither that they stand nor of anything to come."""
    rest = row.line.slice(row.end).strip(" \t*•·|:-–—")
    if not rest.text or any(told.search(rest.text) for told in (STANDS, TO_COME, AS_IT_IS)):
        return
    rest = rest.slice(0, _LONGEST_TITLE + _LONGEST_REMARK)
    for each in row.old:
        if each.id:
            yield replace(_named(row.line, each), words=words_of(rest), disputed=True)


def _named(line: Passage, mention: Mention) -> Citation:
    return cited(mention, "cites", line.evidence(mention.start, mention.end))
