"""A schedule document as the JSON that `parse --format json` prints and the ledger keeps.

The keys are a public contract; dates are ISO 8601, periods ISO 8601 durations, and what was not found
is null.
"""

from dataclasses import fields
from typing import Any, TypeVar

from schedgraph.parser.document import (
    UNREAD,
    Citation,
    Disposition,
    Heading,
    Item,
    Schedule,
    ScheduleDocument,
    SignatoryEvent,
)
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.evidence_json import evidence_json

__all__ = ["transcript", "without_contacts", "evidence_json"]

T = TypeVar("T")
Json = dict[str, Any]


def transcript(document: ScheduleDocument, *, contacts: bool = True) -> Json:
    """The JSON object of a document; without `contacts`, the contact persons of an NA-1005 are left out."""
    source = document.source
    read: Json = {
        "document": {
            "source": source.name,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "form": document.form,
            "pages": source.pages,
            "reading": source.reading,
        },
        "schedule": _schedule(document.schedule, _is_number_doubted(document)),
        "items": _items(document),
        "citations": [_citation(citation) for citation in document.citations],
        "events": [_event(event) for event in document.events],
        "warnings": [_warning(doubt) for doubt in document.doubts],
    }
    return read if contacts else without_contacts(read)


def without_contacts(read: Json) -> Json:
    """The transcript of an NA-1005 without its contact persons; that of any other form as it is.

    Their names, e-mail addresses and telephones are kept in the store and given only where they are asked for.
    """
    if read["document"]["form"] != "NA-1005":
        return read
    return {**read, "schedule": {**read["schedule"], "contact": {"name": None, "telephone": None}}}


def _known(identifier: str | None) -> str | None:
    """An item of a schedule without a readable number has no identifier that a script could rely on."""
    return None if identifier is None or UNREAD in identifier else identifier


def _value(reading: Reading[T] | None) -> T | None:
    return None if reading is None else reading.value


def _date(reading: Reading[Any] | None) -> str | None:
    return None if reading is None else reading.value.isoformat()


_NUMBER_DOUBTS = frozenset(
    {
        "number-repaired",
        "number-readings-differ",
        "number-from-file-name",
        "number-from-notice",
        "number-unlabelled",
        "number-differs",
        "number-differs-from-file-name",
        "schedule-number-disagrees",
        "schedule-number-from-another-place",
    }
)
"""Doubts that, at the place of the schedule's number or at none, keep it from being sure."""


def _is_number_doubted(document: ScheduleDocument) -> bool:
    number = document.schedule.id
    return number is not None and any(
        doubt.code in _NUMBER_DOUBTS and doubt.evidence in (None, number.evidence)
        for doubt in document.doubts
    )


def _schedule(schedule: Schedule, doubted: bool) -> Json:
    counts = schedule.item_counts
    return {
        "id": _value(schedule.id),
        "printed": schedule.printed,
        "sure": schedule.id is not None and not doubted,
        "repairs": list(schedule.id.repairs) if schedule.id else [],
        "agency": _value(schedule.agency),
        "record_group": _value(schedule.record_group),
        "major_subdivision": _value(schedule.major_subdivision),
        "minor_subdivision": _value(schedule.minor_subdivision),
        "subject": _value(schedule.subject),
        "applies_to": _value(schedule.applies_to),
        "background": _value(schedule.background),
        "status": _value(schedule.status),
        "stamps": [stamp.value for stamp in schedule.stamps],
        "dates": {
            "received": _date(schedule.received),
            "certified": _date(schedule.certified),
            "approved": _date(schedule.approved),
            "printed": _date(schedule.printed_on),
            "accurate_as_of": _date(schedule.accurate_as_of),
        },
        "item_counts": {
            "total": counts.total,
            "permanent": counts.permanent,
            "temporary": counts.temporary,
            "withdrawn": counts.withdrawn,
        },
        "contact": {"name": _value(schedule.contact_name), "telephone": _value(schedule.contact_telephone)},
        "evidence": evidence_json(schedule.id.evidence) if schedule.id else None,
    }


def _items(document: ScheduleDocument) -> list[Json]:
    """The items in their order, each heading before the first item that stands under it."""
    waiting = list(document.headings)
    read: list[Json] = []
    for item in document.items:
        above = [heading for heading in waiting if item.number.startswith(f"{heading.number}.")]
        waiting = [heading for heading in waiting if heading not in above]
        read += [*map(_heading, above), _item(item)]
    return [*read, *map(_heading, waiting)]


def _heading(heading: Heading) -> Json:
    """A heading as an item that has no identifier, no disposition and no citation."""
    shown = {each.name: getattr(heading, each.name) for each in fields(heading)}
    return {**_item(Item(id=UNREAD, **shown)), "heading": True}


def _item(item: Item) -> Json:
    return {
        "id": _known(item.id),
        "number": item.number,
        "heading": False,
        "parent": _known(item.parent) or item.under,
        "title": _value(item.title),
        "text": _value(item.text),
        "strike": item.strike,
        "struck": [part.value for part in item.struck],
        "strikes": [
            {
                "text": part.value,
                "kind": strike.kind,
                "height": strike.height,
                "coverage": strike.coverage,
                "thickness": strike.thickness,
                "slope": strike.slope,
                "evidence": evidence_json(part.evidence),
            }
            for part, strike in zip(item.struck, item.struck_by, strict=False)
        ],
        "disposition": _disposition(item.disposition),
        "status_printed": _value(item.status_printed),
        "action_taken": _value(item.action_taken),
        "annotations": [
            {"text": each.text.value, "date": _date(each.date), "evidence": evidence_json(each.text.evidence)}
            for each in item.annotations
        ],
        "citations": [_citation(citation) for citation in item.citations],
        "evidence": evidence_json(item.evidence),
    }


def _disposition(disposition: Disposition) -> Json:
    retention = disposition.retention.value if disposition.retention else None
    return {
        "final": _value(disposition.final),
        "instruction": _value(disposition.instruction),
        "cutoff": _value(disposition.cutoff),
        "transfer": _value(disposition.transfer),
        "media_neutral": _value(disposition.media_neutral),
        "limitation": _value(disposition.limitation),
        "retention": {
            "action": retention.action if retention else None,
            "period": retention.period if retention else None,
            "trigger": retention.trigger if retention else None,
            "text": retention.text if retention else None,
        },
        "evidence": evidence_json(disposition.instruction.evidence) if disposition.instruction else None,
    }


def _citation(citation: Citation) -> Json:
    return {
        "relation": citation.relation,
        "target": citation.target,
        "printed": citation.printed,
        "date": _date(citation.date),
        "sure": citation.sure,
        "proposed": citation.proposed,
        "partial": citation.partial,
        "disputed": citation.disputed,
        **({"of": citation.of} if citation.of else {}),
        **({"words": citation.words.value} if citation.words else {}),
        "repairs": list(citation.repairs),
        "readings": [
            {"target": each.target, "confidence": round(each.confidence, 3)} for each in citation.readings
        ],
        "evidence": evidence_json(citation.evidence),
    }


def _event(event: SignatoryEvent) -> Json:
    return {
        "date": _date(event.date),
        "action": event.action,
        "name": event.name,
        "title": event.title,
        "organization": event.organization,
        "evidence": evidence_json(event.evidence),
    }


def _warning(doubt: Doubt) -> Json:
    return {
        "code": doubt.code,
        "message": doubt.message,
        "evidence": evidence_json(doubt.evidence) if doubt.evidence else None,
    }
