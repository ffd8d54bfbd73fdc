"""Which words of a page are struck, from the paths through its lines and from long slanted strokes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from schedgraph.parser.page import Strike
from schedgraph.parser.reading.scan import typed_over
from schedgraph.parser.reading.scan.blanks import Chain, Filling, chains, fillings, runs_on
from schedgraph.parser.reading.scan.cells import hyphenated, marked_cells
from schedgraph.parser.reading.scan.dashes import dashed
from schedgraph.parser.reading.scan.engine import Box, Mask, OcrWord
from schedgraph.parser.reading.scan.pieces import pieced
from schedgraph.parser.reading.scan.strokes import Path, Traced, traced
from schedgraph.parser.reading.scan.weight import bold_alone, borne_out, ink_of_letters, inked, usual_ink
from schedgraph.parser.reading.scan.writing import WrittenLine

KIND, OVERTYPED = "pixels", "overtyped"
_LONG_RUN = 2.0
"""In em: letters that touch make no unbroken row of ink as long as this."""
_LONGER_RUN = 3.0
"""The same for bold type."""
_NARROW = 1.2
"""In em: two figures."""
_STRAIGHT = 0.2
"""Rows that the path changes a column: more where it winds through letters that touch."""
_TALL = 1.7
"""Times the usual em."""
_NEAR = 0.15
"""How far estimates of one em are apart."""
_TWICE_TYPED = 1.35
"""How much more ink a word holds that was typed over than the others of its line."""
_AS_MUCH, _ALL_OF_IT = 0.9, 0.9
"""How much of the usual ink words joined by typed hyphens hold at least, where these do not reach over so much of them."""
_SAME_HEIGHT = 0.08
"""In em, between two places of one row of marks."""
_DRAWN_THROUGH: tuple[Filling, ...] = ("stroke",)
_TYPED: tuple[Filling, ...] = ("stroke", "broken", "letters")
"""What fills a blank wholly, where a line was drawn and where marks were typed."""
_BLANKS_THROUGH = 2
"""The blanks in a row with a stroke in them that no unstruck line has."""
_DRAWN, _PARTLY, _MOSTLY = 0.8, 0.3, 0.5
"""Of words without an open blank between them: how much of each must be covered where one blank holds a stroke;
the share that must be struck for all to be, of three words and more, and of two."""
_SOLID = 0.75
"""How much of words on average a stroke covers that fills the blanks between them without a gap."""
_LEVEL = 2.0
"""Degrees by which a stroke through more than one word rises or falls, unless it is drawn aslant."""
_LETTERS_ABOUT = 0.15
"""Of the columns of words under one stroke: the share with ink above it, and with ink below it."""
_THROUGH, _MOST_OF_IT = 0.9, 0.8
"""How much of a word a stroke covers that goes through it unbroken, and how long its longest piece is."""
_DASHED = 0.6
"""How much of the columns between the letters of a word a row of dashes fills."""
_WORDS_JOINED = re.compile(r"[a-z][-~]+[A-Za-z0-9(]")
_CROSS = re.compile("[xXkK×]")


@dataclass(frozen=True, slots=True, kw_only=True)
class StruckSpan:
    """A stretch of a line, in pixels, with ink through it."""

    x0: int
    x1: int
    strike: Strike


def struck_spans(ink: Mask, lines: Sequence[WrittenLine], paths: Sequence[Path]) -> list[list[StruckSpan]]:
    """The struck stretches of each line. What is far taller than the page's type is a signature, or a stamp."""
    usual = float(np.median([line.em for line in lines])) if lines else 0.0
    # A line without tall letters is taken for a smaller one: what its words hold is measured in the page's type.
    evened = [replace(line, em=usual) if abs(line.em / usual - 1) <= _NEAR else line for line in lines]
    weight, figures = usual_ink(ink, evened), typed_over.ink_of_figures(ink, lines)
    letters = ink_of_letters(ink, evened)
    return [
        []
        if line.slanted or line.em > _TALL * usual
        else _spans(ink, line, path, weight, figures, letters, measured)
        for line, path, measured in zip(lines, paths, evened, strict=True)
    ]


