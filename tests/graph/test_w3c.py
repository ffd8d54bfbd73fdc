"""The SPARQL tests of the W3C, replayed; they are no part of the repository."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.guard import checked
from schedgraph.graph.engine.limits import LIMITS, SHARED
from schedgraph.graph.engine.worker import answered
from schedgraph.graph.errors import QueryError
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.web.sparql_endpoint import endpoint
from tests.graph import w3c
from tests.graph.engines import FixedSource

PINNED = Path(__file__).with_name("w3c_not_passed.txt")

pytestmark = w3c.NEEDED


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    quads = [
        (str(each.subject), str(each.predicate), str(each.object), f"<{name}>")
        for name, path in w3c.protocol_graphs().items()
        for each in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)
    ]
    with Engine(FixedSource(tmp_path_factory.mktemp("w3c"), quads), seats=SHARED) as engine:
        yield TestClient(Starlette(routes=endpoint(engine)))


def test_each_protocol_test_of_queries_passes_and_every_update_is_refused(server: TestClient) -> None:
    """20 tests are about queries; of the others the first request is an update, which comes to 4xx."""
    queries = updates = 0
    for name, exchanges in w3c.protocol_tests().items():
        asked = exchanges[0]
        reply = server.request(asked.method, asked.path, headers=asked.headers, content=asked.body)
        if "update" in name:
            updates += 1
            assert reply.status_code // 100 == 4, name
            continue
        queries += 1
        assert reply.status_code // 100 == asked.status, (name, reply.text)
        media = reply.headers["content-type"].partition(";")[0]
        if asked.boolean is not None:
            assert reply.json()["boolean"] == asked.boolean, name
        if asked.format == "RDF":
            assert media in ("text/turtle", "application/n-triples"), name
        elif asked.format is not None:
            assert media in ("application/sparql-results+json", "application/sparql-results+xml"), name
    assert (queries, updates) == (20, 14)


def ours(case: w3c.Case) -> bool:
    known = prefixes()
    try:
        plan = checked(case.query, known, LIMITS)
    except QueryError:
        return False
    head, body = answered(
        case.store,
        {
            "query": case.query,
            "base": "https://example.org/",
            "prefixes": dict(known),
            "format": "terms",
            "ordered": plan.ordered,
            "variables": plan.variables,
            "partial": False,
            "most_rows": LIMITS.rows,
            "most_bytes": LIMITS.bytes,
            "default_graphs": None,
            "named_graphs": None,
        },
    )
    rows = [tuple(row) for row in json.loads(body)]
    return w3c.is_expected(case, head["variables"], rows, head["kind"])


def bare(case: w3c.Case) -> bool:
    found = case.store.query(case.query)
    if isinstance(found, ox.QueryBoolean):
        truth = f'"{str(bool(found)).lower()}"^^<http://www.w3.org/2001/XMLSchema#boolean>'
        return w3c.is_expected(case, ["answer"], [(truth,)], "ask")
    if isinstance(found, ox.QueryTriples):
        rows = [(str(each.subject), str(each.predicate), str(each.object)) for each in found]
        return w3c.is_expected(case, [], rows, "graph")  # type: ignore[arg-type]
    names = [each.value for each in found.variables]
    table = [tuple(None if each[name] is None else str(each[name]) for name in names) for each in found]
    return w3c.is_expected(case, names, table, "select")


def passes(judge: Callable[[w3c.Case], bool], case: w3c.Case) -> bool:
    try:
        return bool(judge(case))
    except (SyntaxError, OSError, ValueError):
        return False


@pytest.mark.slow
def test_the_evaluation_tests_come_out_no_worse_than_with_the_bare_engine() -> None:
    """What does not pass is a pinned list, each with its reason, so that nothing joins it unseen."""
    pinned = {line.split()[0] for line in PINNED.read_text("utf-8").splitlines() if line[:1] not in ("", "#")}
    cases = list(w3c.evaluation_tests())
    not_passed = {case.name for case in cases if not passes(ours, case)}
    worse = {case.name for case in cases if case.name in not_passed and passes(bare, case)}
    assert len(cases) > 200
    assert not_passed == pinned
    refused = {case.name for case in cases if "FROM" in case.query}
    assert worse <= refused
