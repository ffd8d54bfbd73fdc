"""From a page of the site to an answer of HTTP: the format, the headers, and what is said when something is wrong."""

import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.web.errand import Errands
from schedgraph.graph.web.problems import Problem, RequestError, problem
from schedgraph.graph.web.representations import MEDIA_TYPES, NAMES, Representation, preferred, split
from schedgraph.graph.web.resource import Resource, Visit
from schedgraph.graph.web.site import Site
from schedgraph.graph.web.template import rendered

Maker = Callable[[Visit], Resource]

_LOG = logging.getLogger("schedgraph.web")


def endpoint(site: Site, engine: Engine, errands: Errands, make: Maker) -> Callable[[Request], Response]:
    """The function that answers requests for what `make` makes; it runs in a thread of its own."""

    def answer(request: Request) -> Response:
        accept = request.headers.get("accept", "")
        ending = split(request.url.path)[1]
        try:
            with site.open() as store, store.ledger.snapshot():
                visit = Visit(
                    site=site,
                    store=store,
                    value=request.path_params.get("value", ""),
                    given=dict(request.query_params),
                    engine=engine,
                    errands=errands,
                )
                fixed = None if "value" in request.path_params else ending
                return _written(make(visit), fixed, accept, site)
        except Exception as error:  # noqa: BLE001 (the one place for all of them)
            found = problem(error)
            if found.ours:
                _LOG.error("%s: %s", request.url.path, error, exc_info=error)
            return complaint(found, accept, ending)

    return answer


def _written(resource: Resource, fixed: Representation | None, accept: str, site: Site) -> Response:
    if resource.moved:
        return RedirectResponse(f"{resource.path}{resource.query}", 303)
    offers = tuple(resource.writers)
    asked = resource.wanted or fixed
    chosen = asked or preferred(accept, offers)
    if chosen is None or chosen not in resource.writers:
        named = ", ".join(NAMES.get(each, "HTML") for each in offers if each != "report")
        status = 404 if asked else 406
        raise RequestError(status, f"This page can be had as {named}.")
    headers = {
        "vary": "Accept",
        "link": f'<{site.base}{resource.path}>; rel="canonical"',
        **resource.headers,
    }
    if chosen in ("csv", "report"):
        headers["content-disposition"] = f'attachment; filename="{_file_name(resource.path, chosen)}"'
    return Response(resource.writers[chosen](), resource.status, headers, media_type=MEDIA_TYPES[chosen])


def _file_name(path: str, chosen: Representation) -> str:
    stem = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in path.strip("/"))
    return f"{stem or 'schedgraph'}.{'html' if chosen == 'report' else chosen}"


def complaint(found: Problem, accept: str, ending: Representation | None = None) -> Response:
    """What is wrong, in the format that was asked for where that can say it, and else as a page."""
    headers = {"vary": "Accept"}
    if found.status == 503:
        headers["retry-after"] = "5"
    wanted = ending or preferred(accept, ("html", "json"))
    if wanted in ("json", "jsonld"):
        body = {"error": found.sentence, "near": list(found.near)}
        return JSONResponse(body, found.status, headers)
    if wanted in ("html", "report"):
        page = rendered("problem", problem=found)
        return Response(page, found.status, headers, MEDIA_TYPES["html"])
    return Response(f"{found.sentence}\n", found.status, headers, "text/plain; charset=utf-8")
