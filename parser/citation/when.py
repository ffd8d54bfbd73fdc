"""The date that a sentence gives for a supersession."""

from schedgraph.parser.citation.cues import Cue
from schedgraph.parser.citation.sentence import NUMBER, CitingSentence
from schedgraph.parser.dates import DateReading

_FARTHEST = 12

# "(approved 4/5/1991)" and "dated 3/4/85" date the older schedule, not its end.
_OTHER_DATES = frozenset(
    {"approved", "dated", "received", "signed", "approval", "created", "submitted", "printed", "of"}
)
_SAYS_WHEN = frozenset({"on", "effective", "date", "as", "since", "superseded"})


def date_of(sentence: CitingSentence, cue: Cue, sign: int) -> DateReading | None:
    """The date of what `cue` says of the number at `sign`; None where none is given or it is ambiguous."""
    if cue.relation not in ("supersedes", "superseded-by"):
        return None
    for index in (*range(cue.start, cue.end), *_leading(sentence, cue)):
        if index in sentence.dates:
            return sentence.dates[index]
    bare = cue.label == "superseded-by"
    start = max(sign, cue.end - 1) + 1
    for index in range(start, min(len(sentence.words), start + 3 * _FARTHEST)):
        if index in sentence.dates:
            before = [word for word in sentence.texts(max(start, index - 4), index) if word.isalnum()]
            if _OTHER_DATES.intersection(before):
                return None
            return sentence.dates[index] if bare or _SAYS_WHEN.intersection(before) else None
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
