"""What changed between two states of knowledge: two stores, or two days of one, and which evidence did it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal

from schedgraph.graph.answers import title
from schedgraph.graph.casefile import CaseFile, above
from schedgraph.graph.counterfactual import Counterfactual
from schedgraph.graph.grounds import grounds, statements_of
from schedgraph.graph.places import place_json
from schedgraph.graph.rdf.nodes import content_key
from schedgraph.graph.statements import Statement
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.walk import walk

Json = dict[str, Any]
End = tuple[str, str, str]
"""Identifier, verdict and scope of an end of a lineage."""

Causes = Callable[[str], tuple[tuple[Statement, ...], tuple[Statement, ...]]]
"""From an authority to what is said only now, and what is said no longer."""

ChangeKind = Literal["new", "gone", "verdict", "current"]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a store says on a day (None: as far as it knows); `known` are the authorities that it names."""

    name: str
    case: CaseFile
    known: frozenset[str]
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An answer that is another one now.

    new, gone: only the later, or only the earlier state knows the authority. verdict: it has another verdict.
    current: its lineage ends elsewhere. Of what is said only now, `because` are the grounds of the later answer;
    of what is said no longer, `no_longer` are those of the earlier one.
    """

    id: str
    title: str | None
    kind: ChangeKind
    before: Verdict | None
    after: Verdict | None
    ends_before: tuple[End, ...]
    ends_after: tuple[End, ...]
    because: tuple[Statement, ...]
    no_longer: tuple[Statement, ...]

    @property
    def key(self) -> str:
        """An identifier made from what changed and why: the same change has the same one."""
        causes = (each.key for each in (*self.because, *self.no_longer))
        return content_key(self.id, self.before, self.after, self.ends_before, self.ends_after, *causes)

    @property
    def dated(self) -> date | None:
        """The newest day that the evidence of the change gives."""
        return max((day for each in (*self.because, *self.no_longer) for day in _days(each)), default=None)

    def to_json(self, documents: Mapping[str, str]) -> Json:
        """One member of `changes` as `diff --format json` prints it."""
        return {
            "id": self.id,
            "title": self.title,
            "kind": self.kind,
            "verdict": {"from": self.before, "to": self.after},
            "current": {"from": _ends_json(self.ends_before), "to": _ends_json(self.ends_after)},
            "because": [_statement_json(each, documents) for each in self.because],
            "no_longer_said": [_statement_json(each, documents) for each in self.no_longer],
        }


def changes(old: State, new: State, causes: Causes | None = None) -> tuple[Change, ...]:
    """Every answer of `new` that is another one than in `old`, by number.

    `causes` finds what made it so; without it, by trying what would be said without each piece of evidence, which
    takes long where there are many.
    """
    before, after = Bench(old.case, old.day), Bench(new.case, new.day)
    find = causes or partial(_causes, old, new)
    found = (_change(old, new, before, after, find, each) for each in sorted(old.known | new.known))
    return tuple(each for each in found if each is not None)


def took_effect(old: State, new: State) -> Causes:
    """What took effect between two days of one store on the way from an authority to its ends: quick, and not tried."""
    bench = Bench(new.case, new.day)

    def causes(identifier: str) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
        def between(day: date | None) -> bool:
            return day is not None and (old.day or date.max) < day <= (new.day or date.max)

        links = walk(bench, identifier).links
        found = [said for each, _ in links if between(each.since) for said in each.statements]
        own = (identifier, *above(identifier))
        said = [each for name in own for each in new.case.about(name) if any(map(between, _effective(each)))]
        unique = {each.key: each for each in (*found, *said) if each.evidence.quote}
        return tuple(unique[key] for key in sorted(unique)), ()

    return causes


def newest_day(statements: Iterable[Statement]) -> date | None:
    """The newest day that any of the statements gives."""
    return max((day for each in statements for day in _days(each)), default=None)


def _change(
    old: State, new: State, before: Bench, after: Bench, causes: Causes, identifier: str
) -> Change | None:
    was = _answer(identifier, before) if identifier in old.known else None
    now = _answer(identifier, after) if identifier in new.known else None
    if was == now or {was and was[0], now and now[0]} <= {None, "unseen"}:
        return None
    kind: ChangeKind = "verdict" if was and now and was[0] != now[0] else "current"
    kind = "new" if was is None else "gone" if now is None else kind
    because, no_longer = causes(identifier)
    return Change(
        id=identifier,
        title=title(new.case, identifier) or title(old.case, identifier),
        kind=kind,
        before=was[0] if was else None,
        after=now[0] if now else None,
        ends_before=was[1] if was else (),
        ends_after=now[1] if now else (),
        because=because,
        no_longer=no_longer,
    )


def _answer(identifier: str, bench: Bench) -> tuple[Verdict, tuple[End, ...]]:
    walked = walk(bench, identifier)
    return walked.judgement.verdict, tuple((each.id, each.verdict, each.scope) for each in walked.ends)


def _causes(old: State, new: State, identifier: str) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    ask = partial(_answer, identifier)
    now, was = Counterfactual(new.case, ask, new.day), Counterfactual(old.case, ask, old.day)
    if old.case is new.case:
        pools = _turned(now, was, identifier, old.day, new.day)
        found = (statements_of(grounds(now, pool)) for pool in pools)
        return next((each for each in found if each), ()), ()
    added = [each for each in now.relevant if not _says(old.case, each)]
    gone = [each for each in was.relevant if not _says(new.case, each)]
    return statements_of(grounds(now, added)), statements_of(grounds(was, gone))


def _says(case: CaseFile, statement: Statement) -> bool:
    return any(each.key == statement.key for each in case.about(statement.subject))


def _turned(
    now: Counterfactual, was: Counterfactual, identifier: str, start: date | None, end: date | None
) -> Iterator[Sequence[Statement]]:
    """What took effect between two days, what a document held then too, and at last whatever can matter."""

    def between(day: date | None) -> bool:
        low, high = start or date.max, end or date.max
        return day is not None and min(low, high) < day <= max(low, high)

    found = {each.key: each for each in now.relevant if any(map(between, _effective(each)))}
    for trial in (now, was):
        for succession, _ in walk(Bench(trial.case, trial.day), identifier).links:
            if between(succession.since):
                found |= {each.key: each for each in succession.statements}
    yield tuple(found.values())
    found |= {each.key: each for each in now.relevant if any(map(between, _days(each)))}
    yield tuple(found.values())
    yield now.relevant


def _effective(statement: Statement) -> list[date]:
    """The days since which a statement holds; that it was known on a day is not one of them."""
    days = [statement.dated] if statement.dated else []
    return [*days, date.fromisoformat(statement.object)] if statement.predicate == "approved" else days


def _days(statement: Statement) -> list[date]:
    days = [day for day in (statement.dated, statement.known_by) if day]
    if statement.predicate in ("approved", "certified", "received", "printed-on", "accurate-as-of"):
        days.append(date.fromisoformat(statement.object))
    return days


def _ends_json(ends: Sequence[End]) -> list[Json]:
    return [{"id": name, "verdict": verdict, "scope": scope} for name, verdict, scope in ends]


def _statement_json(each: Statement, documents: Mapping[str, str]) -> Json:
    return {
        "subject": each.subject,
        "says": each.predicate,
        "value": each.object,
        "evidence": place_json(each, documents),
    }
