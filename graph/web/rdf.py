"""The part of the graph that a page is about, as Turtle and as JSON-LD."""

from collections.abc import Iterable

from schedgraph.graph.rdf.excerpt import excerpt
from schedgraph.graph.rdf.notation import Triple
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rdf.text import jsonld_graph, turtle
from schedgraph.graph.store import Store


def turtle_of(store: Store, identifiers: Iterable[str]) -> str:
    """What is said of the authorities and what follows, as Turtle."""
    return as_turtle(excerpt(store.ledger, identifiers, store.base), store.base)


def as_turtle(triples: Iterable[Triple], base: str) -> str:
    """Triples as Turtle, with the prefixes of the project."""
    return "".join(turtle(triples, prefixes(base)))


def jsonld_of(store: Store, identifiers: Iterable[str]) -> str:
    """The same as JSON-LD with its context inside."""
    return jsonld_graph(excerpt(store.ledger, identifiers, store.base), prefixes(store.base))
