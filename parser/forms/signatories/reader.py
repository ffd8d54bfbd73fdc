"""The signatory table of an ERA schedule: who did what, when, in which office, even with columns lost."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.forms.signatories.cells import Cell, table_lines
from schedgraph.parser.forms.signatories.people import Person, divide, is_name, is_title, value
from schedgraph.parser.forms.signatories.rows import Row, is_torn, label_by_label, rows
from schedgraph.parser.forms.signatories.transposed import Transposed, read_transposed
from schedgraph.parser.forms.signatories.vocabulary import actions, mend, words
from schedgraph.parser.labels import fold, match_label
from schedgraph.parser.passage import Passage

_DATE, _ACTION, _NAME, _TITLE, _ORGANIZATION = range(5)
_UNREAD_DATE = 0.7
# An action that is not known, at the start of a row without columns: "Escalate to NARA"
_UNKNOWN_ACTION = re.compile(r"\S+(?: (?:for|to|without) \S+)?", re.IGNORECASE)

_Told = tuple[SignatoryEvent, list[Doubt]]


def read_signatories(
    blocks: Sequence[Block], *, document_words: frozenset[str] = frozenset()
) -> tuple[tuple[SignatoryEvent, ...], tuple[Doubt, ...]]:
    """The signatures in the order of the table. `document_words` are words that the document prints whole.

    A row that repeats another is told as a doubt and gives no second event.
    """
    known = words() | document_words
    lines = table_lines(blocks)
    transposed = read_transposed(lines)
    if transposed and transposed.columns[0] is None:
        return (), (_lost(Passage.join([cell.passage for cell in transposed.dates]).evidence()),)
    lines = lines if transposed else label_by_label(lines) or lines
    torn = is_torn(lines)
    read = (
        _by_columns(transposed, known)
        if transposed
        else (_event(row, known, torn=torn) for row in rows(lines))
    )
    events: list[SignatoryEvent] = []
    doubts: list[Doubt] = []
    seen: set[tuple[object, ...]] = set()
    for event, told in read:
        texts = (event.action, event.name, event.title, event.organization)
        key = (event.date.value if event.date else None, *(fold(text or "") for text in texts))
        if key in seen and event.date:
            message = (
                f"The signatory table prints this row twice: {event.action}, {event.name or event.title}."
            )
            doubts.append(Doubt(code="duplicate-signature", message=message, evidence=event.evidence))
            continue
        seen.add(key)
        events.append(event)
        doubts.extend(told)
    return tuple(events), tuple(doubts)


def action_name(event: SignatoryEvent) -> str | None:
    """Which action an event is: approve, certify, return-without-action, ...; None for an unknown one."""
    match = match_label(event.action, actions())
    return match.label.name if match else None


def _event(row: Row, known: frozenset[str], *, torn: bool) -> _Told:
    date_cell, *rest = row.cells
    evidence = Passage.join([cell.passage for cell in row.cells]).evidence()
    signed, doubts = _date(date_cell.passage)
    action, person = _placed(row, known) or _by_words(rest, known)
    if torn:
        person = Person(sure=False)
    if not person.sure or not action:
        doubts.append(_lost(evidence))
    event = SignatoryEvent(
        action=action,
        evidence=evidence,
        date=signed,
        name=person.name,
        title=person.title,
        organization=person.organization,
    )
    return event, doubts


def _placed(row: Row, known: frozenset[str]) -> tuple[str, Person] | None:
    """The columns as the layout gives them, None where it does not or where their words speak against it."""
    if not row.placed:
        return None
    texts: dict[int, str] = {}
    for cell in row.cells:
        column = cell.column or 0
        texts[column] = f"{texts[column]} {cell.text}" if column in texts else cell.text
    texts = {column: mend(text, known) for column, text in texts.items()}
    action, glued = _action(texts.get(_ACTION, ""))
    name, title = texts.get(_NAME, ""), texts.get(_TITLE, "")
    if not action or glued or (is_title(name) and not is_name(name) and not is_title(title)):
        return None
    organization = texts.get(_ORGANIZATION, "")
    return action, Person(name=value(name), title=value(title), organization=value(organization))


def _by_words(cells: Sequence[Cell], known: frozenset[str]) -> tuple[str, Person]:
    """The columns of a row whose layout does not tell them."""
    texts = [mend(text, known) for text in _lines_joined(cells)]
    whole = " ".join(texts)
    if not whole:
        return "", Person(sure=False)
    match = match_label(whole, actions())
    if match:
        end = match.end
    elif len(texts) > 1:
        end = len(texts[0])
    else:
        found = _UNKNOWN_ACTION.match(whole)
        end = found.end() if found else 0
    action = _action(whole[:end])[0]
    person = divide(list(_after(texts, end)))
    return action, person if match else Person(
        name=person.name, title=person.title, organization=person.organization, sure=False
    )


def _after(texts: Sequence[str], end: int) -> Iterator[str]:
    """The texts behind the first `end` characters of them all, joined by spaces."""
    for text in texts:
        if end < len(text) and (rest := text[max(end, 0) :].strip()):
            yield rest
        end -= len(text) + 1


def _by_columns(table: Transposed, known: frozenset[str]) -> Iterator[_Told]:
    for number, cell in enumerate(table.dates):
        signed, doubts = _date(cell.passage)
        evidence = cell.passage.evidence()
        texts = [
            mend(text, known) if column and (text := column[number]) else None for column in table.columns
        ]
        action, name, title, organization = texts
        if None in table.columns:
            doubts.append(_lost(evidence))
        event = SignatoryEvent(
            action=_action(action or "")[0],
            evidence=evidence,
            date=signed,
            name=name,
            title=title,
            organization=organization,
        )
        yield event, doubts


def _lines_joined(cells: Sequence[Cell]) -> list[str]:
    """One text a cell; what goes on in lower case belongs to the one above."""
    texts: list[str] = []
    for cell in cells:
        text = cell.text
        if texts and (text[:1].islower() or texts[-1].endswith((",", "-", " of", " and", " the", " for"))):
            texts[-1] += " " + text
        else:
            texts.append(text)
    return texts


def _action(text: str) -> tuple[str, str]:
    """The action, and what is glued to it; one that damage changed is given as the table words it."""
    match = match_label(text, actions())
    if match is None:
        return text, ""
    rest = text[match.end :].strip()
    printed = text[: match.end].strip() if match.exact else match.label.wordings[0]
    return printed, rest


def _lost(evidence: Evidence) -> Doubt:
    message = "This row of the signatory table could not be divided into its columns for certain."
    return Doubt(code="signatory-columns-lost", message=message, evidence=evidence)


def _date(passage: Passage) -> tuple[Reading[date] | None, list[Doubt]]:
    """The date of a row; a damaged one that can be read in more than one way stays open, and that is told."""
    found = read_date(passage.text)
    if found and found.value and not found.repairs:
        return Reading(value=found.value, evidence=passage.evidence(found.start, found.end)), []
    evidence = passage.evidence(confidence=found.confidence if found else _UNREAD_DATE)
    if found and found.value:
        reading = Reading(value=found.value, evidence=evidence, repairs=found.repairs)
        message = f'The date "{passage.text}" is damaged and was read as {found.value.isoformat()}.'
        return reading, [Doubt(code="date-repaired", message=message, evidence=evidence)]
    ways = " or ".join(day.isoformat() for day in found.readings) if found else "no day of the calendar"
    message = f'The date "{passage.text}" is damaged; it reads as {ways}.'
    return None, [Doubt(code="date-unread", message=message, evidence=evidence)]
