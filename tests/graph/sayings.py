"""Random statements of every kind that a verdict can hang on, about a few schedules of several families.

Unlike `histories` they need not make sense: what is said of authorities is thrown together, so that rules meet in ways
that no document would bring about. The same seed gives the same statements.
"""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from random import Random

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence

PATHS = ("", "/1", "/1/a", "/1/b", "/1/a/1", "/2", "/3")
WORDS = {
    "schedule-status": ("Approved", "Returned Without Action", "Withdrawn", "Proposed", "Inactive", "unclear"),
    "stamp": (
        "INACTIVE - ALL ITEMS SUPERSEDED", "WITHDRAWN", "NOTICE - SOME ITEMS SUPERSEDED", "DRAFT", "odd",
    ),
    "event": ("Return Without Action", "Approve", "Certify"),
    "item-status": ("Active", "Superseded", "Withdrawn", "Rescinded"),
    "action-taken": ("Withdrawn", "disposition not approved", "Approved as amended", "what?"),
    "annotation": ("Obsolete", "Rescinded by NARA", "initials", "what?"),
    "strike": ("full", "partial"),
    "struck-disposition": ("full",),
    "successor-unreadable": ("N1-???",),
    "reach": ("not-retroactive", "optional"),
}  # fmt: skip
UNHEARD = ("title", "final-disposition", "certified", "cites")


def sayings(seed: int, schedules: int = 6, odd: float = 0.15, straight: float = 0.0) -> list[Statement]:
    """Statements on so many schedules.

    `odd` is the share of those that concern more than one authority at a time, `straight` that of claims by which a
    schedule is replaced by one further on, so that they make no circles.
    """
    return _Sayer(Random(seed), schedules, odd, straight).all()


class _Sayer:
    def __init__(self, chance: Random, schedules: int, odd: float, straight: float) -> None:
        self.chance = chance
        self.odd = odd
        self.straight = straight
        self.place = 0
        self.schedules = [self._schedule(number) for number in range(schedules)]
        self.found: list[Statement] = []

    def _schedule(self, number: int) -> str:
        kind = self.chance.choice("nnnneeeg")
        group = self.chance.choice((100, 100, 200))
        if kind == "n":
            return f"N1-{group}-9{self.chance.randrange(4)}-{number + 1:03}"
        return (
            f"DAA-0{group}-201{self.chance.randrange(4)}-{number + 1:04}"
            if kind == "e"
            else f"GRS {number + 1}.1"
        )

    def item(self) -> str:
        return self.below(self.chance.choice(self.schedules))

    def below(self, schedule: str) -> str:
        path = self.chance.choice(PATHS)
        if schedule.startswith("DAA-"):
            return schedule + f"-000{self.chance.randrange(1, 5)}" if path else schedule
        if schedule.startswith("GRS"):
            return schedule + f"/0{self.chance.randrange(1, 4)}0" if path else schedule
        return schedule + path

    def day(self) -> date:
        return date(2014, 6, 1) + timedelta(days=self.chance.choice((0, 100, 200, 300, 400, -9000, -8000)))

    def say(self, subject: str, predicate: str, value: str, document: str, **more: object) -> None:
        self.place += self.chance.choice((3, 3, 60))
        evidence = Evidence(page=1, quote=value, start=self.place, end=self.place + 2)
        said = Statement(
            subject=subject, predicate=predicate, object=value, document=document, evidence=evidence, **more
        )  # type: ignore[arg-type]
        self.found.append(said)

    def all(self) -> list[Statement]:
        for number, schedule in enumerate(self.schedules):
            for copy in range(self.chance.choice((0, 1, 1, 1, 1, 2))):
                self._document(schedule, f"{number * 10 + copy:064}")
        for _ in range(self.chance.randrange(8)):
            self._claim(self.item(), f"{self.chance.randrange(6) * 10:064}")
        for _ in range(self.chance.randrange(6)):
            if self.chance.random() < self.odd * 3:
                self._odd()
        return list({each.key: each for each in self.found}.values())

    def _document(self, schedule: str, document: str) -> None:
        known = self.day() if self.chance.random() < 0.4 else None
        self.say(
            schedule,
            "form",
            self.chance.choice(("SF-115", "ERA", "notice", "SF-115")),
            document,
            known_by=known,
        )
        if self.chance.random() < 0.8:
            self.say(schedule, "approved", self.day().isoformat(), document, known_by=known)
        for predicate in ("schedule-status", "stamp", "event"):
            if self.chance.random() < 0.15:
                dated = self.day() if predicate == "event" else None
                self.say(
                    schedule,
                    predicate,
                    self.chance.choice(WORDS[predicate]),
                    document,
                    known_by=known,
                    dated=dated,
                )
        for item in sorted({self.below(schedule) for _ in range(7)} - {schedule}):
            if self.chance.random() < 0.9:
                self.say(item, "item-of", schedule, document, known_by=known)
            self._about(item, document, known)

    def _about(self, item: str, document: str, known: date | None) -> None:
        for predicate in (
            "item-status",
            "action-taken",
            "annotation",
            "strike",
            "struck-disposition",
            "successor-unreadable",
        ):
            if self.chance.random() < 0.08:
                dated = self.day() if self.chance.random() < 0.3 else None
                self.say(
                    item,
                    predicate,
                    self.chance.choice(WORDS[predicate]),
                    document,
                    known_by=known,
                    dated=dated,
                )
        for predicate in UNHEARD[:2]:
            if self.chance.random() < 0.3:
                self.say(item, predicate, self.chance.choice(("permanent", "temporary")), document)
        for _ in range(self.chance.choice((0, 0, 0, 1, 1, 2))):
            self._claim(item, document)

    def _claim(self, subject: str, document: str) -> None:
        predicate = self.chance.choice(
            ("superseded-by", "superseded-by", "supersedes", "supersedes", "cites")
        )
        more: dict[str, object] = {
            "dated": self.day() if self.chance.random() < 0.4 else None,
            "known_by": self.day() if self.chance.random() < 0.2 else None,
            "uncertain": self.chance.choice(("",) * 8 + ("target", "succession", "part", "disputed")),
            "proposed": self.chance.random() < 0.1,
            "repairs": ("I→1",) if self.chance.random() < 0.1 else (),
            "source": self.chance.choice(("document",) * 5 + ("fact", "correction")),
        }
        self.say(
            subject, predicate, self._other(subject, forward=predicate != "supersedes"), document, **more
        )
        if self.chance.random() < self.odd / 4:
            group = f"g{self.place}"
            for _ in range(2):
                self.say(subject, predicate, self.item(), document, group=group, printed="one or other")

    def _other(self, subject: str, *, forward: bool) -> str:
        place = next(at for at, each in enumerate(self.schedules) if subject.startswith(each))
        beyond = self.schedules[place + 1 :] if forward else self.schedules[:place]
        if beyond and self.chance.random() < self.straight:
            return self.below(self.chance.choice(beyond))
        return self.item()

    def _odd(self) -> None:
        kind = self.chance.randrange(9)
        one, other, document = self.item(), self.item(), f"{self.chance.randrange(6) * 10:064}"
        if kind < 3:
            self.say(one, ("does-not-supersede", "same-as", "part-of")[kind], other, document)
        elif kind == 3:
            self.say(one, "reach", self.chance.choice(WORDS["reach"]), document)
        elif kind == 4:
            self.say(one, "takes" if self.chance.random() < 0.5 else "declines", other, document)
        elif kind == 5:
            self.say(
                one,
                "election",
                self.chance.choice(("taken by 100", "not taken by 200", f"taken by {other}")),
                document,
            )
        elif kind == 6:
            self.say(
                f"RG {self.chance.choice((100, 200))}",
                "all-superseded-by",
                self.chance.choice(self.schedules),
                document,
            )
        elif kind == 7:
            self.say(one, "misprinted-in", other, document, group="m")
            self.say(one, "misprinted-for", self.item(), document, group="m")
        else:
            self.say("RG 100", "capstone-form", self.chance.choice(self.schedules), document)


