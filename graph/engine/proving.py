"""Whether a query has the same answer without evidence: a proof by its structure, as rdflib's parser gives it.

The graph without evidence lacks the nodes of places and assertions and the properties that name them; whatever else
there is has the same triples in both (`rdf.lean`). So a pattern has the same matches in both graphs

- by a property that no such node has (`WHOLE`),
- by one that some of them have (`PARTLY`), where the subject is held to a node of the smaller graph: by a variable that
  another pattern of its group binds there, or by what its IRI begins with.

A path adds up. What it finds in the whole graph alone begins outside of the smaller one, or ends there, or both; where
that end is held, it comes to nothing. A path of no steps leads from every node to itself, outside from and to the outside.
Everything else in SPARQL makes rows from rows: where each pattern has the same matches, so has the query. What is not
known here proves nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, NamedTuple

from rdflib import RDF, BNode, URIRef, Variable
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from schedgraph.graph.rdf.lean import PARTLY, WHOLE, WHOLE_CLASSES

Part = Any
"""A part of the parser's tree: a CompValue with a name, a list, a variable, a value, a string."""

Triple = tuple[Part, Part, Part]
Held = frozenset[Part]
"""Variables that can only be bound to nodes of the smaller graph."""

_NONE: Held = frozenset()
_QUERIES = frozenset({"SelectQuery", "AskQuery", "ConstructQuery"})
_GROUPS = frozenset({"GroupGraphPatternSub", "FakeGroupGraphPatten"})
_ALONE = frozenset({"MinusGraphPattern", "SubSelect"})
_EXISTS = frozenset({"Builtin_EXISTS", "Builtin_NOTEXISTS"})
_ROWS_FROM_ROWS = frozenset(
    {
        *("ConditionalOrExpression", "ConditionalAndExpression", "RelationalExpression", "literal"),
        *(
            "AdditiveExpression",
            "MultiplicativeExpression",
            "UnaryNot",
            "UnaryMinus",
            "UnaryPlus",
            "Function",
        ),
        *("vars", "GroupClause", "GroupAs", "HavingClause", "OrderClause", "OrderCondition"),
        *("LimitOffsetClauses", "ValuesClause", "InlineData", "GroupOrUnionGraphPattern"),
    }
)


class _Found(NamedTuple):
    """What a path finds in the whole graph alone: whether that is nothing, and whether all of it begins, ends outside."""

    nothing: bool
    begins_outside: bool
    ends_outside: bool


_SAME = _Found(nothing=True, begins_outside=True, ends_outside=True)
_UNKNOWN = _Found(nothing=False, begins_outside=False, ends_outside=False)


def same_without_evidence(outline: str, kept: tuple[str, ...]) -> bool:
    """Whether every query of this outline has the same answer in both graphs; False where that is not proven.

    `kept` is what IRIs begin with that no evidence and no assertion has. Raises what rdflib's parser raises.
    """
    query = parseQuery(outline)[1]
    if query.name not in _QUERIES or query.datasetClause:
        return False
    proof = _Proof(kept)
    around = [value for key, value in query.items() if key not in ("where", "template")]
    return proof.same(query.where, _NONE) and proof.same(around, _NONE)


class _Proof:
    """Goes through a query. `given` are variables that a row from outside gives a value within EXISTS."""

    def __init__(self, kept: tuple[str, ...]) -> None:
        self._kept = kept

    def same(self, part: Part, given: Held) -> bool:
        """Whether a part of a query comes to the same in both graphs."""
        if not isinstance(part, CompValue):
            several = isinstance(part, Iterable) and not isinstance(part, str)
            return all(self.same(each, given) for each in part) if several else True
        if part.name in _GROUPS:
            return self._group(part, given, _NONE)
        if part.name in _ALONE:
            return all(self.same(each, _NONE) for each in part.values())
        known = part.name in _ROWS_FROM_ROWS | _EXISTS or part.name.startswith(("Builtin_", "Aggregate_"))
        return known and all(self.same(each, given) for each in part.values())

    def _group(self, group: CompValue, given: Held, joined: Held) -> bool:
        """`joined` are held by the rows that those of the group are joined with: what does not agree is dropped."""
        parts = group.part or ()
        listed = {name: value for part in parts for name, value in _listed(part)}
        triples = _required(group)
        selects = [select for part in parts if (select := _plain_select(part))]
        beside = _NONE.union(*(names & self._held_by(_required(within), _NONE) for within, names in selects))
        held = beside | self._held_by(triples, given | joined | beside)
        if not all(self._holds(triple, given | joined | held) for triple in triples):
            return False
        before: list[Triple] = []
        for part in parts:
            before += _triples(part, listed)
            if part.name == "TriplesBlock":
                continue
            if part.name == "Filter":
                same = self.same(part.expr, given | held)
            elif part.name == "Bind":
                same = self.same(part.expr, given | self._held_by(before, given | joined))
            elif part.name == "OptionalGraphPattern" and part.graph.name in _GROUPS:
                same = self._group(part.graph, given, self._held_by(before, given | joined))
            elif part.name == "OptionalGraphPattern":
                same = self.same(part.graph, given)
            elif select := _plain_select(part):
                within, names = select
                same = self._group(within, _NONE, held & names)
            else:
                same = self.same(part, given)
            if not same:
                return False
        return True

    def _held_by(self, triples: Iterable[Triple], held: Held) -> Held:
        """The variables of patterns that have the same matches in both graphs, some of them because of others."""
        waiting, own = list(triples), _NONE
        while holding := [each for each in waiting if self._holds(each, held | own)]:
            ends = (end for subject, _, value in holding for end in (subject, value))
            own |= {end for end in ends if isinstance(end, Variable | BNode)}
            waiting = [each for each in waiting if each not in holding]
        return own

    def _holds(self, triple: Triple, held: Held) -> bool:
        """Whether a pattern has the same matches in both graphs, where the variables `held` are."""
        subject, path, value = triple
        path = _plain(path)
        if path == RDF.type:
            return str(value) in WHOLE_CLASSES and isinstance(value, URIRef)
        if isinstance(path, URIRef) and str(path) in PARTLY and isinstance(subject, URIRef):
            return str(subject).startswith(self._kept)
        found = _found(path)
        return (
            found.nothing
            or (found.begins_outside and subject in held)
            or (found.ends_outside and value in held)
        )


