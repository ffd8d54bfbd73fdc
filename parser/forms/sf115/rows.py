"""The lines of the items part as entries: what stands in column 7, 8, 9 and 10 told apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.forms.sf115.cells import Cell, cells_of, split_at_spaces
from schedgraph.parser.forms.sf115.columns import Columns
from schedgraph.parser.forms.sf115.designators import read_designator
from schedgraph.parser.forms.sf115.entries import EMPTY, Entry, indent_of
from schedgraph.parser.forms.sf115.sheets import BodyLine
from schedgraph.parser.forms.sf115.standings import place_end
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.passage import Passage

# What NARA wrote into column 10: "withdrawn", "disposition not approved", "Approved 9/3/86", "Withdrawn -
# covered by GRS"; but "Approved loans" are records.
_ACTION = re.compile(
    r"\W{0,3}(?:items?\s)?(?:withdrawn|with\s?drawn|w/d(?:rawn)?|wdn|(?:dispos\w{2,6}\s)?not\sapproved|disapproved|approved"
    r"|deleted|changed)(?:\W*|\s*[-–—,;:.(/].{0,60}"
    r"|\s+(?:by|per|as|at|see|on|to|because|pending|except|covered|[0-9]).{0,60})",
    re.IGNORECASE | re.DOTALL,
)
_WORDS_OF_A_CITATION = re.compile(
    r"\b(?:items?|and|or|of|the|part|parts|see|cf|job|nos?|number|in|thru|through|sup|supersedes|supercedes|schedule)\b|[\W\d_]+",
    re.IGNORECASE,
)


# Lines like "Manifests of aliens arriving by air. (1) Paper. Destroy"    "Case files. a. Criminal. Destroy"
_MEMBER = re.compile(
    r"(?<!\b[NV]o[.])(?<!\bSec[.])(?<!\bVol[.])(?<!\bNos[.])(?<=[.:;)])[ ]{1,3}"
    r"(?P<printed>\([0-9A-Za-z]\)|[0-9A-Za-z][.)])[ ]{1,3}(?=[A-Z\"“])"
)
# Lines like "Destroy 1 year after expiration. OBSOLETE 3/4/98"    "Destroy. Superseded by N1-64-91-1"
#   "Destroy when 2 years old. Withdrawn by agency"    "Destroy. Item 3 rescinded by NARA, 03/02/2004."
_ADDED = re.compile(
    r"(?<=[.;)])[ ]{1,3}(?="
    r"(?:SUPERSEDED|Superseded)[ ](?:BY|by)\b"
    r"|(?:OBSOLETE|Obsolete|RESCINDED|Rescinded|WITHDRAWN|Withdrawn)[ ,:]{1,3}"
    r"(?:[0-9]|by[ ](?:NAR|the[ ]|agen|Agen))"
    r"|(?:OBSOLETE|RESCINDED|WITHDRAWN)(?:[ ]?[-–—]|[.]?\s*$)"
    r"|Items?[ ][0-9][0-9a-z(), ]{0,12}(?:(?:and|was|were|is|are|has|been)[ ]){0,2}"
    r"(?:rescinded|withdrawn|obsolete|superseded)\b)"
)
# Lines like "Superseded by job / item number: GRS 1.1/010    Date (MM/DD/YYYY): 09/16/2014"
_NOTE = re.compile(r"\W*(?:superseded\b|date\W{0,2}\(mm)", re.IGNORECASE)
_LONE_LETTER = re.compile(r"[A-Za-z]")
# "item 9" below "NC-174-53": a narrow column wrapped the number
_REST_OF_CITATION = re.compile(r"(?:items?|part|parts)\b|[0-9(]", re.IGNORECASE)
# "1505-" over "01" in the column of item numbers
_BEGUN_NUMBER = re.compile(r"[0-9A-Z]{1,5}(?:[-.][0-9]{1,4}){0,2}-")
_REST_OF_NUMBER = re.compile(r"[0-9]{1,3}[a-z]?[.)]?")
_LONGEST_IN_NARROW = 60
_FIRST_MEMBERS = frozenset({"(1)", "(a)", "(A)", "1.", "a.", "A.", "1)", "a)"})


@dataclass(frozen=True, slots=True)
class _Roles:
    """The passages of one line, by the role of their column."""

    parts: dict[str, list[Passage]]

    def get(self, role: str) -> Passage | None:
        parts = self.parts.get(role)
        return Passage.join(parts, "\n") if parts else None


def entries_of(lines: Sequence[BodyLine]) -> tuple[Entry, ...]:
    """The entries of `lines`, in reading order."""
    entries = _with_wrapped_numbers([entry for line in lines for entry in _entries(line)])
    return tuple(_with_wrapped_citations(entries))


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
            and _BEGUN_NUMBER.fullmatch(above.number.text)
            and _REST_OF_NUMBER.fullmatch(entry.number.text)
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
        goes_on = (
            here is not None
            and above is not None
            and begun >= 0
            and not entry.gap
            and _REST_OF_CITATION.match(here.text)
            and not find_numbers(here.text)
            and _has_number(result[begun].citation)
        )
        if goes_on and here:
            whole = Passage.join([part for part in (result[begun].citation, here) if part], " ")
            result[begun] = replace(result[begun], citation=whole)
            entry = replace(entry, citation=None)
        elif here:
            begun = index
        result.append(entry)
    return result


def _has_number(passage: Passage | None) -> bool:
    return passage is not None and bool(find_numbers(passage.text))


def is_citation(passage: Passage) -> bool:
    """Whether a passage holds authority numbers and nothing else."""
    mentions = find_numbers(passage.text)
    if not mentions:
        return False
    text, position = "", 0
    for mention in mentions:
        text += passage.text[position : mention.start] + " "
        position = max(position, mention.end)
    text += passage.text[position:]
    return not _WORDS_OF_A_CITATION.sub("", text).strip()


def is_action(passage: Passage) -> bool:
    """Whether a passage is NARA's action on an item and nothing else, but for who says where it stands."""
    return bool(_ACTION.fullmatch(as_words(passage.text[place_end(passage.text) :].strip())))


