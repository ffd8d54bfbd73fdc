"""Cells of columns 9 and 10 that a transcript names in the running text: "… Col. 9: GRS 8, item 3. Col. 10: withdrawn"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.forms.sf115.table.narrowcells import is_action, is_ninth
from schedgraph.parser.passage import Passage

# "Col. 9:"    "(Column 10)"    "[Col 10:"    but not the form's own "withdrawn in column 10."
_NAMED = re.compile(
    r"(?:(?<=^)|(?<=[\s.;,)\]>]))[(\[]?\bcol(?:umn|[.])?\s?(?P<column>9|10)\b(?:\s?[:=]|\s?[)\]]:?)\s{0,3}",
    re.IGNORECASE,
)
# "  9: N1-101-89-2/4  10: Withdrawn"    "[10: withdrawn]"    but not "at 10: 30"
_BARE = re.compile(
    r"(?:(?<=^)|(?<=\s\s)|(?<=[.;|\])]\s)|(?=[\[(]))[\[(]?(?P<column>9|10)\s?[:=]\s{1,3}(?=[A-Za-z“\"])"
)
_EDGE = " \t\n.;,*_"


def with_named_cells(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, what their text names as a cell of column 9 or 10 put into that column."""
    return [_parted(entry) for entry in entries]


def is_named(passage: Passage) -> bool:
    """Whether a part of a line names its column by the figure alone: "9: N1-101-89-2/4", "10: Withdrawn by agency"."""
    return _BARE.match(passage.text) is not None


def _parted(entry: Entry) -> Entry:
    text = entry.passage.text
    if entry.citation is not None or entry.action is not None:
        return entry
    found = list(_NAMED.finditer(text)) if "col" in text.casefold() else []
    found = found or list(_BARE.finditer(text))
    if not found:
        return entry
    cells = dict(_cells(entry.passage, found))
    if len(cells) != len(found) or not all(cells.values()):
        return entry
    if found[0].re is _BARE and not found[0].start() and not _fills(cells):
        # "9: Logs" may be an item.
        return entry
    return replace(
        entry,
        passage=entry.passage.part(0, found[0].start()),
        citation=cells.get("9"),
        action=cells.get("10"),
    )


def _fills(cells: Mapping[str, Passage]) -> bool:
    """Whether each cell holds what its column holds."""
    return all(is_ninth(cell) if column == "9" else is_action(cell) for column, cell in cells.items())


def _cells(passage: Passage, found: Sequence[re.Match[str]]) -> Iterator[tuple[str, Passage]]:
    ends = [*(match.start() for match in found[1:]), len(passage.text)]
    for match, end in zip(found, ends, strict=True):
        closing = {"[": "]", "(": ")"}.get(match[0][:1], "")
        cell = passage.slice(match.end(), end).strip(_EDGE)
        yield (
            match["column"],
            cell.slice(0, len(cell.text) - 1) if closing and cell.text.endswith(closing) else cell,
        )
