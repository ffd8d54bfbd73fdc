"""The header of an ERA schedule: its fields as readings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import read_date
from schedgraph.parser.document import Schedule
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.era.alignment import begins_like
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token, one_line, paragraphs
from schedgraph.parser.labels import Label, find_labels

_PRINTED = (Label(name="printed", wordings=("PDF Created on",)),)
_LONGEST_RECORD_GROUP = 4


def read_header(header: Mapping[str, Field], number: Reading[str] | None, printed: str | None) -> Schedule:
    """The schedule's header, dates and counts apart."""
    return Schedule(
        id=number,
        printed=printed,
        agency=_short(header, "agency"),
        record_group=record_group(header, number),
        major_subdivision=_short(header, "major-subdivision"),
        minor_subdivision=_short(header, "minor-subdivision"),
        subject=_short(header, "subject"),
        applies_to=_closed(header, "applies-to", "applies-to"),
        background=_long(header, "background"),
        status=_closed(header, "schedule-status", "status"),
    )


def record_group(header: Mapping[str, Field], number: Reading[str] | None) -> Reading[str] | None:
    """Three digits: those that the field begins with, else those in the schedule's number."""
    field = header.get("record-group")
    if field and field.lines:
        passage = field.lines[0].passage
        digits = passage.text[: _LONGEST_RECORD_GROUP + 1].split(" ")[0].split("-")[0].strip(".:")
        if digits.isdigit() and 2 <= len(digits) <= _LONGEST_RECORD_GROUP:
            return Reading(
                value=f"{int(digits):03d}", evidence=passage.evidence(0, len(digits), field.confidence)
            )
    parsed = parse_identifier(number.value) if number else None
    if number is None or parsed is None or parsed.record_group is None:
        return None
    return Reading(value=parsed.record_group, evidence=number.evidence, repairs=number.repairs)


def record_group_doubts(group: Reading[str] | None, number: Reading[str] | None) -> list[Doubt]:
    """Whether the record group that is printed is that of the number."""
    parsed = parse_identifier(number.value) if number else None
    if group is None or parsed is None or parsed.record_group in (None, group.value):
        return []
    message = f"The record group is printed as {group.value}, the number belongs to {parsed.record_group}."
    return [Doubt(code="record-group-disagrees", message=message, evidence=group.evidence)]


def printed_on(blocks: Sequence[Block]) -> Reading[date] | None:
    """The day the PDF was made, from the footers; of damaged ones the day that most of them give."""
    found: list[Reading[date]] = []
    for block in blocks:
        text = block.passage.text
        for match in find_labels(text, _PRINTED):
            day = read_date(text[match.end :].strip())
            if day and day.value:
                evidence = block.passage.evidence(match.end, confidence=day.confidence)
                found.append(Reading(value=day.value, evidence=evidence, repairs=day.repairs))
    if not found:
        return None
    votes = Counter(reading.value for reading in found if not reading.repairs) or Counter(
        reading.value for reading in found
    )
    best = votes.most_common(1)[0][0]
    return min((reading for reading in found if reading.value == best), key=lambda each: bool(each.repairs))


def _short(header: Mapping[str, Field], name: str) -> Reading[str] | None:
    field = header.get(name)
    return one_line(_plain(field.lines), field.confidence) if field else None


def _long(header: Mapping[str, Field], name: str) -> Reading[str] | None:
    field = header.get(name)
    return paragraphs(_plain(field.lines), field.confidence) if field else None


def _first(header: Mapping[str, Field], name: str) -> Reading[str] | None:
    """A field whose value is one line; a stamp may be that line, where the value is printed like one."""
    field = header.get(name)
    if not field or not field.lines:
        return None
    lines = _plain(field.lines) or field.lines
    return one_line(lines[:1], field.confidence)


def _closed(header: Mapping[str, Field], name: str, kind: str) -> Reading[str] | None:
    """A field of which only a few values are known; another's value that stands there is none of its own."""
    reading = _first(header, name)
    return reading if reading and begins_like(kind, reading.value) else None


def closed_doubts(header: Mapping[str, Field]) -> list[Doubt]:
    """The fields whose value cannot be theirs, and the status where it is missing altogether."""
    doubts: list[Doubt] = []
    for name, kind, said in (
        ("schedule-status", "status", "status"),
        ("applies-to", "applies-to", "applies-to field"),
    ):
        reading = _first(header, name)
        if reading and not begins_like(kind, reading.value):
            message = (
                f'The schedule\'s {said} is printed as "{reading.value[:60]}", which is none that is known.'
            )
            doubts.append(Doubt(code=f"{name}-unread", message=message, evidence=reading.evidence))
    if "schedule-status" in header and _first(header, "schedule-status") is None:
        message = "The schedule's status is blank or could not be read."
        evidence = header["schedule-status"].label.evidence() if header["schedule-status"].label else None
        doubts.append(Doubt(code="schedule-status-unread", message=message, evidence=evidence))
    return doubts


def _plain(lines: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(line for line in lines if not line.stamp)
