"""Nodes of rdflib from what N-Triples writes."""

import re
from functools import lru_cache

from rdflib import Literal, URIRef

from schedgraph.graph.rdf.nodes import Term

_ESCAPED = re.compile(r'\\(?:u([0-9A-F]{4})|([tbnrf"\\]))')
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@lru_cache(maxsize=65_536)
def rdflib_node(term: Term) -> URIRef | Literal:
    """The node or value behind `term`; its lexical form stays as it is.

    A plain string stays plain: RDF 1.1 takes it for the same as one typed xsd:string, rdflib does not.
    """
    if term.startswith("<"):
        return URIRef(term[1:-1])
    quoted, _, datatype = term.rpartition('"')
    value = _ESCAPED.sub(lambda found: _character(found[1], found[2]), quoted[1:])
    if not datatype:
        return Literal(value)
    return Literal(value, datatype=URIRef(datatype[3:-1]), normalize=False)


def _character(code: str | None, letter: str) -> str:
    return chr(int(code, 16)) if code else _PLAIN.get(letter, letter)
