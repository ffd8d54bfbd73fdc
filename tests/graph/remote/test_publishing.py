"""Publishing to another SPARQL 1.1 store: everything arrives, once, whatever happens on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from schedgraph.corpus import documents
from schedgraph.graph.engine.worker import term_of
from schedgraph.graph.errors import QueryError, RemoteError
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.remote import http
from schedgraph.graph.remote.asking import ask
from schedgraph.graph.remote.http import remote
from schedgraph.graph.remote.publishing import By, Published, publish
from schedgraph.graph.sparql import named, run
from schedgraph.parser.read import read_document
from tests.graph.engines import evaluation
from tests.graph.remote.server import Server, serving

BASE = "https://w3id.org/schedgraph"
PATHS = {"graph-store": "/data", "update": "/update"}
WAYS: list[By] = ["graph-store", "update"]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "_PAUSES", (0.0, 0.0))


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "store") as made:
        made.add(read_document(documents()[0]))
        yield made


def send(ledger: Ledger, server: Server, by: By, batch: int = 500) -> Published:
    return publish(ledger, BASE, remote(server.url + PATHS[by]), by, batch)


def held(server: Server) -> list[tuple[str, ...]]:
    return sorted(
        tuple(str(term_of(each)) for each in (quad.subject, quad.predicate, quad.object, quad.graph_name))
        for quad in server.store
    )


def wanted(ledger: Ledger) -> list[tuple[str, ...]]:
    return sorted(set(quads(ledger, BASE)))


@pytest.mark.parametrize("by", WAYS)
def test_the_other_store_holds_the_same_and_only_changes_are_sent_again(
    ledger: Ledger, server: Server, by: By
) -> None:
    first = send(ledger, server, by)
    assert held(server) == wanted(ledger) and first.unchanged == 0
    again = send(ledger, server, by)
    assert (again.sent, again.unchanged, again.triples) == (0, first.sent, 0)
    ledger.add(read_document(documents()[1]))
    # The new document, and what follows from all of them.
    assert send(ledger, server, by).sent == 2
    assert held(server) == wanted(ledger)


@pytest.mark.parametrize("by", WAYS)
@pytest.mark.parametrize("status", [0, 500], ids=["the connection breaks", "the store refuses"])
@pytest.mark.parametrize("fails_from", [0, 3, 9])
def test_a_run_that_fails_halfway_is_made_good_by_the_next(
    ledger: Ledger, server: Server, by: By, status: int, fails_from: int
) -> None:
    """Also where a request was carried out and only its answer was lost: nothing is there twice."""
    server.fails_from, server.status = fails_from, status
    with pytest.raises(RemoteError, match="goes on from there"):
        send(ledger, server, by)
    server.fails_from = None
    before = len(server.writes)
    done = send(ledger, server, by)
    assert held(server) == wanted(ledger)
    assert done.unchanged > 0 or fails_from < 9
    assert len(server.writes) > before


def test_what_passes_is_tried_again(ledger: Ledger, server: Server) -> None:
    server.fails_from, server.status, server.fails_times = 2, 503, 2
    send(ledger, server, "graph-store")
    assert held(server) == wanted(ledger)


@pytest.mark.parametrize("by", WAYS)
def test_a_graph_that_is_gone_here_is_removed_there_and_others_are_left_alone(
    ledger: Ledger, server: Server, by: By, tmp_path: Path
) -> None:
    server.store.update("INSERT DATA { GRAPH <http://example.org/mine> { <a:a> <a:b> 1 } }")
    ledger.add(read_document(documents()[1]))
    send(ledger, server, by)
    with Ledger.create(tmp_path / "smaller") as smaller:
        smaller.add(read_document(documents()[0]))
        (ledger.folder / "published").rename(tmp_path / "smaller" / "published")
        assert send(smaller, server, by).removed == 1
        kept = [quad for quad in held(server) if quad[3] != "<http://example.org/mine>"]
        assert kept == wanted(smaller) and len(kept) == len(held(server)) - 1


def test_another_store_answers_the_named_queries_as_our_own(ledger: Ledger, server: Server) -> None:
    """Its default graph has to be the union of all, without doubles; here it is read as one that has none."""
    send(ledger, server, "graph-store")
    own, other = evaluation(ledger), remote(server.url)
    for query in named():
        found = set(ask(other, query.text, BASE).terms)
        assert found == set(run(own, query.text).terms), query.name
    assert ask(other, "ASK { ?s a sg:Evidence }", BASE).truth
    asked = "CONSTRUCT { ?s a sg:Item } WHERE { ?s a sg:ScheduleItem }"
    assert ask(other, asked, BASE) == run(own, asked)


def test_what_the_other_store_says_is_told_on_one_line(ledger: Ledger, server: Server) -> None:
    server.fails_from, server.status = 0, 500
    with pytest.raises(RemoteError) as told:
        send(ledger, server, "graph-store")
    assert "answers 500 (no room [2J left)" in str(told.value) and "\x1b" not in str(told.value)
    with pytest.raises(RemoteError, match="does not answer"):
        ask(remote("http://127.0.0.1:9/"), "ASK {}", BASE)
    with pytest.raises(QueryError, match="would change data"):
        ask(remote(server.url), "CLEAR ALL", BASE)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x/", "localhost:3030", "http:///x", "http://u:p@x/"]
)
def test_only_addresses_of_the_web_are_taken(url: str) -> None:
    with pytest.raises(RemoteError, match="is no address"):
        remote(url)
