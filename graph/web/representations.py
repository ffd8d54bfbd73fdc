"""In which formats a page can be had, and which of them a request asks for: by the ending of its path, or by Accept."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from schedgraph.graph.web.negotiation import NotAcceptableError, chosen

Representation = Literal["html", "json", "csv", "ttl", "jsonld", "svg", "atom", "png", "report"]

MEDIA_TYPES: Mapping[Representation, str] = MappingProxyType(
    {
        "html": "text/html; charset=utf-8",
        "json": "application/json",
        "csv": "text/csv; charset=utf-8; header=present",
        "ttl": "text/turtle; charset=utf-8",
        "jsonld": "application/ld+json",
        "svg": "image/svg+xml",
        "atom": "application/atom+xml",
        "png": "image/png",
        "report": "text/html; charset=utf-8",
    }
)
ENDINGS: Mapping[str, Representation] = MappingProxyType(
    {
        ".html": "html",
        ".json": "json",
        ".csv": "csv",
        ".ttl": "ttl",
        ".jsonld": "jsonld",
        ".svg": "svg",
        ".atom": "atom",
    }
)
NAMES: Mapping[Representation, str] = MappingProxyType(
    {"json": "JSON", "csv": "CSV", "ttl": "Turtle", "jsonld": "JSON-LD", "svg": "SVG", "atom": "Atom"}
)
"""How a page names its siblings."""


def split(path: str) -> tuple[str, Representation | None]:
    """A path without its ending, and what the ending asks for.

    >>> split("N1-567-09-006/1/a.ttl"), split("GRS 5.2")
    (('N1-567-09-006/1/a', 'ttl'), ('GRS 5.2', None))
    """
    stem, dot, ending = path.rpartition(".")
    wanted = ENDINGS.get(dot + ending)
    return (stem, wanted) if wanted and stem else (path, None)


def preferred(accept: str, offers: Sequence[Representation]) -> Representation | None:
    """What an Accept header asks for, of what is offered; None where it asks for none of it.

    Where it likes several as much, the first of the offers is taken.
    """
    media = [MEDIA_TYPES[each].partition(";")[0] for each in offers]
    try:
        return offers[media.index(chosen(accept, media))]
    except NotAcceptableError:
        return None
