"""RDF nodes and values, each IRI made from content alone: equal content, equal nodes, in any order."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rdflib import RDF, XSD, Literal, URIRef

from schedgraph.graph import iri
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.ontology import terms
from schedgraph.parser.evidence import Evidence

Triple = tuple[URIRef, URIRef, URIRef | Literal]

TYPE = URIRef(str(RDF.type))
OBSERVED = {
    "strike": terms.OBSERVATION_STRIKE,
    "struck-disposition": terms.OBSERVATION_STRIKE,
    "stamp": terms.OBSERVATION_STAMP,
    "item-status": terms.OBSERVATION_PRINTED_STATUS,
    "schedule-status": terms.OBSERVATION_PRINTED_STATUS,
    "action-taken": terms.OBSERVATION_ACTION_TAKEN,
    "annotation": terms.OBSERVATION_ANNOTATION,
    "successor-unreadable": terms.OBSERVATION_ANNOTATION,
}
"""Predicates of statements that are marks on the paper, and the kind of each."""


def term(text: str) -> URIRef:
    """A term of a vocabulary, from its constant."""
    return URIRef(text)


def text(value: str) -> Literal:
    """A plain string, exactly as given.

    RDF 1.1 takes it for the same as one typed xsd:string; rdflib does not, and queries write it plain.
    """
    return Literal(value)


def day(value: date | str) -> Literal:
    """A date."""
    return Literal(
        value.isoformat() if isinstance(value, date) else value, datatype=XSD.date, normalize=False
    )


def number(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=XSD.integer, normalize=False)


def share(value: float) -> Literal:
    """A confidence from 0 to 1, to three digits, as everywhere in the contract."""
    return Literal(repr(round(float(value), 3)), datatype=XSD.double, normalize=False)


def truth(value: bool) -> Literal:
    """A truth value."""
    return Literal("true" if value else "false", datatype=XSD.boolean, normalize=False)


def duration(value: str) -> Literal:
    """An ISO 8601 duration as it was read; rdflib would rewrite it."""
    return Literal(value, datatype=XSD.duration, normalize=False)


def authority_types(node: URIRef, *, item: bool) -> Iterator[Triple]:
    """The classes of a schedule or an item, the wider ones too, so that queries need no inference."""
    yield node, TYPE, term(terms.SCHEDULE_ITEM_CLASS if item else terms.RECORDS_SCHEDULE_CLASS)
    yield node, TYPE, term(terms.DISPOSITION_AUTHORITY_CLASS)
    yield node, TYPE, term(prefixes()["rico"] + "Rule")


def content_key(*parts: object) -> str:
    """A key made from `parts`: equal parts, equal key."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mint:
    """Makes the nodes of one base IRI."""

    base: str

    def authority(self, identifier: str) -> URIRef:
        """A schedule or an item."""
        return URIRef(iri.authority(identifier, self.base))

    def document(self, sha256: str) -> URIRef:
        """A document, or a table of facts; also the name of the graph of what it says."""
        return URIRef(iri.document(sha256, self.base))

    def node(self, kind: str, *parts: object) -> URIRef:
        """Anything else: its kind and its content."""
        return URIRef(iri.node(kind, content_key(*parts), self.base))

    def evidence(self, document: str, evidence: Evidence) -> URIRef:
        """A place in a document."""
        parts = (
            evidence.page,
            evidence.start,
            evidence.end,
            evidence.quote,
            evidence.method,
            evidence.confidence,
        )
        return self.node("evidence", document, *parts, evidence.bbox)

    def statement(self, statement: Statement) -> URIRef:
        """What one document says: a citation, an observation, or a plain assertion.

        The readings of one ambiguous number are one citation.
        """
        if statement.predicate in RELATIONS:
            if statement.group is not None:
                return self.node("citation", statement.group, statement.subject, statement.predicate)
            return URIRef(iri.node("citation", statement.key, self.base))
        kind = "observation" if statement.predicate in OBSERVED else "assertion"
        return URIRef(iri.node(kind, statement.key, self.base))
