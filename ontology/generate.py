"""Writes `terms.py` and `context.jsonld` from `schedgraph.ttl`, so that no IRI is ever typed by hand.

`python -m schedgraph.ontology.generate` writes; with `--check` it writes nothing and exits 1 when one of them is
stale.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOM = Path(__file__).resolve().parent
VOCABULARY = ROOM / "schedgraph.ttl"
TERMS = ROOM / "terms.py"
CONTEXT = ROOM / "context.jsonld"
NAMESPACE = "https://w3id.org/schedgraph/ontology#"

HEADER = '''"""The terms of `schedgraph.ttl` as constants; `generate.py` writes this file, do not edit it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAMESPACE: Final = "{namespace}"
'''

CLASS = "http://www.w3.org/2002/07/owl#Class"

# In the order in which the groups stand in terms.py: heading, class of the terms.
GROUPS = (
    ("Classes", CLASS),
    ("Properties that lead to a node", "http://www.w3.org/2002/07/owl#ObjectProperty"),
    ("Properties that lead to a value", "http://www.w3.org/2002/07/owl#DatatypeProperty"),
    ("Concept schemes", "http://www.w3.org/2004/02/skos/core#ConceptScheme"),
    ("Verdicts", NAMESPACE + "Verdict"),
    ("Relations", NAMESPACE + "Relation"),
    ("Scopes", NAMESPACE + "Scope"),
    ("Kinds of observation", NAMESPACE + "ObservationKind"),
    ("Signatory actions", NAMESPACE + "SignatoryAction"),
)

# Concepts also come as tables from the word that documents and commands use to the IRI.
TABLES = {
    "Verdicts": "VERDICT_BY_WORD",
    "Relations": "RELATION_BY_WORD",
    "Scopes": "SCOPE_BY_WORD",
    "Kinds of observation": "OBSERVATION_KIND_BY_WORD",
    "Signatory actions": "SIGNATORY_ACTION_BY_WORD",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the vocabulary; `word` is the notation of a concept, empty for any other term."""

    iri: str
    kind: str
    word: str

    @property
    def constant(self) -> str:
        """`supersededBy` → SUPERSEDED_BY, `verdict-active` → VERDICT_ACTIVE, `Verdict` → VERDICT_CLASS."""
        # sg:Verdict and sg:verdict would share one name: hence the ending.
        local = self.iri.removeprefix(NAMESPACE) + ("Class" if self.kind == CLASS else "")
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local).replace("-", "_").upper()


def read_terms(vocabulary: Path = VOCABULARY) -> tuple[Term, ...]:
    """Every term that the vocabulary defines, sorted by IRI."""
    # rdflib is needed to generate and not to use the terms.
    from rdflib import Graph, URIRef
    from rdflib.namespace import RDF, SKOS

    graph = Graph().parse(vocabulary, format="turtle")
    kinds = {iri for _, iri in GROUPS}
    terms = []
    for subject, kind in graph.subject_objects(RDF.type):
        if str(subject).startswith(NAMESPACE) and str(kind) in kinds:
            word = graph.value(URIRef(str(subject)), SKOS.notation)
            terms.append(Term(iri=str(subject), kind=str(kind), word="" if word is None else str(word)))
    return tuple(sorted(terms, key=lambda term: term.iri))


def render(terms: Sequence[Term]) -> str:
    """The text of terms.py."""
    parts = [HEADER.format(namespace=NAMESPACE)]
    for heading, kind in GROUPS:
        members = [term for term in terms if term.kind == kind]
        parts.append(f"\n# {heading}\n")
        parts.extend(f'{term.constant}: Final = "{term.iri}"\n' for term in members)
        if heading in TABLES:
            parts.append(f"\n{TABLES[heading]}: Final[Mapping[str, str]] = MappingProxyType(\n    {{\n")
            parts.extend(f'        "{term.word}": {term.constant},\n' for term in members)
            parts.append("    }\n)\n")
    return "".join(parts)


def context(vocabulary: Path = VOCABULARY) -> str:
    """The text of context.jsonld: each property by its local name, with what its values are where that is one thing."""
    from rdflib import Graph, URIRef
    from rdflib.namespace import OWL, RDFS, XSD

    graph = Graph().parse(vocabulary, format="turtle")
    entries: dict[str, object] = {"sg": NAMESPACE, "xsd": str(XSD)}
    properties = {str(OWL.ObjectProperty), str(OWL.DatatypeProperty)}
    for term in read_terms(vocabulary):
        if term.kind not in properties:
            continue
        entry = {"@id": f"sg:{term.iri.removeprefix(NAMESPACE)}"}
        ranges = {str(each) for each in graph.objects(URIRef(term.iri), RDFS.range)}
        if term.kind == str(OWL.ObjectProperty):
            entry["@type"] = "@id"
        elif len(ranges) == 1 and (only := ranges.pop()) != str(XSD.string):
            entry["@type"] = f"xsd:{only.removeprefix(str(XSD))}"
        entries[term.iri.removeprefix(NAMESPACE)] = entry
    return json.dumps({"@context": entries}, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both, or with --check only compare; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m schedgraph.ontology.generate",
        description="Write terms.py and context.jsonld from schedgraph.ttl.",
    )
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when one is stale")
    checking = parser.parse_args(arguments).check
    made = {TERMS: render(read_terms()), CONTEXT: context()}
    if checking:
        stale = [path.name for path, text in made.items() if not _says(path, text)]
        if not stale:
            sys.stdout.write("terms.py and context.jsonld agree with schedgraph.ttl.\n")
            return 0
        sys.stderr.write(
            f"{' and '.join(stale)} does not agree with schedgraph.ttl: run python -m schedgraph.ontology.generate\n"
        )
        return 1
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"terms.py written: {made[TERMS].count(': Final = ') - 1} terms.\n")
    return 0


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
