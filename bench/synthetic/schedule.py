"""A made-up schedule: what stands on its form, before any page is drawn."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Part = Literal["designator", "title", "text", "label", "disposition", "citation", "other"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A disposition: its sentences, and what they say. `final` is None where no word says it."""

    final: str | None
    cutoff: str | None
    retention: str | None
    transfer: str | None
    action: str | None
    period: str | None
    trigger: str | None

    def sentence(self, *, names_final: bool) -> str:
        """The instruction as an SF-115 prints it."""
        parts = [self.cutoff, self.retention, self.transfer]
        if names_final and self.final:
            parts.insert(0, f"{self.final.capitalize()}.")
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A number printed on the form: as printed, the identifier it stands for, and what is said of it."""

    printed: str
    target: str
    relation: str
    where: Literal["column9", "inline", "annotation", "field", "notice", "text"]
    since: date | None = None
    day_printed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item: `path` holds its designators from the schedule down, `struck` the lined-off stretches of each part."""

    path: tuple[str, ...]
    identifier: str | None
    number: str
    title: str
    text: str
    wording: Wording | None
    instruction: str | None
    media_neutral: bool | None = None
    limitation: str | None = None
    citations: tuple[Cited, ...] = ()
    action_taken: str | None = None
    status: str | None = None
    manual: str | None = None
    struck: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    strike_kind: str | None = None
    inserted: str | None = None

    @property
    def parts(self) -> dict[str, str]:
        """The texts that can be struck."""
        texts = {"title": self.title, "text": self.text, "disposition": self.instruction or ""}
        return {name: text for name, text in texts.items() if text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A row of the signatory table."""

    date: date
    action: str
    by: str
    title: str
    organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Everything that one document says. `form` is SF-115, ERA or notice; `revision` names the edition of an SF-115."""

    seed: int
    form: str
    revision: str | None
    identifier: str
    printed: str
    agency: str
    record_group: str
    group_name: str
    department: str
    major: str | None
    minor: str | None
    subject: str
    background: str | None
    applies_to: str | None
    status: str | None
    received: date | None
    certified: date | None
    approved: date | None
    created: date | None
    as_of: date | None
    stamps: tuple[str, ...]
    entries: tuple[Entry, ...]
    signatures: tuple[Signature, ...] = ()
    telephone: str | None = None
    stationery: bool = False
    covers: "Schedule | None" = None
    file_name: str = ""
