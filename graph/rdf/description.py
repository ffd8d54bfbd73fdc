"""The dataset described: what it holds (VoID) and what it was made from (PROV), for whoever is given an export.

Nothing here depends on when or where it was written: equal documents give an equal description. So there is no
date of export, and the activity has no time.
"""

from collections.abc import Iterable, Iterator, Mapping

from schedgraph.graph.casefile import above
from schedgraph.graph.rdf.nodes import TYPE, Mint
from schedgraph.graph.rdf.notation import Triple, number, term, text
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.ontology import terms

_VOID, _PROV, _DCTERMS = (prefixes()[name] for name in ("void", "prov", "dcterms"))
_ONTOLOGY = terms.NAMESPACE.rstrip("#")


def description_name(base: str) -> str:
    """The name of the graph of the description."""
    return f"{base}/graph/description"


def description_graph(
    authorities: Iterable[str], documents: Mapping[str, str], derived: str, version: str, mint: Mint
) -> Iterator[Triple]:
    """What the dataset holds and what it was made from.

    `authorities` are the identifiers that it names, `documents` the file names of documents and tables by what they
    are known by, `derived` the name of the graph of what follows, `version` that of this program.
    """
    names = tuple(authorities)
    dataset = term(f"{mint.base}/dataset")
    yield dataset, TYPE, term(f"{_VOID}Dataset")
    yield dataset, TYPE, term(f"{_PROV}Entity")
    yield dataset, term(f"{_DCTERMS}title"), text("Federal records schedules and what replaced what")
    yield dataset, term(f"{_VOID}vocabulary"), term(_ONTOLOGY)
    yield dataset, term(f"{_VOID}uriSpace"), text(f"{mint.base}/authority/")
    yield dataset, term(f"{_VOID}entities"), number(len(names))
    yield dataset, term(f"{_VOID}documents"), number(len(documents))
    items = sum(1 for each in names if above(each))
    for kind, count in (
        (terms.RECORDS_SCHEDULE_CLASS, len(names) - items),
        (terms.SCHEDULE_ITEM_CLASS, items),
    ):
        part = mint.node("partition", kind)
        yield dataset, term(f"{_VOID}classPartition"), part
        yield part, term(f"{_VOID}class"), term(kind)
        yield part, term(f"{_VOID}entities"), number(count)
    yield from _provenance(documents, derived, version, mint)


def _provenance(documents: Mapping[str, str], derived: str, version: str, mint: Mint) -> Iterator[Triple]:
    """The documents, what was read from them, and what this program drew from that."""
    drawn, drawing = term(derived), mint.node("activity", "deriving", version)
    program = mint.node("agent", "schedgraph", version)
    whole = term(f"{mint.base}/dataset")
    yield whole, term(f"{_VOID}subset"), drawn
    yield drawn, TYPE, term(f"{_PROV}Entity")
    yield drawn, term(f"{_PROV}wasGeneratedBy"), drawing
    yield drawing, TYPE, term(f"{_PROV}Activity")
    yield drawing, term(f"{_PROV}wasAssociatedWith"), program
    yield program, TYPE, term(f"{_PROV}SoftwareAgent")
    yield program, term(f"{_DCTERMS}title"), text(f"schedgraph {version}")
    for document in sorted(documents):
        graph = mint.document(document)
        yield whole, term(f"{_VOID}subset"), graph
        yield graph, TYPE, term(f"{_PROV}Entity")
        yield graph, term(f"{_DCTERMS}title"), text(documents[document])
        yield drawn, term(f"{_PROV}wasDerivedFrom"), graph
        yield drawing, term(f"{_PROV}used"), graph
