"""In which formats a page can be had, and which of them a request asks for: by the ending of its path, or by Accept."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

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
    """What an Accept header asks for, of what is offered (RFC 9110, 12.5.1); the first offer where it does not say.

    None where it asks for none of the offers. Between equal weights the order of the offers decides.
    """
    wishes = _wishes(accept)
    if not wishes:
        return offers[0]
    best: tuple[float, Representation] | None = None
    for offer in offers:
        weight = _weight(MEDIA_TYPES[offer].partition(";")[0], wishes)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, offer)
    return best[1] if best else None


def _wishes(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.lower().split(",")[:50]:
        name, *parameters = (each.strip() for each in part.split(";"))
        if "/" not in name:
            continue
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = min(1.0, max(0.0, float(parameter[2:])))
                except ValueError:
                    weight = 0.0
        found[name] = weight
    return found


def _weight(media_type: str, wishes: Mapping[str, float]) -> float:
    """The weight of the most specific range that the type falls under."""
    for name in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if name in wishes:
            return wishes[name]
    return 0.0
