"""Lettered headings over items whose numbers run on: "A. Drug Records" over 1 and 2, "B. Feed Records" over 3."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.sf115.numbering.outline import Outline, OutlineItem

_LETTER = re.compile(r"[a-z]{1,4}")
_FEWEST = 2


def without_sections(outline: Outline) -> Outline:
    """The outline, its lettered headings taken out of the items' numbers where those count on from one to the next.

    A records schedule numbers its items throughout, and its item 3 is item 3 whatever heading it stands under.
    Where the numbers begin again under each letter, or a letter has a disposition of its own, it is an item.
    """
    letters = [place for place, item in enumerate(outline.items) if item.parent is None]
    if len(letters) < _FEWEST or not all(_is_heading(outline, place) for place in letters):
        return outline
    counted = [
        (item.parent, int(item.path[1]))
        for item in outline.items
        if item.parent in letters and len(item.path) == 2 and item.path[1].isdigit()
    ]
    if {parent for parent, _ in counted} != set(letters) or not _runs_on(counted):
        return outline
    places: dict[int, int] = {}
    kept: list[OutlineItem] = []
    for place, item in enumerate(outline.items):
        if item.parent is None:
            continue
        places[place] = len(kept)
        letter = len(outline.items[_root(outline, place)].number)
        kept.append(
            replace(
                item,
                path=item.path[1:],
                number=item.number[letter:].lstrip("."),
                parent=places.get(item.parent) if item.parent is not None else None,
                doubts=tuple(each for each in item.doubts if each.code != "item-number-gap"),
            )
        )
    message = "The numbers of the items run on under the lettered headings, which were not taken for items."
    first = outline.items[letters[0]].line.evidence()
    doubt = Doubt(code="lettered-headings", message=message, evidence=first)
    return replace(outline, items=tuple(kept), doubts=(*outline.doubts, doubt))


def _is_heading(outline: Outline, place: int) -> bool:
    """Whether an item is a letter with a title and nothing that stands in another column."""
    item = outline.items[place]
    bare = all(
        not (each.citation or each.action or each.disposition or each.successor) for each in item.entries
    )
    title = " ".join(entry.text for entry in item.entries)
    return bool(_LETTER.fullmatch(item.path[0])) and bare and len(title) <= 120 and "estroy" not in title


def _runs_on(counted: Sequence[tuple[int | None, int]]) -> bool:
    """Whether the numbers rise throughout, one by one, and do not begin again under the next letter."""
    numbers = [number for _, number in counted]
    return all(later == before + 1 for before, later in itertools.pairwise(numbers))


def _root(outline: Outline, place: int) -> int:
    parent = outline.items[place].parent
    while parent is not None:
        place, parent = parent, outline.items[parent].parent
    return place
