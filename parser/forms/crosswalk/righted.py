"""Rows that a paper sets right: "Two lines were interchanged. They should read:" over an older and a newer authority each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation.cited import cited
from schedgraph.parser.citation.listeditems import schedule_of
from schedgraph.parser.document import Citation
from schedgraph.parser.passage import Passage

# The end of the words above such rows: "They should read:", "put in its place:", "The corrected lines are as follows:"
_LEADS_IN = re.compile(
    r"(?:\b(?:should|must|ought\sto|(?:is|are)\sto|now|corrected\sto)\s(?:have\s)?reads?(?:\s(?:as\sfollows|thus|so))?"
    r"|\b(?:put|insert|write|enter|substitute)\s(?:in|into)?\s?(?:its|their)\s(?:place|stead)"
    r"|\b(?:correct(?:ed)?|right|proper)\s(?:rows?|lines?|entr(?:y|ies)|mapping)\s(?:is|are|reads?)(?:\sas\sfollows)?)\s?[:.]\s*$",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\t|[ \u00a0]{2,}|[.]{3,}|\s?\|\s?|[-–—=]{1,3}>|→")
_LEADS_FAR = 3


def righted_rows(
    blocks: Sequence[Block], taken: frozenset[int]
) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """The rows below such words with what each says, its index first; `taken` belong to tables.

    A row names an authority, and in a cell behind it one of another schedule that took its place.
    """
    below = False
    for index, block in enumerate(blocks):
        text = " ".join(each.passage.text for each in blocks[max(0, index - _LEADS_FAR) : index + 1])
        if _LEADS_IN.search(text):
            below = True
        elif below and index not in taken:
            said = _said(block.passage)
            below = bool(said)
            if said:
                yield index, said


def _said(line: Passage) -> tuple[Citation, ...]:
    numbers = find_numbers(line.text)
    if len(numbers) < 2:
        return ()
    old, new = numbers[0], numbers[1:]
    apart = _CELLS.search(line.text, old.end, new[0].start)
    if apart is None or not _are_sides(old, new):
        return ()
    return tuple(
        replace(cited(each, "superseded-by", line.evidence(old.start, each.end)), of=old.id, sure=each.sure)
        for each in new
    )


def _are_sides(old: Mention, new: Sequence[Mention]) -> bool:
    return old.id is not None and all(each.id and schedule_of(each.id) != schedule_of(old.id) for each in new)
