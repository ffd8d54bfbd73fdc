"""The process that finds where a query stops being SPARQL: the engine says that it is none, but not well where.

A second parser, rdflib's, knows the place. It is slow and can be led astray, so it is asked only about what the engine
refused, in a process of its own that can be killed.
"""

import json
import sys

from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery

from schedgraph.graph.engine.closing import close_in

MEGABYTES = 512


def place_of_error(query: str) -> list[int] | None:
    """Line and column, from 1; None where rdflib finds nothing wrong or gives up.

    >>> place_of_error("SELECT * {\\n  ?s ?p }")
    [2, 3]
    """
    try:
        parseQuery(query)
    except ParseException as error:
        return [error.lineno, error.column]
    except RecursionError:
        return None
    return None


def main() -> None:
    """Answers one line of JSON, a query, with one line of JSON, its place, until standard input ends."""
    close_in(MEGABYTES)
    _send({"ready": True})
    for line in sys.stdin.buffer:
        _send({"place": place_of_error(json.loads(line)["query"])})


def _send(head: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps({**head, "bytes": 0}).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
