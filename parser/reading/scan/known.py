"""Words that a reading spoiled, as the known words that they must be: of dispositions, and of the page itself."""

import re
from collections.abc import Collection
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.reading.scan.vote import DIFFERING_LIMIT, WITHOUT_BAR, Voted

_BAR_HIDDEN = ("o", "e")
_TAKEN_FOR = {
    "c": "eo",
    "e": "co",
    "o": "ea",
    "l": "ti",
    "f": "t",
    "b": "h",
    "1": "li",
    "5": "s",
    "0": "o",
    "i": "l",
    "t": "l",
}
"""What an OCR program reads, and the letters that it reads so."""
_STROKE_BEFORE = re.compile(r"[-~—](?=[A-Za-z]{3})")
_LONG_ENOUGH, _LETTERS_TO_A_FAULT = 4, 6
"""The fewest letters of a word that tell it from others, and those among which a layer has one wrong."""


def as_known(voted: Voted, known: Collection[str]) -> Voted:
    """The word as the second reading has it, if that is a known word and the first reading is none but like it.

    Text layers have such words: year5 or ycars, where the picture shows years. The word stays unsure, and what it
    was read as first becomes its other reading.
    """
    text, other = voted.word.text, voted.other or ""
    own, seen = bare(text), bare(other)
    if own in known or voted.other is None or len(own) < _LONG_ENOUGH:
        return voted
    faults = max(1, len(own) // _LETTERS_TO_A_FAULT)
    if seen in known:
        if len(seen) < _LONG_ENOUGH or Levenshtein.distance(own, seen) > faults:
            return voted
        return replace(voted, word=replace(voted.word, text=other), other=text)
    # What the other reading saw says no more than that the word is not as it was read.
    meant = [word for word in known if _is_misread(own, word, faults)]
    if len(meant) != 1:
        return voted
    start = text.lower().index(own)
    whole = text[:start] + _in_case(text[start : start + len(own)], meant[0]) + text[start + len(own) :]
    return replace(voted, word=replace(voted.word, text=whole), other=text)


def _is_misread(own: str, word: str, faults: int) -> bool:
    """Whether an OCR program makes `own` of `word`, with so many letters wrong."""
    wrong = [pair for pair in zip(own, word, strict=False) if pair[0] != pair[1]]
    return (
        len(own) == len(word)
        and 0 < len(wrong) <= faults
        and all(b in _TAKEN_FOR.get(a, "") for a, b in wrong)
    )


def _in_case(read: str, meant: str) -> str:
    """The letters of `meant`, capitals where `read` has them."""
    return "".join(
        a if a.lower() == b else b.upper() if a.isupper() else b for a, b in zip(read, meant, strict=True)
    )


def unbarred(voted: Voted, known: Collection[str]) -> Voted:
    """A struck word as the second reading has it, or as it must have been, if the stroke explains the difference.

    `known` are words of the page in small letters, as `bare` gives them. A word that is known as it was read first
    stays: an erased stroke makes a c of an e. A hyphen before the first letter is where the stroke begins.
    """
    if _STROKE_BEFORE.match(voted.word.text):
        voted = replace(voted, word=replace(voted.word, text=voted.word.text[1:]))
    text, other = voted.word.text, voted.other or ""
    if bare(text) in known:
        return voted
    if bare(other) in known and _explains(text, other):
        return replace(voted, word=replace(voted.word, text=other), other=text)
    # Both may have read the stroke into the word: it is then the one known word that the stroke explains.
    own = bare(text)
    meant = [word for word in known if own and _explains(own, word)]
    if len(meant) != 1:
        return voted
    start = text.lower().index(own)
    whole = text[:start] + _in_case(text[start : start + len(own)], meant[0]) + text[start + len(own) :]
    return Voted(word=replace(voted.word, text=whole), confidence=DIFFERING_LIMIT, other=text)


def _explains(text: str, other: str) -> bool:
    """Whether a stroke makes `text` of `other`, letter by letter: as a bar, or lying on the bar of a letter and hiding it."""
    return len(text) == len(other) and all(
        a == b or b in WITHOUT_BAR.get(a, "") or (a, b) == _BAR_HIDDEN
        for a, b in zip(text, other, strict=True)
    )


def bare(text: str) -> str:
    """A word without the marks about it, in small letters."""
    return text.strip(".,;:()'\"").lower()
