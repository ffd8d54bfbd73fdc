"""The signatory table of an ERA schedule: who did what, when, in which office, even with columns lost."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import DateReading, read_date
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.labels import Label, fold, load_labels, match_label
from schedgraph.parser.passage import Passage

_COLUMNS = 5
_DAMAGED_DATE = 0.7
_LONGEST_FRAGMENTS = 3

# "05/30/2017   Concur   Margaret Hawkins    Director of Records Management"
_SPACES = re.compile(r"[ \t]{2,}|\t")
# "111132017", "06/0812017", "O5/30/2O17": digits and their look-alikes, at least six of them
_DATE_LIKE = re.compile(r"[0-9OoQlISBZ|/.\-]{6,12}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    passage: Passage
    column: int | None
    line: int


@dataclass(slots=True)
class _Row:
    """The cells of one signature, in reading order, the date's first."""

    cells: list[_Cell]
    doubtful: bool = False


def read_signatories(
    blocks: Sequence[Block], *, document_words: frozenset[str] = frozenset()
) -> tuple[tuple[SignatoryEvent, ...], tuple[Doubt, ...]]:
    """The signatures in the order of the table. `document_words` are words that the document prints whole.

    A row that repeats another is told as a doubt and gives no second event.
    """
    known = _vocabulary() | document_words
    events: list[SignatoryEvent] = []
    doubts: list[Doubt] = []
    seen: set[tuple[object, ...]] = set()
    for row in _rows(blocks):
        event, told = _event(row, known)
        key = (event.date.value if event.date else None, fold(event.action), fold(event.name or ""))
        if key in seen and event.date:
            doubts.append(
                Doubt(
                    code="duplicate-signature",
                    message=f"The signatory table prints this row twice: {event.action}, {event.name}.",
                    evidence=event.evidence,
                )
            )
            continue
        seen.add(key)
        events.append(event)
        doubts.extend(told)
    return tuple(events), tuple(doubts)


def action_name(event: SignatoryEvent) -> str | None:
    """Which action an event is: approve, certify, return-without-action, ...; None for an unknown one."""
    match = match_label(event.action, _actions())
    return match.label.name if match else None


def mend(text: str, known: frozenset[str]) -> str:
    """Words that a narrow column broke (`Servic es`) put together where the whole is a known word."""
    words = text.split()
    mended: list[str] = []
    position = 0
    while position < len(words):
        for size in range(min(_LONGEST_FRAGMENTS, len(words) - position), 1, -1):
            fragments = words[position : position + size]
            if _is_broken(fragments, known):
                mended.append("".join(fragments))
                position += size
                break
        else:
            mended.append(words[position])
            position += 1
    return " ".join(mended)


def _is_broken(fragments: Sequence[str], known: frozenset[str]) -> bool:
    if not all(fragment[:1].islower() for fragment in fragments[1:]):
        return False
    letters = [fragment.strip("().,;:").casefold() for fragment in fragments]
    whole = "".join(fragments).strip("().,;:").casefold()
    return whole in known and len(whole) > 3 and not all(part in known for part in letters)


def _rows(blocks: Sequence[Block]) -> Iterator[_Row]:
    """The cells between one date and the next."""
    row: _Row | None = None
    starts: dict[int, int] = {}
    for line, block in enumerate(blocks):
        if block.kind in ("furniture", "rule"):
            continue
        cells = _cells(block, line)
        if not cells or _is_header(cells):
            continue
        if _date_at(cells[0].passage):
            if row:
                yield row
            row = _Row(cells=_date_apart(cells))
            starts = {number: cell.column for number, cell in enumerate(row.cells) if cell.column is not None}
        elif row:
            row.cells.extend(_in_columns(cells, starts))
    if row:
        yield row


def _cells(block: Block, line: int) -> list[_Cell]:
    """The cells of a line, with the column (of a table) or the place on the line (of a text) of each."""
    if block.kind == "row":
        return [
            _Cell(passage=cell, column=number, line=line) for number, cell in enumerate(block.cells) if cell
        ]
    passage = block.passage
    parts: list[_Cell] = []
    start = 0
    margin = _margin(passage)
    for gap in (*_SPACES.finditer(passage.text), None):
        end = gap.start() if gap else len(passage.text)
        if start < end:
            parts.append(_Cell(passage=passage.slice(start, end).strip(), column=margin + start, line=line))
        start = gap.end() if gap else end
    if len(parts) == 1 and not margin:
        parts = [replace(parts[0], column=None)]
    return parts


def _margin(passage: Passage) -> int:
    """How far from the start of its line a passage stands."""
    piece = passage.pieces[0]
    return piece.run.start - (piece.source.text.rfind("\n", 0, piece.run.start) + 1)


def _in_columns(cells: Sequence[_Cell], starts: dict[int, int]) -> list[_Cell]:
    """The cells of a line that goes on in the columns of the line above."""
    if not starts or any(cell.column is None for cell in cells):
        return [replace(cell, column=None) for cell in cells]
    return [
        replace(cell, column=min(starts.values(), key=lambda start: abs(start - (cell.column or 0))))
        for cell in cells
    ]


def _date_at(passage: Passage) -> tuple[int, DateReading | None] | None:
    """Where the date at the start of a line ends, and how it reads; the reading may be lost."""
    text = passage.text
    candidate = _DATE_LIKE.match(text)
    if candidate and sum(character.isdigit() for character in candidate[0]) >= 4:
        return candidate.end(), read_date(candidate[0])
    reading = read_date(text[:24])
    return (reading.end, reading) if reading and reading.start == 0 else None


