"""Two readings of one line, one vote, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.reading.scan.engine import OcrWord

AGREED = 0.99
AGREED_BUT_FOR_HYPHENS = 0.9
UNCONFIRMED_LIMIT = 0.9
DIFFERING_LIMIT = 0.7
_HYPHENS = str.maketrans("", "", "-–—‐_.~")
_WITHOUT_BAR = {"e": "co", "E": "C", "G": "C", "t": "l"}
"""What a letter is without a bar through it: a struck c is read as an e."""
_ALIKE = str.maketrans({"—": "-", "–": "-", "‐": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "¢": "c"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voted:
    """A word after the vote; `other` is the second reading where it differs, empty where it saw nothing."""

    word: OcrWord
    confidence: float
    other: str | None = None


def vote(
    first: Sequence[OcrWord], second: Sequence[OcrWord], cleaned: frozenset[int] = frozenset()
) -> list[Voted]:
    """The words of `first`, a line from left to right, weighed against `second`, another reading of the same line.

    Where both have the same characters, the blanks of `second` hold. `cleaned` are the indices in `first` of
    words whose strikes were erased for `second`: a hyphen under a strike goes with it.
    """
    voted: list[Voted] = []
    for own, others in _matched(first, second):
        words = [first[index] for index in own]
        seen = " ".join(second[index].text for index in others)
        if not words:
            continue
        if _same("".join(w.text for w in words), seen.replace(" ", "")):
            spaced = _respaced(words, [second[index] for index in others])
            voted += [Voted(word=word, confidence=AGREED) for word in spaced]
        elif cleaned.intersection(own) and _same_but_hyphens(words, seen):
            voted += [Voted(word=word, confidence=AGREED_BUT_FOR_HYPHENS) for word in words]
        else:
            voted += _differing(words, [second[index] for index in others])
    return voted


def unconfirmed(word: OcrWord) -> Voted:
    """A word that only one reading saw."""
    return Voted(word=word, confidence=min(word.confidence, UNCONFIRMED_LIMIT), other="")


def outvoted(voted: Voted, third: str) -> Voted:
    """The word with those letters changed that the stroke through them explains and both other readings deny.

    Readings of erased strikes share the damage of erasing, so that their agreement alone proves nothing: a 4
    that has lost its bar is a 1 to both. The word stays unsure, and what it was read as first becomes its other reading.
    """
    text = voted.word.text
    against = _replacements(text, (voted.other or "").replace(" ", ""))
    agreed = {
        at: new
        for at, new in _replacements(text, third).items()
        if against.get(at) == new in _WITHOUT_BAR.get(text[at], "")
    }
    if not agreed:
        return voted
    changed = "".join(agreed.get(at, character) for at, character in enumerate(text))
    return replace(voted, word=replace(voted.word, text=changed), other=text)


def _replacements(text: str, other: str) -> dict[int, str]:
    other = other.translate(_ALIKE)
    return {
        block.src_start + step: other[block.dest_start + step]
        for block in Levenshtein.opcodes(text, other)
        if block.tag == "replace"
        for step in range(block.src_end - block.src_start)
        if other[block.dest_start + step].isalnum()
    }


def _same(one: str, other: str) -> bool:
    return one.translate(_ALIKE) == other.translate(_ALIKE)


def _same_but_hyphens(words: Sequence[OcrWord], seen: str) -> bool:
    own = "".join(word.text for word in words)
    return own.translate(_HYPHENS) == seen.replace(" ", "").translate(_HYPHENS)


def _joined(words: Sequence[OcrWord]) -> tuple[str, list[int]]:
    """The characters of the words without blanks, and the word that each belongs to."""
    owner = [index for index, word in enumerate(words) for _ in word.text]
    return "".join(word.text for word in words).translate(_ALIKE), owner


def _matched(first: Sequence[OcrWord], second: Sequence[OcrWord]) -> list[tuple[list[int], list[int]]]:
    """The smallest groups of words that stand for the same ink in both readings."""
    one, owner = _joined(first)
    other, other_owner = _joined(second)
    partners: list[set[int]] = [set() for _ in first]
    for block in Levenshtein.opcodes(one, other):
        if block.tag in ("equal", "replace"):
            for step in range(block.src_end - block.src_start):
                partners[owner[block.src_start + step]].add(other_owner[block.dest_start + step])
        elif block.tag == "insert" and block.src_start > 0:
            newcomers = {other_owner[at] for at in range(block.dest_start, block.dest_end)}
            # Characters more at the edge of a word belong to it; whole words more belong to nobody.
            partners[owner[block.src_start - 1]] |= newcomers & partners[owner[block.src_start - 1]]
    groups: list[tuple[list[int], list[int]]] = []
    for index, mates in enumerate(partners):
        if groups and mates.intersection(groups[-1][1]):
            groups[-1][0].append(index)
            groups[-1][1].extend(sorted(mates.difference(groups[-1][1])))
        else:
            groups.append(([index], sorted(mates)))
    return groups


def _respaced(words: Sequence[OcrWord], others: Sequence[OcrWord]) -> list[OcrWord]:
    """The characters of `words` parted as in `others`, with the places of `words` where the parting agrees."""
    if [len(word.text) for word in words] == [len(other.text) for other in others]:
        return list(words)
    text = "".join(word.text for word in words)
    confidence, line, tilt = min(word.confidence for word in words), words[0].line, words[0].tilt
    top, bottom = min(word.box[1] for word in words), max(word.box[3] for word in words)
    parted, at = [], 0
    for other in others:
        box = (other.box[0], top, other.box[2], bottom)
        part = text[at : at + len(other.text)]
        parted.append(OcrWord(text=part, box=box, confidence=confidence, line=line, tilt=tilt))
        at += len(other.text)
    return parted


def _differing(words: Sequence[OcrWord], others: Sequence[OcrWord]) -> list[Voted]:
    """Each word with what the other reading has in its place."""
    if len(words) == 1:
        seen = " ".join(other.text for other in others)
        return [_doubtful(words[0], seen)]
    if len(words) == len(others):
        pairs = zip(words, others, strict=True)
        return [
            Voted(word=word, confidence=AGREED)
            if _same(word.text, other.text)
            else _doubtful(word, other.text)
            for word, other in pairs
        ]
    seen = " ".join(other.text for other in others)
    return [_doubtful(word, seen) for word in words]


def _doubtful(word: OcrWord, seen: str) -> Voted:
    if not seen:
        return replace(unconfirmed(word), confidence=min(word.confidence, DIFFERING_LIMIT))
    return Voted(word=word, confidence=min(word.confidence, DIFFERING_LIMIT), other=seen)
