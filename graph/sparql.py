"""Questions to the graph in SPARQL: read-only, bounded, with no way out of the store."""

import json
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from schedgraph.graph.engine.engine import Engine, Kind
from schedgraph.graph.engine.limits import LIMITS, Limits
from schedgraph.graph.rdf.answer_text import FORMATS, Format, Row, render, shown
from schedgraph.graph.rdf.notation import parts
from schedgraph.graph.rdf.prefixes import prefixes

if TYPE_CHECKING:
    import pandas as pd
    from rdflib import BNode, Literal, URIRef

    Nodes = tuple[BNode | Literal | URIRef | None, ...]

# The line "# At most 1,000 rows, the longest: …" of a named query, and the LIMIT that it speaks of
_AT_MOST = re.compile(r"^# (At most ([0-9,]+) [^:,.\n]+)", re.MULTILINE)
_LIMIT = re.compile(r"\s*\bLIMIT (?:[2-9]|[0-9]{2,6})\b")

__all__ = ["FORMATS", "LIMITS", "Answer", "Format", "Limits", "NamedQuery", "named", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query came to.

    The rows of a SELECT; one row with a truth value for ASK; one row a triple for CONSTRUCT and DESCRIBE.
    Rows stand in the order that the query asks for; where it asks for none, they are sorted. `terms` are the rows as
    N-Triples writes them, `rows` as nodes of rdflib.
    """

    kind: Kind
    variables: tuple[str, ...]
    terms: tuple[Row, ...]
    base: str

    @property
    def rows(self) -> "tuple[Nodes, ...]":
        """The rows as nodes and values of rdflib."""
        from schedgraph.graph.rdf.rdflib_nodes import rdflib_node

        return tuple(tuple(None if each is None else rdflib_node(each) for each in row) for row in self.terms)

    @property
    def truth(self) -> bool:
        """The answer to ASK; of anything else, whether there is an answer at all."""
        if self.kind == "ask":
            return parts(self.terms[0][0] or "").value == "true"
        return bool(self.terms)

    def to_dataframe(self) -> "pd.DataFrame":
        """A column for each variable, of what the terms say. Raises NotInstalledError where pandas is not installed."""
        from schedgraph.graph.frames import frame

        rows = [[None if each is None else parts(each).value for each in row] for row in self.terms]
        return frame(self.variables, rows)

    def _repr_html_(self) -> str:
        from schedgraph.graph.notebook import rows_html

        known = prefixes(self.base)
        return rows_html(self.variables, [[shown(each, known) for each in row] for row in self.terms])

    def to_text(self, format: Format = "table") -> str:
        """The answer as text. Raises QueryError where the kind of answer has no such format."""
        return render(self.kind, self.variables, self.terms, format, prefixes(self.base))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question that ships with the software."""

    name: str
    title: str
    text: str

    @property
    def unlimited(self) -> str:
        """The query without the LIMIT that its head speaks of; a LIMIT of one row is a part of the question."""
        return _LIMIT.sub("", self.text)

    def left_out(self, rows: int) -> str | None:
        """A sentence where so many rows may be a part of the answer; None where they are all of it."""
        part = _AT_MOST.search(self.text)
        if part is None or rows < int(part[2].replace(",", "")):
            return None
        return (
            f"{part[1]} are answered, and there may be more: the query says how to ask for a part; --every-row, or the "
            "query without its LIMIT, gives all."
        )


def run(engine: Engine, query: str) -> Answer:
    """The answer to `query`.

    Raises QueryError where the query is wrong, would change data, reaches outside the dataset, or exceeds
    a limit. Where a limit is reached there is no answer, for a part of one would be taken for the whole.
    """
    reply = engine.ask(query, "terms")
    terms = tuple(tuple(row) for row in json.loads(reply.body))
    return Answer(kind=reply.kind, variables=reply.variables, terms=terms, base=engine.base)


def named() -> tuple[NamedQuery, ...]:
    """The questions in `queries/*.rq`, by name; the first line of each is its title."""
    found = []
    for file in files("schedgraph.graph").joinpath("queries").iterdir():
        if file.name.endswith(".rq"):
            text = file.read_text(encoding="utf-8")
            title = text.partition("\n")[0].lstrip("# ").strip()
            found.append(NamedQuery(name=file.name.removesuffix(".rq"), title=title, text=text))
    return tuple(sorted(found, key=lambda each: each.name))
