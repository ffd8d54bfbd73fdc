"""The answers that commands and programs get: frozen values with the chain, the evidence and what is in doubt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from schedgraph.graph.answer_json import answer_json
from schedgraph.graph.casefile import CaseFile, above, once, schedule_of, told
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.judgement import Verdict
from schedgraph.graph.knowledge import KnownOn
from schedgraph.graph.retention import RetentionChange, retention_change
from schedgraph.graph.rules.book import LAW, Law
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import Statement
from schedgraph.graph.successor import Succession
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import Scope, walk

if TYPE_CHECKING:
    import pandas as pd

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """An end of a lineage."""

    id: str
    title: str | None
    verdict: Verdict
    in_corpus: bool
    scope: Scope
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of a chain: `to` replaced `origin` since `since`, by `rule`, on the evidence of `statements`.

    `approved` is the approval of `to`, `known` the first day on which a source is known to say it. `readings`
    are the readings of the scope of a note in which it holds, with their weights; `retention` is what the step
    changes for the records.
    """

    origin: str
    to: str
    since: date | None
    rule: str
    scope: Scope
    written_for: str | None
    statements: tuple[Statement, ...]
    retention: RetentionChange
    approved: date | None = None
    known: date | None = None
    readings: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """The answer to: what is the current active disposition authority of this item?

    `horizon` is the newest date up to which the corpus says anything about the item. `documents` gives the
    file name of each document that it quotes, by its sha256. `known_on` is the day whose knowledge counted (None:
    all that there is), `rules` the rules that the verdict rests on, the one that decided first, `without` those switched off.
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
    known_on: date | None = None
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def _repr_svg_(self) -> str:
        from schedgraph.graph.notebook import lookup_svg

        return lookup_svg(self)

    def _repr_html_(self) -> str:
        from schedgraph.graph.notebook import lookup_html

        return lookup_html(self)

    def to_dataframe(self) -> "pd.DataFrame":
        """A row for each piece of evidence of the chain. Raises NotInstalledError where pandas is not installed."""
        from schedgraph.graph.frames import steps_frame

        return steps_frame(self)

    def to_json(self) -> Json:
        """The object that `lookup --format json` prints."""
        return answer_json(self)

    @property
    def statements(self) -> Iterator[Statement]:
        """Every statement that it quotes or rests on, some of them more than once."""
        for link in self.chain:
            yield from link.statements
        for found in (*self.conflicts, *self.caveats):
            yield from found.statements


def look_up(
    case: CaseFile,
    query: str,
    identifier: str,
    day: date | None,
    documents: Mapping[str, str],
    law: Law = LAW,
) -> Lookup:
    """Judges `identifier` and follows its lineage, as of `day` (None: as far as the corpus knows)."""
    return answer_from(Bench(case, day, law), query, identifier, documents)


def answer_from(bench: Bench, query: str, identifier: str, documents: Mapping[str, str]) -> Lookup:
    """The answer that a bench gives: it may have judged other authorities before."""
    case = bench.case
    walked = walk(bench, identifier)
    judgement = walked.judgement
    return Lookup(
        query=query,
        id=identifier,
        title=title(case, identifier),
        as_of=bench.day,
        verdict=judgement.verdict,
        current=tuple(
            Current(
                id=end.id,
                title=title(case, end.id),
                verdict=end.verdict,
                in_corpus=is_seen(case, end.id),
                scope=end.scope,
                condition=end.condition,
            )
            for end in walked.ends
        ),
        chain=tuple(_link(case, succession, scope) for succession, scope in walked.links),
        conflicts=walked.conflicts,
        caveats=walked.caveats,
        horizon=horizon(case, identifier, walked.links),
        documents=documents,
        rules=judgement.rules,
        without=tuple(sorted(bench.law.off)),
    )


def look_up_as_known(
    case: CaseFile,
    query: str,
    identifier: str,
    day: date | None,
    known_on: date,
    documents: Mapping[str, str],
    law: Law = LAW,
) -> Lookup:
    """The answer that the corpus would have given on `known_on`.

    Where it hangs on statements of which it is not known whether they had been made by then, it is
    indeterminate, and the conflict gives both answers.
    """
    if known_on >= date.today():
        return replace(look_up(case, query, identifier, day, documents, law), known_on=known_on)
    wide = KnownOn(case, known_on, doubtful=True)
    narrow = KnownOn(case, known_on, doubtful=False)
    most = look_up(wide, query, identifier, day, documents, law)
    least = look_up(narrow, query, identifier, day, documents, law)
    most = replace(most, known_on=known_on)
    if _outcome(most) == _outcome(least):
        return most
    message = (
        f"The documents do not say from when on all of it was known. With what may have been stated after {known_on} "
        f"the answer is {_in_words(most)}; without it, {_in_words(least)}."
    )
    doubt = finding("known-since-not-stated", message, wide.left_open.values())
    ends = {each.id: replace(each, scope="possible") for each in (*least.current, *most.current)}
    agreed = most.verdict if most.verdict == least.verdict else "indeterminate"
    return replace(
        most,
        verdict=agreed,
        current=tuple(ends[key] for key in sorted(ends)),
        conflicts=(*most.conflicts, doubt),
    )


def _outcome(answer: Lookup) -> tuple[object, ...]:
    return (answer.verdict, tuple((each.id, each.scope) for each in answer.current))


def _in_words(answer: Lookup) -> str:
    ends = ", ".join(each.id for each in answer.current)
    return f"“{answer.verdict}”" + (f" ({ends})" if ends else "")


def _link(case: CaseFile, succession: Succession, scope: Scope) -> Link:
    return Link(
        origin=succession.old,
        to=succession.new,
        since=succession.since,
        rule=succession.rule,
        scope=scope,
        written_for=succession.written_for,
        statements=succession.statements,
        approved=succession.approved,
        known=succession.known_by or succession.since,
        readings=succession.readings,
        retention=retention_change(case, succession.old, succession.new),
    )


def title(case: CaseFile, identifier: str) -> str | None:
    """The title of an item or the subject of a schedule; the first by content where documents differ."""
    return next((each.object for each in told(case, identifier, "title")), None)


def horizon(case: CaseFile, identifier: str, links: tuple[tuple[Succession, Scope], ...]) -> date | None:
    """The newest date up to which the corpus says anything about `identifier`.

    Counted are the dates of its own documents and annotations, and of the statements that replace it; the day on
    which someone corrected a reading tells nothing about later schedules.
    """
    named = [identifier, *case.below(identifier), *(above(identifier) if is_seen(case, identifier) else ())]
    days = [day for each in named if (day := once(case, _newest_day_about, each))]
    for each in case.naming(identifier):
        if each.predicate in ("supersedes", "does-not-supersede"):
            days += _days(each)
    for succession, _ in links:
        if identifier in (succession.old, succession.written_for) and succession.since:
            days.append(succession.since)
    return max(days, default=None)


def _newest_day_about(case: CaseFile, identifier: str) -> date | None:
    return max((day for each in case.about(identifier) for day in _days(each)), default=None)


def _days(said: Statement) -> Iterator[date]:
    if said.dated:
        yield said.dated
    if said.known_by and said.source != "correction":
        yield said.known_by
    if said.predicate in _DATED:
        yield date.fromisoformat(said.object)


_DATED = frozenset({"received", "certified", "approved", "printed-on", "accurate-as-of"})


def near(identifiers: tuple[str, ...], wanted: str, limit: int = 5) -> tuple[str, ...]:
    """Known numbers that look like `wanted`: of the same schedule first, then by likeness."""
    from difflib import get_close_matches

    from rapidfuzz import fuzz, process

    schedule = schedule_of(wanted)
    same = [each for each in identifiers if each.startswith(schedule) and schedule_of(each) == schedule]
    # difflib takes a minute for what a large store names; the best by another measure are enough for it.
    alike = process.extract(wanted, same or identifiers, scorer=fuzz.ratio, limit=50, score_cutoff=50)
    close = get_close_matches(wanted, [each for each, _, _ in alike], n=limit, cutoff=0.6)
    return tuple(dict.fromkeys([*close, *same]))[:limit]
