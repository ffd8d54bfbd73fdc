"""Who signed the form, when: the agency's certification and the Archivist's approval.

OCR shifts dates between these boxes. A date under "Archivist of the United States" that is the
certification's date again, or an earlier one, is no proof of approval.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schedgraph.parser.dates import DateReading, read_date
from schedgraph.parser.document import SignatoryEvent
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.sf115.head.beside import (
    archivist_in,
    date_below_signature,
    date_by_archivist,
    date_over_labels,
    date_over_title,
    date_said,
    is_on_certificate,
)
from schedgraph.parser.forms.sf115.head.boxes import Box
from schedgraph.parser.forms.sf115.head.certificate import date_on_certificate
from schedgraph.parser.forms.sf115.head.farbelow import far_below
from schedgraph.parser.forms.sf115.head.unowned import unowned_date
from schedgraph.parser.passage import Passage

_NEAR = 3
_ALIGNED = 4
_SIGNER = frozenset({"signature", "signer-title"})
# Lines like "Chief, Records Management Branch"    "Agency Records Officer"    "Deputy Director"
_OFFICE = re.compile(
    r"(?:chief|director|deputy|acting|assistant|associate|agency|departmental|records|head|manager|management"
    r"|officer|administrator|branch|bureau|commissioner|secretary|executive|general|information|staff)\b",
    re.IGNORECASE,
)


# The "9-13-95  (signed)" that one cell holds below the label of the signature alone
_DATE_FIRST = re.compile(
    r"\W*(?:[0-9]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]{0,7}\s{1,3}[0-9])", re.IGNORECASE
)
_APPROVED = re.compile(r"\W*date\s{1,3}approved\b", re.IGNORECASE)


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
    signed = date_by_archivist(lines)
    if certification and signed and _same_place(certification.value, signed):
        # The labels of two boxes ran into one line; whoever signed beside the date owns it.
        certification = None
    place = (certification.value if certification else None) or date_said(lines, "certified")
    below = date_below_signature(lines)
    if place is None and below and not any(_same_place(other, below) for other in (signed, _value(approval))):
        place = below
    if place is None:
        place = date_on_certificate(lines)
    his = [box for box in boxes if box.name in ("archivist", "date-and-archivist")]
    far = far_below([*his, *([approval] if approval else ())], lines, place)
    certified, unclear = date_reading(place or (far.certified if far else None), "certified")
    doubts = list(unclear)
    shown = (_value(approval), signed, date_said(lines, "approved"))
    places = [part for part in shown if part and not is_on_certificate(part, lines)]
    places += [over for over in (date_over_labels(lines), date_over_title(lines)) if over]
    if far:
        places.append(far.approved)
    places += [box.value for box in his if box.value and _DATE_FIRST.match(box.value.text)]
    owned = [box.value for box in boxes if box.value] + [part for part in (place, *places) if part]
    known = [each.value for each in (certified, received) if each]
    if last := unowned_date(lines, owned, known):
        places.append(last)
    if certified and received and _is_the_approvals(certified.value, received.value, places):
        certified = None
    events = []
    title = _title(boxes, certification)
    if certified:
        events.append(
            SignatoryEvent(
                action="Certify",
                evidence=certified.evidence,
                date=certified,
                title=" ".join(title.text.split()) if title else None,
            )
        )
    approved, unclear = _approval(places, certified, received)
    doubts.extend(unclear)
    if approved:
        events.append(
            SignatoryEvent(
                action="Approve",
                evidence=approved.evidence,
                date=approved,
                name=archivist_in(lines),
                title="Archivist of the United States",
            )
        )
    return Signatures(certified=certified, approved=approved, events=tuple(events), doubts=tuple(doubts))


def _is_the_approvals(certified: date, received: date, places: Sequence[Passage]) -> bool:
    """Whether a date taken for the certificate's is the Archivist's: nobody certifies what NARA has received already."""
    days = [read_date(place.text) for place in places]
    return certified > received and any(day and day.value == certified for day in days)


def _approval(
    places: Sequence[Passage], certified: Reading[date] | None, received: Reading[date] | None
) -> tuple[Reading[date] | None, tuple[Doubt, ...]]:
    """The first of the places whose date can be an approval's, else what is doubtful about the first."""
    first: tuple[Doubt, ...] = ()
    for place in places:
        approved, unclear = date_reading(place, "approved")
        if approved and (reason := _not_an_approval(approved.value, certified, received)):
            unclear += (Doubt(code="approval-date-uncertain", message=reason, evidence=approved.evidence),)
        elif approved:
            return approved, unclear
        first = first or unclear
    return None, first


