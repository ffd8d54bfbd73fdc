"""Two readings of one line, one vote, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from schedgraph.parser.reading.scan.engine import Box, OcrWord

AGREED = 0.99
AGREED_BUT_FOR_HYPHENS = 0.9
AGREED_BUT_FOR_SPECKS = 0.9
UNCONFIRMED_LIMIT = 0.9
DIFFERING_LIMIT = 0.7
_HYPHENS = str.maketrans("", "", "-–—‐_.~")
_SPECKS = str.maketrans("", "", "·•_~'`´^*=°")
"""What specks and the ends of strokes are read as, beside or between words."""
_NUMBER = re.compile(r"(?:^|(?<![A-Za-z0-9]))(?:N1|NC1?|NN|DAA|GRS)-?[0-9]{1,4}-[0-9]")
_CAPITAL_INSIDE = re.compile(r"[a-z]{2}[A-Z]")
_L_IN_FAMILY = re.compile(r"^(NC?)[lIi|](?=-[0-9])")
WITHOUT_BAR = {"e": "co", "E": "C", "G": "C", "t": "l"}
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
            glued = len(others) < len(words) and any(c.isdigit() for word in words for c in word.text)
            # A number that was parted from its neighbours stays so, whatever the second reading glues.
            spaced = words if glued else _respaced(words, [second[index] for index in others])
            voted += [Voted(word=word, confidence=AGREED) for word in spaced]
        elif cleaned.intersection(own) and _same_but_hyphens(words, seen):
            voted += [Voted(word=word, confidence=AGREED_BUT_FOR_HYPHENS) for word in words]
        elif _same_but_specks(words, seen):
            voted += _as_second(words, [second[index] for index in others], AGREED_BUT_FOR_SPECKS)
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
        if against.get(at) == new in WITHOUT_BAR.get(text[at], "")
    }
    if not agreed:
        return voted
    changed = "".join(agreed.get(at, character) for at, character in enumerate(text))
    return replace(voted, word=replace(voted.word, text=changed), other=text)


def unruled(voted: Voted, third: str) -> Voted:
    """The word with the figures that both other readings have where a rule of the form goes through it.

    They were made without the rule; what was lost with it was lost to both, so the word stays unsure.
    """
    text = voted.word.text
    second, again = _replacements(text, (voted.other or "").replace(" ", "")), _replacements(text, third)
    agreed = {at: new for at, new in again.items() if new.isdigit() and second.get(at) == new}
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


def _same_but_specks(words: Sequence[OcrWord], seen: str) -> bool:
    """Whether the first reading has specks or capitals more than the second, and the same characters otherwise."""
    own = "".join(word.text for word in words).translate(_ALIKE)
    other = seen.replace(" ", "").translate(_ALIKE)
    led = own[1:] if own[:1] in ".,-" and own[1:2].isalpha() else own
    if other in {own.translate(_SPECKS), own.replace("~", "-"), led}:
        return True
    # No family of numbers begins with an l: NCl-85-84-45
    if _L_IN_FAMILY.sub(r"\g<1>1", own) == other:
        return True
    # No word has a capital after small letters, but a capital I looks like a small l.
    return bool(_CAPITAL_INSIDE.search(own)) and own.replace("I", "l").lower() == other


def _as_second(words: Sequence[OcrWord], others: Sequence[OcrWord], confidence: float) -> list[Voted]:
    """The second reading's words where the first had them, with what the first saw beside them."""
    own = "".join(word.text for word in words)
    text = "".join(other.text for other in others)
    merged = replace(words[0], text=text, box=_around(words))
    placed = [replace(merged, text=text)] if len(others) == 1 else _respaced([merged], others)
    return [Voted(word=word, confidence=confidence, other=own) for word in placed]


def _around(words: Sequence[OcrWord]) -> Box:
    boxes = [word.box for word in words]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


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
    """The characters of `words` parted as in `others`, with the places of `words` where the parting agrees.

    A number stays whole: the blanks that are seen in one are what a stroke left of its hyphens.
    """
    if [len(word.text) for word in words] == [len(other.text) for other in others]:
        return list(words)
    if any(_NUMBER.search(word.text) for word in words) and not any(_NUMBER.search(o.text) for o in others):
        return list(words)
    text = "".join(word.text for word in words)
    owners = [word for word in words for _ in word.text]
    begins = {sum(len(word.text) for word in words[:place]) for place in range(len(words) + 1)}
    confidence, line, tilt = min(word.confidence for word in words), words[0].line, words[0].tilt
    top, bottom = min(word.box[1] for word in words), max(word.box[3] for word in words)
    parted, at = [], 0
    for other in others:
        end = at + len(other.text)
        left, right = owners[at].box, owners[end - 1].box
        # The second reading's places are those of an erased page: they tell no more than where a word parts.
        x0 = left[0] if at in begins else min(max(other.box[0], left[0]), left[2] - 1)
        x1 = right[2] if end in begins else min(max(other.box[2], right[0] + 1), right[2])
        box = (x0, top, max(x0 + 1, x1), bottom)
        parted.append(OcrWord(text=text[at:end], box=box, confidence=confidence, line=line, tilt=tilt))
        at = end
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
