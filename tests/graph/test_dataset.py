"""The RDF dataset: what it holds, what it may not say, and that it does not depend on the order of ingest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from rdflib import BNode, Dataset, Literal, URIRef

from schedgraph.corpus import documents
from schedgraph.graph.dataset import dataset, derived_name
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.rdf.text import nquads
from schedgraph.graph.shapes_check import check_shapes
from schedgraph.graph.sparql import Answer, run
from schedgraph.ontology import terms
from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.read import read_document
from tests.graph import histories
from tests.graph.engines import Evaluation, evaluation, quads_of

BASE = "https://example.org/records"


def stored(folder: Path, found: list[ScheduleDocument]) -> Ledger:
    ledger = Ledger.create(folder)
    for document in found:
        ledger.add(document)
    return ledger


@pytest.fixture(scope="module")
def seeds() -> list[ScheduleDocument]:
    return [read_document(path) for path in documents()]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, seeds: list[ScheduleDocument]) -> Iterator[Ledger]:
    with stored(tmp_path_factory.mktemp("seeds"), seeds) as made:
        yield made


@pytest.fixture(scope="module")
def engine(ledger: Ledger) -> Evaluation:
    return evaluation(ledger)


@pytest.fixture(scope="module")
def graph(ledger: Ledger) -> Dataset:
    return dataset(ledger)


def lines(made: Dataset) -> list[str]:
    return list(nquads(quads_of(made)))


def values(answer: Answer) -> set[tuple[str, ...]]:
    return {tuple("" if each is None else str(each) for each in row) for row in answer.rows}


def test_the_order_of_ingest_changes_no_byte(
    tmp_path: Path, seeds: list[ScheduleDocument], graph: Dataset
) -> None:
    """Both orders of the bundled documents give the same N-Quads."""
    with stored(tmp_path, seeds[::-1]) as backwards:
        assert lines(graph) == lines(dataset(backwards))


def test_no_node_is_blank(graph: Dataset) -> None:
    """Every node has a name made from its content, so that two exports can be compared."""
    assert not [quad for quad in graph.quads() if any(isinstance(each, BNode) for each in quad)]


def test_each_document_has_its_graph_and_conclusions_stand_apart(graph: Dataset, ledger: Ledger) -> None:
    """A document's graph holds what it says; verdicts and supersessions are in the derived graph only."""
    derived = URIRef(derived_name())
    names = {URIRef(f"https://w3id.org/schedgraph/document/{sha256}") for sha256 in ledger.document_names()}
    assert names <= {made.identifier for made in graph.graphs()}
    drawn = (terms.VERDICT, terms.CURRENT_AUTHORITY, terms.SUPERSEDED_BY, terms.SUPERSEDED, terms.HORIZON)
    for predicate in drawn:
        assert {g for _, _, _, g in graph.quads((None, URIRef(predicate), None, None))} <= {derived}


def test_every_supersession_and_observation_is_quoted_from_a_document(engine: Evaluation) -> None:
    """No supersession and no observation stands without a page and a quote."""
    query = """ASK { { ?node a sg:Supersession } UNION { ?node a sg:Observation }
        FILTER NOT EXISTS { ?node sg:evidence ?place .
            ?place sg:quote ?quote ; sg:page ?page ; sg:wasQuotedFrom/sg:fileName ?file } }"""
    assert not run(engine, query).truth


