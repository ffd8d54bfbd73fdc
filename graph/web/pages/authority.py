"""`/authority/…`: the verdict on a schedule or an item, what it rests on, and what came before and after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schedgraph.graph import iri
from schedgraph.graph.answers import Link, Lookup
from schedgraph.graph.asking import SeveralAuthoritiesError, as_named, the_one
from schedgraph.graph.casefile import above, schedule_of
from schedgraph.graph.finding import Finding
from schedgraph.graph.lineage import Lineage
from schedgraph.graph.pictures import report, svg
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.statements import RECORD_GROUP
from schedgraph.graph.store import Asked, Store, UnknownAuthority
from schedgraph.graph.web import links
from schedgraph.graph.web.pages.evidence import EvidenceRow, named, rows
from schedgraph.graph.web.pages.outline import ItemView, items_of
from schedgraph.graph.web.pages.timeline import Moment, timeline
from schedgraph.graph.web.rdf import jsonld_of, turtle_of
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.numbers import how_read
from schedgraph.graph.wording.plain import plain
from schedgraph.parser.authority.number import parse_identifier

OFFERS = ("html", "json", "csv", "ttl", "jsonld", "svg", "report")
RETENTION = (
    ("final", "Final disposition"),
    ("action", "Action"),
    ("period", "Period"),
    ("trigger", "Counted from"),
    ("cutoff", "Cutoff"),
    ("text", "In words"),
)
"""What the retention before and after a step is compared by."""
COLUMNS = (
    "from", "to", "date", "scope", "rule", "says", "quote", "document", "page", "method", "confidence", "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link of the chain with the rows of its evidence."""

    link: Link
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A conflict or a caveat with the rows of its evidence."""

    code: str
    message: str
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityView:
    """Everything that the page shows. `read_as` tells how a number that was not canonical was read."""

    answer: Lookup
    iri: str
    path: str
    query: str
    read_as: str | None
    holders: tuple[str, ...]
    schedule: str
    record_group: str | None
    steps: tuple[Step, ...]
    conflicts: tuple[Remark, ...]
    caveats: tuple[Remark, ...]
    evidence: tuple[EvidenceRow, ...]
    items: tuple[ItemView, ...]
    moments: tuple[Moment, ...]
    picture: str
    drawn: int
    siblings: tuple[Sibling, ...]
    retention_fields: tuple[tuple[str, str], ...] = RETENTION


def authority(visit: Visit) -> Resource:
    """The answer to a lookup. A number that is written in another way leads on to its permanent address."""
    store = visit.store
    name, wanted = visit.named(lambda each: bool(parse_identifier(each)) and store.is_known(each))
    day, known_on = visit.day("as-of"), visit.day("known-on")
    without = tuple(filter(None, visit.given.get("without", "").split(",")))
    if name.startswith(RECORD_GROUP) or not store.is_known(name):
        asked = the_one(store, name)
        ending = f".{wanted}" if wanted else ""
        again = links.with_query("", as_of=_iso(day), known_on=_iso(known_on), asked=name)
        return Resource(path=links.authority(asked.id) + ending, query=again, writers={}, moved=True)
    asked = _asked(store, name, visit.given.get("asked"))
    answer = store.answer(asked, day, known_on, without)
    path = links.authority(name)
    query = links.with_query("", as_of=_iso(day), known_on=_iso(known_on), without=",".join(without))

    def lineage() -> Lineage:
        return store.lineage(name)

    def page() -> str:
        return rendered("authority", view=_view(visit, asked, answer, lineage(), path, query))

    return Resource(
        path=path,
        query=query,
        wanted="report" if wanted == "html" and "download" in visit.given else wanted,
        writers={
            "html": page,
            "json": lambda: json_text(answer.to_json()),
            "csv": lambda: "".join(_csv(answer)),
            "ttl": lambda: turtle_of(store, _about(answer)),
            "jsonld": lambda: jsonld_of(store, _about(answer)),
            "svg": lambda: svg(lineage(), links.authority),
            "report": lambda: report(lineage(), answer),
        },
    )


def _asked(store: Store, name: str, written: str | None) -> Asked:
    """How the number was asked for; words that mean another authority are not repeated."""
    if written and written != name:
        try:
            asked = the_one(store, written)
        except (UnknownAuthority, SeveralAuthoritiesError):
            asked = None
        if asked is not None and asked.id == name:
            return asked
    return as_named(name)


def _view(
    visit: Visit, asked: Asked, answer: Lookup, lineage: Lineage, path: str, query: str
) -> AuthorityView:
    store = visit.store
    steps = tuple(Step(link=each, evidence=rows(each.statements, answer.documents)) for each in answer.chain)
    said = [statement for each in answer.chain for statement in each.statements]
    said += [statement for each in answer.conflicts for statement in each.statements]
    own = [each for each in store.ledger.about(answer.id) if each.predicate in _OWN]
    names = {**answer.documents, **named(store, own)}
    number = parse_identifier(answer.id)
    repaired = not asked.reading.sure or plain(asked.query) != answer.id
    return AuthorityView(
        answer=answer,
        iri=iri.authority(answer.id, store.base),
        path=path,
        query=query,
        read_as=f"Asked as “{plain(asked.query)}”, read {how_read(asked.reading)}." if repaired else None,
        holders=above(answer.id),
        schedule=schedule_of(answer.id),
        record_group=number.record_group if number else None,
        steps=steps,
        conflicts=tuple(_remark(each, answer) for each in answer.conflicts),
        caveats=tuple(_remark(each, answer) for each in answer.caveats),
        evidence=rows((*said, *own), names),
        items=items_of(store, answer.id),
        moments=timeline(store.ledger, answer),
        picture=svg(lineage, links.authority),
        drawn=len(lineage.nodes),
        siblings=siblings(path, query, ("json", "csv", "ttl", "jsonld", "svg")),
    )


_OWN = frozenset(
    {"form", "item-of", "approved", "stamp", "item-status", "action-taken", "strike", "annotation"}
)
"""What a document says of the authority itself that a verdict is drawn from."""


def _remark(each: Finding, answer: Lookup) -> Remark:
    return Remark(code=each.code, message=each.message, evidence=rows(each.statements, answer.documents))


def _about(answer: Lookup) -> tuple[str, ...]:
    """The authority and those that its chain leads to."""
    chain = (name for link in answer.chain for name in (link.origin, link.to))
    return (answer.id, *chain, *(each.id for each in answer.current))


def _csv(answer: Lookup) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for link in answer.chain:
        for row in rows(link.statements, answer.documents):
            yield csv_line(
                (
                    link.origin,
                    link.to,
                    _iso(link.since) or "",
                    link.scope,
                    link.rule,
                    plain(row.says),
                    plain(row.quote),
                    plain(row.document),
                    str(row.page or ""),
                    row.method,
                    f"{row.confidence:.3g}",
                    plain(row.source or ""),
                )
            )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