def _date_apart(cells: list[_Cell]) -> list[_Cell]:
    """The date as a cell of its own, where one space parts it from the action."""
    first = cells[0]
    found = _date_at(first.passage)
    end = found[0] if found else 0
    if not first.passage.text[end:].strip():
        return cells
    return [
        replace(first, passage=first.passage.slice(0, end).strip()),
        replace(first, passage=first.passage.slice(end).strip(), column=None),
        *cells[1:],
    ]


def _is_header(cells: Sequence[_Cell]) -> bool:
    words = {fold(word) for cell in cells for word in cell.passage.text.split()}
    columns = {fold(column) for column in _data()["columns"]}
    return len(words) <= _COLUMNS and words <= columns


def _event(row: _Row, known: frozenset[str]) -> tuple[SignatoryEvent, list[Doubt]]:
    date_cell, *rest = row.cells
    texts = _texts(date_cell, rest)
    doubts: list[Doubt] = []
    evidence = Passage.join([cell.passage for cell in row.cells]).evidence()
    parts = [mend(text, known) for text in texts]
    if len(parts) < _COLUMNS - 1:
        parts = _by_vocabulary(" ".join(parts)) or parts
    action, *people = parts or [""]
    action, glued = _action(action)
    if glued:
        people = [glued, *people]
    if len(people) != _COLUMNS - 2:
        doubts.append(
            Doubt(
                code="signatory-columns-lost",
                message="This row of the signatory table could not be divided into its columns for certain.",
                evidence=evidence,
            )
        )
    name, title, organization = _people(people)
    signed, told = _date(date_cell.passage)
    event = SignatoryEvent(
        action=action,
        evidence=evidence,
        date=signed,
        name=name,
        title=title,
        organization=organization,
    )
    return event, [*told, *doubts]


def _texts(date_cell: _Cell, rest: Sequence[_Cell]) -> list[str]:
    """The columns after the date, lines of one column joined; without columns, one text a line."""
    columns = [cell.column for cell in rest]
    if None in columns or len(set(columns)) < len(_first_line(rest)):
        return _lines_joined(rest)
    texts: dict[int, str] = {}
    for cell in rest:
        column = cell.column or 0
        if column == date_cell.column:
            continue
        texts[column] = (texts[column] + " " if column in texts else "") + _plain(cell.passage)
    return [texts[column] for column in sorted(texts)]


def _first_line(cells: Sequence[_Cell]) -> list[_Cell]:
    return [cell for cell in cells if cell.line == cells[0].line]


def _lines_joined(cells: Sequence[_Cell]) -> list[str]:
    """One text a cell; what goes on in lower case belongs to the line above."""
    texts: list[str] = []
    for cell in cells:
        text = _plain(cell.passage)
        if texts and (text[:1].islower() or texts[-1].endswith((",", "-", " of", " and", " the", " for"))):
            texts[-1] += " " + text
        else:
            texts.append(text)
    return texts


def _people(people: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    if len(people) < _COLUMNS - 2:
        return (
            (people[0], None, None)
            if len(people) == 1 and len(people[0].split()) <= 4
            else (None, None, None)
        )
    name, title, *organization = people
    return name, title, " ".join(organization)


def _action(text: str) -> tuple[str, str]:
    """The action, and what is glued to it; one that damage changed is given as the table words it."""
    match = match_label(text, _actions())
    if match is None:
        return text, ""
    rest = text[match.end :].strip()
    printed = text[: match.end].strip() if match.exact else match.label.wordings[0]
    return printed, rest


def _by_vocabulary(text: str) -> list[str] | None:
    """A row without columns, divided at the action and at a job title that is known."""
    match = match_label(text, _actions())
    if match is None:
        return None
    people = text[match.end :].strip()
    for title in _data()["vocabulary"]["titles"]:
        start = people.casefold().find(title.casefold())
        if start > 0 and people[start - 1] == " ":
            name, organization = people[:start].strip(), people[start + len(title) :].strip()
            if 2 <= len(name.split()) <= 4:
                return [text[: match.end].strip(), name, title, organization]
    return [text[: match.end].strip(), people]


def _date(passage: Passage) -> tuple[Reading[date] | None, list[Doubt]]:
    """The date of a row; a damaged one that can be read in more than one way stays open, and that is told."""
    found = read_date(passage.text)
    if found and found.value and not found.repairs:
        return Reading(value=found.value, evidence=passage.evidence(found.start, found.end)), []
    evidence = passage.evidence(confidence=_DAMAGED_DATE)
    if found and found.value:
        reading = Reading(value=found.value, evidence=evidence, repairs=found.repairs)
        message = f'The date "{passage.text}" is damaged and was read as {found.value.isoformat()}.'
        return reading, [Doubt(code="date-repaired", message=message, evidence=evidence)]
    ways = " or ".join(day.isoformat() for day in found.readings) if found else "no day of the calendar"
    message = f'The date "{passage.text}" is damaged; it reads as {ways}.'
    return None, [Doubt(code="date-unread", message=message, evidence=evidence)]


def _plain(passage: Passage) -> str:
    return " ".join(passage.text.split())


@cache
def _data() -> dict[str, Any]:
    resource = files("schedgraph.parser.forms") / "signatories.toml"
    return tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(_data()["vocabulary"]["words"].split())


@cache
def _actions() -> tuple[Label, ...]:
    return load_labels(files("schedgraph.parser.forms") / "signatories.toml")
