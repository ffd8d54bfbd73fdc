"""Lists of authorities without columns: each line a number, what it covers, and what became of it.

"DAA-0059-2014-0011-0002  W/W Cases ...... superseded by DAA-0059-2018-0007-0002, approved 11/20/2018"
"NC1-059-79-012 item 4 - Shipping and seamen - obsolete, function ended"
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import is_partial, read_citations
from schedgraph.parser.dates import find_dates
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.forms.crosswalk.remarks import ENDS, STANDS, TO_COME
from schedgraph.parser.passage import Passage

# What parts a number from what is said of it, where columns would: a gap, a tab, leaders, a dash, a colon
_APART = re.compile(r"\s*(?:\t|[ \u00a0]{2,}|[.·]{3,}|[-–—=]{1,3}>|→|⇒|\s[-–—]{1,2}\s|:(?=\s)|\|)")
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
_REMARK = re.compile(r"(?:^|[.·]{2,}|\t|[ \u00a0]{2,}|\s[-–—]{1,2}\s|[:|;(=>]\s?|,\s)\s*(?=[A-Za-z])")


def listed_rows(blocks: Sequence[Block], taken: frozenset[int]) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """The lines of lists among `blocks` with what each says, its index first; `taken` belong to tables.

    A list has at least two lines that begin with a number, and half of them or more say what became of it: else
    what looks like one may be a bibliography, or words that go on.
    """
    opened = [
        index
        for index, block in enumerate(blocks)
        if index not in taken and block.kind not in ("furniture", "rule", "stamp") and _opens(block.passage)
    ]
    said = {index: _said(blocks[index].passage) for index in opened}
    told = [index for index in opened if said[index] is not None]
    if len(opened) < _FEWEST or 2 * len(told) < len(opened):
        return
    for index in told:
        yield index, said[index] or ()


def _opens(line: Passage) -> Sequence[Mention]:
    """The numbers that a line begins with, where something parts them from what follows."""
    mentions = find_numbers(line.text)
    if not mentions or line.text[: mentions[0].start].strip(_STARTS):
        return ()
    old = [mentions[0]]
    for each in mentions[1:]:
        if each.start >= old[-1].end and not _BETWEEN_OLD.fullmatch(line.text, old[-1].end, each.start):
            break
        old.append(each)
    return old if _APART.match(line.text, max(each.end for each in old)) else ()


def _said(line: Passage) -> tuple[Citation, ...] | None:
    """What a line says of the numbers that it begins with; None where it says nothing that is understood."""
    old = _opens(line)
    end = max(each.end for each in old)
    new = [each for each in find_numbers(line.text) if each.start >= end]
    if TO_COME.search(line.text, end):
        return None
    if not new:
        return _ended(line, old, end)
    between = line.text[end : new[0].start]
    if len(between) > _LONGEST_TITLE or _BEFORE_SUCCESSOR.search(between) is None:
        return None
    if STANDS.search(line.text, end) or not all(each.id and each.sure for each in new):
        return None
    day = _day(line, max(each.end for each in new))
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
    cited = read_citations(line.slice(0, end))
    for found in _REMARK.finditer(line.text, end):
        remark = line.slice(found.end()).strip(" \t.()|")
        if STANDS.match(remark.text):
            return tuple(replace(each, relation="cites") for each in cited)
        if ENDS.match(remark.text) and len(remark.text) <= _LONGEST_REMARK:
            words = Reading(value=" ".join(remark.text.split()), evidence=remark.evidence())
            named = {each.id for each in old}
            return tuple(
                replace(each, relation="cites", words=words, date=_day(line, end))
                for each in cited
                if each.target in named
            )
    return None


def _day(line: Passage, start: int) -> Reading[date] | None:
    """The only day that a line names behind its numbers."""
    found = find_dates(line.text[start:])
    if len(found) != 1 or found[0].value is None:
        return None
    day = found[0]
    place = line.evidence(start + day.start, start + day.end, day.confidence)
    return Reading(value=found[0].value, evidence=place, repairs=day.repairs)
