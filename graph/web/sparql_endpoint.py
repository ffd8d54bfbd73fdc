"""The SPARQL 1.1 Protocol over an engine, for reading: routes to mount in any Starlette application.

`endpoint(engine, page=None, path="/sparql") -> list[Route]`: add the routes to those of the application. `page` is a
Starlette endpoint (an async function from Request to Response) that answers GET from a browser, which prefers HTML. The
engine is made for many askers: `Engine(LedgerSource(store=folder, base=base), base=base, seats=SHARED, behind=True)`;
call `engine.ready(graphs=True)` before serving and `engine.close()` after.

Every reply says in the header `Schedgraph-Outcome`, before its first byte, what it is: answered, empty, refused or
truncated. Truncated it is only for who asks with `partial=true`; else an answer beyond the limits is refused.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from anyio import fail_after
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from schedgraph.graph.engine.engine import DatasetClause, Engine
from schedgraph.graph.errors import (
    BusyError,
    FormatError,
    LimitError,
    QueryError,
    RefusedError,
    StoreError,
    SyntaxQueryError,
)
from schedgraph.graph.web.negotiation import (
    MEDIA_TYPES,
    NotAcceptableError,
    chosen,
    chosen_formats,
    prefers_html,
)
from schedgraph.graph.web.service_description import service_description

Page = Callable[[Request], Awaitable[Response]]
Fields = list[tuple[str, str]]

BODY_SECONDS = 10.0
"""How long somebody may take to send a query."""

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_ASIDE = frozenset({"default-graph-uri", "named-graph-uri", "format", "partial"})


class _BadRequestError(Exception):
    """A request that is none of the protocol; the status and the sentence tell why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def endpoint(engine: Engine, page: Page | None = None, path: str = "/sparql") -> list[Route]:
    """The routes of the endpoint, with and without a slash at the end of `path`."""

    async def ask(request: Request) -> Response:
        accept = request.headers.get("accept", "")
        if page is not None and request.method in ("GET", "HEAD") and prefers_html(accept):
            return await page(request)
        try:
            query, fields = await _asked(request, engine.limits.characters)
            if query is None:
                return _described(engine, request)
            return await _answered(engine, request, query, fields)
        except _BadRequestError as error:
            return _refusal(request, error.status, str(error))
        except NotAcceptableError as error:
            return _refusal(request, 406, str(error))
        except QueryError as error:
            return _refusal(request, status_of(error), str(error), error)
        except StoreError:
            # Its sentence names folders of this computer.
            return _refusal(request, 503, "The store cannot be read just now; ask again later.")

    return [Route(each, ask, methods=["GET", "POST"]) for each in (path, f"{path}/")]


async def _asked(request: Request, most_characters: int) -> tuple[str | None, Fields]:
    """The query of a request, None for a GET without one, and the other fields."""
    fields = _fields(request.url.query)
    if request.method != "POST":
        query = _one(fields, "query")
        if query is None and (stray := {name for name, _ in fields} - _ASIDE):
            raise _BadRequestError(400, f"There is no query; there is {', '.join(sorted(stray))}.")
        return query, fields
    # A character has up to four bytes, and up to twelve in a form.
    body = await _body(request, 12 * most_characters + 4096)
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise RefusedError(
            "The query would change data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered."
        )
    if kind not in (_FORM, _QUERY):
        raise _BadRequestError(415, f"A query is posted as {_QUERY} or {_FORM}.")
    if "charset=" in parameters.lower() and "utf-8" not in parameters.lower():
        raise _BadRequestError(415, "A query is posted in UTF-8.")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise _BadRequestError(400, "The query is not in UTF-8.") from None
    if kind == _QUERY:
        return text, fields
    fields += _fields(text)
    query = _one(fields, "query")
    if query is None:
        raise _BadRequestError(400, "There is no query.")
    return query, fields


def _fields(text: str) -> Fields:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError:
        raise _BadRequestError(400, "The fields of the request are not in UTF-8, or too many.") from None


def _one(fields: Fields, name: str) -> str | None:
    if any(each == "update" for each, _ in fields):
        raise RefusedError(
            "The query would change data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered."
        )
    found = [value for each, value in fields if each == name]
    if len(found) > 1:
        raise _BadRequestError(400, f"There are {len(found)} fields “{name}”; one is answered at a time.")
    return found[0] if found else None


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    try:
        with fail_after(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise _BadRequestError(413, f"The request has more than {most} bytes.")
    except TimeoutError:
        raise _BadRequestError(408, f"The request was not whole after {BODY_SECONDS:g} seconds.") from None
    except ClientDisconnect:
        raise _BadRequestError(400, "The request ended before it was whole.") from None
    return bytes(body)


async def _answered(engine: Engine, request: Request, query: str, fields: Fields) -> Response:
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    dataset = DatasetClause(default=default, named=named) if default or named else None
    formats = chosen_formats(request.headers.get("accept", ""), _one(fields, "format"))
    partial = _one(fields, "partial") == "true"
    reply = await run_in_threadpool(engine.ask, query, formats, partial=partial, dataset=dataset)
    format = formats[reply.kind]
    headers = {
        "Schedgraph-Outcome": reply.outcome,
        "Schedgraph-Rows": str(reply.count),
        "Vary": "Accept",
        "Cache-Control": "no-cache",
    }
    if reply.stale:
        headers["Schedgraph-Stale"] = "true"
    return Response(reply.body, media_type=MEDIA_TYPES[reply.kind][format], headers=headers)


def _described(engine: Engine, request: Request) -> Response:
    media_type = chosen(request.headers.get("accept", ""), ("text/turtle", "application/n-triples"))
    address = str(request.url.replace(query=None, fragment=None))
    return Response(
        service_description(address, engine, media_type),
        media_type=media_type,
        headers={"Vary": "Accept", "Schedgraph-Outcome": "answered"},
    )


def status_of(error: QueryError) -> int:
    """Not allowed, in no such format, stopped by a limit, not run for want of room, wrong: five different things."""
    if isinstance(error, RefusedError):
        return 403
    if isinstance(error, FormatError):
        return 406
    if isinstance(error, LimitError):
        return 422
    return 503 if isinstance(error, BusyError) else 400


def _refusal(request: Request, status: int, sentence: str, error: QueryError | None = None) -> Response:
    headers = {"Schedgraph-Outcome": "refused", "Cache-Control": "no-store", "Vary": "Accept"}
    if status == 503:
        headers["Retry-After"] = "2"
    if "json" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{sentence}\n", status, headers)
    told: dict[str, str | int] = {"title": sentence, "status": status}
    if isinstance(error, SyntaxQueryError):
        told |= {"line": error.line, "column": error.column}
    return JSONResponse(told, status, headers, media_type="application/problem+json")
