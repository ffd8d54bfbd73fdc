"""The lines of the items part as entries: what stands in column 7, 8, 9 and 10 told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.sheets import BodyLine
from schedgraph.parser.forms.sf115.table.boxedcells import boxed_entries
from schedgraph.parser.forms.sf115.table.celllines import lines_of_cell
from schedgraph.parser.forms.sf115.table.cellsbelow import with_cells_below
from schedgraph.parser.forms.sf115.table.codesahead import with_codes_ahead, without_code_headings
from schedgraph.parser.forms.sf115.table.dittos import with_dittos
from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry, indent_of
from schedgraph.parser.forms.sf115.table.firstmembers import with_cells_at_first_members
from schedgraph.parser.forms.sf115.table.innerlists import with_inner_lists
from schedgraph.parser.forms.sf115.table.innertables import with_inner_tables
from schedgraph.parser.forms.sf115.table.labelledcells import is_written_out, labelled_cell, of_column_9_or_10
from schedgraph.parser.forms.sf115.table.letteredcells import with_lettered_cells
from schedgraph.parser.forms.sf115.table.namedcells import with_named_cells
from schedgraph.parser.forms.sf115.table.narrowcells import (
    BEGUN_CITATION,
    OPEN_END,
    SUCCEEDED,
    is_action,
    is_citation,
)
from schedgraph.parser.forms.sf115.table.overleaf import with_continued_items
from schedgraph.parser.forms.sf115.table.refusals import with_whole_refusals
from schedgraph.parser.forms.sf115.table.roles import (
    BEGUN_NUMBER,
    REST_OF_NUMBER,
    Roles,
    by_content,
    by_index,
    by_offset,
)
from schedgraph.parser.forms.sf115.table.runtogether import by_order, with_parted_cells
from schedgraph.parser.forms.sf115.table.stampedsuccessors import with_stamped_successors
from schedgraph.parser.forms.sf115.table.trailingactions import with_trailing_actions
from schedgraph.parser.forms.sf115.table.wholerows import with_whole_rows
from schedgraph.parser.passage import Passage

_LONGEST_NUMBER = 8
# "item 7", "items 2a and 2b", "/7" below the job of a note
_ITEMS_OF_NOTE = re.compile(r"(?:items?\s|/)\(?[0-9][0-9A-Za-z(), &/-]{0,30}", re.IGNORECASE)
_FARTHEST_CELL = 3
"""A narrow cell and the description beside it are set line by line, and a blank line may stand between."""
# "WITH-" over "DRAWN", "disap-" over "proved"; but "N1-" over "456-96-2"
_BROKEN_WORD = re.compile(r"(?<![0-9A-Za-z-])[A-Za-z]{2,}-$")
# "item 9" below "NC-174-53", "through 1c" below "items 1a": a narrow column wrapped the number
_REST_OF_CITATION = re.compile(
    r"(?:items?|part|parts|all|and|or|through|thru|to|except|but|excluding|other)\b|[0-9(&]", re.IGNORECASE
)


def entries_of(lines: Sequence[BodyLine]) -> tuple[Entry, ...]:
    """The entries of `lines`, in reading order."""
    blocks = [line.block for line in lines]
    written_out = is_written_out(blocks)
    boxed = None if written_out else boxed_entries(blocks)
    found = boxed or [entry for line in lines for entry in _entries(line, written_out=written_out)]
    if written_out:
        found = with_whole_rows(found)
    whole = with_whole_refusals(with_trailing_actions(with_named_cells(with_inner_tables(found))))
    entries = with_parted_cells(with_cells_below(whole))
    entries = _with_wrapped_numbers(with_continued_items(with_codes_ahead(without_code_headings(entries))))
    entries = with_stamped_successors(_with_wrapped_citations(with_dittos(entries)))
    entries = list(_with_wrapped_actions(entries))
    return tuple(with_lettered_cells(with_cells_at_first_members(with_inner_lists(entries))))


def _with_wrapped_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """Each item number whole on the line where it begins: a narrow column breaks it behind its hyphen."""
    result: list[Entry] = []
    for entry in entries:
        above = result[-1] if result else None
        if (
            above is not None
            and above.number is not None
            and entry.number is not None
            and not entry.gap
            and BEGUN_NUMBER.fullmatch(above.number.text)
            and REST_OF_NUMBER.fullmatch(entry.number.text)
        ):
            result[-1] = replace(above, number=Passage.join([above.number, entry.number], ""))
            entry = replace(entry, number=None)
        result.append(entry)
    return result


def _with_wrapped_citations(entries: Sequence[Entry]) -> list[Entry]:
    """Each number of column 9 whole on the line where it begins, though an item may open between its lines."""
    result: list[Entry] = []
    begun = -1
    for index, entry in enumerate(entries):
        here, above = entry.citation, entries[index - 1].citation if index else None
        begins = result[begun].citation if begun >= 0 else None
        # What breaks off must go on, however many lines or sheets are between, as long as no item begins there.
        awaits = begins and OPEN_END.search(begins.text.rstrip())
        overleaf = awaits and (
            entry.page > entries[index - 1].page or not any(map(_begins_item, entries[begun + 1 : index + 1]))
        )
        beside = above and not entry.gap
        if here and begins and (beside or overleaf) and _goes_on(begins, here):
            whole = Passage.join([begins, here], "" if begins.text.endswith(("-", "/")) else " ")
            result[begun] = replace(result[begun], citation=whole)
            entry = replace(entry, citation=None)
        elif here:
            begun = index
        result.append(entry)
    return result


def _begins_item(entry: Entry) -> bool:
    designator = None if entry.number else read_designator(entry.passage.text)
    return entry.number is not None or (designator is not None and designator.strength != "bare")


def _goes_on(cell: Passage, line: Passage) -> bool:
    """Whether a line of column 9 is the rest of the number that the cell above begins."""
    if BEGUN_CITATION.fullmatch(cell.text):
        return line.text[:1].isdigit()
    if not _has_number(cell) or find_numbers(line.text):
        return False
    # "(records of field" over "offices only)"
    within = cell.text.count("(") > cell.text.count(")")
    return within or _REST_OF_CITATION.match(line.text) is not None


def _with_wrapped_actions(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Column 10 whole on the line where it begins: "WITH-" over "DRAWN", "Superseded" over "by N1-456-96-2".

    A successor that is written there is told as what a column "Superseded by" holds.
    """
    index = 0
    while index < len(entries):
        entry = entries[index]
        parts: list[Passage] = []
        following = index
        while (rest := _next_cell(entries, following, parts)) is not None and (cell := entries[rest].action):
            of_note = bool(parts) and _is_of_note(_joined(parts), cell)
            apart = entries[rest].gap or entries[rest].number is not None
            if parts and not of_note and (apart or is_action(cell) or is_action(_joined(parts))):
                break
            parts.append(cell)
            following = rest + 1
        if parts:
            whole = _joined(parts)
            succeeded = SUCCEEDED.match(whole.text) is not None and _has_number(whole)
            yield replace(
                entry, action=None if succeeded else whole, successor=whole if succeeded else entry.successor
            )
            yield from (replace(each, action=None) for each in entries[index + 1 : following])
        else:
            yield entry
        index = max(following, index + 1)


