"""Column 9 in a layout that gives each cell a line of its own."""

import itertools
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.sf115.contents.sorter import LONGEST_STATUS, SENTENCE_END, Sorter
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.forms.sf115.table.narrowcells import is_citation
from schedgraph.parser.passage import Passage, collapsed


@cache
def leading_words() -> frozenset[str]:
    """The words after which a number on the next line, or at the end of a line, belongs to the sentence."""
    text = files("schedgraph.parser.forms.sf115").joinpath("leading_words.toml").read_text(encoding="utf-8")
    return frozenset(itertools.chain.from_iterable(tomllib.loads(text).values()))


def is_column_citation(sorter: Sorter, entry: Entry, following: Sequence[Entry]) -> bool:
    """Column 9 where each cell has a line of its own, below the complete description."""
    if not entry.own_line or not (sorter.body or sorter.heading or sorter.instruction):
        return False
    if sorter.mode == "disposition" and not sorter.instruction:
        return False
    before = (sorter.instruction or sorter.body or sorter.heading)[-1]
    parted = entry.gap or bool(SENTENCE_END.search(before.text)) or _is_whole(before.text, following)
    return parted and is_citation(entry.passage)


def _is_whole(before: str, following: Sequence[Entry]) -> bool:
    """Whether a title stands above a number and the instruction below it, so that no sentence runs across."""
    last = before.split()[-1:] or [""]
    complete = (
        len(before) < LONGEST_STATUS and before[-1:].isalnum() and last[0].lower() not in leading_words()
    )
    below = find_instruction(following[0].passage) if following else None
    return complete and below is not None and following[0].text.startswith(below.text[:8])


def ends_instruction(above: Passage) -> bool:
    """Whether a text ends with a whole instruction, its full stop left out or lost: no number is a part of it."""
    words = above.text.split()
    if not words or not words[-1][-1:].isalnum() or words[-1].casefold() in leading_words():
        return False
    said = find_instruction(above)
    return said is not None and collapsed(above.text).endswith(collapsed(said.text))
