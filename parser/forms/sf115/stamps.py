"""Stamps on the sheet told from the same words written beside one item."""

from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.forms.sf115.contents.itemlabels import item_label
from schedgraph.parser.forms.sf115.contents.standings import ends_sentence, standing_note
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.sheets import BodyLine

_MARGIN = frozenset({"furniture", "rule"})
_PASSED = frozenset({"furniture", "rule", "stamp"})
_MOST_WORDS = 3
_LONGEST_PRINT = 24


def notes_among_stamps(body: Sequence[BodyLine]) -> tuple[frozenset[int], tuple[Doubt, ...]]:
    """The indexes of stamp lines in the items part that speak of the item above them.

    A stamp stands at the edge of a page, on every page alike, or across the sheet; words that never do belong
    to an item.
    """
    candidates = [
        index
        for index, line in enumerate(body)
        if line.block.kind == "stamp" and not line.block.slanted and _of_an_item(line)
    ]
    stamped = {
        _words(body[index].block)
        for index in candidates
        if _interrupts(body, index)
        or _is_edge(body, index, -1)
        or (_is_edge(body, index, 1) and not _is_last(body, index))
    }
    notes = {
        index
        for index in candidates
        if len(body[index].block.cells) > 1
        or _ends_sentence(body, index)
        or body[index].block.text.islower()
        or _words(body[index].block) not in stamped
    }
    doubts = tuple(
        Doubt(
            code="stamp-or-note",
            message=f"{body[index].block.text!r} was read as a note on the last item; it may be a stamp.",
            evidence=body[index].block.passage.evidence(),
        )
        for index in sorted(notes)
        if _is_last(body, index)
        and not _ends_sentence(body, index)
        and body[index].block.gap
        and body[index].block.text.isupper()
    )
    return frozenset(notes), doubts


def _of_an_item(line: BodyLine) -> bool:
    """Whether the words can be said of one item: "WITHDRAWN", not "ALL ITEMS SUPERSEDED" or "DRAFT"."""
    return len(_words(line.block).split()) <= _MOST_WORDS and standing_note(line.block.passage) is not None


def _interrupts(body: Sequence[BodyLine], index: int) -> bool:
    """Whether the text of an item goes on below: what is written beside an item stands at its end.

    White space sets a stamp off on both sides; words right above or below others are written with them.
    """
    following = next((line.block for line in body[index + 1 :] if line.block.kind not in _PASSED), None)
    if following is None or not (body[index].block.gap and following.gap):
        return False
    first = next((cell for cell in following.cells if cell), following.passage)
    opens = read_designator(first.text, cell=len(following.cells) > 1) is not None
    return not (
        opens or following.heading or standing_note(following.passage) or item_label(following.passage)
    )


def _ends_sentence(body: Sequence[BodyLine], index: int) -> bool:
    """Whether the line above cannot do without the words: "DELETE WHEN SUPERSEDED OR", "OBSOLETE."."""
    block = body[index].block
    before = body[index - 1].block if index else None
    return before is not None and ends_sentence(before.text, block.text, apart=block.gap)


def _words(block: Block) -> str:
    return block.text[place_end(block.text) :].casefold().strip("*[]() .")


def _is_edge(body: Sequence[BodyLine], index: int, step: int) -> bool:
    """Whether a page begins before (step -1) or ends behind a line."""
    own = body[index]
    position = index + step
    while 0 <= position < len(body) and body[position].block.kind in ("rule", "stamp"):
        position += step
    if not 0 <= position < len(body):
        return True
    other = body[position]
    return (
        other.block.kind in _MARGIN or other.block.page != own.block.page or other.columns is not own.columns
    )


def _is_last(body: Sequence[BodyLine], index: int) -> bool:
    """Whether nothing follows but the foot of the form and what a transcript tells of its back: "[reverse, stamped] …"."""
    printed = False
    for block in (line.block for line in body[index + 1 :]):
        # A word of the form's print, wrapped onto a line of its own, is known by the print around it.
        wrapped = printed and not block.gap and len(block.text) <= _LONGEST_PRINT
        if not (block.kind in ("rule", "furniture", "stamp") or place_end(block.text) or wrapped):
            return False
        printed = printed or block.kind == "furniture"
    return True
