"""Engines over quads of a test: the real one with its processes, and its evaluation alone in this process."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.guard import checked
from schedgraph.graph.engine.worker import answered
from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.rdf.rdflib_nodes import n_term
from schedgraph.graph.sparql import Answer, run


@dataclass
class FixedSource:
    """Quads that never change, or as often as a test says."""

    folder: Path
    said: list[Quad]
    state: str = "1"
    lacking: frozenset[str] = frozenset()
    lean: "FixedSource | None" = None

    def revision(self) -> str:
        return self.state

    def quads(self) -> Iterator[Quad]:
        yield from self.said

    def writer(self, *, graphs: bool) -> None:
        return None

    def close(self) -> None:
        pass


def quads_of(dataset: Dataset) -> list[Quad]:
    return [(n_term(s), n_term(p), n_term(o), n_term(g)) for s, p, o, g in dataset.quads() if g is not None]


class Evaluation(Engine):
    """The guard and the evaluation of an engine without its processes, for tests that ask of very many stores."""

    def __init__(self, found: Iterable[Quad], base: str = BASE) -> None:
        super().__init__(FixedSource(Path(), []), base=base)
        lines = [f"{s} {p} {o} .\n{s} {p} {o} {g} .\n" for s, p, o, g in found]
        self._store = ox.Store()
        self._store.load(input="".join(lines), format=ox.RdfFormat.N_QUADS)

    def ask(self, query: str, format: Any, **more: Any) -> Any:
        plan = checked(query, self.prefixes, self.limits)
        head, body = answered(self._store, self._request(query, plan, format, False, None))
        return self._reply(head, body, stale=False)


def evaluation(ledger: Ledger, base: str = BASE, *, evidence: bool = True) -> Evaluation:
    return Evaluation(quads(ledger, base, evidence=evidence), base)


def ask(found: Iterable[Quad], query: str) -> Answer:
    return run(Evaluation(found), query)
