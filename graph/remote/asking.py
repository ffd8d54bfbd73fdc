"""A query to a store of another, by the SPARQL 1.1 Protocol, answered as our own store answers."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from schedgraph.graph.engine.guard import checked
from schedgraph.graph.engine.limits import LIMITS
from schedgraph.graph.errors import RemoteError
from schedgraph.graph.rdf.answer_text import Row
from schedgraph.graph.rdf.notation import Term, literal
from schedgraph.graph.rdf.order import sorted_rows
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.remote.http import Remote
from schedgraph.graph.sparql import Answer

_TRUTH = f"{prefixes()['xsd']}boolean"
_GRAPH = ("subject", "predicate", "object")


def ask(store: Remote, query: str, base: str) -> Answer:
    """The answer of another store; rows without an order come sorted.

    The prefixes that our store knows are declared for it. Raises QueryError where the query is none that our store
    would run, RemoteError where the other store does not answer it.
    """
    known = prefixes(base)
    plan = checked(query, known, LIMITS)
    declared = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in known.items())
    wants = "application/n-triples" if plan.form in _GRAPH_FORMS else "application/sparql-results+json"
    body = urlencode({"query": declared + query}).encode("ascii")
    said = store.send("POST", store.url, body, Content_Type="application/x-www-form-urlencoded", Accept=wants)
    if plan.form in _GRAPH_FORMS:
        return Answer(kind="graph", variables=_GRAPH, terms=sorted_rows(_triples(store, said)), base=base)
    try:
        found = json.loads(said)
        if plan.form == "ASK":
            truth = literal("true" if found["boolean"] is True else "false", _TRUTH, None)
            return Answer(kind="ask", variables=("answer",), terms=((truth,),), base=base)
        names = plan.variables or tuple(found["head"]["vars"])
        rows = [
            tuple(_term(row[name]) if name in row else None for name in names)
            for row in found["results"]["bindings"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise RemoteError(
            f"the store at {store.url} answers with something that is no result of SPARQL"
        ) from None
    return Answer(
        kind="select", variables=names, terms=tuple(rows) if plan.ordered else sorted_rows(rows), base=base
    )


_GRAPH_FORMS = frozenset({"CONSTRUCT", "DESCRIBE"})


def _term(binding: Mapping[str, Any]) -> Term:
    value = str(binding["value"])
    if binding["type"] == "uri":
        return f"<{value}>"
    if binding["type"] == "bnode":
        return f"_:{value}"
    return literal(value, binding.get("datatype"), binding.get("xml:lang"))


def _triples(store: Remote, said: bytes) -> set[Row]:
    import pyoxigraph as ox

    from schedgraph.graph.engine.worker import term_of

    try:
        return {
            (term_of(each.subject), term_of(each.predicate), term_of(each.object))
            for each in ox.parse(said, format=ox.RdfFormat.N_TRIPLES)
        }
    except SyntaxError:
        raise RemoteError(f"the store at {store.url} answers with something that is no N-Triples") from None
