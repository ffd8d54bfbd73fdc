"""`lookup`: the current active authority of an item."""

from datetime import date

import click

from schedgraph.commands.given import given
from schedgraph.door import Settings, as_day, formats, verb
from schedgraph.graph.wording.failures import ANSWERED, NOT_KNOWN, explained
from schedgraph.graph.wording.terminal import paper, say, say_json, tell


@verb("lookup")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@click.option(
    "--as-of", "day", metavar="YYYY-MM-DD", callback=as_day, help="The day for which the answer holds."
)
@formats("text", "json")
def lookup(settings: Settings, numbers: tuple[str, ...], day: date | None, form: str) -> int:
    """Tell the current active authority of an item.

    The answer has the verdict, the chain and the evidence. NUMBER - reads lines from standard input.

    \b
    Example:
      schedgraph lookup "N1-567-09-6 item 1A" --as-of 2012-01-01
    """
    from schedgraph.graph.asking import asked
    from schedgraph.graph.wording.lookup import lookup_lines

    code, first = ANSWERED, True
    with settings.open() as store:
        for each in (each for number in given(numbers) for each in asked(store, number)):
            if isinstance(each, Exception):
                tell(explained(each)[1])
                code = NOT_KNOWN
                continue
            answer = store.answer(each, day)
            if form == "json":
                say_json(answer.to_json())
            else:
                say([*([] if first else ["", ""]), *lookup_lines(answer, each.reading, paper())])
            first = False
    return code
