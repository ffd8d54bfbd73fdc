"""The process that runs queries: opens a generation read-only, closes itself in, answers until it is killed.

Each request is one line of JSON on standard input, each reply a line of JSON on standard output and after it as many
bytes as the line says. Once the generation is open the process can open no file and no connection any more, so that
a query which slips past the guard still reaches nothing.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox

from schedgraph.graph.engine.closing import close_in
from schedgraph.graph.engine.generation import PROBES
from schedgraph.graph.rdf.answer_text import Row, render
from schedgraph.graph.rdf.notation import Term, literal
from schedgraph.graph.rdf.order import sorted_rows
from schedgraph.graph.rdf.prefixes import prefixes

_TRUE, _FALSE = (literal(each, f"{prefixes()['xsd']}boolean", None) for each in ("true", "false"))
_LOOK_EVERY = 32
_GRAPH = ("subject", "predicate", "object")


class _StoppedError(Exception):
    """The query was stopped; `kind` and the sentence tell why."""

    def __init__(self, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


def main(generation: str, megabytes: str) -> None:
    """Answers requests until standard input ends."""
    requests, replies = sys.stdin.buffer, sys.stdout.buffer
    store = ox.Store.read_only(generation)
    _open_all_files(store, Path(generation))
    close_in(int(megabytes))
    _send(replies, {"ready": True}, b"")
    for line in requests:
        try:
            head, body = answered(store, json.loads(line))
        except _StoppedError as stopped:
            head, body = {"error": stopped.kind, "sentence": str(stopped)}, b""
        except SyntaxError as error:
            head, body = {"error": "syntax", "sentence": str(error)}, b""
        except MemoryError:
            head, body = {"error": "memory", "sentence": ""}, b""
        except (OSError, ValueError, RuntimeError) as error:
            head, body = {"error": "engine", "sentence": str(error)}, b""
        _send(replies, head, body)


def _send(replies: BinaryIO, head: dict[str, Any], body: bytes) -> None:
    replies.write(json.dumps({**head, "bytes": len(body)}).encode() + b"\n" + body)
    replies.flush()


def _open_all_files(store: ox.Store, generation: Path) -> None:
    """Looks up some triples of every part of the store, for it opens its files when it first needs them."""
    probes = generation / PROBES
    if not probes.is_file():
        return
    wanted = {each.name for each in generation.glob("*.sst")}
    for number, quad in enumerate(ox.parse(path=probes, format=ox.RdfFormat.N_QUADS)):
        if number % _LOOK_EVERY == 0 and wanted <= _open_files():
            return
        found = quad.subject, quad.predicate, quad.object
        for pattern in ((found[0], found[1], None), (None, found[1], found[2]), (found[0], None, found[2])):
            next(store.quads_for_pattern(*pattern), None)


def _open_files() -> set[str]:
    """The names of the files that this process has open; none where the platform does not tell."""
    opened = Path("/proc/self/fd")
    if not opened.is_dir():
        return set()
    names = set()
    for each in opened.iterdir():
        # The listing itself is open while it is read, and gone after.
        with contextlib.suppress(OSError):
            names.add(each.readlink().name)
    return names


def answered(store: ox.Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The head and the body of the reply to a request, as `Engine` makes it."""
    if request["default_graphs"] is not None and len(request["default_graphs"]) != 1:
        store = _merged(store, request)
        chosen: dict[str, Any] = {"named_graphs": [ox.NamedNode(each) for each in request["named_graphs"]]}
    elif request["default_graphs"] is not None:
        chosen = {
            "default_graph": [ox.NamedNode(each) for each in request["default_graphs"]],
            "named_graphs": [ox.NamedNode(each) for each in request["named_graphs"]],
        }
    else:
        chosen = {}
    found = store.query(request["query"], base_iri=request["base"], prefixes=request["prefixes"], **chosen)
    kind, variables, rows, whole = _rows(found, request)
    if not request["ordered"]:
        rows = list(sorted_rows(rows))
    head = {"kind": kind, "variables": variables, "rows": len(rows), "whole": whole}
    if request["format"] == "terms":
        body = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    else:
        body = render(kind, variables, rows, request["format"], request["prefixes"]).encode()
    if len(body) > request["most_bytes"]:
        raise _StoppedError("text", f"{len(body)}")
    return head, body


def _merged(store: ox.Store, request: dict[str, Any]) -> ox.Store:
    """The named graphs merged into one default graph: a triple that two of them hold counts once."""
    merged = ox.Store()
    for name in request["default_graphs"]:
        found = store.quads_for_pattern(None, None, None, ox.NamedNode(name))
        merged.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found)
    for name in request["named_graphs"]:
        merged.extend(store.quads_for_pattern(None, None, None, ox.NamedNode(name)))
    return merged


def _rows(
    found: ox.QueryBoolean | ox.QuerySolutions | ox.QueryTriples, request: dict[str, Any]
) -> tuple[str, list[str], list[Row], bool]:
    """Kind, variables and rows of an answer, and whether they are all of it."""
    most, wanted = request["most_rows"], request["variables"]
    if isinstance(found, ox.QueryBoolean):
        return "ask", ["answer"], [(_TRUE if found else _FALSE,)], True
    rows: list[Row] = []
    if isinstance(found, ox.QueryTriples):
        kind, names = "graph", list(_GRAPH)
        # An engine may say one triple twice; a graph holds it once.
        rows = list(islice(_unique(tuple(term_of(each) for each in triple) for triple in found), most + 1))
    else:
        kind, names = "select", [each.value for each in found.variables]
        if wanted:
            names.sort(key=lambda name: (wanted.index(name) if name in wanted else len(wanted), name))
        rows = [tuple(term_of(each[name]) for name in names) for each in islice(found, most + 1)]
    if len(rows) > most and not request["partial"]:
        raise _StoppedError("rows", str(most))
    return kind, names, rows[:most], len(rows) <= most


def _unique(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[Row] = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
            yield row


def term_of(node: Any) -> Term | None:
    """A node or value of the engine as N-Triples writes it; None for none."""
    if node is None:
        return None
    if isinstance(node, ox.NamedNode):
        return f"<{node.value}>"
    if isinstance(node, ox.Literal):
        if node.direction is None:
            return literal(node.value, node.datatype.value, node.language)
    elif isinstance(node, ox.BlankNode):
        return f"_:{node.value}"
    raise _StoppedError("engine", "the answer holds a value of RDF 1.2, which no format here can write")


if __name__ == "__main__":
    main(*sys.argv[1:])
