"""Queries to a store by the engine: the right generation, built when it is not there, and a worker that answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from schedgraph.graph.engine.current import Current, Source, Tell
from schedgraph.graph.engine.guard import Plan, checked
from schedgraph.graph.engine.limits import ALONE, LIMITS, Limits, Outcome, Seats
from schedgraph.graph.engine.outline import outline
from schedgraph.graph.engine.second_parser import SecondParser
from schedgraph.graph.engine.workers import ClosedError
from schedgraph.graph.errors import (
    BusyError,
    FormatError,
    LimitError,
    QueryError,
    SyntaxQueryError,
)
from schedgraph.graph.iri import BASE
from schedgraph.graph.rdf.answer_text import Format
from schedgraph.graph.rdf.lean import LACKING
from schedgraph.graph.rdf.prefixes import prefixes

Kind = Literal["select", "ask", "graph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetClause:
    """The graphs that a request names: a query sees those of `default` as one, and `named` by GRAPH."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a query came to, as text in the format that was asked for.

    `stale` is whether the store has changed since the graph that answered was built.
    """

    outcome: Outcome
    kind: Kind
    variables: tuple[str, ...]
    count: int
    body: bytes
    stale: bool


class Engine:
    """Answers queries from a source. Close it when done; safe to use from several threads.

    A changed source is answered from only when its generation is built: at once, while the query waits; or, with
    `behind`, in the background, by a process of its own where the source can start one, while replies say that they
    are stale, and a query for which there is nothing yet is told to come again. `tell` takes a sentence when that
    begins, and where it fails.

    A query that is proven to need no evidence (`proving`) is answered from the graph without it, the same in a fraction of
    the time; but where only the whole one is written, that answers.
    """

    def __init__(
        self,
        source: Source,
        *,
        base: str = BASE,
        limits: Limits = LIMITS,
        seats: Seats = ALONE,
        behind: bool = False,
        tell: Tell = lambda _: None,
    ) -> None:
        self.limits = limits
        self.base = base
        self._behind = behind
        self._lacking = source.lacking
        self.tell = tell

        def current(source: Source) -> Current:
            said = lambda text: self.tell(text)  # noqa: E731 (whoever listens then)
            return Current(source, base=base, limits=limits, seats=seats, behind=behind, tell=said)

        self._current = current(source)
        self._lean = current(source.lean) if source.lean is not None else None
        self._parser = SecondParser()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the workers and lets the generations go."""
        self._current.close()
        if self._lean is not None:
            self._lean.close()
        self._parser.close()

    def ready(self, *, graphs: bool = False) -> None:
        """Builds what is not built and starts a worker, so that the first query need not wait. Raises StoreError.

        With `graphs` also what queries with GRAPH are answered from. Where others ask meanwhile, the graph without evidence
        comes first: most of them need no more.
        """
        if self._behind and self._lean is not None:
            self._lean.ready(graphs=False)
        for each in (False, True)[: 1 + graphs]:
            self._current.ready(graphs=each)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes that a query need not declare."""
        return prefixes(self.base)

    def ask(
        self,
        query: str,
        format: Format | Literal["terms"] | Mapping[Kind, Format],
        *,
        partial: bool = False,
        dataset: DatasetClause | None = None,
    ) -> Reply:
        """The answer to `query`; a mapping gives the format for each kind of answer.

        `terms` is JSON of rows of N-Triples terms. With `partial` an answer of too many rows is cut off and says so.
        Raises QueryError (wrong), FormatError, RefusedError (not allowed), LimitError (stopped), BusyError (not run)
        and StoreError.
        """
        plan = checked(
            query, self.prefixes, self.limits, dataset_given=dataset is not None, lacking=self._lacking
        )
        chosen = format if isinstance(format, str) else format.get(_kind(plan))
        if chosen is None:
            raise FormatError(f"The answer to {plan.form} has none of the formats that were asked for.")
        request = self._request(query, plan, chosen, partial, dataset)
        graphs = plan.graphs or dataset is not None
        current = self._current if graphs else self._to_ask(query)
        head, body, stale = _asked(current, request, graphs=graphs)
        if "error" in head:
            raise self._told(head["error"], head["sentence"], query)
        return self._reply(head, body, stale=stale)

    def _to_ask(self, query: str) -> Current:
        """The smaller graph where that is proven to answer the same, unless it is yet to be written and the whole is not."""
        if self._lean is None or (not self._lean.stands() and self._current.stands()):
            return self._current
        authorities, documents = f"{self.base}/authority/", f"{self.base}/document/"
        found = outline(query, self.prefixes, authorities, LACKING)
        proven = found is not None and self._parser.proven(found, (authorities, documents))
        return self._lean if proven else self._current

    def _reply(self, head: dict[str, Any], body: bytes, *, stale: bool) -> Reply:
        nothing: Outcome = "empty" if head["rows"] == 0 else "answered"
        return Reply(
            outcome=nothing if head["whole"] else "truncated",
            kind=head["kind"],
            variables=tuple(head["variables"]),
            count=head["rows"],
            body=body,
            stale=stale,
        )

    def _request(
        self, query: str, plan: Plan, format: str, partial: bool, dataset: DatasetClause | None
    ) -> dict[str, Any]:
        return {
            "query": query,
            "base": f"{self.base}/",
            "prefixes": dict(self.prefixes),
            "format": format,
            "ordered": plan.ordered,
            "variables": plan.variables,
            "partial": partial,
            "most_rows": self.limits.rows,
            "most_bytes": self.limits.bytes,
            "default_graphs": dataset and dataset.default,
            "named_graphs": dataset and dataset.named,
        }

    def _told(self, kind: str, said: str, query: str) -> QueryError:
        if kind == "syntax":
            return _syntax_error(query, self._parser.place_of_error(query) or _place_told(said))
        if kind == "rows":
            return LimitError(
                f"The answer has more than {self.limits.rows} rows; narrow the query down or add a LIMIT."
            )
        if kind == "text":
            return LimitError(f"The answer has {said} bytes; {self.limits.bytes} are allowed; ask for less.")
        if kind == "memory":
            return LimitError(
                f"The query needs more than {self.limits.megabytes} MB; narrow it down or add a LIMIT."
            )
        return QueryError(f"The query cannot be run: {said.strip().rstrip('.')}.")


def _asked(current: Current, request: dict[str, Any], *, graphs: bool) -> tuple[dict[str, Any], bytes, bool]:
    """The reply of a worker, and whether it is stale; once more where another generation took its place meanwhile."""
    for _ in range(3):
        found, stale = current.workers(graphs=graphs)
        try:
            return *found.ask(request), stale
        except ClosedError:
            continue
    raise BusyError("The graph is being exchanged for a newer one just now; ask again.")


_AT = re.compile(r"error at (\d+):(\d+)")


def _kind(plan: Plan) -> Kind:
    kinds: dict[str, Kind] = {"SELECT": "select", "ASK": "ask"}
    return kinds.get(plan.form, "graph")


def _place_told(said: str) -> tuple[int, int]:
    at = _AT.search(said)
    return (int(at[1]), int(at[2])) if at else (1, 1)


def _syntax_error(query: str, place: tuple[int, int]) -> SyntaxQueryError:
    """Where it goes wrong; what the parser would have liked better there is a list of its grammar."""
    line, column = place
    lines = query.split("\n")
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    found = "".join(each if each.isprintable() else "�" for each in rest[:30])
    where = f"where it reads “{found}”" if found else "where the line ends"
    return SyntaxQueryError(
        f"The query is not SPARQL: it goes wrong at or after line {line}, column {column}, {where}.",
        line,
        column,
    )
