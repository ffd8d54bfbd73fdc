"""The content of a page to its words, their strikes, and the ruled lines around them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from schedgraph.parser.reading.pdf.boxedges import box_edges
from schedgraph.parser.reading.pdf.boxes import ticked
from schedgraph.parser.reading.pdf.content import Glyph, Ink, PageContent
from schedgraph.parser.reading.pdf.laid_over import of_stamps_across, outlines
from schedgraph.parser.reading.pdf.overtyped import overtyping, without_marks
from schedgraph.parser.reading.pdf.strikes import strikes
from schedgraph.parser.reading.pdf.turning import quarter_turns, turned
from schedgraph.parser.reading.pdf.words import words
from schedgraph.parser.reading.word import PageWords, RuledLine

_STRAIGHT = 0.8
_SHORTEST_RULE = 9.0
_THICKEST_RULE = 5.0
"""Points; a thicker bar is the ground of a note or of a heading, and its middle parts nothing."""


def page_words(content: PageContent, glyphs: tuple[Glyph, ...], confidence: float = 1.0) -> PageWords:
    """What the page says by `glyphs`, which are its visible characters or those of its text layer."""
    turns = quarter_turns(content)
    if turns:
        content = turned(content, turns)
        glyphs = content.glyphs if len(glyphs) == len(content.glyphs) else (*content.glyphs, *content.hidden)
    boxes = ticked(glyphs, content.inks, content.squares)
    inks = [ink for index, ink in enumerate(content.inks) if index not in boxes.inks]
    typed = overtyping(glyphs)
    edges = box_edges(inks)
    lined = strikes(glyphs, [ink for ink in inks if ink not in edges], content.strikeouts)
    struck = {**typed.struck, **lined.glyphs}
    kept = [(index, glyph) for index, glyph in without_marks(glyphs, typed) if index not in boxes.glyphs]
    rules = tuple(_rules((ink for ink in inks if ink not in lined.inks), outlines(inks, content.boxes)))
    apart = of_stamps_across(kept, content, rules)
    of_form = [pair for pair in kept if pair[0] not in apart]
    stamped = [pair for pair in kept if pair[0] in apart]
    return PageWords(
        number=content.number,
        width=content.width,
        height=content.height,
        method="text-layer",
        words=(
            *words(of_form, struck, confidence),
            *(replace(word, apart=True) for word in words(stamped, struck, confidence)),
            *boxes.words,
        ),
        rules=rules,
        turns=turns,
    )


def _rules(inks: Iterable[Ink], left_out: Collection[Ink]) -> Iterable[RuledLine]:
    """The straight upright and level lines."""
    for ink in inks:
        if ink.thickness > _THICKEST_RULE or ink in left_out:
            continue
        if abs(ink.y0 - ink.y1) <= _STRAIGHT and ink.x1 - ink.x0 >= _SHORTEST_RULE:
            y = (ink.y0 + ink.y1) / 2
            yield RuledLine(x0=ink.x0, y0=y, x1=ink.x1, y1=y)
        elif abs(ink.x0 - ink.x1) <= _STRAIGHT and abs(ink.y1 - ink.y0) >= _SHORTEST_RULE:
            x = (ink.x0 + ink.x1) / 2
            yield RuledLine(x0=x, y0=min(ink.y0, ink.y1), x1=x, y1=max(ink.y0, ink.y1))