def _entries(line: BodyLine) -> Iterator[Entry]:
    block = line.block
    tabbed = len(block.cells) > 1
    if not tabbed:
        roles = _by_offset(block, line.columns) if line.columns.by_offset else _by_content(block.passage)
    else:
        roles = _by_index(block, line.columns)
    number = roles.get("number")
    description = roles.get("description") or EMPTY
    citation = roles.get("citation")
    if sample := roles.get("sample"):
        citation = sample if citation is None else Passage.join([citation, sample])
    pieces = _lines_of_cell(description)
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


def _annotation(roles: _Roles) -> Passage | None:
    """A column "Superseded by" with its date."""
    parts = [part for part in (roles.get("superseded-by"), roles.get("date")) if part]
    return Passage.join(parts) if parts else None


def _by_index(block: Block, columns: Columns) -> _Roles:
    """A row that tabs part; without a heading the order of the columns tells."""
    parts: dict[str, list[Passage]] = {}
    cells = cells_of(block)
    for cell in cells:
        role = columns.role(cell, tabbed=True) if columns.by_index else _guess(cell, cells)
        if role == "authority":
            role = "citation" if is_citation(cell.passage) else "description"
        parts.setdefault(role or "description", []).append(cell.passage)
    return _Roles(parts)


def _guess(cell: Cell, cells: Sequence[Cell]) -> str:
    if cell is cells[0] and (
        read_designator(cell.passage.text, cell=True) or not cell.passage.text.strip(" .")
    ):
        designator = read_designator(cell.passage.text, cell=True)
        if len(cells) > 1 and designator and not cell.passage.text[designator.end :].strip():
            return "number"
    if cell.index and is_citation(cell.passage):
        return "citation"
    if cell.index and is_action(cell.passage):
        return "action"
    return "description"


