"""Cells of columns 9 and 10 that a transcript names in the running text: "… Col. 9: GRS 8, item 3. Col. 10: withdrawn".

The number alone may name them, in square brackets or behind a gap: "[9] GRS 8, item 3", "…   9: GRS 8, item 3".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.forms.sf115.table.narrowcells import SUCCEEDED, is_action, is_ninth
from schedgraph.parser.passage import Passage

# "Col. 9:"    "(Column 10)"    "[Col 10:"    but not the form's own "withdrawn in column 10."
_NAMED = re.compile(
    r"(?:(?<=^)|(?<=[\s.;,)\]>]))(?:[(\[]?\bcol(?:umn|[.])?\s?(?P<column>9|10)\b(?:\s?[:=]|\s?[)\]]:?)"
    r"|\[(?P<boxed>9|10)\]:?"
    r"|(?:(?<=^)|(?<=\s\s)|(?<=[.;|\])]\s)|(?=[\[(]))[\[(]?(?P<bare>9|10)\s?[:=](?=\s{1,3}[A-Za-z“\"]))\s{0,3}",
    re.IGNORECASE,
)
# "[WITHDRAWN BY AGENCY 2/93]      <-- col. 10": named behind it
_POINTED_AT = re.compile(
    r"(?:^|(?<=\s))(?P<cell>\[[^\[\]]{2,160}\]|[^\s\[\]<>](?:[^\s\[\]<>]|\s(?!\s)){1,160})\s{1,9}(?:<-{1,3}|<=|←)\s?(?:in\s)?"
    r"col(?:umn|[.])?\s?(?P<column>9|10)\W{0,3}$",
    re.IGNORECASE,
)
_MAY_NAME = re.compile(r"col|\[(?:9|10)\]|\b(?:9|10)\s?[:=]", re.IGNORECASE)
_ITEMS = re.compile(r"items?\s\(?[0-9][0-9A-Za-z(), &/-]{0,30}", re.IGNORECASE)
_EDGE = " \t\n.;,*_-–—"


def with_named_cells(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, what their text names as a cell of column 9 or 10 put into that column."""
    result: list[Entry] = []
    in_note = False
    for entry in entries:
        result.append(_parted(entry, in_note=in_note))
        if entry.number:
            in_note = False
        if entry.action:
            in_note = in_note or SUCCEEDED.match(entry.action.text) is not None
    return result


def _parted(entry: Entry, *, in_note: bool) -> Entry:
    """`in_note` tells that column 10 says of the item what superseded it."""
    if entry.citation or entry.action:
        entry = replace(entry, citation=_unnamed(entry.citation, "9"), action=_unnamed(entry.action, "10"))
    if not in_note and entry.action and not entry.citation and _ITEMS.fullmatch(entry.action.text):
        # Below a heading that is narrower than its table the rest of column 9 stands under the last label.
        entry = replace(entry, citation=entry.action, action=None)
    text = entry.passage.text
    if _MAY_NAME.search(text) is None:
        return entry
    if pointed := _pointed_at(entry):
        return pointed
    found = list(_NAMED.finditer(text))
    if not found:
        return entry
    cells = dict(_cells(entry.passage, found))
    held = (entry.citation and "9" in cells) or (entry.action and "10" in cells)
    if held or len(cells) != len(found):
        return entry
    if not any(cells.values()) and not (entry.citation or entry.action):
        return entry
    if found[0]["bare"] and not found[0].start() and not _fill(cells):
        # "9: Logs" may be an item.
        return entry
    return replace(
        entry,
        passage=entry.passage.part(0, found[0].start()),
        citation=entry.citation or cells.get("9") or None,
        action=entry.action or cells.get("10") or None,
    )


def _pointed_at(entry: Entry) -> Entry | None:
    """The entry with the cell at its end that an arrow says to be of a column."""
    found = _POINTED_AT.search(entry.passage.text)
    if found is None:
        return None
    cell, rest = (
        entry.passage.slice(*found.span("cell")).strip("[] "),
        entry.passage.part(0, found.start("cell")),
    )
    if found["column"] == "9" and entry.citation is None and is_ninth(cell):
        return replace(entry, passage=rest, citation=cell)
    if found["column"] == "10" and entry.action is None and is_action(cell):
        return replace(entry, passage=rest, action=cell)
    return None


def is_named(passage: Passage) -> bool:
    """Whether a part of a line names its column by the figure alone: "9: N1-101-89-2/4", "10: Withdrawn by agency"."""
    match = _NAMED.match(passage.text)
    return match is not None and match["column"] is None


def _fill(cells: Mapping[str, Passage]) -> bool:
    """Whether each cell holds what its column holds."""
    return all(is_ninth(cell) if column == "9" else is_action(cell) for column, cell in cells.items())


def _unnamed(cell: Passage | None, column: str) -> Passage | None:
    """A cell that was told by what it holds, without the name of its column."""
    match = _NAMED.match(cell.text) if cell else None
    return cell.part(match.end()) if cell and match and _column(match) == column else cell


def _column(match: re.Match[str]) -> str:
    return match["column"] or match["boxed"] or match["bare"]


def _cells(passage: Passage, found: Sequence[re.Match[str]]) -> Iterator[tuple[str, Passage]]:
    ends = [*(match.start() for match in found[1:]), len(passage.text)]
    for match, end in zip(found, ends, strict=True):
        closing = "" if match["boxed"] else {"[": "]", "(": ")"}.get(match[0][:1], "")
        cell = passage.slice(match.end(), end).strip(_EDGE)
        yield (
            _column(match),
            cell.slice(0, len(cell.text) - 1) if closing and cell.text.endswith(closing) else cell,
        )
