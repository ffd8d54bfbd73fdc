"""Python, SPARQL, networkx and the oracle give the same verdict and the same ends for random histories."""

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store
from tests.graph.histories import ITEMS, History, Oracle, documents, histories

ASK = "SELECT ?item ?verdict { ?node sg:identifier ?item ; sg:verdict ?verdict }"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_all_doors_agree_on_every_item(tmp_path_factory: pytest.TempPathFactory, history: History) -> None:
    history = replace(history, day=None, retroactive=True)
    folder = tmp_path_factory.mktemp("history")
    with Ledger.create(folder) as ledger:
        for document in documents(history):
            ledger.add(document)
    oracle = Oracle(history)
    with Store.open(folder) as store:
        known = [item for item in ITEMS if item in store.ledger.identifiers()]
        told = {str(row[0]): str(row[1]).rsplit("verdict-", 1)[1] for row in store.sparql(ASK).rows}
        certain = nx.DiGraph()
        certain.add_nodes_from(known)
        certain.add_edges_from(
            (old, new)
            for old, new, edge in store.network.edges(data=True)
            if edge["settled"] and edge["target_certain"]
        )
        for item in known:
            answer = store.lookup(item)
            assert (item, told[item]) == (item, answer.verdict)
            assert (item, oracle.verdict(item)) == (item, answer.verdict)
            if answer.verdict != "superseded" or not certain.out_degree(item):
                continue
            reached = nx.descendants(certain, item)
            for end in answer.current:
                if end.scope == "certain":
                    assert end.id in reached
                    assert certain.out_degree(end.id) == 0 or oracle.keeps_older(end.id)
