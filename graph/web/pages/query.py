"""`/sparql` for people: the text of a query, where it goes wrong, and its answer as a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from schedgraph.graph.errors import QueryError, SyntaxQueryError
from schedgraph.graph.rdf.answer_text import Format
from schedgraph.graph.rdf.notation import Term, parts
from schedgraph.graph.rdf.prefixes import prefixes, shortened
from schedgraph.graph.sparql import Answer, NamedQuery, named, run
from schedgraph.graph.web import links
from schedgraph.graph.web.negotiation import MEDIA_TYPES
from schedgraph.graph.web.resource import Resource, Visit
from schedgraph.graph.web.sparql_endpoint import status_of
from schedgraph.graph.web.template import rendered
from schedgraph.parser.authority.number import parse_identifier

SHOWN_ROWS = 1000
"""Rows that the page shows; the formats for programs have all of them."""
_NUMBERS = ("DAA-", "N1-", "NC", "NN-", "GRS ", "II-", "N2-")
"""How numbers of authorities begin; what is one leads to its page."""
_FORMATS: Mapping[Format, str] = {
    "json": "JSON", "xml": "XML", "csv": "CSV", "tsv": "TSV", "turtle": "Turtle", "ntriples": "N-Triples",
}  # fmt: skip
DEFAULT = """\
SELECT ?item ?verdict WHERE {
  ?item sg:verdict ?verdict
}
ORDER BY ?item
LIMIT 20
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value of a row: what is shown, the whole of it, and a link where it is an address of the web."""

    text: str
    whole: str
    href: str | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer. `more` rows are not shown; `left_out` says where the question itself asks for a part."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    truth: bool | None
    more: int
    left_out: str | None


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
    formats: tuple[tuple[str, str], ...]


def query_page(visit: Visit) -> Resource:
    """The page, with the answer where a query was asked."""
    text = visit.given.get("query", "").replace("\r\n", "\n")
    name = visit.given.get("example")
    examples = named()
    if not text and name:
        text = next((each.text for each in examples if each.name == name), "")
    asked = bool(text.strip())
    known = prefixes(visit.store.base)
    table, wrong, status = None, None, 200
    formats: tuple[tuple[str, str], ...] = ()
    if asked:
        try:
            answer = run(visit.engine, text)
            question = next((each for each in examples if each.text.strip() == text.strip()), None)
            table = _table(answer, known, question)
            formats = tuple(
                (_FORMATS[each], links.with_query("/sparql", query=text, format=each))
                for each in MEDIA_TYPES[answer.kind]
            )
        except QueryError as error:
            wrong, status = _wrong(error, text), status_of(error)
    view = QueryView(
        query=text if asked else DEFAULT,
        asked=asked,
        wrong=wrong,
        table=table,
        examples=examples,
        prefixes=known,
        formats=formats,
    )
    return Resource(path="/sparql", status=status, writers={"html": lambda: rendered("sparql", view=view)})


def _wrong(error: QueryError, text: str) -> Wrong:
    if not isinstance(error, SyntaxQueryError):
        return Wrong(sentence=str(error), line=None, column=None, excerpt=None)
    lines = text.split("\n")
    excerpt = lines[error.line - 1] if 0 < error.line <= len(lines) else None
    return Wrong(sentence=str(error), line=error.line, column=error.column, excerpt=excerpt)


def _table(answer: Answer, known: Mapping[str, str], question: NamedQuery | None) -> Table:
    shown = answer.terms[:SHOWN_ROWS]
    return Table(
        variables=answer.variables,
        rows=tuple(tuple(_cell(each, known, answer.base) for each in row) for row in shown),
        truth=answer.truth if answer.kind == "ask" else None,
        more=len(answer.terms) - len(shown),
        left_out=question.left_out(len(answer.terms)) if question else None,
    )


def _cell(term: Term | None, known: Mapping[str, str], base: str) -> Cell:
    if term is None:
        return Cell(text="", whole="", href=None, kind="none")
    said = parts(term)
    if said.kind == "iri":
        text = shortened(said.value, known, strict=False) or said.value
        return Cell(text=text, whole=said.value, href=_href(said.value, base), kind="iri")
    if said.kind == "blank":
        return Cell(text=f"_:{said.value}", whole=f"_:{said.value}", href=None, kind="blank")
    datatype = f" ({shortened(said.datatype, known, strict=False) or said.datatype})" if said.datatype else ""
    tongue = f" @{said.language}" if said.language else ""
    numbered = said.value.startswith(_NUMBERS) and parse_identifier(said.value) is not None
    href = links.authority(said.value) if numbered else None
    return Cell(text=said.value, whole=f"{said.value}{datatype}{tongue}", href=href, kind="value")


def _href(iri: str, base: str) -> str | None:
    """A link within this server for what it serves itself, and to the web for other addresses of the web alone."""
    if iri.startswith(f"{base}/"):
        path = iri.removeprefix(base)
        return path if path.startswith(("/authority/", "/document/", "/record-group/")) else None
    return iri if iri.startswith(("https://", "http://")) else None
