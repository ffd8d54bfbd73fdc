"""`publish`: the graph to another SPARQL 1.1 store."""

import os
import sys
from typing import Any

import click

from schedgraph.door import Settings, option, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import say, tell


@verb("publish")
@click.argument("url")
@option(
    "--by",
    type=click.Choice(["graph-store", "update"]),
    default="graph-store",
    help="The protocol: URL is that of the Graph Store Protocol, or that of SPARQL Update.",
)
@option("--batch", type=click.IntRange(100, 1_000_000), default=20_000, help="Triples in one request.")
@click.option("--user", help="Who asks; the password is taken from SCHEDGRAPH_PASSWORD.")
def publish(settings: Settings, url: str, by: str, batch: int, user: str | None) -> int:
    """Make another SPARQL 1.1 store hold what this one holds.

    Each document is a named graph there, and what follows is one more. Only graphs that changed are sent; a run that
    was stopped is made good by the next. Graphs of other names are left alone.

    \b
    Example:
      schedgraph publish http://localhost:3030/records/data
      schedgraph publish http://localhost:7878/update --by update
    """
    from schedgraph.graph.remote.http import remote
    from schedgraph.graph.remote.publishing import Published
    from schedgraph.graph.remote.publishing import publish as publish_to

    chosen: Any = by
    target = remote(url, user, os.environ.get("SCHEDGRAPH_PASSWORD", ""))
    shows = sys.stderr.isatty() and not settings.quiet

    def progress(done: Published) -> None:
        if shows and done.sent % 100 == 0:
            tell(f"{done.sent} graphs sent")

    with settings.open() as store:
        done = publish_to(store.ledger, store.base, target, chosen, batch, progress)
    if not settings.quiet:
        said = f"{done.sent} graphs sent ({done.triples} triples), {done.unchanged} unchanged, {done.removed} removed"
        say([said])
    return ANSWERED
