"""Entries to the items of a schedule: which line opens an item, and below which other item it stands.

The order of the designators is evidence. What does not fit is told as a doubt and stays as text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.disposition.sentences import awaits_number
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.standings import named_succession, standing_note
from schedgraph.parser.forms.sf115.numbering.attached import without_range
from schedgraph.parser.forms.sf115.numbering.builder import Builder, Node
from schedgraph.parser.forms.sf115.numbering.customs import (
    cell_designator,
    code_in_cell,
    custom_designator,
    customs,
)
from schedgraph.parser.forms.sf115.numbering.designators import Designator, read_designator
from schedgraph.parser.forms.sf115.numbering.goingon import ends_with_job, is_mid_sentence
from schedgraph.parser.forms.sf115.numbering.placement import (
    Footing,
    Placement,
    place,
    place_late,
    place_running_on,
)
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.look_alikes import opens_capital
from schedgraph.parser.passage import Passage

_MESSAGES = {
    "item-number-gap": "Item {number} does not follow the item before it; items may be missing.",
    "item-number-repeated": "Item {number} occurs twice; the second may be misread.",
    "item-number-order": "Item {number} stands after a later one.",
    "item-number-style": "Item {number} is printed unlike the items that it continues.",
    "item-number-repaired": "Item {number} is read as {segment}.",
    "item-unplaced": "A line begins like an item ({number}) but fits no place; it was read as text.",
}
_ITEM_WORD = re.compile(r"\W{0,4}(?:note\W{1,3})?items?\s", re.IGNORECASE)
# "Items 1 to 3 see page 1": what is said of several opens none
_SEVERAL = re.compile(
    r"\W{0,4}(?:note\W{1,3})?items\s[0-9]{1,4}[a-z]?\s?(?:[-–,&]|\b(?:to|through|thru|and)\b)\s?[0-9]",
    re.IGNORECASE,
)
# Lines like "PART II - FIELD OFFICES"    "Section B. Regional Records"
_PART = re.compile(
    r"\W{0,3}(?:part|section|chapter|subpart|appendix|annex|attachment|exhibit|enclosure)\s(?:[IVX]{1,5}|[0-9]{1,2}|[A-H])\b[^;]{0,70}[^.;:]",
    re.IGNORECASE,
)
# the "3x" of a 3 that was struck with x's, and the "9.." of a speck behind a 9
_SPOILED = re.compile(r"(?P<number>[0-9]{1,3}\.?)(?:(?P<typed>[xX]{1,3}\.?)|\.{1,2})", re.ASCII)
# "DESTROY" over "6 YEARS AFTER CUTOFF": a period that a line broke, and no sixth item
_PERIOD = re.compile(r"(?:years?|yrs?|months?|days?|weeks?)\b", re.IGNORECASE)
_REFERS = re.compile(r"(?:of|in|from|under|on)[ ]", re.IGNORECASE)
_NEAR = 40
_MOST_ON_A_LINE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineItem:
    """An item as the outline gives it: its designator, the index of its parent, and its lines.

    `line` is the line that opens it, the designator included.
    """

    path: tuple[str, ...]
    number: str
    parent: int | None
    entries: tuple[Entry, ...]
    line: Passage
    bullet: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The items in reading order, the lines before the first of them, and what is doubtful."""

    preamble: tuple[Entry, ...]
    items: tuple[OutlineItem, ...]
    doubts: tuple[Doubt, ...]


def read_outline(entries: Sequence[Entry]) -> Outline:
    """The items that `entries` make up."""
    entries = [without_range(entry) for entry in entries]
    builder = Builder()
    builder.custom = customs(entries)
    for index, entry in enumerate(entries):
        builder.late = index in builder.custom.late
        builder.begins = index == builder.custom.begins
        if builder.nodes and _PART.fullmatch(entry.text) and (entry.gap or entry.row or entry.heading):
            builder.begin_part()
        elif _ITEM_WORD.match(entry.passage.text) and (
            standing_note(entry.passage) or named_succession(entry.passage)
        ):
            # "Item 3 rescinded by NARA" opens no item.
            builder.add(entry)
        else:
            _read_entry(builder, entry)
    items = tuple(_item(builder, node) for node in builder.nodes)
    return Outline(
        preamble=tuple(builder.preamble),
        items=items,
        doubts=tuple(builder.doubts),
    )