def _value(box: Box | None) -> Passage | None:
    return box.value if box else None


def _same_place(one: Passage | None, other: Passage) -> bool:
    if one is None:
        return False
    here, there = one.evidence(), other.evidence()
    return here.page == there.page and here.start < there.end and there.start < here.end


def date_reading(passage: Passage | None, what: str) -> tuple[Reading[date] | None, tuple[Doubt, ...]]:
    """The date in a box, and a doubt where it can be read in several ways."""
    found = read_date(passage.text) if passage else None
    if passage is None or found is None:
        return None, ()
    evidence = passage.evidence(found.start, found.end, found.confidence)
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
    """Whose date it is: told by the labels of its row, of its column, and by its neighbours."""
    box = boxes[index]
    if box.name == "date-and-archivist" or _APPROVED.match(box.cell.passage.text):
        return "approval"
    if box.name == "date-and-signature":
        return "certification"
    return (
        _owner_in_cell(boxes, box)
        or _owner_in_row(boxes, box)
        or _owner_in_column(boxes, box)
        or _owner_by_order(boxes, index)
    )


def _owner_in_cell(boxes: Sequence[Box], box: Box) -> str | None:
    """The only party in the cell of a table with the date: "DATE 12/9/83 ARCHIVIST OF THE UNITED STATES"."""
    cell = [each for each in boxes if each.row == box.row and each.cell.index == box.cell.index]
    parties = {_party(each) for each in cell if box.cell.tabbed} - {"date", ""}
    return parties.pop() if len(parties) == 1 else None


def _owner_in_row(boxes: Sequence[Box], box: Box) -> str | None:
    row = [each for each in boxes if each.row == box.row and _party(each)]
    # A heading may stand in the row of the boxes beside it: "6. CERTIFICATE OF …   Date   Archivist of …".
    signing = [each for each in row if each.name in ("date", "archivist", *_SIGNER)]
    row = signing if any(each.name != "date" for each in signing) else row
    parties = {_party(each) for each in row} - {"date"}
    if len(parties) < 2:
        return parties.pop() if parties else None
    # In one row both sign: a row that a date begins has each date before its owner.
    place = row.index(box)
    leads = _party(row[0]) == "date"
    others = row[place + 1 :] if leads else row[:place][::-1]
    return next((party for each in others if (party := _party(each)) != "date"), None)


def _owner_in_column(boxes: Sequence[Box], box: Box) -> str | None:
    """The nearest party above or below in the same column; of two as near, the one below signs here."""
    near = [
        (abs(each.row - box.row), each.row < box.row, party)
        for each in boxes
        if 0 < abs(each.row - box.row) <= _NEAR and _same_column(each, box) and (party := _party(each))
    ]
    return next((party for _, _, party in sorted(near) if party != "date"), None)


def _same_column(one: Box, other: Box) -> bool:
    if one.cell.tabbed or other.cell.tabbed:
        return one.cell.tabbed == other.cell.tabbed and one.cell.index == other.cell.index
    return (
        abs(one.cell.column - other.cell.column) <= _ALIGNED and min(one.cell.column, other.cell.column) > 0
    )


def _party(box: Box) -> str:
    """Who a label belongs to, `date` for a date of unknown owner, empty for any other label."""
    if box.name in _SIGNER or box.name in ("certification", "certification-text", "checkboxes"):
        return "certification"
    if box.name in ("archivist", "notification", "notification-text"):
        return "approval"
    return "date" if box.name == "date" else ""


def _owner_by_order(boxes: Sequence[Box], index: int) -> str:
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


def _rest(passage: Passage, found: DateReading | None) -> Passage | None:
    if found is None:
        return passage
    after, before = passage.part(found.end), passage.part(0, found.start)
    return after or before or None
