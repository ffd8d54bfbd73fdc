"""Drawing every answer in large batches, each following what it leans on, gives what drawing each by itself gives."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scale.filling import fill
from bench.scale.plan import Size
from schedgraph.graph.casefile import told
from schedgraph.graph.conclusions import upkeep
from schedgraph.graph.conclusions.leaning import NotedCase, region
from schedgraph.graph.conclusions.proof import verify
from schedgraph.graph.conclusions.regions import RegionCase
from schedgraph.graph.conclusions.table import AnswerTable
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.ledger import FILE_NAME, Ledger
from schedgraph.graph.ledger.row_statement import RowStatement
from schedgraph.graph.ledger.rows import body
from schedgraph.graph.ledger.statement_table import statement
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence


def rows(ledger: Ledger) -> list[tuple[object, ...]]:
    """All that is kept, less the numbers of its rows."""
    run = ledger.connection.execute
    return [
        *run("SELECT id, verdict, family, body, leans FROM answer ORDER BY id"),
        *run("SELECT * FROM leaning ORDER BY 1, 2"),
        *run("SELECT * FROM succession ORDER BY 1, 2"),
    ]


def test_the_size_of_a_batch_changes_no_answer_and_leaves_none_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made-up schedules of five generations: chains, splits, circles, general schedules, whole schedules."""
    for _ in fill(tmp_path, Size(seed=11, schedules=5)):
        pass
    with Ledger.create(tmp_path) as ledger:
        whole = Upkeep(ledger).rebuild()
        expected = rows(ledger)
        monkeypatch.setattr(upkeep, "ASKED", 3)
        monkeypatch.setattr(upkeep, "BATCH", 7)
        assert Upkeep(ledger).rebuild() == whole == AnswerTable(ledger.connection).count()
        assert rows(ledger) == expected
        assert verify(ledger).is_complete


def test_a_rebuilding_that_was_stopped_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Older numbers come first and those of ERA last; a stop between the two leaves nothing out."""
    for _ in fill(tmp_path, Size(seed=11, schedules=5)):
        pass
    with Ledger.create(tmp_path) as ledger:
        Upkeep(ledger).rebuild()
        expected = rows(ledger)
        monkeypatch.setattr(upkeep, "ASKED", 4)
        monkeypatch.setattr(upkeep, "BATCH", 9)

        def stop(done: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            Upkeep(ledger).rebuild(stop)
        kept = [AnswerTable(ledger.connection).count()]
        for _ in range(8):
            with pytest.raises(KeyboardInterrupt):
                Upkeep(ledger).keep_up(stop)
            kept.append(AnswerTable(ledger.connection).count())
        assert kept == sorted(set(kept))
        Upkeep(ledger).keep_up()
        assert rows(ledger) == expected


def test_throwing_all_answers_away_does_not_write_them_once_more(tmp_path: Path) -> None:
    """Else the journal of a rebuilding grows as large as all the answers, and every reader searches it."""
    for _ in fill(tmp_path, Size(seed=11, schedules=20)):
        pass
    with Ledger.create(tmp_path) as ledger:
        Upkeep(ledger).rebuild()
        run = ledger.connection.execute
        kept = run("SELECT sum(length(body) + length(leans)) FROM answer").fetchone()[0]
        run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with ledger.writing():
            AnswerTable(ledger.connection).clear()
        assert (tmp_path / f"{FILE_NAME}-wal").stat().st_size < kept / 2


@settings(max_examples=30, deadline=None)
@given(quote=st.text(), value=st.text(), group=st.none() | st.text(), page=st.integers(1, 10**6))
def test_a_statement_comes_back_from_its_row_as_it_was(
    quote: str, value: str, group: str | None, page: int
) -> None:
    """Whatever is quoted: control characters, quotation marks, letters beyond any code page."""
    place = Evidence(page=page, quote=quote, start=0, end=len(quote), bbox=(0.5, 1.0, 2.25, 1e-7))
    said = Statement(
        subject="N1-567-09-006", predicate="title", object=value, document="d", evidence=place, group=group,
        proposed=True, repairs=("I→1",),
    )  # fmt: skip
    row = (said.subject, said.predicate, said.object, said.document, body(said))
    assert statement(row) == said
    late = RowStatement((*row, 7, bytes.fromhex(said.key)))
    assert late.evidence == place
    assert late.key == said.key
    assert all(getattr(late, each.name) == getattr(said, each.name) for each in fields(Statement))


def test_what_is_told_by_some_predicates_is_what_is_said_by_them_in_its_order(tmp_path: Path) -> None:
    """Rules ask by predicate; what answers them quickly keeps the order of all that is said of an authority."""
    for _ in fill(tmp_path, Size(seed=11, schedules=5)):
        pass
    wanted = (("title",), ("form", "item-of"), ("superseded-by", "supersedes", "title", "no-such"), ("none",))
    with Ledger.open(tmp_path) as ledger:
        case = NotedCase(RegionCase(ledger))
        for identifier in ledger.identifiers():
            for predicates in wanted:
                found = [each.key for each in told(case, identifier, *predicates)]
                plain = [each.key for each in ledger.about(identifier) if each.predicate in predicates]
                assert found == plain
                assert region(identifier) in case.regions
