"""`search`: items by the words of their text."""

import click

from schedgraph.door import Settings, formats, option, verb
from schedgraph.graph.wording.exits import ANSWERED, NOT_KNOWN
from schedgraph.graph.wording.plain import plain
from schedgraph.graph.wording.terminal import paper, say, say_json, tell


@verb("search")
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@option("--limit", type=click.IntRange(1, 10_000), default=20, help="At most so many.")
@formats("text", "json")
def search(settings: Settings, words: tuple[str, ...], limit: int, form: str) -> int:
    """Find items by the words of their text.

    All words of TEXT must occur in the title, the description or the disposition.

    \b
    Example:
      schedgraph search "case notes" --limit 5
    """
    text = " ".join(words)
    with settings.open() as store:
        found = store.ledger.search(text, limit)
    for identifier, passage in found:
        if form == "json":
            say_json({"id": identifier, "passage": passage})
        else:
            say([identifier, *paper().wrap(plain(passage), 4)])
    if not found:
        tell(f"no item of the store has all the words of “{text}”")
    return ANSWERED if found else NOT_KNOWN
