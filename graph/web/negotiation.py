"""Which of the formats of an answer a client gets, by its Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Mapping, Sequence

from schedgraph.graph.engine.engine import Kind
from schedgraph.graph.rdf.answer_text import Format

_TABLES: Mapping[Format, str] = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
}
MEDIA_TYPES: Mapping[Kind, Mapping[Format, str]] = {
    "select": _TABLES,
    "ask": {format: _TABLES[format] for format in ("json", "xml")},
    "graph": {
        "turtle": "text/turtle; charset=utf-8",
        "ntriples": "application/n-triples",
        "json": "application/ld+json",
    },
}
"""The formats of each kind of answer, the one that is given without a wish first."""

_ALSO: Mapping[str, str] = {
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-turtle": "turtle",
}
_DEFAULT = "*/*"


class NotAcceptableError(Exception):
    """No format that the client takes can be given."""


def chosen_formats(accept: str, named: str | None = None) -> Mapping[Kind, Format]:
    """The format for each kind of answer, before it is known of which kind it is.

    `named` is a format by its short name. A kind that has no acceptable format is left out only where another has one;
    raises NotAcceptableError where none has.
    """
    wished = _wishes(accept)
    found: dict[Kind, Format] = {}
    for kind, formats in MEDIA_TYPES.items():
        best = max(formats, key=lambda format: _weight(wished, format, formats[format]))
        if named in formats:
            found[kind] = next(format for format in formats if format == named)
        elif named is None and _weight(wished, best, formats[best]) > 0:
            found[kind] = best
    if not found:
        offered = sorted(
            {media.partition(";")[0] for each in MEDIA_TYPES.values() for media in each.values()}
        )
        raise NotAcceptableError(f"There are {', '.join(offered)}.")
    return found


def chosen(accept: str, offered: Sequence[str]) -> str:
    """The media type of `offered` that the client likes best. Raises NotAcceptableError."""
    wished = _wishes(accept)
    best = max(offered, key=lambda media: _weight(wished, "", media))
    if _weight(wished, "", best) <= 0:
        raise NotAcceptableError(f"There are {', '.join(offered)}.")
    return best


def prefers_html(accept: str) -> bool:
    """Whether a browser asks: it names HTML and likes nothing of ours better."""
    wished = _wishes(accept)
    ours = {media for formats in MEDIA_TYPES.values() for media in formats.values()}
    best = max(_weight(wished, "", each, exact=True) for each in ours)
    return _weight(wished, "", "text/html", exact=True) > best


def _wishes(accept: str) -> Mapping[str, float]:
    """Media ranges and their weights; without any, everything is welcome. Some clients write `*` for `*/*`."""
    found: dict[str, float] = {}
    for part in accept.split(","):
        media, *parameters = (each.strip().lower() for each in part.split(";"))
        media = _DEFAULT if media == "*" else media
        if "/" in media:
            found[media] = next((_number(each[2:]) for each in parameters if each.startswith("q=")), 1.0)
    return found or {_DEFAULT: 1.0}


def _number(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return min(found, 1.0) if found > 0 else 0.0


def _weight(wished: Mapping[str, float], format: str, media_type: str, *, exact: bool = False) -> float:
    """How welcome a format is: by its own type, by another name of it, by a range."""
    media = media_type.partition(";")[0]
    if media in wished:
        return wished[media]
    for other, name in _ALSO.items():
        if name == format and other in wished:
            return wished[other]
    if exact:
        return 0.0
    return wished.get(f"{media.partition('/')[0]}/*", wished.get(_DEFAULT, 0.0))
