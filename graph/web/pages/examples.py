"""`/examples`: numbers to search for, and questions in SPARQL that are ready to ask."""

from dataclasses import dataclass

from schedgraph.graph.sparql import NamedQuery, named
from schedgraph.graph.web.resource import Resource, Sibling, Visit, siblings
from schedgraph.graph.web.template import rendered
from schedgraph.graph.web.text import json_text

NUMBERS = (
    ("N1-567-09-6 item 1A", "a job of 2009 and one of its items"),
    ("NI-567-09-6", "the same job as OCR reads it"),
    ("GRS 5.2.020", "an item of a General Records Schedule"),
    ("DAA-0567-2017-0007-0001", "an item of an ERA schedule"),
    ("PAA - 0563 - 2013 - 0001 - 0006", "a damaged ERA number"),
)
"""Written numbers and what they are; none of them has to be in the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplesView:
    """Everything that the page shows."""

    numbers: tuple[tuple[str, str], ...]
    queries: tuple[NamedQuery, ...]
    siblings: tuple[Sibling, ...]


def examples(visit: Visit) -> Resource:
    """The examples."""
    view = ExamplesView(numbers=NUMBERS, queries=named(), siblings=siblings("/examples", "", ("json",)))
    return Resource(
        path="/examples",
        writers={
            "html": lambda: rendered("examples", view=view),
            "json": lambda: json_text(
                {
                    "numbers": [{"written": written, "about": about} for written, about in NUMBERS],
                    "queries": [
                        {"name": each.name, "title": each.title, "query": each.text} for each in view.queries
                    ],
                }
            ),
        },
    )