def ledger_of(told: Iterable[Statement]) -> Ledger:
    """A ledger in memory that says just this."""
    connection = sqlite3.connect(":memory:")
    connection.isolation_level = None
    for part in (
        files("schedgraph.graph.ledger").joinpath("schema.sql").read_text(encoding="utf-8").split(";\n")
    ):
        connection.execute(part)
    ledger = Ledger(connection, Path())
    by_source: dict[str, dict[str, Statement]] = {}
    for each in told:
        by_source.setdefault(each.document, {})[each.key] = each
    with ledger.writing():
        for source, found in by_source.items():
            ledger.statements.put(source, found)
    return ledger


def much_alike(seed: int, copies: int = 8, changes: int = 4, **more: float) -> list[Statement]:
    """The same statements again and again for other schedules and a day later each time, some of them changed."""
    chance = Random(f"alike {seed}")
    first = sayings(seed, **more)  # type: ignore[arg-type]
    found = []
    for copy in range(copies):
        told = list(first)
        for _ in range(changes if copy and told else 0):
            place = chance.randrange(len(told))
            told[place : place + 1] = _changed(told[place], chance, [each.document for each in first])
        found += [_elsewhere(each, copy) for each in told]
    return found


def _changed(said: Statement, chance: Random, documents: list[str]) -> list[Statement]:
    """The statement said otherwise in one way, or not at all."""
    day = date(2014, 6, 1) + timedelta(days=chance.randrange(-100, 500))
    if said.predicate == "approved" and chance.random() < 0.7:
        return [replace(said, object=day.isoformat())]
    if said.predicate in WORDS and chance.random() < 0.5:
        return [replace(said, object=chance.choice(WORDS[said.predicate]))]
    ways: list[dict[str, object]] = [
        {"dated": None if said.dated else day},
        {"dated": day},
        {"known_by": None if said.known_by else day},
        {"document": chance.choice(documents)},
    ]
    if said.predicate in ("superseded-by", "supersedes"):
        ways += [{"proposed": not said.proposed}, {"source": "fact"}, {"source": "correction"}]
        ways += [{"uncertain": each} for each in ("", "target", "succession", "part", "disputed")]
    way = chance.choice([*ways, None])
    return [] if way is None else [replace(said, **way)]  # type: ignore[arg-type]


def _elsewhere(said: Statement, copy: int) -> Statement:
    later = timedelta(days=copy)
    value = _renamed(said.object, copy)
    if said.predicate == "approved":
        value = (date.fromisoformat(said.object) + later).isoformat()
    return replace(
        said,
        subject=_renamed(said.subject, copy),
        evidence=replace(said.evidence, start=said.evidence.start + copy, end=said.evidence.end + copy),
        object=value,
        document=f"{copy}{said.document[1:]}",
        dated=said.dated and said.dated + later,
        known_by=said.known_by and said.known_by + later,
        group=said.group and f"{said.group} {copy}",
    )


def _renamed(text: str, copy: int) -> str:
    """The same words about other schedules: another record group, another general schedule."""
    moved = re.sub(r"(?<=N1-|A-0|RG\s)([12]00)", lambda found: str(int(found[1]) + copy), text)
    moved = re.sub(r"(?<=by )([12]00)$", lambda found: str(int(found[1]) + copy), moved)
    return re.sub(r"(GRS \d)\.1", lambda found: f"{found[1]}.{copy + 1}", moved)
