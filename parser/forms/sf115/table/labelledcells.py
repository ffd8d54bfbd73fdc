"""Tables written out cell by cell: "7. ITEM NO.: 1", "8. DESCRIPTION OF ITEM: Case files. …", "9. SAMPLE OR JOB NO.:"."""

import re
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.columns import TABLE_ROLES, column_labels
from schedgraph.parser.labels import match_label
from schedgraph.parser.passage import Passage

_LEAST_ITEMS = 2
_MAY_LABEL = re.compile(r"item|desc|job|citation|action", re.IGNORECASE)
# "(With Inclusive Dates or Retention Periods):", "(NARS USE ONLY):" behind the label proper
_COLON = re.compile(r"\s{0,2}(?:\([^()]{3,60}\)\s{0,2})?[*_]{0,2}:[*_]{0,2}\s{0,3}")
# A line like "9. GRS or Superseded Job Citation: NC1-399-80-1, item 1" or "10. Action Taken: Withdrawn"
_LATE_COLUMN = re.compile(r"[\s*_>]{0,4}(?:9|10)[.)]?\s{1,3}[A-Z][A-Za-z ./()]{3,60}:")
_CLOSED = re.compile(r":[\s*_]{0,3}$")


def of_column_9_or_10(text: str) -> bool:
    """Whether a line may be such a cell of these columns below an item that is written in another way."""
    return _LATE_COLUMN.match(text) is not None


def labelled_cell(passage: Passage) -> tuple[str, Passage] | None:
    """The column that a line names and what it says is in it, perhaps nothing."""
    text = passage.text
    if ":" not in text[:100] or not _MAY_LABEL.search(text[:60]):
        return None
    match = match_label(text, column_labels())
    if match is None or match.label.name not in TABLE_ROLES:
        return None
    if _CLOSED.search(text, match.start, match.end):
        end = match.end
    elif colon := _COLON.match(text, match.end):
        end = colon.end()
    else:
        return None
    rest = passage.slice(end).strip(" \t*_")
    if match.label.name == "number":
        designator = read_designator(rest.text, cell=True)
        if designator is None or rest.text[designator.end :].strip():
            return None
    return match.label.name, rest


def is_written_out(blocks: Sequence[Block]) -> bool:
    """Whether the items stand cell by cell, each cell with its label: more than one gives its number so."""
    named = [cell[0] for block in blocks if len(block.cells) == 1 and (cell := labelled_cell(block.passage))]
    return named.count("number") >= _LEAST_ITEMS and "description" in named