def _next_cell(entries: Sequence[Entry], start: int, parts: Sequence[Passage]) -> int | None:
    """Where column 10 goes on: on the next line, or a note of a successor a few lines below within the same item."""
    note = _joined(parts) if parts else None
    for index in range(start, min(len(entries), start + _FARTHEST_CELL)):
        cell = entries[index].action
        if cell and (index == start or (note and _is_of_note(note, cell) and not entries[index].number)):
            return index
        if cell or note is None or entries[index].number is not None:
            return None
    return None


def _is_of_note(note: Passage, cell: Passage) -> bool:
    """Whether a cell is what a note of a successor still lacks: its job, the items of that, its day."""
    if SUCCEEDED.match(note.text) is None:
        return False
    if not _has_number(note):
        return is_citation(cell)
    day = read_date(cell.text)
    dated = day is not None and not (cell.text[: day.start] + cell.text[day.end :]).strip(" ().,")
    named = _ITEMS_OF_NOTE.fullmatch(cell.text) is not None and read_date(note.text) is None
    return named or (dated and read_date(note.text) is None)


def _joined(parts: Sequence[Passage]) -> Passage:
    """The lines of a narrow cell as one; a word that it broke is whole, and the hyphens of a number stay."""
    whole = parts[0]
    for part in parts[1:]:
        if _BROKEN_WORD.search(whole.text) and part.text[:1].isalpha():
            whole = Passage.join([whole.slice(0, len(whole.text) - 1), part], "")
        else:
            whole = Passage.join(
                [whole, part], "" if whole.text.endswith(("-", "/")) or part.text.startswith("/") else " "
            )
    return whole


