"""Blocks to the stream that the fields are read from: one token a line or a table cell."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from schedgraph.parser.blocks import Block
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage, collapsed

#   1. first part      (a) second part      b) third
_LIST_MARKER = re.compile(r"\(?[0-9A-Za-z]{1,2}[.)]\s")


# The head of a table of labels and values, which a transcript adds
_HEADED = re.compile(
    r"\W*(?:fields?|labels?|names?|element|attribute)\W{1,3}(?:values?|contents?|entry|data)\W*",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A line, or one cell of a row. `block` is the index of its block in the document."""

    passage: Passage
    block: int
    page: int
    gap: bool = False
    stamp: bool = False
    cell: int | None = None
    bullet: bool = False

    @property
    def text(self) -> str:
        """The visible text, white space collapsed."""
        return collapsed(self.passage.text)

    def part(self, start: int, end: int | None = None) -> "Token":
        """The token of a stretch of this one, no white space around it."""
        return Token(
            passage=self.passage.part(start, end),
            block=self.block,
            page=self.page,
            gap=self.gap and start == 0,
            stamp=self.stamp,
            cell=self.cell,
            bullet=self.bullet and start == 0,
        )


def tokens(blocks: Sequence[Block]) -> tuple[Token, ...]:
    """The tokens of all blocks but page furniture, ruled lines and stamps that lie across the sheet."""
    found: list[Token] = []
    for index, block in enumerate(blocks):
        if block.kind in ("furniture", "rule") or (block.kind == "stamp" and block.slanted):
            continue
        if block.kind != "row":
            stamp, bullet = block.kind == "stamp", block.kind == "bullet"
            found.append(Token(block.passage, index, block.page, block.gap, stamp, None, bullet))
            continue
        if _HEADED.fullmatch(" ".join(cell.text for cell in block.cells if cell)):
            continue
        for column, cell in enumerate(block.cells):
            if cell:
                found.append(Token(passage=cell, block=index, page=block.page, gap=block.gap, cell=column))
    return tuple(found)


def passage_of(lines: Iterable[Token]) -> Passage:
    """The passages of `lines`, a line end between them."""
    return Passage.join([line.passage for line in lines])


def one_line(lines: Sequence[Token], confidence: float = 1.0) -> Reading[str] | None:
    """The text of a field that a narrow column wrapped, as one line."""
    passage = passage_of(lines)
    if not passage:
        return None
    return Reading(value=collapsed(passage.text), evidence=passage.evidence(confidence=confidence))


def paragraphs(lines: Sequence[Token], confidence: float = 1.0) -> Reading[str] | None:
    """A longer text: wrapped lines joined, its paragraphs one a line."""
    passage = passage_of(lines)
    if not passage:
        return None
    return Reading(value="\n".join(group_paragraphs(lines)), evidence=passage.evidence(confidence=confidence))


def group_paragraphs(lines: Sequence[Token]) -> tuple[str, ...]:
    """The paragraphs of `lines`; a blank line inside a sentence ends none."""
    found: list[str] = []
    for line in lines:
        before = found[-1] if found else ""
        begins = (
            line.bullet or _LIST_MARKER.match(line.text) or (line.gap and _ends_sentence(before, line.text))
        )
        if found and not begins:
            found[-1] += " " + line.text
        elif line.text:
            found.append(line.text)
    return tuple(found)


def _ends_sentence(before: str, after: str) -> bool:
    return before.endswith((".", "!", "?", ":", ";", '"', ")")) or not after[:1].islower()
