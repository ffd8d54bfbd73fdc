"""The shapes find in the parts of a graph what they find in the whole of it."""

import random
from collections.abc import Iterable

import pyshacl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from rdflib import Graph

from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.derived import derived_graph
from schedgraph.graph.rdf.document import document_graph
from schedgraph.graph.rdf.nodes import Mint
from schedgraph.graph.rdf.notation import Triple
from schedgraph.graph.rdf.rdflib_nodes import n_term, rdflib_node
from schedgraph.graph.shacl.parts import reports
from schedgraph.graph.shacl.reach import UnboundedShapeError
from schedgraph.graph.shapes_check import ShapeResult, check_shapes, shape_results
from schedgraph.ontology import generate
from tests.graph import histories
from tests.ontology.test_shapes import DEFECTS, GOOD

SHAPES = Graph().parse(generate.ROOM / "shapes.ttl", format="turtle")
PREFIXES = """
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix ex: <https://example.org/> .
"""


def in_the_whole(triples: Iterable[Triple], shapes: Graph = SHAPES) -> set[ShapeResult]:
    whole = Graph()
    for triple in triples:
        whole.add(tuple(map(rdflib_node, triple)))
    return set(shape_results(pyshacl.validate(whole, shacl_graph=shapes)[1], BASE))


def in_parts(triples: Iterable[Triple], at_a_time: int, shapes: Graph = SHAPES) -> set[ShapeResult]:
    made = reports(triples, shapes, at_a_time=at_a_time)
    return {each for report in made for each in shape_results(report, BASE)}


def shuffled(turtle: str, seed: object = 1) -> list[Triple]:
    triples = sorted(tuple(map(n_term, triple)) for triple in Graph().parse(data=turtle, format="turtle"))
    random.Random(str(seed)).shuffle(triples)
    return triples


@pytest.mark.parametrize(
    ("claim", "sound", "broken"), [each[:3] for each in DEFECTS], ids=[e[0] for e in DEFECTS]
)
def test_a_defect_is_found_in_parts_as_in_the_whole(claim: str, sound: str, broken: str) -> None:
    """Focus, path, value, message and severity are the same, whatever lies between the triples of a node."""
    triples = shuffled(GOOD.replace(sound, broken), claim)
    expected = in_the_whole(triples)
    assert expected
    assert in_parts(triples, 30) == expected


def test_a_sound_graph_is_sound_in_its_smallest_parts() -> None:
    """Each triple is a part: what completes it is looked for in all the others."""
    assert in_parts(shuffled(GOOD), 1) == set()


@settings(max_examples=8, deadline=None, phases=[Phase.generate])
@given(histories.histories(), st.integers(0, 2**32))
def test_what_is_wrong_with_a_random_history_is_found_in_parts(
    tmp_path_factory: pytest.TempPathFactory, history: histories.History, seed: int
) -> None:
    """Triples are lost and values exchanged until the shapes complain in many places."""
    chance = random.Random(seed)
    with Ledger.create(tmp_path_factory.mktemp("history")) as ledger:
        ledger.add_many(tuple(histories.documents(history)))
        mint = Mint(base=BASE)
        triples = [
            triple
            for document in ledger.witnesses()
            if not document.startswith("fact:")
            for triple in document_graph(
                document, ledger.said_by(document), ledger.transcript(document), mint
            )
        ]
        named = {
            above
            for item in histories.ITEMS
            for above in (item, histories.schedule(histories.schedule_number(item)))
        }
        triples += derived_graph(ledger, sorted(named), mint)
    for number in chance.sample(range(len(triples)), len(triples) // 20):
        subject, predicate, _ = triples[number]
        triples[number] = (subject, predicate, chance.choice(triples)[2])
    triples = [each for each in triples if chance.random() > 0.03]
    assert in_parts(triples, 300) == in_the_whole(triples)


def test_what_one_document_lacks_another_may_complete() -> None:
    """The document of an authority's other number stands at the far end of the graph."""
    name = "https://w3id.org/schedgraph/ontology#"
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    filling = [(f"<urn:x:{n}>", kind, f"<{name}Verdict>") for n in range(50)]
    verdict = [("<urn:x:a>", f"<{name}verdict>", f"<{name}verdict-active>")]
    other = [("<urn:x:a>", f"<{name}sameAuthorityAs>", "<urn:x:b>")]
    shown = [("<urn:x:b>", f"<{name}inCorpus>", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>')]
    told = "An authority is called active, and no document of it is in the corpus."
    assert {each.message for each in in_parts([*verdict, *filling, *other, *filling], 1)} == {told}
    assert in_parts([*verdict, *filling, *other, *filling, *shown], 1) == set()


def test_the_numbers_of_what_is_done_end_at_all_of_it() -> None:
    """First how many there are, of a number not yet known, then how many are done."""
    heard: list[tuple[int, int]] = []
    check_shapes(((*each, "<urn:x:g>") for each in shuffled(GOOD)), BASE, lambda *told: heard.append(told))
    assert heard[0] == (0, 0)
    assert heard[-1][0] == heard[-1][1] > 50


@pytest.mark.parametrize(
    "shape",
    [
        "ex:S sh:targetClass ex:C ; sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:minCount 1 ] .",
        "ex:S sh:targetClass ex:C ; sh:closed true .",
        "ex:S sh:targetNode ex:a ; sh:nodeKind sh:IRI .",
        "ex:S sh:targetClass ex:C ; sh:property ex:T . ex:T sh:path ex:p ; sh:node ex:S .",
        "ex:S sh:targetClass ex:C ; sh:sparql [ sh:select 'SELECT $this WHERE {}' ] .",
    ],
)
def test_a_shape_that_cannot_be_checked_in_parts_is_refused(shape: str) -> None:
    """A path without an end, an unknown target or means: an error and not a check that finds nothing."""
    shapes = Graph().parse(data=PREFIXES + shape, format="turtle")
    with pytest.raises(UnboundedShapeError):
        list(reports((), shapes))


def test_a_shape_is_seen_through_every_kind_of_path() -> None:
    """Sequence, alternative, inverse, and a class at the end of them, across the smallest parts."""
    shapes = Graph().parse(
        data=PREFIXES
        + """ex:S sh:targetClass ex:C ; sh:property [
            sh:path ( [ sh:inversePath ex:p ] [ sh:alternativePath ( ex:q ex:r ) ] ) ;
            sh:minCount 2 ; sh:class ex:D ; sh:disjoint ex:t ; sh:node [ sh:property [ sh:path ex:u ; sh:maxCount 0 ] ] ;
            sh:message "Wrong." ] .""",
        format="turtle",
    )
    data = """@prefix ex: <https://example.org/> .
        ex:a a ex:C ; ex:t ex:z . ex:x ex:p ex:a ; ex:q ex:z . ex:y ex:p ex:a ; ex:r ex:w .
        ex:z a ex:D . ex:w a ex:D . """
    for wrong in ("", "ex:w ex:u 1 .", "ex:b a ex:C . ex:x ex:p ex:b .", "ex:y ex:q ex:v ."):
        triples = shuffled(data + wrong)
        expected = in_the_whole(triples, shapes)
        assert expected
        assert in_parts(triples, 1, shapes) == expected
    sound = shuffled(data.replace("ex:t ex:z", "ex:t ex:a"))
    assert in_the_whole(sound, shapes) == in_parts(sound, 1, shapes) == set()
