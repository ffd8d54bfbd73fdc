"""How much ink the type of a page holds, and which marks through a word that weight alone could be.

Marks told by their pitch need no ink between letters or words. In bold type, and where a scan has fattened the
letters, these touch and fill any pitch; there only ink in a blank beside the word bears the marks out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from schedgraph.parser.reading.scan.blanks import Filling, runs_on
from schedgraph.parser.reading.scan.engine import Mask, OcrWord
from schedgraph.parser.reading.scan.writing import WrittenLine

_BODY = 0.48
"""In em, the height of small letters."""
_HEAVY = 0.5
"""The share of ink in the body of a page's words; of a typewriter's or a book's type it is 0.3 to 0.45."""
_MORE_INK = 1.1
"""How much more ink than the page's words a word holds that marks were set through."""
_MORE_THAN_LETTERS = 1.06
"""The same against the usual ink of its own letters, which differs less."""
_KNOWN = 0.7
"""The share of the letters of a word whose usual ink must be known."""
_MORE_IN_BOLD = 1.3
"""The same beside words that hold more than those of the page."""
_IN_BOLD, _ONE_IN_BOLD = 1.15, 1.25
"""From which on the words of a line, or one alone, are heavier than those of the page: heavy letters make less of a
difference."""
_FEWEST_LETTERS = 3
_OFTEN = 6
"""How often a page must have a letter for its usual ink to be known."""
_BOLD = 0.2
"""The usual width of the strokes of a bold letter, in em; those of other type are no wider than 0.19."""


def inked(ink: Mask, line: WrittenLine, word: OcrWord) -> float:
    """The share of ink in the height of small letters."""
    top, bottom = max(0, round(line.baseline - _BODY * line.em)), max(1, round(line.baseline))
    part = ink[top:bottom, word.box[0] : word.box[2]]
    return float(part.mean()) if part.size else 0.0


def usual_ink(ink: Mask, lines: Sequence[WrittenLine]) -> float:
    """The median share of ink of the page's words of small letters; 0 where it has none."""
    shares = [
        inked(ink, line, word)
        for line in lines
        if not line.slanted
        for word in line.words
        if len(word.text) >= _FEWEST_LETTERS and any(character.islower() for character in word.text)
    ]
    return float(np.median(shares)) if shares else 0.0


def ink_of_letters(ink: Mask, lines: Sequence[WrittenLine]) -> Mapping[str, float]:
    """The median share of ink in the cell of each letter and figure that the page has often enough.

    An i holds half the ink of an m: a word of light letters that marks were typed over holds no more than others.
    """
    shares: dict[str, list[float]] = {}
    for line in lines:
        if line.slanted:
            continue
        top, bottom = max(0, round(line.baseline - _BODY * line.em)), max(1, round(line.baseline))
        for word in line.words:
            if len(word.text) < _FEWEST_LETTERS:
                continue
            edges = np.linspace(word.box[0], word.box[2], len(word.text) + 1).round().astype(int)
            columns = ink[top:bottom, word.box[0] : word.box[2]].mean(axis=0, dtype=float)
            for letter, left, right in zip(
                word.text, edges - word.box[0], edges[1:] - word.box[0], strict=False
            ):
                if right > left and columns[left:right].size:
                    shares.setdefault(letter, []).append(float(columns[left:right].mean()))
    return {letter: float(np.median(each)) for letter, each in shares.items() if len(each) >= _OFTEN}


def is_bold(ink: Mask, line: WrittenLine, word: OcrWord) -> bool:
    """Whether the upright strokes of a word are wide: what goes through it level fills few of its rows."""
    top, bottom = max(0, round(line.baseline - _BODY * line.em)), max(1, round(line.baseline))
    part = ink[top:bottom, word.box[0] : word.box[2]]
    edges = np.diff(np.pad(part.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    widths = np.nonzero(edges == -1)[1] - np.nonzero(edges == 1)[1]
    return bool(widths.size and np.median(widths) >= _BOLD * line.em)


def bold_alone(ink: Mask, line: WrittenLine, between: Sequence[Filling]) -> frozenset[int]:
    """The places of the bold words of a line with open blanks about them.

    The crossbars and serifs of bold letters touch, and stand at one height from one end of a word to the other. A
    mark in the blank between two words that were read as one is read as a hyphen.
    """
    return frozenset(
        place
        for place, word in enumerate(line.words)
        if not runs_on(place, between) and "-" not in word.text and is_bold(ink, line, word)
    )


def borne_out(
    places: Collection[int],
    ink: Mask,
    line: WrittenLine,
    between: Sequence[Filling],
    usual: float,
    marked: Collection[int],
    letters: Mapping[str, float],
) -> frozenset[int]:
    """Those of the words at `places` whose marks are no mere weight of the letters.

    `between` tells what fills the blank behind each word of the line but the last, `usual` the ink of the page and
    `letters` that of each letter; at `marked` are all words of the line that seem to bear marks.
    """
    if usual >= _HEAVY:
        return frozenset(place for place in places if runs_on(place, between))
    weights = [_weight(ink, line, word, usual, letters) for word in line.words]
    beside = _beside(marked, line, between, weights)
    return frozenset(place for place in places if runs_on(place, between) or weights[place].exceeds(beside))


@dataclass(frozen=True, slots=True)
class _Weight:
    """How many times the usual ink a word holds, that of its own letters if it is `known`, else that of the page's words."""

    times: float
    known: bool

    def exceeds(self, beside: float) -> bool:
        """Whether it is more than letters alone hold, beside words that hold `beside` times the usual."""
        if beside >= _IN_BOLD:
            # Short words of a bold title differ by more.
            return self.times >= _MORE_IN_BOLD * beside
        return self.times >= (_MORE_THAN_LETTERS if self.known else _MORE_INK)


def _weight(
    ink: Mask, line: WrittenLine, word: OcrWord, usual: float, letters: Mapping[str, float]
) -> _Weight:
    known = [letters[letter] for letter in word.text if letter in letters]
    whole = len(known) >= _KNOWN * len(word.text)
    expected = float(np.mean(known)) if whole else usual
    return _Weight(inked(ink, line, word) / expected if expected else 0.0, whole)


def _beside(
    marked: Collection[int], line: WrittenLine, between: Sequence[Filling], weights: Sequence[_Weight]
) -> float:
    """What a line's words without marks hold in the median: in a bold title each holds more than those of the page."""
    bare = [
        weights[index].times
        for index, word in enumerate(line.words)
        if index not in marked
        and not runs_on(index, between)
        and len(word.text) >= _FEWEST_LETTERS
        and any(each.isalpha() for each in word.text)
    ]
    if len(bare) == 1 and bare[0] < _ONE_IN_BOLD:
        return 0.0
    return float(np.median(bare)) if bare else 0.0
