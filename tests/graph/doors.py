"""One random history asked through every door: the rules, SPARQL, networkx, and the oracle."""

from collections.abc import Callable, Iterable, Iterator

import networkx as nx
import pyoxigraph

from schedgraph.graph.casefile import CaseFile, Statements
from schedgraph.graph.iri import BASE
from schedgraph.graph.network import network
from schedgraph.graph.rdf.derived import derived_graph, known_authorities
from schedgraph.graph.rdf.nodes import Mint
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.statements import statements
from schedgraph.graph.store import Store
from schedgraph.graph.verdict import Bench
from schedgraph.graph.walk import walk
from tests.graph.histories import ITEMS, History, Oracle, documents

Ask = Callable[[str], Iterable[tuple[str, str]]]
VERDICTS = "SELECT ?item ?verdict { ?node sg:identifier ?item ; sg:verdict ?verdict }"
ENDS = """SELECT ?item ?end {
  ?node sg:identifier ?item ; sg:supersededBy+ ?last . ?last sg:identifier ?end
  FILTER NOT EXISTS { ?last sg:supersededBy ?further } }"""


def case_of(history: History) -> Statements:
    """The history as statements in memory."""
    return Statements(each for document in documents(history) for each in statements(document))


def oracle_disagreements(history: History) -> list[str]:
    """Where the rules and the oracle part, on the day and by the law of the history."""
    bench, oracle = Bench(case_of(history), history.day, history.law), Oracle(history)
    found = []
    for item in ITEMS:
        judged = bench.judge(item)
        if judged.verdict != oracle.verdict(item):
            found.append(f"{item}: rules {judged.verdict}, oracle {oracle.verdict(item)}")
        if judged.verdict == "superseded" and judged.successions:
            certain = {end.id for end in walk(bench, item).ends if end.scope == "certain"}
            if not certain <= oracle.certain_ends(item):
                found.append(f"{item}: certain ends {sorted(certain)} beyond {oracle.certain_ends(item)}")
    return found


class Doors:
    """What a corpus gives to each door: the rules, SPARQL and networkx. `ask` answers a query of two columns."""

    def __init__(self, case: CaseFile, known: tuple[str, ...], ask: Ask) -> None:
        self.case = case
        self.known = known
        self.ask = ask
        self.network = network(case, known)
        self.certain: nx.DiGraph[str] = nx.DiGraph()
        self.certain.add_nodes_from(self.network)
        self.certain.add_edges_from(
            (old, new)
            for old, new, edge in self.network.edges(data=True)
            if edge["settled"] and edge["target_certain"]
        )

    @classmethod
    def in_memory(cls, history: History) -> "Doors":
        """The history without a store and without the shipped facts, which do not touch it."""
        case = case_of(history)
        triples = derived_graph(case, known_authorities(case, case.identifiers), Mint(base=BASE))
        graph = pyoxigraph.Store()
        graph.load(
            "".join(f"{' '.join(each)} .\n" for each in triples).encode(),
            format=pyoxigraph.RdfFormat.N_TRIPLES,
        )

        def ask(query: str) -> Iterator[tuple[str, str]]:
            for row in graph.query(query, prefixes=dict(prefixes())):
                yield row[0].value, row[1].value

        return cls(case, case.identifiers, ask)


def asking(store: Store) -> Ask:
    """The SPARQL door of a store."""
    return lambda query: ((str(row[0]), str(row[1])) for row in store.sparql(query).rows)


def disagreements(doors: Doors, history: History) -> tuple[dict[str, str], list[str]]:
    """The verdict of every item that the corpus names, and where the doors part (as of no day, by all rules)."""
    oracle, bench = Oracle(history), Bench(doors.case)
    told = {item: concept.rpartition("#verdict-")[2] for item, concept in doors.ask(VERDICTS)}
    ends: dict[str, set[str]] = {}
    for item, end in doors.ask(ENDS):
        ends.setdefault(item, set()).add(end)
    verdicts: dict[str, str] = {}
    found: list[str] = []
    for item in (each for each in ITEMS if each in doors.known):
        walked = walk(bench, item)
        verdict = verdicts[item] = walked.judgement.verdict
        if not told.get(item) == verdict == oracle.verdict(item):
            found.append(f"{item}: rules {verdict}, SPARQL {told.get(item)}, oracle {oracle.verdict(item)}")
        found += against_network(doors.network, item, verdict)
        if verdict != "superseded" or not doors.certain.out_degree(item):
            continue
        reached = nx.descendants(doors.certain, item)
        sinks = {each for each in reached if not doors.certain.out_degree(each)}
        if ends.get(item, set()) != sinks:
            found.append(f"{item}: SPARQL ends in {ends.get(item)}, networkx in {sinks}")
        through = with_parts(doors.certain, oracle)
        reached_through = nx.descendants(through, item)
        last = {each for each in reached_through if not through.out_degree(each)}
        for each in walked.ends:
            if each.scope == "certain" and each.id not in sinks | last and not oracle.keeps_older(each.id):
                found.append(f"{item}: the certain end {each.id} is no sink of the network")
    return verdicts, found


def with_parts(certain: "nx.DiGraph[str]", oracle: Oracle) -> "nx.DiGraph[str]":
    """The network with a step from every item that is superseded only in its parts, all of them, to each part."""
    through = certain.copy()
    for item in ITEMS:
        parts = [each for each in ITEMS if each.rpartition("/")[0] == item and "/" in item]
        if parts and not certain.out_degree(item) and oracle.verdict(item) == "superseded":
            through.add_edges_from((item, part) for part in parts)
    return through


def against_network(network: "nx.MultiDiGraph[str]", item: str, verdict: str) -> Iterator[str]:
    """What the shape of the network alone tells of a verdict."""
    settled = any(edge["settled"] for _, _, edge in network.out_edges(item, data=True))
    if verdict == "active" and network.out_degree(item):
        yield f"{item}: active, and networkx has an edge from it"
    if verdict == "superseded" and not settled and item.count("/") == 2:
        yield f"{item}: superseded, and networkx has no settled edge from it"
    if settled and verdict not in ("superseded", "partially-superseded", "indeterminate", "never-approved"):
        yield f"{item}: {verdict}, and networkx has a settled edge from it"
