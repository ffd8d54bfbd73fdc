"""Lines that each state a succession, one below the other: "DAA-0048-2017-0006-0002  supersedes  N1-49-02-20/3"."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.caseless import caseless
from schedgraph.parser.passage import Passage

_MAY_STATE = caseless(r"supersede|replace|rescind")
# What follows the number that such a line begins with
_VERB = re.compile(
    r"[\s:|–—-]{0,12}(?:(?:is|are|was|were|has been|have been|will be|to be)\s{1,3})?(?:(?:now|hereby)\s{1,3})?"
    r"(?:super[sc]edes?|super[sc]eded\s{1,3}by|replaces?|replaced\s{1,3}(?:by|with)|rescinds?)\b",
    re.IGNORECASE,
)
_STARTS = " \t*•·-–—"
# A line that ends so goes on below.
_GOES_ON = re.compile(
    r"(?:[,/&–-]|\b(?:by|with|of|and|or|to|in|items?|supersedes?|replaces?))\s*$", re.IGNORECASE
)
_FEWEST = 2


def is_stated_row(text: str) -> bool:
    """Whether a line begins with a number of which it says what it replaces, or what replaces it."""
    line = text.split("\n", 1)[0]
    if not _MAY_STATE.search(line):
        return False
    mentions = find_numbers(line)
    if len(mentions) < _FEWEST or line[: mentions[0].start].strip(_STARTS):
        return False
    return _VERB.match(line, mentions[0].end) is not None


def rows_apart(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The paragraphs, each of several such lines apart with what goes on below it."""
    for passage in passages:
        starts = list(_starts(passage.text)) if _MAY_STATE.search(passage.text) else []
        if len(starts) < _FEWEST:
            yield passage
            continue
        edges = [0, *(start for start in starts if start), len(passage.text)]
        for start, end in pairwise(edges):
            yield passage.slice(start, end)


def _starts(text: str) -> Iterator[int]:
    start, before = 0, ""
    for line in text.split("\n"):
        if not _GOES_ON.search(before) and is_stated_row(line):
            yield start
        start, before = start + len(line) + 1, line
