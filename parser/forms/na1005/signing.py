"""Who signed an NA-1005: two officials of the agency, and the Chief Records Officer for NARA."""

import re
from dataclasses import dataclass
from datetime import date

from schedgraph.parser.dates import read_date
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.na1005.answers import Answers, is_blank, vocabulary
from schedgraph.parser.forms.signatories.people import is_name
from schedgraph.parser.passage import Passage

_DAMAGED = 0.6
#   Manager; Jo Do    Head, Records Section - Jo Do    Jo Do, Chief Information Officer
_PARTS = re.compile(r"\s*(?:;|[\r\n]+|,|\s[-–—/]\s)\s*")
_LONGEST_DEGREE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """The events in the order of the form, the dates that they give, and NARA's decision as it is ticked."""

    events: tuple[SignatoryEvent, ...]
    certified: Reading[date] | None
    approved: Reading[date] | None
    status: Reading[str] | None
    doubts: tuple[Doubt, ...]


def read_signing(answers: Answers) -> Signing:
    """The signature rows. The agency's "Approved" certifies; only NARA's approves (memo AC 32.2016)."""
    doubts: list[Doubt] = []
    officer, officer_date = _agency_row(answers, "records-officer", doubts)
    senior, senior_date = _agency_row(answers, "senior-official", doubts)
    status = _status(answers, doubts)
    signed_on = read_day(answers.text("archives-date"), "NARA's decision", doubts)
    approved_on = read_day(answers.text("approved-date"), "NARA's approval", doubts)
    archives_date = approved_on or signed_on
    if approved_on and signed_on and approved_on.value != signed_on.value:
        message = f"NARA's approval is dated {approved_on.value}, and its signature {signed_on.value}."
        doubts.append(Doubt(code="dates-differ", message=message, evidence=approved_on.evidence))
    action = {"Approved": "Approve", "Denied": "Deny"}.get(status.value if status else "", "Sign")
    archives = _event(answers, "archives", action, archives_date)
    approved = archives_date if status and status.value == "Approved" else None
    if status and status.value == "Approved" and approved is None:
        message = "NARA's approval is ticked, and no date of it could be read."
        doubts.append(Doubt(code="approval-date-missing", message=message, evidence=status.evidence))
    return Signing(
        events=tuple(each for each in (officer, senior, archives) if each),
        certified=senior_date or officer_date,
        approved=approved,
        status=status,
        doubts=tuple(doubts),
    )


def read_day(passage: Passage | None, what: str, doubts: list[Doubt]) -> Reading[date] | None:
    """The day in a date field; one that is damaged or no day is told in `doubts`."""
    if passage is None or is_blank(passage.text):
        return None
    found = read_date(passage.text)
    if found and found.value:
        evidence = passage.evidence(found.start, found.end, found.confidence)
        if found.repairs:
            message = f'The date of {what}, "{passage.text}", is damaged and was read as {found.value}.'
            doubts.append(Doubt(code="date-repaired", message=message, evidence=evidence))
        return Reading(value=found.value, evidence=evidence, repairs=found.repairs)
    ways = " or ".join(day.isoformat() for day in found.readings) if found else "no day of the calendar"
    message = f'The date of {what}, "{" ".join(passage.text.split())[:40]}", reads as {ways}.'
    doubts.append(Doubt(code="date-unread", message=message, evidence=passage.evidence(confidence=_DAMAGED)))
    return None


def _agency_row(
    answers: Answers, role: str, doubts: list[Doubt]
) -> tuple[SignatoryEvent | None, Reading[date] | None]:
    """A row of the agency: it certifies unless its box is shown unticked."""
    title = vocabulary().roles[role]
    day = read_day(answers.text(f"{role}-date"), f"the {title}'s approval", doubts)
    box = answers.boxes.get(f"{role}-box")
    signed = answers.text(role)
    if signed is None and day is None:
        return None, None
    if box is None or box.ticked:
        return _event(answers, role, "Certify", day), day
    message = f"The {title} signed, and the box of approval is not ticked."
    evidence = signed.evidence() if signed else box.place.evidence()
    doubts.append(Doubt(code="signature-unticked", message=message, evidence=evidence))
    return _event(answers, role, "Sign", day), None


def _status(answers: Answers, doubts: list[Doubt]) -> Reading[str] | None:
    """Approved or Denied, where exactly one is ticked."""
    approved, denied = (answers.boxes.get(name) for name in ("archives-approved", "archives-denied"))
    said = [
        (word, box.place)
        for word, box in (("Approved", approved), ("Denied", denied))
        if box is not None and box.ticked
    ]
    if len(said) == 1:
        word, place = said[0]
        return Reading(value=word, evidence=place.evidence())
    if said:
        message = "NARA's boxes for approved and denied are both ticked."
        doubts.append(Doubt(code="status-contradictory", message=message, evidence=said[0][1].evidence()))
    elif approved is denied is None and (day := read_day(answers.text("approved-date"), "", [])):
        # A form without these boxes gives the day of its approval where NARA fills it in.
        return Reading(value="Approved", evidence=day.evidence)
    else:
        message = "NARA's approval is not ticked, so the form does not show that it was approved."
        signed = answers.text("archives") or answers.text("archives-date")
        evidence = signed.evidence() if signed else None
        doubts.append(Doubt(code="approval-not-shown", message=message, evidence=evidence))
    return None


def _event(answers: Answers, role: str, action: str, day: Reading[date] | None) -> SignatoryEvent | None:
    signed = answers.text(role)
    places = [place for place in (signed, answers.text(f"{role}-date") if day else None) if place is not None]
    if not places:
        return None
    name, written = _divided(signed.text) if signed and not is_blank(signed.text) else (None, None)
    title = vocabulary().roles[role]
    return SignatoryEvent(
        action=action,
        evidence=Passage.join(places).evidence(),
        date=day,
        name=name,
        title=f"{title}; {written}" if written else title,
    )


def _divided(written: str) -> tuple[str | None, str | None]:
    """The name and the job title of a cell that asks for both; what holds no plain name is kept as the title."""
    whole = " ".join(written.split())
    if is_name(whole):
        return whole, None
    parts = [part for part in _PARTS.split(written.strip()) if part]
    named = next((index for index, part in enumerate(parts) if is_name(part)), None)
    if named is None:
        return None, whole
    # "Ph.D." and "CRM" behind a name are no title.
    behind = [part for part in parts[named + 1 :] if len(part) > _LONGEST_DEGREE]
    title = ", ".join(" ".join(part.split()) for part in (*parts[:named], *behind))
    return parts[named], title or None
