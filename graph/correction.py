"""A person's correction of what was read or said: a later assertion that defeats an earlier one.

Nothing is deleted by it. What it defeats stays in the ledger and is shown beside it; the rules no longer see it.
A correction defeats what matches it by content, whenever that was ingested, as long as it is not newer than the
correction itself: a document made later can say something new.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.rules.limits import NOT_TAKEN, TAKEN
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.evidence import Evidence

Kind = Literal["reading", "scope", "election", "fact", "number"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PREFIX = "correction:"
"""What the names of corrections begin with where a statement gives its document."""

Json = dict[str, Any]


class CorrectionError(ValueError):
    """A correction that cannot be made, as a sentence that says why; nothing has been changed."""


class NothingToCorrectError(CorrectionError):
    """The corpus holds nothing that the correction speaks of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says, since when, and of what.

    reading: the words `instead_of` (or the number they were read as) at `about` mean `value`.
    scope: that `value` replaced `about` holds for `holds_for` alone.
    election: the optional GRS item `about` was taken, or not (36 CFR 1227.12), by `value`: the digits of a record group
    or the number of an authority; `taken` says which.
    number: the schedule that stands as `about`, for its number could not be read, is the schedule `value`.
    fact: `predicate` of `about` is `value`, and not `instead_of` (None: whatever else was said, but for relations,
    which may hold with several); without a
    `value` nothing of the kind is true.
    """

    kind: Kind
    about: str
    author: str
    day: date
    predicate: str = ""
    value: str | None = None
    instead_of: str | None = None
    holds_for: tuple[str, ...] = ()
    taken: bool | None = None
    since: date | None = None
    reason: str = ""

    @property
    def sha256(self) -> str:
        """The digest of its content."""
        return hashlib.sha256(self.to_text().encode()).hexdigest()

    @property
    def id(self) -> str:
        """An identifier made from the content: the same correction twice is one."""
        return self.sha256[:16]

    @property
    def document(self) -> str:
        """The name under which its statements give it as their document."""
        return f"{PREFIX}{self.id}"

    @property
    def name(self) -> str:
        """The name that people see in place of a file name."""
        return f"correction by {self.author} of {self.day}"

    @property
    def sentence(self) -> str:
        """What is corrected, in words, with the reason."""
        said = {
            "reading": f"“{self.instead_of}” at {self.about} is {self.value}",
            "scope": f"the replacement of {self.about} by {self.value} holds for {', '.join(self.holds_for)} alone",
            "election": f"{self.about} was {'' if self.taken else 'not '}taken by {self.value}",
            "fact": f"{self.predicate} of {self.about} is {self.value or 'not stated'}"
            + (f", not {self.instead_of}" if self.instead_of else ""),
            "number": f"the schedule that stands as {self.about} is {self.value}",
        }[self.kind]
        return f"{said}: {self.reason}" if self.reason else said

    def to_json(self) -> Json:
        """The correction with the keys of a corrections file."""
        return {
            **asdict(self),
            "day": self.day.isoformat(),
            "since": self.since.isoformat() if self.since else None,
            "holds_for": list(self.holds_for),
        }

    def to_text(self) -> str:
        """The correction as it is kept."""
        return json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> "Correction":
        """The correction behind `to_text`."""
        kept = json.loads(text)
        since = date.fromisoformat(kept["since"]) if kept["since"] else None
        more = {"day": date.fromisoformat(kept["day"]), "since": since, "holds_for": tuple(kept["holds_for"])}
        return cls(**{**kept, **more})


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a correction does to a corpus: the statements that it defeats, and those that it makes."""

    correction: Correction
    defeated: tuple[Statement, ...]
    made: tuple[Statement, ...]


def effect(correction: Correction, case: CaseFile, made_on: dict[str, date]) -> Effect:
    """What `correction` does to the statements of `case`.

    `made_on` gives the day of every correction by the name of its document.
    """
    defeated, made = _MATCHING[correction.kind](correction, case)
    return Effect(
        correction=correction,
        defeated=tuple(each for each in defeated if _is_earlier(each, correction, made_on)),
        made=tuple({each.key: each for each in made}.values()),
    )


def rivals(found: Sequence[Effect], case: CaseFile) -> tuple[Correction, Correction] | None:
    """Two corrections of one day that contradict each other, so that neither is the later one."""
    by_document = {each.correction.document: each.correction for each in found}
    for one in found:
        matched, _ = _MATCHING[one.correction.kind](one.correction, case)
        wanted = {(each.subject, each.predicate, each.object) for each in one.made}
        for each in matched:
            other = by_document.get(each.document)
            same_day = other is not None and other.day == one.correction.day
            if other is not None and same_day and (each.subject, each.predicate, each.object) not in wanted:
                return one.correction, other
    return None


