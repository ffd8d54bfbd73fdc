"""What keeps a request from being answered, as a sentence for whoever asked: it names no path and no line of code."""

import sqlite3
from dataclasses import dataclass

from schedgraph.graph.asking import SeveralAuthoritiesError
from schedgraph.graph.errors import QueryError, RuleError, StoreError
from schedgraph.graph.store import UnknownAuthority
from schedgraph.graph.web.sparql_endpoint import status_of
from schedgraph.parser.errors import DocumentError


class RequestError(Exception):
    """A request that is wrong in itself: `status` is its HTTP status."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class NotReadyError(Exception):
    """The answer is still being made; asking again in some seconds gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An HTTP status, the sentence that goes with it, and known numbers that look like the one asked for."""

    status: int
    sentence: str
    near: tuple[str, ...] = ()
    ours: bool = False


def problem(error: Exception) -> Problem:
    """The problem behind an error. `ours` marks what whoever runs the server should look into."""
    if isinstance(error, RequestError):
        return Problem(status=error.status, sentence=str(error))
    if isinstance(error, UnknownAuthority):
        return Problem(status=404, sentence=str(error), near=error.near)
    if isinstance(error, QueryError):
        return Problem(status=status_of(error), sentence=str(error))
    if isinstance(error, SeveralAuthoritiesError | RuleError):
        return Problem(status=400, sentence=str(error))
    if isinstance(error, NotReadyError):
        return Problem(status=503, sentence=str(error))
    if isinstance(error, DocumentError):
        return Problem(status=404, sentence=str(error))
    if isinstance(error, StoreError | sqlite3.Error):
        return Problem(
            status=503, sentence="The store cannot be read at the moment; try again later.", ours=True
        )
    return Problem(
        status=500,
        sentence="The server has a fault and could not answer; whoever runs it finds it in its log.",
        ours=True,
    )
