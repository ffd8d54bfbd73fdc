"""The rules, SPARQL, networkx and the oracle give the same verdict and the same ends for random histories.

`python -m bench.agreement --count 10000` does the same over more of them.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.network import network
from schedgraph.graph.store import Store
from tests.graph.doors import Doors, case_of, disagreements
from tests.graph.histories import DAYS, ITEMS, History, Oracle, documents, histories


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_a_store_agrees_through_every_door(
    tmp_path_factory: pytest.TempPathFactory, history: History
) -> None:
    """A store with a history says the same through lookup, SPARQL and networkx, and the oracle says so too."""
    history = replace(history, day=None, retroactive=True)
    folder = tmp_path_factory.mktemp("history")
    with Ledger.create(folder) as ledger:
        for document in documents(history):
            ledger.add(document)
    with Store.open(folder) as store:
        verdicts, found = disagreements(Doors(store.ledger, store.ledger.identifiers(), store.graph), history)
        assert found == []
        assert {item: store.lookup(item).verdict for item in verdicts} == verdicts


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_the_network_of_a_day_has_what_had_happened(history: History) -> None:
    """A settled edge of the day is a settled succession of the oracle's, and what lies later is not there."""
    history = replace(history, day=history.day or DAYS[4].replace(month=9), retroactive=True)
    oracle = Oracle(history)
    graph = network(case_of(history), tuple(ITEMS), history.day)
    for item in ITEMS:
        told = {
            (edge.new, edge.settled and edge.happened is True)
            for edge in oracle.edges(item)
            if edge.happened is not False
        }
        assert {(new, data["settled"]) for _, new, data in graph.out_edges(item, data=True)} == told


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_all_doors_agree_on_every_item(history: History) -> None:
    """The same over more histories, in memory."""
    history = replace(history, day=None, retroactive=True)
    verdicts, found = disagreements(Doors.in_memory(history), history)
    assert found == []
    assert set(verdicts) <= set(ITEMS)
