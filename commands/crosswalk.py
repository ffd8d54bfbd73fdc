"""`crosswalk`: what replaced what, for a whole schedule or record group."""

from pathlib import Path
from typing import Any

import click

from schedgraph.commands.report import give
from schedgraph.door import PATH, Settings, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED


@verb("crosswalk")
@click.argument("which", metavar="RG|NUMBER...", nargs=-1, required=True)
@option("--direction", type=click.Choice(["old-to-new", "new-to-old"]), default="old-to-new")
@formats("table", "json", "csv")
@click.option("-o", "--output", type=PATH, help="A file for json or csv; it is replaced whole.")
def crosswalk(
    settings: Settings, which: tuple[str, ...], direction: Any, form: str, output: Path | None
) -> int:
    """Tell item by item what replaced a schedule or a record group, or what it replaced.

    \b
    Example:
      schedgraph crosswalk N1-567-09-6
      schedgraph crosswalk "RG 567" --direction new-to-old --format csv -o crosswalk.csv
    """
    from schedgraph.graph.crosswalk import crosswalk as crossed
    from schedgraph.graph.selection import selected
    from schedgraph.graph.wording.crosswalk import crosswalk_lines
    from schedgraph.graph.wording.terminal import paper, say

    if form == "table" and output is not None:
        raise click.UsageError("--output goes with --format json or csv")
    with settings.open() as store:
        table = crossed(store.ledger, selected(store, which), direction, store.document_names)
    if form == "table":
        say(crosswalk_lines(table, direction, paper()))
    else:
        give(table, form, output)
    return ANSWERED
