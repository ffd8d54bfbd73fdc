"""Connections: slow clients do not keep others away, small answers come at once, large ones in parts."""

import asyncio
import socket
import threading
from contextlib import contextmanager

import pytest

from schedgraph.graph.web import impatient
from schedgraph.graph.web.guard import PART, Guard
from schedgraph.graph.web.negotiation import chosen
from schedgraph.graph.web.serving import listen, server
from schedgraph.graph.web.site import Site


@contextmanager
def running(folder):
    with listen("127.0.0.1", 0) as listening:
        serving = server(Site(folder=folder))
        thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening.socket]})
        thread.start()
        yield listening.socket
        serving.should_exit = True
        thread.join(10)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HTTP/1.1\r\nHo",
        b"GET /examples HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\nHo",
    ],
)
def test_a_connection_over_which_no_request_comes_is_ended(library, monkeypatch, sent):
    monkeypatch.setattr(impatient, "HEAD_SECONDS", 0.5)
    with running(library) as listening, socket.create_connection(listening.getsockname()) as slow:
        slow.settimeout(30)
        slow.sendall(sent)
        while slow.recv(1 << 16):
            pass


def test_small_answers_are_sent_at_once(library):
    """asyncio turns Nagle's algorithm off only for sockets that say that they are TCP."""
    with listen("127.0.0.1", 0) as listening:
        assert listening.socket.proto == socket.IPPROTO_TCP


def test_a_large_answer_is_sent_in_parts():
    whole, sent = bytes(range(256)) * 1024, []

    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": whole})

    async def take(message):
        sent.append(message)

    scope = {"type": "http", "headers": [(b"host", b"localhost")]}
    asyncio.run(Guard(app, hosts=["localhost"], body_bytes=1)(scope, None, take))
    parts = [each for each in sent if each["type"] == "http.response.body"]
    assert b"".join(each["body"] for each in parts) == whole
    assert max(len(each["body"]) for each in parts) <= PART
    assert [each["more_body"] for each in parts] == [True] * (len(parts) - 1) + [False]


def test_a_query_that_is_sent_too_slowly_is_refused(library, monkeypatch):
    monkeypatch.setattr("schedgraph.graph.web.sparql_endpoint.BODY_SECONDS", 0.3)
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 100\r\n\r\nASK"
    )
    with running(library) as listening, socket.create_connection(listening.getsockname()) as slow:
        slow.settimeout(30)
        slow.sendall(head)
        assert slow.recv(1 << 16).startswith(b"HTTP/1.1 408")


def test_a_first_day_before_all_calendars_is_answered(site):
    from tests.web.conftest import whole

    assert whole(site, "/changes?to=0001-01-01").status_code == 200


@pytest.mark.parametrize("accept", ["*", "text/html;q=nan, */*", ";;;,q=1"])
def test_an_odd_wish_for_a_format_is_no_fault(accept):
    assert chosen(accept, ("text/html", "application/json")) in ("text/html", "application/json")


def test_the_revision_is_watched_through_writing_and_replacing(tmp_path, seeds):
    import shutil

    from schedgraph.graph.errors import StoreError
    from schedgraph.graph.ledger import Ledger
    from schedgraph.graph.ledger.watch import RevisionWatch
    from schedgraph.parser.read import read_document

    store = tmp_path / "store"
    with Ledger.create(store) as ledger:
        ledger.add(read_document(seeds["000"]))
    watch = RevisionWatch(store)
    first = watch.revision()
    assert watch.revision() == first
    with Ledger.create(store) as ledger:
        ledger.add(read_document(seeds["004"]))
        second = watch.revision()
        assert second == ledger.revision != first
    shutil.move(store, tmp_path / "aside")
    with pytest.raises(StoreError, match="no store"):
        watch.revision()
    with Ledger.create(store) as ledger:
        ledger.add(read_document(seeds["004"]))
        assert watch.revision() == ledger.revision not in (first, second)
    watch.close()
