"""Whether a scan's text layer is poor, by another reading of the picture under it."""

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.reading.scan.known import bare
from schedgraph.parser.reading.scan.rereading import usual_words
from schedgraph.parser.reading.word import Word

_DENIED = 0.1
"""Good layers differ from Tesseract in 2 % of their words, poor ones in 14 to 53 %; readings of noisy pictures in 7 %."""
_BROKEN = 2
"""Words in pieces from which a layer is poor: two such have edges that lie on no blank of the picture."""
_LONG_ENOUGH, _LETTERS_TO_A_FAULT = 3, 4


def fault(words: Sequence[Word]) -> str | None:
    """What speaks against a layer, of whose `words` each tells what the other reading saw."""
    if (share := _denied_share(words)) > _DENIED:
        return f"differs from a reading of its picture in {share:.0%} of the words"
    if sum(_is_broken(*pair) for pair in pairwise(words)) >= _BROKEN:
        return "parts words that its picture shows whole"
    return None


def _denied_share(words: Sequence[Word]) -> float:
    """The share of the words of which another reading of the picture saw something else; ink through them explains it."""
    told = [word for word in words if len(word.text) >= _LONG_ENOUGH and not word.struck]
    return sum(bool(word.other) for word in told) / len(told) if told else 0.0


def _is_broken(one: Word, other: Word) -> bool:
    """Whether two words that nobody knows are one without a blank to the other reading, which may have misread a letter.

    A 1 in their midst is an i misread with a blank beside it: the edges of the layer's words are right all the same.
    """
    seen = one.other or ""
    pieces = [bare(word.text) for word in (one, other)]
    whole = "".join(pieces)
    return (
        seen == other.other
        and " " not in seen
        and all(piece.isalpha() and piece not in usual_words() for piece in pieces)
        and Levenshtein.distance(whole, bare(seen)) <= len(whole) // _LETTERS_TO_A_FAULT
    )
