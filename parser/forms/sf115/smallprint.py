"""The running small print of the form, which stands beside the boxes and is never the value of one."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from schedgraph.parser.caseless import caseless
from schedgraph.parser.labels import fold
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

_SHORTEST = 8
_SHORTEST_DAMAGED = 16
_NEAR = 92
_NEAR_WORD = 75
# Comparing damaged print is dear: a line without any scrap of it holds none.
_SCRAP = caseless(
    r"request|amend|approv|withdr|column|accord|provis|marked|stamped|hereby|certif|disposa|disposi|except|u\.s\.c",
)
_WORD = re.compile(r"\S+")


def is_small_print(text: str) -> bool:
    """Whether a text is a piece of the small print, which a narrow column breaks anywhere, damaged or not."""
    folded = fold(text)
    if len(folded) >= _SHORTEST and folded in _small_print():
        return True
    return len(folded) >= _SHORTEST_DAMAGED and _SCRAP.search(text) is not None and _is_near(folded)


def before_small_print(passage: Passage) -> Passage:
    """A line of the head without the small print that runs on behind a value: both stood in one row of boxes."""
    start = _start_of_small_print(passage.text)
    return passage if start is None else passage.slice(0, start).strip()


@remembered(most=1024, longest=1000)
def _start_of_small_print(text: str) -> int | None:
    """Where the small print behind a value begins; None where there is none, or nothing else."""
    if not _SCRAP.search(text) or is_small_print(text):
        return None
    for word in list(_WORD.finditer(text))[1:]:
        tail = text[word.start() :]
        # One word alone may be a label's or a name's own: "DATE APPROVED".
        if len(tail.split()) > 1 and is_small_print(tail) and _is_of_print(word[0]):
            return word.start()
    return None


def _is_near(folded: str) -> bool:
    return fuzz.partial_ratio(folded, _small_print(), score_cutoff=_NEAR) > 0


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