def _spans(
    ink: Mask,
    line: WrittenLine,
    path: Path,
    weight: float,
    figures: float | None,
    letters: Mapping[str, float],
    evened: WrittenLine,
) -> list[StruckSpan]:
    spans = []
    between = fillings(ink, line, path)
    measured = list(zip(line.words, traced(ink, line, path), strict=True))
    through = {seen.run for word, seen in measured if _solid(seen, word.box, line.em)}
    bold = bold_alone(ink, line, between)
    by_path = pieced(measured, path, line.em) - bold
    by_pitch, in_cells = dashed(ink, line, between), hyphenated(ink, line, bold)
    marked = by_path | by_pitch | in_cells | (marked_cells(ink, line) if in_cells else frozenset())
    by_pitch, in_cells = (
        borne_out(places, ink, evened, between, weight, marked, letters) for places in (by_pitch, in_cells)
    )
    typed = [*typed_over.crosses(ink, line), *_hyphens(ink, line, weight)]
    usual = max(weight, usual_ink(ink, [line]))
    typed_through = typed_over.read_through(line.words) | in_cells
    for place, (word, seen) in enumerate(measured):
        x0, _, x1, _ = word.box
        if not any(character.isalnum() or character == "§" for character in word.text):
            continue
        # A slanted stroke may leave a line's last word near its foot: what it does to the others tells.
        same_stroke = seen.run in through and seen.covered > 0.9 and seen.beyond > 0.1
        in_row = place in by_pitch and (runs_on(place, between) or seen.between >= _DASHED)
        dashes = in_row or (place in by_path and not _out_of_a_part(seen))
        if same_stroke or _solid(seen, word.box, line.em):
            spans.append(StruckSpan(x0=x0, x1=x1, strike=_strike(seen, KIND)))
        elif place in typed_through or _reads_as_overtyped(word.text):
            spans.append(StruckSpan(x0=x0, x1=x1, strike=_strike(seen, OVERTYPED)))
        elif single := typed_over.over_a_figure(ink, line, word, usual, figures):
            first, last = max(x0, round(single.x0)), min(x1, round(single.x1))
            spans.append(StruckSpan(x0=first, x1=last, strike=_strike(seen, OVERTYPED)))
        elif dashes:
            spans.append(StruckSpan(x0=x0, x1=x1, strike=_strike(seen, KIND)))
        elif (under := [marks for marks in typed if marks.x0 < x1 and x0 < marks.x1]) and (
            place not in bold or _CROSS.search(word.text)
        ):
            first, last = max(x0, round(under[0].x0)), min(x1, round(under[-1].x1))
            spans.append(StruckSpan(x0=first, x1=last, strike=_strike(seen, OVERTYPED)))
        elif _in_part(seen):
            first, last = seen.run
            spans.append(StruckSpan(x0=max(x0, first), x1=min(x1, last), strike=_strike(seen, KIND)))
    spans = _beside_overtyped(spans, measured, ink, line)
    return _through_blanks(spans, measured, between)


def _beside_overtyped(
    spans: Sequence[StruckSpan], measured: Sequence[tuple[OcrWord, Traced]], ink: Mask, line: WrittenLine
) -> list[StruckSpan]:
    """The spans, and words beside one that was typed over that hold as much ink: their own marks were read as letters."""
    share = [
        sum(max(0, min(span.x1, word.box[2]) - max(span.x0, word.box[0])) for span in spans)
        / max(1, word.box[2] - word.box[0])
        for word, _ in measured
    ]
    typed = {
        place
        for place, (word, _) in enumerate(measured)
        for span in spans
        if span.strike.kind == OVERTYPED
        and share[place] > _MOSTLY
        and span.x0 < word.box[2]
        and span.x1 > word.box[0]
    }
    bare = [inked(ink, line, word) for place, (word, _) in enumerate(measured) if not share[place]]
    usual = float(np.median(bare)) if bare else 1.0
    found = list(spans)
    for place, (word, seen) in enumerate(measured):
        if share[place] > _MOSTLY or not {place - 1, place + 1} & typed:
            continue
        if any(each.isalnum() for each in word.text) and inked(ink, line, word) >= _TWICE_TYPED * usual:
            found = _filled(found, [(word, seen)], OVERTYPED)
    return found


def _through_blanks(
    spans: Sequence[StruckSpan],
    measured: Sequence[tuple[OcrWord, Traced]],
    between: Sequence[Filling],
) -> list[StruckSpan]:
    """The spans, and whole words that a strike reaches through the blanks between words."""
    found = list(spans)
    for chain in chains(between, (*_DRAWN_THROUGH, "broken", "partly")):
        if (part := _under_strokes(chain, measured)) is not None:
            found = _filled(found, measured[part[0] : part[1] + 1], KIND)
    for chain in chains(between, (*_TYPED, "partly")):
        first, last = _without_ends(chain, measured, _TYPED)
        words = measured[first : last + 1]
        x0, x1 = words[0][0].box[0], words[-1][0].box[2]
        inside = [span for span in spans if span.x0 < x1 and span.x1 > x0]
        known = sum(min(span.x1, x1) - max(span.x0, x0) for span in inside)
        typed = any(span.strike.kind == OVERTYPED for span in inside)
        if typed and known >= (_PARTLY if len(words) > 2 else _MOSTLY) * (x1 - x0):
            found = _filled(found, words, OVERTYPED)
    return sorted(found, key=lambda span: span.x0)


def _under_strokes(chain: Chain, measured: Sequence[tuple[OcrWord, Traced]]) -> tuple[int, int] | None:
    """The first and last word of a chain that a stroke goes through, which may end in the blank beside a word."""
    first, last = _without_ends(chain, measured, _DRAWN_THROUGH)
    inside = chain.fillings[first - chain.first + 1 : last - chain.first + 1]
    words = [seen for _, seen in measured[first : last + 1]]
    if min(np.mean([word.above for word in words]), np.mean([word.below for word in words])) < _LETTERS_ABOUT:
        return None
    if "broken" not in inside and np.mean([word.covered for word in words]) < _SOLID:
        return None
    seen = len(inside) - inside.count("partly")
    even = all(each.covered >= _DRAWN and each.bends <= _STRAIGHT and not each.beside for each in words)
    return (first, last) if seen >= _BLANKS_THROUGH or (seen and even) else None


