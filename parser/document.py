"""A records schedule as one document gives it: what is written, and where, without judging what it means.

Observation and meaning stay apart: a struck line, a stamp and a printed status are kept here as they
stand; what follows from them is decided in `schedgraph.graph`.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.page import Method, Strike
from schedgraph.parser.passage import Extent
from schedgraph.parser.ranked import RankedTarget

UNREAD = "unknown-"
"""What the made-up name of a schedule or an item begins with whose number could not be read."""

Form = Literal["SF-115", "ERA", "NA-1005", "notice", "unknown"]
Relation = Literal["supersedes", "superseded-by", "cites", "does-not-supersede"]
FinalDisposition = Literal["temporary", "permanent"]
Action = Literal["destroy", "delete", "transfer", "retain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A number of another authority and what the text says of it.

    `target` is null where no reading stands out; `readings` then hold them all, best first, and none where
    the number is there but cannot be read.
    `proposed` marks a relation that the text only proposes, `partial` one that it states "in part", `disputed`
    one that another part of the same document denies. `of` is the authority that it is said of where that is
    not the item or schedule which holds it: "superseded by N1-59-1-14, which was in turn superseded by …".
    `words` are what is said of the target itself where that is no relation: "obsolete", "no longer created"; `disputed`
    beside them, that they speak of an end in a way that was not understood.
    """

    relation: Relation
    target: str | None
    printed: str
    evidence: Evidence
    date: Reading[date] | None = None
    readings: tuple[RankedTarget, ...] = ()
    repairs: tuple[str, ...] = ()
    sure: bool = True
    proposed: bool = False
    partial: bool = False
    disputed: bool = False
    of: str | None = None
    words: Reading[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long records are kept. `period` is an ISO 8601 duration; `trigger` the event it counts from."""

    text: str
    action: Action | None = None
    period: str | None = None
    trigger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposition:
    """A disposition instruction in its parts; what was not found is None.

    `limitation` is what an ERA form answers where an item is not media neutral.
    """

    final: Reading[FinalDisposition] | None = None
    instruction: Reading[str] | None = None
    cutoff: Reading[str] | None = None
    transfer: Reading[str] | None = None
    media_neutral: Reading[bool] | None = None
    limitation: Reading[str] | None = None
    retention: Reading[Retention] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Words written on an item later that name no successor: "Rescinded by NARA, 03/02/2004", "Obsolete 3/98"."""

    text: Reading[str]
    date: Reading[date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a schedule. `number` is as printed, `id` canonical.

    Where the number of the item could not be read, or that of its schedule, `id` is a name made up for it
    (`unread_item`, or `unknown-` and the beginning of the document's hash). `under` is the number of the item
    or heading above it, where that has no identifier.
    `struck_by` tells for each of `struck` what strikes it, as measured.
    """

    id: str
    number: str
    parent: str | None
    evidence: Evidence
    under: str | None = None
    title: Reading[str] | None = None
    text: Reading[str] | None = None
    strike: Extent = "none"
    struck: tuple[Reading[str], ...] = ()
    struck_by: tuple[Strike, ...] = ()
    disposition: Disposition = field(default_factory=Disposition)
    status_printed: Reading[str] | None = None
    action_taken: Reading[str] | None = None
    annotations: tuple[Annotation, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading above items: numbered in the outline, without an authority number, and so no authority.

    `parent` and `under` are those of an Item.
    """

    number: str
    evidence: Evidence
    parent: str | None = None
    under: str | None = None
    title: Reading[str] | None = None
    text: Reading[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatoryEvent:
    """One row of the signatory table, or a signature box of the SF-115."""

    action: str
    evidence: Evidence
    date: Reading[date] | None = None
    name: str | None = None
    title: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCounts:
    """The item counts that an ERA schedule prints."""

    total: int | None = None
    permanent: int | None = None
    temporary: int | None = None
    withdrawn: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The header of a schedule: each field as read, None where it was not found or is blank."""

    id: Reading[str] | None = None
    printed: str | None = None
    agency: Reading[str] | None = None
    record_group: Reading[str] | None = None
    major_subdivision: Reading[str] | None = None
    minor_subdivision: Reading[str] | None = None
    subject: Reading[str] | None = None
    applies_to: Reading[str] | None = None
    background: Reading[str] | None = None
    status: Reading[str] | None = None
    stamps: tuple[Reading[str], ...] = ()
    received: Reading[date] | None = None
    certified: Reading[date] | None = None
    approved: Reading[date] | None = None
    printed_on: Reading[date] | None = None
    accurate_as_of: Reading[date] | None = None
    item_counts: ItemCounts = field(default_factory=ItemCounts)
    contact_name: Reading[str] | None = None
    contact_telephone: Reading[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes behind a document. `name` is the file's name, a hint and no evidence of its own."""

    name: str
    sha256: str
    media_type: str
    pages: int
    reading: Method = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleDocument:
    """Everything that one document says, as `parse --format json` prints it."""

    source: Source
    form: Form
    schedule: Schedule
    items: tuple[Item, ...] = ()
    headings: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    events: tuple[SignatoryEvent, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def unread_schedule(sha256: str) -> str:
    """The name of a schedule whose number could not be read: unlike any number, equal for equal bytes."""
    return f"{UNREAD}{sha256[:12]}"


def unread_item(schedule: str, number: str) -> str:
    """The name of an item whose own number could not be read, by its place in the outline."""
    return f"{schedule}/{UNREAD}{number}"
