"""The prefixes that queries may use without declaring them, and that answers and exports are shortened by."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from schedgraph.graph.iri import BASE
from schedgraph.ontology.terms import NAMESPACE

RDF_NAMESPACE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FIXED = {
    "sg": NAMESPACE,
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF_NAMESPACE,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rico": "https://www.ica.org/standards/RiC/ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# Turtle allows more in a local name; what needs an escape there is left as a whole IRI.
_LOCAL_NAME = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_-]))*", re.ASCII)


def prefixes(base: str = BASE) -> Mapping[str, str]:
    """Prefix to namespace; `auth:` stands for the authorities of `base`."""
    return MappingProxyType({"auth": f"{base}/authority/", **_FIXED})


def shortened(iri: str, known: Mapping[str, str], *, strict: bool) -> str | None:
    """`iri` as a prefixed name, None where no prefix fits.

    `strict` keeps to names that Turtle reads without an escape; otherwise whatever follows the namespace is
    kept as it is, for people: `auth:N1-567-09-006/1/a`.
    """
    for prefix, namespace in known.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            local = iri[len(namespace) :]
            if not strict or _LOCAL_NAME.fullmatch(local):
                return f"{prefix}:{local}"
    return None
