"""`/schedule/…`: everything that one schedule holds, each item with its verdict, and the documents that show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from schedgraph.graph import iri
from schedgraph.graph.answers import title
from schedgraph.graph.asking import the_one
from schedgraph.graph.casefile import above, schedule_of
from schedgraph.graph.pictures import svg
from schedgraph.graph.retention import Retention, retention
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.standing import is_seen
from schedgraph.graph.statements import RECORD_GROUP
from schedgraph.graph.verdict import Bench, Verdict
from schedgraph.graph.walk import End, walk
from schedgraph.graph.web import links
from schedgraph.graph.web.rdf import jsonld_of, turtle_of
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.document import dates_line, event_line, number_line
from schedgraph.graph.wording.plain import plain
from schedgraph.parser.authority.number import parse_identifier

Json = Mapping[str, Any]
COLUMNS = (
    "id", "title", "verdict", "current", "possible_current", "in_corpus", "final_disposition", "retention_action",
    "retention_period", "retention_trigger",
)  # fmt: skip
_COUNTED = ("total", "permanent", "temporary", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """An item of the schedule and its answer."""

    id: str
    title: str | None
    depth: int
    verdict: Verdict
    ends: tuple[End, ...]
    in_corpus: bool
    retention: Retention | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A document that shows the schedule: its header as labelled lines, and who signed."""

    name: str
    sha256: str
    form: str
    fields: tuple[tuple[str, str], ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleView:
    """Everything that the page shows."""

    id: str
    iri: str
    path: str
    title: str | None
    verdict: Verdict
    record_group: str | None
    documents: tuple[Shown, ...]
    items: tuple[ItemLine, ...]
    picture: str
    drawn: int
    siblings: tuple[Sibling, ...]


def schedule(visit: Visit) -> Resource:
    """A schedule. The number of an item leads to its schedule."""
    store = visit.store
    name, wanted = visit.named(lambda each: bool(parse_identifier(each)) and store.is_known(each))
    if name.startswith(RECORD_GROUP) or not store.is_known(name) or above(name):
        found = schedule_of(name if store.is_known(name) and above(name) else the_one(store, name).id)
        ending = f".{wanted}" if wanted else ""
        return Resource(path=links.schedule(found) + ending, writers={}, moved=True)
    bench = Bench(store.ledger)
    path = links.schedule(name)

    def page() -> str:
        lineage = store.lineage(name)
        number = parse_identifier(name)
        view = ScheduleView(
            id=name,
            iri=iri.authority(name, store.base),
            path=path,
            title=title(store.ledger, name),
            verdict=bench.judge(name).verdict,
            record_group=number.record_group if number else None,
            documents=tuple(map(shown_in, store.transcripts(name))),
            items=tuple(_items(bench, name)),
            picture=svg(lineage, links.authority),
            drawn=len(lineage.nodes),
            siblings=siblings(path, "", ("json", "csv", "ttl", "jsonld", "svg")),
        )
        return rendered("schedule", view=view)

    return Resource(
        path=path,
        wanted=wanted,
        writers={
            "html": page,
            "json": lambda: json_text(_json(visit, bench, name)),
            "csv": lambda: "".join(_csv(bench, name)),
            "ttl": lambda: turtle_of(store, (name, *store.ledger.below(name))),
            "jsonld": lambda: jsonld_of(store, (name, *store.ledger.below(name))),
            "svg": lambda: svg(store.lineage(name), links.authority),
        },
    )


def _items(bench: Bench, name: str) -> Iterator[ItemLine]:
    waiting = list(reversed(bench.children(name)))
    while waiting:
        current = waiting.pop()
        waiting += reversed(bench.children(current))
        walked = walk(bench, current)
        kept = retention(bench.case, current)
        yield ItemLine(
            id=current,
            title=title(bench.case, current),
            depth=min(len(above(current)) - 1, 6),
            verdict=walked.judgement.verdict,
            ends=walked.ends,
            in_corpus=is_seen(bench.case, current),
            retention=None if isinstance(kept, str) else kept,
        )


def shown_in(read: Json) -> Shown:
    """The header and the signatures of a transcript."""
    about, header = read["document"], read["schedule"]
    counts = header["item_counts"]
    counted = ", ".join(f"{counts[name]} {name}" for name in _COUNTED if counts[name] is not None)
    subdivisions = "; ".join(filter(None, (header["major_subdivision"], header["minor_subdivision"])))
    fields = (
        ("Number", number_line(header)),
        ("Agency", header["agency"]),
        ("Record group", header["record_group"]),
        ("Subdivisions", subdivisions),
        ("Subject", header["subject"]),
        ("Applies to", header["applies_to"]),
        ("Status", header["status"]),
        ("Stamps", "; ".join(dict.fromkeys(header["stamps"]))),
        ("Dates", dates_line(header["dates"])),
        ("Item counts", counted),
    )
    return Shown(
        name=about["source"],
        sha256=about["sha256"],
        form=about["form"],
        fields=tuple((label, value) for label, value in fields if value),
        events=tuple(event_line(each) for each in read["events"]),
    )


def _json(visit: Visit, bench: Bench, name: str) -> dict[str, Any]:
    return {
        "id": name,
        "title": title(bench.case, name),
        "verdict": bench.judge(name).verdict,
        "documents": [
            {"name": each["document"]["source"], "sha256": each["document"]["sha256"]}
            for each in visit.store.transcripts(name)
        ],
        "items": [
            {
                "id": each.id,
                "title": each.title,
                "verdict": each.verdict,
                "in_corpus": each.in_corpus,
                "current": [{"id": end.id, "verdict": end.verdict, "scope": end.scope} for end in each.ends],
            }
            for each in _items(bench, name)
        ],
    }


def _csv(bench: Bench, name: str) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for each in _items(bench, name):
        kept = each.retention or Retention()
        yield csv_line(
            (
                each.id,
                plain(each.title or ""),
                each.verdict,
                "; ".join(end.id for end in each.ends if end.scope == "certain"),
                "; ".join(end.id for end in each.ends if end.scope == "possible"),
                "yes" if each.in_corpus else "no",
                *(plain(value or "") for value in (kept.final, kept.action, kept.period, kept.trigger)),
            )
        )
