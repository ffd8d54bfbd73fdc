"""Crosswalks whose lines name their side: "Old: N1-406-93-14, item 2" over "New: N1-406-99-10, item 3"."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.document import Citation
from schedgraph.parser.forms.crosswalk.columns import Row
from schedgraph.parser.forms.crosswalk.elsewhere import successors_elsewhere
from schedgraph.parser.passage import Passage

_THING = (
    r"(?:\s(?:disposition\s)?(?:authorit(?:y|ies)|items?|schedules?|jobs?|citations?|numbers?|no)[.]?){0,3}"
)
_OLD = re.compile(
    rf"\W{{0,4}}(?:old|former|previous|prior|superseded|replaced){_THING}\s?(?::|[-=–—]+>|\s[-–—=]\s)\s*",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\W{{0,4}}(?:new|current|present|successor|replacement|superseding|(?:superseded|replaced)\sby){_THING}\s?(?::|[-=–—]+>|\s[-–—=]\s)\s*",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\W{0,4}(?:notes?|remarks?|comments?|scope)\s?:\s*", re.IGNORECASE)


def paired_rows(blocks: Sequence[Block], taken: frozenset[int]) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """The lines of such pairs with what each pair says, told at its second line; `taken` belong to tables.

    More than one old or new line may stand below another: each old one is replaced by all the new ones.
    """
    group: list[int] = []
    for index in range(len(blocks) + 1):
        side = _side(blocks[index]) if index < len(blocks) and index not in taken else None
        begins = bool(group) and index < len(blocks) and (blocks[index].gap or _complete(blocks, group, side))
        if group and (side is None or begins):
            yield from _told(blocks, group)
            group = []
        if side:
            group.append(index)


def _side(block: Block) -> str | None:
    text = block.passage.text
    if _REMARK.match(text):
        return "remark"
    for side, label in (("new", _NEW), ("old", _OLD)):
        found = label.match(text)
        if found and find_numbers(text[found.end() :]):
            return side
    return None


def _complete(blocks: Sequence[Block], group: Sequence[int], side: str | None) -> bool:
    """Whether a line begins the next pair: both sides are there, and the first of them comes again."""
    sides = [_side(blocks[index]) for index in group]
    return {"old", "new"} <= set(sides) and side == sides[0]


def _told(blocks: Sequence[Block], group: Sequence[int]) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    lines = [(_side(blocks[index]), blocks[index].passage) for index in group]
    old = [_value(passage, _OLD) for side, passage in lines if side == "old"]
    new = [_value(passage, _NEW) for side, passage in lines if side == "new"]
    remarks = [_value(passage, _REMARK) for side, passage in lines if side == "remark"]
    if not old or not new:
        return
    newer = Passage.join(new, "; ")
    others = " ".join(each.text for each in remarks)
    said = tuple(
        citation
        for each in old
        for citation in successors_elsewhere(
            Row(old=each, new=newer, others=others, remark=None, schedule=None), ()
        )
    )
    if said:
        yield group[-1], said
        yield from ((index, ()) for index in group[:-1])


def _value(passage: Passage, label: re.Pattern[str]) -> Passage:
    found = label.match(passage.text)
    return passage.part(found.end()) if found else passage
