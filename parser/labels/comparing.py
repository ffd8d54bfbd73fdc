"""One wording of a label held against the letters at one place: how near it is, and where it ends."""

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.labels.folding import Folded, plain
from schedgraph.parser.labels.wordings import SHORT, Label, Wording

_PRICE_OF_A_DIFFERENCE = 3
_SHORT_LABEL_VALUE = 60
_LONGEST_PREFIX = 8
# What a transcript sets between a label and its value: "From ........ Department of State", "DATE,12/22/2005", "Date = 5/15/79"
_PARTED = re.compile(r"[ ]?(?:[.…_·]{2,}|[-–—=]{1,2}>?(?=[ ])|[,/|](?=[^\s,/|])|/{1,2}(?=[ ]))[ ]*[<\[(\"]?")


class LabelMatch(NamedTuple):
    """A label at `start` to `end` of a text, number before it and colon after it included.

    `exact` tells that no letter had to be repaired; `cost` counts the repairs.
    """

    label: Label
    start: int
    end: int
    exact: bool
    cost: int = 0


def better(first: LabelMatch | None, second: LabelMatch | None) -> LabelMatch | None:
    """The longer and less damaged of two; None where two different labels are equally near."""
    if first is None or second is None:
        return first or second
    one, two = _weight(first), _weight(second)
    if one == two and first.label is not second.label:
        return None
    return second if two > one else first


def _weight(match: LabelMatch) -> int:
    return match.end - match.start - _PRICE_OF_A_DIFFERENCE * match.cost


def compared(text: str, folded: Folded, offset: int, start: int, wording: Wording) -> LabelMatch | None:
    """The label at `start` of a text, `offset` of its folded letters, if the wording is near enough to what stands there."""
    size = len(wording.folded)
    if size <= SHORT:
        return _match_short(text, start, wording)
    cost, last = 0, offset + size
    if not (folded.text.startswith(wording.folded, offset) and _word_ends(text, folded.end(last - 1))):
        nearest = _nearest(text, folded, offset, wording)
        if nearest is None:
            return None
        cost, last = nearest
    end = folded.end(last - 1)
    printed = text[start:end]
    after = _after_punctuation(text, start, end)
    if _prose_follows(text, end, after) and sum(map(str.isupper, printed)) < wording.capitals:
        return None
    exact = cost == 0 and plain(printed) == wording.plain
    return LabelMatch(label=wording.label, start=start, end=after, exact=exact, cost=cost)


def _match_short(text: str, start: int, wording: Wording) -> LabelMatch | None:
    """A short label must be printed as it is, and stand alone, before a colon or before a short value."""
    stop = start + len(wording.printed)
    printed = text[start:stop]
    if printed.casefold() != wording.printed.casefold() or not _word_ends(text, stop):
        return None
    end = _after_punctuation(text, start, stop)
    rest = text[end : end + 2 * _SHORT_LABEL_VALUE]
    if end == stop and rest.strip() and not rest.startswith(("\t", "  ", "\n")):
        parted = _PARTED.match(rest)
        value = rest[parted.end() if parted else 0 :].lstrip(" ").split("\t")[0].split("  ")[0]
        begins = value[:1].isupper() or value[:1].isdigit()
        if not printed[0].isupper() or not begins or len(value) > _SHORT_LABEL_VALUE:
            return None
    return LabelMatch(label=wording.label, start=start, end=end, exact=True)


def _nearest(text: str, folded: Folded, offset: int, wording: Wording) -> tuple[int, int] | None:
    """How many edits part the label from the text at `offset`, and the folded character where it ends."""
    size, allowance = len(wording.folded), wording.allowance
    longest = min(size + allowance, len(folded.text) - offset)
    ends = (
        (cost, abs(length - size), length)
        for length in range(max(1, size - allowance), longest + 1)
        if _word_ends(text, folded.end(offset + length - 1))
        and (cost := _edits(wording.folded, folded.text[offset : offset + length], allowance)) <= allowance
    )
    nearest = min(ends, default=None)
    return (nearest[0], offset + nearest[2]) if nearest else None


def _edits(label: str, written: str, allowance: int) -> int:
    """The Levenshtein distance of two folded texts; one more than `allowance` where it is larger."""
    return Levenshtein.distance(label, written, score_cutoff=allowance)


def _word_ends(text: str, end: int) -> bool:
    """Whether a word ends here; `Retention PeriodDestroy` and `Sequence Number1` have lost their space."""
    before, after = text[end - 1 : end], text[end : end + 1]
    if not after.isalnum():
        return not (after in "-'’" and text[end + 1 : end + 2].isalnum()) or not after
    if before.islower() and after.isupper():
        return True
    return before.isalpha() and after.isdigit() and text[max(0, end - SHORT) : end].isalpha()


def _after_punctuation(text: str, start: int, end: int) -> int:
    """Past the colon, question mark or bracket that closes a label."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    if text[end : end + 1] == ".":
        end += 1
    position, furthest = end, min(len(text), end + 4)
    while position < furthest:
        character = text[position]
        if character in ":;?" or (character == ")" and opened):
            opened = opened and character != ")"
            end = position + 1
        elif character != " ":
            break
        position += 1
    return end


def _prose_follows(text: str, end: int, after: int) -> bool:
    if after > end:
        return False
    rest = text[after : after + _LONGEST_PREFIX]
    return not rest.startswith(("\t", "  ")) and rest.lstrip()[:1].islower()
