"""The store as a stream of quads: one graph a document, and one of what follows from all of them.

Nothing is gathered but what one document says, so that a store of any size can be written.
"""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from schedgraph.graph.conclusions.parts import in_parts
from schedgraph.graph.correction import Correction
from schedgraph.graph.iri import BASE
from schedgraph.graph.rdf.derived import concepts, derived_graph, known_authorities
from schedgraph.graph.rdf.document import correction_source, defeated_statements, document_graph
from schedgraph.graph.rdf.nodes import Mint, content_key
from schedgraph.graph.rdf.notation import Quad, Term, Triple, term, text
from schedgraph.graph.standpoint import NOW, Standpoint
from schedgraph.graph.statements import Statement
from schedgraph.ontology import terms

if TYPE_CHECKING:
    from schedgraph.graph.ledger import Ledger

FACT = "fact:"


def derived_name(base: str = BASE, standpoint: Standpoint = NOW) -> str:
    """The name of the graph of what follows; every other graph bears the IRI of its document."""
    return "/".join(part for part in (f"{base}/graph/derived", standpoint.name) if part)


def quads(
    ledger: "Ledger", base: str, standpoint: Standpoint = NOW, *, evidence: bool = True
) -> Iterator[Quad]:
    """Everything that the store holds and what follows from it; a quad may come twice.

    From another standpoint other things follow; what the documents say is the same. Without `evidence`, what
    `lean.LACKING` names is left out.
    """
    for graph, triples in graphs(ledger, base, standpoint, evidence=evidence):
        for subject, predicate, value in triples:
            yield subject, predicate, value, graph


def graphs(
    ledger: "Ledger", base: str, standpoint: Standpoint = NOW, *, evidence: bool = True
) -> Iterator[tuple[Term, Iterator[Triple]]]:
    """The same by graph: those of the documents, at last that of what follows from all of them."""
    mint = Mint(base=base, evidence=evidence)
    for document, triples in _documents(ledger, mint):
        yield mint.document(document), triples
    yield term(derived_name(base, standpoint)), _conclusions(ledger, mint, standpoint)


def _conclusions(ledger: "Ledger", mint: Mint, standpoint: Standpoint) -> Iterator[Triple]:
    """What follows, some authorities at a time: what was read and judged for them is forgotten after them."""
    known = known_authorities(ledger, ledger.identifiers())
    for case, some in in_parts(ledger, known):
        yield from derived_graph(case, some, mint, standpoint)
    yield from concepts()


def _documents(ledger: "Ledger", mint: Mint) -> Iterator[tuple[str, Iterator[Triple]]]:
    """Each document by its key, with the triples of its graph."""
    defeats: defaultdict[str, defaultdict[Statement, list[str]]] = defaultdict(lambda: defaultdict(list))
    for statement, correction in ledger.defeats():
        defeats[statement.document][statement].append(correction.document)
    corrections = {each.document: each for each in ledger.corrections()}
    for document in ledger.witnesses():
        yield document, _document(ledger, document, corrections, defeats.get(document, {}), mint)


def _document(
    ledger: "Ledger",
    document: str,
    corrections: dict[str, Correction],
    defeats: dict[Statement, list[str]],
    mint: Mint,
) -> Iterator[Triple]:
    said, transcript = ledger.said_by(document), ledger.transcript(document)
    if said or transcript:
        yield from document_graph(document, said, transcript, mint)
    digest = _digest_of_facts(document, said)
    if digest:
        yield mint.document(document), term(terms.SHA256), text(digest)
    if document in corrections:
        yield from correction_source(corrections[document], mint)
    yield from defeated_statements(document, defeats, transcript, mint)


def _digest_of_facts(document: str, said: tuple[Statement, ...]) -> str | None:
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
