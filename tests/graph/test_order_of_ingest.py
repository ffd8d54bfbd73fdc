"""The order in which documents arrive changes nothing, and the same document twice changes nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store
from tests.graph.histories import ITEMS, History, documents, histories


def answers(folder: Path) -> dict[str, object]:
    with Store.open(folder) as store:
        return {item: store.lookup(item).to_json() for item in ITEMS if store.is_known(item)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_statements_and_the_same_answers(
    tmp_path_factory: pytest.TempPathFactory, history: History, chance: object
) -> None:
    found = list(documents(history))
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    with Ledger.create(first) as ledger:
        assert [ledger.add(each) for each in found] == [True] * len(found)
        assert [ledger.add(each) for each in found] == [False] * len(found)
        statements = list(ledger.all())
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with Ledger.create(second) as ledger:
        for each in shuffled:
            ledger.add(each)
        assert list(ledger.all()) == statements
    assert answers(first) == answers(second)
