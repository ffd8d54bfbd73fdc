"""Items that are struck with their numbers, so that these were read as others or not at all.

What NARA wrote beside such an item must not fall to the item above it: "withdrawn" there declares that one dead.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.sorter import SENTENCE_END
from schedgraph.parser.forms.sf115.numbering.outline import Outline, OutlineItem
from schedgraph.parser.forms.sf115.table.entries import Entry

_XS = re.compile(r"[xX]{1,4}")
_OF_NUMBERS = frozenset({"item-number-gap", "item-number-order", "item-number-repeated"})


def with_struck_items(outline: Outline) -> Outline:
    """The outline, struck items whose numbers were lost between two others under the number that is missing there."""
    return _renumbered(_parted(_typed_over(outline)))


def _typed_over(outline: Outline) -> Outline:
    """Each struck item under another whose number is nothing but the x's over it, as the item that is missing after that."""
    items = list(outline.items)
    for place, item in enumerate(items):
        if item.parent is None or not _XS.fullmatch(item.path[-1]) or not _is_struck(item.entries):
            continue
        before, following = items[item.parent], items[place + 1] if place + 1 < len(items) else None
        number = _missing(before.path[0], following) if before.parent is None else None
        if number is None:
            continue
        message = f"The number of an item after item {before.number} is typed over; it is taken for {number}, which is missing."
        doubt = Doubt(code="item-number-unread", message=message, evidence=item.line.evidence())
        items[place] = replace(
            item, path=(number,), number=number, parent=None, doubts=(*_others(item), doubt)
        )
        if following is not None:
            items[place + 1] = replace(following, doubts=_others(following))
    return replace(outline, items=tuple(items))


def _parted(outline: Outline) -> Outline:
    """Each struck paragraph with an action beside it, behind a complete item, as the item that is missing after it."""
    items: list[OutlineItem] = []
    moved: dict[int | None, int | None] = {None: None}
    for place, item in enumerate(outline.items):
        moved[place] = len(items)
        items.append(replace(item, parent=moved[item.parent]))
        following = outline.items[place + 1] if place + 1 < len(outline.items) else None
        begin = _begin_of_struck(item.entries)
        number = _missing(item.path[0], following)
        if begin is None or number is None:
            continue
        struck = item.entries[begin:]
        items[-1] = replace(items[-1], entries=item.entries[:begin])
        line = struck[0].passage
        message = (
            f"An item that is struck stands after item {item.number}; its number could not be read and is taken "
            f"for {number}."
        )
        doubt = Doubt(code="item-number-unread", message=message, evidence=line.evidence())
        items.append(
            OutlineItem(
                path=(number,), number=number, parent=None, entries=struck, line=line, doubts=(doubt,)
            )
        )
    return replace(outline, items=tuple(items))


def _begin_of_struck(entries: Sequence[Entry]) -> int | None:
    """Where all that is left of an item is struck and stands apart, with an action beside it."""
    for index in range(1, len(entries)):
        entry, rest = entries[index], entries[index:]
        if not (entry.gap and entry.passage and entry.passage.strike() == "full" and _is_struck(rest)):
            continue
        before = [each for each in entries[:index] if each.passage]
        if not before:
            continue
        complete = SENTENCE_END.search(before[-1].text) and not any(_is_struck([each]) for each in before)
        return index if complete and any(each.action for each in rest) else None
    return None


def _is_struck(entries: Sequence[Entry]) -> bool:
    said = [entry.passage for entry in entries if entry.passage]
    return bool(said) and all(passage.strike() == "full" for passage in said)


def _missing(number: str, following: OutlineItem | None) -> str | None:
    """The number after `number` where the item that follows does not have it."""
    if not number.isdigit():
        return None
    wanted = int(number) + 1
    if following is None:
        return str(wanted)
    if following.parent is not None or not following.path[0].isdigit():
        return None
    return str(wanted) if int(following.path[0]) == wanted + 1 else None


def _renumbered(outline: Outline) -> Outline:
    """Each struck item between two others, or ahead of item 2, under the one number that is missing there."""
    items = list(outline.items)
    top = [place for place, item in enumerate(items) if item.parent is None]
    if len(top) > 1 and items[top[1]].path == ("2",) and _is_misread_first(items[top[0]]):
        items[top[0]] = _repaired(items[top[0]], "1")
    parents = {item.parent for item in items}
    for before, here, after in zip(top, top[1:], top[2:], strict=False):
        item, number = items[here], _missing(items[before].path[0], items[after])
        if number is None or item.path == (number,) or here in parents or not _is_struck(item.entries):
            continue
        items[here] = _repaired(item, number)
        items[after] = replace(items[after], doubts=_others(items[after]))
    return replace(outline, items=tuple(items))


def _is_misread_first(item: OutlineItem) -> bool:
    """Whether the first line of an item is struck, and its number is another than 1."""
    return item.path[0].isdigit() and item.path != ("1",) and _is_struck(item.entries[:1])


def _repaired(item: OutlineItem, number: str) -> OutlineItem:
    message = (
        f"Item {item.number}, which is struck, stands where item {number} is missing and is read as that."
    )
    doubt = Doubt(code="item-number-repaired", message=message, evidence=item.line.evidence())
    return replace(item, path=(number,), number=number, doubts=(*_others(item), doubt))


def _others(item: OutlineItem) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in item.doubts if doubt.code not in _OF_NUMBERS)
