"""A crosswalk without columns: lines of the form "NC1-207-84-4, item 1 superseded by item 3" or "NC1-207-84-4/1 -> 3"."""

import re
from collections.abc import Callable
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import read_citations
from schedgraph.parser.document import Citation, Relation
from schedgraph.parser.passage import Passage

Successors = Callable[[Passage], tuple[str, ...]]
"""The items of the schedule that a passage names, all of it; none where anything else stands in it."""

# Between the old number and the new item: "superseded by", "is now", "->", "=", "(see"
_PARTS = re.compile(
    r"\s*(?:[,;:(]\s?)?(?:(?:(?:is|are|was|were|has been|have been)\s)?(?:superseded|replaced|covered|carried)"
    r"\s(?:by|with|in|under|forward (?:as|to|in))"
    r"|(?:is|are)?\s?now\b|becom(?:es|e|ing)|see|[-=–—]{1,3}>|→|⇒|=+|to\b)\s*",
    re.IGNORECASE,
)
_AROUND_ITEM = re.compile(
    r"(?:\b(?:above|below|herein|new|(?:of |on )?this (?:schedule|job|form),?)(?=\W|$)|[().;])", re.IGNORECASE
)


def line_row(
    block: Block, successors: Successors, stands: re.Pattern[str]
) -> tuple[tuple[str, ...], tuple[Citation, ...]] | None:
    """The items that replace and what they replace, as a row of a table tells them; None where a line is no such row.

    There are no items where the line says that the old authority stands.
    """
    passage = block.passage
    numbers = find_numbers(passage.text)
    if not numbers or passage.text[: numbers[0].start].strip(" \t•*-–—·"):
        return None
    old = passage.slice(numbers[0].start)
    kept = stands.search(old.text)
    for found in _PARTS.finditer(old.text):
        if kept and kept.start() <= found.start():
            break
        items = successors(_alone(old.slice(found.end())))
        if items:
            return items, _cited(old.slice(0, found.start()), block, "supersedes")
    if kept and all(number.end <= numbers[0].start + kept.start() for number in numbers):
        return (), _cited(old.slice(0, kept.start()), block, "does-not-supersede")
    return None


def _alone(cell: Passage) -> Passage:
    """An item without the words that only say where it stands: "item 1 above)", "new item 3", "item 4 of this schedule"."""
    if find_numbers(cell.text):
        return cell.strip(" \t.;")
    return Passage(text=_AROUND_ITEM.sub(" ", cell.text).strip())


def _cited(old: Passage, block: Block, relation: Relation) -> tuple[Citation, ...]:
    evidence = block.passage.evidence()
    return tuple(
        replace(each, relation=relation, evidence=evidence)
        for each in read_citations(old, default="supersedes")
    )
