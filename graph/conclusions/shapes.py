"""The values that Python callers get, as `packing` makes them."""

from schedgraph.graph.answers import Current, Link, Lookup
from schedgraph.graph.conclusions.packing import Shapes
from schedgraph.graph.finding import Finding
from schedgraph.graph.retention import Retention, RetentionChange
from schedgraph.graph.statements import Statement
from schedgraph.parser.evidence import Evidence

VALUES = Shapes(
    lookup=Lookup,
    current=Current,
    link=Link,
    change=RetentionChange,
    retention=Retention,
    finding=Finding,
    statement=Statement,
    evidence=Evidence,
)
