"""Who signed the form, when: the agency's certification and the Archivist's approval.

OCR shifts dates between these boxes. A date under "Archivist of the United States" that is the
certification's date again, or an earlier one, is no proof of approval.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from schedgraph.parser.dates import DateReading, read_date
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.sf115.boxes import Box
from schedgraph.parser.passage import Passage

_SIGNER = frozenset({"signature", "signer-title"})
# Lines like "Chief, Records Management Branch"    "Agency Records Officer"    "Deputy Director"
_OFFICE = re.compile(
    r"(?:chief|director|deputy|acting|assistant|associate|agency|departmental|records|head|manager|management"
    r"|officer|administrator|branch|bureau|commissioner|secretary|executive|general|information|staff)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatures:
    """The dates of certification and approval, the events that they are, and what is doubtful."""

    certified: Reading[date] | None = None
    approved: Reading[date] | None = None
    events: tuple[SignatoryEvent, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_signatures(
    boxes: Sequence[Box], lines: Sequence[Passage], received: Reading[date] | None
) -> Signatures:
    """What the signature boxes show; on `lines`, those of the form's head, the Archivist may have signed."""
    certification, approval = _date_boxes(boxes)
    certified, unclear = date_reading(certification.value if certification else None, "certified")
    doubts = list(unclear)
    events = []
    title = _title(boxes, certification)
    if certified:
        events.append(
            SignatoryEvent(
                action="certify",
                evidence=certified.evidence,
                date=certified,
                title=" ".join(title.text.split()) if title else None,
            )
        )
    approved, unclear = date_reading(approval.value if approval else None, "approved")
    doubts.extend(unclear)
    if approved and (reason := _not_an_approval(approved.value, certified, received)):
        doubts.append(Doubt(code="approval-date-uncertain", message=reason, evidence=approved.evidence))
        approved = None
    if approved:
        events.append(
            SignatoryEvent(
                action="approve",
                evidence=approved.evidence,
                date=approved,
                name=_archivist(lines),
                title="Archivist of the United States",
            )
        )
    return Signatures(certified=certified, approved=approved, events=tuple(events), doubts=tuple(doubts))


def date_reading(passage: Passage | None, what: str) -> tuple[Reading[date] | None, tuple[Doubt, ...]]:
    """The date in a box, and a doubt where it can be read in several ways."""
    found = read_date(passage.text) if passage else None
    if passage is None or found is None:
        return None, ()
    evidence = passage.evidence(found.start, found.end)
    if found.value is None:
        days = " or ".join(day.isoformat() for day in found.readings)
        message = f"The date {what} can be read as {days}; none was taken."
        return None, (Doubt(code="date-ambiguous", message=message, evidence=evidence),)
    doubts: tuple[Doubt, ...] = ()
    if found.repairs:
        message = f"The date {what} was repaired ({', '.join(found.repairs)})."
        doubts = (Doubt(code="date-repaired", message=message, evidence=evidence),)
    return Reading(value=found.value, evidence=evidence, repairs=found.repairs), doubts


def _not_an_approval(
    approved: date, certified: Reading[date] | None, received: Reading[date] | None
) -> str | None:
    if certified and approved == certified.value:
        return (
            f"{approved.isoformat()} stands in the Archivist's place but is the date of the agency's "
            "certification; approval is not shown."
        )
    earlier = next((each for each in (certified, received) if each and approved < each.value), None)
    if earlier:
        day = earlier.value.isoformat()
        return f"{approved.isoformat()} stands in the Archivist's place but is earlier than {day}."
    return None


def _date_boxes(boxes: Sequence[Box]) -> tuple[Box | None, Box | None]:
    """The certification's date box and the Archivist's."""
    certification = approval = None
    for index, box in enumerate(boxes):
        if box.kind != "date" or box.name == "date-received":
            continue
        owner = _owner(boxes, index)
        if owner == "certification" and (
            certification is None or (certification.value is None and box.value)
        ):
            certification = box
        elif owner == "approval" and (approval is None or (approval.value is None and box.value)):
            approval = box
    return certification, approval


def _owner(boxes: Sequence[Box], index: int) -> str:
    box = boxes[index]
    if box.name == "date-and-archivist":
        return "approval"
    if box.name == "date-and-signature":
        return "certification"
    if "archivist" in box.beside and not _SIGNER & set(box.beside):
        return "approval"
    if _SIGNER & set(box.beside):
        return "certification"
    before = boxes[index - 1].name if index else ""
    after = boxes[index + 1].name if index + 1 < len(boxes) else ""
    if after == "archivist":
        return "approval"
    if (
        before in _SIGNER
        or after in _SIGNER
        or before in ("certification", "certification-text", "checkboxes")
    ):
        return "certification"
    return "approval" if before in ("archivist", "notification", "notification-text") else "certification"


def _title(boxes: Sequence[Box], certification: Box | None) -> Passage | None:
    titles = [box.value for box in boxes if box.name == "signer-title" and box.value]
    if titles:
        return titles[-1]
    if certification and certification.name == "date-and-signature" and certification.value:
        rest = _rest(certification.value, read_date(certification.value.text))
        return rest if rest and _OFFICE.match(rest.text) else None
    return None


def _archivist(lines: Sequence[Passage]) -> str | None:
    """The Archivist's name as signed or typed; only a name that an Archivist had is taken."""
    for passage in lines:
        letters = "".join(passage.text.casefold().split())
        for name in _archivists():
            if "".join(name.casefold().split()) in letters:
                return name
    return None


def _rest(passage: Passage, found: DateReading | None) -> Passage | None:
    if found is None:
        return passage
    after, before = passage.slice(found.end).strip(), passage.slice(0, found.start).strip()
    return after or before or None


@cache
def _archivists() -> tuple[str, ...]:
    data = tomllib.loads(
        files("schedgraph.parser.forms.sf115").joinpath("archivists.toml").read_text(encoding="utf-8")
    )
    return tuple(row["name"] for row in data["archivist"])
