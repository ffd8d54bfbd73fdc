"""A schedule document as statements: subject, predicate, object, each with the place that says so.

Statements are observations. That an item is struck, stamped or annotated is a statement; that it is
superseded is a verdict, which `verdict` draws from them.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from schedgraph.graph.rules.reach import ALL_SCHEDULES, reaches
from schedgraph.parser.authority.number import parse_identifier, written_together
from schedgraph.parser.document import Citation, Item, ScheduleDocument, unread_schedule
from schedgraph.parser.evidence import Evidence, Reading

RELATIONS = ("superseded-by", "supersedes", "cites", "does-not-supersede", "same-as", "part-of")
"""Predicates whose object is the identifier of another authority."""

RECORD_GROUP = "RG "
"""How the subject of a statement about a whole record group begins; it is no authority."""

Source = Literal["document", "fact", "correction"]
Uncertain = Literal["", "target", "succession", "part", "disputed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that one document (or one row of the shipped facts) says.

    `group` joins alternatives of which one is right: the readings of one ambiguous number. `uncertain` is
    what the source itself leaves open: which of several targets it is, whether it is this subject at all,
    which part of it, or whether it holds at all, for the source disputes it.
    `dated` is the date that the statement itself gives, `known_by` the date at which its document held (its
    print or "accurate as of" date).
    """

    subject: str
    predicate: str
    object: str
    document: str
    evidence: Evidence
    source: Source = "document"
    dated: date | None = None
    known_by: date | None = None
    group: str | None = None
    confidence: float = 1.0
    printed: str | None = None
    repairs: tuple[str, ...] = ()
    proposed: bool = False
    uncertain: Uncertain = ""

    @property
    def read_confidence(self) -> float:
        """How sure it is that the source says this, 0 to 1: the words, and the number that was read in them."""
        return min(self.confidence, self.evidence.confidence)

    @property
    def key(self) -> str:
        """An identifier of the statement, made from its content alone."""
        evidence = self.evidence
        parts = (
            self.document,
            self.subject,
            self.predicate,
            self.object,
            evidence.page,
            evidence.start,
            evidence.end,
        )
        return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24]


def statements(document: ScheduleDocument) -> tuple[Statement, ...]:
    """Everything that the document says about authorities, duplicates removed, in the order of the document."""
    return tuple(keyed_statements(document).values())


def keyed_statements(document: ScheduleDocument) -> dict[str, Statement]:
    """The same by their keys, which are dear to work out."""
    return {each.key: each for each in _Speaker(document).all()}


