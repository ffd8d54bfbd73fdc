"""Running headers: lines that every page repeats and that belong to no item."""

import re
from collections import Counter
from collections.abc import Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.caseless import caseless
from schedgraph.parser.forms.sf115.numbering.designators import read_designator

_LONGEST = 100
_OFTEN = 3
# A line that many items may rightly repeat: their disposition, or the kind of file they are.
_OF_AN_ITEM = caseless(
    r"tempora|permanen|destroy|delet|retain|transfer|cut ?-?off|dispos|supersed|obsolete|years?\b|months?\b"
    r"|date\b|^(?:master|input|output|system|backup|paper|electronic|documentation|e-?mail|audit|record|copies|data|note)\b",
)
_NUMBERED = re.compile(r"[0-9]{1,3}[a-z]?[.)]?\s{1,20}[A-Z]|(?i:item)\s[0-9]")
_COLUMN_HEAD = re.compile(
    r"[0-9]{1,2}[.]?\s{1,20}(?:item|description|grs|sample|action|superseded)\b", re.IGNORECASE
)
_DIGITS = re.compile(r"[0-9]{1,4}")
_DATE = re.compile(r"[0-9OlI|]{1,2}[-/.][0-9OlI|]{1,2}[-/.][0-9OlI|]{2,4}|[0-9OlI|/]{8,10}")
# Lines like "N1-567-09-6   Page 2"    "LeadTrac - 3"
_PAGED = caseless(r"\bpage\b|^[0-9]{1,3}$")


def running_headers(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of `blocks` that are running headers or footers.

    A repeated line is one where a page begins: behind a stamp, a rule, page furniture, a form feed, or
    another such line; or where it recurs so often, apart from its neighbours, that it can be nothing else.
    """
    keys = [_key(block) for block in blocks]
    counts = Counter(key for key in keys if key)
    repeated = {key for key, count in counts.items() if count > 1}
    at_top: dict[str, list[int]] = {}
    anywhere: dict[str, list[int]] = {}
    paged = _items_are_numbered_in_lines(blocks)
    top, edge = True, False
    for index, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        if block.kind in ("rule", "furniture") or (index and block.page != blocks[index - 1].page):
            top = edge = True
        if block.kind == "stamp":
            top = True
        if block.kind in ("stamp", "rule", "furniture"):
            continue
        if key not in repeated:
            top = edge = False
            continue
        # A number alone may be an item's: where the table begins, or below "WITHDRAWN" beside the item before.
        if top and (edge or not block.text.isdigit()):
            at_top.setdefault(key, []).append(index)
        apart = block.gap and (
            index + 1 == len(blocks) or blocks[index + 1].gap or keys[index + 1] in repeated
        )
        if (apart or top) and counts[key] >= _OFTEN and (paged or not block.text.isdigit()):
            anywhere.setdefault(key, []).append(index)
    found = {index for indexes in at_top.values() if len(indexes) > 1 for index in indexes}
    found |= {index for indexes in anywhere.values() if len(indexes) >= _OFTEN for index in indexes}
    return frozenset(found)


def _items_are_numbered_in_lines(blocks: Sequence[Block]) -> bool:
    """Whether items have their numbers beside their words, so that a number alone between them is a page's."""
    alone = [index for index, block in enumerate(blocks) if block.text.isdigit()]
    between = blocks[alone[0] : alone[-1]] if alone else ()
    return any(_NUMBERED.match(block.text) and not _COLUMN_HEAD.match(block.text) for block in between)


def _key(block: Block) -> str:
    """What makes two lines the same running header; empty where a line can be none."""
    text = block.text
    if not text or len(text) > _LONGEST or block.kind not in ("text", "row") or len(block.cells) > 1:
        return ""
    if _DATE.fullmatch(text):
        # Below "Date (MM/DD/YYYY):" many items may have the same day.
        return ""
    paged = _PAGED.stands_in(text)
    if not paged and (
        text[-1] in ".:;," or _OF_AN_ITEM.stands_in(text) or read_designator(text) or find_numbers(text)
    ):
        return ""
    return _DIGITS.sub("#", text.casefold()) if paged else text.casefold()