def _unspoiled(number: Passage) -> Passage:
    """The number in a cell without a speck behind it, or without the letters that struck it if it is struck."""
    if number.text.rstrip()[-1:] in (",", ";", ":"):
        # What OCR makes of a full stop.
        number = number.slice(0, len(number.text.rstrip(" ,;:")))
    found = _SPOILED.fullmatch(number.text)
    if found is None or (found["typed"] and number.strike() != "full"):
        return number
    return number.slice(0, found.end("number"))


def _read_entry(builder: Builder, entry: Entry) -> None:
    shown = Passage.join([part for part in (entry.number, entry.passage) if part], " ")
    in_its_cell = False
    if entry.number:
        entry = replace(entry, number=_unspoiled(entry.number))
    if entry.number and (
        designator := code_in_cell(entry, builder.custom) or read_designator(entry.number.text, cell=True)
    ):
        rest = entry.number.part(designator.end)
        if rest:
            entry = replace(
                entry, passage=Passage.join([part for part in (rest, entry.passage) if part], " ")
            )
        if placement := _place(builder, designator, entry, "firm"):
            builder.open(placement, entry, shown)
            in_its_cell = not rest
        else:
            builder.doubts.append(_unplaced(shown))
            entry = replace(entry, passage=shown)
    elif (designator := cell_designator(entry)) and (placement := _place(builder, designator, entry, "firm")):
        builder.doubts.append(_unusual(shown))
        builder.open(placement, entry, shown)
    elif entry.number:
        if any(character.isalnum() for character in entry.number.text):
            builder.doubts.append(_unplaced(shown))
        entry = replace(entry, passage=shown)
    opened_here = False
    for _ in range(_MOST_ON_A_LINE):
        designator = custom_designator(entry, builder.custom) or read_designator(entry.passage.text)
        if designator is None:
            break
        rest = entry.passage.part(designator.end)
        placement = None
        if _credible(builder, entry, designator, rest) and not (
            opened_here and designator.strength != "punctuated"
        ):
            footing: Footing = (
                "firm"
                if designator.strength == "cell" or builder.begins or _outstanding(entry)
                else ("apart" if entry.gap else "plain")
            )
            beside = replace(entry, passage=rest)
            placement = _begin_late(builder, designator, beside) if builder.late and not opened_here else None
            placement = placement or _place(builder, designator, beside, footing)
            if placement and (opened_here or in_its_cell) and not _is_below(placement, builder):
                placement = None
        if placement is None:
            if not opened_here and _looks_like_item(builder, entry, designator, rest):
                builder.doubts.append(_unplaced(entry.passage))
            break
        entry = replace(entry, passage=rest)
        builder.open(placement, entry, shown)
        opened_here = True
    builder.last = entry
    if entry.passage or entry.citation or entry.action or entry.disposition or entry.successor:
        builder.add(entry, opens=opened_here)


def _is_below(placement: Placement, builder: Builder) -> bool:
    """Whether a second designator of a line stands below the item that the first one opened: "1. a.", no "2. 4-H Cards"."""
    depth = len(builder.levels)
    return len(placement.levels) > depth and all(
        one.printed == other.printed for one, other in zip(placement.levels, builder.levels, strict=False)
    )


def _unusual(line: Passage) -> Doubt:
    message = f"{' '.join(line.text.split())[:60]!r} has a number of no usual kind in column 7; it was read as an item."
    return Doubt(code="item-number-unusual", message=message, evidence=line.evidence())


def _looks_like_item(builder: Builder, entry: Entry, designator: Designator, rest: Passage) -> bool:
    """Whether a reader would take a line that was not placed for an item."""
    if designator.strength != "punctuated" or not rest.text[:1].isupper():
        return False
    before = builder.last.text if builder.last else "."
    return _outstanding(entry) or entry.gap or before[-1:] in ".:;)"


