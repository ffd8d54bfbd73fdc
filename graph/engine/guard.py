"""What a SPARQL query may be: one that only reads, and reaches nothing outside the store.

It is judged by its words before anything runs it, in both ways in which it can be read: with its code points as
they are written and written out.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from schedgraph.graph.engine.limits import Limits
from schedgraph.graph.engine.words import Word, place, unescaped, words
from schedgraph.graph.errors import RefusedError, SyntaxQueryError

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH", "INTO", "USING"}
)
_SERVICE = "SERVICE asks another server; this store answers from its own data alone."
_FROM = (
    "FROM and FROM NAMED load other graphs; everything in the store is queried as it is, "
    "and one document with GRAPH."
)
_WRITES = "The query would change data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered."
_CHAINED = frozenset("!+-^/|*")
_OVER_ALL_GRAPHS = frozenset({"MINUS", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the words of a query tell of it.

    `ordered` is whether it orders its rows itself, `graphs` whether it asks for graphs of documents; `variables` are
    all of its variables in the order of their first use where it selects every one with `*`, and otherwise none.
    """

    form: str
    ordered: bool
    graphs: bool
    variables: tuple[str, ...]


def checked(
    query: str,
    known: Mapping[str, str],
    limits: Limits,
    *,
    dataset_given: bool = False,
    lacking: Collection[str] = (),
) -> Plan:
    """The plan of a query that may run.

    `known` are prefixes that need no declaration, `lacking` the IRIs that may not be named, for the graph leaves out
    what is said by them. Where the request names its dataset, FROM counts for nothing (SPARQL 1.1 Protocol, 2.1.4) and
    is let pass. Raises QueryError; RefusedError, a kind of it, where the query is
    sound and not allowed.
    """
    if len(query) > limits.characters:
        raise RefusedError(f"The query has {len(query)} characters; {limits.characters} are allowed.")
    if not query.strip():
        raise SyntaxQueryError("The query is empty.", 1, 1)
    for text in dict.fromkeys((query, unescaped(query))):
        said = [each for each in words(text) if each.kind != "comment"]
        _check_nesting(said, limits.nesting)
        _check_words(said, dataset_given=dataset_given)
        if lacking:
            _check_lacking(said, known, lacking)
    said = [each for each in words(query) if each.kind != "comment"]
    _check_graphs(said)
    _check_prefixes(query, said, known)
    return _plan(said)


def _check_nesting(said: Iterable[Word], most: int) -> None:
    depth = in_a_row = 0
    for word in said:
        in_a_row = in_a_row + 1 if word.text in _CHAINED else 0
        if word.kind == "sign" and word.text in "({[":
            depth += 1
        elif word.kind == "sign" and word.text in ")}]":
            depth -= 1
        if max(depth, in_a_row) > most:
            raise RefusedError(f"The query nests brackets or signs more than {most} deep.")


def _check_words(said: Iterable[Word], *, dataset_given: bool) -> None:
    for word in said:
        if word.keyword in _UPDATES:
            raise RefusedError(_WRITES)
        keywords = _may_be_read_as(word)
        if "SERVICE" in keywords:
            raise RefusedError(_SERVICE)
        if "FROM" in keywords and not (dataset_given and word.keyword == "FROM"):
            raise RefusedError(_FROM)


def _check_lacking(said: list[Word], known: Mapping[str, str], lacking: Collection[str]) -> None:
    """Refuses what would find nothing because the graph leaves it out, not because no document says it.

    A relative IRI counts by its last part.
    """
    declared = [
        (name.text.partition(":")[0], iri.text[1:-1])
        for keyword, name, iri in zip(said, said[1:], said[2:], strict=False)
        if keyword.keyword == "PREFIX" and name.kind == "name" and iri.kind == "iri"
    ]
    spaces = [*known.items(), *declared]
    last_parts = {re.split("[#/]", each)[-1] for each in lacking}
    for word in said:
        prefix, _, local = word.text.partition(":")
        iri = word.text[1:-1]
        if word.kind == "name":
            found = any(name == prefix and space + local in lacking for name, space in spaces)
        else:
            relative = word.kind == "iri" and ":" not in iri and re.split("[#/]", iri)[-1] in last_parts
            found = (word.kind == "iri" and iri in lacking) or relative
        if found:
            raise RefusedError(
                f"{word.text} is not in the graph without evidence; ask the graph with its evidence, or `explain`."
            )


