"""A query that is answered without evidence, unasked, has the same answer: by proof, and never by its letters."""

from collections import defaultdict
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from schedgraph.corpus import documents
from schedgraph.graph.correction import Correction
from schedgraph.graph.engine.outline import outline
from schedgraph.graph.engine.parsing import proven
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.lean import LACKING, PARTLY, WHOLE, WHOLE_CLASSES
from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.sparql import named
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.read import read_document
from tests.graph import histories
from tests.graph.small_queries import Writer

OLD, NEW = "N1-563-12-001", "N1-563-12-002"
TYPE = f"<{RDF_NAMESPACE}type>"
NEEDS_EVIDENCE = {"evidence-of-verdicts", "least-sure-readings", "repaired-numbers", "replacements"}
KEPT = (f"{BASE}/authority/", f"{BASE}/document/")


def needs_none(query: str) -> bool:
    found = outline(query, prefixes(), KEPT[0], LACKING)
    return found is not None and proven(found, KEPT)


def corrected(folder: Path) -> Ledger:
    """Two schedules, of whose statements a correction defeats a citation and one an approval."""
    place = iter(range(1, 100))

    def here() -> Evidence:
        start = next(place)
        return Evidence(page=1, quote=f"words {start}", start=start, end=start + 1)

    def read(value: object) -> Reading[object]:
        return Reading(value=value, evidence=here())

    def cites(relation: str, target: str) -> Citation:
        return Citation(relation=relation, target=target, printed=target, evidence=here())  # type: ignore[arg-type]

    successors = (cites("superseded-by", f"{NEW}/1"), cites("superseded-by", f"{NEW}/2"))
    items = {
        OLD: (
            Item(
                id=f"{OLD}/1", number="1", parent=None, evidence=here(), strike="full", citations=successors
            ),
        ),
        NEW: (
            Item(
                id=f"{NEW}/1",
                number="1",
                parent=None,
                evidence=here(),
                citations=(cites("cites", f"{OLD}/1"),),
            ),
        ),
    }
    found = Ledger.create(folder)
    for digit, number in enumerate(items):
        found.add(
            ScheduleDocument(
                source=Source(name=f"{digit}.txt", sha256=f"{digit:064}", media_type="text/plain", pages=1),
                form="SF-115",
                schedule=Schedule(
                    id=read(number), approved=read(date(1999, 1, 1)), stamps=(read("INACTIVE"),)
                ),  # type: ignore[arg-type]
                items=items[number],
            )
        )
    made = {"author": "Records office", "day": date(2026, 1, 2)}
    found.correct(
        (
            Correction(kind="reading", about=f"{OLD}/1", instead_of=f"{NEW}/2", value=f"{NEW}/7", **made),  # type: ignore[arg-type]
            Correction(kind="fact", about=OLD, predicate="approved", value="2001-02-03", **made),  # type: ignore[arg-type]
        )
    )
    return found


def both(ledger: Ledger) -> tuple[ox.Store, ox.Store]:
    stores = ox.Store(), ox.Store()
    for store, evidence in zip(stores, (True, False), strict=True):
        lines = (f"{s} {p} {o} .\n" for s, p, o, _ in quads(ledger, BASE, evidence=evidence))
        store.load(input="".join(lines), format=ox.RdfFormat.N_TRIPLES)
    return stores


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> tuple[ox.Store, ox.Store]:
    with corrected(tmp_path_factory.mktemp("corrected")) as ledger:
        return both(ledger)


@pytest.fixture(scope="module")
def nodes(graphs: tuple[ox.Store, ox.Store]) -> tuple[str, ...]:
    """Constants of both graphs, and of the whole one alone."""
    whole, lean = graphs
    left_out = {str(each.subject) for each in whole if each not in lean}
    return (*sorted(left_out)[::9], f"<{BASE}/authority/{NEW}/7>", f"<{BASE}/authority/{OLD}/1>")


def answer(store: ox.Store, query: str, most: int = 3000) -> list[tuple[str, ...]]:
    rows = store.query(query, prefixes=dict(prefixes()))
    assert isinstance(rows, ox.QuerySolutions)
    return sorted(tuple(map(str, row)) for row in islice(rows, most))


