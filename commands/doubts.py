"""`doubts`: what is worth a look."""

import click

from schedgraph.door import Settings, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED
from schedgraph.graph.wording.terminal import paper, say, say_json


@verb("doubts")
@option("--limit", type=click.IntRange(1, 1_000_000), default=20, help="At most so many.")
@formats("text", "json")
def doubts(settings: Settings, limit: int, form: str) -> int:
    """List what is worth a look, best first.

    First comes what most answers hang on and what is least sure: repaired and ambiguous numbers, conflicts,
    warnings about documents. What a correction has settled is left out. JSON is one object a line.

    \b
    Example:
      schedgraph doubts --limit 5
    """
    from schedgraph.graph.doubts import doubts as found_doubts
    from schedgraph.graph.wording.doubts import doubt_json, doubt_lines

    with settings.open() as store:
        found, documents = found_doubts(store.ledger), store.document_names
    for number, each in enumerate(found[:limit], start=1):
        if form == "json":
            say_json(doubt_json(each, documents))
        else:
            say(doubt_lines(number, each, documents, paper()))
    if form == "text" and not settings.quiet:
        left = len(found) - limit
        say(
            [f"{left} more; raise --limit to see them."]
            if left > 0
            else []
            if found
            else ["Nothing is in doubt."]
        )
    return ANSWERED
