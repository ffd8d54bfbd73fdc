"""Rows of a crosswalk whose newer side is no item of the schedule: another authority, or words alone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.citation.cited import words_of
from schedgraph.parser.document import Citation
from schedgraph.parser.forms.crosswalk.columns import Row
from schedgraph.parser.forms.crosswalk.remarks import NOTHING, reach_of
from schedgraph.parser.passage import Passage

# What may stand between the numbers of a cell that names successors and nothing else, and before the first of them
_ONLY_JOINS = re.compile(
    r"\W*(?:(?:is\s|was\s|now\s){0,2}(?:superseded|replaced|covered|carried|merged|moved|incorporated|consolidated)\s(?:by|with|in|into|under|to)\b"
    r"|see(?:\snow)?\b|now\b|use\b)?(?:\W|\band\b|\bitems?\b)*",
    re.IGNORECASE,
)
# Limits like “N1-434-09-7/2 (part)” and “(electronic copies only)”
_LIMITED = re.compile(
    r"[(\[]\s?(?:(?:in\s)?part(?:ial(?:ly)?)?|pt[.]?|portions?|[^()\[\]]{2,40}\bonly|(?:except|excluding)\b[^()\[\]]{2,60})\s?[)\]]",
    re.IGNORECASE,
)
_LONGEST_REMARK = 80


def successors_elsewhere(row: Row, own: Collection[str]) -> tuple[Citation, ...]:
    """What a row says that names authorities outside the schedule in both columns, each of the newer told of the older."""
    cited = read_citations(row.old, default="supersedes")
    mentions = find_numbers(row.new.text)
    rest = row.new.text
    for each in reversed(mentions):
        rest = rest[: each.start] + rest[each.end :]
    limited = _LIMITED.search(rest) or _LIMITED.search(row.old.text)
    rest = _LIMITED.sub(" ", rest)
    plain = mentions and _ONLY_JOINS.fullmatch(rest) and all(each.id for each in mentions)
    if not plain or any(each.target is None or each.target in own for each in cited):
        return ()
    if any(each.id in own or not _stands_out(each) for each in mentions):
        return ()
    reach = reach_of(row.others)
    if reach == "nothing":
        return ()
    kept = {each.target for each in cited}
    in_part = reach == "part" or limited is not None or any(each.id in kept for each in mentions)
    return tuple(
        replace(
            new,
            relation="superseded-by",
            of=old.target,
            evidence=row.new.evidence(),
            partial=old.partial or in_part,
            sure=old.sure and new.sure,
            repairs=new.repairs or old.repairs,
        )
        for old in cited
        if old.relation == "supersedes"
        for new in read_citations(row.new)
        if new.target not in kept
    )


def _stands_out(mention: Mention) -> bool:
    """Whether a number is read in one way, though with a repair, or as a further item: "NI-443-12-11/2 and 3"."""
    return mention.sure or len(mention.readings) == 1


def only_named(row: Row | None, whole: Passage, own: Collection[str]) -> Iterator[Citation]:
    """The numbers of a row that names no successor, only cited, with the words that stand where it would be named."""
    if row is None:
        yield from (
            replace(each, relation="cites") for each in read_citations(whole) if each.target not in own
        )
        return
    said = row.remark if NOTHING.fullmatch(row.new.text) else _without_own_number(row)
    words = None
    if (
        said
        and any(map(str.isalpha, said.text))
        and not find_numbers(said.text)
        and len(said.text) <= _LONGEST_REMARK
    ):
        words = words_of(said)
    for each in read_citations(row.old):
        if each.target not in own:
            yield replace(each, relation="cites", words=words)
    yield from (replace(each, relation="cites") for each in read_citations(row.new) if each.target not in own)


def _without_own_number(row: Row) -> Passage:
    """The newer cell, up to where it names the older authority again: "none - rescinded; N1-412-94-2/5 is rescinded"."""
    older = {each.id for each in find_numbers(row.old.text)}
    again = next((each.start for each in find_numbers(row.new.text) if each.id in older), None)
    if again is None:
        return row.new
    parted = max(row.new.text.rfind(sign, 0, again) for sign in ".;,")
    return row.new.slice(0, parted) if parted > 0 else row.new
