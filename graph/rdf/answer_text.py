"""The answer to a SPARQL query as text: a table for people, and the formats of the W3C for programs."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args

from schedgraph.graph.errors import QueryError
from schedgraph.graph.rdf.notation import Term, Triple, parts
from schedgraph.graph.rdf.prefixes import prefixes, shortened
from schedgraph.graph.rdf.text import jsonld_graph, ntriples, turtle
from schedgraph.graph.spreadsheet import safe_cell

Format = Literal["table", "json", "csv", "tsv", "xml", "turtle", "ntriples"]
FORMATS: tuple[Format, ...] = get_args(Format)
Row = tuple[Term | None, ...]
Rows = Sequence[Row]

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"[+-]?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?", re.ASCII)
_NUMBERS = frozenset(
    prefixes()["xsd"] + each
    for each in ("integer", "decimal", "double", "float", "int", "long", "short", "nonNegativeInteger")
)
_PRINTED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def render(kind: str, variables: Sequence[str], rows: Rows, format: Format, known: Mapping[str, str]) -> str:
    """The answer in one of `FORMATS`. Raises QueryError where its kind has no such format."""
    if format == "table":
        return _table(kind, variables, rows, known)
    if format == "csv":
        return _csv(variables, rows)
    if format == "tsv":
        return _tsv(variables, rows)
    if kind == "graph":
        if format == "turtle":
            return "".join(turtle(_triples(rows), known))
        if format == "ntriples":
            return "".join(ntriples(_triples(rows)))
        if format == "json":
            return jsonld_graph(_triples(rows), known)
        raise QueryError(
            "The answer to CONSTRUCT and DESCRIBE is a graph: ask for turtle, ntriples, json, csv, tsv or table."
        )
    if format == "json":
        return _json(kind, variables, rows)
    if format == "xml":
        return "".join(_xml(kind, variables, rows))
    raise QueryError(
        "Only CONSTRUCT and DESCRIBE give turtle and ntriples; ask for table, json, csv, tsv or xml."
    )


def printable(text: str) -> str:
    """`text` on one line, with everything escaped that a terminal would obey instead of show.

    >>> printable("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return "".join(each if each.isprintable() else _PRINTED.get(each) or _code(each) for each in text)


def _escaped(value: str) -> str:
    """`value` between tags or in an attribute; xml.sax has this tooand many imports with it."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        value = value.replace(character, entity)
    return value


def legal_xml(text: str) -> str:
    """`text` with the replacement character for everything that no XML document can hold."""
    return _NOT_IN_XML.sub("�", text)


def _code(character: str) -> str:
    number = ord(character)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )


def _triples(rows: Rows) -> Iterator[Triple]:
    for subject, predicate, value in rows:
        if subject is not None and predicate is not None and value is not None:
            yield subject, predicate, value


def _table(kind: str, variables: Sequence[str], rows: Rows, known: Mapping[str, str]) -> str:
    if kind == "ask":
        return f"{_truth(rows)}\n"
    cells = [[printable(shown(each, known)) for each in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(variables, *cells, strict=True)]
    lines = [variables, ["-" * width for width in widths], *cells]
    text = "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in lines
    )
    return text if rows else text + "(no rows)\n"


def _truth(rows: Rows) -> str:
    return parts(rows[0][0] or "").value


def shown(node: Term | None, known: Mapping[str, str]) -> str:
    """A term as a table for people has it: IRIs shortened, values without quotes."""
    if node is None:
        return ""
    kind, value, _, _ = parts(node)
    if kind == "iri":
        return shortened(value, known, strict=False) or node
    return value if kind == "literal" else node


def _csv(variables: Sequence[str], rows: Rows) -> str:
    """As https://www.w3.org/TR/sparql11-results-csv-tsv/, but for words that would run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(variables)
    for row in rows:
        writer.writerow(_cell(each) for each in row)
    return out.getvalue()


def _cell(node: Term | None) -> str:
    if node is None:
        return ""
    kind, value, datatype, _ = parts(node)
    if kind == "literal":
        return value if datatype in _NUMBERS and _NUMBER.fullmatch(value) else safe_cell(value)
    return value if kind == "iri" else node


def _tsv(variables: Sequence[str], rows: Rows) -> str:
    lines = ["\t".join(f"?{name}" for name in variables)]
    lines += ["\t".join(each or "" for each in row) for row in rows]
    return "\n".join(lines) + "\n"


def _json(kind: str, variables: Sequence[str], rows: Rows) -> str:
    """As https://www.w3.org/TR/sparql11-results-json/ has it."""
    content: dict[str, Any] = {"head": {}, "boolean": _truth(rows) == "true"} if kind == "ask" else {}
    if kind != "ask":
        found = [
            {name: _binding(each) for name, each in zip(variables, row, strict=True) if each is not None}
            for row in rows
        ]
        content = {"head": {"vars": list(variables)}, "results": {"bindings": found}}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _binding(node: Term) -> dict[str, str]:
    kind, value, datatype, language = parts(node)
    if kind != "literal":
        return {"type": "uri" if kind == "iri" else "bnode", "value": value}
    binding = {"type": "literal", "value": value}
    if language:
        binding["xml:lang"] = language
    elif datatype:
        binding["datatype"] = datatype
    return binding


def _xml(kind: str, variables: Sequence[str], rows: Rows) -> Iterator[str]:
    """As https://www.w3.org/TR/rdf-sparql-XMLres/ has it."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
    if kind == "ask":
        yield f"<head/>\n<boolean>{_truth(rows)}</boolean>\n</sparql>\n"
        return
    yield (
        "<head>"
        + "".join(f"<variable name={_attribute(name)}/>" for name in variables)
        + "</head>\n<results>\n"
    )
    for row in rows:
        found = zip(variables, row, strict=True)
        yield "<result>"
        yield from (
            f"<binding name={_attribute(name)}>{_xml_value(each)}</binding>"
            for name, each in found
            if each is not None
        )
        yield "</result>\n"
    yield "</results>\n</sparql>\n"


def _attribute(value: str) -> str:
    return f'"{_escaped(legal_xml(value))}"'


def _xml_value(node: Term) -> str:
    kind, text, datatype, language = parts(node)
    value = _escaped(legal_xml(text))
    if kind == "iri":
        return f"<uri>{value}</uri>"
    if kind == "blank":
        return f"<bnode>{value}</bnode>"
    if language:
        return f'<literal xml:lang="{language}">{value}</literal>'
    if datatype:
        return f"<literal datatype={_attribute(datatype)}>{value}</literal>"
    return f"<literal>{value}</literal>"
