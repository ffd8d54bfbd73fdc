"""The signatory table of an ERA schedule: who did what, when, in which office, even with columns lost."""

from collections.abc import Sequence
from datetime import date

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.signatories.rows import Cell, Row, rows
from schedgraph.parser.forms.signatories.vocabulary import actions, mend, titles, words
from schedgraph.parser.labels import fold, match_label
from schedgraph.parser.passage import Passage

_COLUMNS = 5
_DAMAGED_DATE = 0.7


def read_signatories(
    blocks: Sequence[Block], *, document_words: frozenset[str] = frozenset()
) -> tuple[tuple[SignatoryEvent, ...], tuple[Doubt, ...]]:
    """The signatures in the order of the table. `document_words` are words that the document prints whole.

    A row that repeats another is told as a doubt and gives no second event.
    """
    known = words() | document_words
    events: list[SignatoryEvent] = []
    doubts: list[Doubt] = []
    seen: set[tuple[object, ...]] = set()
    for row in rows(blocks):
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
    match = match_label(event.action, actions())
    return match.label.name if match else None


def _event(row: Row, known: frozenset[str]) -> tuple[SignatoryEvent, list[Doubt]]:
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


def _texts(date_cell: Cell, rest: Sequence[Cell]) -> list[str]:
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


def _first_line(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.line == cells[0].line]


def _lines_joined(cells: Sequence[Cell]) -> list[str]:
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
    match = match_label(text, actions())
    if match is None:
        return text, ""
    rest = text[match.end :].strip()
    printed = text[: match.end].strip() if match.exact else match.label.wordings[0]
    return printed, rest


def _by_vocabulary(text: str) -> list[str] | None:
    """A row without columns, divided at the action and at a job title that is known."""
    match = match_label(text, actions())
    if match is None:
        return None
    people = text[match.end :].strip()
    for title in titles():
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
