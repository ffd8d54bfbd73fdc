"""Crosswalks that are documents of their own: tables of an older authority and what took its place, or is to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.citation.cited import dated, words_of
from schedgraph.parser.dates import find_dates, read_date
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.crosswalk.columns import (
    Columns,
    Row,
    cells_of,
    columns_of,
    parted,
    schedule_named,
)
from schedgraph.parser.forms.crosswalk.continued import goes_on, with_schedule_above
from schedgraph.parser.forms.crosswalk.elsewhere import only_named, successors_elsewhere
from schedgraph.parser.forms.crosswalk.listing import listed_rows, rows_not_understood
from schedgraph.parser.forms.crosswalk.pairs import paired_rows
from schedgraph.parser.forms.crosswalk.reading import crosswalk_rows
from schedgraph.parser.forms.crosswalk.remarks import ENDS, STANDS, TO_COME, is_awaited
from schedgraph.parser.forms.crosswalk.righted import righted_rows
from schedgraph.parser.passage import Passage

_DAY = re.compile(
    r"\b(?:effective|eff|date|since|as of|superseded on|(?:nara|archivist\S{0,2})\s(?:approv\w{2,3}|sign\w{2,6}))\b",
    re.IGNORECASE,
)
# In a remark these date what became of the old authority: "Superseded 04/17/2017", "eff. 7/1/09", "approved 6/18/2008"
_BEFORE_DAY = re.compile(
    r"\b(?:superseded|replaced|rescinded|effective|eff|since|as of|approved)"
    r"(?:\s(?:on|in|effective|as of|by\s(?:NARA|the archivist)))?[.:,]?\s$",
    re.IGNORECASE,
)
_OWN_TITLE = 2
_TITLE_LINES = 3
_LONGEST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Alone:
    """What the tables say, the lines in which they stand, rows that nobody understood, and those that set others right."""

    citations: tuple[Citation, ...] = ()
    lines: frozenset[int] = frozenset()
    unread: tuple[Citation, ...] = ()
    righted: tuple[Citation, ...] = ()


def read_alone(blocks: Sequence[Block]) -> Alone:
    """The tables among the lines of a document that is no schedule."""
    rows = crosswalk_rows(blocks)
    drafted = is_drafted(blocks)
    citations: list[Citation] = []
    columns: Columns | None = None
    heading: Block | None = None
    above = None
    last: Row | None = None
    to_come = False
    for index in rows:
        block = blocks[index]
        if named := columns_of(block):
            columns, heading, above, last = named, block, None, None
            to_come = drafted or _is_to_come(blocks, index)
        elif columns and heading:
            row = with_schedule_above(parted(block, columns, above), last, columns.job)
            above = schedule_named(block, columns, above)
            if row and find_numbers(row.old.text):
                citations += _told(row, block, _day(heading, block), to_come=to_come)
                last = row
            elif last and (more := goes_on(block, columns, last)):
                if _names_again(more):
                    # What the row went on with says that the older authority keeps a part.
                    kept = {each.id for each in find_numbers(more.old.text)}
                    citations = [
                        replace(each, partial=True) if each.of in kept else each for each in citations
                    ]
                else:
                    citations += _told(more, block, _day(heading, block), to_come=to_come)
    pairs = dict(paired_rows(blocks, frozenset(rows)))
    righted = dict(righted_rows(blocks, frozenset((*rows, *pairs))))
    lists = {**pairs, **righted}
    lists.update(listed_rows(blocks, frozenset((*rows, *lists))))
    for index, said in lists.items():
        first = index
        while first and find_numbers(blocks[first - 1].text):
            first -= 1
        to_come = drafted or _is_to_come(blocks, first)
        citations += [_awaiting(each) for each in said] if to_come else said
    lines = frozenset((*rows, *lists))
    return Alone(
        tuple(citations),
        lines,
        tuple(rows_not_understood(blocks, lines)),
        tuple(each for said in righted.values() for each in said),
    )


def _names_again(row: Row) -> bool:
    older = {each.id for each in find_numbers(row.old.text)}
    return {each.id for each in find_numbers(row.new.text)} <= older


def is_drafted(blocks: Sequence[Block]) -> bool:
    """Whether the title of a document says that nothing in it has come about: "PROPOSED CROSSWALK (DRAFT)"."""
    return any(
        TO_COME.search(block.text) and len(block.text) <= _LONGEST_TITLE for block in blocks[:_OWN_TITLE]
    )


def _awaiting(said: Citation) -> Citation:
    """What a list below a title like "Proposed" says: nothing has become of its numbers yet."""
    return replace(said, relation="cites", of=None, words=None, proposed=True)


def _is_to_come(blocks: Sequence[Block], index: int) -> bool:
    """Whether the heading of a table, or the title right above it, says that it has not come about."""
    titles = [blocks[index]]
    while index and not blocks[index].gap and len(titles) <= _TITLE_LINES:
        index -= 1
        titles.append(blocks[index])
    if index and titles[-1] is titles[0] and not find_numbers(blocks[index - 1].text):
        # A blank line may part the title from its table.
        titles.append(blocks[index - 1])
    return any(TO_COME.search(each.text) for each in titles if len(each.text) <= _LONGEST_TITLE)


def _told(row: Row, block: Block, day: Reading[date] | None, *, to_come: bool) -> Iterator[Citation]:
    remark = row.remark or Passage(text="")
    same = {each.id for each in find_numbers(row.old.text)} == {
        each.id for each in find_numbers(row.new.text)
    }
    if same and ENDS.match(row.new.text):
        # "none - rescinded; N1-412-94-2/5 is rescinded effective 09/12/2011" names no successor.
        yield from only_named(row, row.old, ())
        return
    if same and ENDS.match(remark.text) is None:
        # It is to be used on: what is remarked beside it has changed nothing.
        yield from only_named(None, block.passage, ())
        return
    if to_come or (is_awaited(remark.text) and _speaks_of_row(remark, row)):
        for each in only_named(None, row.old, ()):
            yield replace(each, proposed=True)
        yield from only_named(None, row.new, ())
        return
    if told := successors_elsewhere(row, ()):
        since = day or _day_remarked(remark, row)
        yield from (replace(each, date=each.date or since) for each in told)
        return
    newer = {each.id for each in find_numbers(row.new.text)} - {
        each.id for each in find_numbers(row.old.text)
    }
    older = {each.target for each in read_citations(row.old)}
    for each in only_named(row, block.passage, ()):
        if newer and each.target in older and not each.words and STANDS.search(block.passage.text) is None:
            # A row that names both sides, and says something of the newer one that is not understood, is told.
            yield replace(each, words=words_of(row.new), disputed=True)
        else:
            yield replace(each, words=None) if each.words and STANDS.search(each.words.value) else each


def _speaks_of_row(remark: Passage, row: Row) -> bool:
    """Whether a remark names no other number than those of its row."""
    named = {each.id for each in (*find_numbers(row.old.text), *find_numbers(row.new.text))}
    return all(each.id in named for each in find_numbers(remark.text))


def _day_remarked(remark: Passage, row: Row) -> Reading[date] | None:
    """The only day of a remark, where its words make it the day of the succession."""
    days = [each for each in find_dates(remark.text) if each.value]
    if len(days) != 1 or not _speaks_of_row(remark, row):
        return None
    return dated(remark, days[0]) if _BEFORE_DAY.search(remark.text[: days[0].start]) else None


def _day(heading: Block, block: Block) -> Reading[date] | None:
    """The day in the column of days."""
    heads, cells = cells_of(heading), cells_of(block)
    places = [place for place, head in enumerate(heads) if _DAY.search(head.text)]
    if len(places) != 1 or len(heads) != len(cells):
        return None
    cell = cells[places[0]]
    found = read_date(cell.text)
    if found is None or found.value is None:
        return None
    place = cell.evidence(found.start, found.end, found.confidence)
    return Reading(value=found.value, evidence=place, repairs=found.repairs)
