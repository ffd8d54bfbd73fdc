"""Publishing: the graphs of a store to another, by the Graph Store Protocol or by Update, only what changed.

A graph is replaced as a whole, and no node in it is blank: sending it twice changes nothing. So a run that was stopped
anywhere is made good by the next one, without a duplicate.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal
from urllib.parse import quote

from schedgraph.graph.errors import RemoteError
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.rdf.notation import Term, Triple
from schedgraph.graph.rdf.quads import derived_name, graphs
from schedgraph.graph.remote.http import Remote
from schedgraph.graph.remote.journal import Journal

By = Literal["graph-store", "update"]
BATCH = 20_000
"""Triples in one request."""
_SENDING = "sending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How many graphs were sent, were there already, and were removed; and how many triples were sent."""

    sent: int = 0
    unchanged: int = 0
    removed: int = 0
    triples: int = 0


def publish(
    ledger: Ledger,
    base: str,
    store: Remote,
    by: By,
    batch: int = BATCH,
    tell: Callable[[Published], None] = lambda _: None,
) -> Published:
    """Makes the other store hold what this one holds; `tell` is called after each graph.

    Graphs of other names are left alone. Raises RemoteError where the other store refuses or is gone; what it has
    taken up to then stays, and the next run goes on.
    """
    journal = Journal.of(ledger.folder, f"{by} {store.url}")
    sender = _BY_UPDATE if by == "update" else _BY_GRAPH_STORE
    done, wanted = Published(), set()
    try:
        with ledger.snapshot():
            revision, derived = ledger.revision, f"<{derived_name(base)}>"
            for graph, triples in graphs(ledger, base):
                wanted.add(graph)
                # What follows is too much to hold: it is new with every revision.
                part = list(triples) if graph != derived else triples
                digest = _digest(part) if isinstance(part, list) else f"revision {revision}"
                if journal.held.get(graph) == digest:
                    done = Published(
                        sent=done.sent,
                        unchanged=done.unchanged + 1,
                        removed=done.removed,
                        triples=done.triples,
                    )
                    continue
                journal.note({graph: _SENDING})
                count = _send(sender, store, graph, iter(part), batch)
                journal.note({graph: digest})
                done = replace(done, sent=done.sent + 1, triples=done.triples + count)
                tell(done)
        for graph in sorted(set(journal.held) - wanted):
            sender.remove(store, graph)
            journal.note({graph: None})
            done = replace(done, removed=done.removed + 1)
    except RemoteError as error:
        raise RemoteError(
            f"{error}; {done.sent} graphs were sent and stay there, and publishing again goes on from there"
        ) from error
    finally:
        journal.close()
    return done


def _digest(triples: Iterable[Triple]) -> str:
    digest = hashlib.sha256()
    for line in sorted({" ".join(each) for each in triples}):
        digest.update(line.encode("utf-8", "replace") + b"\n")
    return digest.hexdigest()


def _send(sender: "_Sender", store: Remote, graph: Term, triples: Iterator[Triple], batch: int) -> int:
    """Replaces a graph, in as many requests as it takes; how many triples were sent."""
    sent, first = 0, True
    while part := list(islice(triples, batch)):
        lines = "".join(f"{' '.join(each)} .\n" for each in part)
        (sender.replace if first else sender.add)(store, graph, lines.encode("utf-8", "replace"))
        sent, first = sent + len(part), False
    if first:
        sender.remove(store, graph)
    return sent


@dataclass(frozen=True, slots=True)
class _Sender:
    """The three things that are done with a graph, by one protocol."""

    replace: Callable[[Remote, Term, bytes], None]
    add: Callable[[Remote, Term, bytes], None]
    remove: Callable[[Remote, Term], None]


def _graph_url(store: Remote, graph: Term) -> str:
    joiner = "&" if "?" in store.url else "?"
    return f"{store.url}{joiner}graph={quote(graph[1:-1], safe='')}"


def _put(method: str) -> Callable[[Remote, Term, bytes], None]:
    def send(store: Remote, graph: Term, lines: bytes) -> None:
        store.send(method, _graph_url(store, graph), lines, Content_Type="application/n-triples")

    return send


def _delete(store: Remote, graph: Term) -> None:
    # A PUT of nothing, for a DELETE of what is not there is an error in this protocol.
    store.send("PUT", _graph_url(store, graph), b"", Content_Type="application/n-triples")
    store.send("DELETE", _graph_url(store, graph))


def _update(store: Remote, *steps: bytes) -> None:
    store.send("POST", store.url, b" ;\n".join(steps), Content_Type="application/sparql-update")


def _drop(graph: Term) -> bytes:
    return b"DROP SILENT GRAPH " + graph.encode()


def _insert(graph: Term, lines: bytes) -> bytes:
    return b"INSERT DATA { GRAPH " + graph.encode() + b" {\n" + lines + b"} }"


_BY_GRAPH_STORE = _Sender(replace=_put("PUT"), add=_put("POST"), remove=_delete)
_BY_UPDATE = _Sender(
    replace=lambda store, graph, lines: _update(store, _drop(graph), _insert(graph, lines)),
    add=lambda store, graph, lines: _update(store, _insert(graph, lines)),
    remove=lambda store, graph: _update(store, _drop(graph)),
)
