"""What a SPARQL query may be: one that only reads, and reaches nothing outside the dataset.

The query is judged by its parsed form, so that a comment or a text in quotes may say anything.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query

from schedgraph.graph.errors import QueryError

_FORMS = frozenset({"SelectQuery", "AskQuery", "ConstructQuery", "DescribeQuery"})
_REFUSED = {
    "ServiceGraphPattern": "SERVICE asks another server; this store answers from its own data alone",
    "DatasetClause": "FROM and FROM NAMED load other graphs; everything in the store is queried as it is, "
    "and one document with GRAPH",
}
# What brackets do not count in, longest first: """long strings""", 'strings', <IRIs>, comments.
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n\r]*",
    re.DOTALL,
)


def check_size(query: str, *, characters: int, nesting: int) -> None:
    """Refuses a query that is too long or too deeply nested, before anything parses it. Raises QueryError."""
    if len(query) > characters:
        raise QueryError(f"The query has {len(query)} characters; {characters} are allowed.")
    depth = 0
    for character in _OPAQUE.sub(" ", query):
        if character in "({[":
            depth += 1
            if depth > nesting:
                raise QueryError(f"The query nests brackets more than {nesting} deep.")
        elif character in ")}]":
            depth -= 1


def understood(query: str, known: Mapping[str, str]) -> Query:
    """The query, ready to run. Raises QueryError where it is wrong, not read-only, or reaches outside."""
    parsed = _parsed(query)
    for part in _parts(parsed):
        if part.name in _REFUSED:
            raise QueryError(f"{_REFUSED[part.name]}.")
    if getattr(parsed[1], "name", None) not in _FORMS:
        raise QueryError("Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.")
    if getattr(parsed[1], "name", "") == "DescribeQuery" and not parsed[1].var:
        raise QueryError("DESCRIBE * is not answered; name the variables or IRIs to describe.")
    try:
        plan = translateQuery(parsed, initNs=dict(known))
    except RecursionError:
        raise QueryError("The query is nested too deeply.") from None
    except Exception as error:  # rdflib raises bare Exception for what a query does wrong
        raise QueryError(_plain(error, known)) from error
    if getattr(parsed[1], "projection", None) is None and plan.algebra.PV is not None:
        # SELECT *: rdflib has the variables in the order of their hashes; readers expect that of the query.
        plan.algebra.PV = sorted(plan.algebra.PV, key=lambda name: (_first_use(query, str(name)), str(name)))
    return plan


def _first_use(query: str, name: str) -> int:
    found = re.search(rf"[?$]{re.escape(name)}\b", query)
    return found.start() if found else len(query)


def _parsed(query: str) -> ParseResults:
    if not query.strip():
        raise QueryError("The query is empty.")
    try:
        return parseQuery(query)
    except ParseException as error:
        if _is_update(query):
            message = "The query would change data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered."
            raise QueryError(message) from error
        place = f"line {error.lineno}, column {error.column}"
        raise QueryError(
            f"The query is not SPARQL: it goes wrong at or after {place}, {_found(error)}."
        ) from error
    except RecursionError:
        raise QueryError("The query is nested too deeply.") from None


def _found(error: ParseException) -> str:
    line = error.line[max(error.column - 1, 0) :].strip()
    excerpt = "".join(each if each.isprintable() else "�" for each in line[:30])
    return f"where it reads “{excerpt}”" if excerpt else "where the line ends"


def _is_update(query: str) -> bool:
    try:
        return bool(parseUpdate(query).request)
    except (ParseException, RecursionError):
        return False


def _parts(parsed: Any) -> Iterator[CompValue]:
    """Every part of a parsed query, on a stack of its own, so that no depth exhausts Python's."""
    waiting = [parsed]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, (ParseResults, list, tuple)):
            waiting.extend(part)


def _plain(error: Exception, known: Mapping[str, str]) -> str:
    said = str(error).strip().rstrip(".")
    if "namespace prefix" in said:
        prefix = said.rpartition(":")[2].strip()
        bound = ", ".join(sorted(known))
        return f"The prefix “{prefix}:” is not declared; without declaration there are {bound}."
    return f"The query cannot be run: {said}."
