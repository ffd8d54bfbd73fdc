"""The answers that commands and programs get: frozen values with the chain, the evidence and what is in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from schedgraph.graph.casefile import CaseFile, above, schedule_of
from schedgraph.graph.finding import Finding
from schedgraph.graph.places import place_json
from schedgraph.graph.retention import RetentionChange, retention_change
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import Statement
from schedgraph.graph.succession import Succession
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.walk import Scope, walk

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """An end of a lineage."""

    id: str
    title: str | None
    verdict: Verdict
    in_corpus: bool
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of a chain: `to` replaced `origin` since `since`, by `rule`, on the evidence of `statements`.

    `retention` is what that changes for the records.
    """

    origin: str
    to: str
    since: date | None
    rule: str
    scope: Scope
    written_for: str | None
    statements: tuple[Statement, ...]
    retention: RetentionChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """The answer to: what is the current active disposition authority of this item?

    `horizon` is the newest date up to which the corpus says anything about the item. `documents` gives the
    file name of each document by its sha256.
    """

    query: str
    id: str
    title: str | None
    as_of: date | None
    verdict: Verdict
    current: tuple[Current, ...]
    chain: tuple[Link, ...]
    conflicts: tuple[Finding, ...]
    caveats: tuple[Finding, ...]
    horizon: date | None
    documents: Mapping[str, str]

    def to_json(self) -> Json:
        """The object that `lookup --format json` prints."""
        return {
            "query": self.query,
            "id": self.id,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "verdict": self.verdict,
            "current": [
                {
                    "id": each.id,
                    "title": each.title,
                    "verdict": each.verdict,
                    "in_corpus": each.in_corpus,
                    "scope": each.scope,
                }
                for each in self.current
            ],
            "chain": [self._link(link) for link in self.chain],
            "conflicts": [
                {"code": each.code, "message": each.message, "evidence": self._evidence(each.statements)}
                for each in self.conflicts
            ],
            "caveats": [{"code": each.code, "message": each.message} for each in self.caveats],
            "horizon": self.horizon.isoformat() if self.horizon else None,
        }

    def _link(self, link: Link) -> Json:
        return {
            "from": link.origin,
            "to": link.to,
            "relation": "superseded-by",
            "date": link.since.isoformat() if link.since else None,
            "rule": link.rule,
            "scope": link.scope,
            "written_for": link.written_for,
            "retention_change": link.retention.to_json(),
            "evidence": self._evidence(link.statements),
        }

    def _evidence(self, statements: tuple[Statement, ...]) -> list[Json]:
        return [place_json(each, self.documents) for each in statements if each.evidence.quote]


def look_up(
    case: CaseFile, query: str, identifier: str, day: date | None, documents: Mapping[str, str]
) -> Lookup:
    """Judges `identifier` and follows its lineage, as of `day` (None: as far as the corpus knows)."""
    bench = Bench(case, day)
    walked = walk(bench, identifier)
    judgement = walked.judgement
    return Lookup(
        query=query,
        id=identifier,
        title=title(case, identifier),
        as_of=day,
        verdict=judgement.verdict,
        current=tuple(
            Current(
                id=end.id,
                title=title(case, end.id),
                verdict=end.verdict,
                in_corpus=is_seen(case, end.id),
                scope=end.scope,
            )
            for end in walked.ends
        ),
        chain=tuple(_link(case, succession, scope) for succession, scope in walked.links),
        conflicts=walked.conflicts,
        caveats=walked.caveats,
        horizon=horizon(case, identifier, walked.links),
        documents=documents,
    )


def _link(case: CaseFile, succession: Succession, scope: Scope) -> Link:
    return Link(
        origin=succession.old,
        to=succession.new,
        since=succession.since,
        rule=succession.rule,
        scope=scope,
        written_for=succession.written_for,
        statements=succession.statements,
        retention=retention_change(case, succession.old, succession.new),
    )


def title(case: CaseFile, identifier: str) -> str | None:
    """The title of an item or the subject of a schedule; the first by content where documents differ."""
    return next((each.object for each in case.about(identifier) if each.predicate == "title"), None)


def horizon(case: CaseFile, identifier: str, links: tuple[tuple[Succession, Scope], ...]) -> date | None:
    """The newest date up to which the corpus says anything about `identifier`.

    Counted are the dates of its own documents and annotations, and of the statements that replace it; the day on
    which someone corrected a reading tells nothing about later schedules.
    """
    about = [each for below in (identifier, *case.below(identifier)) for each in case.about(below)]
    if is_seen(case, identifier):
        for holder in above(identifier):
            about += case.about(holder)
    about += [
        each for each in case.naming(identifier) if each.predicate in ("supersedes", "does-not-supersede")
    ]
    days: list[date] = []
    for each in about:
        held = None if each.source == "correction" else each.known_by
        days += [day for day in (each.dated, held) if day]
        if each.predicate in _DATED:
            days.append(date.fromisoformat(each.object))
    for succession, _ in links:
        if identifier in (succession.old, succession.written_for) and succession.since:
            days.append(succession.since)
    return max(days, default=None)


_DATED = frozenset({"received", "certified", "approved", "printed-on", "accurate-as-of"})


def near(identifiers: tuple[str, ...], wanted: str, limit: int = 5) -> tuple[str, ...]:
    """Known numbers that look like `wanted`: of the same schedule first, then by likeness."""
    from difflib import get_close_matches

    schedule = schedule_of(wanted)
    same = [each for each in identifiers if schedule_of(each) == schedule]
    close = get_close_matches(wanted, same or identifiers, n=limit, cutoff=0.6)
    return tuple(dict.fromkeys([*close, *same]))[:limit]