def _place(builder: Builder, designator: Designator, entry: Entry, footing: Footing) -> Placement | None:
    builder.keys += len(designator.tokens)
    token, counted = designator.tokens[0], builder.counted
    runs_on = None
    if counted and not designator.composed:
        runs_on = place_running_on(builder.levels, token, counted, entry.indent, builder.keys)
    return runs_on or place(builder.levels, designator, footing, entry.indent, builder.keys)


def _begin_late(builder: Builder, designator: Designator, entry: Entry) -> Placement | None:
    """The place of a list that an excerpt begins at its third or fourth member, below an item of another style."""
    builder.keys += 1
    return place_late(builder.levels, designator.tokens[0], entry.indent, builder.keys)


def _outstanding(entry: Entry) -> bool:
    return entry.heading or (entry.bullet and entry.gap)


def _credible(builder: Builder, entry: Entry, designator: Designator, rest: Passage) -> bool:
    """A number without punctuation opens an item only where its line looks like a heading.

    "Item 2 of NC1-65-79-4 is changed to read" speaks of another schedule's item.
    """
    following = rest.text[:1]
    if _SEVERAL.match(entry.passage.text):
        return False
    named = _ITEM_WORD.match(entry.passage.text) is not None
    if named and _REFERS.match(rest.text) and find_numbers(rest.text[:_NEAR]):
        return False
    if named and entry.number and rest.text[:1].islower():
        # "Item 5 is changed to read", said in an item that has its own number in column 7.
        return False
    if not entry.gap and builder.last is not None and awaits_number(builder.last.text):
        return False
    if named and builder.last is not None and (not entry.gap or builder.last.text.endswith(",")):
        beside = builder.last.citation
        ends = (builder.last.text, *((beside.text,) if beside else ()))
        if any(ends_with_job(each, entry.text, rest.text) for each in ends):
            return False
    runs_on = builder.last is not None and not entry.gap and builder.last.text[-1:] not in ".:;"
    if designator.strength == "bare" and runs_on and _PERIOD.match(rest.text):
        return False
    if designator.strength != "bare":
        if is_mid_sentence(builder, entry, designator):
            return False
        return not following or following not in "%,;"
    if not (opens_capital(rest.text.lstrip("_*")) or (following and following in "\"“'(")):
        return False
    spaced = entry.passage.text[max(0, designator.end - 2) : designator.end].isspace()
    customary = any(not level.closure for level in builder.levels[:1])
    decimal = designator.tokens[0].counts[0].scale == "decimal"
    return entry.heading or entry.gap or designator.composed or spaced or customary or decimal


def _item(builder: Builder, node: Node) -> OutlineItem:
    path: list[str] = []
    number = ""
    for level in node.levels:
        count = builder.count(level)
        if count.scale == "decimal":
            path, number = [], ""
        path.append(count.segment)
        joint = "." if number[-1:].isdigit() and level.printed[:1].isdigit() else ""
        number += joint + level.printed
    return OutlineItem(
        path=tuple(path),
        number=number,
        parent=node.parent,
        entries=tuple(node.entries),
        line=node.line,
        bullet=node.bullet,
        doubts=_number_doubts(builder, node, number),
    )


def _number_doubts(builder: Builder, node: Node, number: str) -> tuple[Doubt, ...]:
    count = builder.count(node.levels[-1])
    gap = node.doubt == "item-number-gap"
    # With the repair nothing is missing before it.
    codes = (None if gap and count.repair else node.doubt, "item-number-repaired" if count.repair else None)
    return tuple(
        Doubt(
            code=code,
            message=_MESSAGES[code].format(number=number, segment=count.segment),
            evidence=node.line.evidence(),
        )
        for code in codes
        if code
    )


def _unplaced(passage: Passage) -> Doubt:
    message = _MESSAGES["item-unplaced"].format(number=passage.text.strip()[:12])
    return Doubt(code="item-unplaced", message=message, evidence=passage.evidence())
