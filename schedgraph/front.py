"""What the command starts with: a plain question about a sound number is answered at once, the rest goes to `cli`.

Loading the command line takes three times as long as starting Python. So a question that needs no more than its
words is answered before it is loaded, and by the same words: tests/cli/test_front.py compares the two.
"""

import sys
from collections.abc import Callable, Sequence

from schedgraph.graph.wording.exits import ANSWERED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Runs the command line of this process and ends the process with its exit code."""
    answer = at_once(sys.argv[1:])
    if answer is not None:
        try:
            sys.stdout.write(answer)
            sys.stdout.flush()
        except BrokenPipeError:
            from schedgraph.door import PIPE_CLOSED
            from schedgraph.graph.wording.terminal import close_output

            close_output()
            sys.exit(PIPE_CLOSED)
        sys.exit(ANSWERED)
    from schedgraph.cli import main as command_line

    sys.exit(command_line())


def at_once(arguments: Sequence[str]) -> str | None:
    """The whole output of a command that succeeds and can be answered at once; None where `cli` has to run it."""
    words, form = _without_format(arguments)
    if len(words) < 2 or any(word.startswith("-") for word in words):
        return None
    answer = _ANSWERS.get(words[0])
    return None if answer is None else answer(words[1:], form)


def _without_format(arguments: Sequence[str]) -> tuple[list[str], str]:
    """The arguments without a `--format` of text or JSON, and which it is."""
    words = list(arguments)
    if "--format" not in words[:-1]:
        return words, "text"
    place = words.index("--format")
    form = words[place + 1]
    if form not in ("text", "json"):
        return words, form
    return [*words[:place], *words[place + 2 :]], form


def _numbers(texts: Sequence[str], form: str) -> str | None:
    from schedgraph.graph.wording.number_row import number_row
    from schedgraph.parser.authority.usual import read_usual

    lines = []
    for written in texts:
        read = read_usual(written)
        if read is None:
            return None
        lines.append(number_row(written, *read, form))
    return "".join(lines)


_ANSWERS: dict[str, Callable[[Sequence[str], str], str | None]] = {"number": _numbers}
