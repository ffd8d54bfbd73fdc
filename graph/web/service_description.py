"""What the endpoint is, in the vocabulary of SPARQL 1.1 Service Description."""

from collections.abc import Iterator

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.rdf.nodes import TYPE
from schedgraph.graph.rdf.notation import Triple, term
from schedgraph.graph.rdf.text import ntriples, turtle

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "JSON-LD")


def service_description(address: str, engine: Engine, media_type: str) -> str:
    """The description of the endpoint at `address`, in Turtle or N-Triples."""
    triples = list(_triples(address))
    if media_type == "text/turtle":
        return "".join(turtle(triples, {**engine.prefixes, "sd": _SD}))
    return "".join(ntriples(triples))


def _triples(address: str) -> Iterator[Triple]:
    service, dataset, graph = (term(f"{address}{end}") for end in ("#service", "#dataset", "#everything"))
    yield service, TYPE, _sd("Service")
    yield service, _sd("endpoint"), term(address)
    yield service, _sd("supportedLanguage"), _sd("SPARQL11Query")
    # The default graph holds what stands in any graph, each triple once.
    yield service, _sd("feature"), _sd("UnionDefaultGraph")
    for name in (*_RESULTS, *_GRAPHS):
        yield service, _sd("resultFormat"), term(f"{_FORMATS}{name}")
    yield service, _sd("defaultDataset"), dataset
    yield dataset, TYPE, _sd("Dataset")
    yield dataset, _sd("defaultGraph"), graph
    yield graph, TYPE, _sd("Graph")


def _sd(name: str) -> str:
    return term(f"{_SD}{name}")
