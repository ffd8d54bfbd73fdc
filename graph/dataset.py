"""The store as an RDF dataset of rdflib: a named graph a document, and one graph of what follows from all of them."""

from typing import TYPE_CHECKING

from rdflib import Dataset

from schedgraph.graph.iri import BASE
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rdf.quads import derived_name, quads
from schedgraph.graph.rdf.rdflib_nodes import rdflib_node
from schedgraph.graph.standpoint import NOW, Standpoint

if TYPE_CHECKING:
    from schedgraph.graph.ledger import Ledger

__all__ = ["dataset", "derived_name"]


def dataset(ledger: "Ledger", base: str = BASE, standpoint: Standpoint = NOW) -> Dataset:
    """Everything that the store holds and what follows from it, in memory.

    A query without GRAPH sees all graphs at once. Nodes are named by their content, so that the same
    documents give the same dataset in whatever order they came.
    """
    made = Dataset(default_union=True)
    for prefix, namespace in prefixes(base).items():
        made.bind(prefix, namespace, replace=True)
    for subject, predicate, value, graph in quads(ledger, base, standpoint):
        made.graph(rdflib_node(graph)).add((rdflib_node(subject), rdflib_node(predicate), rdflib_node(value)))
    return made
