"""A place in a document with the keys of the public contract. Imports nothing that takes time."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from schedgraph.parser.evidence import Evidence

Json = dict[str, Any]


def evidence_json(evidence: "Evidence") -> Json:
    """One place in a document, with the keys of the contract."""
    return {
        "page": evidence.page,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "bbox": list(evidence.bbox) if evidence.bbox else None,
        "method": evidence.method,
        "confidence": round(evidence.confidence, 3),
    }
