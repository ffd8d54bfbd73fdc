"""The whole store in other programs' formats, byte for byte the same for the same documents."""

import json
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, get_args

from schedgraph.graph.answers import title
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.answer_text import legal_xml
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.rdf.text import jsonld, nquads, trig, turtle
from schedgraph.graph.standing import is_seen
from schedgraph.graph.tables import items_table
from schedgraph.graph.verdict import Bench

if TYPE_CHECKING:
    import networkx as nx

ExportFormat = Literal["turtle", "trig", "nquads", "jsonld", "graphml", "csv"]
EXPORT_FORMATS: tuple[ExportFormat, ...] = get_args(ExportFormat)


def export(ledger: Ledger, format: ExportFormat, base: str = BASE) -> Iterator[str]:
    """The store as text, in pieces.

    `trig`, `nquads` and `jsonld` keep one graph a document; `turtle` merges them. All four describe the dataset (VoID,
    PROV). `graphml` is the network of
    supersessions for Gephi and its like, `csv` a table of the items for spreadsheets. JSON-LD has the
    context of the vocabulary inside.
    """
    if format == "csv":
        yield from items_table(ledger)
    elif format == "graphml":
        yield from _graphml(ledger)
    elif format == "turtle":
        yield from turtle(((s, p, o) for s, p, o, _ in _described(ledger, base)), prefixes(base))
    elif format == "trig":
        yield from trig(_described(ledger, base), prefixes(base))
    elif format == "jsonld":
        yield from jsonld(_described(ledger, base), prefixes(base), _context())
    elif format == "nquads":
        yield from nquads(_described(ledger, base))
    else:
        raise ValueError(f"there is no format {format!r}; there are {', '.join(EXPORT_FORMATS)}")


def _described(ledger: Ledger, base: str) -> Iterator[Quad]:
    yield from quads(ledger, base)
    yield from described(ledger, base)


def described(ledger: Ledger, base: str) -> Iterator[Quad]:
    """The description of the dataset (VoID, PROV), which stands in exports and in no query."""
    from schedgraph.graph.rdf.derived import known_authorities
    from schedgraph.graph.rdf.description import description_graph, description_name
    from schedgraph.graph.rdf.nodes import Mint
    from schedgraph.graph.rdf.notation import term
    from schedgraph.graph.rdf.quads import derived_name

    names = ledger.document_names()
    documents = {each.document: each.document.removeprefix("fact:") for each in ledger.all()} | names
    for subject, predicate, value in description_graph(
        known_authorities(ledger, ledger.identifiers()),
        documents,
        derived_name(base),
        version("schedgraph"),
        Mint(base=base),
    ):
        yield subject, predicate, value, term(description_name(base))


def _context() -> dict[str, Any]:
    """The names that the vocabulary's own JSON-LD context gives its properties."""
    text = files("schedgraph.ontology").joinpath("context.jsonld").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)["@context"]
    return found


def _graphml(ledger: Ledger) -> Iterator[str]:
    import networkx as nx

    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in nx.generate_graphml(_drawn(ledger), named_key_ids=True):
        yield f"{line}\n"


def _drawn(ledger: Ledger) -> "nx.MultiDiGraph[str]":
    """The network with what a drawing needs, in sorted order; GraphML knows no dates and no absent values."""
    import networkx as nx

    from schedgraph.graph.network import network

    plain = network(ledger, ledger.identifiers())
    bench = Bench(ledger)
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for identifier in sorted(plain):
        drawn.add_node(
            identifier,
            label=identifier,
            title=legal_xml(title(ledger, identifier) or ""),
            verdict=bench.judge(identifier).verdict,
            in_corpus=is_seen(ledger, identifier),
        )
    for old, new, key, data in sorted(plain.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        given = {name: value for name, value in data.items() if value is not None}
        drawn.add_edge(
            old,
            new,
            key=f"{old} > {new} ({key})",
            scope="certain" if data["settled"] and data["target_certain"] else "possible",
            **{
                name: value if isinstance(value, bool) else str(value)
                for name, value in sorted(given.items())
            },
        )
    return drawn
