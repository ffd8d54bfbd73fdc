"""The embedded engine and rdflib, which shares no code with it, give the same answers on the same store."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from rdflib import Literal
from rdflib.term import Node

from schedgraph.corpus import documents
from schedgraph.graph.dataset import dataset
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.rdflib_nodes import n_term
from schedgraph.graph.sparql import named, run
from schedgraph.graph.store import Store
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_document
from tests.graph import histories
from tests.graph.engines import evaluation

MORE = [
    "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "SELECT DISTINCT ?p WHERE { ?s ?p ?o }",
    "SELECT ?s ?o WHERE { ?s ?p ?o FILTER(isLiteral(?o)) }",
    "SELECT ?item ?file WHERE { ?d sg:fileName ?file . GRAPH ?d { ?item sg:identifier ?name } }",
    "SELECT ?a ?b WHERE { ?a sg:supersededBy+ ?b }",
    "SELECT ?a WHERE { ?a a sg:ScheduleItem MINUS { ?a sg:supersededBy ?b } }",
    'SELECT ?a ?t WHERE { ?a sg:identifier ?t FILTER(?t = "N1-567-09-006/1/a" || STRSTARTS(?t, "N1-100")) }',
    "SELECT ?day (MAX(?c) AS ?most) WHERE { ?x sg:approvedOn ?day . ?y sg:confidence ?c } GROUP BY ?day",
    "ASK { ?a sg:inCorpus true ; sg:verdict sg:verdict-active }",
    "CONSTRUCT { ?a sg:supersedes ?b } WHERE { ?b sg:possiblySupersededBy|sg:supersededBy ?a }",
]


def said(node: Node | None) -> str:
    """A node by what it says; rdflib calculates doubles of its own spelling."""
    if isinstance(node, Literal) and isinstance(node.value, float):
        return f"{node.value:g}"
    return "" if node is None else n_term(node)


def by_rdflib(store: Ledger) -> dict[str, Counter[tuple[str, ...]]]:
    made = dataset(store)
    names = dict(made.namespaces())
    answers = {}
    for query in asked():
        result = made.query(query, initNs=names)
        if result.type == "ASK":
            answers[query] = Counter([(str(result.askAnswer).lower(),)])
        else:
            answers[query] = Counter(tuple(said(each) for each in row) for row in result)  # type: ignore[union-attr]
    return answers


def by_the_engine(store: Ledger) -> dict[str, Counter[tuple[str, ...]]]:
    engine = evaluation(store)
    answers = {}
    for query in asked():
        answer = run(engine, query)
        if answer.kind == "ask":
            answers[query] = Counter([(str(answer.truth).lower(),)])
        else:
            answers[query] = Counter(tuple(said(each) for each in row) for row in answer.rows)
    return answers


def asked() -> list[str]:
    return [*(each.text for each in named()), *MORE]


def compare(folder: Path, found: list[ScheduleDocument]) -> None:
    with Ledger.create(folder) as store:
        for each in found:
            store.add(each)
        ours, theirs = by_the_engine(store), by_rdflib(store)
        for query in asked():
            assert ours[query] == theirs[query], query


@pytest.mark.slow
def test_on_the_bundled_documents(tmp_path: Path) -> None:
    compare(tmp_path, [read_document(path) for path in documents()])


@pytest.mark.slow
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories.histories())
def test_on_random_histories(history: histories.History, tmp_path_factory: pytest.TempPathFactory) -> None:
    compare(tmp_path_factory.mktemp("history"), list(histories.documents(history)))


def test_a_changed_store_is_never_answered_from_what_it_was(tmp_path: Path) -> None:
    """The graph is written anew after each change, says so, and is not written twice for the same state."""
    count = 'SELECT (COUNT(*) AS ?n) { ?d a sg:Document FILTER(!CONTAINS(STR(?d), "fact")) }'
    folder, told = tmp_path / "store", []
    first, second = map(read_document, documents())
    with Ledger.create(folder) as ledger:
        ledger.add(first)
    with Store.open(folder) as store:
        assert str(store.sparql(count, told.append).rows[0][0]) == "1"
        store.sparql(count, told.append)
        assert told == ["writing the graph of the store for SPARQL, without evidence"]
        with Ledger.create(folder) as ledger:
            ledger.add(second)
        assert str(store.sparql(count, told.append).rows[0][0]) == "2"
        assert told[1:] == ["the store has changed; writing its graph for SPARQL anew, without evidence"]
        with Ledger.create(folder) as ledger:
            assert not ledger.add(second)
        store.sparql(count, told.append)
    with Store.open(folder) as store:
        store.sparql(count, told.append)
    assert len(told) == 2
    kept = [each.name for each in (folder / "rdf-without-evidence").iterdir() if each.is_dir()]
    assert len(kept) == 1, "an old generation is deleted when nobody reads it"
