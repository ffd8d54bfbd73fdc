"""Words of NARA's action in which a scan lost, added or changed a letter: `wtthdrawn`, `disposition nct approved`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from schedgraph.parser.evidence import Reading
from schedgraph.parser.look_alikes import reading_of_words
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

_WORD = re.compile(r"[A-Za-z0-9]{6,}")
# The "with drawn" and "disap proved" of a scan that saw a space
_PARTED = re.compile(r"\b(?P<first>[A-Za-z]{2,10}) (?P<second>[A-Za-z]{2,10})\b")
# The "nct" of "disposition nct approved": without it the words would say the contrary
_BEFORE_APPROVED = re.compile(
    r"(?<![\w-])(?P<word>[A-Za-z]{2,4})(?=\s{1,2}(?:approved|granted)\b)", re.IGNORECASE
)
_NO_NOT = frozenset({"not", "now", "note"})
# Letters that a scan shows for others, as many as they are
_LOOK_ALIKES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"))


def reading_of_action(passage: Passage) -> Reading[str]:
    """What column 10 says, its look-alikes and its damaged words repaired and told."""
    reading = reading_of_words(passage)
    words = repaired_words(reading.value)
    if words == reading.value:
        return reading
    printed = reading.value
    return Reading(value=words, evidence=reading.evidence, repairs=(*reading.repairs, f"{printed}→{words}"))


@remembered(most=4096)
def repaired_words(text: str) -> str:
    """The text with every word that is one letter from one of the table as the table has it."""
    text = _PARTED.sub(_joined, text)
    text = _WORD.sub(lambda found: _repaired(found[0]), text)
    return _BEFORE_APPROVED.sub(lambda found: _negation(found["word"]), text)


def _repaired(printed: str) -> str:
    written = printed.casefold()
    for word, spared in _table().items():
        if written == word or written in spared:
            return printed
    seen = _seen(written)
    for word, shown in _shown().items():
        if seen == shown or OSA.distance(word, written, score_cutoff=1) <= 1:
            return _like(printed, word)
    return printed


def _joined(found: re.Match[str]) -> str:
    word = f"{found['first']}{found['second']}".casefold()
    spared = _table().get(word)
    return found[0] if spared is None or found[0].casefold() in spared else _like(found[0], word)


def _negation(printed: str) -> str:
    word = printed.casefold()
    return printed if word in _NO_NOT or OSA.distance("not", word) > 1 else _like(printed, "not")


def _like(printed: str, word: str) -> str:
    """A word of the table in capitals, or with one, as it is printed."""
    if printed.isupper():
        return word.upper()
    return word.capitalize() if printed[0].isupper() else word


def _seen(word: str) -> str:
    for shown, meant in _LOOK_ALIKES:
        word = word.replace(shown, meant)
    return word


@cache
def _shown() -> Mapping[str, str]:
    """What each word of the table looks like to a scan."""
    return {word: _seen(word) for word in _table()}


@cache
def _table() -> Mapping[str, frozenset[str]]:
    data = tomllib.loads(files("schedgraph.parser").joinpath("damagedwords.toml").read_text(encoding="utf-8"))
    return {row["word"]: frozenset(row["spared"]) for row in data["word"]}