def _check_graphs(said: list[Word]) -> None:
    """Refuses what the engine would answer over all graphs at once where the query asks for one after the other.

    See decision 17; a wrong count would not be told from a right one.
    """
    for index, word in enumerate(said[:-2]):
        if word.keyword != "GRAPH" or said[index + 1].kind != "variable" or said[index + 2].text != "{":
            continue
        within = list(_braced(said, index + 2))
        wrong = next((each.keyword for each in within if each.keyword in _OVER_ALL_GRAPHS), None)
        if wrong is None and _is_values_alone(within):
            wrong = "VALUES alone"
        if wrong:
            raise RefusedError(
                f"{wrong} within GRAPH {said[index + 1].text} would be answered over all graphs at once; "
                "name the graph, or write it outside of GRAPH."
            )


def _braced(said: list[Word], opening: int) -> Iterable[Word]:
    """The words between the brace at `opening` and the one that closes it."""
    depth = 0
    for word in said[opening:]:
        if word.kind == "sign":
            depth += (word.text == "{") - (word.text == "}")
        if depth == 0:
            return
        if word.start > said[opening].start:
            yield word


def _is_values_alone(within: list[Word]) -> bool:
    """Whether a group gives values and asks for nothing: `{ VALUES ?x { 1 2 } }`."""
    first = next((number for number, each in enumerate(within) if each.text not in ("{", ".")), None)
    if first is None or within[first].keyword != "VALUES":
        return False
    table = next((number for number in range(first, len(within)) if within[number].text == "{"), len(within))
    after = within[table + 1 + len(list(_braced(within, table))) :]
    return all(each.text in ("{", "}", ".") for each in after)


def _may_be_read_as(word: Word) -> str:
    """In capitals, what an engine that reads letter by letter can take for keywords in `word`.

    `SERVICESILENT<http://x/>` is two keywords to it, and `SERVICEex:x` one before `ex:x`. What looks like an IRI can be
    “less than”, a closing bracket and more query: `FILTER(1<2)SERVICE#>`. To end the comparison its bracket has to
    be closed within.
    """
    if word.kind == "keyword":
        return word.keyword
    if word.kind == "name":
        return word.text.partition(":")[0].upper()
    return word.text.upper() if word.kind == "iri" and ")" in word.text else ""


def _check_prefixes(query: str, said: list[Word], known: Mapping[str, str]) -> None:
    declared = {
        name.text.partition(":")[0]
        for keyword, name in pairwise(said)
        if keyword.keyword == "PREFIX" and name.kind == "name"
    }
    for word in said:
        prefix = word.text.partition(":")[0]
        if word.kind == "name" and prefix not in declared and prefix not in known:
            line, column = place(query, word.start)
            raise SyntaxQueryError(
                f"The prefix “{prefix}:” is not declared (line {line}, column {column}); "
                f"without declaration there are {', '.join(sorted(known))}.",
                line,
                column,
            )


def _plan(said: list[Word]) -> Plan:
    outer = list(_outermost(said))
    form = next((each.keyword for each in outer if each.keyword in _FORMS), "")
    if not form:
        raise SyntaxQueryError(
            "The query is not SPARQL: it has none of SELECT, ASK, CONSTRUCT and DESCRIBE (line 1, column 1).",
            1,
            1,
        )
    after = [each for each in outer[_index(outer, form) + 1 :] if each.keyword not in ("DISTINCT", "REDUCED")]
    star = bool(after) and after[0].text == "*"
    if star and form == "DESCRIBE":
        raise RefusedError("DESCRIBE * is not answered; name the variables or IRIs to describe.")
    variables = (each.text[1:] for each in said if each.kind == "variable")
    return Plan(
        form=form,
        ordered=any(each.keyword == "ORDER" for each in outer),
        graphs=any(each.keyword == "GRAPH" for each in said),
        variables=tuple(dict.fromkeys(variables)) if star else (),
    )


def _outermost(said: Iterable[Word]) -> Iterable[Word]:
    """The words outside of all braces: what is in them belongs to a part of the query."""
    depth = 0
    for word in said:
        if word.kind == "sign" and word.text == "}":
            depth -= 1
        if depth == 0:
            yield word
        if word.kind == "sign" and word.text == "{":
            depth += 1


def _index(said: list[Word], keyword: str) -> int:
    return next(number for number, each in enumerate(said) if each.keyword == keyword)
