"""`/sparql` for people: the text of a query, where it goes wrong, and its answer as a table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schedgraph.graph.errors import QueryError
from schedgraph.graph.rdf.prefixes import prefixes, shortened
from schedgraph.graph.sparql import NamedQuery, named
from schedgraph.graph.web.resource import Resource, Visit
from schedgraph.graph.web.template import rendered

if TYPE_CHECKING:
    from rdflib.term import Node

SHOWN_ROWS = 1000
"""Rows that the page shows; the formats for programs have all of them."""
DEFAULT = """\
SELECT ?item ?verdict WHERE {
  ?item sg:verdict ?verdict
}
ORDER BY ?item
LIMIT 20
"""
_PLACE = re.compile(r"line ([0-9]+), column ([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value of a row: what is shown, the whole of it, and a link where it is an address of the web."""

    text: str
    whole: str
    href: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer. `more` rows are not shown."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truth: bool | None
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Why a query has no answer, and where in its text: line and column from 1, the line itself."""

    sentence: str
    line: int | None
    column: int | None
    excerpt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView:
    """Everything that the page shows."""

    query: str
    asked: bool
    wrong: Wrong | None
    table: Table | None
    examples: tuple[NamedQuery, ...]
    prefixes: Mapping[str, str]
    formats: tuple[str, ...]


def query_page(visit: Visit) -> Resource:
    """The page, with the answer where a query was asked."""
    text = visit.given.get("query", "").replace("\r\n", "\n")
    name = visit.given.get("example")
    examples = named()
    if not text and name:
        text = next((each.text for each in examples if each.name == name), "")
    asked = bool(text.strip())
    known = prefixes(visit.store.base)
    table, wrong, formats = None, None, ()
    if asked:
        try:
            answer = visit.store.sparql(text)
            table = _table(answer.kind, answer.variables, answer.rows, known, visit.store.base)
        except QueryError as error:
            wrong = _wrong(str(error), text)
    view = QueryView(
        query=text if asked else DEFAULT,
        asked=asked,
        wrong=wrong,
        table=table,
        examples=examples,
        prefixes=known,
        formats=formats,
    )
    return Resource(
        path="/sparql", status=400 if wrong else 200, writers={"html": lambda: rendered("sparql", view=view)}
    )


def _wrong(sentence: str, text: str) -> Wrong:
    place = _PLACE.search(sentence)
    if place is None:
        return Wrong(sentence=sentence, line=None, column=None, excerpt=None)
    line, column = int(place[1]), int(place[2])
    lines = text.split("\n")
    excerpt = lines[line - 1] if 0 < line <= len(lines) else None
    return Wrong(sentence=sentence, line=line, column=column, excerpt=excerpt)


def _table(
    kind: str,
    variables: Sequence[str],
    rows: "Sequence[tuple[Node | None, ...]]",
    known: Mapping[str, str],
    base: str,
) -> Table:
    shown = rows[:SHOWN_ROWS]
    truth = str(rows[0][0]) == "true" if kind == "ask" else None
    return Table(
        variables=tuple(variables),
        rows=tuple(tuple(_cell(each, known, base) for each in row) for row in shown),
        truth=truth,
        more=len(rows) - len(shown),
    )


def _cell(node: "Node | None", known: Mapping[str, str], base: str) -> Cell:
    from rdflib import Literal, URIRef

    if node is None:
        return Cell(text="", whole="", href=None, kind="none")
    if isinstance(node, URIRef):
        text = shortened(str(node), known, strict=False) or str(node)
        return Cell(text=text, whole=str(node), href=_href(str(node), base), kind="iri")
    if isinstance(node, Literal):
        kind = f" ({shortened(str(node.datatype), known, strict=False)})" if node.datatype else ""
        tongue = f" @{node.language}" if node.language else ""
        return Cell(text=str(node), whole=f"{node}{kind}{tongue}", href=None, kind="value")
    return Cell(text=f"_:{node}", whole=f"_:{node}", href=None, kind="blank")


def _href(iri: str, base: str) -> str | None:
    """A link within this server for what it serves itself, and to the web for other addresses of the web alone."""
    if iri.startswith(f"{base}/"):
        path = iri.removeprefix(base)
        return path if path.startswith(("/authority/", "/document/", "/record-group/")) else None
    return iri if iri.startswith(("https://", "http://")) else None
