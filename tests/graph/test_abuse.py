"""Queries that want too much or reach out: each ends in time, reaches nothing, and leaves the others alone."""

import contextlib
import socket
import threading
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import Limits, Seats
from schedgraph.graph.errors import LimitError, QueryError
from tests.graph.engines import FixedSource

QUERIES = tomllib.loads(Path(__file__).with_name("abuse.toml").read_text("utf-8"))["query"]
SECONDS = 0.5
PATIENCE = 15.0
"""How long it takes is measured in bench/sparql; here a query that never ends is told from one that does."""
E = "http://example.org/"


def spelled(given: dict[str, str], port: int) -> str:
    times = int(given.get("times", 0))
    pieces = (given.get("make", "").replace("{n}", str(n)).replace("{m}", str(n + 1)) for n in range(times))
    return given["text"].replace("{make}", "".join(pieces)).replace("PORT", str(port))


@dataclass
class Listener:
    """Counts whoever connects."""

    server: socket.socket
    heard: int = 0

    def listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.server.accept()
                self.heard += 1
                connection.close()

    @property
    def port(self) -> int:
        return int(self.server.getsockname()[1])


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        made = Listener(server)
        threading.Thread(target=made.listen, daemon=True).start()
        yield made


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> FixedSource:
    """A thousand nodes in circles of different lengths."""
    quads = [
        (f"<{E}s{n}>", f"<{E}{name}>", f"<{E}s{(n * step + 1) % 1000}>", f"<{E}g{n % 5}>")
        for n in range(1000)
        for name, step in (("next", 1), ("other", 3))
    ]
    return FixedSource(tmp_path_factory.mktemp("abuse"), quads)


@pytest.fixture(scope="module")
def engine(source: FixedSource) -> Iterator[Engine]:
    limits = Limits(seconds=SECONDS, rows=10_000, megabytes=256)
    with Engine(source, limits=limits, seats=Seats(quick=2, long=2, slice=0.3)) as made:
        made.ready(graphs=True)
        yield made


def test_there_are_sixty_and_more() -> None:
    assert len(QUERIES) >= 60 and len({each["name"] for each in QUERIES}) == len(QUERIES)


@pytest.mark.slow
@pytest.mark.parametrize("given", QUERIES, ids=[each["name"] for each in QUERIES])
def test_it_ends_within_its_limit_and_is_told_for_what_it_is(
    engine: Engine, listener: Listener, given: dict[str, str]
) -> None:
    began, before = time.monotonic(), listener.heard
    try:
        engine.ask(spelled(given, listener.port), "terms")
        outcome = "answered"
    except LimitError:
        outcome = "stopped"
    except QueryError:
        outcome = "refused"
    assert time.monotonic() - began < SECONDS + PATIENCE
    assert outcome == given["outcome"] or (given["outcome"] == "any" and outcome in ("answered", "stopped"))
    assert listener.heard == before


def test_a_spelling_that_the_guard_does_not_know_reaches_nothing(
    engine: Engine, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker itself cannot open a connection: with the guard away SERVICE fails, or silently finds nothing."""
    monkeypatch.setattr("schedgraph.graph.engine.guard._check_words", lambda *_, **__: None)
    for silent in ("", "SILENT"):
        query = f"SELECT * {{ SERVICE {silent} <http://127.0.0.1:{listener.port}/> {{ ?s ?p ?o }} }}"
        with contextlib.suppress(QueryError):
            engine.ask(query, "terms")
    assert listener.heard == 0


def test_others_are_answered_meanwhile(source: FixedSource) -> None:
    """Two queries that never end leave the seats to those that do."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    stopped: list[str] = []

    def abuse(engine: Engine) -> None:
        try:
            engine.ask(endless, "terms")
        except LimitError:
            stopped.append("stopped")

    with (
        Engine(source, limits=Limits(seconds=4), seats=Seats(quick=1, long=2, slice=0.3)) as engine,
        ThreadPoolExecutor(2) as pool,
    ):
        engine.ready()
        waiting = [pool.submit(abuse, engine) for _ in range(2)]
        while sum(each.running() for each in waiting) < 2:
            time.sleep(0.01)
        for _ in range(5):
            assert engine.ask(f"SELECT ?o {{ <{E}s1> <{E}next> ?o }}", "terms").count == 1
        assert not stopped
        for each in waiting:
            each.result()
    assert stopped == ["stopped", "stopped"]


def test_a_worker_that_dies_is_replaced(engine: Engine) -> None:
    for _ in range(3):
        with pytest.raises(QueryError):
            engine.ask("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", "terms")
    assert engine.ask("ASK {}", "terms").outcome == "answered"


def test_too_many_at_once_are_told_to_come_again(source: FixedSource) -> None:
    """Nobody waits in a queue without end."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    told: list[str] = []

    def ask(engine: Engine) -> None:
        try:
            engine.ask(endless, "terms")
        except QueryError as error:
            told.append(type(error).__name__)

    with (
        Engine(source, limits=Limits(seconds=2, waiting=1, patience=0.2)) as engine,
        ThreadPoolExecutor(6) as pool,
    ):
        engine.ask("ASK {}", "terms")
        for each in [pool.submit(ask, engine) for _ in range(6)]:
            each.result()
    assert told.count("BusyError") >= 4 and "LimitError" in told
