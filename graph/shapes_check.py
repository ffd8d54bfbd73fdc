"""The dataset held against the shapes of the vocabulary (SHACL Core): offline, no inference, no imports."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from rdflib import Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from schedgraph.graph.rdf.notation import Quad
from schedgraph.graph.rdf.prefixes import prefixes, shortened

Severity = Literal["violation", "warning", "info"]
Told = Callable[[int, int], None]
"""Is told how many triples have been gone through, of how many; of 0 where that is not yet known."""
_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeResult:
    """One place where the dataset does not keep to a shape; IRIs are shortened by prefix."""

    severity: Severity
    message: str
    focus: str
    path: str
    value: str


def check_shapes(quads: Iterable[Quad], base: str, told: Told | None = None) -> tuple[ShapeResult, ...]:
    """What the shapes find in all graphs taken together, sorted: violations first.

    What one document says of an authority another may complete. Raises StoreError where there is no space for
    temporary files.
    """
    from schedgraph.graph.shacl.parts import reports

    shapes = Graph()
    shapes.parse(
        data=files("schedgraph.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle"
    )
    triples = ((subject, predicate, value) for subject, predicate, value, _ in quads)
    found = {each for report in reports(triples, shapes, told) for each in shape_results(report, base)}
    order = {"violation": 0, "warning": 1, "info": 2}
    return tuple(
        sorted(
            found, key=lambda each: (order[each.severity], each.message, each.focus, each.path, each.value)
        )
    )


def shape_results(report: Graph, base: str) -> Iterator[ShapeResult]:
    """The results of one validation report."""
    known = prefixes(base)

    def shown(result: Node, predicate: URIRef) -> str:
        value = report.value(result, predicate)
        text = "" if value is None else str(value)
        return (shortened(text, known, strict=False) or text) if isinstance(value, URIRef) else text

    for each in report.subjects(SH.resultMessage):
        yield ShapeResult(
            severity=_SEVERITIES.get(shown(each, SH.resultSeverity).rpartition("#")[2], "violation"),
            message=shown(each, SH.resultMessage),
            focus=shown(each, SH.focusNode),
            path=shown(each, SH.resultPath),
            value=shown(each, SH.value),
        )
