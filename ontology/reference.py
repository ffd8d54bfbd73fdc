"""Writes docs/ontology.html from `schedgraph.ttl`: every term with what it is called, what it means, where it is from.

`python -m schedgraph.ontology.reference` writes; with `--check` it writes nothing and exits 1 when the page is stale.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from schedgraph.ontology.generate import GROUPS, NAMESPACE, ROOM, VOCABULARY, Term, read_terms

if TYPE_CHECKING:
    from rdflib import Graph

PAGE = ROOM.parent / "docs" / "ontology.html"
ONTOLOGY = NAMESPACE.rstrip("#")

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_OWL = "http://www.w3.org/2002/07/owl#"
_DCTERMS = "http://purl.org/dc/terms/"
_TEXTS = (
    ("Definition", f"{_SKOS}definition"),
    ("Note", f"{_SKOS}scopeNote"),
    ("Also called", f"{_SKOS}altLabel"),
    ("In documents and commands", f"{_SKOS}notation"),
    ("Source", f"{_DCTERMS}source"),
)
_LINKS = (
    ("Is a", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
    ("Kind of", f"{_RDFS}subClassOf"),
    ("Part of the property", f"{_RDFS}subPropertyOf"),
    ("Of", f"{_RDFS}domain"),
    ("Leads to", f"{_RDFS}range"),
    ("Inverse of", f"{_OWL}inverseOf"),
    ("Scheme", f"{_SKOS}inScheme"),
    ("Equivalent", f"{_OWL}equivalentProperty"),
    ("Close to", f"{_SKOS}closeMatch"),
    ("See also", f"{_RDFS}seeAlso"),
)
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;color:#1b1b1b;background:#fff}"
    "a{color:#005a9c}h3{margin:2rem 0 .3rem;font-family:ui-monospace,monospace}dl{display:grid;"
    "grid-template-columns:10rem 1fr;gap:.2rem 1rem;margin:0}dt{color:#555}dd{margin:0}"
    "nav ul{columns:3 14rem;padding-left:1.2rem}@media(max-width:40rem){dl{display:block}dd{margin:0 0 .5rem}}"
)


def page(vocabulary: Path = VOCABULARY) -> str:
    """The text of docs/ontology.html."""
    from rdflib import Graph

    graph = Graph().parse(vocabulary, format="turtle")
    terms = read_terms(vocabulary)
    return "\n".join(_lines(graph, terms)) + "\n"


def _lines(graph: "Graph", terms: Sequence[Term]) -> Iterator[str]:
    title = _one(graph, ONTOLOGY, f"{_DCTERMS}title")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{escape(title)}</h1>\n<p>{escape(_one(graph, ONTOLOGY, f'{_DCTERMS}description'))}</p>"
    version = _one(graph, ONTOLOGY, f"{_OWL}versionInfo")
    license_ = _one(graph, ONTOLOGY, f"{_DCTERMS}license")
    yield (
        f"<p>Version {escape(version)}. Namespace <code>{escape(NAMESPACE)}</code>, prefix <code>sg</code>. "
        f'Licence <a href="{escape(license_)}">{escape(license_)}</a>. '
        "This page is generated from <code>ontology/schedgraph.ttl</code>.</p>"
    )
    yield '<nav aria-label="Terms">'
    for heading, kind in GROUPS:
        members = _members(terms, kind)
        yield f"<h2>{escape(heading)}</h2>\n<ul>"
        yield from (f'<li><a href="#{_local(each.iri)}">sg:{_local(each.iri)}</a></li>' for each in members)
        yield "</ul>"
    yield "</nav>"
    for heading, kind in GROUPS:
        yield f"<section>\n<h2>{escape(heading)}</h2>"
        for each in _members(terms, kind):
            yield from _term(graph, each.iri)
        yield "</section>"
    yield "</main>\n</body>\n</html>"


def _members(terms: Iterable[Term], kind: str) -> list[Term]:
    return [each for each in terms if each.kind == kind]


def _term(graph: "Graph", iri: str) -> Iterator[str]:
    yield f'<h3 id="{_local(iri)}">sg:{_local(iri)}</h3>'
    yield f"<p>{escape(_one(graph, iri, f'{_RDFS}label'))}</p>\n<dl>"
    for name, predicate in _TEXTS:
        for value in _values(graph, iri, predicate):
            yield f"<dt>{name}</dt><dd>{escape(value)}</dd>"
    for name, predicate in _LINKS:
        values = [_link(graph, value) for value in _values(graph, iri, predicate)]
        if values:
            yield f"<dt>{name}</dt><dd>{', '.join(values)}</dd>"
    yield "</dl>"


def _link(graph: "Graph", iri: str) -> str:
    if iri.startswith(NAMESPACE):
        return f'<a href="#{_local(iri)}">sg:{_local(iri)}</a>'
    try:
        name = graph.qname(iri)
    except ValueError:
        name = iri
    return f'<a href="{escape(iri)}">{escape(name)}</a>'


def _values(graph: "Graph", subject: str, predicate: str) -> list[str]:
    from rdflib import URIRef

    return sorted({str(value) for value in graph.objects(URIRef(subject), URIRef(predicate))})


def _one(graph: "Graph", subject: str, predicate: str) -> str:
    return " ".join(_values(graph, subject, predicate))


def _local(iri: str) -> str:
    return escape(iri.removeprefix(NAMESPACE))


def main(arguments: Sequence[str]) -> int:
    """Writes the page, or with `--check` says whether it is the one that would be written."""
    if list(arguments) not in ([], ["--check"]):
        sys.stderr.write("usage: python -m schedgraph.ontology.reference [--check]\n")
        return 2
    text = page()
    if not arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
        sys.stderr.write(
            "docs/ontology.html is not what the vocabulary says; run `python -m schedgraph.ontology.reference`\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
