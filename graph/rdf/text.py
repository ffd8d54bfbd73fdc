"""RDF as text, byte for byte the same for the same triples: N-Quads, Turtle, TriG and JSON-LD.

rdflib's own writers follow the order of hashes in places; these sort. They write graphs whose nodes all have
names; a blank node in the result of a query keeps the label that rdflib gave it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from rdflib import Literal, URIRef
from rdflib.term import Node

from schedgraph.graph.rdf.nodes import quoted
from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes, shortened

TripleOf = tuple[Node, Node, Node]
QuadOf = tuple[Node, Node, Node, Node]

_XSD = prefixes()["xsd"]
_TYPE = RDF_NAMESPACE + "type"
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_BARE_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)


def n_term(node: Node) -> str:
    """A node as N-Triples, N-Quads and TSV results have it.

    >>> n_term(Literal("a\\tb", lang="en"))
    '"a\\\\tb"@en'
    """
    if isinstance(node, URIRef):
        return f"<{_NOT_IN_IRI.sub(_code_point, node)}>"
    if isinstance(node, Literal):
        if node.language:
            return f"{quoted(node)}@{node.language}"
        if node.datatype and str(node.datatype) != f"{_XSD}string":
            return f"{quoted(node)}^^{n_term(node.datatype)}"
        return quoted(node)
    return f"_:{node}"


def nquads(quads: Iterable[QuadOf]) -> Iterator[str]:
    """Sorted lines of N-Quads, by what the lines say and so by code point."""
    yield from sorted({f"{' '.join(map(n_term, quad))} .\n" for quad in quads})


def turtle(triples: Iterable[TripleOf], known: Mapping[str, str]) -> Iterator[str]:
    """Sorted Turtle."""
    yield from _header(known)
    yield from _subjects(triples, known, "")


def trig(quads: Iterable[QuadOf], known: Mapping[str, str]) -> Iterator[str]:
    """Sorted TriG, one block a graph."""
    yield from _header(known)
    for graph, part in _by_graph(quads):
        yield f"\nGRAPH {_short(graph, known)} {{\n"
        yield from _subjects(part, known, "    ")
        yield "}\n"


def jsonld(quads: Iterable[QuadOf], known: Mapping[str, str]) -> Iterator[str]:
    """Sorted JSON-LD with its context inside: nothing has to be fetched to read it."""
    yield '{\n"@context": ' + json.dumps(dict(sorted(known.items())), ensure_ascii=False) + ',\n"@graph": ['
    separator = "\n"
    for graph, part in _by_graph(quads):
        nodes = list(_json_nodes(part, known))
        yield separator + json.dumps(
            {"@id": _json_name(graph, known), "@graph": nodes}, ensure_ascii=False, indent=1
        )
        separator = ",\n"
    yield "\n]\n}\n"


def jsonld_graph(triples: Iterable[TripleOf], known: Mapping[str, str]) -> str:
    """One graph without a name as JSON-LD."""
    content = {"@context": dict(sorted(known.items())), "@graph": list(_json_nodes(triples, known))}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _code_point(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"


def _by_graph(quads: Iterable[QuadOf]) -> Iterator[tuple[Node, Iterable[TripleOf]]]:
    ordered = sorted(quads, key=lambda quad: n_term(quad[3]))
    for _, part in groupby(ordered, key=lambda quad: n_term(quad[3])):
        members = list(part)
        yield members[0][3], [(subject, predicate, value) for subject, predicate, value, _ in members]


def _sorted(triples: Iterable[TripleOf]) -> Iterator[tuple[Node, list[tuple[Node, list[Node]]]]]:
    """Subjects, their predicates (the type first), their values."""
    keyed = {(n_term(s), str(p) != _TYPE, n_term(p), n_term(o)): (s, p, o) for s, p, o in triples}
    ordered = [keyed[key] for key in sorted(keyed)]
    for subject, about in groupby(ordered, key=lambda triple: triple[0]):
        yield (
            subject,
            [(p, [o for _, _, o in said]) for p, said in groupby(about, key=lambda triple: triple[1])],
        )


def _header(known: Mapping[str, str]) -> Iterator[str]:
    for prefix, namespace in sorted(known.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _subjects(triples: Iterable[TripleOf], known: Mapping[str, str], indent: str) -> Iterator[str]:
    for subject, said in _sorted(triples):
        lines = []
        for predicate, values in said:
            name = "a" if str(predicate) == _TYPE else _short(predicate, known)
            lines.append(f"{name} " + ", ".join(_short(value, known) for value in values))
        yield f"\n{indent}{_short(subject, known)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _short(node: Node, known: Mapping[str, str]) -> str:
    if isinstance(node, URIRef):
        return shortened(str(node), known, strict=True) or n_term(node)
    if isinstance(node, Literal) and node.datatype:
        kind = str(node.datatype).removeprefix(_XSD)
        if (kind == "integer" and _BARE_INTEGER.fullmatch(node)) or (
            kind == "boolean" and node in ("true", "false")
        ):
            return str(node)
        if kind != "string":
            plain = n_term(Literal(str(node)))
            return f"{plain}^^{_short(node.datatype, known)}"
    return n_term(node)


def _json_nodes(triples: Iterable[TripleOf], known: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for subject, said in _sorted(triples):
        node: dict[str, Any] = {"@id": _json_name(subject, known)}
        for predicate, values in said:
            if str(predicate) == _TYPE:
                node["@type"] = [_json_name(value, known) for value in values]
            else:
                node[_json_name(predicate, known)] = [_json_value(value, known) for value in values]
        yield node


def _json_name(node: Node, known: Mapping[str, str]) -> str:
    if isinstance(node, URIRef):
        return shortened(str(node), known, strict=True) or str(node)
    return f"_:{node}"


def _json_value(node: Node, known: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(node, Literal):
        return {"@id": _json_name(node, known)}
    value = {"@value": str(node)}
    if node.language:
        value["@language"] = node.language
    elif node.datatype and str(node.datatype) != f"{_XSD}string":
        value["@type"] = _json_name(node.datatype, known)
    return value
