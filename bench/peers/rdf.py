"""SPARQL for the lineage of one item: the store's engine, rdflib's memory store, and rdflib over Oxigraph (oxrdflib)."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import rdflib

from bench.peers.figure import Figure, Size, percentile
from bench.scale.filling import fill, size_of
from bench.scale.plan import edges
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.export import export
from schedgraph.graph.iri import authority
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store
from schedgraph.ontology.terms import SUPERSEDED_BY

MOST_ITEMS = 5_000
"""rdflib's memory store takes minutes for more; the same smaller store serves all three."""
QUERIES = 40


def figures(size: Size) -> Iterator[Figure]:
    plan = size_of(min(size.items, MOST_ITEMS), 1)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        for _ in fill(store, plan):
            pass
        triples = Path(folder) / "export.ttl"
        with Ledger.create(store) as ledger:
            Upkeep(ledger).keep_up()
            triples.write_text("".join(export(ledger, "turtle")), encoding="utf-8")
        chosen = Random(1).sample(sorted({old for old, _ in edges(plan)}), QUERIES)
        queries = [
            f"SELECT ?next WHERE {{ <{authority(item)}> <{SUPERSEDED_BY}>+ ?next }}" for item in chosen
        ]
        memory, oxigraph = rdflib.Graph(), rdflib.Graph(store="Oxigraph")
        for graph in (memory, oxigraph):
            graph.parse(triples, format="turtle")
        with Store.open(store) as opened:
            opened.sparql(queries[0])
            spent: list[list[float]] = [[], [], []]
            found: list[list[set[str]]] = [[], [], []]
            for query in queries:
                for index, ask in enumerate(
                    (
                        lambda query: {row[0] for row in opened.sparql(query).terms},
                        lambda query: {f"<{row[0]}>" for row in memory.query(query)},
                        lambda query: {f"<{row[0]}>" for row in oxigraph.query(query)},
                    )
                ):
                    began = time.perf_counter()
                    found[index].append(ask(query))
                    spent[index].append(1000 * (time.perf_counter() - began))
        if not found[0] == found[1] == found[2]:
            raise SystemExit("The three engines answered differently: these figures would compare nothing.")
        where = f"of {len(memory):,} triples"
        for peer, times in (("rdflib memory store", spent[1]), ("rdflib + oxrdflib", spent[2])):
            yield Figure(
                what=f"SPARQL lineage of one item, p95 {where}",
                peer=peer,
                ours=percentile(spent[0], 0.95),
                theirs=percentile(times, 0.95),
                note="at most 5 ms is asked for at a million items",
            )
