"""What a command line gives, where `-` stands for the lines of standard input."""

import sys
from collections.abc import Iterator, Sequence


def given(numbers: Sequence[str]) -> Iterator[str]:
    """The numbers of a command line; `-` stands for the lines of standard input, blank ones left out."""
    for number in numbers:
        if number != "-":
            yield number
            continue
        for line in sys.stdin.buffer:
            text = line.decode("utf-8", "replace").strip("\ufeff \t\r\n")
            if text:
                yield text
