"""Notes of a successor that somebody set to the right of an item, over the values of its fields or beside their labels."""

import re
from collections.abc import Sequence
from itertools import takewhile

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.dates import read_date
from schedgraph.parser.passage import Passage

# The label alone, in the second cell of a line: "Superseded by job / item number:", "SUPERSEDED BY"
_LABEL = re.compile(
    r"\W{0,3}superseded\sby(?:\s(?:job|authority))?(?:\s?/\s?item)?(?:\s(?:no[.]?|number))?\s?:?",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"\W{0,3}(?:date)?(?:\s?\([MDY/ ]{6,12}\))?[\s:.()]{0,4}", re.IGNORECASE)
_MOST_LINES = 4


def with_notes_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each such note as the third cell of a row below the lines that it stands beside."""
    result: list[Block] = []
    index = 0
    while index < len(blocks):
        beside = _note_beside(blocks[index : index + _MOST_LINES])
        for block in beside:
            cell = block.cells[0]
            result.append(block._replace(kind="text", passage=cell, cells=(cell,)))
        if beside:
            note = Passage.join([block.cells[1] for block in beside], " ")
            nothing = Passage(text="")
            result.append(beside[-1]._replace(passage=note, cells=(nothing, nothing, note), gap=False))
        else:
            result.append(blocks[index])
        index += max(1, len(beside))
    return result


def _note_beside(lines: Sequence[Block]) -> Sequence[Block]:
    """The lines beside which a note stands that `lines` begin with; none where no number of a successor follows."""
    beside = list(
        takewhile(lambda block: block.kind == "row" and len(block.cells) == 2 and block.cells[0], lines)
    )
    if not beside or not _LABEL.fullmatch(beside[0].cells[1].text.strip()):
        return ()
    below = list(takewhile(lambda block: _is_of_note(block.cells[1]), beside[1:]))
    note = Passage.join([block.cells[1] for block in (beside[0], *below)], " ")
    said = read_citations(note)
    return (beside[0], *below) if any(each.relation == "superseded-by" for each in said) else ()


def _is_of_note(cell: Passage) -> bool:
    """Whether a cell holds a number, a day or both and nothing else."""
    numbers = find_numbers(cell.text)
    rest = cell.text[: numbers[0].start] + cell.text[numbers[-1].end :] if numbers else cell.text
    day = read_date(rest)
    rest = rest[: day.start] + rest[day.end :] if day else rest
    return bool(numbers or day) and _DATE_LABEL.fullmatch(rest) is not None