class _Speaker:
    """Turns the parts of one document into statements that share its identity and its print date."""

    def __init__(self, document: ScheduleDocument) -> None:
        self.document = document
        schedule = document.schedule
        self.schedule_id = schedule.id.value if schedule.id else unnumbered(document.source.sha256)
        held = schedule.printed_on or schedule.accurate_as_of
        self.known_by = held.value if held else None
        first = schedule.id.evidence if schedule.id else None
        self.anywhere = first or Evidence(page=1, quote="", start=0, end=0)

    def all(self) -> Iterator[Statement]:
        yield from self._schedule()
        for item in self.document.items:
            if self.document.form == "unknown":
                for citation in item.citations:
                    yield from self._citation(item.id, citation)
            else:
                yield from self._item(item)
        for citation in self.document.citations:
            yield from self._citation(self.schedule_id, citation)

    def say(self, subject: str, predicate: str, value: object, evidence: Evidence, **more: Any) -> Statement:
        text = value.isoformat() if isinstance(value, date) else str(value)
        return Statement(
            subject=subject,
            predicate=predicate,
            object=text,
            document=self.document.source.sha256,
            evidence=evidence,
            known_by=self.known_by,
            **more,
        )

    def _schedule(self) -> Iterator[Statement]:
        schedule, subject = self.document.schedule, self.schedule_id
        yield self.say(
            subject,
            "form",
            self.document.form,
            self.anywhere,
            printed=schedule.printed,
            repairs=schedule.id.repairs if schedule.id else (),
        )
        fields: dict[str, Reading[Any] | None] = {
            "agency": schedule.agency,
            "record-group": schedule.record_group,
            "major-subdivision": schedule.major_subdivision,
            "minor-subdivision": schedule.minor_subdivision,
            "title": schedule.subject,
            "applies-to": schedule.applies_to,
            "schedule-status": schedule.status,
            "received": schedule.received,
            "certified": schedule.certified,
            "approved": schedule.approved,
            "printed-on": schedule.printed_on,
            "accurate-as-of": schedule.accurate_as_of,
        }
        for predicate, reading in fields.items():
            if reading is not None:
                yield self.say(subject, predicate, reading.value, reading.evidence, repairs=reading.repairs)
        number = parse_identifier(subject)
        if self.document.form == "NA-1005" and number and number.record_group:
            group = record_group_subject(number.record_group)
            yield self.say(group, "capstone-form", number.schedule, self.anywhere)
        yield from self._reach(subject, schedule.background)
        for stamp in schedule.stamps:
            yield self.say(subject, "stamp", stamp.value, stamp.evidence)
        for event in self.document.events:
            yield self.say(
                subject, "event", event.action, event.evidence, dated=event.date and event.date.value
            )

    def _item(self, item: Item) -> Iterator[Statement]:
        number = parse_identifier(item.id)
        schedule = number.schedule if number else self.schedule_id
        yield self.say(item.id, "item-of", schedule, item.evidence, printed=item.number)
        if item.parent:
            yield self.say(item.id, "under", item.parent, item.evidence)
        if together := written_together(item.id):
            yield self.say(item.id, "same-as", together, item.evidence)
        if item.strike != "none":
            evidence = item.struck[0].evidence if item.struck else item.evidence
            yield self.say(item.id, "strike", item.strike, evidence)
        disposition = item.disposition
        retention = disposition.retention
        fields: dict[str, Reading[Any] | None] = {
            "title": item.title,
            "description": item.text,
            "item-status": item.status_printed,
            "action-taken": item.action_taken,
            "final-disposition": disposition.final,
            "disposition-instruction": disposition.instruction,
            "cutoff": disposition.cutoff,
            "transfer": disposition.transfer,
            "media-neutral": disposition.media_neutral,
        }
        for predicate, reading in fields.items():
            if reading is not None:
                value = str(reading.value).lower() if isinstance(reading.value, bool) else reading.value
                yield self.say(item.id, predicate, value, reading.evidence, repairs=reading.repairs)
        yield from self._reach(item.id, item.text)
        if instruction_words := disposition.instruction:
            yield from self._reach(item.id, instruction_words)
        if retention is not None:
            parts = {
                "retention-action": retention.value.action,
                "retention-period": retention.value.period,
                "retention-trigger": retention.value.trigger,
                "retention-text": retention.value.text,
            }
            for predicate, value in parts.items():
                if value is not None:
                    yield self.say(item.id, predicate, value, retention.evidence)
        instruction = disposition.instruction
        if instruction is not None and item.strike != "none":
            struck = "".join(part.value for part in item.struck)
            if _letters(instruction.value) and _letters(instruction.value) in _letters(struck):
                yield self.say(item.id, "struck-disposition", "full", instruction.evidence)
        for note in item.annotations:
            dated = note.date.value if note.date else None
            yield self.say(item.id, "annotation", note.text.value, note.text.evidence, dated=dated)
        for citation in item.citations:
            yield from self._citation(item.id, citation)

    def _reach(self, subject: str, words: Reading[str] | None) -> Iterator[Statement]:
        """What the words of a schedule or an item say of how far it reaches."""
        if words is None:
            return
        for reach in reaches(words.value):
            if reach != ALL_SCHEDULES:
                yield self.say(subject, "reach", reach, words.evidence)
                continue
            number = parse_identifier(subject)
            if number and number.record_group:
                yield self.say(
                    record_group_subject(number.record_group),
                    "all-superseded-by",
                    number.schedule,
                    words.evidence,
                )

    def _citation(self, subject: str, citation: Citation) -> Iterator[Statement]:
        subject = citation.of or subject
        dated = citation.date.value if citation.date else None
        readings = [(citation.target, _confidence(citation))] if citation.target else []
        if not readings:
            readings = [(each.target, each.confidence) for each in citation.readings]
        if not readings and citation.relation == "superseded-by":
            yield self.say(subject, "successor-unreadable", citation.printed, citation.evidence, dated=dated)
        if citation.words and citation.target:
            words = citation.words
            yield self.say(
                citation.target,
                "annotation",
                words.value,
                words.evidence,
                dated=dated,
                uncertain="disputed" if citation.disputed else "",
            )
        group = None
        if len(readings) > 1:
            evidence = citation.evidence
            group = f"{self.document.source.sha256[:12]}:{evidence.page}:{evidence.start}:{evidence.end}"
        for target, confidence in readings:
            yield self.say(
                subject,
                citation.relation,
                target,
                citation.evidence,
                dated=dated,
                group=group,
                confidence=confidence,
                printed=citation.printed,
                repairs=citation.repairs,
                proposed=citation.proposed,
                uncertain="disputed" if citation.disputed else "part" if citation.partial else "",
            )


def _confidence(citation: Citation) -> float:
    """How sure the number is that was taken: that of the reading which gives it."""
    return next((each.confidence for each in citation.readings if each.target == citation.target), 1.0)


def unnumbered(sha256: str) -> str:
    """The identifier of a schedule whose number could not be read: unlike any number, equal for equal bytes."""
    return unread_schedule(sha256)


def record_group_subject(record_group: str) -> str:
    """The subject of statements about everything in a record group."""
    return f"{RECORD_GROUP}{record_group}"


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
