"""The only place where an IRI is minted: every identifier becomes one by the same rule."""

from urllib.parse import quote

BASE = "https://w3id.org/schedgraph"


def authority(identifier: str, base: str = BASE) -> str:
    """The IRI of a schedule or an item.

    >>> authority("GRS 5.2/020")
    'https://w3id.org/schedgraph/authority/GRS%205.2/020'
    """
    return f"{base}/authority/{quote(identifier, safe='/-._~')}"


def document(sha256: str, base: str = BASE) -> str:
    """The IRI of a document, which is also the name of the graph of what it says; facts have one a file."""
    return f"{base}/document/{quote(sha256, safe='-._~')}"


def node(kind: str, key: str, base: str = BASE) -> str:
    """The IRI of a statement, an evidence, a supersession: `kind` and a key made from its content."""
    return f"{base}/{kind}/{quote(key, safe='-._~')}"


def agency(record_group: str, base: str = BASE) -> str:
    """The IRI of a record group."""
    return f"{base}/record-group/{quote(record_group, safe='-._~')}"


def base_is_usable(base: str) -> bool:
    """Whether `base` is an absolute http(s) IRI without characters that an IRI must not hold."""
    return base.startswith(("http://", "https://")) and not any(c in base for c in ' <>"{}|\\^`\n\r\t')