def _is_earlier(said: Statement, correction: Correction, made_on: dict[str, date]) -> bool:
    if said.document == correction.document:
        return False
    if said.document in made_on:
        return made_on[said.document] < correction.day
    return said.known_by is None or said.known_by <= correction.day


def _say(correction: Correction, subject: str, predicate: str, value: str, dated: date | None) -> Statement:
    quote = correction.sentence
    return Statement(
        subject=subject,
        predicate=predicate,
        object=value,
        document=correction.document,
        evidence=Evidence(page=1, quote=quote, start=0, end=len(quote), method="correction"),
        source="correction",
        dated=dated,
        known_by=correction.day,
        printed=correction.instead_of if correction.kind == "reading" else None,
    )


Found = tuple[list[Statement], list[Statement]]


def _reading(correction: Correction, case: CaseFile) -> Found:
    wanted = _squeezed(correction.instead_of or "")
    right = correction.value or ""
    defeated = [
        each
        for each in case.about(correction.about)
        if each.predicate in (*RELATIONS, "successor-unreadable")
        and wanted in (_squeezed(each.printed or ""), _squeezed(each.object), _squeezed(each.evidence.quote))
    ]
    made = [
        _say(
            correction,
            correction.about,
            "superseded-by" if each.predicate == "successor-unreadable" else each.predicate,
            right,
            correction.since or each.dated,
        )
        for each in defeated
        if each.document != correction.document
    ]
    return defeated, made


def _scope(correction: Correction, case: CaseFile) -> Found:
    old, new = correction.about, correction.value or ""
    annotated = [each for each in case.about(old) if each.predicate == "superseded-by" and each.object == new]
    citing = [each for each in case.naming(old) if each.predicate == "supersedes" and each.subject == new]
    dates = [each.dated for each in (*annotated, *citing) if each.dated]
    since = correction.since or min(dates, default=None)
    made = [
        _say(correction, holder, "superseded-by", new, since) for holder in correction.holds_for if annotated
    ]
    made += [_say(correction, new, "supersedes", holder, since) for holder in correction.holds_for if citing]
    return [*annotated, *citing], made


def _election(correction: Correction, case: CaseFile) -> Found:
    item, taker = correction.about, correction.value or ""
    links = [
        *(each for each in case.naming(item) if each.predicate == "superseded-by"),
        *(each for each in case.about(item) if each.predicate in ("supersedes", "does-not-supersede")),
    ]
    mine = [each for each in links if _takes(taker, each.subject if each.object == item else each.object)]
    word = TAKEN if correction.taken else NOT_TAKEN
    made = [_say(correction, item, "election", f"{word}{taker}", correction.since)]
    olds = {each.subject if each.object == item else each.object for each in mine}
    olds |= set() if taker.isdigit() else {taker}
    if not correction.taken:
        made += [_say(correction, item, "does-not-supersede", old, correction.since) for old in sorted(olds)]
        return [each for each in mine if each.predicate != "does-not-supersede"], made
    denied = [each for each in mine if each.predicate == "does-not-supersede"]
    if not taker.isdigit():
        dates = [each.dated for each in mine if each.dated]
        since = correction.since or min(dates, default=None)
        made.append(_say(correction, taker, "superseded-by", item, since))
        return mine, made
    return denied, made


def _takes(taker: str, old: str) -> bool:
    """Whether `old` is what took, or stands under it, or belongs to that record group."""
    if taker.isdigit():
        number = parse_identifier(old)
        group = number.record_group if number else None
        return bool(group and group.isdigit() and int(group) == int(taker))
    return old == taker or old.startswith((f"{taker}/", f"{taker}-"))


def _fact(correction: Correction, case: CaseFile) -> Found:
    against = correction.instead_of
    single = correction.predicate not in RELATIONS
    defeated = [
        each
        for each in case.about(correction.about)
        if each.predicate == correction.predicate
        and (each.object == against if against is not None else (single or correction.value is None))
    ]
    if correction.value is None:
        return defeated, []
    return defeated, [
        _say(correction, correction.about, correction.predicate, correction.value, correction.since)
    ]


def _number(correction: Correction, case: CaseFile) -> Found:
    """Everything that is said under the stand-in is said under the number, in the same words and places."""
    stand_in, number = correction.about, correction.value or ""
    names = (stand_in, *case.below(stand_in))
    found = {each.key: each for name in names for each in (*case.about(name), *case.naming(name))}

    def renamed(identifier: str) -> str:
        within = identifier == stand_in or identifier.startswith(f"{stand_in}/")
        return number + identifier.removeprefix(stand_in) if within else identifier

    made = [
        replace(
            each,
            subject=renamed(each.subject),
            object=renamed(each.object),
            document=correction.document,
            source="correction",
        )
        for each in found.values()
    ]
    return list(found.values()), made


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())


_MATCHING: dict[Kind, Callable[[Correction, CaseFile], Found]] = {
    "reading": _reading,
    "scope": _scope,
    "election": _election,
    "fact": _fact,
    "number": _number,
}
