"""`lineage`: what an authority replaced and what replaced it."""

from typing import TYPE_CHECKING, Any

import click

from schedgraph.door import Settings, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import say, say_data, say_json

if TYPE_CHECKING:
    from schedgraph.graph.answers import Lookup
    from schedgraph.graph.lineage import Lineage


@verb("lineage")
@click.argument("number")
@option("--direction", type=click.Choice(["back", "forward", "both"]), default="both")
@option(
    "--layout",
    type=click.Choice(["auto", "dot", "built-in"]),
    default="auto",
    help="Who lays the SVG out: auto takes Graphviz where its `dot` is installed.",
)
@formats("tree", "json", "dot", "mermaid", "svg", "html")
def lineage(settings: Settings, number: str, direction: Any, layout: str, form: str) -> int:
    """Tell what an authority replaced and what replaced it.

    --format html gives one file with the verdict, the picture and the evidence, which opens without a network.

    \b
    Example:
      schedgraph lineage N1-567-09-6 --format svg > lineage.svg
    """
    from schedgraph.graph.asking import the_one
    from schedgraph.graph.pictures import PICTURES

    with settings.open() as store:
        asked = the_one(store, number)
        traced = store.lineage(asked.id, direction)
        answer = store.answer(asked) if form == "html" else None
    if form in ("svg", "html"):
        say_data([_drawn(traced, answer, layout)])
    elif form == "json":
        say_json(traced.to_json())
    elif form == "tree":
        say(PICTURES[form](traced).splitlines())
    else:
        say_data([PICTURES[form](traced)])
    return ANSWERED


def _drawn(traced: "Lineage", answer: "Lookup | None", layout: str) -> str:
    from schedgraph.graph.pictures import report, svg
    from schedgraph.graph.pictures.graphviz import GraphvizError, best, by_dot
    from schedgraph.graph.pictures.layered import layered

    lay = {"auto": best, "dot": by_dot, "built-in": layered}[layout]
    try:
        return report(traced, answer, lay) if answer else svg(traced, layout=lay)
    except GraphvizError as error:
        raise click.ClickException(f"{error}; use --layout built-in") from None
