"""The dataset held against the shapes of the vocabulary (SHACL Core): offline, no inference, no imports."""

from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from schedgraph.graph.rdf.prefixes import prefixes, shortened

Severity = Literal["violation", "warning", "info"]
_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeResult:
    """One place where the dataset does not keep to a shape; IRIs are shortened by prefix."""

    severity: Severity
    message: str
    focus: str
    path: str
    value: str


def check_shapes(dataset: Dataset, base: str) -> tuple[ShapeResult, ...]:
    """What the shapes find, sorted: violations first."""
    import pyshacl

    whole = Graph()
    for subject, predicate, value, _ in dataset.quads():
        # One graph of everything: what one document says of an authority another may complete.
        whole.add((subject, predicate, value))
    shapes = Graph()
    shapes.parse(
        data=files("schedgraph.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8"), format="turtle"
    )
    _, report, _ = pyshacl.validate(
        whole,
        shacl_graph=shapes,
        inference="none",
        advanced=False,
        js=False,
        meta_shacl=False,
        do_owl_imports=False,
        inplace=True,
    )
    return _results(report, base)


def _results(report: Graph, base: str) -> tuple[ShapeResult, ...]:
    known = prefixes(base)

    def shown(result: Node, predicate: URIRef) -> str:
        value = report.value(result, predicate)
        text = "" if value is None else str(value)
        return (shortened(text, known, strict=False) or text) if isinstance(value, URIRef) else text

    found = {
        ShapeResult(
            severity=_SEVERITIES.get(shown(each, SH.resultSeverity).rpartition("#")[2], "violation"),
            message=shown(each, SH.resultMessage),
            focus=shown(each, SH.focusNode),
            path=shown(each, SH.resultPath),
            value=shown(each, SH.value),
        )
        for each in report.subjects(SH.resultMessage)
    }
    order = {"violation": 0, "warning": 1, "info": 2}
    return tuple(
        sorted(
            found, key=lambda each: (order[each.severity], each.message, each.focus, each.path, each.value)
        )
    )
