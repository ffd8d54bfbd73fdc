"""The vocabulary explains itself, and the constants are its terms."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from schedgraph.ontology import generate, reference, terms

GRAPH = Graph().parse(generate.VOCABULARY, format="turtle")
ONTOLOGY = URIRef("https://w3id.org/schedgraph/ontology")
TERMS = sorted({URIRef(str(each)) for each in GRAPH.subjects() if str(each).startswith(terms.NAMESPACE)})

# Namespace names in which no term may be used that nobody has looked up.
BORROWED = {
    "https://www.ica.org/standards/RiC/ontology#": {
        "Rule",
        "RuleRelation",
        "Instantiation",
        "Event",
        "identifier",
        "isOrWasPartOf",
        "hasOrHadPart",
        "isAssociatedWithEvent",
    },
    "http://data.europa.eu/eli/ontology#": {
        "LegalResource",
        "LegalResourceSubdivision",
        "InForce",
        "InForce-inForce",
        "InForce-notInForce",
        "InForce-partiallyInForce",
        "in_force",
        "id_local",
        "is_part_of",
        "has_part",
        "first_date_entry_in_force",
        "date_no_longer_in_force",
        "repealed_by",
        "repeals",
        "cites",
    },
}


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(terms.NAMESPACE))
def test_every_term_has_label_definition_source_and_home(term: URIRef) -> None:
    """A reader of the graph can look every term up: what it is called, what it means, where it comes from."""
    for predicate in (RDFS.label, SKOS.definition, DCTERMS.source):
        values = list(GRAPH.objects(term, predicate))
        assert len(values) == 1, f"{predicate} of {term}"
        assert str(values[0]).strip(), f"{predicate} of {term}"
    assert list(GRAPH.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]
    assert str(GRAPH.value(term, SKOS.definition)).endswith(".")


def test_the_ontology_says_who_may_use_it() -> None:
    """The header names version and licence."""
    assert str(GRAPH.value(ONTOLOGY, OWL.versionInfo)) == "0.1.0"
    assert "publicdomain/zero" in str(GRAPH.value(ONTOLOGY, DCTERMS.license))


def test_every_term_becomes_one_constant() -> None:
    """No term is missing from terms.py, and no two terms share a name."""
    read = generate.read_terms()
    assert {str(term) for term in TERMS} == {term.iri for term in read}
    assert len(read) == len({term.constant for term in read})
    for term in read:
        assert getattr(terms, term.constant) == term.iri


def test_verdicts_are_the_nine_of_the_contract() -> None:
    """Scripts rely on the nine words; the table gives the concept of each."""
    assert set(terms.VERDICT_BY_WORD) == {
        "active",
        "superseded",
        "partially-superseded",
        "inactive",
        "never-approved",
        "rescinded",
        "proposed",
        "indeterminate",
        "unseen",
    }


def test_concepts_are_typed_in_their_scheme() -> None:
    """Every concept has a word, and belongs to a scheme of the vocabulary."""
    for concept in (term for term in TERMS if GRAPH.value(term, SKOS.inScheme)):
        assert GRAPH.value(concept, SKOS.notation) is not None
        assert (GRAPH.value(concept, SKOS.inScheme), RDF.type, SKOS.ConceptScheme) in GRAPH


def test_no_term_that_links_agents_is_used_for_items() -> None:
    """rico:hasSuccessor succeeds an agent by an agent: it stands in scope notes and in no statement."""
    used = {str(node) for triple in GRAPH for node in triple if isinstance(node, URIRef)}
    assert not [iri for iri in used if iri.endswith(("hasSuccessor", "AgentTemporalRelation"))]


@pytest.mark.parametrize("namespace", BORROWED)
def test_borrowed_terms_exist(namespace: str) -> None:
    """Terms of RiC-O and ELI are those that were looked up in their own files."""
    used = {str(node) for triple in GRAPH for node in triple if str(node).startswith(namespace)}
    local = {iri.removeprefix(namespace) for iri in used} - {""}
    assert local <= BORROWED[namespace]


def test_common_terms_exist() -> None:
    """No term of PROV-O, DCTERMS or SKOS is misspelt: rdflib knows them all."""
    for namespace in (PROV, DCTERMS, SKOS):
        known = {str(term) for term in dir(namespace)}
        used = {str(node) for triple in GRAPH for node in triple if str(node).startswith(str(namespace))}
        assert {iri for iri in used if iri != str(namespace)} <= known


def test_terms_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """terms.py says what the .ttl says."""
    assert generate.main(["--check"]) == 0
    assert "agrees" in capsys.readouterr().out


def test_stale_terms_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A term that was added to the .ttl alone makes --check fail with a sentence, and generating mends it."""
    stale = tmp_path / "terms.py"
    stale.write_text("# old\n", encoding="utf-8")
    monkeypatch.setattr(generate, "TERMS", stale)
    assert generate.main(["--check"]) == 1
    assert "run python -m schedgraph.ontology.generate" in capsys.readouterr().err
    monkeypatch.setattr(generate, "CONTEXT", tmp_path / "context.jsonld")
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0


def test_the_reference_has_every_term_and_is_up_to_date() -> None:
    """A reader finds each term at its own anchor; `make check` runs the same."""
    text = reference.PAGE.read_text(encoding="utf-8")
    assert all(f'<h3 id="{term.removeprefix(terms.NAMESPACE)}">' in text for term in TERMS)
    assert reference.main(["--check"]) == 0


def test_a_stale_reference_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reference, "PAGE", tmp_path / "ontology.html")
    assert reference.main(["--check"]) == 1
    assert "run `python -m schedgraph.ontology.reference`" in capsys.readouterr().err


def test_the_context_turns_short_names_into_the_terms() -> None:
    """JSON with short names is RDF of this vocabulary, dates and links included."""
    context = json.loads(generate.CONTEXT.read_text(encoding="utf-8"))["@context"]
    data = {
        "@context": context,
        "@id": "https://example.org/item",
        "identifier": "GRS 5.2/020",
        "approvedOn": "2017-07-20",
        "supersededBy": "https://example.org/other",
    }
    graph = Graph().parse(data=json.dumps(data), format="json-ld")
    item = URIRef("https://example.org/item")
    assert graph.value(item, URIRef(terms.APPROVED_ON)) == Literal("2017-07-20", datatype=XSD.date)
    assert graph.value(item, URIRef(terms.SUPERSEDED_BY)) == URIRef("https://example.org/other")
    assert graph.value(item, URIRef(terms.IDENTIFIER)) == Literal("GRS 5.2/020")


def test_terms_need_no_rdf_library() -> None:
    """The constants can be imported without rdflib."""
    code = "import sys, schedgraph.ontology.terms; sys.exit('rdflib' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_the_glossary_has_every_verdict_and_relation() -> None:
    """docs/words.md is the one glossary: no concept is missing from it."""
    text = (Path(__file__).resolve().parents[2] / "docs" / "words.md").read_text(encoding="utf-8")
    for word in (*terms.VERDICT_BY_WORD, *terms.RELATION_BY_WORD, *terms.SCOPE_BY_WORD):
        assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text), word
