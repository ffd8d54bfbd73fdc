"""The SPARQL 1.1 Protocol over HTTP: formats, refusals, what is told before the first byte."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from rdflib import Graph
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.testclient import TestClient

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import SHARED, Limits
from schedgraph.graph.web.sparql_endpoint import endpoint
from tests.graph.engines import FixedSource

E = "http://example.org/"
QUADS = [(f"<{E}s{n}>", f"<{E}p>", f'"{n}"', f"<{E}g{n % 2}>") for n in range(6)]
ALL = "SELECT ?o { ?s ?p ?o }"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    source = FixedSource(tmp_path_factory.mktemp("graph"), QUADS)
    with Engine(source, seats=SHARED, behind=True, limits=Limits(rows=5, seconds=2)) as engine:
        engine.ready(graphs=True)
        yield TestClient(Starlette(routes=endpoint(engine)))


@pytest.mark.parametrize(
    ("accept", "query", "media", "begins"),
    [
        (
            "application/sparql-results+json",
            "SELECT ?o { ?s ?p ?o } LIMIT 1",
            "application/sparql-results+json",
            "{",
        ),
        ("application/sparql-results+xml", "ASK {}", "application/sparql-results+xml", "<?xml"),
        ("text/csv", "SELECT ?o { ?s ?p ?o } LIMIT 1", "text/csv; charset=utf-8", "o\r\n"),
        (
            "text/tab-separated-values",
            "SELECT ?o {} LIMIT 1",
            "text/tab-separated-values; charset=utf-8",
            "?o\n",
        ),
        ("text/turtle", "DESCRIBE <http://example.org/s1>", "text/turtle; charset=utf-8", "@prefix"),
        ("application/n-triples", "DESCRIBE <http://example.org/s1>", "application/n-triples", "<http://"),
        ("text/html;q=0.9, text/csv;q=0.2, */*;q=0.1", "ASK {}", "application/sparql-results+json", "{"),
        ("application/json", "SELECT ?o {} LIMIT 1", "application/sparql-results+json", "{"),
        ("", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1", "text/turtle; charset=utf-8", "@prefix"),
    ],
)
def test_the_client_gets_the_format_that_it_likes_best(
    ask: TestClient, accept: str, query: str, media: str, begins: str
) -> None:
    found = ask.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert (found.status_code, found.headers["content-type"]) == (200, media)
    assert found.text.startswith(begins)


@pytest.mark.parametrize(("accept", "query"), [("image/png", "ASK {}"), ("text/csv", "ASK {}")])
def test_a_format_that_cannot_be_given_is_refused(ask: TestClient, accept: str, query: str) -> None:
    found = ask.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert found.status_code == 406


def test_answered_empty_refused_and_truncated_are_told_in_the_header(ask: TestClient) -> None:
    """A part is given only to who asks for it; else an answer that is too long is no answer."""
    cases = [
        ({"query": "SELECT ?o { ?s ?p ?o } LIMIT 2"}, 200, "answered"),
        ({"query": "SELECT ?o { ?s <a:b> ?o }"}, 200, "empty"),
        ({"query": ALL}, 422, "refused"),
        ({"query": ALL, "partial": "true"}, 200, "truncated"),
        ({"query": "SELECT * { SERVICE <http://x/> {} }"}, 403, "refused"),
        ({"query": "SELECT * {"}, 400, "refused"),
    ]
    for fields, status, outcome in cases:
        found = ask.get("/sparql", params=fields)
        assert (found.status_code, found.headers["schedgraph-outcome"]) == (status, outcome), fields
    assert found.headers["content-type"].startswith("text/plain")


def test_a_syntax_error_has_its_line_and_column(ask: TestClient) -> None:
    query = {"query": "SELECT * {\n  ?s ?p }"}
    found = ask.get("/sparql", params=query, headers={"accept": "application/json"})
    assert found.status_code == 400
    told = json.loads(found.text)
    assert (told["line"], told["column"]) == (2, 3)
    assert "line 2, column 3" in ask.get("/sparql", params=query).text


def test_a_get_without_a_query_describes_the_service(ask: TestClient) -> None:
    described = Graph().parse(data=ask.get("/sparql").text, format="turtle")
    assert "http://testserver/sparql" in {str(each) for each in described.objects()}
    plain = ask.get("/sparql", headers={"accept": "application/n-triples"})
    assert plain.headers["content-type"] == "application/n-triples"
    assert len(Graph().parse(data=plain.text, format="nt")) == len(described)


def test_the_graphs_that_a_request_names_are_its_dataset(ask: TestClient) -> None:
    """Two default graphs are one graph, in which a triple of both counts once; others are not seen."""
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def counted(*graphs: str) -> str:
        fields = [("query", count), *(("default-graph-uri", f"{E}{graph}") for graph in graphs)]
        return ask.get("/sparql", params=fields, headers={"accept": "text/csv"}).text.split()[1]

    assert [counted(), counted("g1"), counted("g0", "g1"), counted("none")] == ["6", "3", "6", "0"]


@pytest.mark.parametrize(
    ("method", "more", "status"),
    [
        ("PUT", {"params": {"query": "ASK {}"}}, 405),
        ("GET", {"params": {"update": "CLEAR ALL"}}, 403),
        ("GET", {"params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ("POST", {"content": "ASK {}"}, 415),
        ("POST", {"content": "ASK {}", "headers": {"content-type": "text/plain"}}, 415),
        ("POST", {"content": "CLEAR ALL", "headers": {"content-type": "application/sparql-update"}}, 403),
        (
            "POST",
            {"content": b"ASK { # \xff\n}", "headers": {"content-type": "application/sparql-query"}},
            400,
        ),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403),
        ("POST", {"data": {"nothing": "x"}}, 400),
        ("POST", {"content": "#" * 900_000, "headers": {"content-type": "application/sparql-query"}}, 413),
    ],
)
def test_what_is_no_query_of_the_protocol_is_refused(
    ask: TestClient, method: str, more: dict, status: int
) -> None:  # type: ignore[type-arg]
    found = ask.request(method, "/sparql", **more)
    assert found.status_code == status
    assert "Traceback" not in found.text and "/" not in found.text.replace("application/", "")


def test_a_query_is_posted_as_a_form_or_as_it_is(ask: TestClient) -> None:
    form = ask.post("/sparql/", data={"query": "ASK {}"})
    plain = ask.post("/sparql", content="ASK {}", headers={"content-type": "application/sparql-query"})
    assert form.json() == plain.json() == {"head": {}, "boolean": True}


def test_a_browser_gets_the_page() -> None:
    async def page(_: Request) -> Response:
        return HTMLResponse("<p>ask")

    with Engine(FixedSource(Path(), [])) as engine:
        browser = TestClient(Starlette(routes=endpoint(engine, page)))
        accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        assert (
            browser.get(f"/sparql?{urlencode({'query': 'ASK {}'})}", headers={"accept": accept}).text
            == "<p>ask"
        )
