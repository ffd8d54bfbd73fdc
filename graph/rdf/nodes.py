"""The nodes of the graph, each IRI made from content alone: equal content, equal nodes, in any order."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from schedgraph.graph import iri
from schedgraph.graph.rdf.notation import Term, Triple, term
from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.ontology import terms
from schedgraph.parser.evidence import Evidence

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


TYPE = term(f"{RDF_NAMESPACE}type")
_RULE = term(prefixes()["rico"] + "Rule")


def authority_types(node: Term, *, item: bool) -> Iterator[Triple]:
    """The classes of a schedule or an item, the wider ones too, so that queries need no inference."""
    yield node, TYPE, term(terms.SCHEDULE_ITEM_CLASS if item else terms.RECORDS_SCHEDULE_CLASS)
    yield node, TYPE, term(terms.DISPOSITION_AUTHORITY_CLASS)
    yield node, TYPE, _RULE


def content_key(*parts: object) -> str:
    """A key made from `parts`: equal parts, equal key."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mint:
    """Makes the nodes of one base IRI. `evidence` is whether places in documents, and what stands there, are nodes, too."""

    base: str
    evidence: bool = True

    def authority(self, identifier: str) -> Term:
        """A schedule or an item."""
        return f"<{iri.authority(identifier, self.base)}>"

    def document(self, sha256: str) -> Term:
        """A document, or a table of facts; also the name of the graph of what it says."""
        return f"<{iri.document(sha256, self.base)}>"

    def node(self, kind: str, *parts: object) -> Term:
        """Anything else: its kind and its content."""
        return f"<{iri.node(kind, content_key(*parts), self.base)}>"

    def place(self, document: str, evidence: Evidence) -> Term:
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

    def statement(self, statement: Statement) -> Term:
        """What one document says: a citation, an observation, or a plain assertion.

        The readings of one ambiguous number are one citation.
        """
        if statement.predicate in RELATIONS:
            if statement.group is not None:
                return self.node("citation", statement.group, statement.subject, statement.predicate)
            return f"<{iri.node('citation', statement.key, self.base)}>"
        kind = "observation" if statement.predicate in OBSERVED else "assertion"
        return f"<{iri.node(kind, statement.key, self.base)}>"
