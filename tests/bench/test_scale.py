"""What a store withstands, with few runs of what `python -m bench.scale crash` and `beside` do with many."""

from pathlib import Path

import pytest

from bench.scale import crashing, standing
from bench.scale.documents import documents
from bench.scale.filling import fill
from bench.scale.plan import Size, edges
from schedgraph.graph.conclusions.proof import verify
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rules.book import book
from schedgraph.parser.authority.number import parse_identifier


@pytest.fixture(scope="module")
def wanted() -> tuple[str, str]:
    return crashing.unbroken()


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_that_it_acknowledged(wanted: tuple[str, str]) -> None:
    found = crashing.killed(4, seed=3, wanted=wanted, longest=1.0)
    assert found.wrong == []
    assert found.stopped and found.acknowledged


@pytest.mark.slow
def test_an_interrupted_writer_loses_nothing_that_it_acknowledged(wanted: tuple[str, str]) -> None:
    found = crashing.interrupted(2, seed=4, wanted=wanted, longest=0.7)
    assert found.wrong == []


@pytest.mark.slow
def test_a_full_disk_is_told_in_a_sentence_and_leaves_a_whole_store(wanted: tuple[str, str]) -> None:
    found = crashing.limited(4, wanted)
    assert found.wrong == []
    assert found.stopped == 4


@pytest.mark.slow
def test_readers_beside_a_writer_see_one_state_or_the_other(tmp_path: Path) -> None:
    written, found = standing.beside(tmp_path, readers=2, seconds=2)
    assert written > 1
    assert [each["torn"] for each in found] == [0, 0]
    assert all(each["answers"] > 1 for each in found)


def test_made_up_schedules_are_numbered_as_real_ones_are_and_differ_by_seed_alone() -> None:
    size = Size(seed=5, schedules=40)
    first, again = list(documents(size)), list(documents(size))
    assert first == again != list(documents(Size(seed=6, schedules=40)))
    numbers = [each.schedule.id.value for each in first if each.schedule.id]
    assert len(set(numbers)) == len(numbers) == 40
    items = [item.id for each in first for item in each.items]
    assert all(parse_identifier(each) for each in [*numbers, *items])
    assert len(edges(size)) > len(items) / 5


def test_a_store_of_made_up_schedules_meets_most_rules_and_is_kept_as_it_is_drawn(tmp_path: Path) -> None:
    for _ in fill(tmp_path, Size(seed=1, schedules=60)):
        pass
    with Ledger.create(tmp_path) as ledger:
        Upkeep(ledger, jobs=2).keep_up()
        assert verify(ledger).is_complete
        verdicts = {row[0] for row in ledger.connection.execute("SELECT DISTINCT verdict FROM answer")}
        rules = {row[0] for row in ledger.connection.execute("SELECT DISTINCT rule FROM succession")}
    assert verdicts >= {"active", "superseded", "indeterminate", "never-approved", "unseen"}
    assert rules <= set(book()) and rules >= {"annotation", "successor-citation"}
