"""Addresses within the server. Everything from a document is percent-encoded, so that it stays one part of a path."""

from urllib.parse import quote, urlencode

from schedgraph.graph.statements import Statement

_KEPT = "-._~"


def authority(identifier: str) -> str:
    """The page of a schedule or an item: the path of its IRI.

    >>> authority("GRS 5.2/020")
    '/authority/GRS%205.2/020'
    """
    return f"/authority/{quote(identifier, safe='/' + _KEPT)}"


def schedule(identifier: str) -> str:
    """The page of everything that a schedule holds."""
    return f"/schedule/{quote(identifier, safe='/' + _KEPT)}"


def document(sha256: str) -> str:
    """The page of a document, a table of facts or a correction."""
    return f"/document/{quote(sha256, safe=_KEPT)}"


def agency(record_group: str) -> str:
    """The page of a record group."""
    return f"/agency/{quote(record_group, safe=_KEPT)}"


def place(statement: Statement) -> str:
    """Where a statement stands on the page of its document, its table of facts, or its correction."""
    if statement.source != "document":
        return f"{document(statement.document)}#evidence-{statement.key}"
    return f"{document(statement.document)}#{anchor(statement.subject)}"


def anchor(identifier: str) -> str:
    """The name of an element that stands for an authority; letters, digits and hyphens alone."""
    return "at-" + "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}-" for c in identifier)


def crop(statement: Statement) -> str | None:
    """The picture of the place of a statement on its page; None where the document has no pages to draw."""
    if statement.evidence.bbox is None:
        return None
    return f"/evidence/{quote(statement.subject, safe='/' + _KEPT)}/{statement.key}.png"


def with_query(path: str, **parameters: str | None) -> str:
    """`path` with those parameters that have a value."""
    given = {name.replace("_", "-"): value for name, value in parameters.items() if value}
    return f"{path}?{urlencode(given)}" if given else path
