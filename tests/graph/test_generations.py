"""Generations on disk: whole or not there, held while somebody reads them, deleted after."""

import os
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from schedgraph.graph.engine import generation, loading
from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.workers import Worker
from schedgraph.graph.errors import StoreError
from schedgraph.ontology.terms import NAMESPACE
from tests.graph.engines import FixedSource

ONE = [("<a:s>", "<a:p>", '"1"', "<a:g>")]
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fails(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError, match="No space left"):
        generation.build(tmp_path, "whole-1", fails)
    assert [each.name for each in tmp_path.iterdir()] == ["building"]


def test_what_a_killed_build_left_is_deleted_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "whole-0-abcd.unfinished").mkdir()
    generation.build(tmp_path, "whole-1", lambda folder: (folder / "x").touch()).release()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["building", "whole-1"]


def test_a_generation_that_is_read_stays_and_goes_after(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        (folder / "x").touch()

    old = generation.build(tmp_path, "whole-1", fill)
    generation.build(tmp_path, "whole-2", fill).release()
    assert old.path.is_dir()
    old.release()
    generation.build(tmp_path, "whole-3", fill).release()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["building", "whole-3"]


def test_quads_that_are_none_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be built"):
        loading.fill(tmp_path, [("<a b>", "<a:p>", '"1"', "<a:g>")], graphs=False)


def test_a_generation_that_is_damaged_is_told_in_a_sentence(tmp_path: Path) -> None:
    source = FixedSource(tmp_path, list(ONE))
    with Engine(source) as engine:
        engine.ready()
    (made,) = (each for each in tmp_path.iterdir() if each.name.startswith("whole-"))
    (made / "CURRENT").write_text("nonsense\n")
    with Engine(source) as engine, pytest.raises(StoreError, match="does not start"):
        engine.ask(COUNT, "terms")


def test_behind_a_change_the_old_answer_says_that_it_is_old(tmp_path: Path) -> None:
    """A server goes on answering while the new generation is written, and never in silence."""
    source = FixedSource(tmp_path, list(ONE))
    with Engine(source, behind=True) as engine:
        engine.ready()
        assert not engine.ask(COUNT, "csv").stale
        source.said.append(("<a:s>", "<a:p>", '"2"', "<a:g>"))
        source.state = "2"
        replies = [engine.ask(COUNT, "csv")]
        while replies[-1].stale:
            replies.append(engine.ask(COUNT, "csv"))
    for reply in replies:
        assert reply.body == (b"n\r\n1\r\n" if reply.stale else b"n\r\n2\r\n")
    assert replies[0].stale


def test_a_server_lets_another_process_write_the_graph_of_its_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from schedgraph.graph.engine.source import LedgerSource
    from schedgraph.graph.ledger import Ledger

    Ledger.create(tmp_path).close()

    def here(*_: object, **__: object) -> None:
        raise AssertionError("written by the process that answers")

    monkeypatch.setattr(loading, "fill", here)
    with Engine(LedgerSource(store=tmp_path), behind=True) as engine:
        engine.ready()
        assert engine.ask("ASK { ?s ?p ?o }", "json").outcome == "answered"


def test_a_graph_that_cannot_be_written_is_told_to_who_asks_and_not_tried_each_time(tmp_path: Path) -> None:
    from schedgraph.graph.engine.source import LedgerSource
    from schedgraph.graph.errors import BusyError
    from schedgraph.graph.ledger import Ledger

    Ledger.create(tmp_path).close()
    (tmp_path / "rdf").write_text("in the way")
    told: list[str] = []
    with Engine(LedgerSource(store=tmp_path), behind=True, tell=told.append) as engine:
        for _ in range(600):
            try:
                engine.ask(COUNT, "csv")
            except BusyError:
                time.sleep(0.05)
            except StoreError as error:
                assert "cannot be written" in str(error)
                break
        with pytest.raises(StoreError, match="cannot be written"):
            engine.ask(COUNT, "csv")
    assert len([each for each in told if "cannot be written" in each]) == 1


def test_a_document_that_was_written_into_the_graph_is_forgotten(tmp_path: Path) -> None:
    """A store of many thousand documents is written from beginning to end in one state of the ledger."""
    import tracemalloc

    from bench.scale.filling import fill
    from bench.scale.plan import Size
    from schedgraph.graph.iri import BASE
    from schedgraph.graph.ledger import Ledger
    from schedgraph.graph.rdf.quads import graphs

    schedules = 40
    for _ in fill(tmp_path, Size(seed=3, schedules=schedules)):
        pass
    of_the_ledger = tracemalloc.Filter(True, "*/graph/ledger/*")
    held: dict[int, int] = {}
    tracemalloc.start()
    try:
        with Ledger.open(tmp_path) as ledger, ledger.snapshot():
            for number, (_, triples) in enumerate(islice(graphs(ledger, BASE), schedules)):
                for _ in triples:
                    pass
                if number in (10, schedules - 1):
                    kept = tracemalloc.take_snapshot().filter_traces((of_the_ledger,))
                    held[number] = sum(each.size for each in kept.statistics("filename"))
    finally:
        tracemalloc.stop()
    assert (held[schedules - 1] - held[10]) / (schedules - 11) < 6_000


def test_what_follows_is_the_same_in_whatever_parts_it_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chains, circles and general schedules that lie in another part than what leans on them."""
    from bench.scale.filling import fill
    from bench.scale.plan import Size
    from schedgraph.graph.conclusions import parts
    from schedgraph.graph.iri import BASE
    from schedgraph.graph.ledger import Ledger
    from schedgraph.graph.rdf import quads

    for _ in fill(tmp_path, Size(seed=11, schedules=5)):
        pass
    with Ledger.open(tmp_path) as ledger, ledger.snapshot():
        at_once = set(quads.quads(ledger, BASE))
        for most, asked in ((1, 1), (7, 3), (50, 50)):
            monkeypatch.setattr(parts, "MOST", most)
            monkeypatch.setattr(parts, "ASKED", asked)
            assert set(quads.quads(ledger, BASE)) == at_once


def test_circles_are_looked_for_seldom_while_a_graph_is_written_and_as_before_after(tmp_path: Path) -> None:
    import gc

    before, meanwhile = gc.get_threshold(), []

    def quads() -> Iterator[tuple[str, str, str, str]]:
        meanwhile.append(gc.get_threshold())
        yield from ONE

    loading.fill(tmp_path, quads(), graphs=False)
    assert gc.get_threshold() == before
    assert meanwhile[0][0] > 100 * before[0]


LEAN, WHOLE = "<a:lean>", "<a:whole>"
NAMED = f"PREFIX sg: <{NAMESPACE}> SELECT ?n {{ ?s sg:identifier ?n }}"


def two_graphs(folder: Path) -> FixedSource:
    """A source that answers otherwise without evidence, so that a test hears which graph answers."""
    lean, whole = ([("<a:s>", f"<{NAMESPACE}identifier>", name, "<a:g>")] for name in (LEAN, WHOLE))
    return FixedSource(folder / "whole", whole, lean=FixedSource(folder / "lean", lean))


def heard(engine: Engine, query: str) -> str:
    return LEAN if LEAN in engine.ask(query, "terms").body.decode() else WHOLE


def test_what_is_proven_to_need_no_evidence_has_the_smaller_graph_written_alone(tmp_path: Path) -> None:
    with Engine(two_graphs(tmp_path)) as engine:
        assert heard(engine, NAMED) == LEAN
        assert not (tmp_path / "whole").exists()
        assert heard(engine, f"{NAMED[:-1]} OPTIONAL {{ ?s ?p ?o }} }}") == WHOLE
        assert heard(engine, NAMED) == LEAN


def test_where_only_the_whole_graph_stands_it_answers(tmp_path: Path) -> None:
    source = two_graphs(tmp_path)
    with Engine(FixedSource(source.folder, source.said)) as engine:
        engine.ready()
    with Engine(source) as engine:
        assert heard(engine, NAMED) == WHOLE
        assert not (tmp_path / "lean").exists()
        source.said.append(("<a:t>", "<a:p>", '"2"', "<a:g>"))
        source.state = "2"
        assert heard(engine, NAMED) == LEAN


def test_a_server_writes_both_and_asks_the_smaller(tmp_path: Path) -> None:
    with Engine(two_graphs(tmp_path), behind=True) as engine:
        engine.ready()
        assert heard(engine, NAMED) == LEAN
        assert heard(engine, "SELECT * { ?s ?p ?o }") == WHOLE


# Windows has no nice value to read (os.getpriority), and workers.py sets none there.
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no nice value; workers set none there")
def test_only_who_waits_long_lets_others_go_first(tmp_path: Path) -> None:
    loading.fill(tmp_path, ONE, graphs=False)
    worker = Worker("schedgraph.graph.engine.worker", tmp_path, 512)
    try:
        here, there = (os.getpriority(os.PRIO_PROCESS, each) for each in (0, worker.process_id))
        assert there == here
        worker.let_others_go_first()
        assert os.getpriority(os.PRIO_PROCESS, worker.process_id) > here
    finally:
        worker.stop()
