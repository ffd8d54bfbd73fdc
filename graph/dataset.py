"""The store as an RDF dataset: a named graph a document, and one graph of what follows from all of them."""

from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING

from rdflib import Dataset, URIRef

from schedgraph.graph.iri import BASE
from schedgraph.graph.rdf.derived import derived_graph, known_authorities
from schedgraph.graph.rdf.document import correction_source, defeated_statements, document_graph
from schedgraph.graph.rdf.nodes import Mint, content_key, term, text
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.statements import Statement
from schedgraph.ontology import terms

if TYPE_CHECKING:
    from schedgraph.graph.ledger import Ledger

FACT = "fact:"


def derived_name(base: str = BASE) -> str:
    """The name of the graph of what follows; every other graph bears the IRI of its document."""
    return f"{base}/graph/derived"


def dataset(ledger: "Ledger", base: str = BASE) -> Dataset:
    """Everything that the store holds and what follows from it.

    A query without GRAPH sees all graphs at once. Nodes are named by their content, so that the same
    documents give the same dataset in whatever order they came.
    """
    mint = Mint(base=base)
    made = Dataset(default_union=True)
    for prefix, namespace in prefixes(base).items():
        made.bind(prefix, namespace, replace=True)
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in ledger.all():
        said[statement.document].append(statement)
    transcripts = {each["document"]["sha256"]: each for each in ledger.documents()}
    for document in sorted({*said, *transcripts}):
        graph = made.graph(mint.document(document))
        for triple in document_graph(document, said[document], transcripts.get(document), mint):
            graph.add(triple)
        digest = _digest_of_facts(document, said[document])
        if digest:
            graph.add((mint.document(document), term(terms.SHA256), text(digest)))
    for correction in ledger.corrections():
        for triple in correction_source(correction, mint):
            made.graph(mint.document(correction.document)).add(triple)
    defeats: defaultdict[str, defaultdict[Statement, list[str]]] = defaultdict(lambda: defaultdict(list))
    for statement, correction in ledger.defeats():
        defeats[statement.document][statement].append(correction.document)
    for document, statements in defeats.items():
        for triple in defeated_statements(document, statements, transcripts.get(document), mint):
            made.graph(mint.document(document)).add(triple)
    derived = made.graph(URIRef(derived_name(base)))
    for triple in derived_graph(ledger, known_authorities(ledger, ledger.identifiers()), mint):
        derived.add(triple)
    return made


def _digest_of_facts(document: str, said: list[Statement]) -> str | None:
    """The SHA-256 of a shipped table of facts, where the store holds the rows that are shipped now."""
    if not document.startswith(FACT):
        return None
    from hashlib import sha256

    from schedgraph.graph.facts import fact_statements

    shipped = {each.key for each in fact_statements() if each.document == document}
    path = files("schedgraph.corpus").joinpath(document.removeprefix(FACT))
    if content_key(*sorted(shipped)) != content_key(*sorted(each.key for each in said)) or not path.is_file():
        return None
    return sha256(path.read_bytes()).hexdigest()
