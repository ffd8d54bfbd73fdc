"""The W3C's SPARQL 1.1 tests as Python values: requests of the protocol tests, cases of the evaluation tests."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.term import Node

SUITE = Path(os.environ.get("SCHEDGRAPH_W3C", "shared/w3c")) / "sparql" / "sparql11"
NEEDED = pytest.mark.skipif(
    not SUITE.is_dir(), reason="the W3C's SPARQL tests are not here: set SCHEDGRAPH_W3C to their folder"
)

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
KEPT_OUT = (
    "service",
    "entailment",
    "protocol",
    "service-description",
    "http-rdf-update",
    "graph-store-protocol",
)

Rows = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class Exchange:
    """One request of a protocol test and the status that is expected: 2 for 2xx."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    status: int
    boolean: bool | None
    format: str | None


def protocol_tests() -> dict[str, list[Exchange]]:
    manifest = Graph().parse(SUITE / "protocol" / "manifest.ttl")
    return {
        str(test).rpartition("#")[2]: [
            _exchange(manifest, each)
            for each in manifest.items(manifest.value(manifest.value(test, MF.action), HT.requests))  # type: ignore[arg-type]
        ]
        for test in manifest.subjects(RDF.type, MF.ProtocolTest)
    }


def protocol_graphs() -> dict[str, Path]:
    """The graphs that the protocol tests expect to be there."""
    base = "http://kasei.us/2009/09/sparql/data/"
    return {f"{base}data{n}.rdf": SUITE / "protocol" / f"data{n}.nt" for n in (1, 2, 3)}


def _exchange(manifest: Graph, request: Node) -> Exchange:
    def text(node: Node | None, predicate: URIRef) -> str | None:
        found = manifest.value(node, predicate) if node is not None else None
        return None if found is None else str(found)

    headers = manifest.value(request, HT.headers)
    body, answer = manifest.value(request, HT.body), manifest.value(request, HT.resp)
    chars = text(body, CNT.chars)
    status = {str(each)[-3] for each in manifest.objects(answer, MF.expectedStatus)}
    boolean = text(answer, MF.expectedBoolean)
    return Exchange(
        method=text(request, HT.methodName) or "GET",
        path=text(request, HT.absolutePath) or "",
        headers={
            text(each, HT.fieldName) or "": text(each, HT.fieldValue) or ""
            for each in (manifest.items(headers) if headers else ())
        },
        body=None if chars is None else chars.encode(text(body, CNT.characterEncoding) or "UTF-8"),
        status=min(map(int, status)),
        boolean=None if boolean is None else boolean == "true",
        format=text(answer, MF.expectedFormat),
    )


@dataclass(frozen=True)
class Case:
    """One evaluation test: its data loaded, its query with its base, the file that has its result."""

    name: str
    query: str
    store: ox.Store
    result: Path


def evaluation_tests() -> Iterator[Case]:
    for folder in sorted(each for each in SUITE.iterdir() if each.is_dir() and each.name not in KEPT_OUT):
        manifest = Graph().parse(folder / "manifest.ttl", publicID=folder.as_uri() + "/")
        for kind in (MF.QueryEvaluationTest, MF.CSVResultFormatTest):
            for test in sorted(manifest.subjects(RDF.type, kind)):
                action, result = manifest.value(test, MF.action), manifest.value(test, MF.result)
                query = _path(manifest.value(action, QT.query))
                store = ox.Store()
                for data in manifest.objects(action, QT.data):
                    _load(store, _path(data), None)
                for graph in manifest.objects(action, QT.graphData):
                    _load(store, _path(graph), str(graph))
                yield Case(
                    name=f"{folder.name}/{str(test).rpartition('#')[2]}",
                    query=f"BASE <{query.as_uri()}> {query.read_text('utf-8')}",
                    store=store,
                    result=_path(result),
                )


def _path(node: Node | None) -> Path:
    return Path(str(node).removeprefix("file://"))


def _load(store: ox.Store, path: Path, graph: str | None) -> None:
    store.load(
        path=path,
        base_iri=path.as_uri(),
        to_graph=ox.NamedNode(graph) if graph else None,
        format=ox.RdfFormat.from_extension(path.suffix[1:]),
    )


def is_expected(case: Case, variables: list[str], rows: list[tuple[str | None, ...]], kind: str) -> bool:
    """Whether terms of N-Triples are what the test expects; blank nodes of tables are taken for equal."""
    suffix = case.result.suffix
    if kind == "graph":
        wanted = Graph().parse(case.result)
        text = "".join(f"{' '.join(str(each) for each in row)} .\n" for row in rows)
        return bool(isomorphic(wanted, Graph().parse(data=text, format="nt")))
    if suffix in (".ttl", ".rdf"):
        return _table(variables, rows) == _result_set(case.result)
    if suffix == ".csv":
        wanted_csv = case.result.read_text("utf-8").replace("\r\n", "\n").strip().split("\n")
        return wanted_csv[0].split(",") == variables and len(wanted_csv) - 1 == len(rows)
    found = ox.parse_query_results(path=case.result, format=ox.QueryResultsFormat.from_extension(suffix[1:]))
    if isinstance(found, ox.QueryBoolean):
        return rows == [(f'"{str(bool(found)).lower()}"^^<http://www.w3.org/2001/XMLSchema#boolean>',)]
    names = [each.value for each in found.variables]
    return _table(variables, rows) == _table(
        names, [tuple(None if each[n] is None else str(each[n]) for n in names) for each in found]
    )


def _table(variables: list[str], rows: list[tuple[str | None, ...]]) -> Rows:
    return Counter(
        tuple(
            sorted(
                f"{name}={_value(each)}"
                for name, each in zip(variables, row, strict=True)
                if each is not None
            )
        )
        for row in rows
    )


def _value(term: str) -> str:
    """Numbers by their value, for an engine may keep that alone; blank nodes without their labels."""
    if term.startswith("_:"):
        return "_:"
    store = ox.Store()
    store.load(input=f"<a:a> <a:a> {term} .", format=ox.RdfFormat.N_TRIPLES)
    return str(next(iter(store)).object)


def _result_set(path: Path) -> Rows:
    graph = Graph().parse(path)
    rows: Rows = Counter()
    for solution in graph.objects(None, RS.solution):
        bindings = graph.objects(solution, RS.binding)
        rows[
            tuple(
                sorted(
                    f"{graph.value(each, RS.variable)}={_value(graph.value(each, RS.value).n3())}"  # type: ignore[union-attr]
                    for each in bindings
                )
            )
        ] += 1
    return rows
