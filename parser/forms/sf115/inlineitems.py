"""Items that a transcript writes one behind another on one line, each with an instruction of its own."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.passage import Passage

# The end of the labels of the columns, with the first item on the same line
_LABELS = re.compile(
    r"\b10[.]?\s{0,2}action(?:\staken)?(?:\s\([^()]{3,30}\))?[.:]?\s{1,4}(?=(?:item\s)?1[.)]\s)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=[.;:)\]]\s)|(?<=[.;:)\]]\s\s))(?P<count>[0-9]{1,3})[.)]\s{1,3}(?=[A-Z\"“])"
)
_LETTER = re.compile(
    r"(?:(?<=[.;:)\]–—-]\s)|(?<=[.;:)\]–—-]\s\s)|(?<=\s))(?:\((?P<enclosed>[a-h])\)|(?P<bare>[a-h])[.)])\s{1,3}(?=[A-Za-z\"“])"
)
_SHORTEST = 60


def with_items_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, a line that holds several items or sub-items as one line for each."""
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    if len(block.cells) > 1 or len(block.text) < _SHORTEST or block.kind not in ("text", "bullet"):
        yield block
        return
    passage = block.passage
    labels = _LABELS.search(passage.text)
    if labels:
        yield _line(block, passage.slice(0, labels.end()), gap=block.gap)
        passage = passage.slice(labels.end())
    for first, item in enumerate(_items(passage)):
        for second, part in enumerate(_sub_items(item)):
            apart = first > 0 or (second == 0 and (labels is not None or block.gap))
            yield _line(block, part, gap=apart and second == 0)


def _line(block: Block, passage: Passage, *, gap: bool) -> Block:
    if passage.text == block.passage.text:
        return block
    line = passage.strip()
    return block._replace(passage=line, cells=(line,), gap=gap)


def _items(passage: Passage) -> Sequence[Passage]:
    """The items of a line: numbers that count on, an instruction behind each."""
    starts = [(int(found["count"]), found.start()) for found in _NUMBER.finditer(passage.text)]
    if len(starts) < 2 or passage.text[: starts[0][1]].strip():
        return (passage,)
    kept = starts[:1]
    for count, start in starts[1:]:
        if count == kept[-1][0] + 1:
            kept.append((count, start))
    return _cut(passage, [start for _, start in kept])


def _sub_items(passage: Passage) -> Sequence[Passage]:
    """The title of an item and its sub-items: letters from a on, an instruction behind each and none before them."""
    kept: list[int] = []
    for found in _LETTER.finditer(passage.text):
        if (found["enclosed"] or found["bare"]) == chr(ord("a") + len(kept)):
            kept.append(found.start())
    if len(kept) < 2 or not passage.text[: kept[0]].strip() or find_instruction(passage.slice(0, kept[0])):
        return (passage,)
    whole = _cut(passage, kept)
    return (passage.slice(0, kept[0]), *whole) if len(whole) > 1 else (passage,)


def _cut(passage: Passage, starts: Sequence[int]) -> Sequence[Passage]:
    """The stretches from each start to the next, where every one instructs; else all of it."""
    ends = [*starts[1:], len(passage.text)]
    parts = [passage.slice(start, end) for start, end in zip(starts, ends, strict=True)]
    return parts if all(find_instruction(part) for part in parts) else (passage,)