def _plain_select(part: CompValue) -> tuple[CompValue, Held] | None:
    """The group and the variables of a SELECT that only leaves out others, joined with what stands beside it."""
    if part.name != "GroupOrUnionGraphPattern" or len(part.graph) != 1:
        return None
    (select,) = part.graph
    if select.name != "SubSelect" or set(select.keys()) != {"projection", "where"}:
        return None
    plain = all(isinstance(each, CompValue) and set(each.keys()) == {"var"} for each in select.projection)
    if not plain or select.where.name not in _GROUPS:
        return None
    return select.where, frozenset(each.var for each in select.projection)


def _required(group: CompValue) -> list[Triple]:
    """The patterns that every row of a group meets."""
    parts = group.part or ()
    listed = {name: value for part in parts for name, value in _listed(part)}
    return [triple for part in parts for triple in _triples(part, listed)]


def _listed(part: CompValue) -> Iterator[tuple[Part, Part]]:
    """The variables of a table of VALUES with a property of theirs, where all of theirs are such that both graphs have."""
    if part.name == "InlineData":
        names, table = part.var or (), part.value or ()
        rows = [[each] for each in table] if len(names) == 1 else table
        for name, column in zip(names, zip(*rows, strict=True), strict=False):
            if all(isinstance(each, URIRef) and str(each) in WHOLE for each in column):
                yield name, column[0]


def _triples(part: CompValue, listed: Mapping[Part, Part]) -> Iterator[Triple]:
    """The patterns of a part; for a variable property that a table gives, one of the table stands for all of them."""
    if part.name == "TriplesBlock":
        for run in part.triples:
            for subject, path, value in zip(run[0::3], run[1::3], run[2::3], strict=True):
                yield subject, listed.get(path, path) if isinstance(path, Variable) else path, value


def _plain(path: Part) -> Part:
    """A property for a path that is one property and no more."""
    while isinstance(path, CompValue):
        parts = path.part if isinstance(path.part, list) else [path.part]
        plain = path.name in ("PathAlternative", "PathSequence") or (path.name == "PathElt" and not path.mod)
        if not plain or len(parts) != 1:
            return path
        path = parts[0]
    return path


def _found(path: Part) -> _Found:
    if isinstance(path, URIRef):
        if str(path) in WHOLE:
            return _SAME
        partly = str(path) in PARTLY
        return _Found(nothing=False, begins_outside=partly, ends_outside=False)
    if not isinstance(path, CompValue):
        return _UNKNOWN
    if path.name == "PathAlternative":
        return reduce(_either, map(_found, path.part))
    if path.name == "PathSequence":
        return reduce(_then, map(_found, path.part))
    if path.name == "PathEltOrInverse":
        found = _found(path.part)
        return found._replace(begins_outside=found.ends_outside, ends_outside=found.begins_outside)
    if path.name == "PathElt" and path.mod in (None, "+", "*", "?"):
        found = _found(path.part)
        return found if path.mod in (None, "+") else found._replace(nothing=False)
    return _UNKNOWN


def _either(one: _Found, other: _Found) -> _Found:
    return _Found(*(mine and its for mine, its in zip(one, other, strict=True)))


def _then(one: _Found, next: _Found) -> _Found:
    """One path after the other: where the second can only go on outside, the first has to have led there."""
    nothing = (one.nothing and next.begins_outside) or (next.nothing and one.ends_outside)
    return _either(one, next)._replace(nothing=nothing)
