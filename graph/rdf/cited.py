"""The citations of one document, as triples: which authority is meant, in which readings, in which words."""

from collections.abc import Iterator

from schedgraph.graph.rdf.nodes import TYPE
from schedgraph.graph.rdf.notation import Term, Triple, day, share, term, text, truth
from schedgraph.graph.rdf.witness import Witness
from schedgraph.graph.standing import SCHEDULE_FORMS
from schedgraph.graph.statements import Statement
from schedgraph.ontology import terms

_SHORTCUTS = {
    "cites": terms.CITES,
    "does-not-supersede": terms.DOES_NOT_SUPERSEDE,
    "part-of": terms.INCLUDED_IN,
    "same-as": terms.SAME_AUTHORITY_AS,
}


def citation(witness: Witness, node: Term, readings: list[Statement]) -> Iterator[Triple]:
    first = min(readings, key=lambda each: (-each.confidence, each.object))
    subject = witness.subject(first.subject)
    yield subject, term(terms.CITATION), node
    yield node, TYPE, term(terms.CITATION_CLASS)
    yield node, term(terms.RELATION), term(terms.RELATION_BY_WORD[first.predicate])
    if first.predicate == "superseded-by" and witness.form in SCHEDULE_FORMS - {"notice"}:
        # Words that were written on the schedule later are a mark on it, as a stamp is.
        yield subject, term(terms.OBSERVATION), node
        yield node, TYPE, term(terms.OBSERVATION_CLASS)
        yield node, term(terms.KIND), term(terms.OBSERVATION_ANNOTATION)
        yield node, term(terms.OBSERVED_TEXT), text(first.evidence.quote)
    if first.dated:
        yield node, term(terms.STATED_DATE), day(first.dated)
    yield node, term(terms.PROPOSED), truth(first.proposed)
    if len(readings) == 1:
        target = witness.mint.authority(first.object)
        yield node, term(terms.TARGET), target
        yield node, term(terms.CONFIDENCE), share(first.confidence)
        if first.proposed and first.predicate == "superseded-by":
            yield subject, term(terms.PROPOSED_TO_BE_SUPERSEDED_BY), target
        elif first.predicate in _SHORTCUTS and not first.proposed:
            yield subject, term(_SHORTCUTS[first.predicate]), target
    else:
        for each in readings:
            reading = witness.mint.node("reading", node[1:-1], each.object, each.confidence)
            yield node, term(terms.READING), reading
            yield reading, TYPE, term(terms.WRITTEN_READING_CLASS)
            yield reading, term(terms.TARGET), witness.mint.authority(each.object)
            yield reading, term(terms.CONFIDENCE), share(each.confidence)
    for each in readings:
        yield from witness.source(node, each)
