"""What one server serves, and to whom: the folder of the store, the base of its IRIs, the names it answers to."""

from dataclasses import dataclass
from pathlib import Path

from schedgraph.graph.engine.limits import LIMITS, Limits
from schedgraph.graph.iri import BASE
from schedgraph.graph.store import Store

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names of this computer; a request that asks for another name was meant for another server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of a server.

    `hosts` are the names (without a port) that requests may ask for. `graph_ahead` tells to make the graph for SPARQL
    when the server starts, and not when the first one asks. `limits` are those of a query. Somebody waits
    `audit_seconds` at most for a page that takes long, on which `errand_seconds` of processor and `errand_megabytes` of
    memory are spent. Without `evidence`, SPARQL is answered from a graph that has no quotes and places.
    """

    folder: Path
    base: str = BASE
    hosts: frozenset[str] = LOOPBACK
    body_bytes: int = 256 * 1024
    limits: Limits = LIMITS
    audit_seconds: float = 20.0
    errand_seconds: int = 600
    errand_megabytes: int = 4096
    graph_ahead: bool = False
    evidence: bool = True

    def open(self) -> Store:
        """The store, for one request. Raises StoreError."""
        return Store.open(self.folder, self.base)
