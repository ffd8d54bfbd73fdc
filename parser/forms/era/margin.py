"""Notes in the right margin of an ERA printout, between the lines of an item: each is one note of that item."""

import re
from collections.abc import Iterator, Sequence

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.announced import says_relation
from schedgraph.parser.passage import Passage

# Values stand left of it on every printout known.
_MARGIN = 56
_LINES_BETWEEN = 2
_NUMBER_LABEL = re.compile(r"\W*disposition\sauthority\snumber\b", re.IGNORECASE)
_SEQUENCE = re.compile(r"\W*(?:sequence\snumber\W*)?[0-9]{1,3}(?:[.][0-9]{1,3}){0,3}\W*", re.IGNORECASE)
_LINES_TO_NUMBER = 3


def with_margin_notes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the lines of each note that names a successor as one third cell of a row in the item that it is of.

    A note over the first line of an item, with a blank above it and none below, is of that item.
    """
    rows: dict[int, Block] = {}
    taken: set[int] = set()
    for places in _notes(blocks):
        note = Passage.join([blocks[place].passage for place in places], " ")
        if says_relation(note):
            nothing = Passage(text="")
            cells = (nothing, nothing, note)
            rows[_place(blocks, places)] = blocks[places[0]]._replace(
                kind="row", passage=note, cells=cells, gap=False
            )
            taken.update(places)
    result: list[Block] = []
    for index in range(len(blocks) + 1):
        if index in rows:
            result.append(rows[index])
        if index < len(blocks) and index not in taken:
            result.append(blocks[index])
    return result


def _notes(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the lines of each such note."""
    places: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind != "text" or block.passage.indent() < _MARGIN:
            continue
        near = places and index - places[-1] <= _LINES_BETWEEN and blocks[places[-1]].page == block.page
        if places and not near:
            yield places
            places = []
        places.append(index)
    if places:
        yield places


def _place(blocks: Sequence[Block], places: Sequence[int]) -> int:
    """Where the note stands best: behind the number of its item, for the line of a value takes nothing else."""
    named = _item_begun(blocks, places)
    if named is None:
        back = range(places[0] - 1, -1, -1)
        named = next((index for index in back if _NUMBER_LABEL.match(blocks[index].text)), None)
    if named is None:
        return places[-1] + 1
    wrapped = not find_numbers(blocks[named].text) and named + 1 < len(blocks)
    return named + 2 if wrapped and find_numbers(blocks[named + 1].text) else named + 1


def _item_begun(blocks: Sequence[Block], places: Sequence[int]) -> int | None:
    """The line that numbers the item that begins at a note; None where it stands inside one."""
    first, last = blocks[places[0]], places[-1]
    between = [index for index in range(places[0], last + 1) if index not in places]
    rest = [*between, *range(last + 1, min(len(blocks), last + 1 + _LINES_TO_NUMBER))]
    if not rest or blocks[rest[0]].gap:
        return None
    begins = first.gap or (places[0] and _SEQUENCE.fullmatch(blocks[places[0] - 1].text))
    named = next((index for index in rest if _NUMBER_LABEL.match(blocks[index].text)), None)
    return named if begins else None
