"""`lineage`: what an authority replaced and what replaced it."""

from typing import Any

import click

from schedgraph.door import Settings, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import say, say_data, say_json


@verb("lineage")
@click.argument("number")
@option("--direction", type=click.Choice(["back", "forward", "both"]), default="both")
@formats("tree", "json", "dot", "mermaid", "svg", "html")
def lineage(settings: Settings, number: str, direction: Any, form: str) -> int:
    """Tell what an authority replaced and what replaced it.

    \b
    Example:
      schedgraph lineage N1-567-09-6 --format svg > lineage.svg
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.pictures import PICTURES

    with settings.open() as store:
        traced = store.lineage(the_one(store, number).id, direction)
    if form == "json":
        say_json(traced.to_json())
    elif form == "tree":
        say(PICTURES[form](traced).splitlines())
    else:
        say_data([PICTURES[form](traced)])
    return ANSWERED