def _by_offset(block: Block, columns: Columns) -> _Roles:
    """A line of a table whose columns runs of spaces part."""
    if _NOTE.match(block.passage.text):
        return _Roles({"description": [block.passage]})
    parts: dict[str, list[Passage]] = {}
    pieces = _number_apart(split_at_spaces(block.passage), columns)
    told = _told_by_content(pieces)
    for index, piece in enumerate(pieces):
        cell = Cell(passage=piece, index=index, column=indent_of(piece))
        role = told.get(index) or columns.role(cell, tabbed=False) or "description"
        if role == "action" and index not in told and not (_has_words(piece) or read_date(piece.text)):
            # A long description pushed a sample number to the right of its heading.
            role = "citation"
        if role in ("citation", "sample", "action", "number") and not _may_stand_in(role, piece):
            role = "description"
        parts.setdefault(role, []).append(piece)
    if len(parts.get("description", [])) > 1:
        # Behind a letter alone the gap tells that it is a designator.
        joint = "  " if _LONE_LETTER.fullmatch(parts["description"][0].text) else " "
        parts["description"] = [Passage.join(parts["description"], joint)]
    return _Roles(parts)


def _number_apart(pieces: Sequence[Passage], columns: Columns) -> Sequence[Passage]:
    """The pieces, an item number that fills its narrow column parted from the description beside it."""
    offsets = {role: offset for offset, role in columns.by_offset}
    if not pieces or "number" not in offsets or "description" not in offsets:
        return pieces
    first = pieces[0]
    width = offsets["description"] - indent_of(first)
    number, beside = first.slice(0, max(0, width)).strip(), first.slice(max(0, width))
    parted = first.text[width - 1 : width] == " " and not beside.text[:1].isspace() if width > 0 else False
    if not (parted and beside and number) or not (
        _BEGUN_NUMBER.fullmatch(number.text) or _REST_OF_NUMBER.fullmatch(number.text)
    ):
        return pieces
    return [number, beside, *pieces[1:]]


def _told_by_content(pieces: Sequence[Passage]) -> dict[int, str]:
    """The last parts of a line that say what they are; the line's length may have moved them."""
    told: dict[int, str] = {}
    for index in range(len(pieces) - 1, 0, -1):
        role = "citation" if is_citation(pieces[index]) else "action" if is_action(pieces[index]) else None
        if role is None:
            break
        told[index] = role
    return told


def _may_stand_in(role: str, passage: Passage) -> bool:
    if role == "number":
        if _BEGUN_NUMBER.fullmatch(passage.text):
            return True
        designator = read_designator(passage.text, cell=True)
        return designator is not None and not passage.text[designator.end :].strip()
    return len(passage.text) <= _LONGEST_IN_NARROW or is_citation(passage) or is_action(passage)


def _has_words(passage: Passage) -> bool:
    return sum(character.isalpha() for character in passage.text) >= 3


def _by_content(passage: Passage) -> _Roles:
    """A line without columns; at its right end column 9 and 10 may still be told by what they hold."""
    parts: dict[str, list[Passage]] = {}
    pieces = split_at_spaces(passage)
    told = _told_by_content(pieces)
    for index, role in sorted(told.items()):
        parts.setdefault(role, []).append(pieces[index])
    pieces = pieces[: len(pieces) - len(told)]
    parts["description"] = [Passage.join(pieces, "  ")] if parts else [passage]
    return _Roles(parts)


def _lines_of_cell(passage: Passage) -> list[Passage]:
    """The lines within a passage: a `<br>` parts them, and so does a list that begins in the line."""
    starts = [0]
    end = -1
    for piece in passage.pieces:
        between = piece.source.text[end : piece.run.end] if 0 <= end <= piece.run.end <= end + 400 else ""
        if "<br" in between[: len(between) - len(piece.run.text.lstrip())].lower():
            starts.append(piece.offset)
        end = piece.run.end
    starts.extend(_list_starts(passage.text))
    bounds = [*sorted(set(starts)), len(passage.text)]
    parts = [passage.slice(low, high).strip() for low, high in pairwise(bounds)]
    return [part for part in parts if part]


def _list_starts(text: str) -> list[int]:
    """Where a list begins within a line, where its later members do, and where a note was added."""
    starts: list[int] = []
    wanted: set[str] = set()
    for match in _MEMBER.finditer(text):
        printed = match["printed"]
        if printed not in wanted and printed not in _FIRST_MEMBERS:
            continue
        core = printed.strip("().")
        following = str(int(core) + 1) if core.isdigit() else chr(ord(core) + 1)
        wanted.add(printed.replace(core, following))
        starts.append(match.start("printed"))
    return [*starts, *(match.end() for match in _ADDED.finditer(text))]
