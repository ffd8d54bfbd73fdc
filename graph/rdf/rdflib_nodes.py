"""Nodes of rdflib from what N-Triples writes, and back."""

import re
from functools import lru_cache

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from schedgraph.graph.rdf.notation import Term, literal, parts

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


@lru_cache(maxsize=65_536)
def rdflib_node(term: Term) -> URIRef | BNode | Literal:
    """The node or value behind `term`; its lexical form stays as it is.

    A plain string stays plain: RDF 1.1 takes it for the same as one typed xsd:string, rdflib does not.
    """
    kind, value, datatype, language = parts(term)
    if kind == "iri":
        return URIRef(value)
    if kind == "blank":
        return BNode(value)
    if datatype is None:
        return Literal(value, lang=language)
    return Literal(value, datatype=URIRef(datatype), normalize=False)


def n_term(node: Node) -> Term:
    """A node of rdflib as N-Triples has it.

    >>> n_term(Literal("a\\tb", lang="en"))
    '"a\\\\tb"@en'
    """
    if isinstance(node, URIRef):
        return f"<{_NOT_IN_IRI.sub(_code_point, node)}>"
    if isinstance(node, Literal):
        return literal(str(node), str(node.datatype) if node.datatype else None, node.language)
    return f"_:{node}"


def _code_point(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"
