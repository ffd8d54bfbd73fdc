"""Pen marks, scraps and watermarks that belong to no item: below the form's own print, or across the sheet."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block, is_form_print
from schedgraph.parser.dates import find_dates
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.contents.itemlabels import item_label
from schedgraph.parser.forms.sf115.contents.standings import explained_note, named_succession, standing_note
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.sheets import BodyLine
from schedgraph.parser.forms.sf115.table.wrappednotes import heads_note

_MOST_LINES = 3
_LONGEST = 60


def below_the_foot(body: Sequence[BodyLine]) -> tuple[frozenset[int], tuple[Doubt, ...]]:
    """The indexes of the last short lines of a page that stand below the form's print, and of the few that lie
    across it, each with a doubt.

    A text without page breaks is one page, so what may be an item, a note, or the rest of a sentence stays.
    """
    found: list[int] = list(_across(body))
    for index, line in enumerate(body):
        if line.block.kind != "furniture" or not is_form_print(line.block.text):
            continue
        below = []
        for place in range(index + 1, len(body)):
            if body[place].block.page != line.block.page or body[place].columns is not line.columns:
                break
            below.append(place)
        if len(below) <= _MOST_LINES and all(_is_scrap(body[place].block) for place in below):
            found.extend(place for place in below if body[place].block.kind == "text")
    places = frozenset(found)
    return places, tuple(_doubt(body[place].block) for place in sorted(places))


def _across(body: Sequence[BodyLine]) -> Iterator[int]:
    """The lines that lie across their page, where it is not the whole page that was drawn aslant."""
    lying: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(body):
        if line.block.slanted:
            lying[line.block.page].append(index)
    for places in lying.values():
        if len(places) <= _MOST_LINES:
            for place in places:
                block = body[place].block
                if block.kind == "text" and _is_scrap(block._replace(heading=False)):
                    yield place


def _is_scrap(block: Block) -> bool:
    """Whether a line can be no part of an item."""
    if block.kind in ("furniture", "rule", "stamp"):
        return True
    passage = block.passage
    return (
        block.kind == "text"
        and not block.heading
        and len(block.text) <= _LONGEST
        and not block.text[:1].islower()
        and read_designator(block.text) is None
        and item_label(passage) is None
        and not heads_note(block.text)
        and standing_note(passage) is None
        and explained_note(passage) is None
        and named_succession(passage) is None
        and find_instruction(passage) is None
        and not find_numbers(block.text)
        and not find_dates(block.text)
        and not block.text[:1].isdigit()
    )


def _doubt(block: Block) -> Doubt:
    place = (
        "lies across the page" if block.slanted else "stands below the form's print at the foot of the page"
    )
    message = f"{block.text!r} {place}; it was read with no item."
    return Doubt(code="text-below-foot", message=message, evidence=block.passage.evidence())
