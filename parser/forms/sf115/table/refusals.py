"""NARA's refusal of an item, of which a line holds only "disposal not" and a later one "approved".

Apart, the second line says the opposite of what was written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.forms.sf115.table.entries import EMPTY, Entry
from schedgraph.parser.passage import Passage

_REFUSES = re.compile(r"(?:dispos(?:al|ition)\s)?not", re.IGNORECASE)
# Lines like "Destroy when 2 years old. disposal not"    "Destroy when 2    disposition not"
_REFUSES_AT_END = re.compile(r"(?<=\s)(?P<cell>dispos(?:al|ition)\snot)$", re.IGNORECASE)
_APART = re.compile(r"[.;:)]\s$|\s\s$")
_STOP = re.compile(r"[.;:)]$")
_GRANTS = re.compile(r"approved[.]?", re.IGNORECASE)
_FARTHEST = 2
"""Lines; the description may go on between the two."""


def with_whole_refusals(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each such refusal whole in column 10 of the line where it begins."""
    result = list(entries)
    for index, entry in enumerate(result):
        begun = _begun(entry)
        if begun is None:
            continue
        bare, words, apart = begun
        for place in range(index + 1, min(len(result), index + 1 + _FARTHEST)):
            below = result[place]
            if below.number or below.gap:
                break
            ended = _ended(below, alone=apart or _STOP.search(result[place - 1].text) is not None)
            if ended is not None:
                rest, last = ended
                result[index] = replace(bare, action=Passage.join([words, last], " "))
                result[place] = rest
                break
    return result


def _begun(entry: Entry) -> tuple[Entry, Passage, bool] | None:
    """A line without the words that begin a refusal, these words, and whether they stand apart from the description."""
    if entry.action and _REFUSES.fullmatch(entry.action.text):
        return replace(entry, action=None), entry.action, True
    if entry.action:
        return None
    if entry.citation and _REFUSES.fullmatch(entry.citation.text):
        return replace(entry, citation=None), entry.citation, True
    found = _REFUSES_AT_END.search(entry.passage.text)
    if found is None:
        return None
    start = found.start("cell")
    bare = replace(entry, passage=entry.passage.part(0, start))
    return bare, entry.passage.slice(start), _APART.search(entry.passage.text[:start]) is not None


def _ended(entry: Entry, *, alone: bool) -> tuple[Entry, Passage] | None:
    """A line without the word that ends a refusal, and this word.

    `alone` tells that it may stand among the words of the description: "requests for disposition not" over
    "approved." goes on.
    """
    if entry.action and _GRANTS.fullmatch(entry.action.text):
        return replace(entry, action=None), entry.action
    if entry.citation and _GRANTS.fullmatch(entry.citation.text):
        return replace(entry, citation=None), entry.citation
    if alone and entry.passage and _GRANTS.fullmatch(entry.passage.text.strip()):
        return replace(entry, passage=EMPTY), entry.passage.strip()
    return None
