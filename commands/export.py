"""`export`: the graph in a file format."""

from pathlib import Path
from typing import Any

import click

from schedgraph.door import PATH, Settings, formats, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import replace_file, say_data


@verb("export")
@formats("turtle", "trig", "nquads", "jsonld", "graphml", "csv")
@click.option("-o", "--output", type=PATH, help="A file; it is replaced whole.")
def export(settings: Settings, form: Any, output: Path | None) -> int:
    """Write the graph in a file format.

    \b
    Example:
      schedgraph export --format trig -o graph.trig
    """
    from schedgraph.graph.export import export as exported

    with settings.open() as store:
        parts = exported(store.ledger, form, settings.base)
        if output is None or str(output) == "-":
            say_data(parts)
        else:
            replace_file(output, parts)
    return ANSWERED
