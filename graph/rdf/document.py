"""The graph of one document: what it says, what of that was corrected, and who corrected it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from schedgraph.graph.correction import PREFIX as CORRECTION
from schedgraph.graph.correction import Correction
from schedgraph.graph.rdf.cited import citation
from schedgraph.graph.rdf.nodes import OBSERVED, Mint
from schedgraph.graph.rdf.notation import Term, Triple, day, term, text
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rdf.said import (
    ASIDES,
    VALUES,
    aside,
    assertion,
    defeated,
    item,
    observation,
    schedule,
    value,
)
from schedgraph.graph.rdf.transcribed import Json, file
from schedgraph.graph.rdf.witness import Witness
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.ontology import terms

_DCTERMS_CREATOR = term(prefixes()["dcterms"] + "creator")
_DCTERMS_DATE = term(prefixes()["dcterms"] + "date")


def document_graph(
    document: str, said: Iterable[Statement], transcript: Json | None, mint: Mint
) -> Iterator[Triple]:
    """The graph of one document, from its statements and its transcript (None for a table of facts)."""
    witness = _witness(document, transcript, mint)
    alternatives: defaultdict[Term, list[Statement]] = defaultdict(list)
    for each in said:
        if each.predicate in RELATIONS:
            alternatives[mint.statement(each)].append(each)
        elif each.predicate == "form":
            yield from schedule(witness, each)
        elif each.predicate in ("item-of", "under"):
            yield from item(witness, each)
        elif each.predicate in VALUES:
            yield from value(witness, each)
        elif each.predicate in OBSERVED:
            yield from observation(witness, each, witness.subject(each.subject))
        elif each.predicate == "event":
            node = witness.subject(each.subject)
            yield from assertion(witness, each, node, terms.PRINTED_ACTION, text(each.object))
        elif each.predicate in ASIDES:
            yield from aside(witness, each)
    for node, readings in alternatives.items():
        yield from citation(witness, node, readings)
    yield from file(witness, transcript)


def defeated_statements(
    document: str, defeats: Mapping[Statement, Iterable[str]], transcript: Json | None, mint: Mint
) -> Iterator[Triple]:
    """What corrections defeat in one document, by the names of the corrections."""
    witness = _witness(document, transcript, mint)
    for said, corrections in defeats.items():
        yield from defeated(witness, said, corrections)


def correction_source(correction: Correction, mint: Mint) -> Iterator[Triple]:
    """Who made a correction, and when."""
    node = mint.document(correction.document)
    yield node, term(terms.FILE_NAME), text(correction.name)
    yield node, term(terms.SHA256), text(correction.sha256)
    yield node, _DCTERMS_CREATOR, text(correction.author)
    yield node, _DCTERMS_DATE, day(correction.day)


def _witness(document: str, transcript: Json | None, mint: Mint) -> Witness:
    table = "correction" if document.startswith(CORRECTION) else "crosswalk"
    return Witness(document=document, form=transcript["document"]["form"] if transcript else table, mint=mint)
