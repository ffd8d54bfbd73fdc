"""The only place where an IRI is minted: every identifier becomes one by the same rule."""

from functools import lru_cache
from urllib.parse import quote

BASE = "https://w3id.org/schedgraph"


@lru_cache(maxsize=20_000)
def authority(identifier: str, base: str = BASE) -> str:
    """The IRI of a schedule or an item.

    >>> authority("GRS 5.2/020")
    'https://w3id.org/schedgraph/authority/GRS%205.2/020'
    """
    return f"{base}/authority/{quote(identifier, safe='/-._~')}"


@lru_cache(maxsize=1_000)
def document(sha256: str, base: str = BASE) -> str:
    """The IRI of a document, which is also the name of the graph of what it says; facts have one a file."""
    return f"{base}/document/{quote(sha256, safe='-._~')}"


def node(kind: str, key: str, base: str = BASE) -> str:
    """The IRI of a statement, an evidence, a supersession: `kind` and a key made from its content."""
    # Most keys are digits and letters, of which nothing is quoted.
    return f"{base}/{kind}/{key if key.isalnum() and key.isascii() else quote(key, safe='-._~')}"


def agency(record_group: str, base: str = BASE) -> str:
    """The IRI of a record group."""
    return f"{base}/record-group/{quote(record_group, safe='-._~')}"


def base_is_usable(base: str) -> bool:
    """Whether `base` is an absolute http(s) IRI without characters that an IRI must not hold."""
    return base.startswith(("http://", "https://")) and not any(c in base for c in ' <>"{}|\\^`\n\r\t')
