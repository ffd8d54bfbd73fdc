"""`show`: one schedule or item as read."""

import click

from schedgraph.door import Settings, formats, verb
from schedgraph.graph.wording.failures import ANSWERED
from schedgraph.graph.wording.terminal import paper, say, say_json


@verb("show")
@click.argument("number")
@formats("text", "json", contacts=True)
def show(settings: Settings, number: str, form: str, contacts: bool) -> int:
    """Show one schedule or item as read.

    Struck parts are marked; printed status, signatures and evidence are given.

    \b
    Example:
      schedgraph show N1-567-09-6/1B
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.wording.shown import show as shown
    from schedgraph.graph.wording.shown import show_lines

    with settings.open() as store:
        found = shown(store, the_one(store, number), contacts=contacts)
    if form == "json":
        say_json(found.to_json())
    else:
        say(show_lines(found, paper()))
    return ANSWERED
