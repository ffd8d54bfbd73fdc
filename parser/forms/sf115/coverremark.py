"""A remark in brackets that gives what the first sheet says: "[from the cover sheet: JOB NUMBER N1-142-97-11; FROM …]"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.head.boxlabels import labels_in

_OPENS = re.compile(
    r"\s*[\[({<]\s?(?:(?:transcriber's\s)?note:\s)?[^\[\](){}<>:;\d]{0,40}?"
    r"\b(?:cover|covering|first|front|title|face|main|previous|preceding|other)\s(?:sheet|page|form|side)s?\b(?:\s1\b)?"
    r"[^\[\]{}<>:;]{0,40}?\s?[:–—-]\s{0,2}(?=\S)",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[\])}>]\W{0,3}$")
_PART = re.compile(r"[^;]{1,400}")
_MOST_LINES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverRemark:
    """The boxes that such a remark gives, a line each, and the lines around it."""

    boxes: tuple[Block, ...]
    others: tuple[Block, ...]


def part_cover_remark(blocks: Sequence[Block]) -> CoverRemark | None:
    """The remark, where it names boxes of the form; None where no line is one."""
    for index, block in enumerate(blocks):
        opens = _OPENS.match(block.passage.text)
        if opens is None:
            continue
        end = index
        while not _CLOSES.search(blocks[end].text) and end + 1 < min(len(blocks), index + _MOST_LINES):
            end += 1
        if not _CLOSES.search(blocks[end].text):
            continue
        passages = [block.passage.slice(opens.end()), *(each.passage for each in blocks[index + 1 : end + 1])]
        boxes = [
            block._replace(passage=part, cells=(part,), gap=False)
            for passage in passages
            for found in _PART.finditer(passage.text)
            if (part := passage.slice(*found.span()).strip(" \t[]"))
        ]
        if any(labels_in(each.passage) for each in boxes):
            return CoverRemark(boxes=tuple(boxes), others=(*blocks[:index], *blocks[end + 1 :]))
    return None