def test_offsets_point_to_the_quote(engine: Evaluation) -> None:
    """In a bundled text that is one page, a quote is what stands between its offsets."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in documents()}
    query = """SELECT ?file ?quote ?start ?end ?pages {
        ?place a sg:Evidence ; sg:quote ?quote ; sg:start ?start ; sg:end ?end ; sg:wasQuotedFrom ?paper .
        ?paper sg:fileName ?file ; sg:pageCount ?pages }"""
    seen = 0
    for file, quote, start, end, pages in values(run(engine, query)):
        if pages == "1" and quote:
            seen += 1
            assert texts[file][int(start) : int(end)] == quote
    assert seen > 20


def test_a_certain_successor_has_the_shortcut_and_a_possible_one_has_another(engine: Evaluation) -> None:
    """sg:supersededBy is for certain supersessions only, and dcterms:isReplacedBy says the same."""
    certain = "SELECT ?a ?b { ?n sg:superseded ?a ; sg:successor ?b ; sg:scope sg:scope-certain }"
    possible = "SELECT ?a ?b { ?n sg:superseded ?a ; sg:successor ?b ; sg:scope sg:scope-possible }"
    assert values(run(engine, certain)) == values(run(engine, "SELECT ?a ?b { ?a sg:supersededBy ?b }"))
    assert values(run(engine, certain)) == values(run(engine, "SELECT ?a ?b { ?a dcterms:isReplacedBy ?b }"))
    assert values(run(engine, possible)) == values(
        run(engine, "SELECT ?a ?b { ?a sg:possiblySupersededBy ?b }")
    )
    assert values(run(engine, possible))


def test_a_possible_supersession_says_what_it_leaves_open(engine: Evaluation) -> None:
    """Whether there was a supersession at all, or only by which authority, is told by a caveat."""
    query = "ASK { ?n sg:scope sg:scope-possible FILTER NOT EXISTS { ?n sg:remark/sg:message ?why } }"
    assert not run(engine, query).truth


def test_the_master_file_was_replaced_across_record_groups(engine: Evaluation) -> None:
    """Item 1A of 000 was superseded on 2013-08-28 by an item of record group 563."""
    query = """SELECT ?new ?date { ?n sg:superseded/sg:identifier "N1-567-09-006/1/a" ;
        sg:successor/sg:identifier ?new ; sg:effectiveDate ?date ; sg:scope sg:scope-certain }"""
    assert values(run(engine, query)) == {("DAA-0563-2013-0001-0006", "2013-08-28")}


def test_an_ambiguous_number_keeps_its_readings_and_cites_nothing(engine: Evaluation) -> None:
    """N1-563-04-1a is item a or item 1a: one citation with two readings and no target."""
    query = """SELECT ?target ?read { ?c a sg:Citation ; sg:printedNumber "N1-563-04-1a" ;
        sg:reading/sg:target/sg:identifier ?read OPTIONAL { ?c sg:target ?target } }"""
    assert values(run(engine, query)) == {("", "N1-563-04-001/a"), ("", "N1-563-04-001/1/a")}


def test_the_seeds_keep_to_the_shapes(ledger: Ledger) -> None:
    """The dataset of the bundled documents and facts has nothing that SHACL objects to."""
    assert check_shapes(quads(ledger, BASE), BASE) == ()


def test_another_base_names_every_node(ledger: Ledger) -> None:
    """The base is configurable: only vocabularies keep their own names."""
    made = dataset(ledger, BASE)
    names = {str(each) for quad in made.quads() for each in quad if isinstance(each, URIRef)}
    assert not [name for name in names if name.startswith("https://w3id.org/schedgraph/authority/")]
    assert run(
        evaluation(ledger, BASE), "ASK { auth:DAA-0567-2017-0007-0001 sg:verdict sg:verdict-active }"
    ).truth


def test_strings_are_plain_and_dates_are_dates(graph: Dataset, engine: Evaluation) -> None:
    """Queries write strings without a datatype, so the graph does too; dates compare as dates."""
    for _, _, value, _ in graph.quads((None, URIRef(terms.IDENTIFIER), None, None)):
        assert isinstance(value, Literal) and value.datatype is None
    assert run(engine, 'ASK { ?a sg:approvedOn ?day FILTER(?day = "2017-05-31"^^xsd:date) }').truth


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories.histories())
def test_random_histories_do_not_depend_on_their_order(
    history: histories.History, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever schedules say of one another, the order in which they come changes no byte."""
    found = list(histories.documents(history))
    with (
        stored(tmp_path_factory.mktemp("a"), found) as one,
        stored(tmp_path_factory.mktemp("b"), found[::-1]) as other,
    ):
        assert lines(dataset(one)) == lines(dataset(other))
