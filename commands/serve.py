"""`serve`: the store as web pages and as a SPARQL endpoint."""

from contextlib import suppress

import click

from schedgraph.door import Settings, option, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import tell


@verb("serve")
@option("--host", default="127.0.0.1", help="The address to listen on.")
@option(
    "--port", type=click.IntRange(0, 65535), default=8000, help="The port to listen on; 0 takes a free one."
)
@option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name under which the server is asked for, such as that of a proxy before it; may be repeated.",
)
@option(
    "--without-evidence",
    is_flag=True,
    help="Answer SPARQL from a graph without quotes and places alone: for a store so large that the whole takes too long.",
)
def serve(settings: Settings, host: str, port: int, names: tuple[str, ...], without_evidence: bool) -> int:
    """Serve the store as web pages and as a SPARQL endpoint.

    Only this computer is answered unless --host says otherwise; then --name must give each name that the
    pages are asked for by, for others are refused. What is ingested meanwhile is seen at once. Ends with Ctrl-C.

    \b
    Example:
      schedgraph serve --port 8080
    """
    try:
        from schedgraph.graph.web.serving import AddressError, listen, serve_on
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"the web pages need {error.name}, which is not installed; "
            'install it with `pip install "schedgraph[web]"`'
        ) from None
    from schedgraph.graph.web.site import LOOPBACK, Site

    with settings.open():
        pass  # a store that cannot be used is told before anyone is asked to look
    allowed = LOOPBACK | {each.lower() for each in names}
    site = Site(
        folder=settings.folder,
        base=settings.base,
        hosts=frozenset(allowed),
        graph_ahead=True,
        evidence=not without_evidence,
    )
    try:
        with listen(host, port) as socket:
            if not settings.quiet:
                tell(f"serving {settings.folder} at {socket.address} - Ctrl-C ends it")
            # Ctrl-C is how it is meant to end.
            with suppress(KeyboardInterrupt):
                serve_on(socket, site)
    except AddressError as error:
        raise click.ClickException(str(error)) from None
    return ANSWERED