def test_the_named_questions_that_name_no_evidence_are_proven_to_need_none() -> None:
    assert {each.name for each in named() if not needs_none(each.text)} == NEEDS_EVIDENCE
    assert {each.name for each in named() if not needs_none(each.unlimited)} == NEEDS_EVIDENCE


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a sg:supersededBy ?b }",
        "SELECT ?a (COUNT(*) AS ?n) { ?a sg:partOf/sg:agency ?b } GROUP BY ?a HAVING(COUNT(*) > 1) ORDER BY ?n LIMIT 3",
        "ASK { ?a a sg:ScheduleItem ; sg:verdict sg:verdict-active }",
        "CONSTRUCT { ?a rdf:value ?b } WHERE { ?a sg:title ?b }",
        "CONSTRUCT WHERE { ?a sg:title ?b }",
        "PREFIX o: <https://w3id.org/schedgraph/ontology#> SELECT * { ?a o:title 'sg:quote' }  # sg:quote",
        # Held by another pattern of the group, before or after
        "SELECT * { ?a sg:supersededBy* ?b . ?b sg:identifier ?c }",
        "SELECT * { ?a sg:supersededBy*/sg:identifier ?c }",
        "SELECT * { ?c sg:confidence ?sure ; a sg:Citation }",
        "SELECT * { ?i sg:citation/sg:printedNumber ?n }",
        "SELECT * { ?i sg:citation ?c OPTIONAL { ?c sg:printedNumber ?n } }",
        "SELECT * { ?d sg:fileName ?f . ?c ^sg:citation ?i ; sg:statedIn ?d }",
        "SELECT * { auth:N1-1 sg:printedNumber ?n }",
        # Within EXISTS a row is given
        "SELECT * { ?a sg:title ?t FILTER NOT EXISTS { ?a sg:partOf* ?b } }",
        "SELECT * { VALUES ?p { sg:supersededBy sg:supersedes } ?a ?p ?b }",
        "SELECT * { { SELECT ?c ?d { ?c sg:statedIn ?d } } { SELECT ?c ?i { ?i sg:citation ?c } } }",
        "SELECT * { { SELECT ?c ?d { ?c sg:statedIn ?d } } ?i sg:citation ?c }",
        "SELECT * { ?a sg:title ?t MINUS { ?a sg:inCorpus false } OPTIONAL { SELECT ?a { ?a sg:agency ?n } } }",
    ],
)
def test_what_is_proven(query: str) -> None:
    assert needs_none(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s sg:quote ?q }",
        "SELECT * { ?a sg:title ?t FILTER EXISTS { ?a ?p ?o } }",
        "SELECT * { ?a sg:title ?t FILTER(?t != 'x' && NOT EXISTS { ?e sg:evidence ?o }) }",
        "SELECT (EXISTS { ?a ?p ?o } AS ?e) { ?a sg:title ?t }",
        "SELECT * { ?a !sg:title ?b }",
        "SELECT * { ?a a ?class }",
        "SELECT * { ?a sg:title ?t ; a ?class }",
        "SELECT * { ?a a rdf:Statement }",
        "SELECT * { ?a sg:partOf* ?b }",
        "SELECT * { ?a (sg:partOf|sg:parentItem)? ?b }",
        "SELECT * { auth:N1-1 sg:partOf* ?b }",
        "SELECT * { ?a sg:statedIn ?d . ?d sg:fileName ?f }",
        "SELECT * { ?d ^sg:statedIn ?s }",
        "SELECT * { <https://w3id.org/schedgraph/assertion/1> sg:statedIn ?d }",
        "SELECT * { <https://w3id.org/schedgraph/authority/../assertion/1> sg:statedIn ?d }",
        "SELECT * { GRAPH ?g { ?a sg:title ?b } }",
        "DESCRIBE ?a { ?a sg:title ?b }",
        "SELECT * { ?a foo:bar ?b }",
        "SELECT * { ?a <http://example.org/p> ?b }",
        "BASE <https://w3id.org/schedgraph/ontology> SELECT * { ?s <#title> ?q }",
        "SELECT * { ?s sg:\\u0071uote ?q }",
        "PREFIX sg: <http://example.org/> SELECT * { ?a sg:title ?b }",
        "SELECT * { VALUES ?p { sg:supersededBy UNDEF } ?a ?p ?b }",
        "SELECT * { VALUES ?p { sg:supersededBy sg:quote } ?a ?p ?b }",
        "SELECT * { VALUES ?p { sg:title } OPTIONAL { ?a ?p ?b } }",
        # Alike in outline and not the same node
        "SELECT * { auth:N1-1 sg:title ?t . auth:N1-2 sg:partOf* ?b }",
        # What another pattern holds only later, or elsewhere, holds nothing here
        "SELECT * { ?a sg:title ?t OPTIONAL { ?b sg:partOf* ?c } ?b sg:verdict ?v }",
        "SELECT * { ?a sg:title ?t { ?b sg:verdict ?v FILTER EXISTS { ?a sg:partOf* ?c } } }",
        "SELECT * { ?a sg:title ?t MINUS { ?a sg:partOf* ?b } }",
        "SELECT * { ?a sg:title ?t FILTER EXISTS { SELECT ?b { ?a sg:partOf* ?b } } }",
        "SELECT * { { SELECT ?d { ?c sg:statedIn ?d } } ?i sg:citation ?c }",
        "SELECT * { { SELECT ?c ?d { ?c sg:statedIn ?d } LIMIT 3 } ?i sg:citation ?c }",
        "SELECT * { { SELECT DISTINCT ?d ?c { ?c sg:statedIn ?d } ORDER BY ?d LIMIT 3 } ?i sg:citation ?c }",
        "SELECT * { { SELECT ?c (COUNT(*) AS ?n) { ?c sg:statedIn ?d } GROUP BY ?c } ?i sg:remark ?c }",
        "SELECT * { { SELECT ?c { ?c sg:statedIn ?d } } OPTIONAL { ?i sg:citation ?c } }",
        "SELECT * { { SELECT ?i { ?i sg:title ?t } } { SELECT ?i { ?c sg:statedIn ?i FILTER EXISTS { ?i sg:partOf* ?t } } } }",
        "SELECT * { OPTIONAL { ?a sg:title ?t } FILTER EXISTS { ?a sg:partOf* ?b } }",
        "SELECT * { ?a sg:title ?t } ORDER BY EXISTS { ?x ?y ?z }",
        "SELECT * { ?a sg:title }",
    ],
)
def test_what_is_not_proven(query: str) -> None:
    assert not needs_none(query)


