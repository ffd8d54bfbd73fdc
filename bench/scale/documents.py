"""The planned schedules as documents, with the places at which a reader would have found everything."""

import hashlib
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import TypeVar

from bench.scale.plan import GENERAL, Planned, Size, planned, predecessor, replacements, successor
from schedgraph.parser.document import (
    Annotation,
    Citation,
    Disposition,
    Item,
    Retention,
    Schedule,
    ScheduleDocument,
    SignatoryEvent,
    Source,
)
from schedgraph.parser.evidence import Evidence, Reading

T = TypeVar("T")
SERIES = ("Case files", "Correspondence", "Master file", "Input records", "System documentation", "Outputs")
SUBJECTS = ("enforcement", "licensing", "grants", "inspection", "housing", "research", "accident", "budget")


def documents(size: Size, first: int = 0, last: int | None = None) -> Iterator[ScheduleDocument]:
    """The documents numbered from `first` up to and without `last`."""
    for number in range(first, size.schedules if last is None else last):
        yield document(size, number)


def document(size: Size, number: int) -> ScheduleDocument:
    """One document, the same for the same size and number."""
    return _Writer(size, planned(size, number)).document()


class _Writer:
    """Writes one document; the place runs on with every piece of text, a page being 3,000 characters."""

    def __init__(self, size: Size, plan: Planned) -> None:
        self.size = size
        self.plan = plan
        self.at = 0
        self.chance = Random(f"{size.seed}:{plan.number}:words")

    def place(self, quote: str) -> Evidence:
        start = self.at % 3000
        page = self.at // 3000 + 1
        self.at += len(quote) + 1
        return Evidence(page=page, quote=quote, start=start, end=start + len(quote))

    def read(self, value: T, quote: str | None = None) -> Reading[T]:
        return Reading(value=value, evidence=self.place(str(value) if quote is None else quote))

    def day(self, value: date | None) -> Reading[date] | None:
        return None if value is None else self.read(value, value.strftime("%m/%d/%Y"))

    def document(self) -> ScheduleDocument:
        plan = self.plan
        head = Schedule(
            id=self.read(plan.id),
            printed=plan.id,
            agency=self.read(f"Agency of record group {plan.record_group}"),
            record_group=self.read(plan.record_group),
            subject=self.read(f"{self.chance.choice(SUBJECTS).title()} records"),
            applies_to=self.read("Agency-wide") if plan.era else None,
            status=self.read("Returned Without Action" if plan.returned else "Approved")
            if plan.era
            else None,
            stamps=(self.read("INACTIVE - ALL ITEMS SUPERSEDED"),) if plan.stamped else (),
            approved=self.day(plan.approved),
            printed_on=self.day(plan.printed),
        )
        before = predecessor(self.size, plan.number)
        cited: tuple[Citation, ...] = ()
        if before is not None and before.whole:
            cited = (self.cite("supersedes", before.id, None),)
        return ScheduleDocument(
            source=Source(
                name=f"{plan.id.lower()}.txt",
                sha256=hashlib.sha256(
                    f"{self.size.seed}:{self.size.schedules}:{plan.number}".encode()
                ).hexdigest(),
                media_type="text/plain",
                pages=3,
            ),
            form="ERA" if plan.era else "SF-115",
            schedule=head,
            items=tuple(self.item(place) for place in range(len(plan.paths))),
            citations=cited,
            events=self.events(),
        )

    def events(self) -> tuple[SignatoryEvent, ...]:
        if self.plan.returned:
            return (
                SignatoryEvent(action="Return Without Action", evidence=self.place("Return Without Action")),
            )
        if self.plan.approved is None:
            return ()
        return (
            SignatoryEvent(
                action="Approve", evidence=self.place("Approve"), date=self.day(self.plan.approved), name=None
            ),
        )

    def item(self, place: int) -> Item:
        plan, identifier, fate = self.plan, self.plan.item(place), self.plan.fates[place]
        words = f"{self.chance.choice(SERIES)} on {self.chance.choice(SUBJECTS)}, {place + 1}"
        years = self.chance.choice((1, 2, 3, 5, 6, 7, 10, 15, 25, 75))
        permanent = self.chance.random() < 0.1
        rest = f"Destroy {years} year(s) after cutoff."
        told = "Transfer to the National Archives." if permanent else rest
        holder = identifier.rpartition("/")[0]
        return Item(
            id=identifier,
            number=str(place + 1) if plan.era else plan.paths[place].replace("/", "."),
            parent=holder if not plan.era and holder != plan.id else None,
            evidence=self.place(words),
            title=self.read(words),
            text=self.read(
                f"{words}. Records created and received by the program; paper and electronic. " * 2
            ),
            disposition=Disposition(
                final=self.read("permanent" if permanent else "temporary"),
                instruction=self.read(f"Cut off at end of fiscal year. {told}"),
                cutoff=self.read("Cut off at end of fiscal year"),
                retention=None
                if permanent
                else self.read(
                    Retention(text=rest, action="destroy", period=f"P{years}Y", trigger="cutoff"), rest
                ),
            ),
            status_printed=self.read("Active") if plan.era and not plan.returned else None,
            action_taken=self.read("Withdrawn") if fate == "withdrawn" and not plan.era else None,
            annotations=(Annotation(text=self.read("Obsolete"), date=None),) if fate == "ended" else (),
            citations=tuple(self.citations(identifier)),
        )

    def cite(self, relation: str, target: str, day: date | None) -> Citation:
        return Citation(
            relation=relation,  # type: ignore[arg-type]
            target=target,
            printed=target,
            evidence=self.place(target),
            date=self.day(day),
        )

    def citations(self, identifier: str) -> Iterator[Citation]:
        """On the old schedule where it was annotated later, else on the new one."""
        plan = self.plan
        after, before = successor(self.size, plan.number), predecessor(self.size, plan.number)
        if after is not None:
            day = after.approved or after.printed
            for old, new in replacements(plan, after):
                if old == identifier and (plan.annotated or new in GENERAL):
                    yield self.cite("superseded-by", new, day)
        if before is not None:
            for old, new in replacements(before, plan):
                if new == identifier and not before.annotated:
                    yield self.cite("supersedes", old, None)
            if before.circular and identifier == plan.item(0):
                yield self.cite("superseded-by", before.item(0), plan.approved)
