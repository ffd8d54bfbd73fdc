"""`/document/…`: one document as it was read, struck words struck; or the rows of a table of facts, or a correction."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schedgraph.graph import iri
from schedgraph.graph.places import place_json
from schedgraph.graph.spreadsheet import csv_line
from schedgraph.graph.statements import Statement
from schedgraph.graph.web import links
from schedgraph.graph.web.pages.evidence import EvidenceRow, named, rows
from schedgraph.graph.web.pages.outline import ItemView, outline
from schedgraph.graph.web.pages.schedule import Shown, shown_in
from schedgraph.graph.web.problems import RequestError
from schedgraph.graph.web.rdf import as_turtle
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text
from schedgraph.graph.wording.document import citation_line
from schedgraph.graph.wording.paper import STRIKE, UNSTRIKE
from schedgraph.graph.wording.plain import plain
from schedgraph.parser.transcript import without_contacts

Json = dict[str, Any]
COLUMNS = ("id", "number", "title", "strike", "text", "final_disposition", "instruction", "page", "citations")
SAID_COLUMNS = ("subject", "says", "value", "date", "quote", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document; `said` are the statements of a table of facts or of a correction."""

    name: str
    iri: str
    path: str
    facts: tuple[tuple[str, str], ...]
    schedule: str | None
    shown: Shown | None
    items: tuple[ItemView, ...]
    citations: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...]
    said: tuple[EvidenceRow, ...]
    siblings: tuple[Sibling, ...]


def document(visit: Visit) -> Resource:
    """A document by its SHA-256, a table of facts by its name."""
    name, wanted = visit.named(
        lambda each: each.startswith("fact:") and bool(visit.store.ledger.said_by(each))
    )
    read = visit.store.ledger.transcript(name)
    if read is not None:
        return _read(visit, name, without_contacts(read), wanted)
    said = visit.store.ledger.said_by(name)
    if not said:
        raise RequestError(404, "The store holds no document of that name; documents go by their SHA-256.")
    return _table(visit, name, said, wanted)


def _read(visit: Visit, sha256: str, read: Json, wanted: Any) -> Resource:
    store, path = visit.store, links.document(sha256)
    about = read["document"]
    pages = f"{about['pages']} page{'' if about['pages'] == 1 else 's'}"

    def page() -> str:
        view = DocumentView(
            name=about["source"],
            iri=iri.document(sha256, store.base),
            path=path,
            facts=(
                ("Form", about["form"]),
                ("Length", pages),
                ("Read as", about["reading"]),
                ("SHA-256", sha256),
            ),
            schedule=read["schedule"]["id"],
            shown=shown_in(read),
            items=outline(read, read["items"]),
            citations=tuple(citation_line(each) for each in read["citations"]),
            warnings=tuple((each["message"], each["code"]) for each in read["warnings"]),
            said=(),
            siblings=siblings(path, "", ("json", "csv", "ttl")),
        )
        return rendered("document", view=view)

    return Resource(
        path=path,
        wanted=wanted,
        writers={
            "html": page,
            "json": lambda: json_text(read),
            "csv": lambda: "".join(_csv(read)),
            "ttl": lambda: _turtle(visit, sha256, read),
        },
    )


def _table(visit: Visit, name: str, said: tuple[Statement, ...], wanted: Any) -> Resource:
    store, path = visit.store, links.document(name)
    names = named(store, said)

    def page() -> str:
        view = DocumentView(
            name=names.get(name, name.removeprefix("fact:")),
            iri=iri.document(name, store.base),
            path=path,
            facts=(("Kind", "a table of facts" if name.startswith("fact:") else "a correction"),),
            schedule=None,
            shown=None,
            items=(),
            citations=(),
            warnings=(),
            said=rows(said, names),
            siblings=siblings(path, "", ("json", "csv", "ttl")),
        )
        return rendered("document", view=view)

    return Resource(
        path=path,
        wanted=wanted,
        writers={
            "html": page,
            "json": lambda: json_text([_said_json(each, names) for each in said]),
            "csv": lambda: "".join(_said_csv(said)),
            "ttl": lambda: _turtle(visit, name, None),
        },
    )


def _turtle(visit: Visit, name: str, read: Json | None) -> str:
    from schedgraph.graph.rdf.document import document_graph
    from schedgraph.graph.rdf.nodes import Mint

    base = visit.store.base
    return as_turtle(document_graph(name, visit.store.ledger.said_by(name), read, Mint(base=base)), base)


def _csv(read: Json) -> Iterator[str]:
    yield csv_line(COLUMNS)
    for each, item in zip(read["items"], outline(read, read["items"]), strict=True):
        yield csv_line(
            (
                each["id"] or "",
                plain(each["number"]),
                _marked(item.title),
                each["strike"],
                _marked(item.text),
                each["disposition"]["final"] or "",
                _marked(item.instruction),
                str(item.page),
                "; ".join(item.citations),
            )
        )


def _marked(text: str) -> str:
    return text.replace(STRIKE, "~~").replace(UNSTRIKE, "~~")


def _said_json(each: Statement, names: Any) -> Json:
    return {
        "subject": each.subject,
        "says": each.predicate,
        "value": each.object,
        "date": each.dated.isoformat() if each.dated else None,
        "source": each.printed,
        "evidence": place_json(each, names),
    }


def _said_csv(said: tuple[Statement, ...]) -> Iterator[str]:
    yield csv_line(SAID_COLUMNS)
    for each in said:
        cells = (each.subject, each.predicate, each.object, str(each.dated or ""), each.evidence.quote)
        yield csv_line(plain(cell) for cell in (*cells, each.printed or ""))
