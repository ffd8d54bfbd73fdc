"""The part of the graph that a page is about, as Turtle and as JSON-LD."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from schedgraph.graph.rdf.nodes import Triple
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.store import Store

if TYPE_CHECKING:
    from schedgraph.graph.rdf.text import TripleOf


def turtle_of(store: Store, identifiers: Iterable[str]) -> str:
    """What is said of the authorities and what follows, as Turtle."""
    return as_turtle(_excerpt(store, identifiers), store.base)


def as_turtle(triples: Iterable[Triple], base: str) -> str:
    """Triples as Turtle, with the prefixes of the project."""
    from schedgraph.graph.rdf.text import turtle

    return "".join(turtle(_nodes(triples), prefixes(base)))


def jsonld_of(store: Store, identifiers: Iterable[str]) -> str:
    """The same as JSON-LD with its context inside."""
    from schedgraph.graph.rdf.text import jsonld_graph

    return jsonld_graph(_nodes(_excerpt(store, identifiers)), prefixes(store.base))


def _excerpt(store: Store, identifiers: Iterable[str]) -> tuple[Triple, ...]:
    from schedgraph.graph.rdf.excerpt import excerpt

    return excerpt(store.ledger, identifiers, store.base)


def _nodes(triples: Iterable[Triple]) -> "Iterator[TripleOf]":
    from schedgraph.graph.rdf.rdflib_nodes import rdflib_node

    for subject, predicate, value in triples:
        yield rdflib_node(subject), rdflib_node(predicate), rdflib_node(value)
