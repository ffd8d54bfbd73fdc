"""RDF nodes and values as N-Triples writes them, each IRI made from content alone: equal content, equal nodes, in any order."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from schedgraph.graph import iri
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


Term = str
"""A node or a value as N-Triples writes it: `<IRI>`, `"text"`, `"2015-01-31"^^<…#date>`.

A graph of a million items is written at the speed of its strings: no object is made for a node.
"""

Triple = tuple[Term, Term, Term]

_XSD = prefixes()["xsd"]
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_NEEDS_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')  # and what some readers take for line ends


def quoted(value: str) -> str:
    """`value` in quotes, on one line.

    >>> quoted("a\\tb")
    '"a\\\\tb"'
    """
    return f'"{_NEEDS_ESCAPE.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


@cache
def term(iri: str) -> Term:
    """A term of a vocabulary, from its constant."""
    return f"<{iri}>"


def text(value: str) -> Term:
    """A plain string, exactly as given. RDF 1.1 takes it for the same as one typed xsd:string."""
    return quoted(value)


def day(value: date | str) -> Term:
    """A date."""
    return f"{quoted(str(value))}^^<{_XSD}date>"


def number(value: int) -> Term:
    """A whole number."""
    return f'"{value}"^^<{_XSD}integer>'


def share(value: float) -> Term:
    """A confidence from 0 to 1, to three digits, as everywhere in the contract."""
    return f'"{round(float(value), 3)!r}"^^<{_XSD}double>'


def truth(value: bool) -> Term:
    """A truth value."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def duration(value: str) -> Term:
    """An ISO 8601 duration as it was read."""
    return f"{quoted(value)}^^<{_XSD}duration>"


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
    """Makes the nodes of one base IRI."""

    base: str

    def authority(self, identifier: str) -> Term:
        """A schedule or an item."""
        return f"<{iri.authority(identifier, self.base)}>"

    def document(self, sha256: str) -> Term:
        """A document, or a table of facts; also the name of the graph of what it says."""
        return f"<{iri.document(sha256, self.base)}>"

    def node(self, kind: str, *parts: object) -> Term:
        """Anything else: its kind and its content."""
        return f"<{iri.node(kind, content_key(*parts), self.base)}>"

    def evidence(self, document: str, evidence: Evidence) -> Term:
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