def test_two_items_are_one_outline_and_two_questions_are_not() -> None:
    def of(query: str) -> str | None:
        return outline(query, prefixes(), KEPT[0], LACKING)

    one = of("SELECT * { auth:N1-1 sg:title ?t FILTER(?t != 'x') }  # one")
    assert one == of(f"SELECT * {{ <{BASE}/authority/GRS%205> sg:title ?t FILTER(?t != 'yy') }}")
    assert one != of("SELECT * { auth:N1-1 sg:agency ?t FILTER(?t != 'x') }")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.integers(0, 2**32))
def test_whatever_is_proven_has_the_same_answer_from_both(
    chance: int, graphs: tuple[ox.Store, ox.Store], nodes: tuple[str, ...]
) -> None:
    writer = Writer(Random(chance), nodes)
    query = next(each for each in iter(writer.query, None) if needs_none(each))
    whole, lean = (answer(store, query) for store in graphs)
    assume(max(len(whole), len(lean)) < 3000)
    assert whole == lean


@pytest.mark.parametrize(
    "query", [each for each in named() if each.name not in NEEDS_EVIDENCE], ids=lambda e: e.name
)
def test_the_named_questions_have_the_same_answer_from_both(
    query: object, graphs: tuple[ox.Store, ox.Store]
) -> None:
    whole, lean = (answer(store, query.unlimited) for store in graphs)  # type: ignore[attr-defined]
    assert whole == lean


Extension = dict[tuple[str, str], set[tuple[int, str, str]]]


def extended(ledger: Ledger, number: int, whole: Extension, lean: Extension) -> None:
    """Adds what each property, and each class, has in both graphs of a store."""
    for found, evidence in ((whole, True), (lean, False)):
        for subject, predicate, value, _ in quads(ledger, BASE, evidence=evidence):
            found[predicate, value if predicate == TYPE else ""].add((number, subject, value))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories.histories())
def test_what_both_graphs_have_is_what_is_listed(
    history: histories.History, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """And every node that only the whole graph has has only properties that are not listed."""
    whole: Extension = defaultdict(set)
    lean: Extension = defaultdict(set)
    with corrected(tmp_path_factory.mktemp("corrected")) as ledger:
        for each in histories.documents(history):
            ledger.add(each)
        extended(ledger, 0, whole, lean)
    for each in WHOLE:
        assert whole[f"<{each}>", ""] == lean[f"<{each}>", ""]
    for each in WHOLE_CLASSES:
        assert whole[TYPE, f"<{each}>"] == lean[TYPE, f"<{each}>"]
    within = {node for found in lean.values() for _, subject, value in found for node in (subject, value)}
    outside = tuple(f"<{BASE}/{kind}/" for kind in ("evidence", "assertion"))
    assert not [each for each in within if each.startswith(outside)]
    for (predicate, value), found in whole.items():
        for _, subject, _ in found - lean[predicate, value]:
            if predicate.strip("<>") not in LACKING and value.strip("<>") not in LACKING:
                assert predicate == TYPE or predicate.strip("<>") in PARTLY
                assert subject.startswith(outside)


def test_the_lists_name_what_documents_say(tmp_path: Path) -> None:
    """Each property and class that the bundled documents and a corrected store use is on one list, and rightly."""
    whole: Extension = defaultdict(set)
    lean: Extension = defaultdict(set)
    with Ledger.create(tmp_path / "bundled") as ledger:
        for path in documents():
            ledger.add(read_document(path))
        extended(ledger, 0, whole, lean)
    with corrected(tmp_path / "corrected") as ledger:
        extended(ledger, 1, whole, lean)
    same = {key for key in whole if whole[key] == lean[key]}
    assert {key.strip("<>") for key, value in same if key != TYPE} <= WHOLE
    assert {key.strip("<>") for key, value in set(whole) - same if key != TYPE} == (PARTLY | LACKING) & {
        key.strip("<>") for key, _ in whole
    }
    assert {value.strip("<>") for key, value in same if key == TYPE} <= WHOLE_CLASSES
    assert len(same) > 80
