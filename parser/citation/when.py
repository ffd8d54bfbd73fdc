"""The date that a sentence gives for a supersession."""

from itertools import pairwise

from schedgraph.parser.citation.cues import Cue
from schedgraph.parser.citation.sentence import NUMBER, CitingSentence, citation_words
from schedgraph.parser.dates import DateReading

_FARTHEST = 12


def date_of(sentence: CitingSentence, cue: Cue, sign: int) -> DateReading | None:
    """The date of what `cue` says of the number at `sign`; None where none is given or it is ambiguous."""
    if cue.relation not in ("supersedes", "superseded-by"):
        return None
    for index in (*range(cue.start, cue.end), *_leading(sentence, cue)):
        if index in sentence.dates:
            return sentence.dates[index]
    words, bare = citation_words(), cue.label == "superseded-by"
    start = max(sign, cue.end - 1) + 1
    for index in range(start, min(len(sentence.words), start + 3 * _FARTHEST)):
        if index in sentence.dates:
            before = [word for word in sentence.texts(max(start, index - 4), index) if word.isalnum()]
            if words["other-date"].intersection(before):
                return None
            # "approved by our records officer on" dates what that officer did.
            far = pairwise(sentence.texts(max(start, index - _FARTHEST), index))
            if any(act in words["other-date"] and by == "by" for act, by in far):
                return None
            return sentence.dates[index] if bare or words["date"].intersection(before) else None
        text = sentence.words[index].text
        if text != NUMBER and index - start > _FARTHEST:
            return None
    return None


def _leading(sentence: CitingSentence, cue: Cue) -> range:
    """ "Effective July 20, 2017, GRS 4.3 is superseded by": a date that begins the sentence."""
    opening = sentence.texts(0, 3)
    if opening[:1] and opening[0] in {"effective", "on", "as"} and cue.start > 1:
        return range(1, 3)
    return range(0)
