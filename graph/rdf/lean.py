"""What a graph without evidence lacks: of the words of documents only those of citations, marks and signatures are nodes."""

from typing import Final

from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes
from schedgraph.ontology import terms

LACKING: Final = frozenset(
    {
        terms.EVIDENCE,
        terms.EVIDENCE_CLASS,
        terms.WAS_QUOTED_FROM,
        prefixes()["prov"] + "wasQuotedFrom",
        terms.QUOTE,
        terms.PAGE,
        terms.START,
        terms.END,
        terms.METHOD,
        terms.BOUNDING_BOX,
        terms.BASED_ON,
        prefixes()["prov"] + "wasInvalidatedBy",
        *(RDF_NAMESPACE + name for name in ("Statement", "subject", "predicate", "object")),
    }
)
"""The terms of the vocabulary that no triple of it has: a query that names one would find nothing, and say no more."""
