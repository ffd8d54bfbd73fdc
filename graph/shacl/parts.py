"""A graph of any size held against shapes: some of its nodes at a time, each with all that the shapes see of it.

What is found is what would be found in the whole graph. The memory that it takes does not grow with the graph.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH

from schedgraph.graph.rdf.notation import Term, Triple
from schedgraph.graph.rdf.rdflib_nodes import n_term, rdflib_node
from schedgraph.graph.shacl.reach import Held, Reach, Step, held_shapes
from schedgraph.graph.shacl.triple_table import Row, TripleTable
from schedgraph.graph.shacl.unfolding import unfolded

AT_A_TIME = 20_000
"""Triples whose subjects are held against the shapes at a time: enough that parsing the shapes costs little beside."""

_TYPE = n_term(RDF.type)


def reports(
    triples: Iterable[Triple],
    shapes: Graph,
    told: Callable[[int, int], None] | None = None,
    at_a_time: int = AT_A_TIME,
) -> Iterator[Graph]:
    """The validation reports of the parts; together they have the results that the whole graph has.

    A triple may come more than once. `told` hears how many triples have been gone through, of how many; before that
    how many there are so far, of 0. Raises UnboundedShapeError where a shape cannot be checked so, StoreError where
    there is no space for temporary files.
    """
    held = held_shapes(shapes)
    shapes, parts = unfolded(shapes)
    steps = {step for each in held for step in _steps(each.reach)}
    predicates = frozenset(step.predicate for step in steps)
    backwards = frozenset(step.predicate for step in steps if step.inverse)
    classes = _classes(shapes)
    seen = (
        each
        for each in triples
        if each[1] in predicates and (classes is None or each[1] != _TYPE or each[2] in classes)
    )
    with TripleTable(predicates, backwards) as table:
        last = table.fill(_counted(seen, told))
        for first in range(1, last + 1, at_a_time):
            yield from _part(table, held, shapes, parts, first, first + at_a_time - 1)
            if told is not None:
                told(min(first + at_a_time - 1, last), last)


def _counted(triples: Iterable[Triple], told: Callable[[int, int], None] | None) -> Iterator[Triple]:
    for number, each in enumerate(triples):
        if told is not None and number % AT_A_TIME == 0:
            told(number, 0)
        yield each


def _steps(reach: Reach) -> Iterator[Step]:
    for step, onward in reach.steps.items():
        yield step
        yield from _steps(onward)


def _classes(shapes: Graph) -> frozenset[Term] | None:
    """The classes of which the shapes speak; None where a shape looks at classes as at any other value."""
    if (None, None, RDF.type) in shapes:
        return None
    named = {*shapes.objects(None, SH.targetClass), *shapes.objects(None, SH["class"])}
    return frozenset(map(n_term, named))


def _part(
    table: TripleTable,
    held: tuple[Held, ...],
    shapes: Graph,
    parts: Mapping[str, Sequence[str]],
    first: int,
    last: int,
) -> Iterator[Graph]:
    """The nodes that have a target's triple for the first time in this part of the table, held against the shapes."""
    around = _Surroundings(table)
    targeted = _targeted(table.between(first, last), held)
    around.follow([(each.reach, nodes) for each, nodes in targeted.items()])
    graph = around.graph()
    for each, nodes in targeted.items():
        new = sorted(node for node in nodes if around.place(each, node) >= first)
        if new:
            yield _validated(graph, shapes, parts[each.iri], new)


def _targeted(rows: Iterable[Row], held: tuple[Held, ...]) -> dict[Held, set[Term]]:
    by_class: defaultdict[Term, list[Held]] = defaultdict(list)
    by_predicate: defaultdict[Term, list[Held]] = defaultdict(list)
    for each in held:
        for kind in each.classes:
            by_class[kind].append(each)
        for predicate in each.bearers_of:
            by_predicate[predicate].append(each)
    found: defaultdict[Held, set[Term]] = defaultdict(set)
    for row in rows:
        for each in by_predicate.get(row.predicate, ()):
            found[each].add(row.subject)
        if row.predicate == _TYPE:
            for each in by_class.get(row.value, ()):
                found[each].add(row.subject)
    return found


class _Surroundings:
    """The triples that lie on the paths from some nodes."""

    def __init__(self, table: TripleTable) -> None:
        self._table = table
        self._rows: defaultdict[Step, dict[Term, list[Row]]] = defaultdict(dict)

    def follow(self, wanted: list[tuple[Reach, set[Term]]]) -> None:
        """Reads what lies on the paths, step by step."""
        while wanted:
            asked: defaultdict[Step, set[Term]] = defaultdict(set)
            for reach, nodes in wanted:
                for step in reach.steps:
                    asked[step] |= nodes - self._rows[step].keys()
            for step, nodes in asked.items():
                self._read(step, nodes)
            wanted = [
                (onward, {end for node in nodes for end in self._ends(step, node)})
                for reach, nodes in wanted
                for step, onward in reach.steps.items()
                if onward.steps
            ]

    def place(self, held: Held, node: Term) -> int:
        """Where the first triple stands that makes `node` a target of a shape."""
        places = [row.place for each in held.bearers_of for row in self._rows[Step(predicate=each)][node]]
        if held.classes:
            rows = self._rows[Step(predicate=_TYPE)][node]
            places += [row.place for row in rows if row.value in held.classes]
        return min(places)

    def graph(self) -> Graph:
        """All of them."""
        made = Graph(bind_namespaces="none")
        for row in (row for found in self._rows.values() for rows in found.values() for row in rows):
            made.add((rdflib_node(row.subject), rdflib_node(row.predicate), rdflib_node(row.value)))
        return made

    def _read(self, step: Step, nodes: set[Term]) -> None:
        known = self._rows[step]
        for node in nodes:
            known[node] = []
        if step.inverse:
            for row in self._table.leading_to(nodes, step.predicate):
                known[row.value].append(row)
        else:
            for row in self._table.said_of(nodes, step.predicate):
                known[row.subject].append(row)

    def _ends(self, step: Step, node: Term) -> Iterator[Term]:
        return (row.subject if step.inverse else row.value for row in self._rows[step][node])


def _validated(graph: Graph, shapes: Graph, named: Sequence[str], nodes: list[Term]) -> Graph:
    import pyshacl

    # Both are named: with nodes alone, pySHACL leaves out the shapes within shapes that are held against other nodes.
    _, report, _ = pyshacl.validate(
        graph,
        shacl_graph=shapes,
        use_shapes=list(named),
        focus_nodes=[URIRef(node[1:-1]) for node in nodes],
        inference="none",
        advanced=False,
        js=False,
        meta_shacl=False,
        do_owl_imports=False,
        inplace=True,
    )
    found: Graph = report
    return found
