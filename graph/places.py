"""Where a statement is written, as every JSON answer gives it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from schedgraph.parser.evidence_json import evidence_json

if TYPE_CHECKING:
    from schedgraph.graph.statements import Statement


def place_json(statement: "Statement", documents: Mapping[str, str]) -> dict[str, Any]:
    """The evidence of a statement, with the file name of its document by `documents` and its sha256.

    `confidence` is that of the words and of the number that was read in them, whichever is less. Facts and
    corrections are rows of a table and have no sha256.
    """
    return {
        **evidence_json(statement.evidence),
        "confidence": round(statement.read_confidence, 3),
        "document": documents.get(statement.document, statement.document),
        "sha256": statement.document if statement.source == "document" else None,
    }
