"""What one document says of authorities, as triples: values, marks and items, each with its evidence."""

from collections.abc import Callable, Iterable, Iterator

from schedgraph.graph.casefile import above
from schedgraph.graph.rdf.nodes import OBSERVED, TYPE, authority_types
from schedgraph.graph.rdf.notation import Term, Triple, day, duration, term, text, truth
from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes
from schedgraph.graph.rdf.witness import Witness
from schedgraph.graph.standing import SCHEDULE_FORMS
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.ontology import terms

_STATEMENT = term(f"{RDF_NAMESPACE}Statement")
_SUBJECT = term(f"{RDF_NAMESPACE}subject")
_PREDICATE = term(f"{RDF_NAMESPACE}predicate")
_OBJECT = term(f"{RDF_NAMESPACE}object")
_PROV_INVALIDATED = term(prefixes()["prov"] + "wasInvalidatedBy")

VALUES: dict[str, tuple[str, Callable[[str], Term]]] = {
    "agency": (terms.AGENCY, text),
    "record-group": (terms.RECORD_GROUP, text),
    "major-subdivision": (terms.MAJOR_SUBDIVISION, text),
    "minor-subdivision": (terms.MINOR_SUBDIVISION, text),
    "title": (terms.TITLE, text),
    "applies-to": (terms.APPLIES_TO, text),
    "schedule-status": (terms.SCHEDULE_STATUS, text),
    "received": (terms.RECEIVED_ON, day),
    "certified": (terms.CERTIFIED_ON, day),
    "approved": (terms.APPROVED_ON, day),
    "printed-on": (terms.PRINTED_ON, day),
    "accurate-as-of": (terms.ACCURATE_AS_OF, day),
    "stamp": (terms.STAMP, text),
    "strike": (terms.STRIKE, text),
    "struck-disposition": (terms.DISPOSITION_STRIKE, text),
    "description": (terms.DESCRIPTION, text),
    "item-status": (terms.ITEM_STATUS, text),
    "action-taken": (terms.ACTION_TAKEN, text),
    "final-disposition": (terms.FINAL_DISPOSITION, text),
    "disposition-instruction": (terms.INSTRUCTION_TEXT, text),
    "cutoff": (terms.CUTOFF_INSTRUCTION, text),
    "transfer": (terms.TRANSFER_INSTRUCTION, text),
    "media-neutral": (terms.MEDIA_NEUTRAL, lambda value: truth(value == "true")),
    "retention-action": (terms.RETENTION_ACTION, text),
    "retention-period": (terms.RETENTION_PERIOD, duration),
    "retention-trigger": (terms.RETENTION_TRIGGER, text),
    "retention-text": (terms.RETENTION_TEXT, text),
}
"""Predicates of statements whose object is a value, and the properties that carry it."""

ASIDES = frozenset(
    {
        "department",
        "reach",
        "capstone-form",
        "election",
        "all-superseded-by",
        "misprinted-in",
        "misprinted-for",
    }
)
"""Predicates on which findings rest and that have no property of their own."""


def schedule(witness: Witness, said: Statement) -> Iterator[Triple]:
    if witness.form not in SCHEDULE_FORMS:
        return
    node = witness.mint.authority(said.subject)
    yield from authority_types(node, item=False)
    yield witness.node, term(terms.SHOWS), node
    if said.printed:
        yield node, term(terms.PRINTED_NUMBER), text(said.printed)
    yield node, term(terms.IDENTIFIER), text(said.subject)
    yield from assertion(witness, said, node, terms.IDENTIFIER, text(said.subject))


def item(witness: Witness, said: Statement) -> Iterator[Triple]:
    node, holder = witness.mint.authority(said.subject), witness.mint.authority(said.object)
    yield from authority_types(node, item=True)
    if said.predicate == "under":
        yield node, term(terms.PARENT_ITEM), holder
        return
    yield node, term(terms.IDENTIFIER), text(said.subject)
    yield node, term(terms.PART_OF), holder
    yield holder, term(terms.HAS_ITEM), node
    yield witness.node, term(terms.SHOWS), node
    if said.printed:
        yield node, term(terms.ITEM_NUMBER), text(said.printed)
    yield from assertion(witness, said, node, terms.PART_OF, holder)


def value(witness: Witness, said: Statement) -> Iterator[Triple]:
    node = witness.subject(said.subject)
    predicate, literal = VALUES[said.predicate]
    value = literal(said.object)
    yield node, term(predicate), value
    if said.predicate == "title" and not above(said.subject):
        yield node, term(terms.SUBJECT), value
    if said.predicate in OBSERVED:
        yield from observation(witness, said, node)
    else:
        yield from assertion(witness, said, node, predicate, value)


def assertion(witness: Witness, said: Statement, node: Term, predicate: str, value: Term) -> Iterator[Triple]:
    """That the document says so, as a node of its own that has the evidence; nothing in a graph without evidence."""
    if not witness.mint.evidence:
        return
    assertion = witness.mint.statement(said)
    yield assertion, TYPE, _STATEMENT
    yield assertion, _SUBJECT, node
    yield assertion, _PREDICATE, term(predicate)
    yield assertion, _OBJECT, value
    yield from witness.source(assertion, said)


def aside(witness: Witness, said: Statement) -> Iterator[Triple]:
    """What a finding rests on, as a statement with its words and its place; nothing in a graph without evidence."""
    if not witness.mint.evidence:
        return
    node = witness.mint.statement(said)
    yield node, TYPE, _STATEMENT
    yield node, _OBJECT, text(said.object)
    yield from witness.source(node, said)


def observation(witness: Witness, said: Statement, node: Term) -> Iterator[Triple]:
    observation = witness.mint.statement(said)
    yield node, term(terms.OBSERVATION), observation
    yield observation, TYPE, term(terms.OBSERVATION_CLASS)
    yield observation, term(terms.KIND), term(OBSERVED[said.predicate])
    struck = OBSERVED[said.predicate] == terms.OBSERVATION_STRIKE
    yield observation, term(terms.OBSERVED_TEXT), text(said.evidence.quote if struck else said.object)
    yield from witness.source(observation, said)


def defeated(witness: Witness, said: Statement, corrections: Iterable[str]) -> Iterator[Triple]:
    """What no longer counts: that the document said so, and by which correction it is defeated.

    Without evidence the source alone, and only of what is no assertion: the node of a citation or a mark may be that of
    another reading, which still counts, and says in both graphs the same.
    """
    node = witness.mint.statement(said)
    if not witness.mint.evidence:
        if said.predicate in RELATIONS or said.predicate in OBSERVED:
            yield from witness.source(node, said)
        return
    if said.predicate in RELATIONS:
        value: Term = witness.mint.authority(said.object)
        predicate = terms.RELATION_BY_WORD[said.predicate]
    else:
        predicate, literal = VALUES.get(said.predicate, (terms.OBSERVED_TEXT, text))
        value = literal(said.object)
    yield from assertion(witness, said, witness.subject(said.subject), predicate, value)
    for correction in corrections:
        yield node, _PROV_INVALIDATED, witness.mint.document(correction)
