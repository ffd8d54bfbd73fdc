"""The installed command: what is asked most is answered at once, everything else is handed to the command line.

`schedgraph lookup NUMBER` of a canonical number, whose answer is kept, needs neither the command line's frame nor the
grammar of numbers, and is told before either could be imported. It is the same answer in the same words; and so is
`schedgraph number TEXT` of numbers that are sound.
"""

import os
import sys
from collections.abc import Sequence

FORMATS = ("text", "json")


def run() -> None:
    """Answers the command line of this process and ends it with the exit code of the contract."""
    arguments = sys.argv[1:]
    if not (_answered_at_once(arguments) or _told_numbers(arguments)):
        from schedgraph.cli import main

        main()


def _answered_at_once(arguments: Sequence[str]) -> bool:
    """Whether it was a plain lookup with a kept answer, which is told then."""
    asked = plain_lookup(arguments)
    if asked is None:
        return False
    number, folder, form = asked
    from schedgraph.graph.conclusions.quick import quick_answer

    found = quick_answer(folder, number)
    if found is None:
        return False
    from schedgraph.graph.wording.terminal import PIPE_CLOSED, close_output, paper, say, say_json

    reading, answer = found
    try:
        if form == "json":
            from schedgraph.graph.answer_json import answer_json

            say_json(answer_json(answer))
        else:
            from schedgraph.graph.wording.lookup import lookup_lines

            say(lookup_lines(answer, reading, paper()))
    except BrokenPipeError:
        close_output()
        sys.exit(PIPE_CLOSED)
    return True


def _told_numbers(arguments: Sequence[str]) -> bool:
    """Whether it was the reading of numbers that are sound, which is told then."""
    lines = sound_numbers(arguments)
    if lines is None:
        return False
    try:
        sys.stdout.write(lines)
        sys.stdout.flush()
    except BrokenPipeError:
        from schedgraph.graph.wording.terminal import PIPE_CLOSED, close_output

        close_output()
        sys.exit(PIPE_CLOSED)
    return True


def sound_numbers(arguments: Sequence[str]) -> str | None:
    """What `number` prints, where it reads only numbers that are sound; None for every other command line."""
    words, form = list(arguments), FORMATS[0]
    if "--format" in words[:-1]:
        place = words.index("--format")
        form = words[place + 1]
        del words[place : place + 2]
    plain = len(words) > 1 and words[0] == "number" and form in FORMATS
    if not plain or any(word.startswith("-") for word in words):
        return None
    from schedgraph.graph.wording.number_row import number_row
    from schedgraph.parser.authority.usual import read_usual

    lines = []
    for written in words[1:]:
        read = read_usual(written)
        if read is None:
            return None
        lines.append(number_row(written, *read, form))
    return "".join(lines)


def plain_lookup(arguments: Sequence[str]) -> tuple[str, str, str] | None:
    """Number, folder and format of a lookup without any other option; None for every other command line.

    >>> plain_lookup(["--store", "here", "lookup", "N1-567-09-006/1"])
    ('N1-567-09-006/1', 'here', 'text')
    >>> plain_lookup(["lookup", "N1-567-09-006/1", "--as-of", "2012-01-01", "--store", "here"])
    """
    words: list[str] = []
    given = {"--store": os.environ.get("SCHEDGRAPH_STORE", ""), "--format": FORMATS[0]}
    waiting = iter(arguments)
    for word in waiting:
        name, joined, value = word.partition("=")
        if name in given and (words or name == "--store"):
            given[name] = value if joined else next(waiting, "")
        elif word.startswith("-"):
            return None
        else:
            words.append(word)
    if len(words) != 2 or words[0] != "lookup" or not given["--store"] or given["--format"] not in FORMATS:
        return None
    return words[1], given["--store"], given["--format"]


if __name__ == "__main__":
    run()