def _without_ends(
    chain: Chain, measured: Sequence[tuple[OcrWord, Traced]], sure: Collection[Filling]
) -> tuple[int, int]:
    """The first and last word of a chain that the ink beside them goes through; in a blank not `sure` it may end."""
    first, last = chain.first, chain.last
    height = float(np.median([seen.height for _, seen in measured[first : last + 1]]))

    def ends_before(place: int, blank: int, beside: int) -> bool:
        drawn = sure is _DRAWN_THROUGH and _goes_through(measured[beside][1])
        if drawn and measured[place][1].covered < _THROUGH:
            # An unbroken stroke does not become a row of pieces.
            return True
        return chain.fillings[blank - chain.first] not in sure and not _goes_on(measured[place][1], height)

    while first < last and ends_before(first, first + 1, first + 1):
        first += 1
    while last > first and ends_before(last, last, last - 1):
        last -= 1
    return first, last


def _goes_through(seen: Traced) -> bool:
    """Whether one unbroken, level stroke covers most of a word; a slanted one may leave the next at its foot."""
    return abs(seen.slope) <= _LEVEL and seen.covered >= _THROUGH and seen.longest >= _MOST_OF_IT * seen.width


def _filled(
    spans: Sequence[StruckSpan], words: Sequence[tuple[OcrWord, Traced]], kind: str
) -> list[StruckSpan]:
    """The spans with those of `words` in place of what there is on them."""
    x0, x1 = words[0][0].box[0], words[-1][0].box[2]
    kept = [span for span in spans if span.x1 <= x0 or span.x0 >= x1]
    filled = []
    for place, (word, seen) in enumerate(words):
        left, _, right, _ = word.box
        if place in (0, len(words) - 1) and _out_of_a_part(seen):
            # A stroke may begin or end within what was read as one word.
            left, right = max(left, seen.run[0]), min(right, seen.run[1])
        filled.append(StruckSpan(x0=left, x1=right, strike=_strike(seen, kind)))
    return [*kept, *filled]


def _out_of_a_part(seen: Traced) -> bool:
    """Whether one stroke runs out of a word that it does not go through whole."""
    return _in_part(seen) and seen.beyond >= 0.1 and seen.covered < 0.95


def _goes_on(seen: Traced, height: float) -> bool:
    """Whether the marks beside a word go on through it: its path is at their height and winds little."""
    level = (seen.covered >= 0.66 and seen.bends <= 0.06) or (seen.covered >= 0.72 and seen.bends <= 0.13)
    return level and abs(seen.height - height) <= _SAME_HEIGHT


def _hyphens(ink: Mask, line: WrittenLine, weight: float) -> list[typed_over.Marks]:
    """The rows of hyphens that the reading bears out: it saw hyphens between words where a blank is usual.

    A word that has hyphens of its own holds less ink than those of the page, whose share is `weight`, and seldom bars from
    its first letter to its last.
    """

    def bears_out(word: OcrWord, marks: typed_over.Marks) -> bool:
        x0, _, x1, _ = word.box
        under = min(marks.x1, x1) - max(marks.x0, x0)
        whole = under >= _ALL_OF_IT * (x1 - x0) or inked(ink, line, word) >= _AS_MUCH * weight
        return under > 0 and whole and bool(_WORDS_JOINED.search(word.text))

    return [
        marks for marks in typed_over.hyphens(ink, line) if any(bears_out(word, marks) for word in line.words)
    ]


def _reads_as_overtyped(text: str) -> bool:
    """Whether most of a word was read as x's, or as the k that an x makes of a stem."""
    marks = sum(character in "xX×kK%" for character in text)
    return marks >= 2 and marks >= 0.5 * len(text) and any(character in "xX×" for character in text)


def _strike(seen: Traced, kind: str) -> Strike:
    return Strike(
        kind=kind,
        height=round(seen.height, 3),
        coverage=round(seen.covered, 3),
        thickness=round(seen.thickness, 3),
        slope=round(seen.slope, 2),
    )


def _in_part(seen: Traced) -> bool:
    """A stroke through a part of what was read as one word: out of it, or longer than bold letters touch."""
    straight = seen.bends <= _STRAIGHT and not seen.beside
    return straight and (seen.longest >= _LONGER_RUN or (seen.longest >= _LONG_RUN and seen.beyond >= 0.1))


def _solid(seen: Traced, box: Box, em: float) -> bool:
    """One unbroken stroke through the whole word and out of it, or longer than letters that touch."""
    width = max(1, box[2] - box[0]) / em
    if seen.longest < 0.9 * width or seen.covered < 0.93 or seen.bends > _STRAIGHT or seen.beside:
        return False
    # The bars of 44 touch and reach out of it a little.
    least = 0.1 if width >= _NARROW else 0.25
    return seen.beyond >= least or seen.longest >= _LONG_RUN
