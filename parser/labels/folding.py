"""Letters that a scan confuses, made one, so that a damaged label and a sound one compare equal."""

import re
from bisect import bisect_left
from typing import NamedTuple

from schedgraph.parser.remembered import remembered

_CONFUSED = str.maketrans("1lj05$8", "iiiossb")
_CYRILLIC = str.maketrans("авекмнорстухіј", "abekmhopctyxij")
_PAIRS = {"rn": "m", "vv": "w"}
_SECOND = "\0"
"""Stands for the second letter of a pair, so that every sign keeps its place."""
_LETTERS = re.compile(f"[^ {_SECOND}]+")
# What str.isalnum calls so
_BEGINS_WORD = re.compile(r"(?<![^\W_])(?:[^\W_]|\$)")


class Folded(NamedTuple):
    """The letters and digits of a text, look-alikes made one, and where each begins in it.

    `words` are those among them that begin a word. `signs` is the text itself, folded with every sign at its place.
    """

    text: str
    starts: list[int]
    words: frozenset[int]
    signs: str

    def end(self, letter: int) -> int:
        """Where a letter ends in the text; two letters that look like one are one."""
        end = self.starts[letter] + 1
        return end + self.signs.startswith(_SECOND, end)


NOTHING = Folded("", [], frozenset(), "")


@remembered(most=8192)
def fold(text: str) -> str:
    """The letters and digits of `text` with look-alikes made one, so that damaged twins compare equal."""
    signs = text.translate(_SIGNS)
    for pair, letter in _PAIRS.items():
        signs = signs.replace(pair, letter)
    return signs.replace(" ", "")


@remembered(most=4096)
def folded_text(text: str) -> Folded:
    """The folded form of a text with its places, which is dearer than `fold`."""
    signs = text.translate(_SIGNS)
    for pair, letter in _PAIRS.items():
        signs = signs.replace(pair, letter + _SECOND)
    starts: list[int] = []
    for letters in _LETTERS.finditer(signs):
        starts += range(*letters.span())
    return Folded(
        text=signs.replace(" ", "").replace(_SECOND, ""),
        starts=starts,
        words=frozenset([bisect_left(starts, word.start()) for word in _BEGINS_WORD.finditer(text)]),
        signs=signs,
    )


def _letter(character: str) -> str:
    """What a character is folded to; nothing where it is no letter or digit."""
    if not character.isalnum() and character != "$":
        return ""
    return character.casefold()[:1].translate(_CYRILLIC).translate(_CONFUSED)


_ASCII = {character: _letter(character) for character in map(chr, range(128))}


class _Signs(dict[int, str]):
    """What characters are folded to, a blank what is no letter or digit: what it parts is no pair."""

    def __missing__(self, character: int) -> str:
        return _letter(chr(character)) or " "


_SIGNS = _Signs({ord(character): letter or " " for character, letter in _ASCII.items()})


def plain(text: str) -> str:
    """The letters and digits of `text` in lower case, none made another."""
    return "".join(filter(str.isalnum, text.casefold()))
