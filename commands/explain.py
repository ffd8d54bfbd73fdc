"""`explain`: why an item has its verdict."""

from datetime import date

import click

from schedgraph.door import Settings, as_day, formats, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import paper, say, say_data, say_json


@verb("explain")
@click.argument("number")
@click.option(
    "--as-of", "day", metavar="YYYY-MM-DD", callback=as_day, help="The day for which the answer holds."
)
@formats("text", "json", "sparql")
def explain(settings: Settings, number: str, day: date | None, form: str) -> int:
    """Tell why an item has its verdict.

    The evidence is the least that carries the verdict: without any one piece it would be another, and the
    answer says which. Where several documents say the same, they are one piece. The query shows the same in
    the graph.

    \b
    Example:
      schedgraph explain "N1-567-09-6 item 1A"
      schedgraph explain "N1-567-09-6 item 1A" --format sparql | schedgraph sparql -
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.wording.explained import explained_lines

    with settings.open() as store:
        found = store.explain(the_one(store, number), day)
    if form == "json":
        say_json(found.to_json())
    elif form == "sparql":
        say_data(["\n".join(found.sparql)])
    else:
        say(explained_lines(found, paper()))
    return ANSWERED
