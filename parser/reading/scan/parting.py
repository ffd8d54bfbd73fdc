"""Words that a strike glued together: the stroke through a blank is read as a hyphen, or the blank is lost."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from schedgraph.parser.reading.scan.engine import Mask, OcrWord
from schedgraph.parser.reading.scan.struck import StruckSpan
from schedgraph.parser.reading.scan.writing import WrittenLine

# A number holds no lower-case word and no second number.
_NUMBERS = r"""
      (?<=[a-z]{2}) [-~—]? (?=[A-Z]{1,3}1?-[0-9])      # transferN1-567-94-32
    | (?<=[a-z]{2}) (?=N[CN1][0-9-]|NC1-)              # backgroundNC173-26, laterNN1681
    | (?<=[a-z]{2}[.,;:]) (?=(?:N1|NC1?|NN|DAA)-[0-9]) # training.N1-361-10-60
    | (?<=[a-z]{2}[0-9]) (?=[A-Z]{1,3}1?-[0-9])        # annua1N1-567-95-22
    | (?<=[0-9)]) [-~—]{0,2} (?=(?:N1|N[CGE]1?|[NM]N|DAA)-[0-9]) # NN-172-3NC1-361-82-5, but N1-AU-93-8 and N1-GRS-92-4
    | (?: (?<=-[0-9]) | (?<=-[0-9]{2}) | (?<=-[0-9]{3}) | (?<=-[0-9]{4}) ) (?=[A-Z]?[a-z]{3}) # NC1-361-83-8after
    | (?<=[0-9][)]) (?=[a-z]{3} | (?:of|to|in|by|at|or|is|on)$)                         # 7c(2)schedule
    | (?<=[A-Za-z]{6}:) (?=[A-Z][a-z])                                                   # DISPOSITION:Destroy
    | (?<=[0-9]) (?=(?:of|to|in|by|at|or|is|on|and|the)$)                               # N1-64-05-34of
    | (?: (?<=^[0-9][.]) | (?<=^[0-9]{2}[.]) ) (?=[A-Z][a-z]{2})                         # 1.Market: an item's number
    | (?<=[a-z]{2}) _ (?=[A-Za-z])                                                      # and_negatives: an underline
    | (?<=[A-Za-z0-9.,)]) (?=[~∼～]{2})                                                  # Jun.27,1989~~~~~: a signature
    """
# N1-361-93-12-permanent, DAA-0563-2013-0016-Immigration, N1-361-09-36-at, but 1985-present: the hyphen is where a strike begins
_WORD_BEHIND_NUMBER = re.compile(
    r"(?<![A-Za-z0-9-])[A-Z]{1,3}1?(?:-[0-9A-Z]{1,4}){2,4}(?:/[0-9a-z()]{1,8})?(?P<joint>[-~—])"
    r"(?=[A-Za-z][a-z]{2}|(?:of|to|in|by|at|or|is|on|no)(?:[.,;:-]|$))"
)
# N1-237-87-16-, NC-172-4-, DAA-0567-2011-0003-: a number that wants nothing more and goes on with the stroke through it
_STROKE_BEHIND_NUMBER = re.compile(
    r"(?:N[1HIl4+]-(?:[0-9]{1,4}-){2}[0-9]{1,4}|N[CGE][1HIl4+]-(?:[0-9]{1,4}-){2}[0-9]{1,4}|N[NCGE]-(?:[0-9]{1,4}-)[0-9]{1,4}"
    r"|[A-ZĐ]AA-(?:[0-9]{4}-){2}[0-9]{4}(?:-[0-9]{4})?)(?:/[0-9a-z()]{1,8})?(?P<stroke>[-~—]{1,3})$"
)
_OVER_HYPHENS = str.maketrans("=–—", "---")
_NUMBER_GLUED = re.compile(_NUMBERS, re.VERBOSE)
_GLUED = re.compile(
    _NUMBERS
    + r"""
    | (?<=[a-z]{2}) [-~_] (?=[A-Za-z0-9])             # cut-processing, and_1997
    | (?: (?<=^[a-z]) | (?<=^[0-9]) | (?<=^[0-9]{2}) ) [-~—] (?=[A-Z][a-z]{2}) # b-Financial: an item's letter
    | (?<=[0-9)]) [-~]? (?=[a-z]{3})                  # 40reports
    | (?<=[a-z]{2}) [-~—]? (?=N[Ce€¢]1?-[0-9])        # backgroundNe1-85-74-16
    | (?<=[a-z]) [-~—] (?=(?:N1|NC1?|NN|DAA)-[0-9])   # #f-N1-567-06-46
    | (?<=[0-9)]) [-~—]{1,2} (?=N[CGE€¢]?[HIl4+]-[0-9]) # NC-174-52-NH-237-85-21, NC-172-6-NE4-64-80-16
    | (?<=[0-9)][+]) (?=(?:N1|NC1?|NN|DAA)-[0-9])     # N1-563-89-5+DAA-0567-2020-0018
    """,
    re.VERBOSE,
)


def parted(line: WrittenLine, spans: Sequence[StruckSpan], letters: Mask) -> WrittenLine:
    """The line with words under a strike parted where a word and a number, or two words, were glued.

    `letters` is the ink without long strokes: the gaps between the pieces are looked for there.
    """
    pieces: list[OcrWord] = []
    blank = _blank(line, letters)
    for word in line.words:
        touched = any(span.x0 < word.box[2] and span.x1 > word.box[0] for span in spans)
        pieces += _pieces(_with_hyphens(word), blank, line.em, _GLUED) if touched else [word]
    return replace(line, words=tuple(pieces))


def numbers_apart(line: WrittenLine, letters: Mask) -> WrittenLine:
    """The line with a number parted from what it was glued to, and words from each other that an underline glued."""
    if line.slanted:
        return line
    blank = _blank(line, letters)
    pieces = [piece for word in line.words for piece in _pieces(word, blank, line.em, _NUMBER_GLUED)]
    return replace(line, words=tuple(pieces))


def _blank(line: WrittenLine, letters: Mask) -> Mask:
    """The columns in which no letter of the line has ink."""
    top, bottom = int(line.baseline - 0.7 * line.em), int(line.baseline + 0.2 * line.em)
    return np.logical_not(letters[max(0, top) : max(1, bottom)].any(axis=0))


def _with_hyphens(word: OcrWord) -> OcrWord:
    """A hyphen with a stroke over it is read as an equals sign or as a dash, which no typed schedule has.

    What is read as a hyphen behind a whole number is the stroke itself.
    """
    text = word.text.translate(_OVER_HYPHENS)
    behind = _STROKE_BEHIND_NUMBER.search(text)
    return replace(word, text=text[: behind.start("stroke")] if behind else text)


def _gap(blank: Mask, near: float, em: float) -> tuple[int, int]:
    """The widest run of blank columns within three quarters of an em of `near`; `near` itself where there is none."""
    best = (round(near), round(near))
    start = None
    first = max(0, round(near - 0.75 * em))
    for at in range(first, min(len(blank), round(near + 0.75 * em)) + 1):
        if at < len(blank) and blank[at]:
            start = at if start is None else start
        elif start is not None:
            if at - start > best[1] - best[0]:
                best = (start, at)
            start = None
    return best


def _pieces(word: OcrWord, blank: Mask, em: float, glued: re.Pattern[str]) -> list[OcrWord]:
    cuts = [(match.start(), match.end()) for match in glued.finditer(word.text)]
    if (behind := _WORD_BEHIND_NUMBER.search(word.text)) and behind.span("joint") not in cuts:
        cuts = sorted([*cuts, behind.span("joint")])
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(word.text)]
    if not cuts:
        return [word]
    x0, top, x1, bottom = word.box
    advance = (x1 - x0) / max(1, len(word.text))
    gaps = [_gap(blank, x0 + (start + end) / 2 * advance, em) for start, end in cuts]
    lefts = [x0, *(right for _, right in gaps)]
    rights = [*(left for left, _ in gaps), x1]
    return [
        replace(word, text=word.text[a:b], box=(left, top, max(left + 1, right), bottom))
        for a, b, left, right in zip(starts, ends, lefts, rights, strict=True)
        if b > a
    ]
