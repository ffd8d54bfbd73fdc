"""The running small print of the form, which stands beside the boxes and is never the value of one."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise

from rapidfuzz import fuzz, process

from schedgraph.parser.caseless import caseless
from schedgraph.parser.labels import fold
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

_SHORTEST = 8
_SHORTEST_DAMAGED = 16
_NEAR = 92
_UNLIKE = 50
_NEAR_WORD = 75
# Comparing damaged print is dear: a line without any scrap of it holds none.
_SCRAP = caseless(
    r"request|amend|approv|withdr|column|accord|provis|marked|stamped|hereby|certif|disposa|disposi|except|u\.s\.c",
)
_WORD = re.compile(r"\S+")
# "… after the retention periods specified. DATE 4-19-82 TITLE Records Officer": a cell with print and signature
_SIGNED = re.compile(r"\bDATE\W{1,3}(?:[0-9]{1,2}[-/. ]|[A-Z][A-Za-z]{2,8}\.?[ ][0-9])")


def is_small_print(text: str) -> bool:
    """Whether a text is a piece of the small print, which a narrow column breaks anywhere, damaged or not."""
    return (_likeness(text) or 0) >= _NEAR


def before_small_print(passage: Passage) -> Passage:
    """A line of the head without the small print that runs on behind a value: both stood in one row of boxes."""
    start = _start_of_small_print(passage.text)
    if start is None or _SIGNED.search(passage.text, start):
        return passage
    return passage.part(0, start)


@remembered(most=1024, longest=1000)
def _start_of_small_print(text: str) -> int | None:
    """Where the small print behind a value begins; None where there is none, or nothing else."""
    if not _SCRAP.search(text) or is_small_print(text):
        return None
    likeness = 100.0
    words = list(_WORD.finditer(text))
    left = compared = len(fold(text))
    for before, word in pairwise(words):
        left -= len(fold(before[0]))
        tail = text[word.start() :]
        # One word alone may be a label's or a name's own: "DATE APPROVED".
        if word is words[-1] or _is_far(likeness, compared, left):
            continue
        found = _likeness(tail)
        if found is None:
            continue
        if found >= _NEAR and _is_of_print(word[0]):
            return word.start()
        likeness, compared = found, left
    return None


def _likeness(text: str) -> float | None:
    """How like a text is to the piece of the small print that is most like it, of 100, but for what is not half so.

    None where it is too short to tell, or has no scrap of it.
    """
    folded = fold(text)
    if len(folded) >= _SHORTEST and folded in _small_print():
        return 100
    if len(folded) < _SHORTEST_DAMAGED or not _SCRAP.search(text):
        return None
    return max(_UNLIKE, fuzz.partial_ratio(folded, _small_print(), score_cutoff=_UNLIKE))


def _is_far(likeness: float, compared: int, left: int) -> bool:
    """Whether what is left of so many letters is surely not near, when all of them together are no more like than that.

    A letter that is taken away takes at most itself and its counterpart from what parts the two; and what is near
    has at least 85 letters for every 100.
    """
    gain = likeness * 2 * (compared - left) / max(1, 1.85 * left)
    return likeness + gain < _NEAR


def _is_of_print(word: str) -> bool:
    """Whether a word is one of the small print's, or a damaged figure in it: no last word of a name."""
    folded = fold(word)
    if not folded or word[0].isdigit():
        return True
    return process.extractOne(folded, _words(), scorer=fuzz.ratio, score_cutoff=_NEAR_WORD) is not None


@cache
def _texts() -> tuple[str, ...]:
    path = files("schedgraph.parser.forms.sf115").joinpath("smallprint.toml")
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["texts"])


@cache
def _small_print() -> str:
    return " ".join(fold(text) for text in _texts())


@cache
def _words() -> tuple[str, ...]:
    return tuple(sorted({fold(word) for text in _texts() for word in text.split()}))
