"""`lookup`: the current active authority of an item."""

from typing import Any

import click

from schedgraph.commands.given import given
from schedgraph.door import Settings, about_days, formats, verb
from schedgraph.graph.wording.exits import ANSWERED, NOT_KNOWN
from schedgraph.graph.wording.terminal import paper, say, say_json, tell


@verb("lookup")
@click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True)
@about_days
@formats("text", "json")
def lookup(settings: Settings, numbers: tuple[str, ...], form: str, **question: Any) -> int:
    """Tell the current active authority of an item.

    The answer has the verdict, the chain and the evidence. NUMBER - reads lines from standard input.

    \b
    Example:
      schedgraph lookup "N1-567-09-6 item 1A" --as-of 2012-01-01
    """
    from schedgraph.graph.asking import answers
    from schedgraph.graph.wording.lookup import lookup_lines

    code, first = ANSWERED, True
    with settings.open() as store:
        for each in (each for number in given(numbers) for each in answers(store, number, **question)):
            if isinstance(each, Exception):
                from schedgraph.graph.wording.failures import explained

                tell(explained(each)[1])
                code = NOT_KNOWN
                continue
            asked, answer = each
            if form == "json":
                say_json(answer.to_json())
            else:
                say([*([] if first else ["", ""]), *lookup_lines(answer, asked.reading, paper())])
            first = False
    return code
