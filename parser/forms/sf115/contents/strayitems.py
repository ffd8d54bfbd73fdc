"""Item numbers that stand alone, apart from the job that they belong to, and what they make of its citation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.passage import Passage
from schedgraph.parser.ranked import RankedTarget

# "item 4" at the end of a line, and no "see" or "of" leads to it: the rest of a narrow cell. So is the "item 4." of a
# line that begins with it.
_STRAY = re.compile(
    r"(?<!\bsee )(?<!\bof )(?<!\bin )(?<!\bto )(?<!\bunder )(?<!\bwith )(?<!\bper )(?<!\bfrom )(?<!\bthis )(?<!\bfor )"
    r"\bitems?[ ]{1,2}[0-9]{1,4}[0-9A-Za-z(), &]{0,30}$"
    r"|^(?-i:items?)[ ]{1,2}[0-9]{1,4}[0-9A-Za-z()]{0,8}(?=[.;](?:[ ]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_EXCEPTS = re.compile(r"\b(?:except|excluding|other than|but)\b", re.IGNORECASE)
# "NC1-431-81-2 Disposition item 5": in column 9 whatever stands between
_IN_COLUMN = re.compile(r"\bitems?[ ]{1,2}[0-9]{1,4}[0-9A-Za-z(), &]{0,30}", re.IGNORECASE)
_ALLOWED_WORDS = re.compile(r"items?|and|thru|through|to|[0-9]{1,4}[A-Za-z]?|[A-Za-z]", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\s{0,2}(?:[,/&#(]|and\b|[,:(]?\s{0,2}items?\b[\s,:#]{0,3})\s{0,3}", re.IGNORECASE)
_EXCEPTION = 30
_JOB_AND_ONE_ITEM = 2
_JOINED, _WHOLE = 0.75, 0.25
"""How likely the stray number belongs to the job, and how likely the job is meant whole: estimates."""


def with_stray_items(
    citations: Sequence[Citation], said: Iterable[Passage], columns: Iterable[Passage]
) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    """The citations of an item, a schedule that it supersedes whole made doubtful where an item number stands alone.

    A job number that has lost its item supersedes all items of the schedule, permanent ones too. `said` are
    the words of the item, `columns` what stands in column 9.
    """
    columns = tuple(columns)
    stray = [*_stray(said, _STRAY), *_stray(columns, _IN_COLUMN)]
    cut_short = tuple(_cut_short(columns))
    if not stray and not cut_short:
        return tuple(citations), ()
    result: list[Citation] = []
    doubts: list[Doubt] = []
    for citation in citations:
        readings = _joined(citation, stray) if _is_whole(citation) else ()
        if not readings and _is_whole(citation) and any(citation.target == each.id for each in cut_short):
            result.append(replace(citation, partial=True, sure=False))
            message = (
                f"{citation.printed} is cited with items that could not be read: which of them are superseded is "
                "not known."
            )
            doubts.append(Doubt(code="citation-cut-short", message=message, evidence=citation.evidence))
            continue
        if not readings:
            result.append(citation)
            continue
        goes_on = any(citation.target == each.id for each in cut_short)
        if goes_on and len(readings) == _JOB_AND_ONE_ITEM:
            # "N1-59-91-12," in the cell, and "item 2" where the next line ends: the cell goes on there.
            result.append(replace(citation, target=readings[0].target, readings=readings, sure=False))
            continue
        result.append(replace(citation, target=None, readings=readings, sure=False))
        written = ", ".join(f"“{' '.join(each.text.split())}”" for each in stray)
        message = (
            f"{citation.printed} is cited without items, and {written} stands apart from it: it may be the item"
            " that is superseded, or the whole schedule may be."
        )
        doubts.append(Doubt(code="citation-items-apart", message=message, evidence=stray[0].evidence()))
    return tuple(result), tuple(doubts)


def _cut_short(columns: Iterable[Passage]) -> Iterator[Mention]:
    """The jobs behind which a cell breaks off where their items should follow: "NC1-173-78-3, items", "NC1-378-81-1/"."""
    for passage in columns:
        mentions = find_numbers(passage.text)
        if (
            mentions
            and mentions[-1].whole_schedule
            and _CUT_SHORT.fullmatch(passage.text[mentions[-1].end :])
        ):
            yield mentions[-1]


def _is_whole(citation: Citation) -> bool:
    number = parse_identifier(citation.target) if citation.target else None
    return citation.relation == "supersedes" and number is not None and not number.path


def _stray(passages: Iterable[Passage], pattern: re.Pattern[str]) -> Iterator[Passage]:
    for passage in passages:
        if "item" not in passage.text.lower():
            continue
        mentions = find_numbers(passage.text)
        for found in pattern.finditer(passage.text):
            start, end = found.span()
            words = re.findall(r"[0-9A-Za-z]+", passage.text[start:end])
            excepted = _EXCEPTS.search(passage.text, max(0, start - _EXCEPTION), start)
            if excepted or not all(map(_ALLOWED_WORDS.fullmatch, words)):
                continue
            if not any(mention.start < end and start < mention.end for mention in mentions):
                yield passage.part(start, end)


def _joined(citation: Citation, stray: Sequence[Passage]) -> tuple[RankedTarget, ...]:
    """The readings of a whole schedule with the items that stand apart, the joined ones first."""
    targets = list(
        dict.fromkeys(
            mention.id
            for each in stray
            for mention in find_numbers(f"{citation.target}, {' '.join(each.text.split())}")
            if mention.id and mention.id != citation.target
        )
    )
    if not targets or citation.target is None:
        return ()
    share = _JOINED / len(targets)
    return (
        *(RankedTarget(target=target, confidence=share) for target in targets),
        RankedTarget(target=citation.target, confidence=_WHOLE),
    )
