"""Patterns in any case that skip what cannot match: `re` tries a pattern without case at every character."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass

from schedgraph.parser.remembered import remembered

# What a change of case would make another pattern: \W, \S, (?P<name>
_KEPT = re.compile(r"\\.|\(\?P", re.DOTALL)
_KEPT_ANSWERS = 4096


@dataclass(frozen=True, slots=True)
class Caseless:
    """A pattern in any case.

    A text of ASCII is searched in lower case first, for which `re` knows the letters that a match can begin
    with; what is found is what the pattern itself finds there. `stands_in` tells of a line whether there is a match;
    its answers are kept.
    """

    pattern: re.Pattern[str]
    lower: re.Pattern[str]
    stands_in: Callable[[str], bool]

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match between `start` and `end`, as `re.Pattern.search` finds it."""
        if not text.isascii():
            return self.pattern.search(text, start, end)
        found = self.lower.search(text.lower(), start, end)
        return None if found is None else self.pattern.match(text, found.start(), end)


def caseless(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> Caseless:
    """The pattern in any case. Raises re.error where it is none."""
    lower: list[str] = []
    position = 0
    for kept in _KEPT.finditer(pattern):
        lower.extend((pattern[position : kept.start()].lower(), kept[0]))
        position = kept.end()
    lower.append(pattern[position:].lower())
    compiled, small = re.compile(pattern, flags | re.IGNORECASE), re.compile("".join(lower), flags)

    @remembered(most=_KEPT_ANSWERS)
    def stands_in(text: str) -> bool:
        found = small.search(text.lower()) if text.isascii() else compiled.search(text)
        return found is not None

    return Caseless(compiled, small, stands_in)
