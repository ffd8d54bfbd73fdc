"""The process that parses a query a second time: the engine says that it is none, but not well where, and nothing else of it.

rdflib's parser knows the place, and gives the structure by which a query is judged. It is slow and can be led astray, so
it works in a process of its own that can be killed.
"""

import json
import logging
import os
import sys

from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery

from schedgraph.graph.engine.closing import close_in
from schedgraph.graph.engine.proving import same_without_evidence

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


def proven(outline: str, kept: tuple[str, ...]) -> bool:
    """Whether it is proven that a query of this outline needs no evidence; see `proving`."""
    try:
        return same_without_evidence(outline, kept)
    except Exception:  # noqa: BLE001 (a proof that fails for whatever reason is none)
        return False


def main() -> None:
    """Answers one line of JSON, a query or an outline, with one line of JSON, until standard input ends."""
    if sys.platform != "win32":
        os.nice(5)
    # Texts are left out of an outline, so that a number in quotes looks like none.
    logging.disable()
    close_in(MEGABYTES)
    _send({"ready": True})
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        if "outline" in asked:
            _send({"proven": proven(asked["outline"], tuple(asked["kept"]))})
        else:
            _send({"place": place_of_error(asked["query"])})


def _send(head: dict[str, object]) -> None:
    sys.stdout.buffer.write(json.dumps({**head, "bytes": 0}).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
