"""`/agency/…`: the schedules of one record group, and `/agency`: the record groups that the store knows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from schedgraph.corpus.record_group import RecordGroup, record_groups
from schedgraph.graph import iri
from schedgraph.graph.answers import title
from schedgraph.graph.casefile import schedule_of
from schedgraph.graph.pictures import draw
from schedgraph.graph.pictures.schedules import schedules_drawing
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import record_group_subject
from schedgraph.graph.store import Store
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.web import links
from schedgraph.graph.web.kept import Kept
from schedgraph.graph.web.pages.evidence import EvidenceRow, named, rows
from schedgraph.graph.web.problems import RequestError
from schedgraph.graph.web.rdf import jsonld_of, turtle_of
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.plain import plain
from schedgraph.parser.authority.number import parse_identifier

COLUMNS = ("id", "title", "verdict", "approved", "in_corpus", "items")
SECONDS = 20.0

Index = Mapping[str, Mapping[str, int]]
"""Record group to its schedules, each with how many of its items are known."""

INDEXES: Kept[tuple[object, ...], Index] = Kept(kept=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleLine:
    """A schedule of the record group."""

    id: str
    title: str | None
    verdict: Verdict
    approved: str | None
    in_corpus: bool
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyView:
    """Everything that the page of a record group shows."""

    number: str
    name: str
    iri: str
    path: str
    group: RecordGroup | None
    schedules: tuple[ScheduleLine, ...]
    said: tuple[EvidenceRow, ...]
    picture: str
    siblings: tuple[Sibling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """A record group in the list of all."""

    number: str
    name: str
    schedules: int
    items: int


def agencies(visit: Visit) -> Resource:
    """The record groups of which the store names a schedule."""
    lines = tuple(
        AgencyLine(number=number, name=_name(number), schedules=len(found), items=sum(found.values()))
        for number, found in sorted(_index(visit).items())
    )
    return Resource(
        path="/agency",
        writers={
            "html": lambda: rendered(
                "agencies", lines=lines, siblings=siblings("/agency", "", ("json", "csv"))
            ),
            "json": lambda: json_text(
                [
                    {
                        "record_group": each.number,
                        "name": each.name,
                        "schedules": each.schedules,
                        "items": each.items,
                    }
                    for each in lines
                ]
            ),
            "csv": lambda: "".join(
                csv_line(row)
                for row in (
                    ("record_group", "name", "schedules", "items"),
                    *((each.number, each.name, str(each.schedules), str(each.items)) for each in lines),
                )
            ),
        },
    )


def agency(visit: Visit) -> Resource:
    """One record group."""
    number, wanted = visit.named()
    number = number.strip().upper().removeprefix("RG").strip()
    number = number.zfill(3) if number.isdigit() and len(number) <= 4 else number
    known = _index(visit)
    if number not in known:
        raise RequestError(
            404, f"The store names no schedule of record group {plain(number)[:20] or '(none)'}."
        )
    path, store = links.agency(number), visit.store
    bench = Bench(store.ledger)
    names = tuple(sorted(known[number]))

    def lines() -> tuple[ScheduleLine, ...]:
        return tuple(_line(bench, each, known[number][each]) for each in names)

    def picture() -> str:
        return draw(schedules_drawing(store.ledger, _name(number), names, links.schedule))

    def page() -> str:
        said = store.ledger.about(record_group_subject(number))
        view = AgencyView(
            number=number,
            name=_name(number),
            iri=iri.agency(number, store.base),
            path=path,
            group=_group(number),
            schedules=lines(),
            said=rows(said, named(store, said)),
            picture=picture(),
            siblings=siblings(path, "", ("json", "csv", "ttl", "jsonld", "svg")),
        )
        return rendered("agency", view=view)

    return Resource(
        path=path,
        wanted=wanted,
        writers={
            "html": page,
            "json": lambda: json_text(
                {
                    "record_group": number,
                    "name": _name(number),
                    "schedules": [_json(each) for each in lines()],
                }
            ),
            "csv": lambda: "".join(_csv(lines())),
            "ttl": lambda: turtle_of(store, names),
            "jsonld": lambda: jsonld_of(store, names),
            "svg": picture,
        },
    )


def _index(visit: Visit) -> Index:
    site = visit.site

    def make() -> Index:
        with site.open() as store, store.ledger.snapshot():
            return _by_record_group(store)

    return INDEXES.get((site.folder, visit.revision), make, wait=SECONDS)


def _by_record_group(store: Store) -> Index:
    items: defaultdict[str, int] = defaultdict(int)
    for each in store.ledger.identifiers():
        holder = schedule_of(each)
        items[holder] += each != holder
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for holder, count in items.items():
        number = parse_identifier(holder)
        if number and number.record_group:
            found[number.record_group][holder] = count
    return found


def _line(bench: Bench, identifier: str, items: int) -> ScheduleLine:
    judgement = bench.judge(identifier)
    since = judgement.approval.since
    return ScheduleLine(
        id=identifier,
        title=title(bench.case, identifier),
        verdict=judgement.verdict,
        approved=since.isoformat() if since else None,
        in_corpus=is_seen(bench.case, identifier),
        items=items,
    )


def _group(number: str) -> RecordGroup | None:
    return next((each for each in record_groups() if each.number == number), None)


def _name(number: str) -> str:
    group = _group(number)
    return f"Record group {number}" + (f", {group.name}" if group else "")


def _json(each: ScheduleLine) -> dict[str, Any]:
    return {
        "id": each.id,
        "title": each.title,
        "verdict": each.verdict,
        "approved": each.approved,
        "in_corpus": each.in_corpus,
        "items": each.items,
    }


def _csv(lines: tuple[ScheduleLine, ...]) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for each in lines:
        shown = "yes" if each.in_corpus else "no"
        yield csv_line(
            (each.id, plain(each.title or ""), each.verdict, each.approved or "", shown, str(each.items))
        )
