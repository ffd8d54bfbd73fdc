"""The graph without evidence: what it has is what the whole graph has, and what it lacks it says that it lacks."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from schedgraph.cli import main
from schedgraph.corpus import documents
from schedgraph.graph.engine.guard import checked
from schedgraph.graph.errors import RefusedError
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.lean import LACKING
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.sparql import LIMITS, named, run
from schedgraph.graph.store import Store
from schedgraph.parser.read import read_document
from tests.graph import histories
from tests.graph.engines import evaluation

LEFT_OUT = tuple(f"<{BASE}/{kind}/" for kind in ("evidence", "assertion"))


def refused(query: str) -> bool:
    try:
        checked(query, prefixes(), LIMITS, lacking=LACKING)
    except RefusedError as error:
        assert "without evidence" in str(error)
        return True
    return False


ANSWERED = tuple(each for each in named() if not refused(each.text))


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    with Ledger.create(folder) as ledger:
        for path in documents():
            ledger.add(read_document(path))
    return folder


def test_most_of_the_named_questions_need_no_evidence() -> None:
    assert len(ANSWERED) >= 15
    assert len(ANSWERED) < len(named())


def test_questions_that_name_no_evidence_have_the_same_answers(seeds: Path) -> None:
    with Ledger.open(seeds) as ledger:
        whole, lean = evaluation(ledger), evaluation(ledger, evidence=False)
    answers = {each.name: run(lean, each.text).terms for each in ANSWERED}
    assert answers == {each.name: run(whole, each.text).terms for each in ANSWERED}
    assert any(answers.values())


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories.histories())
def test_nothing_but_evidence_is_left_out(
    history: histories.History, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Ledger.create(tmp_path_factory.mktemp("history")) as ledger:
        for each in histories.documents(history):
            ledger.add(each)
        whole, lean = set(quads(ledger, BASE)), set(quads(ledger, BASE, evidence=False))
    lacking = {f"<{each}>" for each in LACKING}
    kept = {
        quad
        for quad in whole
        if not quad[0].startswith(LEFT_OUT) and quad[1] not in lacking and quad[2] not in lacking
    }
    assert lean == kept
    assert len(lean) < len(whole)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s sg:quote ?q }",
        "PREFIX a: <https://w3id.org/schedgraph/ontology#> SELECT * { ?s a:evidence ?q }",
        "SELECT * { ?s <https://w3id.org/schedgraph/ontology#page> ?q }",
        "BASE <https://w3id.org/schedgraph/ontology> SELECT * { ?s <#page> ?q }",
        "SELECT * { ?s sg:\\u0071uote ?q }",
        "SELECT * { ?s a rdf:Statement }",
    ],
)
def test_a_question_for_evidence_is_refused_and_not_answered_with_nothing(query: str) -> None:
    assert refused(query)


@pytest.mark.parametrize("query", ["SELECT * { ?s sg:title ?quote }", 'SELECT * { ?s sg:title "sg:quote" }'])
def test_a_word_that_only_looks_like_it_is_not(query: str) -> None:
    assert not refused(query)


def test_the_command_asks_either_graph(seeds: Path) -> None:
    def ask(*words: str) -> tuple[int, str]:
        found = CliRunner().invoke(main, ["--store", str(seeds), "sparql", "--format", "csv", *words])
        return found.exit_code, found.output

    verdicts = "SELECT ?n ?v { ?a sg:identifier ?n ; sg:verdict ?v } ORDER BY ?n"
    whole = ask(verdicts)
    assert whole[0] == 0
    assert "N1-567-09-006/1/a" in whole[1]
    assert ask(verdicts, "--without-evidence") == whole
    code, told = ask("SELECT ?q { ?e sg:quote ?q }", "--without-evidence")
    assert code != 0
    assert "without evidence" in told
    code, told = ask(verdicts, "--without-evidence", "--endpoint", "http://localhost:1/sparql")
    assert code == 2


def test_both_graphs_of_a_store_can_be_asked_in_turn(seeds: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with Store.open(seeds) as store:
        whole, lean, again = (
            int(str(store.sparql(count, evidence=with_it).rows[0][0])) for with_it in (True, False, True)
        )
    assert lean < whole
    assert again == whole
