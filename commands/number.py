"""`number`: written numbers to canonical identifiers."""

import click

from schedgraph.commands.given import given
from schedgraph.door import Settings, formats, verb
from schedgraph.graph.wording.exits import ANSWERED, NOT_KNOWN
from schedgraph.graph.wording.plain import shortened
from schedgraph.graph.wording.terminal import say, say_json, tell


@verb("number")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@formats("text", "json")
def number(settings: Settings, texts: tuple[str, ...], form: str) -> int:
    """Read written numbers into canonical identifiers.

    A repaired number is not sure; its other readings are given. TEXT - reads lines from standard input.

    \b
    Example:
      schedgraph number "n1-567-09-06 item 1b(2)c" NI-567-09-6
    """
    from schedgraph.graph.wording.numbers import is_number, number_json, number_lines, read_given

    code = ANSWERED
    for written in given(texts):
        numbers = read_given(written)
        if form == "json":
            for each in numbers:
                say_json(number_json(each))
        else:
            say(number_lines(numbers))
        for each in numbers:
            if not is_number(each):
                code = NOT_KNOWN
                tell(f"“{shortened(written, 60)}” is no number of a disposition authority.")
    return code
