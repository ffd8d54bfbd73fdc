"""Shapes written so that all nodes are held against a property shape at once.

pySHACL holds the property shapes of a node shape against each of its nodes alone, and sets up each of them anew for
it. As shapes of their own they are set up once for many nodes, and find the same.
"""

from typing import TYPE_CHECKING

from rdflib import BNode, Graph, URIRef
from rdflib.namespace import SH

if TYPE_CHECKING:
    from rdflib.term import Node


def unfolded(shapes: Graph) -> tuple[Graph, dict[str, tuple[str, ...]]]:
    """The same shapes with a name for each property shape of a shape with targets, which no longer contains it.

    Gives by the IRI of each shape with targets the IRIs of what is to be held against its nodes instead.
    """
    targeted = {*shapes.subjects(SH.targetClass), *shapes.subjects(SH.targetSubjectsOf)}
    names: dict[Node, URIRef] = {}
    parts: dict[str, tuple[str, ...]] = {}
    for shape in sorted(targeted, key=str):
        own = [shape]
        for number, each in enumerate(sorted(shapes.objects(shape, SH.property), key=str)):
            if isinstance(each, BNode):
                names.setdefault(each, URIRef(f"{shape}-{number}"))
            own.append(names.get(each, each))
        parts[str(shape)] = tuple(map(str, own))
    made = Graph()
    for prefix, namespace in shapes.namespaces():
        # Messages that pySHACL words itself shorten names by them.
        made.bind(prefix, namespace, replace=True)
    for subject, predicate, value in shapes:
        if not (subject in targeted and predicate == SH.property):
            made.add((names.get(subject, subject), predicate, names.get(value, value)))
    return made, parts
