"""RDF as text, byte for byte the same for the same triples: N-Quads, N-Triples, Turtle, TriG and JSON-LD.

They write graphs whose nodes all have names; a blank node in the result of a query keeps the label it was given.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any

from schedgraph.graph.rdf.notation import Quad, Term, Triple, parts, quoted, term
from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes, shortened

_XSD = prefixes()["xsd"]
_TYPE = term(f"{RDF_NAMESPACE}type")
_BARE_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)


def nquads(quads: Iterable[Quad]) -> Iterator[str]:
    """Sorted lines of N-Quads, by what the lines say and so by code point."""
    yield from sorted({f"{' '.join(quad)} .\n" for quad in quads})


def ntriples(triples: Iterable[Triple]) -> Iterator[str]:
    """Sorted lines of N-Triples."""
    yield from sorted({f"{' '.join(triple)} .\n" for triple in triples})


def turtle(triples: Iterable[Triple], known: Mapping[str, str]) -> Iterator[str]:
    """Sorted Turtle."""
    yield from _header(known)
    yield from _subjects(triples, known, "")


def trig(quads: Iterable[Quad], known: Mapping[str, str]) -> Iterator[str]:
    """Sorted TriG, one block a graph."""
    yield from _header(known)
    for graph, part in _by_graph(quads):
        yield f"\nGRAPH {_short(graph, known)} {{\n"
        yield from _subjects(part, known, "    ")
        yield "}\n"


def jsonld(
    quads: Iterable[Quad], known: Mapping[str, str], context: Mapping[str, Any] = MappingProxyType({})
) -> Iterator[str]:
    """Sorted JSON-LD with its context inside: nothing has to be fetched to read it.

    Properties that `context` has by their local names go by these.
    """
    whole = dict(sorted({**known, **context}.items()))
    yield '{\n"@context": ' + json.dumps(whole, ensure_ascii=False) + ',\n"@graph": ['
    separator = "\n"
    for graph, part in _by_graph(quads):
        nodes = [_by_short_names(node, context) for node in _json_nodes(part, known)]
        yield separator + json.dumps(
            {"@id": _json_name(graph, known), "@graph": nodes}, ensure_ascii=False, indent=1
        )
        separator = ",\n"
    yield "\n]\n}\n"


def _by_short_names(node: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key.removeprefix("sg:") if key.removeprefix("sg:") in context else key: value
        for key, value in node.items()
    }


def jsonld_graph(triples: Iterable[Triple], known: Mapping[str, str]) -> str:
    """One graph without a name as JSON-LD."""
    content = {"@context": dict(sorted(known.items())), "@graph": list(_json_nodes(triples, known))}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _by_graph(quads: Iterable[Quad]) -> Iterator[tuple[Term, list[Triple]]]:
    for graph, part in groupby(sorted(quads, key=lambda quad: quad[3]), key=lambda quad: quad[3]):
        yield graph, [(subject, predicate, value) for subject, predicate, value, _ in part]


def _sorted(triples: Iterable[Triple]) -> Iterator[tuple[Term, list[tuple[Term, list[Term]]]]]:
    """Subjects, their predicates (the type first), their values."""
    ordered = sorted(set(triples), key=lambda triple: (triple[0], triple[1] != _TYPE, *triple[1:]))
    for subject, about in groupby(ordered, key=lambda triple: triple[0]):
        yield (
            subject,
            [(p, [o for _, _, o in said]) for p, said in groupby(about, key=lambda triple: triple[1])],
        )


def _header(known: Mapping[str, str]) -> Iterator[str]:
    for prefix, namespace in sorted(known.items()):
        yield f"@prefix {prefix}: <{namespace}> .\n"


def _subjects(triples: Iterable[Triple], known: Mapping[str, str], indent: str) -> Iterator[str]:
    for subject, said in _sorted(triples):
        lines = []
        for predicate, values in said:
            name = "a" if predicate == _TYPE else _short(predicate, known)
            lines.append(f"{name} " + ", ".join(_short(value, known) for value in values))
        yield f"\n{indent}{_short(subject, known)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _short(node: Term, known: Mapping[str, str]) -> str:
    kind, value, datatype, _ = parts(node)
    if kind == "iri":
        return shortened(value, known, strict=True) or node
    if datatype is None:
        return node
    name = datatype.removeprefix(_XSD)
    if (name == "integer" and _BARE_INTEGER.fullmatch(value)) or (
        name == "boolean" and value in ("true", "false")
    ):
        return value
    return f"{quoted(value)}^^{_short(term(datatype), known)}"


def _json_nodes(triples: Iterable[Triple], known: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for subject, said in _sorted(triples):
        node: dict[str, Any] = {"@id": _json_name(subject, known)}
        for predicate, values in said:
            if predicate == _TYPE:
                node["@type"] = [_json_name(value, known) for value in values]
            else:
                node[_json_name(predicate, known)] = [_json_value(value, known) for value in values]
        yield node


def _json_name(node: Term, known: Mapping[str, str]) -> str:
    kind, value, _, _ = parts(node)
    return (shortened(value, known, strict=True) or value) if kind == "iri" else node


def _json_value(node: Term, known: Mapping[str, str]) -> dict[str, str]:
    kind, text, datatype, language = parts(node)
    if kind != "literal":
        return {"@id": _json_name(node, known)}
    value = {"@value": text}
    if language:
        value["@language"] = language
    elif datatype:
        value["@type"] = _json_name(term(datatype), known)
    return value
