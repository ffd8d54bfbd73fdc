"""The server as a Starlette application: which address is answered by which kind of page."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import SHARED
from schedgraph.graph.engine.source import LedgerSource
from schedgraph.graph.web import links
from schedgraph.graph.web.ahead import write_ahead
from schedgraph.graph.web.errand import Errands
from schedgraph.graph.web.guard import Guard
from schedgraph.graph.web.pages.agency import agencies, agency
from schedgraph.graph.web.pages.audit import audit
from schedgraph.graph.web.pages.authority import authority
from schedgraph.graph.web.pages.changes import changes
from schedgraph.graph.web.pages.document import document
from schedgraph.graph.web.pages.evidence import crop
from schedgraph.graph.web.pages.examples import examples
from schedgraph.graph.web.pages.query import query_page
from schedgraph.graph.web.pages.schedule import schedule
from schedgraph.graph.web.pages.search import search
from schedgraph.graph.web.problems import Problem
from schedgraph.graph.web.respond import Maker, complaint, endpoint
from schedgraph.graph.web.site import Site
from schedgraph.graph.web.sparql_endpoint import endpoint as sparql_endpoint
from schedgraph.graph.web.template import stylesheet, stylesheet_path

_LOG = logging.getLogger("schedgraph.web")

_PAGES: tuple[tuple[str, Maker], ...] = (
    ("/", search),
    ("/authority/{value:path}", authority),
    ("/schedule/{value:path}", schedule),
    ("/document/{value:path}", document),
    ("/evidence/{value:path}", crop),
    ("/agency/{value:path}", agency),
)
_LISTS: tuple[tuple[str, Maker, tuple[str, ...]], ...] = (
    ("/search", search, ("html", "json", "csv")),
    ("/agency", agencies, ("json", "csv")),
    ("/audit", audit, ("json", "csv")),
    ("/changes", changes, ("json", "csv", "atom")),
    ("/examples", examples, ("json",)),
)


def application(site: Site) -> Starlette:
    """The server of one store. Its engine for SPARQL ends when the server does."""
    engine = Engine(
        LedgerSource(store=site.folder, base=site.base, evidence=site.evidence),
        base=site.base,
        limits=site.limits,
        seats=SHARED,
        behind=True,
        tell=_LOG.warning,
    )

    errands = Errands()

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        if site.graph_ahead:
            write_ahead(engine)
        yield
        engine.close()
        errands.close()

    ask = endpoint(site, engine, errands, query_page)

    async def query(request: Request) -> Response:
        return await run_in_threadpool(ask, request)

    # Programs ask the endpoint more often than people ask for all the pages, so it is found first.
    routes: list[BaseRoute] = [*sparql_endpoint(engine, query)]
    routes += [Route(path, endpoint(site, engine, errands, make)) for path, make in _PAGES]
    for path, make, endings in _LISTS:
        routes += [
            Route(each, endpoint(site, engine, errands, make))
            for each in (path, *(f"{path}.{end}" for end in endings))
        ]
    routes += [
        Route("/record-group/{value:path}", _record_group),
        Route(stylesheet_path(), _stylesheet),
        Route("/favicon.ico", _no_picture),
    ]
    made = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=site.hosts, body_bytes=site.body_bytes)],
        lifespan=running,
        exception_handlers={HTTPException: _refused},
    )
    made.state.engine = engine
    return made


def _record_group(request: Request) -> Response:
    """The IRI of a record group leads to its page."""
    return RedirectResponse(links.agency(request.path_params["value"]), 303)


def _stylesheet(_: Request) -> Response:
    kept = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(stylesheet(), headers=kept, media_type="text/css; charset=utf-8")


def _no_picture(_: Request) -> Response:
    return Response(status_code=204)


_SENTENCES = {
    404: "There is no such page on this server.",
    405: "This address is only read, with GET.",
    413: "The body is larger than is taken here.",
}


def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    sentence = _SENTENCES.get(status, "The request cannot be answered.")
    return complaint(Problem(status=status, sentence=sentence), request.headers.get("accept", ""))
