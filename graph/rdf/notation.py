"""Nodes and values as N-Triples writes them, and what they say."""

import re
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from schedgraph.graph.rdf.prefixes import prefixes

Term = str
"""A node or a value as N-Triples writes it: `<IRI>`, `"text"`, `"2015-01-31"^^<…#date>`.

A graph of a million items is written at the speed of its strings: no object is made for a node.
"""

Triple = tuple[Term, Term, Term]
Quad = tuple[Term, Term, Term, Term]

_XSD = prefixes()["xsd"]
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_PERIOD = re.compile(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?")  # P75Y, P18M, P1Y6M, P30D
_ESCAPED = re.compile(r'\\(?:u([0-9A-F]{4})|([tbnrf"\\]))')
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_NEEDS_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')  # and what some readers take for line ends


def quoted(value: str) -> str:
    """`value` in quotes, on one line.

    >>> quoted("a\\tb")
    '"a\\\\tb"'
    """
    return f'"{_NEEDS_ESCAPE.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


@cache
def term(iri: str) -> Term:
    """A term of a vocabulary, from its constant."""
    return f"<{iri}>"


def text(value: str) -> Term:
    """A plain string, exactly as given. RDF 1.1 takes it for the same as one typed xsd:string."""
    return quoted(value)


def day(value: date | str) -> Term:
    """A date."""
    return f"{quoted(str(value))}^^<{_XSD}date>"


def number(value: int) -> Term:
    """A whole number."""
    return f'"{value}"^^<{_XSD}integer>'


def share(value: float) -> Term:
    """A confidence from 0 to 1, to three digits, as everywhere in the contract; a whole one without a point."""
    return f'"{repr(round(float(value), 3)).removesuffix(".0")}"^^<{_XSD}double>'


def truth(value: bool) -> Term:
    """A truth value."""
    return f'"{"true" if value else "false"}"^^<{_XSD}boolean>'


def duration(value: str) -> Term:
    """An ISO 8601 duration.

    Twelve months are written as a year (XML Schema 1.1 Part 2, 3.3.6.2), for engines that keep the value of a
    duration and not its letters give it back so: P18M is P1Y6M everywhere in the graph.
    """
    found = _PERIOD.fullmatch(value)
    if found and any(found.groups()):
        years, months, days = (int(each or 0) for each in found.groups())
        years, months = years + months // 12, months % 12
        parts_of = "".join(f"{n}{unit}" for n, unit in ((years, "Y"), (months, "M"), (days, "D")) if n)
        value = f"P{parts_of or 'T0S'}"
    return f"{quoted(value)}^^<{_XSD}duration>"


class Parts(NamedTuple):
    """What a term is and says; a plain string has neither datatype nor language."""

    kind: Literal["iri", "literal", "blank"]
    value: str
    datatype: str | None = None
    language: str | None = None


def parts(term: Term) -> Parts:
    """What `term` says.

    >>> parts('"a\\\\tb"@en')
    Parts(kind='literal', value='a\\tb', datatype=None, language='en')
    """
    if term.startswith("<"):
        return Parts("iri", term[1:-1])
    if not term.startswith('"'):
        return Parts("blank", term.removeprefix("_:"))
    body, _, tail = term.rpartition('"')
    value = _ESCAPED.sub(_character, body[1:]) if "\\" in body else body[1:]
    if tail.startswith("@"):
        return Parts("literal", value, None, tail[1:])
    return Parts("literal", value, tail[3:-1] if tail else None)


def literal(value: str, datatype: str | None, language: str | None) -> Term:
    """A value as a term; a string is plain, whether or not it is said to be one."""
    if language:
        return f"{quoted(value)}@{language}"
    if datatype and datatype != f"{_XSD}string":
        return f"{quoted(value)}^^<{datatype}>"
    return quoted(value)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _PLAIN.get(found[2], found[2])
