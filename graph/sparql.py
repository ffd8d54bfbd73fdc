"""Questions to the dataset in SPARQL: read-only, bounded, with no way out of the store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any, Literal

from rdflib import Dataset, URIRef
from rdflib import Literal as Value
from rdflib.plugins.sparql.evaluate import evalQuery
from rdflib.plugins.sparql.sparql import Query, SPARQLError
from rdflib.term import Node

from schedgraph.graph.errors import QueryError
from schedgraph.graph.rdf.answer_text import FORMATS, Format, render
from schedgraph.graph.rdf.bounded import MemoryExceededError, TimeExceededError, bounded
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.rdf.query_guard import check_size, understood

Kind = Literal["select", "ask", "graph"]
Row = tuple[Node | None, ...]

__all__ = ["FORMATS", "Answer", "Format", "Limits", "NamedQuery", "named", "run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may cost. `megabytes` counts beyond the dataset itself, where the platform can tell."""

    characters: int = 20_000
    nesting: int = 40
    rows: int = 100_000
    seconds: float = 30.0
    megabytes: int = 1024


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query came to.

    The rows of a SELECT; one row with a truth value for ASK; one row a triple for CONSTRUCT and DESCRIBE.
    Rows stand in the order that the query asks for; where it asks for none, they are sorted.
    """

    kind: Kind
    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    base: str

    @property
    def truth(self) -> bool:
        """The answer to ASK; of anything else, whether there is an answer at all."""
        if self.kind == "ask" and isinstance(self.rows[0][0], Value):
            return bool(self.rows[0][0].value)
        return bool(self.rows)

    def to_text(self, format: Format = "table") -> str:
        """The answer as text. Raises QueryError where the kind of answer has no such format."""
        return render(self.kind, self.variables, self.rows, format, prefixes(self.base))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question that ships with the software."""

    name: str
    title: str
    text: str


def run(dataset: Dataset, query: str, *, limits: Limits = LIMITS) -> Answer:
    """The answer to `query`.

    Raises QueryError where the query is wrong, would change data, reaches outside the dataset, or exceeds
    a limit. Where a limit is reached there is no answer, for a part of one would be taken for the whole.
    """
    check_size(query, characters=limits.characters, nesting=limits.nesting)
    base = _base(dataset)
    try:
        return bounded(
            partial(_answer, dataset, query, base, limits.rows),
            seconds=limits.seconds,
            megabytes=limits.megabytes,
        )
    except TimeExceededError:
        message = f"The query was stopped after {limits.seconds:g} seconds; narrow it down or add a LIMIT."
        raise QueryError(message) from None
    except (MemoryExceededError, MemoryError):
        message = f"The query needs more than {limits.megabytes} MB; narrow it down or add a LIMIT."
        raise QueryError(message) from None


def named() -> tuple[NamedQuery, ...]:
    """The questions in `queries/*.rq`, by name; the first line of each is its title."""
    found = []
    for file in files("schedgraph.graph").joinpath("queries").iterdir():
        if file.name.endswith(".rq"):
            text = file.read_text(encoding="utf-8")
            title = text.partition("\n")[0].lstrip("# ").strip()
            found.append(NamedQuery(name=file.name.removesuffix(".rq"), title=title, text=text))
    return tuple(sorted(found, key=lambda each: each.name))


def _base(dataset: Dataset) -> str:
    """The base IRI that the dataset was made with, which the prefix of authorities tells."""
    bound = {prefix: str(namespace) for prefix, namespace in dataset.namespaces()}
    return bound["auth"].removesuffix("/authority/") if "auth" in bound else prefixes()["auth"]


def _answer(dataset: Dataset, query: str, base: str, most: int) -> Answer:
    plan = understood(query, prefixes(base))
    try:
        return _evaluated(dataset, plan, base, most)
    except (QueryError, MemoryError, TimeExceededError):
        raise
    except RecursionError:
        raise QueryError("The query is nested too deeply to be run.") from None
    except (SPARQLError, Exception) as error:  # (rdflib lets the errors of its functions through)
        raise QueryError(f"The query cannot be run: {str(error).strip().rstrip('.')}.") from error


def _evaluated(dataset: Dataset, plan: Query, base: str, most: int) -> Answer:
    result = evalQuery(dataset, plan)
    make: Callable[..., Answer] = partial(Answer, base=base)
    if result["type_"] == "ASK":
        return make(kind="ask", variables=("answer",), rows=((Value(bool(result["askAnswer"])),),))
    if result["type_"] in ("CONSTRUCT", "DESCRIBE"):
        rows = _counted(result["graph"], most)
        return make(kind="graph", variables=("subject", "predicate", "object"), rows=_sorted(rows))
    wanted = result["vars_"]
    rows = _counted((tuple(each.get(name) for name in wanted) for each in result["bindings"]), most)
    variables = tuple(str(name) for name in wanted)
    return make(kind="select", variables=variables, rows=rows if _is_ordered(plan) else _sorted(rows))


def _counted(rows: Iterable[Any], most: int) -> tuple[Row, ...]:
    kept: list[Row] = []
    for row in rows:
        if len(kept) == most:
            raise QueryError(f"The answer has more than {most} rows; narrow the query down or add a LIMIT.")
        kept.append(tuple(row))
    return tuple(kept)


def _is_ordered(plan: Query) -> bool:
    """Whether the query orders its rows itself; only what wraps the outermost ORDER BY stands above it."""
    part = plan.algebra
    while part is not None and part.name in (
        "SelectQuery",
        "Slice",
        "Distinct",
        "Reduced",
        "Project",
        "ToMultiSet",
    ):
        part = part.p
    return part is not None and part.name == "OrderBy"


def _sorted(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: [_order(each) for each in row]))


def _order(node: Node | None) -> tuple[int, str, str]:
    if node is None:
        return (0, "", "")
    if isinstance(node, Value):
        return (2, str(node), str(node.datatype or node.language or ""))
    return (1 if isinstance(node, URIRef) else 3, str(node), "")
