"""What a shape can see of a graph: which nodes it is held against, and along which properties it looks from one.

SHACL Core looks only where its paths lead. Where each of them has a known length, a node and the triples on its
paths are all that decides about the node, however large the rest of the graph is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from schedgraph.graph.rdf.notation import Term
from schedgraph.graph.rdf.rdflib_nodes import n_term


class UnboundedShapeError(ValueError):
    """A shape asks for what cannot be told from a part of the graph, or by a means that is not known here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From a node along a property, or against it (`inverse`)."""

    predicate: Term
    inverse: bool = False


@dataclass(slots=True)
class Reach:
    """The steps that lead on from a node, and what leads on from there."""

    steps: dict[Step, "Reach"] = field(default_factory=dict)

    def add(self, path: tuple[Step, ...]) -> None:
        """Has `path` followed, too."""
        here = self
        for step in path:
            here = here.steps.setdefault(step, Reach())


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A shape with targets: the classes and the properties whose bearers it is held against, and what it sees."""

    iri: str
    classes: frozenset[Term]
    bearers_of: frozenset[Term]
    reach: Reach = field(hash=False, compare=False)


Path = tuple[Step, ...]

_TYPE = Step(predicate=n_term(RDF.type))
_SAYS_NOTHING_OF_PLACES = frozenset(
    {
        RDF.type,
        SH.targetClass,
        SH.targetSubjectsOf,
        SH.path,
        SH.message,
        SH.severity,
        SH.name,
        SH.description,
        SH.minCount,
        SH.maxCount,
        SH.datatype,
        SH.nodeKind,
        SH.pattern,
        SH.flags,
        SH.minLength,
        SH.maxLength,
        SH.minInclusive,
        SH.maxInclusive,
        SH.minExclusive,
        SH.maxExclusive,
        SH.languageIn,
        SH.uniqueLang,
        SH.hasValue,
        SH["in"],
        SH.qualifiedMinCount,
        SH.qualifiedMaxCount,
    }
)
_SHAPE = frozenset({SH.property, SH.node, SH["not"], SH.qualifiedValueShape})
_SHAPES = frozenset({SH["and"], SH["or"], SH.xone})
_PAIR = frozenset({SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals})


def held_shapes(shapes: Graph) -> tuple[Held, ...]:
    """The shapes that have targets, by IRI. Raises UnboundedShapeError where one cannot be checked part by part."""
    other = [
        *shapes.subjects(SH.targetNode),
        *shapes.subjects(SH.targetObjectsOf),
        *shapes.subjects(SH.target),
    ]
    if other:
        raise UnboundedShapeError(f"{other[0]} has targets of a kind that is not known")
    targeted = {*shapes.subjects(SH.targetClass), *shapes.subjects(SH.targetSubjectsOf)}
    return tuple(_held(shapes, shape) for shape in sorted(targeted, key=str))


def _held(shapes: Graph, shape: Node) -> Held:
    if not isinstance(shape, URIRef):
        raise UnboundedShapeError("a shape with targets has no IRI")
    classes = frozenset(n_term(each) for each in shapes.objects(shape, SH.targetClass))
    bearers_of = frozenset(n_term(each) for each in shapes.objects(shape, SH.targetSubjectsOf))
    reach = Reach()
    if classes:
        reach.add((_TYPE,))
    for predicate in bearers_of:
        reach.add((Step(predicate=predicate),))
    for path in _seen_by(shapes, shape, ((),), frozenset()):
        reach.add(path)
    return Held(iri=str(shape), classes=classes, bearers_of=bearers_of, reach=reach)


def _seen_by(shapes: Graph, shape: Node, at: tuple[Path, ...], within: frozenset[Node]) -> Iterator[Path]:
    """The paths along which `shape` looks when it is held against the nodes `at` the ends of paths."""
    if shape in within:
        raise UnboundedShapeError(f"{shape} contains itself")
    within |= {shape}
    route = shapes.value(shape, SH.path)
    values = at if route is None else tuple(start + way for start in at for way in _ways(shapes, route))
    yield from values
    for parameter, value in shapes.predicate_objects(shape):
        if parameter in _SHAPE:
            yield from _seen_by(shapes, value, values, within)
        elif parameter in _SHAPES:
            for each in Collection(shapes, value):
                yield from _seen_by(shapes, each, values, within)
        elif parameter == SH["class"]:
            yield from ((*path, _TYPE) for path in values)
        elif parameter in _PAIR:
            yield from ((*path, Step(predicate=n_term(value))) for path in at)
        elif parameter not in _SAYS_NOTHING_OF_PLACES and str(parameter).startswith(str(SH)):
            raise UnboundedShapeError(f"{shape} has {parameter}, whose reach is not known")


def _ways(shapes: Graph, route: Node) -> tuple[Path, ...]:
    """A property path as the rows of steps that it allows."""
    if isinstance(route, URIRef):
        return ((Step(predicate=n_term(route)),),)
    if (route, RDF.first, None) in shapes:
        ways: tuple[Path, ...] = ((),)
        for part in Collection(shapes, route):
            ways = tuple(way + more for way in ways for more in _ways(shapes, part))
        return ways
    alternatives = shapes.value(route, SH.alternativePath)
    if alternatives is not None:
        return tuple(way for part in Collection(shapes, alternatives) for way in _ways(shapes, part))
    backwards = shapes.value(route, SH.inversePath)
    if isinstance(backwards, URIRef):
        return ((Step(predicate=n_term(backwards), inverse=True),),)
    raise UnboundedShapeError(f"a path is of no known length: {route}")
