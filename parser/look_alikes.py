"""Words in which a scan put a look-alike: `lNACTlVE`, `D1spos1t1on`, `AUTH0RITY`. Every offset stays."""

import re
import unicodedata

from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

_WORD = re.compile(r"[A-Za-z0-9]{2,}")
# All that is ever replaced
_LOOK_ALIKE = re.compile(r"[015l]")
# Where a text holds none of these, nothing in it is: a digit between letters, an l beside a capital or a digit, an l
# that begins no English word
_MAY_BE_ANOTHER = re.compile(
    r"(?<=[A-Za-z])[015]{1,2}[A-Za-z]|[A-Z015]l|l[A-Z015]|(?<![A-Za-z0-9])l[bcdfghjkmnpqrstvwxz]"
)
# The l of "lNACTlVE" and "ALl" among capitals
_CAPITALS = re.compile(r"(?=(?:[a-z0-9]*[A-Z]){2})[A-Zl015]+")
# The É of "SUPERSÉDED", where a line runs over a letter
_ACCENTED = re.compile(r"[A-ZÀ-ÖØ-Þ]*[À-ÖØ-Þ][A-ZÀ-ÖØ-Þ]*")
_FEWEST_CAPITALS = 4
_INSIDE = re.compile(r"(?<=[A-Za-z])[015]{1,2}(?=[A-Za-z])")
_DIGIT_IN_CAPITALS = {"1": "I", "0": "O", "5": "S"}
_DIGIT_IN_LETTERS = {"1": "i", "0": "o", "5": "s"}
# The first letter of "lnvestigation": no English word begins with l and one of these
_NEVER_AFTER_L = frozenset("bcdfghjkmnpqrstvwxz")


@remembered(most=4096)
def as_words(text: str) -> str:
    """The text as its words must have been printed, character for character.

    A digit counts as a letter only between letters; codes such as `N1` and `B2` keep theirs. An accent counts as
    dirt only in a word of capitals.
    """
    if not text.isascii():
        text = _ACCENTED.sub(lambda match: _without_accents(match[0]), text)
    if not _MAY_BE_ANOTHER.search(text):
        return text
    return _WORD.sub(lambda match: _word(match[0]), text)


def opens_capital(text: str) -> bool:
    """Whether a text begins with a capital, one that a scan shows as a small l included."""
    return text[:1].isupper() or (text[:1] == "l" and text[1:2] in _NEVER_AFTER_L)


def reading_of_words(passage: Passage) -> Reading[str]:
    """What a stamp or an action says, white space collapsed, its look-alikes repaired and told."""
    printed = " ".join(passage.text.split())
    words = as_words(printed)
    repairs = dict.fromkeys(f"{a}→{b}" for a, b in zip(printed, words, strict=True) if a != b)
    return Reading(value=words, evidence=passage.evidence(), repairs=tuple(repairs))


def _without_accents(word: str) -> str:
    """A word of capitals as its letters must have been printed: no form of these has accents."""
    if len(word) < _FEWEST_CAPITALS:
        return word
    return "".join(unicodedata.normalize("NFD", each)[0] for each in word)


def _word(word: str) -> str:
    if not _LOOK_ALIKE.search(word):
        return word
    table = _DIGIT_IN_CAPITALS if _CAPITALS.fullmatch(word) else _DIGIT_IN_LETTERS
    word = _INSIDE.sub(lambda run: "".join(table.get(each, each) for each in run[0]), word)
    if table is _DIGIT_IN_CAPITALS:
        word = word.replace("l", "I")
    return f"I{word[1:]}" if word[0] == "l" and word[1] in _NEVER_AFTER_L else word
