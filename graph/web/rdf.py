"""The part of the graph that a page is about, as Turtle and as JSON-LD."""

from collections.abc import Iterable

from schedgraph.graph.store import Store


def turtle_of(store: Store, identifiers: Iterable[str]) -> str:
    """What is said of the authorities and what follows, as Turtle."""
    from schedgraph.graph.rdf.excerpt import excerpt
    from schedgraph.graph.rdf.prefixes import prefixes
    from schedgraph.graph.rdf.text import turtle

    return "".join(turtle(excerpt(store.ledger, identifiers, store.base), prefixes(store.base)))


def jsonld_of(store: Store, identifiers: Iterable[str]) -> str:
    """The same as JSON-LD with its context inside."""
    from schedgraph.graph.rdf.excerpt import excerpt
    from schedgraph.graph.rdf.prefixes import prefixes
    from schedgraph.graph.rdf.text import jsonld_graph

    return jsonld_graph(excerpt(store.ledger, identifiers, store.base), prefixes(store.base))