def _has_number(passage: Passage | None) -> bool:
    return passage is not None and bool(find_numbers(passage.text))


def _entries(line: BodyLine, *, written_out: bool) -> Iterator[Entry]:
    block = line.block
    tabbed = len(block.cells) > 1
    if not tabbed and (written_out or of_column_9_or_10(block.text)):
        cell = labelled_cell(block.passage)
        if cell and (written_out or (cell[1] and cell[0] not in ("number", "description"))):
            yield _of_cell(*cell, block)
            return
    if not tabbed and line.columns.by_offset:
        roles = by_offset(block, line.columns)
    elif not tabbed:
        roles = (by_order if line.columns.on_own_lines else by_content)(block.passage)
    else:
        roles = by_index(block, line.columns)
    number = roles.get("number")
    description = roles.get("description") or EMPTY
    if number and find_numbers(number.text):
        # The first column of a table that is not of items: "N1-166-85-2, item 1" beside "item 1a".
        number, description = None, Passage.join([part for part in (number, description) if part], "  ")
    if number is None and line.columns.on_own_lines and block.gap and _is_number_alone(description):
        number, description = description, EMPTY
    citation = roles.get("citation")
    if sample := roles.get("sample"):
        citation = sample if citation is None else Passage.join([citation, sample])
    pieces = lines_of_cell(description)
    first = pieces[0] if pieces else EMPTY
    yield Entry(
        passage=first,
        number=number,
        citation=citation,
        action=roles.get("action"),
        disposition=roles.get("disposition"),
        successor=_annotation(roles),
        gap=block.gap,
        heading=block.heading or (bool(first) and tabbed and first.bold()),
        bullet=block.kind == "bullet",
        row=tabbed,
        own_line=not tabbed and line.columns.on_own_lines,
        page=block.page,
        indent=indent_of(first) if first else indent_of(block.passage),
    )
    for piece in pieces[1:]:
        yield Entry(passage=piece, heading=piece.bold(), row=tabbed, page=block.page, indent=indent_of(first))


def _of_cell(role: str, said: Passage, block: Block) -> Entry:
    """The entry of a cell that stands by itself with its label."""
    entry = Entry(passage=said if role == "description" else EMPTY, page=block.page, indent=indent_of(said))
    if not said or role == "description":
        return entry
    if role == "number":
        return replace(entry, number=said, gap=True)
    return replace(entry, action=said) if role == "action" else replace(entry, citation=said)


def _is_number_alone(passage: Passage) -> bool:
    """Whether a line holds an item's number and nothing else, as where each cell has a line of its own."""
    designator = read_designator(passage.text, cell=True)
    return (
        designator is not None
        and designator.end >= len(passage.text)
        and len(passage.text) <= _LONGEST_NUMBER
    )


def _annotation(roles: Roles) -> Passage | None:
    """A column "Superseded by" with its date."""
    parts = [part for part in (roles.get("superseded-by"), roles.get("date")) if part]
    return Passage.join(parts) if parts else None
